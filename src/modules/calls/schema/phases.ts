import { z } from 'zod';
import { choice, optionalText, text } from '../../../platform/forms/fields.ts';
import { hideables, type Phase, parties, phaseActs } from '../rules/index.ts';

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
}) as unknown as z.ZodType<Phase, unknown>;
