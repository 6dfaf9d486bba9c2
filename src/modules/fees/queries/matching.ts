import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Candidate, Reference, StatementLine } from '../rules/index.ts';

type Due = Candidate & { readonly year: number; readonly number: number };

/** Dues of any period of the one who collects, by the references found: one query. */
export function duesByReference(
  db: Db,
  organisationId: string,
  references: readonly Reference[],
): Promise<Due[]> {
  return all(
    db,
    sql<Due>`select d.id, d.owed, d.paid, d.year, d.number
      from unnest(${references.map((r) => r.year)}::smallint[],
        ${references.map((r) => r.number)}::integer[]) r (year, number)
      join fee_due d on d.year = r.year and d.number = r.number
      join fee_period f on f.id = d.period_id
      where f.organisation_id = ${organisationId} and f.deleted_at is null`,
  );
}

/** Dues of a period whose person's folded name is one of the runs of words: one query. */
export function duesByName(
  db: Db,
  periodId: string,
  runs: readonly string[],
): Promise<(Candidate & { readonly search: string })[]> {
  return all(
    db,
    sql<Candidate & { readonly search: string }>`select d.id, d.owed, d.paid, p.search
      from unnest(${[...runs]}::text[]) r (run) join person p on p.search = r.run
      join fee_due d on d.person_id = p.id and d.period_id = ${periodId} and d.member
      order by d.id`,
  );
}

/** Which fingerprints stand in a payment of the one who collects already. */
export async function recordedLines(
  db: Db,
  organisationId: string,
  lines: readonly Pick<StatementLine, 'fingerprint'>[],
): Promise<Set<string>> {
  const found = await all(
    db,
    sql<{ fingerprint: string }>`select distinct y.fingerprint from fee_payment y
      where y.organisation_id = ${organisationId} and y.voided_at is null
        and y.fingerprint = any(${lines.map((line) => line.fingerprint)}::text[])`,
  );
  return new Set(found.map((row) => row.fingerprint));
}

/** Transfers that were written down by hand: 'due|day|amount'. */
export async function transfersByHand(db: Db, dues: readonly string[]): Promise<Set<string>> {
  const found = await all(
    db,
    sql<{ key: string }>`select y.due_id || '|' || y.paid_on || '|' || y.amount as key
      from fee_payment y where y.due_id = any(${[...dues]}::uuid[]) and y.voided_at is null
        and y.method = 'transfer' and y.fingerprint is null`,
  );
  return new Set(found.map((row) => row.key));
}
