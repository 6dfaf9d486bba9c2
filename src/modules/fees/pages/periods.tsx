import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  OwnerFilter,
  Pager,
  type SelectOption,
  Table,
  WordsFilter,
  YearFilter,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface ListedPeriodRow {
  readonly href: string;
  readonly name: string;
  readonly organisation: string;
  readonly range: string;
  readonly dueOn: string;
  readonly settled: string;
  readonly owed: string;
  readonly paid: string;
}

export interface PeriodListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedPeriodRow[];
  readonly total: number;
  readonly size: number;
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly years: readonly SelectOption[];
  /** Null for those who may not. */
  readonly newHref: string | null;
}

/** The periods of an office with how far each has come. */
export function PeriodList(props: PeriodListProps) {
  const { question, rows } = props;
  const { values } = question;
  if (rows.length === 0 && !question.filtered) return <First newHref={props.newHref} />;
  return (
    <>
      <FilterBar action={props.path} hidden={question.kept}>
        <WordsFilter values={values} />
        <OwnerFilter
          values={values}
          label={words.columns.organisation}
          organisations={props.organisations}
          suggestHref={props.suggestHref}
        />
        <YearFilter values={values} years={props.years} />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty kind="filtered" title={words.noneMatch}>
          {words.nobodyBody}
        </Empty>
      ) : (
        <Table caption={words.list} columns={columnsOf(question)} rows={rows} />
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
    </>
  );
}

function First({ newHref }: { readonly newHref: string | null }) {
  const actions =
    newHref === null ? undefined : (
      <ButtonLink kind="primary" icon="plus" href={newHref}>
        {words.firstAction}
      </ButtonLink>
    );
  return (
    <Empty kind="first" title={words.firstTitle} actions={actions}>
      {newHref === null ? words.firstRead : words.firstBody}
    </Empty>
  );
}

function columnsOf(question: ListQuestion): readonly Column<ListedPeriodRow>[] {
  const label = words.columns;
  return [
    {
      key: 'name',
      label: label.name,
      cell: (row) => <a href={row.href}>{row.name}</a>,
      sort: question.sortLink('ten'),
      roomy: true,
    },
    { key: 'organisation', label: label.organisation, cell: (row) => row.organisation },
    {
      key: 'range',
      label: label.range,
      cell: (row) => row.range,
      sort: question.sortLink('ngay'),
    },
    {
      key: 'due',
      label: label.dueOn,
      cell: (row) => row.dueOn,
      sort: question.sortLink('han'),
      nowrap: true,
      phone: 'half',
    },
    { key: 'settled', label: label.payers, cell: (row) => row.settled, phone: 'half' },
    { key: 'owed', label: label.owed, cell: (row) => row.owed, align: 'num', phone: 'half' },
    { key: 'paid', label: label.paid, cell: (row) => row.paid, align: 'num', phone: 'half' },
  ];
}
