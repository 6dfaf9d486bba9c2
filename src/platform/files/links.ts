import { sql } from 'kysely';
import type { Change, Cx } from '../command.ts';
import { all, type Db, maybe } from '../database/query.ts';
import { NotFound } from '../errors.ts';
import type { StoredFile } from './types.ts';

/** The record that files belong to; who may see it may see them. */
export interface FileSubject {
  readonly type: string;
  readonly id: string;
  readonly organisationId: string;
}

export interface FileLink {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly organisationId: string;
}

export interface LinkedFile extends StoredFile {
  readonly subjectId: string;
}

const columns = sql`f.id, f.pid, f.sha256, f.size, f.sealed, f.media_type as "mediaType", f.name,
  f.created_at as "createdAt"`;

/**
 * Makes these the subject's files, in this order, and gives the change for the event log. Each must
 * be linked to the subject already, or be the actor's own upload that is linked to nothing; the
 * system may link any such upload. Call it inside the command that changes the subject.
 * @param pids public ids; one given twice counts once
 * @throws NotFound
 */
export async function linkFiles(
  cx: Cx,
  subject: FileSubject,
  pids: readonly string[],
): Promise<Change> {
  const wanted = [...new Set(pids)];
  const before = (await filesOf(cx.db, subject.type, [subject.id])).get(subject.id) ?? [];
  const allowed = new Map(before.map((file) => [file.pid, file as StoredFile]));
  for (const file of await ownUploads(cx, wanted)) allowed.set(file.pid, file);
  const files = wanted.map((pid) => {
    const file = allowed.get(pid);
    if (file === undefined) throw new NotFound('file');
    return file;
  });
  await sql`delete from file_link where subject_type = ${subject.type}
    and subject_id = ${subject.id}`.execute(cx.db);
  await sql`insert into file_link (file_id, subject_type, subject_id, organisation_id, sort)
    select id, ${subject.type}, ${subject.id}, ${subject.organisationId}, place
    from unnest(${files.map((file) => file.id)}::uuid[]) with ordinality as f (id, place)`.execute(
    cx.db,
  );
  return { old: before.map(told), new: files.map(told) };
}

function ownUploads(cx: Cx, pids: readonly string[]): Promise<StoredFile[]> {
  const { actor } = cx;
  const owner =
    actor.kind === 'system'
      ? sql`true`
      : sql`f.created_by is not distinct from ${actor.kind === 'account' ? actor.accountId : null}`;
  // Locked, so that the sweeper cannot take a row away before its link is there.
  return all(
    cx.db,
    sql<StoredFile>`select ${columns} from file f where f.pid = any(${pids}::text[]) and ${owner}
      and not exists (select from file_link l where l.file_id = f.id) for update of f`,
  );
}

function told(file: StoredFile): { pid: string; name: string } {
  return { pid: file.pid, name: file.name };
}

/** The files of many subjects in one query, by subject id, each list in its order. */
export async function filesOf(
  db: Db,
  subjectType: string,
  subjectIds: readonly string[],
): Promise<Map<string, LinkedFile[]>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await all(
    db,
    sql<LinkedFile>`select l.subject_id as "subjectId", ${columns}
      from file_link l join file f on f.id = l.file_id
      where l.subject_type = ${subjectType} and l.subject_id = any(${subjectIds}::uuid[])
      order by l.subject_id, l.sort, f.id`,
  );
  return Map.groupBy(rows, (row) => row.subjectId);
}

/**
 * A file by its public id with what it is linked to: a door asks the policy of those subjects before
 * it sends anything. Null when there is no such file.
 */
export async function findFile(
  db: Db,
  pid: string,
): Promise<{ file: StoredFile; links: readonly FileLink[]; createdBy: string | null } | null> {
  const row = await maybe(
    db,
    sql<StoredFile & { createdBy: string | null; links: FileLink[] }>`select ${columns},
        f.created_by as "createdBy",
        coalesce((select jsonb_agg(jsonb_build_object('subjectType', l.subject_type,
            'subjectId', l.subject_id, 'organisationId', l.organisation_id))
          from file_link l where l.file_id = f.id), '[]'::jsonb) as links
      from file f where f.pid = ${pid}`,
  );
  if (row === null) return null;
  const { links, createdBy, ...file } = row;
  return { file, links, createdBy };
}
