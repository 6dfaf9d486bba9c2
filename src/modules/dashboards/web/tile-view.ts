import type { Definition } from '../../indicators/index.ts';
import { placeName } from '../../reporting/index.ts';
import { differenceText } from '../pages/pivot.tsx';
import type { TileFigures } from '../queries/index.ts';
import type { Value } from '../rules/index.ts';
import type { Tile } from '../schema.ts';
import { writtenAs } from '../sheets/index.ts';
import { periodHead, periodName, words } from '../vi/index.ts';
import { type MapView, mapView } from './map-view.ts';
import {
  cell,
  mostBars,
  ranked,
  rankOf,
  type TileCell,
  type TileSurroundings,
  type TileTable,
  tableOf,
} from './tile-tables.ts';

/** A tile as its page shows it. */
export interface TileView {
  readonly tile: Tile;
  readonly title: string;
  readonly period: string;
  /** In place of everything else: why there is nothing. */
  readonly gone: string | null;
  readonly figure: { readonly cell: TileCell; readonly facts: readonly string[] } | null;
  readonly chart: {
    readonly alt: string;
    readonly width: number;
    readonly height: number;
    readonly note: string | null;
  } | null;
  readonly map: MapView | null;
  readonly table: TileTable | null;
}

// A picture shrinks to the width of a phone, and its letters with it.
const narrow = 360;
const wide = 520;

/** A tile with its figures, in words. */
export function tileView(figures: TileFigures, around: TileSurroundings): TileView {
  const { tile, main } = figures;
  const definition = main.indicators[0]?.definition;
  const last = main.periods.at(-1);
  const empty = { figure: null, chart: null, map: null, table: null };
  if (definition === undefined || last === undefined) {
    const gone = words.tile.gone(tile.indicators.join(', '));
    return { tile, title: tile.title ?? tile.indicators.join(', '), period: '', gone, ...empty };
  }
  const title = tile.title ?? (tile.kind === 'table' ? words.tile.mainTable : definition.label);
  const period = periodHead(last.period, last.on, last.running);
  const base = { tile, title, period, gone: null, ...empty };
  const name = placeName(around.shortName);
  switch (tile.kind) {
    case 'figure':
      return { ...base, figure: figureOf(figures, definition, around) };
    case 'line': {
      const alt = words.tile.lineAlt(definition.label, name);
      const table = tableOf(main, around, 'periods');
      return {
        ...base,
        chart: { alt, width: main.periods.length > 6 ? wide : narrow, height: 280, note: null },
        table,
      };
    }
    case 'bars': {
      const table = ranked(main, definition, around);
      const shown = Math.min(mostBars, table.rows.length);
      const note = table.rows.length > mostBars ? words.tile.first(shown, table.rows.length) : null;
      const alt = words.tile.barsAlt(definition.label, periodName(last.period));
      return {
        ...base,
        chart: {
          alt,
          width: tile.group === 'below' ? wide : narrow,
          height: shown * 36 + 24,
          note,
        },
        table,
      };
    }
    case 'distribution': {
      const alt = words.tile.placeAlt(definition.label, name, main.organisations.length);
      return {
        ...base,
        chart: { alt, width: narrow, height: 160, note: null },
        table: ranked(main, definition, around),
      };
    }
    case 'map':
      return { ...base, map: mapView(main, null, around.today, around.mapHref) };
    case 'table':
      return {
        ...base,
        table: tableOf(main, around, tile.group === 'own' ? 'indicators' : 'organisations'),
      };
  }
}

function figureOf(
  { main, beside }: TileFigures,
  definition: Definition,
  around: TileSurroundings,
): TileView['figure'] {
  const [before, last] = main.periods.length > 1 ? main.periods : [undefined, main.periods[0]];
  const at = { organisation: around.code, indicator: definition.code };
  const now = { ...at, period: last?.period.code ?? '' };
  const value = main.valueAt(now);
  const facts: string[] = [];
  if (before !== undefined && value !== null) {
    const earlier = main.valueAt({ ...at, period: before.period.code });
    facts.push(changeText(earlier, value, periodName(before.period), definition));
  }
  const rank = beside === null ? null : rankOf(beside, around.code, definition.code);
  if (rank !== null) facts.push(words.tile.rank(rank.rank, rank.of));
  const written = cell(main, around, now);
  const text =
    definition.unit === null || value === null
      ? written.text
      : `${written.text} ${definition.unit}`;
  return { cell: { ...written, text }, facts };
}

function changeText(earlier: Value, value: Value, before: string, definition: Definition): string {
  if (earlier === null) return words.tile.noBefore(before);
  if (earlier === value) return words.tile.same(before);
  if (typeof earlier !== 'number' || typeof value !== 'number') {
    return value === true ? words.tile.newYes(before) : words.tile.noBefore(before);
  }
  const difference = Number((value - earlier).toPrecision(12));
  return words.tile.change(differenceText(difference, writtenAs(definition)), before);
}
