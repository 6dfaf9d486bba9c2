import { formatNumber, formatPercent } from '../../../kernel/vietnamese/numbers.ts';
import { type Column, FigureLink, Table, VisuallyHidden } from '../../../ui/index.ts';
import { valueText } from '../../reporting/index.ts';
import type { Line, PivotTable as Pivoted, Place, Value } from '../rules/index.ts';
import { axisNames, pivotWords as words } from '../vi/index.ts';

/** How a figure of an indicator is written. */
export interface Written {
  readonly decimals: number;
  readonly measured: boolean;
}

export interface PivotTableProps {
  readonly table: Pivoted;
  readonly caption: string;
  readonly rowsAre: keyof typeof axisNames;
  readonly written: (indicator: string) => Written;
  /** The records behind a figure; null for those who may not open them. */
  readonly href: (place: Place) => string | null;
}

/** One table of a pivot: every figure opens its records. */
export function PivotTable(props: PivotTableProps) {
  const { table } = props;
  return (
    <Table
      scroll
      caption={props.caption}
      columns={columns(props)}
      rows={table.lines}
      groupKey={(line) => line.item.group ?? ''}
      group={(line) => (line.item.group === null ? undefined : { label: line.item.group })}
    />
  );
}

function columns(props: PivotTableProps): Column<Line>[] {
  const { table, rowsAre } = props;
  const { heads } = words;
  const num = { align: 'num', nowrap: true } as const;
  const all: Column<Line>[] = [
    {
      key: 'row',
      label: axisNames[rowsAre],
      header: true,
      cell: (line) => line.item.label,
      ...(table.totals === null ? {} : { total: heads.total }),
    },
  ];
  table.columns.forEach((column, at) => {
    const total = table.totals?.[at];
    const sample = table.lines[0]?.cells[at];
    all.push({
      ...num,
      key: column.key,
      label: column.label,
      cell: (line) => <Figure {...props} line={line} at={at} />,
      ...(table.totals === null || sample === undefined
        ? {}
        : { total: totalText(total ?? null, sample.value, props.written(sample.place.indicator)) }),
    });
    if (!table.withShares) return;
    all.push({
      ...num,
      key: `${column.key}-share`,
      label: table.columns.length === 1 ? heads.share : heads.shareOf(column.label),
      cell: (line) => shareText(line.shares[at] ?? null),
      total: table.lines.some((line) => line.shares[at] !== null) ? shareText(100) : undefined,
    });
  });
  if (table.lineTotals) {
    all.push({
      ...num,
      key: 'total',
      label: heads.total,
      cell: (line) =>
        line.total === null
          ? ''
          : totalText(line.total, line.cells[0]?.value ?? null, writtenOf(props, line)),
    });
  }
  if (table.differences) {
    all.push(
      {
        ...num,
        key: 'difference',
        label: heads.difference,
        cell: (line) => differenceText(line.difference, writtenOf(props, line)),
      },
      {
        ...num,
        key: 'percent',
        label: heads.percent,
        cell: (line) =>
          line.percent === null ? '' : signed(line.percent, formatPercent(Math.abs(line.percent))),
      },
    );
  }
  return all;
}

const writtenOf = (props: PivotTableProps, line: Line): Written =>
  props.written(line.cells[0]?.place.indicator ?? '');

function Figure(props: PivotTableProps & { readonly line: Line; readonly at: number }) {
  const cell = props.line.cells[props.at];
  if (cell === undefined || cell.value === null) {
    return (
      <>
        <span aria-hidden="true">{words.unknown}</span>
        <VisuallyHidden>{words.unknownSaid}</VisuallyHidden>
      </>
    );
  }
  return (
    <FigureLink
      value={valueText(cell.value, props.written(cell.place.indicator))}
      href={props.href(cell.place) ?? undefined}
    />
  );
}

function totalText(total: Value, sample: Value, written: Written): string {
  if (total === null) return '';
  if (typeof sample === 'boolean') return words.yesCount(Number(total));
  return valueText(total, written);
}

const shareText = (share: number | null): string => (share === null ? '' : formatNumber(share, 1));

const signed = (value: number, text: string): string =>
  value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;

/** '+1,5', '−3', '0': a change, as the figure itself is written. */
export function differenceText(difference: number | null, written: Written): string {
  if (difference === null) return '';
  return signed(difference, valueText(Math.abs(difference), written));
}
