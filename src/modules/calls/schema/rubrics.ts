import { z } from 'zod';
import {
  number,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
  yesNo,
} from '../../../platform/forms/fields.ts';
import {
  commentings,
  noteReaders,
  type Rubric,
  type VotingRule,
  votingBases,
} from '../rules/index.ts';

const words = (max: number) => optionalText(max).transform((sent) => sent ?? '');
const base = { key: text(40), label: words(300), help: optionalText(1000) };
const step = optionalNumber().transform((sent) => sent ?? 1);
const weight = optionalNumber().transform((sent) => sent ?? 1);
const comment = optionalChoice(commentings).transform((sent) => sent ?? 'none');

/** One part of a score sheet, by its kind. */
const rubricPart = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('points'), max: number(), step, weight, comment }),
  z.strictObject({
    ...base,
    kind: z.literal('bands'),
    bands: z
      .array(z.strictObject({ label: words(300), from: number(), to: number() }))
      .max(20)
      .optional()
      .transform((sent) => sent ?? []),
    step,
    weight,
    zeroFails: yesNo(),
    comment,
  }),
  z.strictObject({ ...base, kind: z.literal('gate'), comment }),
  z.strictObject({
    ...base,
    kind: z.literal('votes'),
    max: number(),
    decimals: optionalNumber({ min: 0, max: 2, integer: true }).transform((sent) => sent ?? 0),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('note'),
    to: optionalChoice(noteReaders).transform((sent) => sent ?? 'council'),
    required: yesNo(),
  }),
]);

export const rubric = z.strictObject({
  key: text(40),
  name: words(300),
  basis: optionalText(500),
  pass: optionalNumber(),
  parts: z
    .array(rubricPart)
    .max(60)
    .optional()
    .transform((sent) => sent ?? []),
}) as unknown as z.ZodType<Rubric, unknown>;

const fraction = z.strictObject({
  parts: number({ integer: true }),
  of: number({ integer: true }),
});

export const votingRule = z.strictObject({
  key: text(40),
  name: words(200),
  basis: optionalText(500),
  of: optionalChoice(votingBases).transform((sent) => sent ?? 'members'),
  share: fraction,
  quorum: fraction.nullish().transform((sent) => sent ?? null),
}) as unknown as z.ZodType<VotingRule, unknown>;
