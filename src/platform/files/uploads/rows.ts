import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx, Outcome } from '../../command.ts';
import { all, type Db, inTransaction, maybe, one } from '../../database/query.ts';
import {
  HOUR_MS,
  UPLOAD_LIFE_MS,
  type Upload,
  type UploadOutcome,
  unfinishedLimits,
} from './types.ts';

const columns = sql`id, pid, owner, name, told, size, received, created_at as "createdAt",
  expires_at as "expiresAt", outcome`;

/** What a sender declares before the first byte. */
export type Declared = Pick<Upload, 'owner' | 'name' | 'told' | 'size'>;

/**
 * Begins an upload. Its owner may have a few on their way: those that have been silent for an hour
 * make room for a new one; where that is not enough, the issue upload_too_many or upload_no_room.
 * `dropped` are the uploads whose bytes may go.
 */
export async function beginUpload(
  cx: Cx,
  declared: Declared,
): Promise<Outcome<{ readonly upload: Upload; readonly dropped: readonly string[] }>> {
  const { owner, name, told, size } = declared;
  const now = cx.clock.now();
  return inTransaction(cx.db, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`lientri/upload/${owner}`}, 0))`.execute(
      db,
    );
    const { full, dropped } = await makeRoom(db, owner, size, now);
    if (full !== null) return { ok: false, issues: [full] };
    const upload = await one(
      db,
      sql<Upload>`insert into upload (id, pid, owner, name, told, size, created_at, expires_at)
        values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${owner}, ${name}, ${JSON.stringify(told)}::jsonb,
          ${size}, ${now}, ${lifeFrom(now)}) returning ${columns}`,
    );
    return { ok: true, value: { upload, dropped } };
  });
}

interface Waiting {
  readonly id: string;
  readonly pid: string;
  readonly size: number;
  readonly expiresAt: Date;
}

async function makeRoom(
  db: Db,
  owner: string,
  size: number,
  now: Date,
): Promise<{ full: Issue | null; dropped: readonly string[] }> {
  const waiting = await all(
    db,
    sql<Waiting>`select id, pid, size, expires_at as "expiresAt" from upload
      where owner = ${owner} and outcome is null order by expires_at for update`,
  );
  const silent = new Date(lifeFrom(now).getTime() - HOUR_MS);
  const dropped: Waiting[] = [];
  const full = () => fullWith(waiting.slice(dropped.length), size);
  for (const one of waiting) {
    if (full() === null || one.expiresAt >= silent) break;
    dropped.push(one);
  }
  const still = full();
  if (still !== null) return { full: still, dropped: [] };
  await sql`delete from upload where id = any(${dropped.map(({ id }) => id)}::uuid[])`.execute(db);
  return { full: null, dropped: dropped.map(({ pid }) => pid) };
}

function fullWith(waiting: readonly Waiting[], size: number): Issue | null {
  const { uploads, bytes } = unfinishedLimits;
  if (waiting.length >= uploads) return issue('file', 'upload_too_many', { max: uploads });
  const sum = waiting.reduce((total, one) => total + one.size, size);
  return sum > bytes ? issue('file', 'upload_no_room', { limit: bytes }) : null;
}

const lifeFrom = (now: Date): Date => new Date(now.getTime() + UPLOAD_LIFE_MS);

/** An upload by its pid, also one that has ended or whose time is over; null when there is none. */
export function findUpload(db: Db, pid: string): Promise<Upload | null> {
  return maybe(db, sql<Upload>`select ${columns} from upload where pid = ${pid}`);
}

/** Notes that all before `offset` is on disk, and puts off its end; gives the new one, null when it was taken away. */
export async function noteReceived(
  cx: Pick<Cx, 'db' | 'clock'>,
  upload: Upload,
  offset: number,
): Promise<Date | null> {
  const expiresAt = lifeFrom(cx.clock.now());
  const found = await maybe(
    cx.db,
    sql`update upload set received = ${offset}, expires_at = ${expiresAt}
      where id = ${upload.id} and outcome is null returning id`,
  );
  return found === null ? null : expiresAt;
}

/** How it ended already, where it did; holds the row until the transaction is over. Null row: it was taken away. */
export function holdUpload(
  db: Db,
  upload: Upload,
): Promise<{ readonly outcome: UploadOutcome | null } | null> {
  return maybe(
    db,
    sql<{
      outcome: UploadOutcome | null;
    }>`select outcome from upload where id = ${upload.id} for update`,
  );
}

export async function endUpload(
  cx: Pick<Cx, 'db' | 'clock'>,
  upload: Upload,
  outcome: UploadOutcome,
  fileId: string | null,
): Promise<void> {
  await sql`update upload set outcome = ${JSON.stringify(outcome)}::jsonb, file_id = ${fileId},
    expires_at = ${lifeFrom(cx.clock.now())} where id = ${upload.id}`.execute(cx.db);
}

export async function forgetUpload(db: Db, upload: Upload): Promise<void> {
  await sql`delete from upload where id = ${upload.id}`.execute(db);
}
