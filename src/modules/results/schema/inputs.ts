import { z } from 'zod';
import {
  choice,
  day,
  optionalChoice,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../../platform/forms/fields.ts';

const pid = text(16);

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

/**
 * All prizes anew. `reason`: where it is another than the points propose. `withheld`: why prizes are given to nobody,
 * each in a field or, without one, over all.
 */
export const allocationEdit = z.strictObject({
  pid,
  prizes: z
    .array(z.strictObject({ dossier: pid, prize: text(40), reason: optionalText(2000) }))
    .max(5000),
  withheld: z
    .array(z.strictObject({ prize: text(40), field: optionalText(40), reason: text(2000) }))
    .max(1000)
    .optional(),
  version: version(),
});

export const allocationAct = z.strictObject({ pid, version: version() });
export const allocationReturn = allocationAct.extend({ reason: text(2000) });

/** Takes an approved decision back: after a complaint was upheld, or an error was found. */
export const allocationTakeBack = allocationAct.extend({ reason: text(2000) });

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
  /** Members who were not there, by public id; left out: it was not noted. */
  absent: z
    .array(z.strictObject({ judge: pid, reason: optionalText(500) }))
    .max(200)
    .optional(),
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
