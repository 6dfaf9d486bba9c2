import { contains, type DateRange, isEmpty, lastDay, overlaps } from '../../kernel/date-range.ts';
import type { Day } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';

export const organisationKinds = [
  'national_union',
  'provincial_union',
  'sector_society',
  'member_association',
  'collective_member',
  'branch',
  'affiliated_unit',
  'agency',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const affiliationKinds = ['territorial', 'sectoral', 'branch', 'unit'] as const;
export type AffiliationKind = (typeof affiliationKinds)[number];

/** Kinds that count as members of the organisation they stand under. */
export const memberKinds: readonly OrganisationKind[] = [
  'provincial_union',
  'sector_society',
  'member_association',
  'collective_member',
];

/** Words that are pages beside an organisation's own under /to-chuc, so no code may be one. */
export const pageWords: readonly string[] = ['moi', 'xuat', 'nhap', 'tep-mau', 'goi-y', 'so-do'];

/** A stored value that holds for a time: a name, a fact. */
export interface DatedValue {
  readonly id: string;
  readonly during: DateRange;
}

/** Where a new dated value goes among those that are there. */
export type Placement =
  | { readonly kind: 'replace'; readonly id: string; readonly during: DateRange }
  | {
      readonly kind: 'insert';
      readonly during: DateRange;
      readonly cut: { readonly id: string; readonly during: DateRange } | null;
    }
  | { readonly kind: 'refuse'; readonly issue: Issue };

/**
 * Places a value that holds from a day on: it ends the one that holds on that day, and lasts until
 * the next one or the end of `bounds`. One that starts on the very same day is replaced: it was a
 * slip. `last` (inclusive) ends it earlier; it must not run into a later value.
 */
export function placeValue(
  values: readonly DatedValue[],
  bounds: DateRange,
  from: Day,
  until: Day | null,
): Placement {
  const outside = checkWithin(bounds, { from, until });
  if (outside !== null) return { kind: 'refuse', issue: outside };
  const same = values.find((value) => value.during.from === from);
  const next = values
    .filter((value) => value.during.from !== null && value.during.from > from)
    .map((value) => value.during.from as Day)
    .sort()[0];
  if (until !== null && next !== undefined && until > next) {
    return { kind: 'refuse', issue: issue('to', 'later_value', { next }) };
  }
  if (same !== undefined) {
    return { kind: 'replace', id: same.id, during: { from, until: until ?? same.during.until } };
  }
  const held = values.find((value) => contains(value.during, from));
  const natural = held?.during.until ?? next ?? bounds.until;
  return {
    kind: 'insert',
    during: { from, until: until ?? natural },
    cut:
      held === undefined ? null : { id: held.id, during: { from: held.during.from, until: from } },
  };
}

/** An issue when `during` is empty or leaves the time in which the organisation exists. */
export function checkWithin(existence: DateRange, during: DateRange): Issue | null {
  if (isEmpty(during)) {
    return issue('to', 'end_before_start', { start: during.from, end: lastOf(during) });
  }
  if (existence.from !== null && (during.from === null || during.from < existence.from)) {
    return issue('from', 'before_founding', { founded: existence.from });
  }
  if (existence.until === null) return null;
  if (during.from !== null && during.from >= existence.until) {
    return issue('from', 'after_closing', { closed: lastOf(existence) });
  }
  if (during.until !== null && during.until > existence.until) {
    return issue('to', 'after_closing', { closed: lastOf(existence) });
  }
  return null;
}

// The last day as people say it, also of an empty range (the day before its end).
function lastOf(range: DateRange): Day | null {
  return range.until === null ? null : lastDay({ from: null, until: range.until });
}

export interface Node {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly during: DateRange;
}

/** What is wrong with putting `child` under `parent`, the graph apart. */
export function checkAffiliation(
  child: Node,
  parent: Node,
  kind: AffiliationKind,
  during: DateRange,
  present: readonly { readonly during: DateRange }[],
): Issue[] {
  if (child.id === parent.id) return [issue('parent', 'own_parent')];
  const misfit = kindMisfit(child.kind, parent.kind, kind);
  if (misfit !== null) return [misfit];
  const own = checkWithin(child.during, during);
  if (own !== null) return [own];
  const above = checkWithin(parent.during, during);
  if (above !== null) {
    return [issue(above.path, `parent_${above.code}`, { ...above.data, parent: parent.name })];
  }
  const same = present.find((other) => overlaps(other.during, during));
  if (same === undefined) return [];
  return [
    issue('from', 'already_affiliated', {
      parent: parent.name,
      start: same.during.from,
      end: lastOf(same.during),
    }),
  ];
}

/** The way in which an organisation of this kind usually stands under another. */
export function usualAffiliation(childKind: string, parentKind: string): AffiliationKind {
  if (childKind === 'branch') return 'branch';
  if (childKind === 'affiliated_unit') return 'unit';
  return childKind === 'sector_society' || parentKind === 'sector_society'
    ? 'sectoral'
    : 'territorial';
}

function kindMisfit(child: string, parent: string, kind: AffiliationKind): Issue | null {
  if (kind === 'branch' && child !== 'branch') return issue('kind', 'only_branches');
  if (kind === 'unit' && child !== 'affiliated_unit') return issue('kind', 'only_units');
  const sectors = parent === 'sector_society' || parent === 'national_union';
  return kind === 'sectoral' && !sectors ? issue('kind', 'not_a_sector') : null;
}

/** What a fact's kind asks for, and what was given. */
export interface FactInput {
  readonly amount: number | null;
  readonly yes: boolean | null;
  readonly words: string | null;
}

export type FactMeasure = 'number' | 'yes_no' | 'text';

/** The value to store: yes is 1 and no is 0, so that figures can count it. */
export function factValue(
  measure: FactMeasure,
  input: FactInput,
): { amount: number | null; words: string | null } | Issue {
  if (measure === 'text') {
    return input.words === null ? issue('words', 'required') : { amount: null, words: input.words };
  }
  if (measure === 'yes_no') {
    return input.yes === null
      ? issue('yes', 'choose_one')
      : { amount: input.yes ? 1 : 0, words: null };
  }
  return input.amount === null
    ? issue('amount', 'required')
    : { amount: input.amount, words: null };
}

export function isIssue(value: object): value is Issue {
  return 'code' in value && 'path' in value;
}

// Folded, because rules hold no Vietnamese letters; longest first.
const OPENINGS = [
  'lien hiep cac hoi khoa hoc va ky thuat',
  'lien hiep cac hoi kh kt',
  'lien hiep hoi khoa hoc va ky thuat',
  'lien hiep hoi',
  'lhh kh kt',
  'lhh',
  'hoi khoa hoc va ky thuat',
  'hoi khoa hoc ky thuat',
  'hoi khoa hoc',
  'hoi',
];
const PLACES = ['thanh pho', 'tinh', 'tp'];

/** The lines of a seal: those that were uploaded, or two or three made of the short name. */
export function sealLines(uploaded: readonly string[] | null, shortName: string): string[] {
  if (uploaded !== null && uploaded.length > 0) return [...uploaded];
  const words = upper(shortName)
    .split(/[\s,·–-]+/)
    .filter((word) => foldForSearch(word) !== '');
  const rest = dropOpening(dropOpening(words, OPENINGS), PLACES);
  return balanced(rest.length > 0 ? rest : words);
}

function upper(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

function dropOpening(words: readonly string[], openings: readonly string[]): readonly string[] {
  for (const opening of openings) {
    for (let count = 1; count < words.length; count++) {
      if (foldForSearch(words.slice(0, count).join(' ')) === opening) return words.slice(count);
    }
  }
  return words;
}

// Two lines as even as they can be; three when the words are many.
function balanced(words: readonly string[]): string[] {
  const lines = words.length > 4 ? 3 : Math.min(2, words.length);
  if (lines <= 1) return [...words];
  const kept = words.slice(0, 6);
  const result: string[] = [];
  let at = 0;
  for (let line = lines; line > 0; line--) {
    const take = Math.ceil((kept.length - at) / line);
    result.push(kept.slice(at, at + take).join(' '));
    at += take;
  }
  return result;
}
