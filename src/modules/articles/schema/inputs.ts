import { z } from 'zod';
import {
  code,
  day,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { readTime } from '../rules/index.ts';
import { pid, refusing, slug } from './content.ts';

export const byVersion = z.strictObject({ pid: z.string(), version: version() });
export const withReason = z.strictObject({
  pid: z.string(),
  version: version(),
  reason: text(1000),
});
export const restoreInput = z.strictObject({
  pid: z.string(),
  version: version(),
  number: z.coerce.number().int().min(1),
});

function instant(): z.ZodType<Date | null, unknown> {
  return z
    .union([z.iso.datetime({ offset: true }), z.date()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? null : new Date(value)))
    .meta({ type: ['string', 'null'], format: 'date-time' }) as never;
}

export const publishInput = z.strictObject({
  pid: z.string(),
  version: version(),
  /** When it was public first, where that was before; now when left out. */
  at: instant(),
});

export const time = () =>
  text(20).superRefine(refusing((value) => (readTime(value) === null ? 'not_a_time' : null)));

/** A day and a time of day in Vietnam. */
export const scheduleFields = { on: day(), time: time() };
export const scheduleInput = z.strictObject({
  pid: z.string(),
  version: version(),
  ...scheduleFields,
});

/** What holds at once, without a version: the lead of the home, comments, the last day. */
export const placeFields = {
  pinned: optionalNumber({ min: 1, max: 9, integer: true }),
  comments: yesNo(),
  until: optionalDay(),
};
export const placeInput = z.strictObject({ pid: z.string(), version: version(), ...placeFields });

export const rulesFields = { editing: yesNo(), approval: yesNo(), own: yesNo() };
export const rulesInput = z.strictObject({
  organisation: code(),
  version: version(),
  ...rulesFields,
});

export const sectionFields = {
  name: text(120),
  description: optionalText(500),
  parent: pid(),
  slug: slug(),
};
export const sectionBody = z.strictObject({ organisation: code(), ...sectionFields });
export const sectionEdit = z.strictObject({
  pid: z.string(),
  version: version(),
  ...sectionFields,
});
export const sectionChanges = z.strictObject({ ...sectionFields, version: version() }).partial();
export const arrangeInput = z.strictObject({
  organisation: code(),
  /** pids of all sections of one parent, in their new order. */
  order: z.array(z.string().max(16)).min(1).max(200),
});

/** What is typed and not saved: kept as it is, under the form's own names. */
export const typingInput = z.strictObject({
  organisation: code(),
  pid: z.string().nullish(),
  base: optionalNumber({ min: 1, integer: true }),
  typed: z.record(z.string().max(100), z.string().max(2_000_000)),
});
export const typingKey = z.strictObject({ organisation: code(), pid: z.string().nullish() });
