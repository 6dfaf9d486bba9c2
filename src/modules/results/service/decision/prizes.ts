import type { Issue } from '../../../../kernel/issue.ts';
import type { EditionContent } from '../../../calls/index.ts';
import type { Outcome } from '../../rules/outcome/index.ts';
import {
  checkAllocation,
  type EmptyPrize,
  emptyPrizes,
  type GivenPrize,
  type PrizeQuestion,
  type Proposal,
  proposePrizes,
  type Withheld,
  withheldIssues,
} from '../../rules/prizes/index.ts';

export type { EmptyPrize, GivenPrize, Proposal, Withheld };

const questionOf = ({ prizes, fields }: EditionContent, outcome: Outcome): PrizeQuestion => ({
  structure: prizes,
  fields: fields.map(({ code }) => code),
  contenders: outcome.groups.flatMap(({ rows }) => rows),
  withheld: [],
});

/** What the ranking proposes by itself, and what it leaves to the council. */
export const proposedPrizes = (content: EditionContent, outcome: Outcome): Proposal =>
  proposePrizes(questionOf(content, outcome));

/**
 * What is wrong with prizes given by hand; see `checkAllocation`. `withheld`: why prizes are given to nobody; null where
 * nobody was asked to say it.
 */
export function prizeIssues(
  content: EditionContent,
  outcome: Outcome,
  given: readonly GivenPrize[],
  withheld: readonly Withheld[] | null,
): Issue[] {
  const question = questionOf(content, outcome);
  return [
    ...checkAllocation(question, given),
    ...(withheld === null ? [] : withheldIssues(question, given, withheld)),
  ];
}

/** The prizes that nobody gets; see `emptyPrizes`. */
export const emptyPrizesOf = (
  content: EditionContent,
  outcome: Outcome,
  given: readonly GivenPrize[],
): EmptyPrize[] => emptyPrizes(questionOf(content, outcome), given);
