import { type RawBuilder, sql } from 'kysely';
import { parseDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { isPid } from '../../../kernel/ids.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { FactMeasure } from '../rules/index.ts';
import type { Fact, FactKind } from '../schema/index.ts';

export async function factKinds(db: Db): Promise<FactKind[]> {
  return all(
    db,
    sql<FactKind>`select code, label, measure, unit, help from fact_kind order by sort, code`,
  );
}

interface FactRow {
  readonly id: string;
  readonly pid: string;
  readonly organisation_id: string;
  readonly organisation_code: string;
  readonly kind: string;
  readonly label: string;
  readonly measure: FactMeasure;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly words: string | null;
  readonly during: string;
  readonly source: string | null;
  readonly note: string | null;
  readonly version: number;
}

async function facts(db: Db, condition: RawBuilder<unknown>): Promise<Fact[]> {
  const rows = await all(
    db,
    sql<FactRow>`select f.id, f.pid, f.organisation_id, o.code as organisation_code, f.kind, k.label,
        k.measure, k.unit, f.amount, f.words, f.during, f.source, f.note, f.version
      from organisation_fact f join fact_kind k on k.code = f.kind
      join organisation o on o.id = f.organisation_id
      where ${condition} order by k.sort, f.kind, lower(f.during) desc`,
  );
  return rows.map(({ organisation_id, organisation_code, amount, during, ...row }) => ({
    ...row,
    organisationId: organisation_id,
    organisationCode: organisation_code,
    amount: amount === null ? null : Number(amount),
    during: parseDateRange(during),
  }));
}

/** All facts of an organisation, by kind, newest first. */
export function factsOf(db: Db, id: string): Promise<Fact[]> {
  return facts(db, sql`f.organisation_id = ${id} and f.deleted_at is null`);
}

/** Facts that hold on a day; only of the kinds given when there are any. */
export function factsOn(
  db: Db,
  id: string,
  on: Day,
  kinds: readonly string[] | null = null,
): Promise<Fact[]> {
  const chosen = kinds === null ? sql`true` : sql`f.kind = any(${[...kinds]}::text[])`;
  return facts(
    db,
    sql`f.organisation_id = ${id} and f.deleted_at is null and f.during @> ${on}::date and ${chosen}`,
  );
}

export async function findFact(db: Db, pid: string, deleted = false): Promise<Fact | null> {
  if (!isPid(pid)) return null;
  const state = deleted ? sql`is not null` : sql`is null`;
  const rows = await facts(
    db,
    sql`f.pid = ${pid} and f.deleted_at ${state} and o.deleted_at is null`,
  );
  return rows[0] ?? null;
}
