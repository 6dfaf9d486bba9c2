import { sameUnit, type UnitKey, unitForms, unitKey } from './units.ts';

/** What is looked up by a key: whoever has it. */
export function indexed<T>(
  items: readonly T[],
  keys: (item: T) => readonly string[],
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items)
    for (const key of new Set(keys(item))) {
      if (key === '') continue;
      const list = index.get(key);
      if (list === undefined) index.set(key, [item]);
      else list.push(item);
    }
  return index;
}

interface KeyedUnit {
  readonly text: string;
  readonly key: UnitKey;
}

// The same few hundred units stand in thousands of rows: each is read once in a search.
type Reader = (text: string) => UnitKey;

function unitReader(): Reader {
  const known = new Map<string, UnitKey>();
  return (text) => {
    const key = known.get(text) ?? unitKey(text);
    known.set(text, key);
    return key;
  };
}

const keyed = (units: readonly string[], read: Reader): KeyedUnit[] =>
  units.map((text) => ({ text, key: read(text) }));

/** Sides by how their units may be written. */
export interface UnitIndex<Of> {
  readonly sides: ReadonlyMap<string, readonly Side<Of>[]>;
  readonly read: Reader;
}

export function unitIndex<Of>(
  all: readonly Of[],
  unitsOf: (one: Of) => readonly string[],
  read: Reader = unitReader(),
): UnitIndex<Of> {
  const sides = all.map((of): Side<Of> => ({ of, units: keyed(unitsOf(of), read) }));
  return {
    sides: indexed(sides, ({ units }) => units.flatMap(({ key }) => unitForms(key))),
    read,
  };
}

/** Whoever stands before the dossiers: a judge, or somebody or some unit that a judge declared. */
interface Side<Of> {
  readonly of: Of;
  readonly units: readonly KeyedUnit[];
}

/** The pairs of sides and a text whose units are the same, each once. */
export function* unitPairs<Of>(
  { sides, read }: UnitIndex<Of>,
  texts: readonly string[],
): Generator<{ of: Of; judge: string; found: string; sure: boolean }> {
  const told = new Set<Of>();
  for (const { text, key } of keyed(texts, read))
    for (const side of unitForms(key).flatMap((form) => sides.get(form) ?? [])) {
      if (told.has(side.of)) continue;
      const best = side.units
        .map((unit) => ({ unit, same: sameUnit(unit.key, key) }))
        .filter(({ same }) => same !== null)
        .sort((a, b) => Number(b.same === 'sure') - Number(a.same === 'sure'))[0];
      if (best === undefined) continue;
      told.add(side.of);
      yield { of: side.of, judge: best.unit.text, found: text, sure: best.same === 'sure' };
    }
}
