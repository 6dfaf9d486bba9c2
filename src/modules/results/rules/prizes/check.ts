import { type Issue, issue } from '../../../../kernel/issue.ts';
import type { Prize } from '../../../calls/index.ts';
import {
  type Contender,
  type Contest,
  contestsOf,
  floorOf,
  ladder,
  mayWin,
  type PrizeQuestion,
  reaches,
  specials,
} from './types.ts';

/** A prize as it is to be given, with the reason where it is not what the ranking says. */
export interface GivenPrize {
  readonly dossier: string;
  readonly prize: string;
  readonly reason: string | null;
}

/**
 * What is wrong with prizes given by hand. Codes, with their data:
 * - prize_unknown, prize_no_contender, prize_twice: {dossier, prize};
 * - prize_not_standing: {dossier, prize, why: failed | unjudged | below_pass | ineligible};
 * - prize_below_floor: {dossier, prize, floor, value}, both in hundredths;
 * - prize_over_quota: {prize, field, quota, given};
 * - prize_passed_over: {dossier, prize, better}: `better` stands before it and gets less, without a reason;
 * - prize_tie_undecided: {dossier, prize, equal}: `equal` stands beside it and gets less, without a reason;
 * - prize_not_withheld: {prize, field}: nobody gets it, somebody could, and it may not be withheld.
 */
export function checkAllocation(question: PrizeQuestion, given: readonly GivenPrize[]): Issue[] {
  const { structure, contenders } = question;
  const prizes = new Map(structure.prizes.map((prize) => [prize.key, prize]));
  const known = new Map(contenders.map((one) => [one.dossier, one]));
  const contests = contestsOf(question);
  const everybody: Contest = { field: null, contenders: contests.flatMap((one) => one.contenders) };
  return [
    ...given.flatMap((one, at) => [
      ...single(one, prizes.get(one.prize), known.get(one.dossier)),
      ...(given.findIndex(({ dossier }) => dossier === one.dossier) < at
        ? [issue('prizes', 'prize_twice', { dossier: one.dossier, prize: one.prize })]
        : []),
    ]),
    ...specials(structure).flatMap((prize) => ofPrize(prize, everybody, given)),
    ...contests.flatMap((contest) =>
      ladder(structure).flatMap((prize) => ofPrize(prize, contest, given)),
    ),
    ...order(question, contests, given),
  ];
}

function single(
  { dossier, prize: key }: GivenPrize,
  prize: Prize | undefined,
  contender: Contender | undefined,
): Issue[] {
  const about = { dossier, prize: key };
  if (prize === undefined) return [issue('prizes', 'prize_unknown', about)];
  if (contender === undefined) return [issue('prizes', 'prize_no_contender', about)];
  if (!mayWin(contender))
    return [issue('prizes', 'prize_not_standing', { ...about, why: whyNot(contender) })];
  if (reaches(contender, prize)) return [];
  const { value } = contender;
  return [issue('prizes', 'prize_below_floor', { ...about, floor: floorOf(prize), value })];
}

function whyNot({ standing, passes }: Contender): string {
  if (standing !== 'stands') return standing;
  return passes ? 'ineligible' : 'below_pass';
}

/** Too many of it, or none where there has to be one. */
function ofPrize(
  prize: Prize,
  { field, contenders }: Contest,
  given: readonly GivenPrize[],
): Issue[] {
  const { key, quota, withheld } = prize;
  const mine = new Set(contenders.map(({ dossier }) => dossier));
  const many = given.filter((one) => one.prize === key && mine.has(one.dossier)).length;
  const issues: Issue[] = [];
  if (quota !== null && many > quota)
    issues.push(issue('prizes', 'prize_over_quota', { prize: key, field, quota, given: many }));
  const could = contenders.some((one) => mayWin(one) && reaches(one, prize));
  if (many === 0 && !withheld && quota !== 0 && could)
    issues.push(issue('prizes', 'prize_not_withheld', { prize: key, field }));
  return issues;
}

/** Whoever gets more than somebody who stands before it or beside it needs a reason. */
function order(
  { structure, contenders }: PrizeQuestion,
  contests: readonly Contest[],
  given: readonly GivenPrize[],
): Issue[] {
  const specialKeys = new Set(specials(structure).map(({ key }) => key));
  const heights = new Map(
    [...specials(structure), ...ladder(structure)].map(({ key }, at) => [key, at]),
  );
  const nothing = heights.size;
  const height = new Map<string, number>();
  for (const { dossier, prize } of given)
    height.set(dossier, Math.min(height.get(dossier) ?? nothing, heights.get(prize) ?? nothing));
  const known = new Map(contenders.map((one) => [one.dossier, one]));
  return given.flatMap((one) => {
    const contender = known.get(one.dossier);
    const prize = structure.prizes.find(({ key }) => key === one.prize);
    if (contender === undefined || prize === undefined || !mayWin(contender)) return [];
    if (one.reason !== null && one.reason.trim() !== '') return [];
    const rivals = (
      specialKeys.has(one.prize)
        ? contenders
        : (contests.find((contest) => contest.contenders.includes(contender))?.contenders ?? [])
    ).filter(
      (other) =>
        mayWin(other) &&
        reaches(other, prize) &&
        (height.get(other.dossier) ?? nothing) > heights.get(one.prize)!,
    );
    return passedOver(structure.per, one, contender, rivals);
  });
}

/** The best of those who should have had it, and one who could as well. */
function passedOver(
  per: 'field' | 'overall',
  { dossier, prize }: GivenPrize,
  contender: Contender,
  rivals: readonly Contender[],
): Issue[] {
  const best = rivals
    .filter((other) => before(per, other, contender) <= 0)
    .sort((a, b) => before(per, a, b) || (a.dossier < b.dossier ? -1 : 1))[0];
  if (best === undefined) return [];
  return before(per, best, contender) < 0
    ? [issue('prizes', 'prize_passed_over', { dossier, prize, better: best.dossier })]
    : [issue('prizes', 'prize_tie_undecided', { dossier, prize, equal: best.dossier })];
}

/** Below 0: `a` stands before `b`; of the same contest by place, otherwise by points. */
function before(per: 'field' | 'overall', a: Contender, b: Contender): number {
  if (per === 'overall' || a.field === b.field) return a.place! - b.place!;
  return b.value! - a.value!;
}
