import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { Definition, Filter, Measure, National, Scope, Window } from '../rules/index.ts';

interface Row {
  readonly indicator_id: string;
  readonly code: string;
  readonly version_id: string;
  readonly version_pid: string;
  readonly from_day: Day | null;
  readonly until_day: Day | null;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
  readonly source: string | null;
  readonly filter: Record<string, unknown>;
  readonly measure: Measure;
  readonly argument: string | null;
  readonly divisor: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly scope: Scope;
  readonly window: Window;
  readonly national: National;
  readonly legal_basis: string | null;
  readonly sample: boolean;
  readonly version: number;
}

const columns = sql`i.id as indicator_id, i.code, v.id as version_id, v.pid as version_pid,
  lower(v.during) as from_day, upper(v.during) as until_day, v.label, v.unit, v.decimals, v.source,
  v.filter, v.measure, v.argument, v.divisor, v.numerator, v.denominator, v.scope, v."window",
  v.national, v.legal_basis, v.sample, v.version`;

/** What every indicator means on a day, by code; those without a meaning then are left out. */
export async function definitionsOn(db: Db, on: Day): Promise<Map<string, Definition>> {
  const rows = await select(db, sql`where v.during @> ${on}::date`);
  return new Map(rows.map((definition) => [definition.code, definition]));
}

/** All versions of one indicator, the latest first; empty when there is no such code. */
export function versionsOf(db: Db, code: string): Promise<Definition[]> {
  return select(db, sql`where i.code = ${code}`);
}

/** The indicator's own id, also when it has no version yet. */
export function indicatorId(db: Db, code: string): Promise<{ id: string; pid: string } | null> {
  return maybe(
    db,
    sql<{ id: string; pid: string }>`select id, pid from indicator where code = ${code}`,
  );
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<Definition[]> {
  const rows = await all(
    db,
    sql<Row>`select ${columns} from indicator_version v join indicator i on i.id = v.indicator_id
      ${where} order by i.code collate "C", lower(v.during) desc nulls last`,
  );
  return rows.map(definitionOf);
}

function definitionOf(row: Row): Definition {
  return {
    indicatorId: row.indicator_id,
    code: row.code,
    versionId: row.version_id,
    versionPid: row.version_pid,
    from: row.from_day,
    until: row.until_day,
    label: row.label,
    unit: row.unit,
    decimals: row.decimals,
    source: row.source,
    filter: filterOf(row.filter),
    measure: row.measure,
    argument: row.argument,
    divisor: Number(row.divisor),
    numerator: row.numerator,
    denominator: row.denominator,
    scope: row.scope,
    window: row.window,
    national: row.national,
    legalBasis: row.legal_basis,
    sample: row.sample,
    version: row.version,
  };
}

function filterOf(stored: Record<string, unknown>): Filter {
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => [
      key,
      (Array.isArray(value) ? value : [value]).map(String),
    ]),
  );
}

/** A table of indicators, as people read it. */
export interface IndicatorTable {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly sample: boolean;
  readonly version: number;
  readonly lines: readonly TableLine[];
}

/** One line: a heading, or the row of an indicator. */
export interface TableLine {
  readonly number: string;
  readonly level: number;
  readonly heading: string | null;
  readonly indicator: string | null;
}

interface LineRow {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly name: string;
  readonly legal_basis: string | null;
  readonly sample: boolean;
  readonly version: number;
  readonly number: string | null;
  readonly level: number | null;
  readonly heading: string | null;
  readonly indicator: string | null;
}

/** A table with its lines in order; null when there is no such code. */
export async function tableByCode(db: Db, code: string): Promise<IndicatorTable | null> {
  const rows = await all(
    db,
    sql<LineRow>`select t.id, t.pid, t.code, t.name, t.legal_basis, t.sample, t.version,
        r.number, r.level, r.heading, i.code as indicator
      from indicator_table t
      left join indicator_table_row r on r.table_id = t.id
      left join indicator i on i.id = r.indicator_id
      where t.code = ${code} order by r.position`,
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    id: first.id,
    pid: first.pid,
    code: first.code,
    name: first.name,
    legalBasis: first.legal_basis,
    sample: first.sample,
    version: first.version,
    lines: rows.flatMap(({ number, level, heading, indicator }) =>
      number === null ? [] : [{ number, level: level ?? 1, heading, indicator }],
    ),
  };
}
