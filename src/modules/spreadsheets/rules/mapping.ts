import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { addressOrder, sensitiveWords } from '../vi/header-words.ts';
import { letterOf } from './cell.ts';
import { type RosterField, repeatedFields, sensitiveFields } from './fields.ts';
import { genderCodes } from './gender-codes.ts';
import { profileOf, type SampledCell } from './profile.ts';
import { byTitle, type Titled } from './title-fields.ts';
import { degreesNamed, LEVELS, matchTitle, type TitleMatch } from './titles.ts';
import { fits, fromValues, type Suggestion } from './value-fields.ts';

export interface SampledColumn {
  readonly index: number;
  /** Decoded; '' where there is none. */
  readonly title: string;
  readonly cells: readonly SampledCell[];
}

export interface GuessedColumn {
  readonly index: number;
  readonly letter: string;
  readonly title: string;
  readonly field: RosterField;
  /** 0..1 */
  readonly certainty: number;
  readonly reason: 'header' | 'values' | 'both' | 'none';
  readonly sensitive: boolean;
  /**
   * 'month-first' dates; 'swapped', 'swap-doubt': see `dateSwapOf`; 'ordinal': the column of STT;
   * '1=male;0=female': signs for genders; 'PGS,TS': what a mark stands
   * for; 'addressed': names behind 'Ông', 'Bà'; 'down': an empty
   * cell means what stands above it.
   */
  readonly hint?: string;
}

interface Candidate extends Suggestion {
  readonly column: number;
  readonly reason: GuessedColumn['reason'];
}

interface Look extends Titled {
  readonly column: SampledColumn;
}

const LEAST = 0.5;

/** What each column is read as, by its title and its values; each field once, but phones, degrees. */
export function guessMapping(columns: readonly SampledColumn[], today: string): GuessedColumn[] {
  const looks = columns.map((column): Look => {
    const match = matchTitle(column.title);
    return { column, title: column.title, match, profile: profileOf(column.cells, today) };
  });
  const candidates = looks
    .flatMap((look, at) => candidatesOf(look, at, looks))
    .filter((one) => one.weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || a.column - b.column);
  const chosen = choose(candidates, looks);
  return looks.map((look, at) => guessed(look, chosen.get(at)));
}

function choose(candidates: readonly Candidate[], looks: readonly Look[]): Map<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const taken = new Set<RosterField>();
  for (const candidate of candidates) {
    if (chosen.has(candidate.column)) continue;
    if (taken.has(candidate.field) && !repeatedFields.includes(candidate.field)) continue;
    if (clashes(candidate.field, taken)) continue;
    chosen.set(candidate.column, candidate);
    taken.add(candidate.field);
  }
  keepOneAddress(chosen, looks);
  return chosen;
}

// A whole name beside its parts, a whole date beside its parts: the better one was taken first.
const rivals: readonly (readonly [readonly RosterField[], readonly RosterField[]])[] = [
  [['fullName'], ['familyMiddle', 'family', 'middle', 'given']],
  [['familyMiddle'], ['family', 'middle']],
  [['birthDate'], ['birthDay', 'birthMonth']],
];

function clashes(field: RosterField, taken: ReadonlySet<RosterField>): boolean {
  return rivals.some(
    ([a, b]) =>
      (a.includes(field) && b.some((one) => taken.has(one))) ||
      (b.includes(field) && a.some((one) => taken.has(one))),
  );
}

// Parts of one address are joined; of several whole addresses the one to live at is taken.
function keepOneAddress(chosen: Map<number, Candidate>, looks: readonly Look[]): void {
  const wholes = [...chosen]
    .filter(([, { field }]) => field === 'address')
    .map(([at]) => ({ at, match: looks[at]!.match }))
    .filter(({ match }) => match?.kind !== 'address-part')
    .sort((a, b) => addressRank(a.match) - addressRank(b.match) || a.at - b.at);
  for (const { at } of wholes.slice(1)) chosen.delete(at);
}

