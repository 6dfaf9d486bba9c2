import { z } from 'zod';
import {
  choice,
  day,
  number,
  optionalChoice,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../../platform/forms/fields.ts';
import { ballotKinds, marks } from '../rules/ballots.ts';
import { ballotWays } from './types.ts';

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

const about = { edition: pid, phase: text(40), dossier: pid };

/** A place given by hand; left out: back to the place of the points. */
export const rankInput = z.strictObject({
  ...about,
  place: optionalNumber({ min: 1, max: 100_000, integer: true }),
  reason: text(2000),
});

/** Whether a dossier that some sheets fail is out. */
export const failInput = z.strictObject({
  ...about,
  fails: choice(['yes', 'no']),
  reason: text(2000),
});

/** Begins the allocation of an edition's prizes after a phase, as the ranking proposes it. */
export const allocationInput = z.strictObject({ edition: pid, phase: text(40) });

/** All prizes anew. `reason`: where it is another than the points propose. */
export const allocationEdit = z.strictObject({
  pid,
  prizes: z
    .array(z.strictObject({ dossier: pid, prize: text(40), reason: optionalText(2000) }))
    .max(5000),
  version: version(),
});

export const allocationAct = z.strictObject({ pid, version: version() });
export const allocationReturn = allocationAct.extend({ reason: text(2000) });

/** Number and day of the decision that gives the prizes. */
export const allocationApprove = allocationAct.extend({
  decision: text(200),
  decided_on: day(),
});

/** What a council met about; a draft may be incomplete. */
export const minutesInput = z.strictObject({
  council: pid,
  phase: text(40),
  held_on: optionalDay(),
  from: optionalText(10),
  to: optionalText(10),
  place: optionalText(300),
  guests: optionalText(2000),
  proceedings: optionalText(20_000),
  conclusion: optionalText(20_000),
  version: version(),
});

export const minutesAct = z.strictObject({ council: pid, phase: text(40), version: version() });

export const paperKinds = ['summary', 'minutes', 'count', 'proposal', 'decision'] as const;
/** summary: points of a phase; minutes: of a council; count: of a ballot; proposal, decision: of the prizes. */
export type PaperKind = (typeof paperKinds)[number];

/** Gives a paper the next number of the committee's series; once, and it stays. */
export const paperNumberInput = z.strictObject({
  edition: pid,
  paper: choice(paperKinds),
  council: optionalText(16),
  ballot: optionalText(16),
  phase: optionalText(40),
  signed_on: day(),
  signer: text(200),
  position: text(200),
  authority: optionalChoice(['TM.', 'KT.', 'TL.', 'Q.', 'TUQ.']),
  authority_of: optionalText(200),
});
