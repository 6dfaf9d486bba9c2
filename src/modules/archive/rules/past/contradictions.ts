import { matchKey } from '../../../../kernel/vietnamese/fold.ts';
import { contradiction, countProblems, sumOf } from './figures.ts';
import { dossierProblems } from './rows.ts';
import { percentProblems } from './shares.ts';
import type { Contradiction, Figure, PastEdition, PastField, PastPrize } from './types.ts';

/**
 * Where the figures of a past edition contradict each other, in the order of the file; each place
 * once. They are reported and never mended.
 */
export function contradictions(edition: PastEdition): Contradiction[] {
  const { fields, prizes, entries, prizesTotal } = edition;
  const found = [
    ...countProblems(entries, 'entries_total'),
    ...fields.flatMap((field) => countProblems(field.entries, field.name)),
    ...prizes.flatMap((prize) => countProblems(prize.count, prize.name)),
    ...countProblems(prizesTotal, 'prizes_total'),
    ...wholeProblems(
      entries,
      fields.map((field) => field.entries),
      'entries_total',
    ),
    ...fields.flatMap(fieldProblems),
    ...percentProblems(fields),
    ...wholeProblems(
      prizesTotal,
      prizes.map(({ count }) => count),
      'prizes_total',
    ),
    ...spreadProblems(edition),
    ...prizesOverEntries(edition),
    ...twiceProblems([...fields], 'fields'),
    ...twiceProblems(prizes, 'prizes'),
    ...dossierProblems(edition),
  ];
  return [...new Map(found.map((one) => [`${one.code} ${one.path}`, one])).values()];
}

/** What other checks found beside these: those of places that are told here already are left out. */
export function besides<T extends { readonly path: string }>(
  own: readonly Contradiction[],
  others: readonly T[],
): T[] {
  const told = new Set(own.map(({ path }) => path));
  return others.filter(({ path }) => !told.has(path));
}

function wholeProblems(
  whole: Figure | null,
  parts: readonly (Figure | null)[],
  label: string,
): Contradiction[] {
  const stated = whole?.value ?? null;
  const computed = sumOf(parts, stated);
  if (whole === null || stated === null || computed === null || computed === stated) return [];
  return [contradiction('sum', whole.path, whole.stated, computed, { label })];
}

/** Prizes of a field against its entries, and its prizes by name against their sum. */
function fieldProblems({ name, entries, prizes, byPrize }: PastField): Contradiction[] {
  const counts = byPrize.map(({ count }) => count);
  const all = prizes?.value ?? sumOf(counts, entries?.value ?? null);
  const place = prizes ?? counts[0];
  const more = all !== null && entries?.value != null && place !== undefined && all > entries.value;
  return [
    ...countProblems(prizes, name),
    ...byPrize.flatMap((prize) => countProblems(prize.count, prize.name)),
    ...wholeProblems(prizes, counts, name),
    ...(more
      ? [contradiction('part_exceeds_whole', place.path, all, entries.value, { label: name })]
      : []),
  ];
}

/** Prizes of the fields against all prizes: together, and each name over the fields. */
function spreadProblems({ fields, prizes, prizesTotal }: PastEdition): Contradiction[] {
  const told = fields.map(
    (field) => field.prizes ?? (field.byPrize.length === 0 ? null : summed(field.byPrize)),
  );
  const together = told.some((one) => one !== null)
    ? wholeProblems(prizesTotal, told, 'prizes_total')
    : [];
  const named = prizes.flatMap(({ name, count }) => {
    const parts = fields
      .filter(({ byPrize }) => byPrize.length > 0)
      .map(({ byPrize }) => byPrize.find((one) => matchKey(one.name) === matchKey(name))?.count);
    const given = parts.filter((one) => one !== undefined);
    return given.length > 0 && fields.every(({ byPrize }) => byPrize.length > 0)
      ? wholeProblems(count, given, name)
      : [];
  });
  return [...together, ...named];
}

const summed = (prizes: readonly PastPrize[]): Figure => {
  const value = sumOf(
    prizes.map(({ count }) => count),
    null,
  );
  return { path: prizes[0]!.path, value, stated: value };
};

function prizesOverEntries({ entries, prizes, prizesTotal }: PastEdition): Contradiction[] {
  if (entries?.value == null) return [];
  const all =
    prizesTotal?.value ??
    sumOf(
      prizes.map(({ count }) => count),
      entries.value,
    );
  const path = prizesTotal?.path ?? prizes[0]?.path;
  return all !== null && path !== undefined && all > entries.value
    ? [contradiction('part_exceeds_whole', path, all, entries.value, { label: 'prizes_total' })]
    : [];
}

function twiceProblems(
  list: readonly { readonly name: string; readonly path: string }[],
  what: string,
): Contradiction[] {
  const names = list.map(({ name }) => matchKey(name));
  return list.flatMap(({ name, path }, at) =>
    names[at] !== '' && names.indexOf(names[at]!) < at
      ? [contradiction('twice', path, name, null, { label: name, what })]
      : [],
  );
}
