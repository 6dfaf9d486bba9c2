import { addDays, type Day } from '../../../../kernel/day.ts';
import { awardLevels, type EditionContent, type Eligibility } from '../content/index.ts';
import type { EligibilityRule } from '../eligibility.ts';
import { change, type EditionChange, same } from './changes.ts';

/** Both ends belong to it; null: no bound. */
export interface Span<T extends Day | number> {
  readonly from: T | null;
  readonly to: T | null;
}

interface Steps<T extends Day | number> {
  readonly before: (value: T) => T;
  readonly after: (value: T) => T;
}

const days: Steps<Day> = { before: (day) => addDays(day, -1), after: (day) => addDays(day, 1) };
const whole: Steps<number> = { before: (n) => n - 1, after: (n) => n + 1 };

/** What lies in `a` and not in `b`: nothing, one span or two. */
export function lost<T extends Day | number>(a: Span<T>, b: Span<T>, steps: Steps<T>): Span<T>[] {
  const spans: Span<T>[] = [];
  if (b.from !== null && (a.from === null || a.from < b.from)) {
    const end = steps.before(b.from);
    spans.push({ from: a.from, to: a.to !== null && a.to < end ? a.to : end });
  }
  if (b.to !== null && (a.to === null || b.to < a.to)) {
    const start = steps.after(b.to);
    spans.push({ from: a.from !== null && a.from > start ? a.from : start, to: a.to });
  }
  return spans;
}

function windowChanges<T extends Day | number>(
  rule: EligibilityRule,
  path: string,
  a: Span<T>,
  b: Span<T>,
  steps: Steps<T>,
): EditionChange[] {
  return [
    ...lost(a, b, steps).map((span) => change(path, 'excluded', { rule, ...span })),
    ...lost(b, a, steps).map((span) => change(path, 'included', { rule, ...span })),
  ];
}

const bornSpan = ({ born }: Eligibility): Span<Day> => ({
  from: born?.first ?? null,
  to: born?.last ?? null,
});
const madeSpan = ({ made }: Eligibility): Span<number> => ({
  from: made?.from ?? null,
  to: made?.to ?? null,
});
const workedSpan = ({ worked }: Eligibility): Span<number> => ({ from: worked ?? 0, to: null });
const groupSpan = ({ group }: Eligibility): Span<number> => ({
  from: group?.min ?? 2,
  to: group?.max ?? null,
});

/** Who may no longer enter, who newly may, whose representative has to agree. */
export function eligibilityChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const [a, b] = [before.eligibility, after.eligibility];
  const at = (name: string): string => `eligibility.${name}`;
  return [
    ...windowChanges('born', at('born'), bornSpan(a), bornSpan(b), days),
    ...windowChanges('made', at('made'), madeSpan(a), madeSpan(b), whole),
    ...windowChanges('worked', at('worked'), workedSpan(a), workedSpan(b), whole),
    ...windowChanges('group', at('group'), groupSpan(a), groupSpan(b), whole),
    ...entrantChanges(before, after),
    ...awardChanges(a, b),
    ...(a.representative === b.representative
      ? []
      : [change(at('representative'), b.representative ? 'consent_due' : 'consent_not_due')]),
  ];
}

function entrantChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const only = (all: EditionContent, others: EditionContent) =>
    all.entrants.filter((entrant) => !others.entrants.includes(entrant));
  return [
    ...only(before, after).map((entrant) =>
      change('entrants', 'excluded', { rule: 'entrant', entrant }),
    ),
    ...only(after, before).map((entrant) =>
      change('entrants', 'included', { rule: 'entrant', entrant }),
    ),
  ];
}

/** By level: what the exclusions of one side hold against and the other's do not. */
function awardChanges(a: Eligibility, b: Eligibility): EditionChange[] {
  const path = 'eligibility.awarded';
  return awardLevels.flatMap((level) => {
    const rulesOf = ({ awarded }: Eligibility) => awarded.filter((rule) => rule.level === level);
    const only = (some: Eligibility, others: Eligibility) =>
      rulesOf(some).filter((rule) => !rulesOf(others).some((other) => same(rule, other)));
    return [
      ...only(b, a).map((rule) => change(path, 'excluded', { rule: 'awarded', ...rule })),
      ...only(a, b).map((rule) => change(path, 'included', { rule: 'awarded', ...rule })),
    ];
  });
}
