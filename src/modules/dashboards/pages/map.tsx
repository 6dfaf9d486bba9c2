import {
  type Accent,
  type Content,
  FilterMore,
  MapLegend,
  Table,
  TileMap,
} from '../../../ui/index.ts';
import { mapWords as words } from '../vi/index.ts';
import type { MapView } from '../web/map-view.ts';

export interface MapProps {
  readonly view: MapView;
  readonly accent: Accent;
  readonly id: string;
}

/** The map, and beside it what its shades mean. */
export function MapPicture(props: MapProps & { readonly children?: Content }) {
  const { view, accent, id } = props;
  return (
    <div class="map-columns">
      <TileMap tiles={view.squares} alt={view.alt} accent={accent} id={id} />
      <div class="map-words">
        <MapLegend items={view.legend} accent={accent} id={id} />
        {view.thousands ? <p class="help">{words.thousands}</p> : null}
        {view.outside.length > 0 ? (
          <p class="help">{words.outside(view.outside.join(', '))}</p>
        ) : null}
        {view.ends === null ? null : (
          <>
            <Ends title={words.high} rows={view.ends.high} />
            <Ends title={words.low} rows={view.ends.low} />
          </>
        )}
        {props.children}
      </div>
    </div>
  );
}

function Ends(props: { readonly title: string; readonly rows: MapView['rows'] }) {
  return (
    <div>
      <h2>{props.title}</h2>
      <ul class="map-ends">
        {props.rows.map((row) => (
          <li>
            {row.href === undefined ? <span>{row.name}</span> : <a href={row.href}>{row.name}</a>}
            <span>{row.value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same figures as a table. */
export function MapTable({ view }: { readonly view: MapView }) {
  return (
    <Table
      caption={words.table}
      rows={view.rows}
      columns={[
        {
          key: 'name',
          label: words.name,
          header: true,
          cell: (row) => (row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>),
        },
        {
          key: 'value',
          label: view.unit === null ? words.value : `${words.value} (${view.unit})`,
          align: 'num',
          cell: (row) => row.value,
        },
        ...(view.rows.some((row) => row.unions !== '')
          ? [
              {
                key: 'unions',
                label: words.unions,
                cell: (row: MapView['rows'][number]) => row.unions,
              },
            ]
          : []),
      ]}
    />
  );
}

export function MapTile(props: MapProps) {
  return (
    <MapPicture {...props}>
      <FilterMore label={words.table} open={false}>
        <MapTable view={props.view} />
      </FilterMore>
    </MapPicture>
  );
}
