import { sql } from 'kysely';
import type { Issue } from '../../../kernel/issue.ts';
import { all, type Db } from '../../../platform/database/query.ts';

/** A row that was refused, or taken and should be looked at, with the texts of its cells. */
export interface RefusedRow {
  readonly rowNumber: number;
  readonly state: 'rejected' | 'review';
  readonly issues: readonly Issue[];
  readonly raw: readonly string[];
  /** Encrypted, see `openSecret`. */
  readonly secret: string | null;
}

/** Such rows of one sheet in the order of the file, at most so many. */
export function refusedRows(
  db: Db,
  importId: string,
  sheet: number,
  limit: number,
): Promise<RefusedRow[]> {
  return all(
    db,
    sql<RefusedRow>`select row_number as "rowNumber", state, coalesce(issues, '[]') as issues,
        coalesce(raw, '[]') as raw, raw_secret as secret
      from roster_row where import_id = ${importId} and sheet = ${sheet}
        and state in ('rejected', 'review')
      order by line limit ${limit}`,
  );
}
