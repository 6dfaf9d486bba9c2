import { z } from 'zod';
import { choice, clean, code, day, number, text, yesNo } from '../../../platform/forms/fields.ts';
import { affiliationKinds, organisationKinds } from '../rules/index.ts';

/** A field that may be left out or empty: then null; anything else is read by `schema`. */
function orNull<T>(
  schema: z.ZodType<T, unknown>,
  description: Record<string, unknown>,
): z.ZodType<T | null, unknown> {
  return z
    .any()
    .optional()
    .transform((value, ctx): T | null => {
      if (value === undefined || value === null || clean(String(value)) === '') return null;
      const read = schema.safeParse(value);
      if (read.success) return read.data;
      for (const problem of read.error.issues) ctx.issues.push({ ...problem, input: value });
      return z.NEVER;
    })
    .meta(description) as unknown as z.ZodType<T | null, unknown>;
}

const optionalText = (max: number) =>
  orNull(text(max), { type: ['string', 'null'], maxLength: max });
/** A day that may be left out, also of an address. */
export const optionalDay = () => orNull(day(), { type: ['string', 'null'], format: 'date' });
const version = () =>
  orNull(number({ min: 1, integer: true }), { type: ['integer', 'null'], minimum: 1 });
const optionalCode = () => orNull(code(), { type: ['string', 'null'] });
const optionalKind = () =>
  orNull(choice(affiliationKinds), { type: ['string', 'null'], enum: [...affiliationKinds, null] });
const answer = orNull(choice(['yes', 'no', 'true', 'false', '1', '0']), {
  type: ['boolean', 'null'],
}).transform((value) => (value === null ? null : ['yes', 'true', '1'].includes(value)));

const sealText = optionalText(60).transform((value, ctx) => {
  if (value === null) return null;
  const lines = value
    .split(/\n|\//)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length <= 3 && lines.every((line) => [...line].length <= 12)) return lines;
  ctx.issues.push({ code: 'custom', input: value, params: { code: 'seal_lines' } });
  return z.NEVER;
});

export const createInput = z.strictObject({
  kind: choice(organisationKinds),
  code: code(),
  name: text(300),
  short_name: optionalText(120),
  /** The day it was founded. */
  from: day(),
  parent: optionalCode(),
  affiliation_kind: optionalKind(),
  affiliated_from: optionalDay(),
  decision: optionalText(300),
});

export const renameInput = z.strictObject({
  organisation: code(),
  name: text(300),
  short_name: optionalText(120),
  from: day(),
  decision: optionalText(300),
  version: version(),
});

export const editInput = z.strictObject({
  organisation: code(),
  founded_on: day(),
  accent: optionalText(20),
  seal: sealText,
  version: version(),
});

export const codeInput = z.strictObject({ organisation: code(), code: code(), version: version() });

export const affiliateInput = z.strictObject({
  child: code(),
  parent: code(),
  kind: optionalKind(),
  from: day(),
  to: optionalDay(),
  decision: optionalText(300),
  note: optionalText(1000),
});

export const endAffiliationInput = z.strictObject({
  affiliation: text(16),
  to: day(),
  note: optionalText(1000),
  version: version(),
});

export const affiliationInput = z.strictObject({ affiliation: text(16), version: version() });

export const factInput = z.strictObject({
  organisation: code(),
  kind: text(60),
  from: day(),
  to: optionalDay(),
  amount: orNull(number({ min: 0, max: 1_000_000_000, integer: true }), {
    type: ['integer', 'null'],
  }),
  yes: answer,
  words: optionalText(1000),
  source: optionalText(300),
  note: optionalText(1000),
});

export const factIdInput = z.strictObject({ fact: text(16), version: version() });

export const closeInput = z.strictObject({
  organisation: code(),
  on: day(),
  end_members: orNull(yesNo(), { type: ['boolean', 'null'] }).transform((value) => value === true),
  reason: optionalText(1000),
  version: version(),
});

export const organisationInput = z.strictObject({ organisation: code(), version: version() });
