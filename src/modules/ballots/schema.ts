import { z } from 'zod';
import {
  choice,
  number,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../platform/forms/fields.ts';
import type { Edition } from '../calls/index.ts';
import type { SeatRole } from '../councils/index.ts';
import {
  type BallotKind,
  type BallotResult,
  type BallotRule,
  type BallotState,
  ballotKinds,
  marks,
  type Paper,
  type Tally,
} from './rules.ts';

export const ballotWays = ['link', 'paper'] as const;
/** On the members' own pages, or on paper, counted by tellers. */
export type BallotWay = (typeof ballotWays)[number];

export interface BallotOption {
  readonly position: number;
  readonly label: string;
  readonly dossier: {
    readonly id: string;
    readonly pid: string;
    readonly number: string | null;
  } | null;
}

/** Somebody who is entitled: that they voted is known, what is not. */
export interface BallotVoter {
  readonly judgeId: string;
  readonly pid: string;
  readonly name: string;
  readonly role: SeatRole;
  readonly present: boolean;
  readonly voted: boolean;
}

export interface Ballot {
  readonly id: string;
  readonly pid: string;
  readonly council: { readonly id: string; readonly pid: string; readonly name: string };
  readonly edition: Pick<Edition, 'id' | 'pid' | 'code' | 'state' | 'content' | 'organisation'>;
  readonly phase: string;
  readonly kind: BallotKind;
  readonly subject: string;
  readonly most: number | null;
  readonly how: BallotWay;
  readonly rule: BallotRule;
  readonly state: BallotState;
  readonly tellers: readonly string[];
  /** Of a paper ballot. */
  readonly totals: Tally | null;
  readonly result: BallotResult | null;
  readonly reason: string | null;
  readonly version: number;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly options: readonly BallotOption[];
  readonly voters: readonly BallotVoter[];
}

/** The published papers of a closed ballot, by code. */
export type PublishedPapers = readonly Paper[];

const pid = text(16);

/** A new ballot of a council. `dossiers`: public ids, in the order of the paper; none for a question. */
export const ballotInput = z.strictObject({
  council: pid,
  phase: text(40),
  kind: choice(ballotKinds),
  subject: text(500),
  most: optionalNumber({ min: 1, max: 500, integer: true }),
  how: choice(ballotWays),
  /** Key of a voting rule of the edition; left out: that of the council. */
  rule: optionalText(60),
  dossiers: z.array(pid).max(500).optional(),
});

export const ballotAct = z.strictObject({ pid, version: version() });

/** Opens it with those who are there, by the public ids of the judges. */
export const ballotOpen = ballotAct.extend({ present: z.array(pid).max(200).optional() });
export const ballotPresent = ballotAct.extend({ present: z.array(pid).max(200) });

export const ballotCancel = ballotAct.extend({ reason: text(2000) });

const whole = () => number({ min: 0, max: 10_000, integer: true });

/** What the tellers counted; `options` in the order of the paper. */
export const ballotTotals = ballotAct.extend({
  tellers: z.array(text(200)).max(10),
  issued: whole(),
  collected: whole(),
  valid: whole(),
  blank: whole(),
  invalid: whole(),
  options: z.array(z.strictObject({ yes: whole(), no: whole(), blank: whole() })).max(500),
});

/** The form of a paper code: five and five letters and digits. */
export const codePattern = /^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/;

/**
 * One member's vote. `choices`: for each option in its order yes, no, or nothing; `code`: under which the paper
 * lies in the published list.
 */
export const castInput = z.strictObject({
  token: text(60),
  ballot: pid,
  code: text(11),
  choices: z.array(optionalChoice(marks)).max(500),
});
