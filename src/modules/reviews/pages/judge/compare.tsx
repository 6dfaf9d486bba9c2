import { Badge, type Column, Empty, type SortLink, Table } from '../../../../ui/index.ts';
import type { SheetState } from '../../schema/index.ts';
import { judgeWords, stateNames, stateTones } from '../../vi/index.ts';

const words = judgeWords.compare;
const { columns } = judgeWords.list;

/** One sheet in a row: its total, and what each part got. */
export interface ComparedSheet {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly state: SheetState;
  readonly total: string;
  readonly parts: readonly string[];
}

export interface ComparePageProps {
  /** Of the parts, in their order. */
  readonly labels: readonly string[];
  readonly rows: readonly ComparedSheet[];
  /** Some are not shown: points that were signed are kept until the phase is over. */
  readonly hidden: boolean;
  readonly sortLink: (key: string) => SortLink;
}

/** All of a judge's own totals in one table. */
export function ComparePage(props: ComparePageProps) {
  const { rows, labels } = props;
  const table: Column<ComparedSheet>[] = [
    {
      key: 'number',
      label: columns.number,
      nowrap: true,
      header: true,
      sort: props.sortLink('so'),
      cell: ({ number, href, title }) => (
        <a href={href} title={title}>
          {number}
        </a>
      ),
    },
    {
      key: 'total',
      label: words.total,
      align: 'num',
      nowrap: true,
      sort: props.sortLink('diem'),
      cell: ({ total }) => <strong>{total}</strong>,
    },
    ...labels.map(
      (label, at): Column<ComparedSheet> => ({
        key: `part-${at}`,
        label,
        align: 'num',
        cell: ({ parts }) => parts[at] ?? '',
      }),
    ),
    {
      key: 'state',
      label: columns.state,
      cell: ({ state }) => <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>,
    },
    { key: 'title', label: columns.title, roomy: true, cell: ({ title }) => title },
  ];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {props.hidden ? <p class="help">{words.hidden}</p> : null}
      {rows.length === 0 && !props.hidden ? (
        <Empty kind="first" title={words.none}>
          {words.noneBody}
        </Empty>
      ) : null}
      {rows.length === 0 ? null : (
        <Table caption={words.caption} columns={table} rows={rows} scroll />
      )}
    </>
  );
}
