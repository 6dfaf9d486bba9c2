import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  Pager,
  Select,
  Table,
} from '../../../ui/index.ts';
import { type BlindLine, needs } from '../schema.ts';
import { needNames, words } from '../vi/index.ts';

type Line = BlindLine & { readonly href: string };

export interface BlindListProps {
  /** Whether the edition hides authors from judges at all. */
  readonly hides: boolean;
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly Line[];
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
}

/** The dossiers of an edition, with what is to be done before judges get them. */
export function BlindList(props: BlindListProps) {
  const { question, rows, path } = props;
  if (!props.hides)
    return (
      <Empty kind="first" title={words.notHidden}>
        {words.notHiddenBody}
      </Empty>
    );
  if (rows.length === 0 && !question.filtered)
    return (
      <Empty kind="first" title={words.none}>
        {words.noneBody}
      </Empty>
    );
  return (
    <>
      <FilterBar action={path} hidden={question.kept}>
        <Select
          name="can"
          label={words.need}
          value={question.values.can}
          options={needs.map((value) => ({ value, label: needNames[value] }))}
          empty={words.anyNeed}
        />
      </FilterBar>
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
    </>
  );
}

const columns: readonly Column<Line>[] = [
  {
    key: 'dossier',
    label: words.columns.dossier,
    header: true,
    cell: ({ href, title, number }) => (
      <>
        <a href={href}>{title || words.untitled}</a>
        <span class="line-detail">{number}</span>
      </>
    ),
  },
  {
    key: 'files',
    label: words.columns.files,
    nowrap: true,
    cell: ({ files }) => words.filesOf(files),
  },
  { key: 'left', label: words.columns.left, cell: (row) => <Left row={row} /> },
];

function Left({ row: { person, named, waiting } }: { readonly row: Line }) {
  const { left } = words;
  if (person + named + waiting === 0) return <Badge tone="ok">{left.nothing}</Badge>;
  return (
    <span class="badges">
      {person === 0 ? null : <Badge tone="bad">{left.person(person)}</Badge>}{' '}
      {named === 0 ? null : <Badge tone="warn">{left.named(named)}</Badge>}{' '}
      {waiting === 0 ? null : <Badge tone="info">{left.waiting(waiting)}</Badge>}
    </span>
  );
}
