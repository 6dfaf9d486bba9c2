import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { keptText } from '../../kernel/text.ts';
import { parseVietnameseDate } from '../../kernel/vietnamese/dates.ts';
import { parseVietnameseNumber } from '../../kernel/vietnamese/numbers.ts';

// Input fields that read a typed form and JSON alike, so that HTML, REST and Excel share one schema.
// What cannot be read becomes an issue with a code; the raw text stays with the door.

type Refuse = (code: string, data?: Record<string, unknown>) => typeof z.NEVER;

function field<T>(
  read: (raw: string, refuse: Refuse) => T,
  description: Record<string, unknown>,
  mayBeAbsent = false,
): z.ZodType<T, unknown> {
  // An absent required field is refused by the object that holds it, and described as required.
  const base = mayBeAbsent ? z.any().optional() : z.any();
  return base
    .transform((value, ctx): T => {
      const refuse: Refuse = (code, data) => {
        ctx.issues.push({ code: 'custom', input: value, params: { code, data } });
        return z.NEVER;
      };
      if (typeof value === 'object' && value !== null) return refuse('not_text');
      return read(keptText(typed(value)), refuse);
    })
    .meta(description) as unknown as z.ZodType<T, unknown>;
}

// A JSON number 18.5 becomes what a person would type, 18,5: it is then read in one way only.
function typed(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}

/** Required text of at most `max` characters. */
export function text(max: number): z.ZodType<string, unknown> {
  return field(
    (raw, refuse) => {
      if (raw === '') return refuse('required');
      if (raw.length > max) return refuse('too_long', { max, length: raw.length });
      return raw;
    },
    { type: 'string', maxLength: max },
  );
}

/** Text that may be left out; empty becomes null. */
export function optionalText(max: number): z.ZodType<string | null, unknown> {
  return field(
    (raw, refuse) => {
      if (raw.length > max) return refuse('too_long', { max, length: raw.length });
      return raw === '' ? null : raw;
    },
    { type: ['string', 'null'], maxLength: max },
    true,
  );
}

// What is repeated to the sender stays readable, however much was sent.
const brief = (raw: string): string => (raw.length > 60 ? `${raw.slice(0, 60)}…` : raw);

function readDay(raw: string, refuse: Refuse): Day {
  const parsed = parseVietnameseDate(raw);
  return 'ok' in parsed ? parsed.ok : refuse(parsed.error, { ...parsed.data, typed: brief(raw) });
}

/** A day, typed as 31/12/2019 or 2019-12-31. */
export function day(): z.ZodType<Day, unknown> {
  return field((raw, refuse) => (raw === '' ? refuse('required') : readDay(raw, refuse)), {
    type: 'string',
    format: 'date',
  });
}

/** A day that may be left out. */
export function optionalDay(): z.ZodType<Day | null, unknown> {
  return field(
    (raw, refuse) => (raw === '' ? null : readDay(raw, refuse)),
    { type: ['string', 'null'], format: 'date' },
    true,
  );
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

function readNumber(raw: string, refuse: Refuse, bounds: Bounds): number {
  const value = parseVietnameseNumber(raw);
  if (value === null) return refuse('not_a_number', { typed: brief(raw) });
  if (bounds.integer === true && !Number.isSafeInteger(value))
    return refuse('not_whole', { typed: brief(raw) });
  if (bounds.min !== undefined && value < bounds.min)
    return refuse('too_small', { min: bounds.min });
  if (bounds.max !== undefined && value > bounds.max)
    return refuse('too_large', { max: bounds.max });
  return value;
}

function numberField<T>(
  bounds: Bounds,
  empty: (refuse: Refuse) => T,
  mayBeAbsent: boolean,
): z.ZodType<number | T, unknown> {
  const type = bounds.integer === true ? 'integer' : 'number';
  return field<number | T>(
    (raw, refuse) => (raw === '' ? empty(refuse) : readNumber(raw, refuse, bounds)),
    { type: mayBeAbsent ? [type, 'null'] : type },
    mayBeAbsent,
  );
}

/** A number, typed as 1.234,5 or sent as a JSON number. */
export function number(bounds: Bounds = {}): z.ZodType<number, unknown> {
  return numberField(bounds, (refuse) => refuse('required') as never, false);
}

/** A number that may be left out. */
export function optionalNumber(bounds: Bounds = {}): z.ZodType<number | null, unknown> {
  return numberField<null>(bounds, () => null, true);
}

function readChoice<V extends string>(values: readonly V[], raw: string, refuse: Refuse): V {
  return values.find((v) => v === raw) ?? refuse('not_in_list', { typed: raw.slice(0, 60) });
}

/** One of a closed list of values. */
export function choice<const V extends string>(values: readonly V[]): z.ZodType<V, unknown> {
  return field(
    (raw, refuse) => (raw === '' ? refuse('choose_one') : readChoice(values, raw, refuse)),
    { type: 'string', enum: [...values] },
  );
}

/** One of a closed list of values, or nothing: null. */
export function optionalChoice<const V extends string>(
  values: readonly V[],
): z.ZodType<V | null, unknown> {
  return field(
    (raw, refuse) => (raw === '' ? null : readChoice(values, raw, refuse)),
    { type: ['string', 'null'], enum: [...values, null] },
    true,
  );
}

/** Yes or no: a ticked box ('on', '1', 'true', 'yes') or a JSON boolean; absent is no. */
export function yesNo(): z.ZodType<boolean, unknown> {
  return field(
    (raw) => ['on', '1', 'true', 'yes'].includes(raw.toLowerCase()),
    { type: 'boolean' },
    true,
  );
}

/** The version of the record that the form was made from; may be left out. */
export function version(): z.ZodType<number | null, unknown> {
  return optionalNumber({ min: 1, integer: true });
}

const CODE = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

function readCode(raw: string, refuse: Refuse, max: number): string {
  if (new RegExp(CODE).test(raw) && raw.length <= max) return raw;
  return refuse('not_a_code', { typed: raw.slice(0, 60), max });
}

/** An organisation's code or another public word of an address. */
export function code(max = 60): z.ZodType<string, unknown> {
  return field((raw, refuse) => (raw === '' ? refuse('required') : readCode(raw, refuse, max)), {
    type: 'string',
    pattern: CODE,
    maxLength: max,
  });
}

/** A code that may be left out. */
export function optionalCode(max = 60): z.ZodType<string | null, unknown> {
  return field(
    (raw, refuse) => (raw === '' ? null : readCode(raw, refuse, max)),
    { type: ['string', 'null'], pattern: CODE, maxLength: max },
    true,
  );
}
