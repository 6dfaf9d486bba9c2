import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
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
  Select,
  type SelectOption,
  Table,
  uiVi,
} from '../../../ui/index.ts';
import { labels, words } from '../vi/index.ts';
import { AnyAddress } from './address.tsx';

export interface WaitingRow {
  readonly holder: string;
  readonly unit: string;
  readonly prize: string;
  readonly title: string;
  readonly decision: string;
}

export interface IssueProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** Where a design is chosen; null: one was. */
  readonly designHref: string | null;
  readonly prizes: readonly SelectOption[];
  /** Key of the prize that is chosen; empty: all. */
  readonly prize: string;
  /** What is printed though nobody has set it; null: the address was set. */
  readonly address: string | null;
  readonly total: number;
  /** Whose certificate was revoked: they are issued another only when somebody says so. */
  readonly again: number;
  /** Prizes of dossiers whose form names nobody. */
  readonly unnamed: number;
  readonly rows: readonly WaitingRow[];
}

/** Who gets a certificate, and the day that stands on it. */
export function IssuePage(props: IssueProps) {
  if (props.designHref !== null)
    return (
      <Empty
        kind="first"
        title={words.withoutDesign}
        actions={
          <ButtonLink kind="primary" href={props.designHref}>
            {words.openDesign}
          </ButtonLink>
        }
      >
        {words.withoutDesignBody}
      </Empty>
    );
  return (
    <>
      {props.unnamed === 0 ? null : (
        <Alert tone="warn" title={words.unnamedTitle(props.unnamed)}>
          {words.unnamed}
        </Alert>
      )}
      <FilterBar action={props.action}>
        <Select
          name="giai"
          label={words.columns.prize}
          value={props.prize}
          options={props.prizes}
          empty={words.anyPrize}
          width="s"
        />
      </FilterBar>
      {props.total === 0 && props.again === 0 ? (
        <Empty kind="filtered" title={words.nobody}>
          {words.nobodyBody}
        </Empty>
      ) : (
        <Waiting {...props} />
      )}
    </>
  );
}

function Waiting(props: IssueProps) {
  const { values, errors, summary } = props.state;
  return (
    <>
      <Form action={props.action} hidden={{ ...props.hidden, giai: props.prize }}>
        <ErrorSummary errors={summary} order={['issued_on', 'any_address']} />
        {props.again === 0 ? null : <p>{words.nobodyRevoked(props.again)}</p>}
        <DateInput
          name="issued_on"
          label={labels.issued_on ?? ''}
          value={values.issued_on}
          error={errors.issued_on}
        />
        <Checkbox
          name="letters"
          label={labels.letters ?? ''}
          checked={values.letters !== undefined}
        />
        {props.again === 0 ? null : (
          <Checkbox name="again" label={labels.again ?? ''} checked={values.again !== undefined} />
        )}
        <AnyAddress address={props.address} state={props.state} />
        <FormActions note={words.issueNote}>
          <Button kind="primary" busy={uiVi.saving}>
            {props.total === 0 ? words.issue : words.issueMany(props.total)}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {uiVi.record.leave}
          </ButtonLink>
        </FormActions>
      </Form>
      {props.rows.length === 0 ? null : (
        <>
          <p>{words.firstOf(props.rows.length, props.total)}</p>
          <Table
            caption={words.firstOf(props.rows.length, props.total)}
            columns={columns}
            rows={props.rows}
          />
        </>
      )}
    </>
  );
}

const columns: readonly Column<WaitingRow>[] = [
  { key: 'holder', label: words.columns.holder, cell: (row) => row.holder, roomy: true },
  { key: 'unit', label: words.columns.unit, cell: (row) => row.unit },
  { key: 'prize', label: words.columns.prize, cell: (row) => row.prize, nowrap: true },
  { key: 'title', label: words.columns.title, cell: (row) => row.title, roomy: true },
  { key: 'decision', label: words.columns.decision, cell: (row) => row.decision },
];
