import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { mediaRead } from '../policy.ts';
import type { Medium } from '../schema/index.ts';

export const columns = sql`m.id, m.pid, m.organisation_id as "organisationId",
  o.code as "organisationCode", m.kind, m.title, m.alt, m.caption, m.credit, m.taken_on as "takenOn",
  m.tags, m.width, m.height, m.alpha, m.animated, m.seconds,
  case when p.id is not null then jsonb_build_object('pid', p.pid, 'title', p.title, 'width', p.width,
    'alpha', p.alpha, 'public', p.public) end as poster, m.public, m.listed, m.sizes_at is not null as ready,
  f.name as "fileName", f.media_type as mime, f.size as bytes, f.sha256, m.created_at as "createdAt",
  m.version, m.deleted_at as "deletedAt"`;

export const from: RawBuilder<unknown> = sql`from medium m join file f on f.id = m.file_id
  join organisation o on o.id = m.organisation_id left join medium p on p.id = m.poster_id
    and p.deleted_at is null`;

/** A medium that the actor may see, a deleted one too; null when there is none. */
export function findMedium(cx: Cx, pid: string): Promise<Medium | null> {
  return maybe(
    cx.db,
    sql<Medium>`select ${columns} ${from}
      where m.pid = ${pid} and ${visible(cx, mediaRead, sql`m.organisation_id`)}`,
  );
}

/** As `findMedium`, without deleted ones. @throws NotFound */
export async function liveMedium(cx: Cx, pid: string): Promise<Medium> {
  const medium = await findMedium(cx, pid);
  if (medium === null || medium.deletedAt !== null) throw new NotFound('media');
  return medium;
}

/** The live medium of an organisation that came from the same file. */
export function sameMedium(db: Db, organisationId: string, sent: string): Promise<Medium | null> {
  return maybe(
    db,
    sql<Medium>`select ${columns} ${from}
      where m.organisation_id = ${organisationId} and m.sent = ${sent} and m.deleted_at is null`,
  );
}

/** Whether another live medium came from the same file as this one. */
export function twinOf(db: Db, id: string): Promise<{ readonly title: string } | null> {
  return maybe(
    db,
    sql<{ title: string }>`select x.title from medium m
      join medium x on x.organisation_id = m.organisation_id and x.sent = m.sent and x.id <> m.id
      where m.id = ${id} and x.deleted_at is null`,
  );
}

/** Live media of an organisation by their pids, in no order. */
export function mediaHere(
  db: Db,
  organisationId: string,
  pids: readonly string[],
): Promise<{ readonly id: string; readonly pid: string; readonly kind: string }[]> {
  return all(
    db,
    sql<{ id: string; pid: string; kind: string }>`select id, pid, kind from medium
      where pid = any(${[...pids]}::text[]) and organisation_id = ${organisationId}
        and deleted_at is null`,
  );
}

/** A size of a picture that is made: its content. */
export function sizeOf(
  db: Db,
  id: string,
  name: string,
): Promise<{ readonly sha256: string; readonly bytes: number } | null> {
  return maybe(
    db,
    sql<{ sha256: string; bytes: number }>`select f.sha256, f.size as bytes from medium_size s
      join file f on f.id = s.file_id where s.medium_id = ${id} and s.name = ${name}`,
  );
}

/** A medium by its inner id, for jobs; null when it is gone. */
export function mediumById(db: Db, id: string): Promise<(Medium & { filePid: string }) | null> {
  return maybe(
    db,
    sql<Medium & { filePid: string }>`select ${columns}, f.pid as "filePid" ${from}
      where m.id = ${id}`,
  );
}
