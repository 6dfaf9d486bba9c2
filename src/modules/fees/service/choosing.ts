import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { duesByReference } from '../queries/index.ts';
import { parseReference } from '../rules/index.ts';
import type { FeeStatement } from '../schema.ts';

/** The inner id of the due that a typed reference means; null when it means none. */
export async function dueForChoice(
  cx: Cx,
  statement: FeeStatement,
  typed: string | null,
): Promise<string | null> {
  if (typed === null) return null;
  const year = await maybe(
    cx.db,
    sql<{ year: number }>`select extract(year from lower(during))::integer as year
      from fee_period where id = ${statement.periodId}`,
  );
  const reference = parseReference(typed, year?.year);
  if (reference === null) return null;
  const [due] = await duesByReference(cx.db, statement.organisationId, [reference]);
  return due?.id ?? null;
}
