import type { Day } from '../../../../kernel/day.ts';
import type { Issue } from '../../../../kernel/issue.ts';
import { type AnswerFile, type Answers, checkAnswers } from '../answers/index.ts';
import { type ConsentParty, consentParties, consentsDue } from '../consents.ts';
import { type EditionContent, fieldsFor } from '../content/index.ts';
import { type Decision, type EntrantFacts, eligibilityOf } from '../eligibility.ts';
import { same } from './changes.ts';

/** A dossier as far as a change can touch it. */
export interface DossierFacts {
  readonly facts: EntrantFacts;
  readonly answers: Answers;
  readonly files: readonly AnswerFile[];
}

export interface Touched {
  /** Rules that refuse it, or do not know, and did not before. */
  readonly excluded: readonly Decision[];
  /** Rules that refused it, or did not know, and no longer do. */
  readonly included: readonly Decision[];
  /** What would keep it from being submitted and did not before. */
  readonly issues: readonly Issue[];
  /** Keys of answers and files that are no longer asked for, and stay. */
  readonly kept: readonly string[];
  /** Consents that are newly due, by the place of the author. */
  readonly consents: readonly { readonly author: number; readonly party: ConsentParty }[];
}

/** What one dossier feels of a change; null when it feels nothing. `on` is the day in Vietnam. */
export function touchedBy(
  before: EditionContent,
  after: EditionContent,
  { facts, answers, files }: DossierFacts,
  on: Day,
): Touched | null {
  const against = (content: EditionContent): Decision[] =>
    eligibilityOf(content, facts, on).filter(({ ok }) => ok !== true);
  const isIn = (list: readonly Decision[], { ok, rule, path }: Decision): boolean =>
    list.some((one) => one.rule === rule && one.path === path && one.ok === ok);
  const [a, b] = [against(before), against(after)];
  const asked = new Set(fieldsFor(after.form, facts.entrant).map(({ key }) => key));
  const was = new Set(fieldsFor(before.form, facts.entrant).map(({ key }) => key));
  const held = new Set([...Object.keys(answers), ...files.map(({ field }) => field)]);
  const touched: Touched = {
    excluded: b.filter((one) => !isIn(a, one)),
    included: a.filter((one) => !isIn(b, one)),
    issues: newIssues(before, after, { facts, answers, files }, on),
    kept: [...held].filter((key) => was.has(key) && !asked.has(key)),
    consents: newConsents(before, after, facts, on),
  };
  return Object.values(touched).every((list) => list.length === 0) ? null : touched;
}

function newIssues(
  before: EditionContent,
  after: EditionContent,
  { facts, answers, files }: DossierFacts,
  on: Day,
): Issue[] {
  const of = ({ form, eligibility }: EditionContent): Issue[] => {
    const about = { entrant: facts.entrant, today: on, representative: eligibility.representative };
    return checkAnswers(form, answers, files, about);
  };
  const known = of(before);
  return of(after).filter(
    ({ path, code }) => !known.some((one) => one.path === path && same(one.code, code)),
  );
}

function newConsents(
  before: EditionContent,
  after: EditionContent,
  { authors }: EntrantFacts,
  on: Day,
): Touched['consents'] {
  return authors.flatMap(({ birth }, author) => {
    const was = consentsDue(birth, on, before.eligibility);
    const is = consentsDue(birth, on, after.eligibility);
    return consentParties
      .filter((party) => is.includes(party) && !was.includes(party))
      .map((party) => ({ author, party }));
  });
}
