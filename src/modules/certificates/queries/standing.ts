import { sql } from 'kysely';
import { type Db, one } from '../../../platform/database/query.ts';

/** How many certificates of an edition are valid. Ask for the right to read before. */
export async function countStanding(db: Db, editionId: string): Promise<number> {
  const { many } = await one(
    db,
    sql<{ many: number }>`select count(*)::integer as many from certificate
      where edition_id = ${editionId} and state = 'valid'`,
  );
  return many;
}
