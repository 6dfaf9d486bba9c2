import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type PolicyContext, visible } from '../../../platform/policy.ts';
import { rosterRead } from '../policy.ts';
import type { RosterImport } from '../schema.ts';

// Where its run ended without a word (stopped before it began, or broken off), an import stands again
// where it stood before.
const state = sql`case when i.state in ('checking', 'applying', 'undoing') and exists (
    select from job_run j where j.id = i.run_id and j.state in ('failed', 'cancelled'))
  then case i.state when 'checking' then 'cancelled' when 'applying' then 'checked' else 'applied' end
  else i.state end as state`;

const columns = sql`i.id, i.pid, i.organisation_id as "organisationId", i.file_id as "fileId",
  i.file_name as "fileName", ${state}, i.sheets, i.options, i.counts, i.read_to as "readTo",
  i.run_id as "runId", i.requested_by as "requestedBy", i.created_at as "createdAt",
  i.applied_at as "appliedAt", i.undone_at as "undoneAt", i.version`;

/** The import with this public id that the actor may see. @throws NotFound */
export async function findImport(cx: PolicyContext, pid: string): Promise<RosterImport> {
  const found = await maybe(
    cx.db,
    sql<RosterImport>`select ${columns} from roster_import i where i.pid = ${pid}
      and ${visible(cx, rosterRead, sql`i.organisation_id`)}`,
  );
  if (found === null) throw new NotFound('roster_import');
  return found;
}

/** The import by its inner id, for jobs. @throws NotFound */
export async function importById(db: Db, id: string): Promise<RosterImport> {
  const found = await maybe(
    db,
    sql<RosterImport>`select ${columns} from roster_import i where i.id = ${id}`,
  );
  if (found === null) throw new NotFound('roster_import');
  return found;
}

/** The imports of an organisation that the actor may see, the newest first. */
export async function listImports(
  cx: PolicyContext,
  organisationId: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ items: RosterImport[]; total: number }> {
  const rows = await all(
    cx.db,
    sql<RosterImport & { total: number }>`select ${columns}, count(*) over () as total
      from roster_import i where i.organisation_id = ${organisationId}
      and ${visible(cx, rosterRead, sql`i.organisation_id`)}
      order by i.created_at desc, i.id desc limit ${size} offset ${(page - 1) * size}`,
  );
  return {
    items: rows.map(({ total: _, ...item }) => item),
    total: rows[0]?.total ?? 0,
  };
}

/** An import of the same file (by its keyed fingerprints) that was begun by the same actor at this organisation and not ended. */
export async function unfinishedImport(
  db: Db,
  of: {
    organisationId: string;
    fingerprints: readonly string[];
    requestedBy: string | null;
    fileName: string;
  },
): Promise<RosterImport | null> {
  return maybe(
    db,
    sql<RosterImport>`select ${columns} from roster_import i join file f on f.id = i.file_id
      where i.organisation_id = ${of.organisationId} and f.fingerprint = any(${[...of.fingerprints]}::text[])
        and i.file_name = ${of.fileName}
        and i.requested_by is not distinct from ${of.requestedBy}::uuid
        and i.state in ('mapped', 'checking', 'checked', 'applying')
      order by i.created_at desc limit 1`,
  );
}
