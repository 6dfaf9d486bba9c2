import { z } from 'zod';
import {
  choice,
  number,
  optionalChoice,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  yesNo,
} from '../../../platform/forms/fields.ts';
import {
  awardLevels,
  type EditionContent,
  editionKinds,
  entrantKinds,
  organiserRoles,
} from '../rules/index.ts';
import { formField } from './form.ts';
import { phase } from './phases.ts';
import { rubric, votingRule } from './rubrics.ts';

/** A list that may be left out: empty then. */
export const listOf = <T>(item: z.ZodType<T, unknown>, max: number) =>
  z
    .array(item)
    .max(max)
    .optional()
    .transform((sent): readonly T[] => sent ?? []);

const year = () => number({ min: 1945, max: 2200, integer: true });
const optionalYear = () => optionalNumber({ min: 1945, max: 2200, integer: true });
const words = (max: number) => optionalText(max).transform((sent) => sent ?? '');
/** A part that may be left out or null. */
const maybe = <T>(shape: z.ZodType<T, unknown>) =>
  shape.nullish().transform((sent): T | null => sent ?? null);

const partialDate = optionalText(10).superRefine((value, ctx) => {
  if (value !== null && !/^\d{4}(-\d{2}){0,2}$/.test(value))
    ctx.addIssue({ code: 'custom', params: { code: 'unreadable', data: { typed: value } } });
});

const eligibility = z.strictObject({
  born: maybe(z.strictObject({ first: optionalDay(), last: optionalDay() })),
  worked: optionalNumber({ integer: true }),
  made: maybe(z.strictObject({ from: optionalYear(), to: optionalYear() })),
  awarded: listOf(
    z.strictObject({
      level: choice(awardLevels),
      contests: choice(['own', 'any']),
      since: optionalYear(),
    }),
    20,
  ),
  group: maybe(
    z.strictObject({
      min: optionalNumber({ integer: true }),
      max: optionalNumber({ integer: true }),
    }),
  ),
  // Yes unless somebody says no.
  representative: z
    .any()
    .optional()
    .transform((sent) => sent === undefined || sent === null || yesNo().parse(sent)),
});

const prize = z.strictObject({
  key: text(40),
  name: words(200),
  money: optionalNumber(),
  quota: optionalNumber(),
  floor: optionalNumber(),
  withheld: yesNo(),
  special: yesNo(),
});

/** The shape of an edition's content; what contradicts itself in it is told by `checkEdition`. */
export const editionContent = z.strictObject({
  kind: choice(editionKinds),
  name: words(300),
  ordinal: optionalNumber({ integer: true }),
  years: z.strictObject({ first: year(), last: year() }),
  basis: listOf(z.strictObject({ symbol: text(120), title: words(500), issued: partialDate }), 30),
  fields: listOf(z.strictObject({ code: text(40), name: words(300) }), 60),
  entrants: listOf(choice(entrantKinds), 8),
  eligibility,
  form: listOf(formField, 100),
  phases: listOf(phase, 40),
  rubrics: listOf(rubric, 20),
  voting: listOf(votingRule, 20),
  prizes: z.strictObject({
    per: optionalChoice(['field', 'overall']).transform((sent) => sent ?? 'overall'),
    prizes: listOf(prize, 40),
  }),
  committee: z.strictObject({ name: words(200), symbol: words(30), receipts: text(50) }),
  organisers: listOf(z.strictObject({ name: text(200), role: choice(organiserRoles) }), 40),
}) as unknown as z.ZodType<EditionContent, unknown>;
