import { csvOf } from '../../../platform/documents/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { valueText } from '../../reporting/index.ts';
import { publicDashboards, type TileFigures, tilesFigures } from '../queries/index.ts';
import type { Dashboard, Tile } from '../schema.ts';
import { periodName, words } from '../vi/index.ts';
import { sendCsv } from './pivot.tsx';

export const path = 'bang-so-lieu';

export async function shownOf(c: WebContext): Promise<Dashboard> {
  const { cx, place } = c.var;
  const all = await publicDashboards(cx.db, place.organisationId);
  const found = all.find(({ pid }) => pid === c.req.param('pid'));
  if (found === undefined) throw new NotFound('dashboard');
  return found;
}

/** What everybody may see: of others only what stands below the one that publishes. */
export function publicTiles(dashboard: Pick<Dashboard, 'tiles' | 'organisationKind'>): Tile[] {
  const above = dashboard.organisationKind === 'national_union';
  const ofOthers = ({ kind, group }: Tile): boolean =>
    kind === 'map' ||
    ((kind === 'bars' || kind === 'distribution') && group !== 'below') ||
    (kind === 'table' && group === 'peers');
  return dashboard.tiles.filter((tile) => above || !ofOthers(tile));
}

export const figuresOf = (c: WebContext, tiles: readonly Tile[]): Promise<TileFigures[]> =>
  tilesFigures(c.var.cx, tiles, c.var.place, { open: true });

/** Every figure of a public dashboard, one an entry. */
async function entries(c: WebContext, dashboard: Dashboard) {
  const figures = await figuresOf(c, publicTiles(dashboard));
  return figures.flatMap(({ tile, main }) =>
    main.organisations.flatMap((organisation) =>
      main.indicators.flatMap(({ definition }) =>
        main.periods.map(({ period, on }) => {
          const [code, indicator] = [organisation.code, definition.code];
          const at = { organisation: code, indicator, period: period.code };
          return {
            tile: tile.title ?? tile.key,
            organisation: code,
            organisation_name: organisation.name,
            indicator,
            label: definition.label,
            unit: definition.unit,
            period: period.code,
            period_name: periodName(period),
            on,
            value: main.valueAt(at),
          };
        }),
      ),
    ),
  );
}

export async function csvFile(c: WebContext): Promise<Response> {
  const dashboard = await shownOf(c);
  const { columns } = words;
  const rows = (await entries(c, dashboard)).map((one) => [
    one.tile,
    one.organisation,
    one.organisation_name,
    one.indicator,
    one.label,
    one.unit,
    one.period_name,
    one.on,
    typeof one.value === 'boolean'
      ? valueText(one.value, { decimals: 0, measured: false })
      : one.value,
  ]);
  const head = [
    columns.tile,
    columns.organisation,
    columns.organisationName,
    columns.indicator,
    columns.indicatorLabel,
    columns.unit,
    columns.period,
    columns.on,
    columns.value,
  ];
  return sendCsv(c, csvOf([head, ...rows]), `${path}-${c.var.place.code}`);
}

export async function jsonFile(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const dashboard = await shownOf(c);
  return c.json({
    name: dashboard.name,
    source: place.name,
    on: cx.clock.today(),
    licence: words.site.licenceHref,
    values: await entries(c, dashboard),
  });
}
