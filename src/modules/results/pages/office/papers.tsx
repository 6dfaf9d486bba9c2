import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Buttons,
  CellInput,
  CellSelect,
  type Column,
  DateInput,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  Select,
  Table,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { paperWords as words } from '../../vi/papers.ts';

export interface PaperLine {
  readonly name: string;
  /** How far it is; empty: nothing to be told. */
  readonly note: string;
  readonly number: string | null;
  readonly href: string;
  /** Null: it has a number, or nobody here gives one. */
  readonly numberHref: string | null;
}

export interface PapersPageProps {
  readonly papers: readonly PaperLine[];
  readonly minutes: readonly { readonly href: string; readonly label: string }[];
}

/** The papers of the committee, each with its number. */
export function PapersPage({ papers, minutes }: PapersPageProps) {
  return (
    <>
      <Table caption={words.list} columns={columns} rows={papers} empty={words.none} />
      {minutes.length === 0 ? null : (
        <Section title={words.minutes}>
          <ul>
            {minutes.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const columns: readonly Column<PaperLine>[] = [
  {
    key: 'paper',
    label: words.columns.paper,
    header: true,
    cell: ({ name, note }) => (
      <>
        {name}
        {note === '' ? null : <span class="line-detail">{note}</span>}
      </>
    ),
  },
  {
    key: 'number',
    label: words.columns.number,
    nowrap: true,
    cell: ({ number, numberHref, name }) =>
      number ??
      (numberHref === null ? (
        words.notNumbered
      ) : (
        <a href={numberHref} aria-label={`${words.number}: ${name}`}>
          {words.number}
        </a>
      )),
  },
  {
    key: 'get',
    label: words.columns.get,
    nowrap: true,
    cell: ({ href, name }) => (
      <a href={href} download aria-label={`${words.get}: ${name}`}>
        {words.get}
      </a>
    ),
  },
];

export interface FormPageProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number | null | undefined>>;
  readonly backHref: string;
}

const marks = ['TM.', 'KT.', 'TL.', 'Q.', 'TUQ.'].map((value) => ({ value, label: value }));

/** Who signs a paper, when: with that it takes its number. */
export function NumberForm({ state, action, hidden, backHref }: FormPageProps) {
  const field = fieldsOf(state);
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary errors={state.summary} />
      <p class="help">{words.numberHelp}</p>
      <DateInput {...field('signed_on')} />
      <TextInput {...field('signer')} help={words.signerHelp} width="m" maxLength={200} />
      <TextInput {...field('position')} help={words.positionHelp} width="m" maxLength={200} />
      <Select
        {...field('authority')}
        options={marks}
        empty={words.noAuthority}
        width="s"
        optional
      />
      <TextInput
        {...field('authority_of')}
        help={words.authorityHelp}
        width="m"
        maxLength={200}
        optional
      />
      <FormActions>
        <Button kind="primary">{words.number}</Button>
        <ButtonLink kind="text" href={backHref}>
          {words.keep}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

export interface Member {
  readonly pid: string;
  readonly name: string;
  readonly role: string;
}

const attendance = ({ values, errors }: FormView): readonly Column<Member>[] => [
  { key: 'name', label: words.attendanceColumns.name, header: true, cell: ({ name }) => name },
  { key: 'role', label: words.attendanceColumns.role, cell: ({ role }) => role },
  {
    key: 'there',
    label: words.attendanceColumns.there,
    cell: ({ pid, name }) => (
      <CellSelect
        name={`absent.${pid}`}
        label={words.thereOf(name)}
        value={values[`absent.${pid}`]}
        options={[{ value: '1', label: words.absent }]}
        empty={words.there}
      />
    ),
  },
  {
    key: 'why',
    label: words.attendanceColumns.why,
    cell: ({ pid, name }) => (
      <CellInput
        name={`why.${pid}`}
        label={words.whyOf(name)}
        value={values[`why.${pid}`]}
        error={errors[`why.${pid}`]}
        width="m"
        maxLength={500}
      />
    ),
  },
];

/** The minutes of a council. `signHref`: null once they are signed. */
export function MinutesForm(
  props: FormPageProps & {
    readonly members: readonly Member[];
    readonly signHref: string | null;
    readonly printHref: string;
  },
) {
  const { state } = props;
  const field = fieldsOf(state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={state.summary} />
      <DateInput {...field('held_on')} />
      <TextInput {...field('from')} help={words.timeHelp} width="s" maxLength={10} optional />
      <TextInput {...field('to')} width="s" maxLength={10} optional />
      <TextInput {...field('place')} width="l" maxLength={300} />
      {props.members.length === 0 ? null : (
        <Table caption={words.attendance} columns={attendance(state)} rows={props.members} />
      )}
      <TextArea {...field('guests')} rows={2} maxLength={2000} optional />
      <TextArea {...field('proceedings')} rows={8} maxLength={20_000} optional />
      <TextArea {...field('conclusion')} rows={6} maxLength={20_000} />
      <FormActions>
        <Button kind="primary">{words.minutesSave}</Button>
        {props.signHref === null ? null : (
          <ButtonLink href={props.signHref}>{words.minutesSign}</ButtonLink>
        )}
        <ButtonLink href={props.printHref} download>
          {words.get}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

/** What stands in minutes that are signed. */
export function SignedMinutes(props: {
  readonly text: string;
  readonly sha256: string;
  readonly printHref: string;
  readonly backHref: string;
}) {
  return (
    <>
      <p>
        {props.text} <code class="hash">{props.sha256}</code>
      </p>
      <Buttons>
        <ButtonLink href={props.printHref} download>
          {words.get}
        </ButtonLink>
        <ButtonLink kind="text" href={props.backHref}>
          {words.back}
        </ButtonLink>
      </Buttons>
    </>
  );
}

const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: words.labels[name] ?? '',
  value: state.values[name],
  error: state.errors[name],
});
