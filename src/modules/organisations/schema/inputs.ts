import { z } from 'zod';
import {
  choice,
  code,
  day,
  optionalChoice,
  optionalCode,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { affiliationKinds, organisationKinds } from '../rules/index.ts';

const answers = optionalChoice(['yes', 'no', 'true', 'false', '1', '0']);
const answer = answers
  .transform((value) => (value === null ? null : ['yes', 'true', '1'].includes(value)))
  .meta({ type: ['boolean', 'null'] });

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
  affiliation_kind: optionalChoice(affiliationKinds),
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
  kind: optionalChoice(affiliationKinds),
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
  amount: optionalNumber({ min: 0, max: 1_000_000_000, integer: true }),
  yes: answer,
  words: optionalText(1000),
  source: optionalText(300),
  note: optionalText(1000),
});

export const factIdInput = z.strictObject({ fact: text(16), version: version() });

export const closeInput = z.strictObject({
  organisation: code(),
  on: day(),
  end_members: yesNo(),
  reason: optionalText(1000),
  version: version(),
});

export const organisationInput = z.strictObject({ organisation: code(), version: version() });
