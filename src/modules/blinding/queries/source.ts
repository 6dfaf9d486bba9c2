import { sql } from 'kysely';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { type FormField, type FrozenVersion, readFrozen } from '../../calls/index.ts';
import { carefulForm } from '../rules/index.ts';
import type { KeptBlindFile } from '../schema.ts';

/** The version of a dossier that holds, and the form that it answered. */
export interface Holding {
  readonly frozen: FrozenVersion;
  readonly form: readonly FormField[];
}

/** The version that holds; one has to be there. */
export async function holdingOf(db: Db, dossierId: string): Promise<Holding> {
  const row = await one(
    db,
    sql<{ frozen: string; form: FormField[]; now: FormField[] }>`select v.frozen,
        coalesce(r.content, e.content)->'form' as form, e.content->'form' as now
      from dossier d join edition e on e.id = d.edition_id
      join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
      left join edition_revision r on r.edition_id = e.id and r.number = v.revision
      where d.id = ${dossierId}`,
  );
  return { frozen: readFrozen(row.frozen), form: carefulForm(row.form, row.now) };
}

/** Files of a version `v` of a dossier `d` as `f`, with `field` and `position`: one for each that its text names. */
export const ofVersion = sql`cross join lateral
    jsonb_to_recordset(v.frozen::jsonb->'files') as l(field text, name text, sha256 text)
  join lateral (select x.field, x.position, g.id, g.pid, g.name, g.media_type, g.sha256, g.size, g.sealed
    from dossier_file x join file g on g.id = x.file_id
    where x.dossier_id = d.id and x.field = l.field and g.name = l.name and g.sha256 = l.sha256
    order by x.removed_at is not null, x.position limit 1) f on true`;

/** What the text of that names which judges get; of what a person released nothing is asked any more. */
export const foundNow = sql`case b.state when 'replaced' then b.copy_found
  when 'clean' then b.found else '[]'::jsonb end`;

/** Every file of the version that holds, with what became of it, in the order in which they were sent. */
export function filesOf(db: Db, dossierId: string): Promise<KeptBlindFile[]> {
  return all(
    db,
    sql<KeptBlindFile>`select b.id, b.pid, f.id as "fileId", f.pid as "filePid", f.field, f.name,
        f.media_type as "mediaType", f.sha256, f.size, f.sealed, coalesce(b.state, 'waiting') as state,
        b.why, ${foundNow} as found, b.reason, b.decided_at as "decidedAt",
        (select name from auth_user u where u.id = b.decided_by) as "decidedBy",
        coalesce(b.version, 1) as version,
        case when s.id is null then null else jsonb_build_object('mediaType', s.media_type,
          'sha256', s.sha256, 'size', s.size, 'sealed', s.sealed) end as shown
      from dossier d join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
      ${ofVersion}
      left join blind_file b on b.dossier_id = d.id and b.file_id = f.id
      left join file s on s.id = case b.state when 'clean' then b.clean_id
        when 'replaced' then b.copy_id when 'released' then b.file_id end
      where d.id = ${dossierId}
      order by f.position, f.id`,
  );
}
