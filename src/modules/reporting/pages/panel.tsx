import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import {
  Chart,
  type Column,
  EntryList,
  InlineLinks,
  type LinkItem,
  PanelAside,
  SumRow,
  Table,
} from '../../../ui/index.ts';
import type { FigureRecord, YearFlow } from '../../indicators/index.ts';
import type { BenchmarkRow, BenchmarkTable, Peer } from '../queries/index.ts';
import { nationalText, ownText, placeName, valueText, vi } from '../vi.ts';
import { addressOf, type BenchmarkState, rowAnchor } from './address.ts';

export interface PanelProps {
  readonly state: BenchmarkState;
  readonly table: BenchmarkTable;
  readonly row: BenchmarkRow;
  /** How it is computed, in a few words. */
  readonly how: string;
  readonly links: readonly LinkItem[];
}

export interface RecordsPanelProps extends PanelProps {
  readonly records: readonly FigureRecord[];
  readonly total: number;
  readonly flow: YearFlow | null;
}

const closeHref = ({ state, row }: PanelProps): string =>
  `${addressOf(state, { indicator: null })}#${rowAnchor(row.code)}`;

/** What is behind our own figure: how it is computed, how the year moved it, its records. */
export function RecordsPanel(props: RecordsPanelProps) {
  const { state, table, row, records, total } = props;
  const value = row.unit === null ? ownText(row) : `${ownText(row)}\u00a0${row.unit}`;
  const files: LinkItem[] = [];
  if (total > records.length) {
    files.push({ href: addressOf(state, {}, '/ban-ghi'), label: vi.panel.all(total) });
  }
  if (total > 0) {
    files.push({ href: addressOf(state, {}, '/ban-ghi.xlsx'), label: vi.panel.download });
  }
  return (
    <PanelAside
      id="bang-ghi"
      kicker={vi.panel.kicker(row.code)}
      title={vi.panel.title(row.label, value)}
      closeHref={closeHref(props)}
    >
      <p>{vi.panel.lead(placeName(table.org.shortName), table.on, props.how)}</p>
      {props.flow === null ? null : <Flow flow={props.flow} row={row} on={table.on} />}
      {total === 0 ? <p>{vi.panel.none}</p> : null}
      <EntryList
        numbered
        plain
        items={records.map((record) => ({
          title: isOwn(record, table) ? record.title : record.organisation.name,
          href: record.page,
          meta: recordMeta(record, row, isOwn(record, table)),
        }))}
      />
      <InlineLinks items={files} />
      <PanelLinks {...props} view="peers" />
    </PanelAside>
  );
}

function PanelLinks(props: PanelProps & { readonly view: BenchmarkState['view'] }) {
  const { state, table, row, view } = props;
  const href = `${addressOf(state, { indicator: row.code, view })}#bang-ghi`;
  const label =
    view === 'peers'
      ? vi.panel.others(Math.max(0, table.peers - 1))
      : vi.panel.own(placeName(table.org.shortName));
  const shown = view === 'peers' || table.opens;
  return <InlineLinks items={shown ? [{ href, label }, ...props.links] : props.links} />;
}

function Flow(props: { readonly flow: YearFlow; readonly row: BenchmarkRow; readonly on: string }) {
  const { flow, row } = props;
  const text = (value: number) => valueText(value, row);
  return (
    <SumRow
      items={[
        { label: vi.panel.start, value: text(flow.start) },
        { label: vi.panel.added, value: flow.added > 0 ? `+${text(flow.added)}` : text(0) },
        { label: vi.panel.removed, value: flow.removed > 0 ? `−${text(flow.removed)}` : text(0) },
        { label: vi.panel.end(props.on), value: text(flow.end), result: true },
      ]}
    />
  );
}

const isOwn = (record: FigureRecord, table: BenchmarkTable): boolean =>
  record.organisation.code === table.org.code;

function recordMeta(record: FigureRecord, row: BenchmarkRow, own: boolean): string {
  const ranged = ['affiliation', 'fact', 'indicator_entry'].includes(record.type);
  const when =
    record.until !== null
      ? vi.panel.range(record.day, record.until)
      : record.day === null
        ? null
        : ranged
          ? vi.panel.from(record.day)
          : vi.panel.day(record.day);
  const amount = row.measured && row.measure !== 'years';
  return [
    own ? null : record.title,
    when,
    amount ? `${formatNumber(record.amount)}${row.unit === null ? '' : `\u00a0${row.unit}`}` : null,
    record.part === undefined ? null : vi.panel.part[record.part],
  ]
    .filter((word) => word !== null)
    .join(' · ');
}

function nationalWithUnit(row: BenchmarkRow): string {
  const value = nationalText(row) || vi.unknown;
  return row.nationalKind === 'mean' && row.unit !== null ? `${value}\u00a0${row.unit}` : value;
}

export interface PeersPanelProps extends PanelProps {
  readonly peers: readonly Peer[];
}

/** All unions with their values: a picture of where we stand, and the table that is the truth. */
export function PeersPanel(props: PeersPanelProps) {
  const { state, table, row, peers } = props;
  const columns: Column<Peer>[] = [
    { key: 'rank', label: vi.columns.rank, align: 'num', cell: (peer) => peer.rank ?? '–' },
    {
      key: 'union',
      label: vi.columns.union,
      header: true,
      cell: (peer) => placeName(peer.organisation.name),
    },
    {
      key: 'value',
      label: vi.columns.value,
      align: 'num',
      cell: (peer) => valueText(peer.value, row),
    },
  ];
  const ordered = row.rank !== null || peers.some((peer) => peer.rank !== null);
  return (
    <PanelAside
      id="bang-ghi"
      kicker={vi.panel.peersKicker(row.code)}
      title={vi.panel.title(row.label, nationalWithUnit(row))}
      closeHref={closeHref(props)}
    >
      <p>{vi.panel.lead(vi.panel.national, table.on, props.how)}</p>
      <Chart
        src={addressOf(state, { view: 'records' }, '/bieu-do.svg')}
        alt={vi.chartAlt(row.label, placeName(table.org.shortName), table.peers)}
        width={360}
        height={ordered ? 160 : 132}
      />
      <Table
        caption={vi.panel.peersKicker(row.code)}
        columns={ordered ? columns : columns.slice(1)}
        rows={peers}
        selected={(peer) => peer.organisation.code === table.org.code}
      />
      <PanelLinks {...props} view="records" />
    </PanelAside>
  );
}
