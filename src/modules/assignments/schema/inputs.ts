import { z } from 'zod';
import { choice, optionalNumber, text, version, yesNo } from '../../../platform/forms/fields.ts';

/** `even`: loads differ by one at most; `free`: the greatest sum, whatever the loads. */
export const loadWays = ['even', 'free'] as const;

const settings = {
  /** Left out: 1. The same seed gives the same answer. */
  seed: optionalNumber({ min: 0, max: 2 ** 31 - 1, integer: true }).optional(),
  loads: choice(loadWays).optional(),
  /** How many of a dossier's judges have to know its field; left out: 1. */
  experts: optionalNumber({ min: 0, max: 20, integer: true }).optional(),
  /** In percent: what the floor may cost of the greatest sum; left out: 0,1. */
  share: optionalNumber({ min: 0, max: 100 }).optional(),
  /** All that was given stays, and only what is missing is given. */
  keep: yesNo(),
};

const councilPhase = { council: text(16), phase: text(40) };

/** `council`: public id; `phase`: key. */
export const previewInput = z.strictObject({ ...councilPhase, ...settings });
export type PreviewInput = z.output<typeof previewInput>;

/** `anyway`: also where dossiers lack judges. */
export const runInput = previewInput.extend({ anyway: yesNo() });

export const whyNotInput = previewInput.extend({ dossier: text(16), judge: text(16) });

/** Public ids of dossier and judge. */
export const addInput = z.strictObject({
  ...councilPhase,
  dossier: text(16),
  judge: text(16),
  reason: text(2000),
});

export const removeInput = z.strictObject({
  pid: text(16),
  reason: text(2000),
  version: version(),
});

/** By the secret of the judge's link and the public id of the assignment. */
export const recuseInput = z.strictObject({
  token: text(60),
  assignment: text(16),
  reason: text(2000),
  /** For the link in the letter to the office; left out: none. */
  site: z.string().max(300).optional(),
});

/** `dossiers`: public ids of those that stand in the phase from now on, and no others. */
export const enterInput = z.strictObject({
  edition: text(16),
  phase: text(40),
  dossiers: z.array(text(16)).max(20_000),
});
