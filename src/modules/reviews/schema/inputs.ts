import { z } from 'zod';
import {
  number,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../../platform/forms/fields.ts';

/**
 * What is sent for the parts of the rubric, by key, in whatever shape; `readMarks` reads it. At most 200
 * parts.
 */
export const marksInput = z
  .record(z.string().max(60), z.unknown())
  .refine((sent) => Object.keys(sent).length <= 200)
  .meta({ type: 'object', additionalProperties: true });

/** By the secret of a judge's link and the public id of the assignment. */
const byLink = { token: text(60), assignment: text(16) };

/** When the server had the whole request; left out: now. */
const received = z.date().optional();

/** 0: nothing was written yet. */
const sheetVersion = number({ min: 0, integer: true });

/**
 * `writer`: random word of the page that writes, `seq` its how-manieth request: what the same page sends
 * later stands over what it sent before, also where the answer was lost on the way.
 */
export const saveInput = z.strictObject({
  ...byLink,
  marks: marksInput,
  version: sheetVersion,
  writer: optionalText(40).optional(),
  seq: optionalNumber({ min: 0, integer: true }).optional(),
  received,
});

/**
 * `dossier`: number of the version that was on the page; 0: it has none. `marks` left out: what was saved
 * is signed.
 */
export const signInput = z.strictObject({
  ...byLink,
  marks: marksInput.optional(),
  version: sheetVersion,
  dossier: number({ min: 0, integer: true }),
  received,
});

/** By the chair of the council, by the link of the chair. */
export const reopenByLink = z.strictObject({ ...byLink, reason: text(2000), version: version() });

export const byPid = z.strictObject({ pid: text(16) });
export const reopenInput = byPid.extend({ reason: text(2000), version: version() });

/** A sheet that was signed on paper, with why it is typed in, and the scan by its public id. */
export const paperInput = byPid.extend({
  marks: marksInput,
  reason: text(2000),
  file: optionalText(16),
  version: sheetVersion,
});

/** Votes for one part of the rubric, by the public id of the dossier. */
export const votesInput = z.strictObject({
  edition: text(16),
  phase: text(40),
  part: text(60),
  /** Where the figures stand. */
  source: text(500),
  votes: z
    .array(
      z.strictObject({
        dossier: text(16),
        votes: number({ min: 0, max: 10_000_000, integer: true }),
      }),
    )
    .min(1)
    .max(5000),
});

export const commentInput = z.strictObject({ ...byLink, text: text(4000) });

/** Reminds the judges who have unsigned sheets; `council` left out: all councils. */
export const remindInput = z.strictObject({
  edition: text(16),
  phase: text(40),
  council: optionalText(16),
  /** Address of the installation as judges see it, for the links in letters. */
  site: z.string().max(300),
});
