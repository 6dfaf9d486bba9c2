export { checkAllocation, type GivenPrize } from './check.ts';
export {
  type OpenTie,
  type Proposal,
  type Proposed,
  proposePrizes,
  type Unfilled,
} from './propose.ts';
export type { Contender, PrizeQuestion, Withholding } from './types.ts';
export { type EmptyPrize, emptyPrizes, type Withheld, withheldIssues } from './withheld.ts';
