import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { parseMoney } from '../../../kernel/vietnamese/numbers.ts';
import {
  choice,
  day,
  number,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import type { Raw } from '../../../platform/forms/together.ts';
import { type ActivityData, type FieldValue, type KindField, storedData } from '../rules.ts';

/** Reads the fields of a kind from a form, JSON or a row; issues have paths such as `data.papers`. */
export function readData(
  fields: readonly KindField[],
  raw: unknown,
): { readonly data: ActivityData; readonly issues: readonly Issue[] } {
  const given = typeof raw === 'object' && raw !== null ? (raw as Raw) : {};
  const issues: Issue[] = [];
  const values: Record<string, FieldValue | null> = {};
  const known = new Set(fields.map((field) => field.key));
  const unknown = Object.keys(given).filter((key) => !known.has(key));
  if (unknown.length > 0) {
    issues.push(issue('data', 'unknown_field', { names: unknown.join(', ').slice(0, 200) }));
  }
  for (const field of fields) {
    const typed = prepared(field, given[field.key]);
    if (field.type === 'choice' && typed === '' && !field.required) continue;
    const read = schemaOf(field).safeParse(typed);
    if (read.success) values[field.key] = read.data;
    else
      for (const found of issuesOf(read.error))
        issues.push({ ...found, path: `data.${field.key}` });
  }
  return { data: storedData(values), issues };
}

const no = ['', '0', 'no', 'off', 'false'];

const strictYesNo = z.unknown().transform((raw, ctx): boolean => {
  const typed = String(raw ?? '').toLowerCase();
  if (typed.length > 5 || !(yesNo().parse(typed) || no.includes(typed))) {
    ctx.issues.push({ code: 'custom', input: raw, params: { code: 'not_yes_no' } });
    return z.NEVER;
  }
  return yesNo().parse(typed);
});

const whole = { integer: true, min: 0, max: 1_000_000_000 };
const money = { integer: true, min: 0, max: 900_000_000_000_000 };

function schemaOf(field: KindField): z.ZodType<FieldValue | null, unknown> {
  const must = field.required;
  switch (field.type) {
    case 'text':
      return must ? text(300) : optionalText(300);
    case 'long_text':
      return must ? text(4000) : optionalText(4000);
    case 'number':
      return must ? number() : optionalNumber();
    case 'integer':
      return must ? number(whole) : optionalNumber(whole);
    case 'money':
      return must ? number(money) : optionalNumber(money);
    case 'day':
      return must ? day() : optionalDay();
    case 'yes_no':
      return strictYesNo;
    case 'choice':
      return choice((field.options ?? []).map((option) => option.value));
  }
}

// Money may be typed with its unit; an absent optional choice is an empty one.
function prepared(field: KindField, raw: unknown): unknown {
  if (field.type === 'choice') return raw ?? '';
  if (field.type !== 'money' || typeof raw !== 'string') return raw;
  const dong = parseMoney(raw);
  return dong === null ? raw : String(dong);
}
