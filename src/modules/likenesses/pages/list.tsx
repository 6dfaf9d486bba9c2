import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  InlineLinks,
  Pager,
  Select,
  type SelectOption,
  Table,
} from '../../../ui/index.ts';
import { type FindingState, findingStates } from '../schema.ts';
import { stateNames, words } from '../vi.ts';

export interface ListedFinding {
  readonly href: string;
  readonly newer: string;
  readonly newerDetail: string;
  readonly earlier: string;
  readonly earlierDetail: string;
  readonly amount: string;
  readonly state: FindingState;
}

export interface FindingListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedFinding[];
  readonly total: number;
  readonly size: number;
  readonly editions: readonly SelectOption[];
  readonly chips: readonly FilterChip[];
  readonly textsHref: string;
}

const tones: Readonly<Record<FindingState, BadgeTone>> = { open: 'warn', same: 'bad', other: 'ok' };

export function FindingBadge({ state }: { readonly state: FindingState }) {
  return <Badge tone={tones[state]}>{stateNames[state]}</Badge>;
}

/** Pairs of texts that are alike: those to be decided first, then the most alike. */
export function FindingList(props: FindingListProps) {
  const { question, rows, path } = props;
  const texts = <InlineLinks items={[{ href: props.textsHref, label: words.texts.link }]} />;
  if (rows.length === 0 && !question.filtered)
    return (
      <>
        <Empty kind="first" title={words.none}>
          {words.noneBody}
        </Empty>
        {texts}
      </>
    );
  return (
    <>
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={path} />
      {rows.length === 0 ? (
        <Empty
          kind="filtered"
          title={words.noneMatch}
          actions={<ButtonLink href={path}>{words.clear}</ButtonLink>}
        >
          {words.noneMatchBody}
        </Empty>
      ) : (
        <>
          <Table caption={words.list} columns={columns} rows={rows} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
      {texts}
    </>
  );
}

function Filters({ question, path, editions }: FindingListProps) {
  return (
    <FilterBar
      action={path}
      hidden={{ ...question.kept, 'ho-so': question.values['ho-so'] || null }}
    >
      <Select
        name="lan"
        label={words.edition}
        value={question.values.lan}
        options={editions}
        empty={words.anyEdition}
      />
      <Select
        name="tinh-trang"
        label={words.state}
        value={question.values['tinh-trang']}
        options={findingStates.map((value) => ({ value, label: stateNames[value] }))}
        empty={words.anyState}
        width="s"
      />
    </FilterBar>
  );
}

const columns: readonly Column<ListedFinding>[] = [
  {
    key: 'newer',
    label: words.columns.newer,
    cell: (row) => (
      <>
        <a href={row.href}>{row.newer}</a>
        <Detail text={row.newerDetail} />
      </>
    ),
    header: true,
  },
  {
    key: 'earlier',
    label: words.columns.earlier,
    cell: (row) => (
      <>
        {row.earlier}
        <Detail text={row.earlierDetail} />
      </>
    ),
  },
  { key: 'amount', label: words.columns.amount, cell: (row) => row.amount },
  {
    key: 'state',
    label: words.columns.state,
    cell: (row) => <FindingBadge state={row.state} />,
    nowrap: true,
  },
];

function Detail({ text }: { readonly text: string }) {
  return text === '' ? null : <span class="line-detail">{text}</span>;
}
