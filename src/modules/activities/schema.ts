import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { parseMoney } from '../../kernel/vietnamese/numbers.ts';
import {
  choice,
  code,
  day,
  number,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../platform/forms/fields.ts';
import { issuesOf } from '../../platform/forms/issues.ts';
import { type Raw, together } from '../../platform/forms/together.ts';
import { filePids } from '../../platform/records/attachments.ts';
import {
  type ActivityData,
  type ActivityRole,
  dateIssues,
  type FieldValue,
  fieldTypes,
  type KindField,
  roles,
  storedData,
  topics,
} from './rules.ts';

/** A kind of activity as it is stored. */
export interface ActivityKind {
  readonly code: string;
  readonly name: string;
  /** What one record is called in a button. */
  readonly noun: string;
  readonly topic: string;
  readonly fields: readonly KindField[];
  readonly sort: number;
  readonly active: boolean;
}

/** A record as the module's pages and doors read it. */
export interface Activity {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly role: ActivityRole;
  readonly place: string | null;
  readonly partners: string | null;
  readonly summary: string | null;
  readonly data: ActivityData;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export type Kinds = ReadonlyMap<string, ActivityKind>;

const common = {
  organisation: code(),
  title: text(300),
  starts_on: day(),
  ends_on: optionalDay(),
  role: choice(roles).prefault('host'),
  place: optionalText(200),
  partners: optionalText(500),
  summary: optionalText(4000),
  files: filePids,
  // Read by `readData`, once the kind is known.
  data: z.record(z.string(), z.unknown()).nullish(),
};

/** What REST describes; the commands read it with the kind's own fields (`recordInput`). */
export const activityBody = z.strictObject({ kind: text(60), ...common });
export const activityChanges = z.strictObject({ ...common, version: version() }).partial();
const changed = z.strictObject({ pid: z.string(), version: version(), ...common });

/** The input of a new record: everything that is wrong with it, own fields and dates, at once. */
export function recordInput(kinds: Kinds, organisationKnown: boolean) {
  return together(activityBody, (raw) => {
    const kind = kinds.get(String(raw.kind ?? ''));
    const issues = [
      ...kindIssues(raw.kind, kind),
      ...typedDateIssues(raw),
      ...organisationIssues(raw, organisationKnown),
    ];
    const own = readData(kind?.fields ?? [], kind === undefined ? {} : raw.data);
    return { issues: [...issues, ...own.issues], values: { data: own.data } };
  });
}

/** The input of a changed record, whose kind stays. */
export function editInput(fields: readonly KindField[], organisationKnown: boolean) {
  return together(changed, (raw) => {
    const own = readData(fields, raw.data);
    const issues = [...typedDateIssues(raw), ...organisationIssues(raw, organisationKnown)];
    return { issues: [...issues, ...own.issues], values: { data: own.data } };
  });
}

function organisationIssues(raw: Raw, known: boolean): readonly Issue[] {
  // What is no code at all the schema refuses by itself.
  if (known || !code().safeParse(raw.organisation).success) return [];
  return [issue('organisation', 'unknown', { code: String(raw.organisation) })];
}

function kindIssues(typed: unknown, kind: ActivityKind | undefined): readonly Issue[] {
  if (kind === undefined) {
    // The schema itself says that nothing was chosen.
    const shown = String(typed ?? '').slice(0, 60);
    return shown === '' ? [] : [issue('kind', 'not_in_list', { typed: shown })];
  }
  return kind.active ? [] : [issue('kind', 'kind_inactive', { name: kind.name })];
}

function typedDateIssues(raw: Raw): readonly Issue[] {
  const first = optionalDay().safeParse(raw.starts_on);
  const last = optionalDay().safeParse(raw.ends_on);
  return first.success && last.success ? dateIssues(first.data, last.data) : [];
}

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

const option = z.strictObject({ value: text(60), label: text(120) });

/** One more field for a kind. */
export const newField = z.strictObject({
  key: optionalText(40),
  label: text(80),
  type: choice(fieldTypes),
  required: yesNo(),
  unit: optionalText(20),
  help: optionalText(200),
  options: z.array(option).max(40).nullish(),
});

export const newKind = z.strictObject({
  code: text(40),
  name: text(80),
  noun: text(60),
  topic: choice(topics),
});

/** What may be changed of a kind: its words, whether it is offered, and one field more. */
export const kindChanges = z.strictObject({
  code: text(40),
  name: optionalText(80),
  noun: optionalText(60),
  active: z.boolean().nullish(),
  field: newField.nullish(),
});
