import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import type { FormField } from '../../calls/index.ts';
import { blindingRead } from '../policy.ts';
import type { Found } from '../rules/index.ts';
import type { BlindLine, BlindState, Need } from '../schema.ts';
import { foundNow, ofVersion } from './source.ts';

export interface BlindFilter {
  readonly edition: { readonly id: string };
  /** Keys of the fields that judges see. */
  readonly fields: readonly string[];
  readonly need?: Need | null;
}

// Files of the version that holds in fields that judges see; what a person decided on is not counted again.
const lines = ({ edition, fields }: BlindFilter): RawBuilder<unknown> => sql`(
  select d.id, d.pid, d.number, d.title, e.organisation_id, coalesce(c.files, 0) as files,
    coalesce(c.person, 0) as person, coalesce(c.waiting, 0) as waiting,
    coalesce(c.named, 0) + coalesce(jsonb_array_length(k.found), 0) as named
  from dossier d join edition e on e.id = d.edition_id
  left join blind_look k on k.dossier_id = d.id and k.submitted = d.submitted
  left join lateral (
    select count(*)::integer as files, (count(*) filter (where b.state = 'cannot'))::integer as person,
      (count(*) filter (where b.id is null))::integer as waiting,
      sum(jsonb_array_length(${foundNow}))::integer as named
    from dossier_version v ${ofVersion}
    left join blind_file b on b.dossier_id = d.id and b.file_id = f.id
    where v.dossier_id = d.id and v.number = d.submitted and f.field = any(${fields}::text[])
  ) c on true
  where d.edition_id = ${edition.id} and d.submitted > 0 and d.state not in ('withdrawn', 'invalid')
) t`;

const seen = (cx: Cx): RawBuilder<boolean> => visible(cx, blindingRead, sql`t.organisation_id`);
const needing = (need: Need | null | undefined): RawBuilder<unknown>[] =>
  need === null || need === undefined ? [] : [sql`t.${sql.raw(need)} > 0`];

/** One page of the dossiers of an edition that the actor may see, by number; and how many there are. Two queries. */
export async function listBlind(
  cx: Cx,
  filter: BlindFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ rows: BlindLine[]; total: number }> {
  const where = allOf([seen(cx), ...needing(filter.need)]);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from ${lines(filter)} where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<BlindLine>`select t.id, t.pid, t.number, t.title, t.files, t.person, t.named, t.waiting
      from ${lines(filter)} where ${where}
      order by t.number, t.pid limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows, total };
}

/** How many dossiers of an edition need something. One query. */
export function countNeeds(
  cx: Cx,
  filter: BlindFilter,
): Promise<Readonly<Record<Need | 'all', number>>> {
  return one(
    cx.db,
    sql<Record<Need | 'all', number>>`select count(*)::integer as all,
        (count(*) filter (where t.person > 0))::integer as person,
        (count(*) filter (where t.named > 0))::integer as named,
        (count(*) filter (where t.waiting > 0))::integer as waiting
      from ${lines(filter)} where ${seen(cx)}`,
  );
}

/** What the answers of a dossier name; null while nobody looked through the version that holds. */
export async function lookOf(db: Db, dossierId: string): Promise<readonly Found[] | null> {
  const row = await maybe(
    db,
    sql<{ found: Found[] }>`select k.found from blind_look k join dossier d on d.id = k.dossier_id
      where d.id = ${dossierId} and k.submitted = d.submitted`,
  );
  return row?.found ?? null;
}

/** A file that something is decided about. */
export interface DecidedFile {
  readonly id: string;
  readonly pid: string;
  readonly dossierId: string;
  readonly organisationId: string;
  readonly state: BlindState;
  readonly cleanId: string | null;
  readonly copyId: string | null;
  /** Key of its field. */
  readonly field: string;
  /** Of the file itself. */
  readonly size: number;
  readonly mediaType: string;
  readonly sealed: boolean;
  readonly version: number;
}

/** A file that the actor may see. @throws NotFound */
export async function decidedByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<DecidedFile> {
  const row = await maybe(
    cx.db,
    sql<DecidedFile>`select b.id, b.pid, b.dossier_id as "dossierId",
        e.organisation_id as "organisationId", b.state, b.clean_id as "cleanId",
        b.copy_id as "copyId", x.field, f.size, f.media_type as "mediaType", f.sealed, b.version
      from blind_file b join dossier d on d.id = b.dossier_id join edition e on e.id = d.edition_id
      join file f on f.id = b.file_id
      join dossier_file x on x.dossier_id = d.id and x.file_id = f.id
      where b.pid = ${pid} and ${visible(cx, blindingRead, sql`e.organisation_id`)}
      ${how === 'held' ? sql`for update of b` : sql``}`,
  );
  if (row === null) throw new NotFound('blind_file');
  return row;
}

/** Editions at or below an organisation with files that a person has to look at. One query. */
export function editionsWaiting(
  cx: Cx,
  organisationId: string,
): Promise<{ readonly pid: string; readonly name: string; readonly files: number }[]> {
  return all(
    cx.db,
    sql<{ pid: string; name: string; files: number }>`select e.pid, e.content->>'name' as name,
        count(*)::integer as files
      from blind_file b join dossier d on d.id = b.dossier_id join edition e on e.id = d.edition_id
      join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
      ${ofVersion}
      where b.state = 'cannot' and b.file_id = f.id and e.state = 'open' and d.submitted > 0
        and d.state not in ('withdrawn', 'invalid')
        and not coalesce((select (q.field->>'identifies')::boolean
          from jsonb_array_elements(e.content->'form') as q(field)
          where q.field->>'key' = f.field), false)
        and e.organisation_id in (${cx.coverage.below([organisationId], cx.clock.today())})
        and ${visible(cx, blindingRead, sql`e.organisation_id`)}
      group by e.id order by e.pid`,
  );
}

/** The fields of an edition's form that judges see the files of. */
export const fileFields = (
  form: readonly FormField[],
  tellsWho: (field: FormField) => boolean,
): string[] => form.filter((one) => one.kind === 'files' && !tellsWho(one)).map(({ key }) => key);
