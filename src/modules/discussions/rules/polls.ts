import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { largestRemainder } from '../../../kernel/shares.ts';
import { textKey } from './text.ts';

export const pollStates = ['draft', 'open', 'closed'] as const;
export type PollState = (typeof pollStates)[number];

/** Who sees how it stands before its end. */
export const pollShowings = ['after_vote', 'after_end'] as const;
export type PollShowing = (typeof pollShowings)[number];

export const mostOptions = 20;

/** draft; waiting for its first day; open; over, by its last day or by hand. */
export type PollPhase = 'draft' | 'waiting' | 'open' | 'over';

export interface PollTimes {
  readonly state: PollState;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
}

/** How a poll stands on a day; both its days are included. */
export function phaseOf({ state, opensOn, closesOn }: PollTimes, today: Day): PollPhase {
  if (state === 'draft') return 'draft';
  if (state === 'closed' || (closesOn !== null && today > closesOn)) return 'over';
  return opensOn !== null && today < opensOn ? 'waiting' : 'open';
}

/** May how it stands be seen by somebody who has voted, or has not? */
export const showsResult = (phase: PollPhase, shown: PollShowing, voted: boolean): boolean =>
  phase === 'over' || (phase === 'open' && shown === 'after_vote' && voted);

/** The answers as lines of a text: empty lines are left out. */
export const optionLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** What is wrong with the answers of a poll. */
export function optionIssues(options: readonly string[], most: number): Issue[] {
  if (options.length < 2) return [issue('options', 'poll_two_options')];
  if (options.length > mostOptions)
    return [issue('options', 'poll_many_options', { many: options.length, max: mostOptions })];
  const long = options.find((label) => label.length > 200);
  if (long !== undefined)
    return [issue('options', 'poll_long_option', { option: long.slice(0, 40), max: 200 })];
  const keys = options.map(textKey);
  const twice = options.find((_, at) => keys[at] !== '' && keys.indexOf(keys[at]!) < at);
  return [
    ...(twice === undefined ? [] : [issue('options', 'poll_option_twice', { option: twice })]),
    ...(most > options.length
      ? [issue('most', 'poll_most', { most, options: options.length })]
      : []),
  ];
}

/** What is wrong with a choice of answers, given by their places from 1. */
export function choiceIssues(
  choices: readonly number[],
  { options, most }: { readonly options: number; readonly most: number },
): Issue[] {
  if (choices.length === 0) return [issue('choices', 'poll_choose')];
  if (choices.some((at) => !Number.isInteger(at) || at < 1 || at > options))
    return [issue('choices', 'poll_no_option')];
  return choices.length > most
    ? [issue('choices', 'poll_too_many', { most, many: choices.length })]
    : [];
}

/** Of one answer in the result: votes and share in per cent. */
export interface Share {
  readonly label: string;
  readonly votes: number;
  readonly share: number;
}

/**
 * Shares of the answers. Where one answer is chosen they add up to exactly 100; where several may be, each is the
 * share of the voters who chose it.
 */
export function sharesOf(
  options: readonly { readonly label: string; readonly votes: number }[],
  {
    voters,
    most,
    decimals = 0,
  }: { readonly voters: number; readonly most: number; readonly decimals?: number },
): Share[] {
  const parts =
    most === 1
      ? largestRemainder(
          options.map(({ votes }) => votes),
          { decimals },
        )
      : options.map(({ votes }) => ofVoters(votes, voters, decimals));
  return options.map(({ label, votes }, at) => ({ label, votes, share: parts[at]! }));
}

// Half is rounded up, in whole numbers: no binary fraction comes between.
function ofVoters(votes: number, voters: number, decimals: number): number {
  if (voters === 0) return 0;
  const steps = 10 ** decimals;
  return Math.floor((2 * votes * 100 * steps + voters) / (2 * voters)) / steps;
}
