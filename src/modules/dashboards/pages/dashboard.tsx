import {
  type Accent,
  Chart,
  Empty,
  FigureLink,
  FilterMore,
  InlineLinks,
  type LinkItem,
  Table,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';
import type { TileTable } from '../web/tile-tables.ts';
import type { TileView } from '../web/tile-view.ts';
import { MapTile } from './map.tsx';

export interface DashboardProps {
  readonly tiles: readonly TileView[];
  readonly accent: Accent;
  /** Address of a tile's picture. */
  readonly pictureHref: (key: string) => string;
  /** Where the figures of a tile stand in full; null for everybody. */
  readonly openHref: (tile: TileView) => string | null;
}

/** The tiles of a dashboard, in their order. */
export function DashboardTiles(props: DashboardProps) {
  if (props.tiles.length === 0) return <Empty kind="first" title={words.empty} />;
  return (
    <div class="dashboard">
      {props.tiles.map((tile) => (
        <TileBox {...props} view={tile} />
      ))}
    </div>
  );
}

function TileBox(props: DashboardProps & { readonly view: TileView }) {
  const { view } = props;
  const open = props.openHref(view);
  return (
    <section class={`board-${view.tile.kind}`} id={`o-${view.tile.key}`}>
      <h2>{view.title}</h2>
      {view.gone === null ? <TileBody {...props} /> : <p>{view.gone}</p>}
      {view.gone !== null || open === null ? null : (
        <p>
          <a href={open}>
            {words.tile.open}
            <span class="sr">: {view.title}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function TileBody(props: DashboardProps & { readonly view: TileView }) {
  const { view } = props;
  const { key } = view.tile;
  return (
    <>
      <p class="help">{words.tile.period(view.period)}</p>
      {view.figure === null ? null : (
        <>
          <p class="tile-value">
            <FigureLink
              value={view.figure.cell.text}
              href={view.figure.cell.href}
              label={view.title}
            />
          </p>
          <ul class="tile-facts">
            {view.figure.facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        </>
      )}
      {view.map === null ? null : (
        <MapTile view={view.map} accent={props.accent} id={`ban-do-${key}`} />
      )}
      {view.chart === null ? null : (
        <Chart
          src={props.pictureHref(key)}
          alt={view.chart.alt}
          width={view.chart.width}
          height={view.chart.height}
          {...(view.chart.note === null ? {} : { caption: view.chart.note })}
        />
      )}
      {view.table === null ? null : view.chart === null ? (
        <TileRows table={view.table} title={view.title} />
      ) : (
        <FilterMore label={words.tile.table} open={false}>
          <TileRows table={view.table} title={view.title} />
        </FilterMore>
      )}
    </>
  );
}

function TileRows(props: { readonly table: TileTable; readonly title: string }) {
  const { table } = props;
  return (
    <Table
      scroll={table.columns.length > 6}
      caption={props.title}
      rows={table.rows}
      columns={[
        { key: 'row', label: table.head, header: true, cell: (row) => row.label },
        ...table.columns.map((label, at) => ({
          key: String(at),
          label,
          align: 'num' as const,
          nowrap: true,
          cell: (row: TileTable['rows'][number]) => (
            <FigureLink value={row.cells[at]?.text ?? ''} href={row.cells[at]?.href} />
          ),
        })),
      ]}
    />
  );
}

/** The other dashboards of the office. */
export function OtherDashboards(props: { readonly items: readonly LinkItem[] }) {
  if (props.items.length === 0) return null;
  return (
    <div class="dashboard-links">
      <span>{words.others}:</span>
      <InlineLinks items={props.items} />
    </div>
  );
}
