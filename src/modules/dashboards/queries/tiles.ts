import type { Cx } from '../../../platform/command.ts';
import { type Definition, tableByCode } from '../../indicators/index.ts';
import { benchmarkCode } from '../../reporting/index.ts';
import { type PivotQuestion, plainQuestion } from '../rules/index.ts';
import type { Tile } from '../schema.ts';
import { type FigureReader, figureReader } from './figures.ts';
import { type Asker, pivotOf } from './pivot.ts';
import type { Pivot } from './pivot-shape.ts';

/** The figures behind a tile. */
export interface TileFigures {
  readonly tile: Tile;
  /** Of the tile's own group and periods. */
  readonly main: Pivot;
  /** Of one figure and a distribution: the other side, the peers or the organisation itself. */
  readonly beside: Pivot | null;
}

/** The question behind a tile: the same that its page of figures opens. */
export function tileQuestion(tile: Tile): PivotQuestion {
  const { group, count } = spanOf(tile);
  const { indicators, period, until, structure } = tile;
  const layout =
    tile.kind === 'table' && group !== 'own'
      ? 'organisation-indicator'
      : group === 'own'
        ? 'indicator-period'
        : 'organisation-period';
  return { ...plainQuestion, group, indicators, kind: period, count, until, structure, layout };
}

function spanOf(tile: Tile): { group: Tile['group']; count: number } {
  switch (tile.kind) {
    case 'figure':
      return { group: 'own', count: 2 };
    case 'line':
      return { group: 'own', count: tile.count };
    case 'map':
      return { group: 'peers', count: 1 };
    case 'bars':
    case 'distribution':
      return { group: tile.group === 'own' ? 'peers' : tile.group, count: 1 };
    case 'table':
      return { group: tile.group, count: tile.group === 'own' ? tile.count : 1 };
  }
}

interface Options {
  /** For everybody: what may be shown was decided when it was made public. */
  readonly open: boolean;
}

/** The figures of some tiles of one dashboard: what several of them need is asked for once. */
export async function tilesFigures(
  cx: Cx,
  tiles: readonly Tile[],
  place: Asker,
  { open }: Options,
): Promise<TileFigures[]> {
  const reader = await figureReader(cx);
  const along = [...new Set(tiles.flatMap((tile) => tile.indicators))].sort();
  const found: TileFigures[] = [];
  for (const tile of tiles) {
    const asked = { open, reader, along };
    const main = await pivotOf(cx, tileQuestion(tile), place, asked);
    found.push({ tile, main, beside: await besideOf(cx, tile, place, asked) });
  }
  return found;
}

async function besideOf(
  cx: Cx,
  tile: Tile,
  place: Asker,
  options: { open: boolean; reader: FigureReader; along: readonly string[] },
): Promise<Pivot | null> {
  const question = { ...tileQuestion(tile), count: 1 };
  // The values of others are not for everybody, nor what is inferred from them.
  if (tile.kind === 'figure' && !options.open) {
    return pivotOf(cx, { ...question, group: 'peers' }, place, options);
  }
  if (tile.kind === 'distribution') {
    return pivotOf(cx, { ...question, group: 'own' }, place, options);
  }
  return null;
}

/** The tiles of an organisation that made no dashboard: the first figures of the benchmark table. */
export async function defaultTiles(cx: Cx): Promise<Tile[]> {
  const reader = await figureReader(cx);
  const definitions = await reader.definitions(cx.clock.today());
  const table = await tableByCode(cx.db, benchmarkCode);
  const rows = (table?.lines ?? []).flatMap((line) => definitions.get(line.indicator ?? '') ?? []);
  return tilesFor(rows);
}

const plain: Omit<Tile, 'key' | 'kind' | 'indicators'> = {
  title: null,
  group: 'own',
  period: 'year',
  count: 5,
  until: null,
  structure: 'then',
};

/** Four figures, how the first of them went, where the organisation stands, the country, a table. */
export function tilesFor(rows: readonly Definition[]): Tile[] {
  const numbers = rows.filter(({ measure }) => measure !== 'yes_no' && measure !== 'years');
  const [first, second] = numbers;
  if (first === undefined) return [];
  const tile = (
    key: string,
    kind: Tile['kind'],
    codes: readonly Definition[],
    more: Partial<Tile> = {},
  ) => ({
    ...plain,
    key,
    kind,
    indicators: codes.map(({ code }) => code),
    ...more,
  });
  return [
    ...numbers.slice(0, 4).map((one, at) => tile(`so${at + 1}`, 'figure', [one])),
    tile('duong', 'line', [first]),
    tile('phanbo', 'distribution', [second ?? first], { group: 'peers' }),
    tile('bando', 'map', [second ?? first], { group: 'peers' }),
    tile('bang', 'table', numbers.slice(0, 6)),
  ];
}
