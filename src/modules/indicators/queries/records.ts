import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { type Definition, dayBeforeYear, windowOf } from '../rules/index.ts';
import { compile, type Part, type Sources } from './compile.ts';
import { partsOf } from './figures.ts';

/** A record behind a figure; `amount` is what it adds, in the unit of the figure. */
export interface FigureRecord {
  readonly type: string;
  readonly pid: string;
  readonly title: string;
  readonly day: Day | null;
  /** Last day, inclusive; null when it has none. */
  readonly until: Day | null;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly amount: number;
  /** Which side of a ratio; absent otherwise. */
  readonly part?: 'numerator' | 'denominator';
  readonly href: string;
  readonly page: string;
}

export interface RecordsQuestion {
  readonly definition: Definition;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly on: Day;
  readonly structureDay: Day;
  readonly own: string;
}

interface Row {
  readonly side: number;
  readonly pid: string;
  readonly title: string;
  readonly from_day: Day | null;
  readonly last_day: Day | null;
  readonly code: string;
  readonly name: string;
  readonly amount: string;
  readonly total: number;
}

/** The permissions that opening these records needs, beside that of the door. */
export function recordPermissions(sources: Sources, question: RecordsQuestion) {
  return compiled(sources, question, question.on).map((part) => part.source.permission);
}

/**
 * The records that made one union's figure, oldest first, and how many there are. Their amounts add
 * up to the figure (of a ratio: those of each side to its side).
 */
export async function figureRecords(
  db: Db,
  sources: Sources,
  question: RecordsQuestion,
  page: number,
  size: number,
): Promise<{ items: FigureRecord[]; total: number }> {
  const parts = compiled(sources, question, question.on);
  if (parts.length === 0) return { items: [], total: 0 };
  const selects = parts.map((part, side) => sql`(${recordsOf(part, side, question)})`);
  const found = sql`(${sql.join(selects, sql` union all `)})`;
  // The count is asked for beside the page, so that a page after the last still knows the total.
  const rows = await all(
    db,
    sql<Row>`with f as materialized ${found}
      select x.*, o.code, coalesce(n.name, o.code) as name, c.total
      from (select count(*)::integer as total from f) c
      left join lateral (
        select * from f order by side, from_day nulls first, title collate "vi-x-icu", record_id
        limit ${size} offset ${(page - 1) * size}
      ) x on true
      left join organisation o on o.id = x.organisation_id
      left join lateral (
        select name from organisation_name where organisation_id = o.id
        order by during @> ${question.structureDay}::date desc, lower(during) desc nulls last limit 1
      ) n on true
      order by x.side, x.from_day nulls first, x.title collate "vi-x-icu", x.record_id`,
  );
  const items = rows
    .filter((row) => row.pid !== null)
    .map((row) => recordOf(row, parts, question.definition));
  return { items, total: rows[0]?.total ?? 0 };
}

/** The records behind a figure: how many, and the public ids of the first ones. */
export interface FigurePids {
  readonly count: number;
  /** Oldest record first, at most as many as were asked for. */
  readonly pids: readonly string[];
}

/**
 * The records behind many figures of one organisation in one statement, by the code of the indicator. Of a
 * ratio those of both sides.
 */
export async function figurePids(
  db: Db,
  sources: Sources,
  question: Omit<RecordsQuestion, 'definition'> & { readonly wanted: readonly Definition[] },
  most: number,
): Promise<Map<string, FigurePids>> {
  const { wanted, ...rest } = question;
  const selects = wanted.flatMap((definition) => {
    const asked = { ...rest, definition };
    return compiled(sources, asked, asked.on).map(
      (part, side) => sql`select ${definition.code}::text as code, ${side}::integer as side,
        count(*)::integer as count,
        coalesce((array_agg(r.pid order by r.from_day nulls first, r.record_id))[1:${most}::integer],
          '{}') as pids
        from (${recordsOf(part, side, asked)}) r`,
    );
  });
  if (selects.length === 0) return new Map();
  const rows = await all(
    db,
    sql<FigurePids & { code: string }>`${sql.join(selects, sql` union all `)} order by code, side`,
  );
  const found = new Map<string, FigurePids>();
  for (const { code, count, pids } of rows) {
    const before = found.get(code);
    found.set(code, {
      count: (before?.count ?? 0) + count,
      pids: [...new Set([...(before?.pids ?? []), ...pids])].slice(0, most),
    });
  }
  return found;
}

function compiled(sources: Sources, question: RecordsQuestion, on: Day): Part[] {
  return partsOf(question.definition, question.definitions).map((definition) =>
    compile(sources, definition, on),
  );
}

function recordsOf(part: Part, side: number, question: RecordsQuestion): RawBuilder<unknown> {
  const first = part.first ? sql` order by r.from_day, r.record_id limit 1` : sql``;
  return sql`select ${side}::integer as side, r.record_id, r.pid, r.title, r.from_day,
      r.to_day - 1 as last_day, r.organisation_id, ${part.amount} as amount
    from (${part.source.rows()}) r
    where ${inScope(part, question)} and ${part.counts}${first}`;
}

function inScope(part: Part, { own, structureDay }: RecordsQuestion): RawBuilder<unknown> {
  if (part.scope === 'self') return sql`r.organisation_id = ${own}::uuid`;
  return sql`r.organisation_id in (select organisation_id
    from organisations_below(array[${own}::uuid], ${structureDay}::date))`;
}

function recordOf(row: Row, parts: readonly Part[], definition: Definition): FigureRecord {
  const source = parts[row.side]!.source;
  const address = { pid: row.pid, organisationCode: row.code };
  const ratio = definition.measure === 'ratio';
  return {
    type: source.recordType,
    pid: row.pid,
    title: row.title,
    day: row.from_day,
    until: row.last_day,
    organisation: { code: row.code, name: row.name },
    amount: Number(row.amount),
    ...(ratio ? { part: row.side === 0 ? ('numerator' as const) : ('denominator' as const) } : {}),
    href: source.apiPath(address),
    page: source.officePath(address),
  };
}

/** How a figure moved in the year of the day: start + added − removed = end. */
export interface YearFlow {
  /** The last day of the year before. */
  readonly since: Day;
  readonly start: number;
  readonly added: number;
  readonly removed: number;
  readonly end: number;
}

/** The year's movement of a number that stands or grows; null where that makes no sense. */
export async function yearFlow(
  db: Db,
  sources: Sources,
  question: RecordsQuestion,
): Promise<YearFlow | null> {
  const { definition, on } = question;
  const window = windowOf(definition);
  const adds = ['count', 'stock', 'sum'].includes(definition.measure);
  if (!adds || (window !== 'on_day' && window !== 'to_date')) return null;
  const since = dayBeforeYear(on);
  const now = compile(sources, definition, on);
  // A number that is declared anew each year does not come and go: only whole records do.
  if (now.source.time === 'range' && definition.argument !== null) return null;
  const before = compile(sources, definition, since);
  const sum = (condition: RawBuilder<unknown>) =>
    sql`coalesce(sum(${now.amount}) filter (where ${condition}), 0)`;
  const row = await one(
    db,
    sql<Record<'start' | 'added' | 'removed' | 'end', string>>`select
      ${sum(before.counts)} as start, ${sum(sql`${now.counts} and not ${before.counts}`)} as added,
      ${sum(sql`${before.counts} and not ${now.counts}`)} as removed, ${sum(now.counts)} as end
      from (${now.source.rows()}) r where ${inScope(now, question)}`,
  );
  return {
    since,
    start: Number(row.start),
    added: Number(row.added),
    removed: Number(row.removed),
    end: Number(row.end),
  };
}
