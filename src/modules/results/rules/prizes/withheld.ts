import { type Issue, issue } from '../../../../kernel/issue.ts';
import type { Prize } from '../../../calls/index.ts';
import type { GivenPrize } from './check.ts';
import {
  type Contest,
  contestsOf,
  ladder,
  mayWin,
  type PrizeQuestion,
  reaches,
  specials,
} from './types.ts';

/** A prize of a contest that is given to nobody. */
export interface EmptyPrize {
  readonly prize: string;
  /** Code of the field; null: overall, and of a special prize. */
  readonly field: string | null;
  /** chosen: somebody could have it; floor: nobody reaches it; nobody: there is nobody who could win. */
  readonly why: 'chosen' | 'floor' | 'nobody';
}

/** Why a prize is withheld, as somebody stated it. */
export interface Withheld {
  readonly prize: string;
  readonly field: string | null;
  readonly reason: string;
}

/** The prizes that nobody gets, from the highest; one without places, or without a limit, is none of them. */
export function emptyPrizes(question: PrizeQuestion, given: readonly GivenPrize[]): EmptyPrize[] {
  const { structure } = question;
  const contests = contestsOf(question);
  const everybody = { field: null, contenders: contests.flatMap((one) => one.contenders) };
  const order = [...specials(structure), ...ladder(structure)].map(({ key }) => key);
  const higher = (prize: Prize): ReadonlySet<string> => {
    const above = order.slice(0, order.indexOf(prize.key));
    return new Set(given.filter((one) => above.includes(one.prize)).map(({ dossier }) => dossier));
  };
  return [
    ...specials(structure).map((prize) => ({ prize, contest: everybody })),
    ...ladder(structure).flatMap((prize) => contests.map((contest) => ({ prize, contest }))),
  ].flatMap(({ prize, contest }) => emptyIn(prize, contest, given, higher(prize)));
}

function emptyIn(
  prize: Prize,
  { field, contenders }: Contest,
  given: readonly GivenPrize[],
  higher: ReadonlySet<string>,
): EmptyPrize[] {
  const { key, quota } = prize;
  const mine = new Set(contenders.map(({ dossier }) => dossier));
  if (quota === null || quota === 0) return [];
  if (given.some((one) => one.prize === key && mine.has(one.dossier))) return [];
  const left = contenders.filter((one) => mayWin(one) && !higher.has(one.dossier));
  if (left.some((one) => reaches(one, prize))) return [{ prize: key, field, why: 'chosen' }];
  return [{ prize: key, field, why: left.length > 0 ? 'floor' : 'nobody' }];
}

/**
 * Prizes that may be withheld, that nobody gets and somebody could, and of which nobody stated why:
 * prize_withheld_unsaid {prize, field}.
 */
export function withheldIssues(
  question: PrizeQuestion,
  given: readonly GivenPrize[],
  withheld: readonly Withheld[],
): Issue[] {
  const may = new Set(
    question.structure.prizes.filter((one) => one.withheld).map(({ key }) => key),
  );
  return emptyPrizes(question, given)
    .filter(({ prize, why }) => why === 'chosen' && may.has(prize))
    .filter(
      ({ prize, field }) =>
        !withheld.some(
          (one) => one.prize === prize && one.field === field && one.reason.trim() !== '',
        ),
    )
    .map(({ prize, field }) => issue('prizes', 'prize_withheld_unsaid', { prize, field }));
}
