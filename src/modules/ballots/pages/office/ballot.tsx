import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Buttons,
  Checkboxes,
  type Choice,
  type Column,
  DefinitionList,
  Form,
  FormActions,
  NotYet,
  Section,
  Table,
  type Term,
} from '../../../../ui/index.ts';
import type { BallotState } from '../../rules.ts';
import { ballotWords as words } from '../../vi/ballots.ts';
import { BallotBadge } from './ballots.tsx';

export interface OptionLine {
  readonly label: string;
  /** Where the dossier is; null: a question, or nobody here may open it. */
  readonly href: string | null;
  readonly detail: string;
  /** Null while nothing is counted. */
  readonly counted: {
    readonly yes: number;
    readonly no: number;
    readonly blank: number;
    readonly passed: boolean;
  } | null;
}

export interface VoterLine {
  readonly name: string;
  readonly role: string;
  readonly present: boolean;
  readonly voted: boolean;
}

export interface PaperLine {
  readonly code: string;
  readonly says: string;
}

/** What is done with a ballot that is being prepared or open; null: nothing. */
export interface BallotActs {
  readonly version: number;
  readonly open: {
    readonly action: string;
    readonly members: readonly Choice[];
    readonly present: readonly string[];
  } | null;
  readonly attend: {
    readonly action: string;
    readonly members: readonly Choice[];
    readonly present: readonly string[];
  } | null;
  readonly countHref: string | null;
  readonly closeHref: string | null;
  readonly cancelHref: string | null;
  readonly dropAction: string | null;
  /** A paper ballot that nobody counted. */
  readonly waits: boolean;
}

export interface BallotPageProps {
  readonly state: BallotState;
  readonly terms: readonly Term[];
  readonly rule: string;
  readonly error: string | null;
  readonly reason: string | null;
  readonly options: readonly OptionLine[];
  readonly choose: boolean;
  readonly tally: string | null;
  readonly quorate: boolean | null;
  readonly voters: readonly VoterLine[];
  readonly papers: readonly PaperLine[] | null;
  readonly acts: BallotActs | null;
  readonly minutesHref: string | null;
}

/** One ballot as the secretariat sees it: what is voted on, who is there, and once closed what came of it. */
export function BallotPage(props: BallotPageProps) {
  const { state, acts } = props;
  return (
    <>
      <p>
        <BallotBadge state={state} />
      </p>
      {props.error === null ? null : <Alert tone="bad" title={props.error} live />}
      {state === 'draft' ? <Alert tone="info">{words.draftNotice}</Alert> : null}
      {props.reason === null ? null : <Alert tone="warn">{props.reason}</Alert>}
      <DefinitionList items={props.terms} />
      <p class="help">{props.rule}</p>
      <Section title={state === 'closed' ? words.result : words.options}>
        {props.tally === null ? null : <p>{props.tally}</p>}
        {props.quorate === false ? <Alert tone="warn">{words.notQuorate}</Alert> : null}
        <Table caption={words.options} columns={optionColumns(props)} rows={props.options} />
        {props.minutesHref === null ? null : (
          <Buttons>
            <ButtonLink href={props.minutesHref} icon="download" download>
              {words.minutes}
            </ButtonLink>
          </Buttons>
        )}
      </Section>
      {acts === null ? null : <Acts acts={acts} />}
      {props.voters.length === 0 ? null : (
        <Section title={words.voters}>
          <Table caption={words.voters} columns={voterColumns} rows={props.voters} />
        </Section>
      )}
      {props.papers === null ? null : (
        <Section title={words.papers}>
          <p class="help">{words.papersHelp}</p>
          <Table caption={words.papers} columns={paperColumns} rows={props.papers} />
        </Section>
      )}
    </>
  );
}

function Acts({ acts }: { readonly acts: BallotActs }) {
  const hidden = { version: acts.version };
  return (
    <>
      {acts.open === null ? null : (
        <Section title={words.open}>
          <Form action={acts.open.action} hidden={hidden}>
            <Checkboxes
              name="present"
              label={words.opening}
              help={words.openHelp}
              values={acts.open.present}
              options={acts.open.members}
            />
            <FormActions>
              <Button kind="primary">{words.open}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {acts.attend === null ? null : (
        <Section title={words.attendance}>
          <Form action={acts.attend.action} hidden={hidden}>
            <Checkboxes
              name="present"
              label={words.labels.present ?? ''}
              help={words.attendanceHelp}
              values={acts.attend.present}
              options={acts.attend.members}
            />
            <FormActions>
              <Button>{words.attend}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      <Buttons>
        {acts.countHref === null ? null : (
          <ButtonLink kind={acts.waits ? 'primary' : 'secondary'} href={acts.countHref}>
            {words.count}
          </ButtonLink>
        )}
        {acts.closeHref === null ? null : acts.waits ? (
          <NotYet>{words.notCounted}</NotYet>
        ) : (
          <ButtonLink kind="primary" href={acts.closeHref}>
            {words.close}
          </ButtonLink>
        )}
        {acts.cancelHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={acts.cancelHref}>
            {words.cancel}
          </ButtonLink>
        )}
      </Buttons>
      {acts.dropAction === null ? null : (
        <Form action={acts.dropAction} hidden={hidden} inline>
          <Button kind="text">{words.drop}</Button>
        </Form>
      )}
    </>
  );
}

function optionColumns({ state, choose }: BallotPageProps): readonly Column<OptionLine>[] {
  const option: Column<OptionLine> = {
    key: 'option',
    label: words.optionColumns.option,
    header: true,
    cell: (row) => (
      <>
        {row.href === null ? row.label : <a href={row.href}>{row.label}</a>}
        {row.detail === '' ? null : <span class="line-detail">{row.detail}</span>}
      </>
    ),
  };
  if (state !== 'closed') return [option];
  const number = (key: 'yes' | 'no' | 'blank', label: string): Column<OptionLine> => ({
    key,
    label,
    align: 'num',
    phone: 'half',
    cell: (row) => row.counted?.[key] ?? '',
  });
  return [
    option,
    number('yes', words.optionColumns.yes),
    ...(choose
      ? []
      : [number('no', words.optionColumns.no), number('blank', words.optionColumns.blank)]),
    {
      key: 'result',
      label: words.optionColumns.result,
      nowrap: true,
      cell: ({ counted }) =>
        counted === null ? null : (
          <Badge tone={counted.passed ? 'ok' : 'bad'}>
            {counted.passed ? words.passed : words.notPassed}
          </Badge>
        ),
    },
  ];
}

const voterColumns: readonly Column<VoterLine>[] = [
  { key: 'name', label: words.voterColumns.name, cell: (row) => row.name, header: true },
  { key: 'role', label: words.voterColumns.role, cell: (row) => row.role },
  {
    key: 'present',
    label: words.voterColumns.present,
    cell: (row) => (row.present ? words.there : words.absent),
    phone: 'half',
  },
  {
    key: 'voted',
    label: words.voterColumns.voted,
    cell: (row) => (row.voted ? words.hasVoted : words.notVoted),
    phone: 'half',
  },
];

const paperColumns: readonly Column<PaperLine>[] = [
  {
    key: 'code',
    label: words.paperColumns.code,
    cell: (row) => <code>{row.code}</code>,
    header: true,
    nowrap: true,
  },
  { key: 'choices', label: words.paperColumns.choices, cell: (row) => row.says },
];
