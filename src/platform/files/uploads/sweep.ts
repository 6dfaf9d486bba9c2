import { sql } from 'kysely';
import type { Clock } from '../../../kernel/clock.ts';
import { all, type Db } from '../../database/query.ts';
import type { UploadFolder } from './folder.ts';
import { UPLOAD_LIFE_MS } from './types.ts';

/**
 * Takes away uploads whose time is over: a day without a piece, or a day after they ended; then bytes
 * that no upload knows of. Files that came of them stay.
 * @returns how many rows and how many files of bytes went
 */
export async function sweepUploads(
  db: Db,
  folder: UploadFolder,
  clock: Clock,
): Promise<{ rows: number; contents: number }> {
  const now = clock.now();
  const gone = await all(
    db,
    sql<{ pid: string }>`delete from upload where expires_at < ${now} returning pid`,
  );
  for (const { pid } of gone) await folder.delete(pid);
  const known = async (pids: readonly string[]) => {
    const rows = await all(
      db,
      sql<{ pid: string }>`select pid from upload where pid = any(${pids}::text[])`,
    );
    return new Set(rows.map(({ pid }) => pid));
  };
  const contents = await folder.sweep(known, new Date(now.getTime() - UPLOAD_LIFE_MS));
  return { rows: gone.length, contents };
}
