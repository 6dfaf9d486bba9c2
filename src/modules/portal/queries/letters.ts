import { sql } from 'kysely';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import type { Letter } from '../schema.ts';

const columns = sql`pid, recipient as to, subject, body as text, created_at as "createdAt",
  sent_at as "sentAt", attempts, error`;

/** A page of the letters, the newest first, and how many there are and wait. */
export async function listLetters(
  db: Db,
  page: number,
  size: number,
): Promise<{ items: Letter[]; total: number; waiting: number }> {
  const counts = await one(
    db,
    sql<{ total: number; waiting: number }>`select count(*)::integer as total,
      count(*) filter (where sent_at is null)::integer as waiting from mail_message`,
  );
  const items = await all(
    db,
    sql<Letter>`select ${columns} from mail_message order by created_at desc, id desc
      limit ${size} offset ${(page - 1) * size}`,
  );
  return { items, ...counts };
}

export function findLetter(db: Db, pid: string): Promise<Letter | null> {
  return maybe(db, sql<Letter>`select ${columns} from mail_message where pid = ${pid}`);
}
