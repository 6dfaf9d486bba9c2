import { yearOf } from '../../../kernel/day.ts';
import { office } from '../../../platform/http/addresses.ts';
import {
  Alert,
  ButtonLink,
  type Column,
  DateInput,
  FigureLink,
  FilterBar,
  PositionBar,
  Select,
  Table,
} from '../../../ui/index.ts';
import type { BenchmarkRow, BenchmarkTable } from '../queries/index.ts';
import { nationalText, ownText, placeName, vi } from '../vi.ts';
import { addressOf, type BenchmarkState, rowAnchor, structureWord } from './address.ts';

export function FileButtons(props: { readonly state: BenchmarkState }) {
  const closed = { indicator: null };
  return (
    <>
      <ButtonLink icon="download" href={addressOf(props.state, closed, '.xlsx')}>
        {vi.excel}
      </ButtonLink>
      <ButtonLink href={addressOf(props.state, closed, '.docx')}>{vi.word}</ButtonLink>
    </>
  );
}

export interface FiltersProps {
  readonly state: BenchmarkState;
  readonly table: BenchmarkTable;
  readonly years: readonly number[];
  /** As it was typed, when it could not be read. */
  readonly typed: string;
  readonly error: string | undefined;
}

export function Filters(props: FiltersProps) {
  const { state, table } = props;
  const year = String(yearOf(state.on));
  const known = table.unions.some((union) => union.code === state.org);
  const unions = known
    ? table.unions
    : [{ code: table.org.code, name: table.org.shortName }, ...table.unions];
  const { filters } = vi;
  const count = (structure: BenchmarkState['structure']) =>
    structure === state.structure ? table.peers : null;
  return (
    <FilterBar
      action={addressOf({ ...state, org: state.place, indicator: null }).replace(/\?.*$/, '')}
      submit={filters.show}
      hidden={{
        'nam-truoc': year,
        'chi-tieu': state.indicator,
        xem: state.indicator !== null && state.view === 'peers' ? 'don-vi' : null,
      }}
    >
      <Select
        name="don-vi"
        label={filters.union}
        width="s"
        value={state.org}
        options={unions.map(({ code, name }) => ({ value: code, label: placeName(name) }))}
      />
      <Select
        name="nam"
        label={filters.year}
        width="s"
        value={year}
        options={props.years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <DateInput name="ngay" label={filters.on} value={props.typed} error={props.error} />
      <Select
        name="co-cau"
        label={filters.structure}
        width="s"
        value={structureWord(state.structure)}
        options={[
          { value: structureWord('then'), label: filters.asThen(count('then')) },
          { value: structureWord('today'), label: filters.asToday(count('today')) },
        ]}
      />
    </FilterBar>
  );
}

interface Line {
  readonly group: { readonly code: string; readonly label: string };
  readonly row: BenchmarkRow;
}

/** Rows under their top heading; the lower headings repeat what the labels say. */
function linesOf(table: BenchmarkTable): Line[] {
  let group = { code: '', label: '' };
  const lines: Line[] = [];
  for (const line of table.lines) {
    if (line.kind === 'row') lines.push({ group, row: line.row });
    else if (line.level === 1) group = { code: line.number, label: line.text };
  }
  return lines;
}

export interface BenchmarkTableProps {
  readonly state: BenchmarkState;
  readonly table: BenchmarkTable;
}

export function BenchmarkRows(props: BenchmarkTableProps) {
  const { state, table } = props;
  const compared = table.unions.some((union) => union.code === table.org.code);
  return (
    <>
      {table.peers === 0 ? <Alert tone="info">{vi.noPeers(table.org.shortName)}</Alert> : null}
      {table.peers > 0 && !compared ? (
        <Alert tone="info">{vi.notPeer(table.org.shortName)}</Alert>
      ) : null}
      {table.opens ? null : <Alert tone="info">{vi.closed(table.org.shortName)}</Alert>}
      <Table
        caption={vi.title}
        columns={columns(props)}
        rows={linesOf(table)}
        groupKey={(line) => line.group.code}
        group={(line) => (line.group.label === '' ? undefined : line.group)}
        selected={(line) => line.row.code === state.indicator}
        rowId={(line) => rowAnchor(line.row.code)}
        empty={vi.empty}
      />
      <p class="help">
        {vi.foot(table.peers)} {table.sample ? vi.sample : null}{' '}
        <a href={office(state.place, 'bao-cao/chi-tieu')}>{vi.definitions}</a>
      </p>
    </>
  );
}

function columns({ state, table }: BenchmarkTableProps): Column<Line>[] {
  const records = (row: BenchmarkRow) =>
    `${addressOf(state, { indicator: row.code, view: 'records' })}#bang-ghi`;
  const peers = (row: BenchmarkRow) => addressOf(state, { indicator: row.code, view: 'peers' });
  return [
    { key: 'number', label: vi.columns.number, cell: ({ row }) => row.number, phone: 'hidden' },
    {
      key: 'label',
      label: vi.columns.label,
      header: true,
      cell: ({ row }) => (
        <>
          {row.unit === null ? row.label : `${row.label} (${row.unit})`}
          {row.note ? <span class="cell-note">{row.note}</span> : null}
        </>
      ),
    },
    {
      key: 'national',
      label: vi.columns.national,
      align: 'num',
      phone: 'half',
      cell: ({ row }) => (
        <FigureLink
          value={nationalText(row)}
          href={row.national === null ? undefined : peers(row)}
        />
      ),
    },
    {
      key: 'own',
      label: placeName(table.org.shortName),
      align: 'num',
      phone: 'half',
      cell: ({ row }) => (
        <FigureLink
          own
          value={ownText(row)}
          href={table.opens ? records(row) : undefined}
          entered={row.measure === 'entered' && row.own !== null}
        />
      ),
    },
    {
      key: 'place',
      label: vi.columns.place(table.peers),
      phone: 'bare',
      cell: ({ row }) => <PositionBar rank={row.rank} of={table.peers} />,
    },
  ];
}