function addressRank(match: TitleMatch | null): number {
  const rank = match === null ? -1 : addressOrder.indexOf(match.phrase);
  if (rank >= 0) return rank;
  return match === null ? addressOrder.length : 3.5;
}

function candidatesOf(look: Look, at: number, looks: readonly Look[]): Candidate[] {
  const found = new Map<RosterField, Candidate>();
  const put = (one: Suggestion, reason: GuessedColumn['reason']): void => {
    const before = found.get(one.field);
    if (before === undefined || before.weight < one.weight) {
      found.set(one.field, { ...one, column: at, reason });
    }
  };
  for (const one of byTitle(look, at, looks)) {
    const agrees = fits(one.field, look.profile);
    if (agrees === 'yes') put({ ...one, weight: Math.min(0.99, one.weight + 0.06) }, 'both');
    else put(agrees === 'no' ? { ...one, weight: one.weight * 0.55 } : one, 'header');
  }
  const titled = look.match !== null && look.match.weight >= 0.9;
  for (const one of fromValues(look.profile, neighbours(at, looks))) {
    // A clear title stands against weak values.
    if (titled && one.weight < 0.8) continue;
    if (look.match?.kind === 'ordinal' && look.profile.phone + look.profile.citizen < 0.8) continue;
    put({ ...one, weight: one.weight * (look.column.title === '' ? 0.9 : 0.8) }, 'values');
  }
  return [...found.values()];
}

const neighbours = (at: number, looks: readonly Look[]) => ({
  before: looks[at - 1]?.profile,
  after: looks[at + 1]?.profile,
  dated: looks
    .filter((look) => look.profile.date + look.profile.year > 0.6)
    .map((look) => look.profile.meanYear),
});

function guessed(look: Look, chosen: Candidate | undefined): GuessedColumn {
  const { column, match, profile } = look;
  const base = { index: column.index, letter: letterOf(column.index), title: column.title };
  const secret = isSensitive(look, chosen?.field);
  const hint = hintOf(look, chosen?.field);
  const hinted = hint === undefined ? {} : { hint };
  const leaveOut = secret && (chosen === undefined || chosen.field === 'note');
  if (chosen === undefined || leaveOut) {
    const known = match?.field === 'skip';
    const reason = leaveOut && profile.sensitiveText > 0 ? 'values' : known ? 'header' : 'none';
    return {
      ...base,
      field: 'skip',
      certainty: known ? match.weight : 0,
      reason,
      sensitive: secret,
      ...hinted,
    };
  }
  const certainty = Math.round(chosen.weight * 100) / 100;
  return {
    ...base,
    field: chosen.field,
    certainty,
    reason: chosen.reason,
    sensitive: secret,
    ...hinted,
  };
}

function isSensitive({ column, profile }: Look, field: RosterField | undefined): boolean {
  if (field !== undefined && sensitiveFields.includes(field)) return true;
  const title = ` ${foldForSearch(column.title.replaceAll(LEVELS, ' '))} `;
  if (sensitiveWords.some((words) => title.includes(` ${words} `))) return true;
  const told = field === undefined || field === 'note' || field === 'skip';
  return (told && profile.sensitiveText >= 0.1) || (field !== 'phones' && profile.citizen >= 0.5);
}

function hintOf(
  { match, profile, title }: Look,
  field: RosterField | undefined,
): string | undefined {
  const left = field === undefined || field === 'skip';
  if (left && (match?.kind === 'ordinal' || (match === null && profile.ordinal > 0.8)))
    return 'ordinal';
  if (field === 'gender') return genderCodes(title);
  if (field === 'degrees') return profile.mark > 0.8 ? degreesNamed(title) || undefined : undefined;
  const dated =
    field === 'birthDate' || field === 'joined' || field === 'male' || field === 'female';
  if (dated) return profile.order === 'month-first' ? 'month-first' : (profile.swap ?? undefined);
  return field === 'fullName' && profile.addressed > 0.5 ? 'addressed' : undefined;
}
