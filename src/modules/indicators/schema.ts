import { z } from 'zod';
import {
  choice,
  number,
  optionalDay,
  optionalNumber,
  optionalText,
  code as orgCode,
  text,
} from '../../platform/forms/fields.ts';
import { type Filter, measures, nationals, scopes, windows } from './rules/index.ts';

/** How often the row of versions or values was changed when the form was made; 0: none yet. */
const changes = () => optionalNumber({ min: 0, integer: true });

const CODE = /^[A-Za-z0-9]{1,10}([.-][A-Za-z0-9]{1,10}){0,5}$/;

/** Code of an indicator: 'I.3a', 'II.1.1'. */
export const indicatorCode = text(40).superRefine((value, ctx) => {
  if (!CODE.test(value)) {
    ctx.addIssue({
      code: 'custom',
      params: { code: 'not_an_indicator_code', data: { typed: value } },
    });
  }
});

/** Reads `{field: value | [values]}`, or lines such as `kind = seminar, science_task`. */
const filter: z.ZodType<Filter, unknown> = z
  .any()
  .transform((raw, ctx): Filter => {
    const read = typeof raw === 'object' && raw !== null ? fromObject(raw) : fromLines(raw);
    if ('bad' in read) {
      ctx.addIssue({
        code: 'custom',
        params: { code: 'filter_unreadable', data: { typed: read.bad } },
      });
      return z.NEVER;
    }
    return read.filter;
  })
  .meta({ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } });

type FilterReading = { readonly filter: Filter } | { readonly bad: string };

function fromObject(raw: object): FilterReading {
  const pairs: [string, string[]][] = [];
  for (const [key, value] of Object.entries(raw)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const plain = values.every((one) => ['string', 'number', 'boolean'].includes(typeof one));
    if (values.length === 0 || !plain) return { bad: key.slice(0, 60) };
    pairs.push([key, values.map(String)]);
  }
  return { filter: Object.fromEntries(pairs) };
}

function fromLines(raw: unknown): FilterReading {
  const pairs: [string, string[]][] = [];
  for (const line of String(raw ?? '').split('\n')) {
    if (line.trim() === '') continue;
    const [key = '', list = ''] = line.split(/=(.*)/s);
    const values = list
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '');
    if (key.trim() === '' || values.length === 0) return { bad: line.trim().slice(0, 60) };
    pairs.push([key.trim(), values]);
  }
  return { filter: Object.fromEntries(pairs) };
}

export const versionInput = z.object({
  code: indicatorCode,
  from: optionalDay(),
  label: text(200),
  unit: optionalText(30),
  decimals: optionalNumber({ min: 0, max: 6, integer: true }),
  source: optionalText(60),
  filter: filter.optional(),
  measure: choice(measures),
  argument: optionalText(60),
  divisor: optionalNumber({ min: 0.000001, max: 1_000_000_000 }),
  numerator: optionalText(40),
  denominator: optionalText(40),
  scope: choice(scopes),
  window: choice(windows),
  national: choice(nationals),
  legal_basis: optionalText(2000),
  version: changes(),
});

const lineInput = z.object({
  number: optionalText(12),
  heading: optionalText(200),
  indicator: optionalText(40),
  level: optionalNumber({ min: 1, max: 3, integer: true }),
});

export const tableInput = z.object({
  table: orgCode(),
  name: text(200),
  legal_basis: optionalText(2000),
  rows: z.array(lineInput).max(300),
  version: changes(),
});

export const noteInput = z.object({
  org: orgCode(),
  indicator: indicatorCode,
  words: optionalText(500),
  from: optionalDay(),
  version: changes(),
});

export const entryInput = z.object({
  org: orgCode(),
  indicator: indicatorCode,
  value: number(),
  from: optionalDay(),
  note: optionalText(500),
  version: changes(),
});

export const entryRemoval = z.object({ pid: text(16), version: changes() });

/** An indicator's version in REST. */
export const versionView = z.object({
  pid: z.string(),
  code: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable().describe('last day, inclusive'),
  label: z.string(),
  unit: z.string().nullable(),
  decimals: z.number().int(),
  source: z.string().nullable(),
  filter: z.record(z.string(), z.array(z.string())),
  measure: z.enum(measures),
  argument: z.string().nullable(),
  divisor: z.number(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  scope: z.enum(scopes),
  window: z.enum(windows),
  national: z.enum(nationals),
  legal_basis: z.string().nullable(),
  sample: z.boolean(),
});
export type VersionView = z.output<typeof versionView>;

export const entryView = z.object({
  pid: z.string(),
  indicator: z.string(),
  value: z.number(),
  from: z.string().nullable(),
  until: z.string().nullable().describe('last day, inclusive'),
  note: z.string().nullable(),
  version: z.number().int(),
});

export const noteView = z.object({
  pid: z.string(),
  words: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable().describe('last day, inclusive'),
  version: z.number().int(),
});
