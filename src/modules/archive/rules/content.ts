import { foldForSearch, matchKey } from '../../../kernel/vietnamese/fold.ts';
import { parseRoman } from '../../../kernel/vietnamese/numbers.ts';
import type { EditionContent, EditionField, EditionKind, Prize } from '../../calls/index.ts';
import type { PastEdition } from './past/index.ts';
import { prizeKey, prizeRank } from './prizes.ts';

/** Words that the form of a past edition is labelled with. */
export interface PastLabels {
  readonly title: string;
  readonly authors: string;
  readonly place: string;
  readonly summary: string;
}

/** Keys of the answers of an imported dossier. */
export const pastKeys = {
  title: 'ten',
  authors: 'tac-gia',
  place: 'don-vi',
  summary: 'tom-tat',
} as const;

/** What an edition of the past sets, as far as the file tells; `year` where it tells none. */
export function pastContent(past: PastEdition, labels: PastLabels, year: number): EditionContent {
  return {
    kind: kindOf(past.name),
    name: past.name.slice(0, 300),
    ordinal: ordinalOf(past.name),
    years: yearsOf(past, year),
    basis: [],
    fields: fieldsOf(past),
    entrants: ['individual', 'group', 'organisation'],
    eligibility: {
      born: null,
      worked: null,
      made: null,
      awarded: [],
      group: null,
      representative: true,
    },
    form: formOf(labels),
    phases: [],
    rubrics: [],
    voting: [],
    prizes: { per: 'overall', prizes: prizesOf(past) },
    committee: { name: '', symbol: '', receipts: 'LT' },
    organisers: [],
  };
}

const kinds: readonly (readonly [RegExp, EditionKind])[] = [
  [/thanh thieu nien|nhi dong|thieu nhi/, 'youth_contest'],
  [/sang tao ky thuat|sang tao ki thuat/, 'technical_contest'],
  [/ton vinh|tri thuc tieu bieu/, 'honour'],
  [/tuyen chon/, 'selection'],
];

const kindOf = (name: string): EditionKind =>
  kinds.find(([pattern]) => pattern.test(foldForSearch(name)))?.[1] ?? 'contest';

/** 8 of 'lần thứ VIII', 'lần 8'. */
export function ordinalOf(name: string): number | null {
  const told = /\blan (?:thu )?([ivxlc]+|\d{1,3})\b/.exec(foldForSearch(name))?.[1];
  if (told === undefined) return null;
  return /^\d/.test(told) ? Number(told) : parseRoman(told.toUpperCase());
}

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)/g)].map(([found]) => Number(found));

/** Of the name; else of the dossiers. */
export function yearsOf(past: PastEdition, otherwise: number): EditionContent['years'] {
  const named = yearsIn(past.name);
  const told = named.length > 0 ? named : past.dossiers.flatMap(({ year }) => yearsIn(year));
  if (told.length === 0) return { first: otherwise, last: otherwise };
  return told.reduce(
    ({ first, last }, one) => ({ first: Math.min(first, one), last: Math.max(last, one) }),
    { first: told[0]!, last: told[0]! },
  );
}

/** Each once, with a code that is made of its name. */
function fieldsOf({ fields, dossiers }: PastEdition): EditionField[] {
  const names = unique([...fields, ...dossiers.map(({ field }) => ({ name: field }))], matchKey);
  const codes = new Set<string>();
  return names.map((name) => ({ code: freeCode(name, codes), name: name.slice(0, 300) }));
}

function prizesOf({ prizes, fields, dossiers }: PastEdition): Prize[] {
  const told = new Map(prizes.map(({ name, count }) => [prizeKey(name), count.value]));
  const named = [
    ...prizes,
    ...fields.flatMap(({ byPrize }) => byPrize),
    ...dossiers.map(({ prize }) => ({ name: prize })),
  ];
  const keys = new Set<string>();
  return unique(named, prizeKey)
    .toSorted((a, b) => prizeRank(a) - prizeRank(b))
    .map((name) => {
      const count = told.get(prizeKey(name));
      return {
        key: freeCode(prizeKey(name), keys),
        name: name.slice(0, 200),
        money: null,
        quota: count != null && Number.isInteger(count) && count > 0 ? count : null,
        floor: null,
        withheld: true,
        special: false,
      };
    });
}

function unique(
  list: readonly { readonly name: string }[],
  keyOf: (name: string) => string,
): string[] {
  const found = new Map<string, string>();
  for (const { name } of list) {
    const key = keyOf(name);
    if (key !== '' && !found.has(key)) found.set(key, name.trim());
  }
  return [...found.values()];
}

/** A code of a name: 'co-khi-tu-dong-hoa'; with a number where it is taken. Notes it as taken. */
export function freeCode(name: string, taken: Set<string>, longest = 36): string {
  const words = foldForSearch(name).replace(/[^a-z0-9]+/g, '-');
  const base = words.slice(0, longest).replace(/^[^a-z]+|-+$/g, '') || 'x';
  let code = base;
  for (let number = 2; taken.has(code); number += 1) code = `${base}-${number}`;
  taken.add(code);
  return code;
}

function formOf(labels: PastLabels): EditionContent['form'] {
  const base = {
    help: null,
    required: false,
    for: [],
    means: null,
    public: false,
    identifies: false,
  } as const;
  const key = pastKeys;
  return [
    {
      ...base,
      key: key.title,
      label: labels.title,
      kind: 'text',
      max: 1000,
      means: 'title',
      required: true,
      public: true,
    },
    {
      ...base,
      key: key.authors,
      label: labels.authors,
      kind: 'people',
      means: 'authors',
      count: { min: null, max: null },
      shares: false,
      asks: ['birth', 'workplace'],
      needs: [],
    },
    { ...base, key: key.place, label: labels.place, kind: 'text', max: 500, identifies: true },
    {
      ...base,
      key: key.summary,
      label: labels.summary,
      kind: 'long_text',
      means: 'summary',
      words: { min: null, max: null },
      characters: { min: null, max: null },
    },
  ];
}
