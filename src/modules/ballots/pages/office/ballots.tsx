import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Badge,
  type BadgeTone,
  Button,
  ButtonLink,
  Checkboxes,
  type Choice,
  type Column,
  Empty,
  ErrorSummary,
  Form,
  FormActions,
  Radios,
  Select,
  type SelectOption,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import { type BallotState, ballotKinds } from '../../rules.ts';
import { ballotWays } from '../../schema.ts';
import {
  ballotKindNames,
  ballotStateNames,
  ballotWayNames,
  ballotWords as words,
} from '../../vi/ballots.ts';

export interface ListedBallot {
  readonly href: string;
  readonly subject: string;
  readonly council: string;
  readonly state: BallotState;
  readonly outcome: string;
}

const tones: Readonly<Record<BallotState, BadgeTone>> = {
  draft: 'none',
  open: 'warn',
  closed: 'ok',
  cancelled: 'bad',
};

export function BallotBadge({ state }: { readonly state: BallotState }) {
  return <Badge tone={tones[state]}>{ballotStateNames[state]}</Badge>;
}

/** The ballots of an edition, the open ones first. */
export function BallotList(props: { readonly rows: readonly ListedBallot[] }) {
  if (props.rows.length === 0)
    return (
      <Empty kind="first" title={words.none}>
        {words.noneBody}
      </Empty>
    );
  return <Table caption={words.list} columns={columns} rows={props.rows} />;
}

const columns: readonly Column<ListedBallot>[] = [
  {
    key: 'subject',
    label: words.columns.subject,
    cell: (row) => <a href={row.href}>{row.subject}</a>,
    header: true,
  },
  { key: 'council', label: words.columns.council, cell: (row) => row.council },
  { key: 'result', label: words.columns.result, cell: (row) => row.outcome },
  {
    key: 'state',
    label: words.columns.state,
    cell: (row) => <BallotBadge state={row.state} />,
    nowrap: true,
  },
];

export interface BallotFormProps {
  readonly state: FormView;
  readonly chosen: readonly string[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly councils: readonly SelectOption[];
  readonly phases: readonly SelectOption[];
  readonly rules: readonly SelectOption[];
  readonly dossiers: readonly Choice[];
  readonly backHref: string;
}

/** A new ballot. */
export function BallotForm(props: BallotFormProps) {
  const { state, hidden } = props;
  const { values, errors } = state;
  const { labels } = words;
  return (
    <>
      <ErrorSummary
        errors={state.summary}
        order={['council', 'phase', 'kind', 'subject', 'most', 'how', 'rule', 'dossiers']}
      />
      <Form action={props.action} hidden={hidden}>
        <TextInput
          name="subject"
          label={labels.subject ?? ''}
          help={words.subjectHelp}
          value={values.subject}
          error={errors.subject}
          maxLength={500}
        />
        <Select
          name="council"
          label={labels.council ?? ''}
          value={values.council}
          error={errors.council}
          options={props.councils}
        />
        <Select
          name="phase"
          label={labels.phase ?? ''}
          value={values.phase}
          error={errors.phase}
          options={props.phases}
        />
        <Radios
          name="kind"
          label={labels.kind ?? ''}
          value={values.kind}
          error={errors.kind}
          options={ballotKinds.map((value) => ({ value, label: ballotKindNames[value] }))}
        />
        <TextInput
          name="most"
          label={labels.most ?? ''}
          help={words.mostHelp}
          value={values.most}
          error={errors.most}
          width="xs"
          numeric
          optional
        />
        <Radios
          name="how"
          label={labels.how ?? ''}
          value={values.how}
          error={errors.how}
          options={ballotWays.map((value) => ({ value, label: ballotWayNames[value] }))}
        />
        <Select
          name="rule"
          label={labels.rule ?? ''}
          help={words.ruleHelp}
          value={values.rule}
          error={errors.rule}
          options={props.rules}
          empty={words.ofCouncil}
          optional
        />
        <Checkboxes
          name="dossiers"
          label={labels.dossiers ?? ''}
          help={props.dossiers.length === 0 ? words.noDossiers : words.dossiersHelp}
          values={props.chosen}
          error={errors.dossiers}
          options={props.dossiers}
        />
        <FormActions>
          <Button kind="primary" busy={words.saving}>
            {words.save}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {words.toList}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
