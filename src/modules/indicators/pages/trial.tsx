import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { Alert, type Column, EntryList, Section, Table } from '../../../ui/index.ts';
import type { FigureRecord } from '../queries/records.ts';
import type { FigureValue, National } from '../rules/index.ts';
import { choices, vi } from '../vi.ts';

interface TriedUnion {
  readonly code: string;
  readonly name: string;
  readonly value: FigureValue;
  readonly rank: number | null;
  readonly peer: boolean;
}

/** What an indicator would count, before anything of it is saved. */
export interface Trial {
  readonly on: string;
  readonly dayBad: boolean;
  readonly sentence: string;
  readonly unit: string | null;
  readonly decimals: number;
  readonly unions: readonly TriedUnion[];
  readonly national: number | null;
  readonly nationalKind: National;
  /** Code of the union whose records are shown. */
  readonly chosen: string;
  /** null for one who may not open them. */
  readonly records: { readonly items: readonly FigureRecord[]; readonly total: number } | null;
}

/** A figure in words, with its unit. */
export function figureText(value: FigureValue, decimals: number, unit: string | null): string {
  if (value === null) return vi.unknown;
  if (typeof value === 'boolean') return value ? vi.yes : vi.no;
  const shown = formatNumber(value, Number.isInteger(value) ? 0 : decimals);
  return unit === null ? shown : `${shown}\u00a0${unit}`;
}

export function TrialResult(props: Trial) {
  const words = vi.build;
  const chosen = props.unions.find((one) => one.code === props.chosen);
  return (
    <>
      {props.dayBad ? <Alert tone="warn">{words.previewDayBad}</Alert> : null}
      <Alert tone="info" title={words.means}>
        {props.sentence}
      </Alert>
      {chosen === undefined ? null : (
        <>
          <p class="trial-figure">
            <span>{vi.previewLead(chosen.name, props.on)}</span>
            <strong>{figureText(chosen.value, props.decimals, props.unit)}</strong>
          </p>
          <TrialRecords {...props} name={chosen.name} />
        </>
      )}
      <TrialUnions {...props} />
    </>
  );
}

function TrialRecords({ records, name }: Trial & { readonly name: string }) {
  if (records === null) return <p>{vi.build.recordsClosed}</p>;
  return (
    <Section title={vi.build.records(name)} level={3}>
      {records.total === 0 ? <p>{vi.previewNone}</p> : null}
      <EntryList
        numbered
        plain
        items={records.items.map((record) => ({
          title: record.title,
          href: record.page,
          meta: [record.day === null ? null : formatDate(record.day), record.organisation.name]
            .filter((part) => part !== null)
            .join(' · '),
        }))}
      />
      {records.total > records.items.length ? (
        <p>{vi.previewMore(records.items.length, records.total)}</p>
      ) : null}
    </Section>
  );
}

function TrialUnions(props: Trial) {
  const peers = props.unions.filter(({ peer }) => peer);
  if (peers.length === 0) return null;
  const known = peers.filter(({ value }) => value !== null).length;
  const sorted = peers.toSorted((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1));
  return (
    <details class="trial-unions">
      <summary>{vi.build.unions(known, peers.length)}</summary>
      {props.national === null ? null : <p>{vi.build.national(nationalWords(props))}</p>}
      <Table
        caption={vi.build.unions(known, peers.length)}
        columns={columns(props)}
        rows={sorted}
      />
    </details>
  );
}

function nationalWords({ national, nationalKind, decimals }: Trial): string {
  const shown = formatNumber(national ?? 0, nationalKind === 'mean' ? Math.max(decimals, 1) : 0);
  return `${choices.national[nationalKind].toLocaleLowerCase('vi')} ${shown}`;
}

const columns = ({ decimals, unit }: Trial): Column<TriedUnion>[] => [
  { key: 'name', label: vi.build.union, header: true, cell: (one) => one.name },
  {
    key: 'value',
    label: vi.build.value,
    align: 'num',
    phone: 'half',
    cell: (one) => figureText(one.value, decimals, unit),
  },
  { key: 'rank', label: vi.build.rank, align: 'num', phone: 'half', cell: (one) => one.rank ?? '' },
];
