import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { MapSquare } from '../../../ui/index.ts';
import { placeName, structureDay, valueText } from '../../reporting/index.ts';
import type { Pivot } from '../queries/index.ts';
import {
  type MapKind,
  type MappedUnion,
  type MapTile,
  mapFor,
  mapTiles,
  provinceOf,
  rangesOf,
  type Value,
} from '../rules/index.ts';
import { type Written, writtenAs } from '../sheets/index.ts';
import { periodName, provinceWords, provinceWordsOfToday, mapWords as words } from '../vi/index.ts';

export interface MapView {
  readonly kind: MapKind;
  /** The other layout, for a link. */
  readonly other: MapKind;
  readonly alt: string;
  readonly squares: readonly MapSquare[];
  readonly legend: readonly { readonly shade: number | null; readonly label: string }[];
  readonly thousands: boolean;
  readonly unit: string | null;
  readonly rows: readonly {
    readonly name: string;
    readonly value: string;
    readonly unions: string;
    readonly href: string | undefined;
  }[];
  /** The highest and the lowest; none where there is only yes and no, or too few. */
  readonly ends: { readonly high: MapView['rows']; readonly low: MapView['rows'] } | null;
  /** Unions that stand in no tile. */
  readonly outside: readonly string[];
}

/** Where a tile leads: the figure of its union, or of its unions beside each other. */
export type TileHref = (
  unions: readonly string[],
  figure: {
    readonly indicator: string;
    readonly period: string;
    readonly on: string;
    readonly structure: 'then' | 'today';
  },
) => string | undefined;

const mostLetters = 6;

/** The map of a pivot's first indicator and last period; null where it has none. */
export function mapView(
  pivot: Pivot,
  asked: MapKind | null,
  today: string,
  href: TileHref,
): MapView | null {
  const definition = pivot.indicators[0]?.definition;
  const at = pivot.periods.at(-1);
  if (definition === undefined || at === undefined) return null;
  const { code } = definition;
  const unions = pivot.organisations.map((one) => ({
    code: one.code,
    place: one.name,
    value: pivot.valueAt({ organisation: one.code, indicator: code, period: at.period.code }),
  }));
  const day = structureDay(pivot.question.structure, at.on, today);
  const kind = asked ?? mapFor(day, unions);
  const names = wordsOf(kind);
  const { structure } = pivot.question;
  const figure = { indicator: code, period: at.period.code, on: at.on, structure };
  const hrefOf = (inside: readonly MappedUnion[]) =>
    inside.length === 0
      ? undefined
      : href(
          inside.map((one) => one.code),
          figure,
        );
  const adds = ['count', 'sum', 'stock'].includes(definition.measure);
  const tiles = mapTiles(
    kind,
    unions,
    adds,
    Object.fromEntries(Object.entries(names).map(([key, [, name]]) => [key, name])),
  );
  const written = writtenAs(definition);
  const full = (value: Value) => (value === null ? words.none : valueText(value, written));
  const thousands = tiles.some(
    (tile) => shortText(tile.value, written, false).length > mostLetters,
  );
  const rows = tiles
    .toSorted((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1))
    .map((tile) => ({
      name: tile.name,
      value: tile.unaddable ? words.unaddable : full(tile.value),
      unions: tile.unions.length > 1 ? words.several(tile.unions.length) : '',
      href: hrefOf(tile.unions),
    }));
  const unit = definition.unit === null ? '' : ` ${definition.unit}`;
  return {
    kind,
    other: kind === '34' ? '63' : '34',
    alt: words.alt(definition.label, periodName(at.period)),
    thousands,
    unit: definition.unit,
    squares: tiles.map((tile) => ({
      column: tile.column,
      row: tile.row,
      short: names[tile.key]?.[0] ?? tile.key,
      value: shortText(tile.value, written, thousands),
      label: `${tile.name}: ${full(tile.value)}${tile.value === null ? '' : unit}`,
      shade: tile.shade,
      href: hrefOf(tile.unions),
    })),
    legend: legendOf(tiles, full),
    rows,
    ends: endsOf(tiles, rows),
    outside: unions
      .filter((union) => provinceOf(union) === null)
      .map((one) => placeName(one.place)),
  };
}

const atEachEnd = 5;

function endsOf(tiles: readonly MapTile[], rows: MapView['rows']): MapView['ends'] {
  const known = tiles.filter(({ value }) => typeof value === 'number').length;
  if (known < 3 * atEachEnd) return null;
  return { high: rows.slice(0, atEachEnd), low: rows.slice(known - atEachEnd, known) };
}

const wordsOf = (kind: MapKind) =>
  kind === '34' ? { ...provinceWords, ...provinceWordsOfToday } : provinceWords;

function shortText(value: Value, written: Written, thousands: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (thousands)
    return formatNumber(Math.round(value / 100) / 10, Math.abs(value) < 1_000_000 ? 1 : 0);
  return Number.isInteger(value) && !written.measured
    ? formatNumber(value)
    : formatNumber(value, Math.abs(value) >= 1000 ? 0 : Math.min(1, written.decimals));
}

function legendOf(tiles: readonly MapTile[], full: (value: Value) => string): MapView['legend'] {
  const yesNo = tiles.some((tile) => typeof tile.value === 'boolean');
  const shades = rangesOf(tiles).map(({ shade, from, to, count }) => ({
    shade,
    label: yesNo
      ? words.range(full(shade > 0), full(shade > 0), count)
      : words.range(full(from), full(to), count),
  }));
  const empty = tiles.some((tile) => tile.value === null);
  return [...shades.reverse(), ...(empty ? [{ shade: null, label: words.none }] : [])];
}
