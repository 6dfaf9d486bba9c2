import {
  ActForm,
  type ActState,
  Alert,
  Checkbox,
  type Column,
  fieldOf,
  SearchForm,
  Section,
  type SelectOption,
  Table,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import { CodeBoxes } from './code-boxes.tsx';

const { labels } = words;

/** What is known of a judge. */
export function JudgeForm(props: {
  readonly state: ActState;
  readonly verb: string;
  readonly fields: readonly SelectOption[];
}) {
  const { state } = props;
  const field = fieldOf(state);
  return (
    <ActForm state={state} verb={props.verb}>
      <TextInput {...field('name', labels.name)} help={words.nameHelp} width="m" maxLength={200} />
      <TextInput
        {...field('title', labels.title)}
        help={words.titleHelp}
        width="s"
        maxLength={100}
        optional
      />
      <TextInput {...field('unit', labels.unit)} help={words.unitHelp} maxLength={300} optional />
      <TextInput
        {...field('email', labels.email)}
        help={words.emailHelp}
        type="email"
        width="m"
        optional
      />
      <TextInput {...field('phone', labels.phone)} type="tel" width="m" optional />
      <TextInput {...field('birth', labels.birth)} help={words.birthHelp} width="s" optional />
      <CodeBoxes
        state={state}
        name="expertise"
        legend={labels.expertise}
        help={words.expertiseHelp}
        options={props.fields}
      />
      <TextInput
        {...field('max_load', labels.max_load)}
        help={words.loadHelp}
        width="xs"
        numeric
        optional
      />
    </ActForm>
  );
}

export interface ShownPerson {
  readonly name: string;
  readonly birth: string | null;
  readonly unit: string | null;
  readonly href: string;
}

/** Looks for somebody in the registry before typing. */
export function FindPerson(props: {
  readonly action: string;
  readonly typed: string;
  /** Null: nothing was asked. */
  readonly found: readonly ShownPerson[] | null;
}) {
  return (
    <Section title={words.find}>
      <SearchForm
        id="tim-nguoi"
        action={props.action}
        name="tim"
        value={props.typed}
        label={words.findHelp}
        labelShown
      />
      {props.found === null ? null : props.found.length === 0 ? (
        <Alert tone="info">{words.foundNone}</Alert>
      ) : (
        <Table caption={words.found} columns={personColumns} rows={props.found} />
      )}
    </Section>
  );
}

const label = words.foundColumns;

const personColumns: readonly Column<ShownPerson>[] = [
  { key: 'name', label: label.name, header: true, cell: (row) => row.name },
  { key: 'birth', label: label.birth, nowrap: true, phone: 'half', cell: (row) => row.birth },
  { key: 'unit', label: label.unit, cell: (row) => row.unit },
  {
    key: 'choose',
    label: words.choose,
    labelHidden: true,
    phone: 'bare',
    cell: (row) => (
      <a href={row.href} aria-label={words.chooseOf(row.name)}>
        {words.choose}
      </a>
    ),
  },
];

/** The invitation: words of one's own, and the confirmation where conflicts were found. */
export function InviteForm(props: { readonly state: ActState; readonly conflicted: boolean }) {
  const { state, conflicted } = props;
  const field = fieldOf(state);
  return (
    <ActForm state={state} verb={words.invite}>
      <TextArea
        {...field('words', labels.words)}
        help={words.wordsHelp}
        rows={4}
        maxLength={2000}
        optional
      />
      {conflicted ? (
        <Checkbox
          name="anyway"
          label={words.anyway}
          checked={state.form.values.anyway === '1'}
          error={state.form.errors.anyway}
        />
      ) : null}
    </ActForm>
  );
}

/** Ends a judge's part. */
export function EndForm({ state }: { readonly state: ActState }) {
  const field = fieldOf(state);
  return (
    <ActForm state={state} verb={words.end} danger>
      <p>{words.endBody}</p>
      <TextArea {...field('reason', labels.reason)} rows={3} maxLength={2000} />
    </ActForm>
  );
}
