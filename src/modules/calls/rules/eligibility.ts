import type { Day } from '../../../kernel/day.ts';
import { ageOn, daysOf, type PartialDate, partialParts } from '../../../kernel/partial-date.ts';
import type {
  AwardExclusion,
  AwardLevel,
  EditionContent,
  Eligibility,
  EntrantKind,
} from './content/index.ts';

export const eligibilityRules = [
  'field',
  'entrant',
  'group',
  'born',
  'made',
  'worked',
  'awarded',
] as const;
export type EligibilityRule = (typeof eligibilityRules)[number];

/**
 * What one rule says. `ok` is null where it is not known: somebody has to be asked. `path` is the
 * author or award that it is about ('authors.1'), empty for the dossier; `detail` fills the words.
 */
export interface Decision {
  readonly ok: boolean | null;
  readonly rule: EligibilityRule;
  readonly path: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const decided = (
  rule: EligibilityRule,
  ok: boolean | null,
  path: string,
  detail: Readonly<Record<string, unknown>>,
): Decision => ({ ok, rule, path, detail });

/**
 * Whether a day of birth lies in the window; both of its days belong to it. A partial date is decided
 * only where every day that it may be gives the same answer.
 */
export function bornWithin(
  window: NonNullable<Eligibility['born']>,
  birth: PartialDate | null,
  path = '',
): Decision {
  const detail = { birth, first: window.first, last: window.last };
  if (birth === null || partialParts(birth) === null) return decided('born', null, path, detail);
  const inside = (day: Day): boolean =>
    (window.first === null || window.first <= day) && (window.last === null || day <= window.last);
  const { first, last } = daysOf(birth);
  if (inside(first) && inside(last)) return decided('born', true, path, detail);
  const early = window.first !== null && last < window.first;
  const late = window.last !== null && first > window.last;
  return decided('born', early || late ? false : null, path, detail);
}

/** Whether the year in which a solution was made counts; both years belong to it. */
export function madeWithin(
  window: NonNullable<Eligibility['made']>,
  made: PartialDate | null,
): Decision {
  const detail = { made, from: window.from, to: window.to };
  const year = made === null ? undefined : partialParts(made)?.year;
  if (year === undefined) return decided('made', null, '', detail);
  const ok =
    (window.from === null || window.from <= year) && (window.to === null || year <= window.to);
  return decided('made', ok, '', detail);
}

/** Whether somebody who began to work then has worked so many full years on a day. */
export function workedEnough(
  least: number,
  since: PartialDate | null,
  on: Day,
  path = '',
): Decision {
  const known = since !== null && partialParts(since) !== null;
  const years = known ? (ageOn(since, on) ?? { from: 0, to: 0 }) : null;
  const detail = { since, least, years: years?.from ?? null, on };
  if (years === null) return decided('worked', null, path, detail);
  if (years.from >= least) return decided('worked', true, path, detail);
  return decided('worked', years.to < least ? false : null, path, detail);
}

/** A prize that the solution, or the person who is proposed, has had. */
export interface PastAward {
  readonly level: AwardLevel;
  /** Of this contest or honour. */
  readonly own: boolean;
  readonly year: number | null;
  /** As it is shown: 'Giải Ba, Hội thi lần thứ VII'. */
  readonly name: string;
}

/** Whether an award keeps its holder out, by the exclusions of an edition. */
export function awardAllows(
  rules: readonly AwardExclusion[],
  award: PastAward,
  path = '',
): Decision {
  const about = rules.filter(
    (rule) => rule.level === award.level && (rule.contests === 'any' || award.own),
  );
  const detail = { award: award.name, level: award.level, year: award.year };
  const against = about.find(
    ({ since }) => since === null || (award.year !== null && award.year >= since),
  );
  if (against !== undefined)
    return decided('awarded', false, path, { ...detail, since: against.since });
  const open = about.find(() => award.year === null);
  return open === undefined
    ? decided('awarded', true, path, detail)
    : decided('awarded', null, path, { ...detail, since: open.since });
}

export interface EntrantFacts {
  readonly field: string | null;
  readonly entrant: EntrantKind;
  readonly authors: readonly {
    readonly birth: PartialDate | null;
    readonly workedSince?: PartialDate | null;
  }[];
  readonly made: PartialDate | null;
  readonly awards: readonly PastAward[];
}

/**
 * Every rule that the edition has, decided for one dossier. Full years are counted on `on`. An
 * organisation has no age: its authors are held against the window all the same, where it names any.
 */
export function eligibilityOf(
  { fields, entrants, eligibility }: Pick<EditionContent, 'fields' | 'entrants' | 'eligibility'>,
  facts: EntrantFacts,
  on: Day,
): Decision[] {
  const { born, made, worked, awarded } = eligibility;
  return [
    ...(fields.length === 0 ? [] : [fieldDecision(fields, facts.field)]),
    decided('entrant', entrants.includes(facts.entrant), '', { entrant: facts.entrant }),
    ...groupDecisions(eligibility, facts),
    ...(born === null ? [] : everyAuthor(facts, (one, path) => bornWithin(born, one.birth, path))),
    ...(made === null ? [] : [madeWithin(made, facts.made)]),
    ...(worked === null
      ? []
      : everyAuthor(facts, (one, path) => workedEnough(worked, one.workedSince ?? null, on, path))),
    ...facts.awards.map((award, at) => awardAllows(awarded, award, `awards.${at}`)),
  ];
}

function fieldDecision(fields: EditionContent['fields'], field: string | null): Decision {
  const known = fields.some(({ code }) => code === field);
  return decided('field', field === null ? null : known, '', { field });
}

function groupDecisions({ group }: Eligibility, { entrant, authors }: EntrantFacts): Decision[] {
  const count = authors.length;
  if (entrant === 'individual' || entrant === 'nominee')
    return [decided('group', count === 0 ? null : count === 1, '', { count, min: 1, max: 1 })];
  if (entrant !== 'group') return [];
  const min = group?.min ?? 2;
  const max = group?.max ?? null;
  const ok = count >= min && (max === null || count <= max);
  return [decided('group', ok, '', { count, min, max })];
}

function everyAuthor(
  { entrant, authors }: EntrantFacts,
  decide: (author: EntrantFacts['authors'][number], path: string) => Decision,
): Decision[] {
  if (authors.length === 0 && entrant !== 'organisation')
    return [decide({ birth: null, workedSince: null }, 'authors')];
  return authors.map((author, at) => decide(author, `authors.${at}`));
}

export interface Eligible {
  /** false when any rule refuses; null when none does and something is not known. */
  readonly ok: boolean | null;
  /** What refuses or is not known; empty when all is well. */
  readonly against: readonly Decision[];
}

export function verdictOf(decisions: readonly Decision[]): Eligible {
  const against = decisions.filter(({ ok }) => ok !== true);
  const ok = against.some((one) => one.ok === false) ? false : against.length > 0 ? null : true;
  return { ok, against };
}
