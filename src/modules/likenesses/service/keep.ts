import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { wordsOf } from '../../../kernel/similarity/index.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type Db, maybe, one } from '../../../platform/database/query.ts';
import { readableText, wordsAsBytes } from '../rules/index.ts';

/** A text to be compared with those to come. */
export interface NewText {
  /** Null: from a file. */
  readonly dossierId: string | null;
  readonly organisationId: string;
  readonly title: string;
  readonly authors: string | null;
  readonly year: number | null;
  /** Name of the file; null for a dossier. */
  readonly origin: string | null;
  readonly body: string;
}

/** Writers of texts and findings wait here for each other, until the end of the transaction. */
export async function lockLikenesses(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('likeness', 0))`.execute(db);
}

/** SHA-256 of a text's words, folded: the same however it is written. */
export const wordsHash = (text: string): string =>
  createHash('sha256')
    .update(wordsAsBytes(readableText(text)))
    .digest('hex');

/**
 * Keeps a text, in Unicode, and gives its id; of a dossier the one before is replaced. Its keys come
 * with its first comparison (`compareText`): until then nobody finds it. Call it after `lockLikenesses`.
 */
export async function keepText(cx: Cx, text: NewText): Promise<number> {
  const body = readableText(text.body);
  const told = {
    organisation: text.organisationId,
    title: text.title,
    authors: text.authors,
    year: text.year,
    hash: wordsHash(body),
  };
  const standing = await standingText(cx.db, text.dossierId);
  if (standing !== null) {
    const same = standing.body === body;
    await sql`update likeness_text set organisation_id = ${told.organisation}, title = ${told.title},
        year = ${told.year} where id = ${standing.id}`.execute(cx.db);
    if (!same)
      await sql`update likeness_text set body = ${body}, words_sha256 = ${told.hash},
          sha256 = encode(sha256(convert_to(${body}, 'UTF8')), 'hex'), words = ${wordsOf(body).count},
          keys = '{}', key_count = 0, kept_at = ${cx.clock.now()}
        where id = ${standing.id}`.execute(cx.db);
    return standing.id;
  }
  const { id } = await one(
    cx.db,
    sql<{ id: number }>`insert into likeness_text (id, pid, dossier_id, organisation_id, title,
        authors, year, origin, body, sha256, words_sha256, imported_sha256, words, key_limit, keys,
        key_count, kept_at)
      select coalesce(max(id), 0) + 1, ${cx.ids.pid()}, ${text.dossierId}::uuid, ${told.organisation}::uuid,
        ${told.title}, ${told.authors}, ${told.year}::integer, ${text.origin}, ${body},
        encode(sha256(convert_to(${body}, 'UTF8')), 'hex'), ${told.hash},
        ${text.dossierId === null ? told.hash : null}, ${wordsOf(body).count}, 0, '{}', 0,
        ${cx.clock.now()}::timestamptz
      from likeness_text returning id`,
  );
  return id;
}

const standingText = (db: Db, dossierId: string | null) =>
  dossierId === null
    ? null
    : maybe(
        db,
        sql<{ id: number; body: string }>`select id, body from likeness_text
          where dossier_id = ${dossierId}`,
      );

/** Forgets the text of a dossier, and all that was found with it. */
export async function dropText(db: Db, dossierId: string): Promise<void> {
  await sql`delete from likeness_text where dossier_id = ${dossierId}`.execute(db);
}
