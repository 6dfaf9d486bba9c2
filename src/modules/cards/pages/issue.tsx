import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  type Column,
  DateInput,
  Empty,
  ErrorSummary,
  FilterBar,
  Form,
  FormActions,
  type HiddenValues,
  OwnerFilter,
  Select,
  type SelectOption,
  Table,
  uiVi,
  WordsFilter,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export interface ListedMember {
  readonly name: string;
  readonly organisation: string;
  readonly branch: string;
  readonly joined: string;
  readonly number: string;
}

export interface IssueProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** What the button says: one card, or so many. */
  readonly verb: string;
  /** Null for one member. */
  readonly many: {
    readonly values: Readonly<Record<string, string>>;
    readonly total: number;
    readonly rows: readonly ListedMember[];
    readonly organisations: readonly SelectOption[];
    readonly suggestHref: string | null;
    readonly branches: readonly SelectOption[];
    readonly filtered: boolean;
  } | null;
}

/** Who gets a card, and until when it is valid. */
export function IssuePage(props: IssueProps) {
  const { many } = props;
  if (many === null) return <Days {...props} />;
  return (
    <>
      {many.total === 0 && !many.filtered ? null : (
        <FilterBar action={props.action}>
          <WordsFilter values={many.values} />
          <MembersFilter {...many} />
          <BranchFilter value={many.values['chi-hoi']} branches={many.branches} />
        </FilterBar>
      )}
      {many.total === 0 ? (
        <Empty kind="filtered" title={words.everybodyHas}>
          {words.everybodyHasBody}
        </Empty>
      ) : (
        <>
          <Days {...props} />
          <p>{words.firstOf(many.rows.length, many.total)}</p>
          <Table
            caption={words.firstOf(many.rows.length, many.total)}
            columns={columns.filter(
              ({ key }) => key !== 'organisation' || many.organisations.length !== 1,
            )}
            rows={many.rows}
          />
        </>
      )}
    </>
  );
}

interface OwnerChoice {
  readonly values: Readonly<Record<string, string>>;
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
}

/** Whose members; nothing where there is only one to choose. */
export function MembersFilter(props: OwnerChoice) {
  if (props.organisations.length === 1) return null;
  return <OwnerFilter {...props} label={words.columns.organisation} />;
}

export function BranchFilter(props: {
  readonly value: string | undefined;
  readonly branches: readonly SelectOption[];
}) {
  if (props.branches.length === 0) return null;
  return (
    <Select
      name="chi-hoi"
      label={words.columns.branch}
      value={props.value}
      options={props.branches}
      empty={words.anyBranch}
      width="s"
    />
  );
}

function Days(props: IssueProps) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={summary} order={['issued_on', 'valid_until']} />
      <DateInput
        name="issued_on"
        label={labels.issued_on ?? ''}
        value={values.issued_on}
        error={errors.issued_on}
      />
      <DateInput
        name="valid_until"
        label={labels.valid_until ?? ''}
        help={words.untilHelp}
        value={values.valid_until}
        error={errors.valid_until}
        optional
      />
      {props.many === null ? null : (
        <Checkbox name="back" label={labels.back ?? ''} checked={values.back !== undefined} />
      )}
      <FormActions note={props.many === null ? undefined : words.issueNote}>
        <Button kind="primary" busy={uiVi.saving}>
          {props.verb}
        </Button>
        <ButtonLink kind="text" href={props.backHref}>
          {uiVi.record.leave}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

const columns: readonly Column<ListedMember>[] = [
  { key: 'name', label: words.columns.person, cell: (row) => row.name, roomy: true },
  { key: 'organisation', label: words.columns.organisation, cell: (row) => row.organisation },
  { key: 'branch', label: words.columns.branch, cell: (row) => row.branch },
  { key: 'joined', label: words.columns.joined, cell: (row) => row.joined, nowrap: true },
  { key: 'number', label: words.columns.number, cell: (row) => row.number, nowrap: true },
];
