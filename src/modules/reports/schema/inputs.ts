import { z } from 'zod';
import {
  day,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { authorities } from './form.ts';

const pid = () => text(16);
/** The version of a place that was seen; 0: nothing was written yet. */
const seen = () =>
  optionalNumber({ min: 0, max: 1_000_000_000, integer: true }).transform((value) => value ?? 0);
const key = () => text(60);
const largest = 999_999_999_999_999;

const cellFields = {
  row: key(),
  declared: optionalNumber({ min: -largest, max: largest }),
  reason: optionalText(1000),
  note: optionalText(1000),
  version: seen(),
};
const narrativeFields = {
  section: key(),
  words: optionalText(30_000).transform((words) => words ?? ''),
  version: seen(),
};

/** One cell of a form. `declared` null takes the value away. */
export const cellInput = z.object({ pid: pid(), ...cellFields });
/** One narrative of a form; {key} in the words stands for the figure of that row. */
export const narrativeInput = z.object({ pid: pid(), ...narrativeFields });
/** Many places of a form at once: what is left out stays. */
export const formInput = z.object({
  pid: pid(),
  cells: z.array(z.object(cellFields)).max(1000).default([]),
  narratives: z.array(z.object(narrativeFields)).max(200).default([]),
});
/** `standing`: what stands stays. `typed`: what the rival typed replaces it. */
export const rivalInput = z.object({
  pid: pid(),
  rival: pid(),
  keep: z.enum(['standing', 'typed']),
});
export const formStep = z.object({ pid: pid(), version: version() });
/** `confirmed`: sent although there are warnings. */
export const submitInput = z.object({ pid: pid(), version: version(), confirmed: yesNo() });
export const sendBackInput = z.object({ pid: pid(), version: version(), words: text(2000) });
/** A place without a key is the whole form. */
export const returnInput = z.object({
  pid: pid(),
  version: version(),
  places: z
    .array(z.object({ place: optionalText(60), words: text(2000) }))
    .min(1)
    .max(200),
});
export const answerInput = z.object({ pid: pid(), place: optionalText(60), words: text(2000) });
/** Without places: the whole form, which is then locked. */
export const acceptInput = z.object({
  pid: pid(),
  version: version(),
  places: z.array(key()).max(1000).default([]),
});
/** The form may be changed until the end of the day, although it was accepted or frozen. */
export const reopenInput = z.object({
  pid: pid(),
  version: version(),
  until: day(),
  reason: text(1000),
});
export const freezeRoundInput = z.object({ round: pid() });
export const publishInput = z.object({ pid: pid(), version: version(), published: yesNo() });
export const numberInput = z.object({
  pid: pid(),
  signed_on: day(),
  signer: text(100),
  position: text(150),
  authority: optionalChoice(authorities),
  authority_of: optionalText(200),
  /** Left out: made from the organisation's short name. */
  symbol: optionalText(30),
});
