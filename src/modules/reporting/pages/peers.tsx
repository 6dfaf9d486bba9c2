import {
  ButtonLink,
  Chart,
  type Column,
  EntryList,
  PositionBar,
  Section,
  Table,
} from '../../../ui/index.ts';
import type { BenchmarkRow, Peer } from '../queries/index.ts';
import { nationalText, ownText, placeName, valueText, vi } from '../vi.ts';
import { addressOf } from './address.ts';
import { closeHref, type PanelProps } from './panel.tsx';

export interface PeersProps extends PanelProps {
  readonly peers: readonly Peer[];
}

const withUnit = (value: string, unit: string | null): string =>
  unit === null ? value : `${value}\u00a0${unit}`;

/** One sentence: our own figure, its rank, the figure of the whole. */
export function peersLead({ table, row }: PanelProps): string {
  const national = nationalText(row) || vi.unknown;
  const mean = row.nationalKind === 'mean';
  return vi.peers.lead({
    place: placeName(table.org.shortName),
    own: withUnit(ownText(row), row.own === null || !mean ? null : row.unit),
    rank: row.rank,
    peers: table.peers,
    national: mean ? withUnit(national, row.unit) : national,
    mean,
    on: table.on,
  });
}

/** The way back to the table, at the row that was left. */
export function BackToTable(props: PanelProps) {
  return <ButtonLink href={closeHref(props)}>{vi.back}</ButtonLink>;
}

/** All unions with their values: the table that is the truth, a page wide. */
export function PeersTable(props: PeersProps) {
  const { table, row, peers } = props;
  return (
    <div id="bang-ghi">
      <Table
        caption={vi.panel.peersKicker(row.code)}
        columns={columns(props)}
        rows={peers}
        selected={(peer) => peer.organisation.code === table.org.code}
      />
    </div>
  );
}

function columns({ state, table, row, peers }: PeersProps): Column<Peer>[] {
  const ordered = peers.some((peer) => peer.rank !== null);
  const all: (Column<Peer> & { readonly ranked?: boolean })[] = [
    {
      key: 'union',
      label: vi.columns.union,
      header: true,
      cell: ({ organisation }) => {
        const href = addressOf(state, { org: organisation.code, indicator: null });
        return <a href={href}>{placeName(organisation.name)}</a>;
      },
    },
    {
      key: 'value',
      label: row.unit === null ? vi.columns.value : `${vi.columns.value} (${row.unit})`,
      align: 'num',
      cell: (peer) => valueText(peer.value, row),
    },
    {
      key: 'place',
      label: vi.columns.place(table.peers),
      cell: (peer) => <PositionBar rank={peer.rank} of={table.peers} />,
      phone: 'bare',
      ranked: true,
    },
  ];
  return all.filter((column) => ordered || column.ranked !== true);
}

/** Beside the table: the picture of where we stand, how the figure is computed, where it opens. */
export function PeersAside(props: PeersProps & { readonly mayOpen: boolean }) {
  const { state, table, row } = props;
  const place = placeName(table.org.shortName);
  const own = {
    href: `${addressOf(state, { indicator: row.code, view: 'records' })}#bang-ghi`,
    label: vi.panel.own(place),
  };
  const links = props.mayOpen ? [own, ...props.links] : props.links;
  return (
    <>
      <Section title={vi.peers.picture}>
        <Chart
          src={addressOf(state, { view: 'records' }, '/bieu-do.svg')}
          alt={vi.chartAlt(row.label, place, table.peers)}
          width={360}
          height={hasOrder(row, props.peers) ? 160 : 132}
        />
      </Section>
      <Section title={vi.peers.how}>
        <p>{vi.peers.howText(props.how)}</p>
        <EntryList plain items={links.map((link) => ({ title: link.label, href: link.href }))} />
      </Section>
    </>
  );
}

const hasOrder = (row: BenchmarkRow, peers: readonly Peer[]): boolean =>
  row.rank !== null || peers.some((peer) => peer.rank !== null);
