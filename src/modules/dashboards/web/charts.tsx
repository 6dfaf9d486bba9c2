import { bars, type ChartLook, distribution, line } from '../../../platform/documents/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type Accent, accentFor, accents, TileMap } from '../../../ui/index.ts';
import type { TileFigures } from '../queries/index.ts';
import { periodName, words } from '../vi/index.ts';
import { barsOf, meanOf, type TileSurroundings, valuesOf } from './tile-tables.ts';
import { tileView } from './tile-view.ts';

export function accentOf(c: WebContext): Accent {
  const found = accentFor(c.var.place.accent);
  return found.ok ? found.accent : accents.indigo;
}

/** The picture of a tile, at an address of its own. @throws NotFound for a tile without one */
export async function tilePicture(
  c: WebContext,
  figures: TileFigures,
  around: TileSurroundings,
): Promise<Response> {
  const svg = await drawn(figures, around, accentOf(c));
  if (svg === null) throw new NotFound('chart');
  return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
}

async function drawn(
  figures: TileFigures,
  around: TileSurroundings,
  accent: Accent,
): Promise<string | null> {
  const { tile, main, beside } = figures;
  const view = tileView(figures, around);
  if (view.map !== null) {
    const squares = view.map.squares.map(({ href: _, ...square }) => square);
    return String(<TileMap tiles={squares} alt={view.map.alt} accent={accent} id="m" />);
  }
  const definition = main.indicators[0]?.definition;
  if (view.chart === null || definition === undefined) return null;
  const look: ChartLook = {
    accent,
    decimals: definition.decimals,
    title: view.chart.alt,
    width: view.chart.width,
    height: view.chart.height,
  };
  const whole = valuesOf(main).every(({ value }) => Number.isInteger(value));
  const decimals = whole ? 0 : definition.decimals;
  if (tile.kind === 'line') {
    const points = main.periods.map(({ period }) => {
      const at = { organisation: around.code, indicator: definition.code, period: period.code };
      const value = main.valueAt(at);
      return { label: periodName(period), value: value === null ? null : Number(value) };
    });
    const plain = points.every(({ value }) => value === null || Number.isInteger(value));
    return line(points, { ...look, decimals: plain ? 0 : definition.decimals });
  }
  if (tile.kind === 'bars') {
    const items = barsOf(main, around.code).map(({ code, name, value }) => ({
      label: name,
      value,
      own: code === around.code,
    }));
    return bars(items, { ...look, decimals, height: items.length * 36 + 24 });
  }
  const own = beside === null ? undefined : valuesOf(beside)[0];
  const middle = meanOf(main);
  return distribution(
    {
      peers: valuesOf(main).map(({ value }) => value),
      own: own === undefined ? null : { label: own.name, value: own.value },
      middle: middle === null ? null : { label: words.tile.mean, value: middle },
    },
    look,
  );
}
