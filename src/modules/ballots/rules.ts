import { type Issue, issue } from '../../kernel/issue.ts';

export const ballotKinds = ['approve', 'choose', 'question'] as const;
/** approve: yes or no to each of a list; choose: at most so many of a list; question: yes or no to one thing. */
export type BallotKind = (typeof ballotKinds)[number];

/** 2/3: at least two of three; exactly two are enough. */
export interface Share {
  readonly parts: number;
  readonly of: number;
}

/** How votes decide, as the edition had it when the ballot was opened. */
export interface BallotRule {
  readonly key: string;
  readonly name: string;
  readonly basis: string | null;
  readonly of: 'members' | 'present';
  readonly share: Share;
  /** How many of the members have to be present; null: no matter. */
  readonly quorum: Share | null;
}

/** Who is entitled, and how many of them are there. */
export interface Attendance {
  readonly members: number;
  readonly present: number;
}

export const marks = ['yes', 'no'] as const;
export type Mark = (typeof marks)[number];

/** What stands on one paper: for each option in its order; null: nothing was written. */
export type Choices = readonly (Mark | null)[];

/** One paper of the box. The code is random; nothing says whose it is or when it was cast. */
export interface Paper {
  readonly code: string;
  readonly choices: Choices;
}

export interface OptionCount {
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
}

/** Papers by what they are worth, and what the valid ones say of each option. */
export interface Tally {
  /** Papers given out; where members vote on their own pages, those that came. */
  readonly issued: number;
  readonly collected: number;
  readonly valid: number;
  readonly blank: number;
  readonly invalid: number;
  readonly options: readonly OptionCount[];
}

export interface OptionResult extends OptionCount {
  readonly passed: boolean;
}

export interface BallotResult extends Attendance {
  readonly quorate: boolean;
  /** Votes that are needed for each option; null: of nobody. */
  readonly needed: number | null;
  readonly tally: Tally;
  readonly options: readonly OptionResult[];
}

/**
 * Whether so many are at least that share of all, exactly: votes × of ≥ all × parts in whole numbers. Of
 * nobody nothing is reached, and nothing without a single vote.
 */
export const enough = (votes: number, all: number, { parts, of }: Share): boolean =>
  all > 0 && votes > 0 && votes * of >= all * parts;

/** The least number of votes that is enough; null where there is nobody to vote. */
export function leastVotes(all: number, { parts, of }: Share): number | null {
  return all > 0 ? Math.max(1, Math.ceil((all * parts) / of)) : null;
}

/** Whether enough members are there to decide anything; never of nobody. */
export const isQuorate = ({ members, present }: Attendance, quorum: Share | null): boolean =>
  present > 0 && (quorum === null || enough(present, members, quorum));

export type PaperState = 'valid' | 'blank' | 'invalid';

/** `options`: how many the paper has; `most`: how many may be chosen. */
export interface PaperForm {
  readonly kind: BallotKind;
  readonly options: number;
  readonly most: number | null;
}

/** What a paper is worth. One on which too many are chosen is invalid as a whole. */
export function paperState({ kind, options, most }: PaperForm, choices: Choices): PaperState {
  if (choices.length !== options) return 'invalid';
  if (choices.every((one) => one === null)) return 'blank';
  if (kind !== 'choose') return 'valid';
  const chosen = choices.filter((one) => one === 'yes').length;
  return choices.includes('no') || chosen > (most ?? options) ? 'invalid' : 'valid';
}

/** Counts papers, whatever their order. */
export function countPapers(form: PaperForm, papers: readonly Pick<Paper, 'choices'>[]): Tally {
  const states = papers.map(({ choices }) => paperState(form, choices));
  const many = (state: PaperState) => states.filter((one) => one === state).length;
  const valid = papers.filter((_, at) => states[at] === 'valid');
  const options = Array.from({ length: form.options }, (_, at) => {
    const said = (mark: Mark | null) => valid.filter(({ choices }) => choices[at] === mark).length;
    return { yes: said('yes'), no: said('no'), blank: said(null) };
  });
  return {
    issued: papers.length,
    collected: papers.length,
    valid: many('valid'),
    blank: many('blank'),
    invalid: many('invalid'),
    options,
  };
}

/** What a ballot decided. Without a quorum nothing has passed. */
export function decideBallot(
  rule: Pick<BallotRule, 'of' | 'share' | 'quorum'>,
  { members, present }: Attendance,
  tally: Tally,
): BallotResult {
  const all = rule.of === 'members' ? members : present;
  const quorate = isQuorate({ members, present }, rule.quorum);
  return {
    members,
    present,
    quorate,
    needed: leastVotes(all, rule.share),
    tally,
    options: tally.options.map((one) => ({
      ...one,
      passed: quorate && enough(one.yes, all, rule.share),
    })),
  };
}

/** Totals as tellers type them: what does not add up. Paths are those of the fields. */
export function totalsIssues(form: PaperForm, present: number, tally: Tally): Issue[] {
  const { issued, collected, valid, blank, invalid, options } = tally;
  return [
    ...(issued > present ? [issue('issued', 'ballot_issued_over', { issued, present })] : []),
    ...(collected > issued
      ? [issue('collected', 'ballot_collected_over', { collected, issued })]
      : []),
    ...(valid + blank + invalid === collected
      ? []
      : [issue('valid', 'ballot_parts_differ', { valid, blank, invalid, collected })]),
    ...(options.length === form.options ? [] : [issue('options', 'ballot_options_differ')]),
    ...options.flatMap((one, at) => optionIssues(form, valid, one, `options.${at}`)),
    ...chosenIssues(form, tally),
  ];
}

function optionIssues(form: PaperForm, valid: number, one: OptionCount, path: string): Issue[] {
  const sum = one.yes + one.no + one.blank;
  const data = { ...one, sum, valid };
  if (form.kind === 'choose' && one.no > 0) return [issue(`${path}.no`, 'ballot_no_without', data)];
  return sum === valid ? [] : [issue(`${path}.yes`, 'ballot_option_sum', data)];
}

// On valid papers at least one and at most `most` are chosen.
function chosenIssues(
  { kind, most, options: many }: PaperForm,
  { valid, options }: Tally,
): Issue[] {
  if (kind !== 'choose') return [];
  const chosen = options.reduce((sum, { yes }) => sum + yes, 0);
  const limit = valid * Math.min(most ?? many, many);
  return chosen > limit || chosen < valid
    ? [issue('options', 'ballot_chosen_range', { chosen, least: valid, limit })]
    : [];
}

export const ballotStates = ['draft', 'open', 'closed', 'cancelled'] as const;
export type BallotState = (typeof ballotStates)[number];

export type BallotAct = 'edit' | 'open' | 'attend' | 'cast' | 'count' | 'close' | 'cancel';

/** What may be done in which state, and what follows. */
export const ballotMoves: Readonly<
  Record<BallotState, Partial<Readonly<Record<BallotAct, BallotState>>>>
> = {
  draft: { edit: 'draft', open: 'open', cancel: 'cancelled' },
  open: { attend: 'open', cast: 'open', count: 'open', close: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
};

/** The state after an act; null: it may not be done in this state. */
export const afterAct = (state: BallotState, act: BallotAct): BallotState | null =>
  ballotMoves[state][act] ?? null;
