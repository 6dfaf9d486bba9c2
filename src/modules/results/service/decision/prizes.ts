import type { Issue } from '../../../../kernel/issue.ts';
import type { EditionContent } from '../../../calls/index.ts';
import type { Outcome } from '../../rules/outcome/index.ts';
import {
  checkAllocation,
  type GivenPrize,
  type PrizeQuestion,
  type Proposal,
  proposePrizes,
} from '../../rules/prizes/index.ts';

export type { GivenPrize, Proposal };

const questionOf = ({ prizes, fields }: EditionContent, outcome: Outcome): PrizeQuestion => ({
  structure: prizes,
  fields: fields.map(({ code }) => code),
  contenders: outcome.groups.flatMap(({ rows }) => rows),
  withheld: [],
});

/** What the ranking proposes by itself, and what it leaves to the council. */
export const proposedPrizes = (content: EditionContent, outcome: Outcome): Proposal =>
  proposePrizes(questionOf(content, outcome));

/** What is wrong with prizes given by hand; see `checkAllocation`. */
export const prizeIssues = (
  content: EditionContent,
  outcome: Outcome,
  given: readonly GivenPrize[],
): Issue[] => checkAllocation(questionOf(content, outcome), given);
