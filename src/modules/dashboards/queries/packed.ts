import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../../kernel/day.ts';
import { periodOf } from '../../../kernel/period.ts';
import { type Db, one } from '../../../platform/database/query.ts';
import type { Source } from '../../../platform/source.ts';
import {
  type Definition,
  type FigureValue,
  figuresStatement,
  type Sources,
} from '../../indicators/index.ts';

/** Definitions that are asked for of some organisations on a day. */
export interface Question {
  readonly ids: readonly string[];
  readonly on: Day;
  readonly structureDay: Day;
  readonly wanted: readonly Definition[];
}

type Values = ReadonlyMap<string, ReadonlyMap<string, FigureValue>>;

/** True for a figure that only asks how many records there are, or whether there are any. */
export function isPackable(sources: Sources, { source, measure, argument }: Definition): boolean {
  const told = sources.get(source ?? '');
  return (
    told?.time === 'instant' && argument === null && (measure === 'count' || measure === 'yes_no')
  );
}

/**
 * Figures that count records which happen on a day, for several days in one statement. Each source is
 * read once: its records that no filter and no window of the questions tells apart become one row with
 * their number. All `wanted` have to be packable; the answers stand in the order of the questions.
 */
export async function packedFigures(
  db: Db,
  sources: Sources,
  questions: readonly Question[],
): Promise<Values[]> {
  if (questions.every(({ wanted }) => wanted.length === 0)) return questions.map(() => new Map());
  const { found } = await one(
    db,
    sql<{ found: (Row[] | null)[] }>`${packedStatement(sources, questions)}`,
  );
  return questions.map(({ wanted }, at) => valuesOf(found[at] ?? [], wanted));
}

/** The statement behind `packedFigures`, to be looked at with EXPLAIN. */
export function packedStatement(
  sources: Sources,
  questions: readonly Question[],
): RawBuilder<unknown> {
  const all = questions.flatMap(({ wanted }) => wanted);
  const bounds = boundsOf(questions);
  const packed = [...Map.groupBy(all, ({ source }) => source ?? '')].map(([code, asked], index) =>
    pack(sources.get(code)!, sql.id(`packed${index}`), differing(asked), bounds),
  );
  const packedSources = new Map(packed.map(({ source }) => [source.code, source]));
  const answers = questions.map((question) => answerTo(packedSources, question));
  return sql`with ${sql.join(packed.map(({ cte }) => cte))}
    select jsonb_build_array(${sql.join(answers)}) as found`;
}

interface Row {
  readonly id: string;
  readonly [figure: `v${number}`]: number | null;
}

/** First days of the stretches of time that no question tells apart. */
function boundsOf(questions: readonly Question[]): Day[] {
  const days = questions.flatMap(({ on, wanted }) => [
    addDays(on, 1),
    ...wanted.flatMap(({ window }) => startOf(window, on) ?? []),
  ]);
  return [...new Set(days)].sort();
}

const startOf = (window: Definition['window'], on: Day): Day | null => {
  if (window === 'to_date') return null;
  return window === 'on_day' ? on : periodOf(window, on).range.from;
};

const many = 'packed_many';

/** Definitions by what they filter: the same one is asked for of every day. */
const differing = (asked: readonly Definition[]): Definition[] => [
  ...new Map(asked.map((one) => [JSON.stringify(one.filter), one])).values(),
];

/** The rows of a source as rows that stand for several; whatever no filter asks for is left out. */
function pack(
  source: Source,
  name: RawBuilder<unknown>,
  asked: readonly Definition[],
  bounds: readonly Day[],
): { readonly cte: RawBuilder<unknown>; readonly source: Source } {
  const keys = [...new Set(asked.flatMap(({ filter }) => Object.keys(filter)))];
  const fields = source.fields.filter(({ key }) => keys.includes(key));
  const own = fields.map((field) => {
    const column = sql.id(field.column ?? field.key);
    const value = sql`r.${column}::text`;
    // Where every definition asks for it, others are left out already.
    const isShared = asked.every(({ filter }) => field.key in filter);
    return sql`, ${isShared ? value : told(value, field.key, asked)} as ${column}`;
  });
  const open = keys.filter((key) => !fields.some((field) => field.key === key));
  const data = open.map((key, at) => {
    // Looked at only where a definition does: it lies in the record's own data.
    const value = told(sql`(r.data ->> ${key.slice(5)}::text)`, key, asked);
    return {
      key,
      column: sql.id(`open${at}`),
      value: sql`case when ${anyAsked(
        fields,
        asked.filter(({ filter }) => key in filter),
      )} then ${value} end`,
    };
  });
  const all = data.map(({ column, value }) => sql`, ${value} as ${column}`);
  const parts = data.map(({ key, column }) => sql`${key.slice(5)}::text, p.${column}`);
  const columns = [...own, ...all];
  const groups = columns.map((_, at) => sql.raw(`, ${at + 3}`));
  const cte = sql`${name} as materialized (
    select p.*, jsonb_build_object(${sql.join(parts)}) as data from (
      select r.organisation_id, width_bucket(r.from_day, ${[...bounds]}::date[]) as stretch
        ${sql.join(columns, sql``)}, min(r.from_day) as from_day, null::date as to_day,
        count(*) as ${sql.id(many)}
      from (${source.rows()}) r where ${anyAsked(fields, asked)}
      group by 1, 2${sql.join(groups, sql``)}) p)`;
  const number = { key: many, label: many, type: 'number' } as const;
  const rows = () => sql`select * from ${name}`;
  return { cte, source: { ...source, fields: [...source.fields, number], rows } };
}

/** A value where some filter names it; all others are alike. */
function told(
  value: RawBuilder<unknown>,
  key: string,
  asked: readonly Definition[],
): RawBuilder<unknown> {
  const values = [...new Set(asked.flatMap(({ filter }) => filter[key] ?? []))];
  return sql`case when ${value} = any(${values}::text[]) then ${value} end`;
}

type Fields = Source['fields'];

/** Rows that any of the definitions may count, by the columns that all of them filter on. */
function anyAsked(fields: Fields, asked: readonly Definition[]): RawBuilder<unknown> {
  const shared = fields.filter(({ key }) => asked.every(({ filter }) => key in filter));
  const conditions = shared.map(({ key, column }) => {
    const values = [...new Set(asked.flatMap(({ filter }) => filter[key] ?? []))];
    return sql`r.${sql.id(column ?? key)}::text = any(${values}::text[])`;
  });
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function answerTo(sources: Sources, question: Question): RawBuilder<unknown> {
  const { ids, on, structureDay } = question;
  const wanted = question.wanted.map(overRows);
  if (ids.length === 0 || wanted.length === 0) return sql`null::jsonb`;
  const definitions = new Map(wanted.map((one) => [one.code, one]));
  const asked = { wanted, definitions, on, structureDay, among: ids, own: null };
  return sql`(select jsonb_agg(to_jsonb(f)) from (${figuresStatement(sources, asked)}) f)`;
}

/** The same figure over packed rows: their numbers are added. */
const overRows = (definition: Definition): Definition =>
  definition.measure === 'count' ? { ...definition, measure: 'sum', argument: many } : definition;

const valuesOf = (rows: readonly Row[], wanted: readonly Definition[]): Values =>
  new Map(
    rows.map((row) => [
      row.id,
      new Map(
        wanted.map(({ code, measure }, place) => {
          const value = Number(row[`v${place}`] ?? 0);
          return [code, measure === 'yes_no' ? value > 0 : value];
        }),
      ),
    ]),
  );
