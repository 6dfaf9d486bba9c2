import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Source } from '../../../platform/source.ts';
import {
  type Definition,
  entrySource,
  openField,
  type Scope,
  type Window,
  windowOf,
  windowStart,
} from '../rules/index.ts';

export type Sources = ReadonlyMap<string, Source>;

/** A definition as SQL over one row `r` of its source. */
export interface Part {
  readonly source: Source;
  readonly scope: Scope;
  /** The row counts on the day. */
  readonly counts: RawBuilder<boolean>;
  /** The figure over all rows of a group; numeric, or null where nothing is known. */
  readonly total: RawBuilder<unknown>;
  /** The same over rows that all count, where that is much less work: told apart, they are sorted. */
  readonly alone: RawBuilder<unknown> | null;
  /** What one row that counts adds to the figure. */
  readonly amount: RawBuilder<unknown>;
  /** Only the earliest row makes the figure. */
  readonly first: boolean;
  /** The definition as it was compiled, and the day. */
  readonly definition: Definition;
  readonly on: Day;
}

/** Compiles a definition for a day. Throws RangeError when it names what its source has not. */
export function compile(sources: Sources, definition: Definition, on: Day): Part {
  const filled = definition.measure === 'entered' ? asEntry(definition) : definition;
  const source = sourceOf(sources, filled);
  const { argument, measure } = filled;
  const quantity = argument === null ? null : amountOf(source, argument);
  const conditions = [...filterConditions(source, filled), timeCondition(source, filled, on)];
  if (measure === 'distinct') conditions.push(sql`${column(source, argument ?? '')} is not null`);
  else if (measure === 'yes_no' && quantity !== null) conditions.push(sql`${quantity} > 0`);
  else if (quantity !== null) conditions.push(sql`${quantity} is not null`);
  if (measure === 'years') conditions.push(sql`r.from_day is not null`);
  const counts = sql<boolean>`(${sql.join(conditions, sql` and `)})`;
  return {
    source,
    scope: filled.scope,
    counts,
    ...sums(source, filled, on, counts, quantity),
    first: measure === 'years',
    definition: filled,
    on,
  };
}

/**
 * What every row that counts in any of the parts of one source fulfils: it lets the database leave
 * out most rows before it looks at each part. It changes no figure.
 */
export function commonCondition(parts: readonly Part[]): RawBuilder<unknown> {
  const [first] = parts;
  if (first === undefined) return sql`true`;
  const { source, on } = first;
  const filters = parts.map((part) => part.definition.filter);
  const shared = Object.keys(filters[0] ?? {}).filter((key) => filters.every((one) => key in one));
  const conditions = shared.map((key) => {
    const values = [...new Set(filters.flatMap((one) => one[key] ?? []))];
    return sql`${textOf(source, key)} = any(${values}::text[])`;
  });
  const standing = parts.every((part) => windowOf(part.definition) === 'on_day');
  const window = standing ? 'on_day' : 'to_date';
  return sql.join([...conditions, inWindow(source, window, on)], sql` and `);
}

// An entered value is what stands on the day among the values that people declared.
function asEntry(definition: Definition): Definition {
  const filter = { indicator: [definition.code] };
  return { ...definition, measure: 'stock', source: entrySource, argument: 'value', filter };
}

function sourceOf(sources: Sources, definition: Definition): Source {
  const source = sources.get(definition.source ?? '');
  if (source === undefined) {
    throw new RangeError(`indicator ${definition.code}: no source ${definition.source}`);
  }
  return source;
}

function sums(
  source: Source,
  definition: Definition,
  on: Day,
  counts: RawBuilder<boolean>,
  quantity: RawBuilder<unknown> | null,
): Pick<Part, 'total' | 'alone' | 'amount'> {
  const by = (value: RawBuilder<unknown>) =>
    definition.divisor === 1 ? value : sql`${value} / ${definition.divisor}::numeric`;
  const only = sql`filter (where ${counts})`;
  const year = sql`extract(year from ${on}::date)`;
  switch (definition.measure) {
    case 'years':
      return {
        total: by(sql`(${year} - extract(year from min(r.from_day) ${only}))`),
        alone: null,
        amount: by(sql`(${year} - extract(year from r.from_day))`),
      };
    case 'distinct': {
      const told = column(source, definition.argument ?? '');
      const place = sql`row_number() over (partition by ${told} order by r.from_day, r.record_id)`;
      return {
        total: by(sql`(count(distinct ${told}) ${only})::numeric`),
        alone: by(sql`count(distinct ${told})::numeric`),
        amount: by(sql`(case when ${place} = 1 then 1 else 0 end)::numeric`),
      };
    }
    case 'sum':
    case 'stock':
      if (quantity !== null)
        return { total: by(sql`(sum(${quantity}) ${only})`), alone: null, amount: by(quantity) };
  }
  return { total: by(sql`(count(*) ${only})::numeric`), alone: null, amount: by(sql`1::numeric`) };
}

function timeCondition(source: Source, definition: Definition, on: Day): RawBuilder<unknown> {
  return inWindow(source, windowOf(definition), on);
}

function inWindow(source: Source, window: Window, on: Day): RawBuilder<unknown> {
  const start = windowStart(window, on);
  // One look at each end: rows are read by the million.
  const begun = sql`(r.from_day <= ${on}::date) is not false`;
  if (source.time === 'instant') {
    return start === null ? begun : sql`(r.from_day between ${start}::date and ${on}::date)`;
  }
  // To date means what still stands on the day: a distinction that was revoked counts no more.
  const stands = start ?? on;
  return sql`${begun} and (r.to_day > ${stands}::date) is not false`;
}

function filterConditions(source: Source, definition: Definition): RawBuilder<unknown>[] {
  // Columns first: they are cheaper to look at than what lies in the record's own data.
  const entries = Object.entries(definition.filter).sort(
    ([a], [b]) => Number(openField.test(a)) - Number(openField.test(b)),
  );
  return entries.map(([key, values]) => {
    return sql`${textOf(source, key)} = any(${[...values]}::text[])`;
  });
}

function column(source: Source, key: string): RawBuilder<unknown> {
  const field = source.fields.find((one) => one.key === key);
  if (field !== undefined) return sql`r.${sql.id(field.column ?? field.key)}`;
  if (source.openFields && openField.test(key)) return sql`(r.data ->> ${key.slice(5)}::text)`;
  throw new RangeError(`source ${source.code} has no field ${key}`);
}

function textOf(source: Source, key: string): RawBuilder<unknown> {
  return sql`${column(source, key)}::text`;
}

function amountOf(source: Source, key: string): RawBuilder<unknown> {
  const type = source.fields.find((field) => field.key === key)?.type;
  const value = column(source, key);
  if (type === 'number') return sql`${value}::numeric`;
  // Text that is no number adds nothing, instead of breaking every figure of the table.
  return sql`(case when ${value}::text ~ '^-?[0-9]{1,30}([.][0-9]{1,20})?$' then ${value}::text::numeric
    when ${value}::text = 'true' then 1 end)`;
}
