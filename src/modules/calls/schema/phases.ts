import { z } from 'zod';
import {
  choice,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
} from '../../../platform/forms/fields.ts';
import { hideables, type Phase, parties, phaseActs, rankingBases } from '../rules/index.ts';

/** '2026-08-31T17:00' as browsers send it is 17:00:00. */
const second = optionalText(19).transform((sent) =>
  sent !== null && /T\d{2}:\d{2}$/.test(sent) ? `${sent}:00` : sent,
);
const list = <T>(item: z.ZodType<T, unknown>, max: number) =>
  z
    .array(item)
    .max(max)
    .optional()
    .transform((sent): readonly T[] => sent ?? []);

const review = z.strictObject({
  each: optionalNumber({ integer: true }),
  trim: optionalNumber({ integer: true }).transform((sent) => sent ?? 0),
  spread: optionalNumber(),
  by: optionalChoice(rankingBases).transform((sent) => sent ?? 'mean'),
  goes_on: optionalNumber({ integer: true }),
});

export const phase = z.strictObject({
  key: text(40),
  name: optionalText(200).transform((sent) => sent ?? ''),
  opens: second,
  closes: second,
  permits: list(
    z.strictObject({ who: choice(parties), may: list(choice(phaseActs), phaseActs.length) }),
    10,
  ),
  hidden: list(
    z.strictObject({ from: choice(parties), what: list(choice(hideables), hideables.length) }),
    10,
  ),
  rubric: optionalText(60),
  review: review.nullish().transform((sent) => sent ?? null),
}) as unknown as z.ZodType<Phase, unknown>;
