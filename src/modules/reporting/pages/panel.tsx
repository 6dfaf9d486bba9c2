import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { EntryList, InlineLinks, type LinkItem, PanelAside, SumRow } from '../../../ui/index.ts';
import type { FigureRecord, YearFlow } from '../../indicators/index.ts';
import type { BenchmarkRow, BenchmarkTable } from '../queries/index.ts';
import { ownText, placeName, valueText, vi } from '../vi.ts';
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

export const closeHref = ({ state, row }: PanelProps): string =>
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
      <PanelLinks {...props} />
    </PanelAside>
  );
}

function PanelLinks(props: PanelProps) {
  const { state, table, row } = props;
  const others = {
    href: addressOf(state, { indicator: row.code, view: 'peers' }),
    label: vi.panel.others(Math.max(0, table.peers - 1)),
  };
  const links = table.peers > 0 ? [others, ...props.links] : props.links;
  return (
    <ul class="link-lines">
      {links.map((link) => (
        <li>
          <a href={link.href}>{link.label}</a>
        </li>
      ))}
    </ul>
  );
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
