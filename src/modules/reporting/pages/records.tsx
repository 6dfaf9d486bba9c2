import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { type Column, Empty, Pager, Table } from '../../../ui/index.ts';
import type { FigureRecord } from '../../indicators/index.ts';
import { vi } from '../vi.ts';

export interface RecordsPageProps {
  readonly records: readonly FigureRecord[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly href: (page: number) => string;
}

/** All records behind one figure. */
export function RecordsPage(props: RecordsPageProps) {
  if (props.total === 0) return <Empty kind="first" title={vi.panel.none} />;
  return (
    <>
      <Table caption={vi.sheet.records} columns={columns} rows={props.records} />
      <Pager page={props.page} size={props.size} total={props.total} href={props.href} />
    </>
  );
}

const words = vi.recordColumns;
const columns: Column<FigureRecord>[] = [
  {
    key: 'title',
    label: words.title,
    header: true,
    cell: (record) => <a href={record.page}>{record.title}</a>,
  },
  { key: 'organisation', label: words.organisation, cell: (record) => record.organisation.name },
  {
    key: 'day',
    label: words.day,
    nowrap: true,
    cell: (record) => (record.day === null ? '' : formatDate(record.day)),
  },
  {
    key: 'until',
    label: words.until,
    nowrap: true,
    cell: (record) => (record.until === null ? '' : formatDate(record.until)),
  },
  { key: 'amount', label: words.amount, align: 'num', cell: (r) => formatNumber(r.amount) },
];
