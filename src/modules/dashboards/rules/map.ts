import type { Day } from '../../../kernel/day.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Value } from './pivot.ts';
import { type ProvinceTile, tiles34, tiles63 } from './tiles.ts';

export const mapKinds = ['34', '63'] as const;
/** The provinces of today, or those before 01/07/2025. */
export type MapKind = (typeof mapKinds)[number];

/** The day from which there are 34 provinces (resolution 202/2025/QH15). */
export const provincesOfToday: Day = '2025-07-01';

/** A union as the map knows it: by its code or by the name of its place. */
export interface MappedUnion {
  readonly code: string;
  readonly place: string;
  readonly value: Value;
}

export interface MapTile extends ProvinceTile {
  readonly name: string;
  readonly value: Value;
  /** 0 to 4, the highest values darkest; null: no figure, drawn hatched. */
  readonly shade: number | null;
  readonly unions: readonly MappedUnion[];
  /** Several unions that cannot be added up. */
  readonly unaddable: boolean;
}

export const tilesOf = (kind: MapKind): readonly ProvinceTile[] =>
  kind === '34' ? tiles34 : tiles63;

const keyOf = (text: string): string => foldForSearch(text).replace(/[^a-z0-9]/g, '');

/** The key of the province of a union: its code, or the name of its place without signs; else null. */
export function provinceOf(union: Pick<MappedUnion, 'code' | 'place'>): string | null {
  const known = new Set(tiles63.map((tile) => tile.key));
  const found = [keyOf(union.code), keyOf(union.place)].find((key) => known.has(key));
  if (found !== undefined) return found;
  return keyOf(union.place) === 'hue' || keyOf(union.code) === 'hue' ? 'thuathienhue' : null;
}

/**
 * The map that a day's unions fit: that of today, unless unions of former provinces still stand
 * apart, which would share a tile.
 */
export function mapFor(day: Day, unions: readonly Pick<MappedUnion, 'code' | 'place'>[]): MapKind {
  if (day < provincesOfToday) return '63';
  const standing = unions.flatMap((union) => provinceOf(union) ?? []);
  const apart = tiles34.some(
    (tile) => tile.parts.filter((part) => standing.includes(part)).length > 1,
  );
  return apart ? '63' : '34';
}

/**
 * The tiles with their values and shades. In a province that was made of several, the values of its
 * unions are added where adding makes sense; otherwise the tile stays without a figure.
 */
export function mapTiles(
  kind: MapKind,
  unions: readonly MappedUnion[],
  adds: boolean,
  names: Readonly<Record<string, string>>,
): MapTile[] {
  const placed = Map.groupBy(unions, (union) => provinceOf(union) ?? '');
  const tiles = tilesOf(kind).map((tile) => {
    const inside = tile.parts.flatMap((part) => placed.get(part) ?? []);
    const known = inside.filter(({ value }) => value !== null);
    const unaddable = known.length > 1 && !adds;
    const value = unaddable ? null : together(known.map((union) => union.value));
    return { ...tile, name: names[tile.key] ?? tile.key, value, unions: inside, unaddable };
  });
  const shades = shadesOf(tiles.map((tile) => tile.value));
  return tiles.map((tile, at) => ({ ...tile, shade: shades[at] ?? null }));
}

function together(values: readonly Value[]): Value {
  if (values.length === 0) return null;
  if (values.length === 1) return values[0] ?? null;
  if (values.every((value) => typeof value === 'boolean')) return values.some(Boolean);
  return values.reduce((sum: number, value) => sum + Number(value), 0);
}

export const shadeCount = 5;

/**
 * Quantiles: about as many known values in each of five shades, equal values always in the same.
 * Yes is the darkest, no the lightest; null has none.
 */
export function shadesOf(values: readonly Value[]): (number | null)[] {
  const sorted = values.filter((value) => typeof value === 'number').toSorted((a, b) => a - b);
  const shadeBy = new Map<number, number>();
  sorted.forEach((value, at) => {
    // The middle of the places that equal values fill, so that ties do not pull to one side.
    if (shadeBy.has(value)) return;
    const last = sorted.lastIndexOf(value);
    const middle = (at + last + 1) / 2 / sorted.length;
    shadeBy.set(value, Math.min(shadeCount - 1, Math.floor(middle * shadeCount)));
  });
  return values.map((value) => {
    if (value === null) return null;
    if (typeof value === 'boolean') return value ? shadeCount - 1 : 0;
    return shadeBy.get(value) ?? null;
  });
}

export interface ShadeRange {
  readonly shade: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What each shade that is used stands for: its least and its greatest value, and how many. */
export function rangesOf(tiles: readonly Pick<MapTile, 'value' | 'shade'>[]): ShadeRange[] {
  return Array.from({ length: shadeCount }, (_, shade) => shade).flatMap((shade) => {
    const values = tiles.filter((tile) => tile.shade === shade).map((tile) => Number(tile.value));
    if (values.length === 0) return [];
    const [from, to] = [Math.min(...values), Math.max(...values)];
    return [{ shade, from, to, count: values.length }];
  });
}
