import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { EditionContent } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';
import type { GraphAuthor, GraphDossier, GraphJudge } from '../rules/index.ts';

// What the conflict graph is made of. Each of these is one statement whatever there is, and joins by equal
// keys, so that thousands of judges and dossiers are hashed once.

interface JudgeRow {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly units: readonly string[];
}

/** The judges, with what the registry knows beside what was typed. `ids` null: all of the edition. */
export function graphJudges(
  cx: Cx,
  editionId: string,
  ids: readonly string[] | null,
): Promise<GraphJudge[]> {
  return all(
    cx.db,
    sql<JudgeRow>`select j.id, j.name, coalesce(j.birth, p.birth_date) as birth,
        array_remove(array[j.email, p.email], null) as emails,
        array_remove(array[j.phone] || coalesce(p.phones, '{}'), null) as phones,
        array_remove(array[j.unit, p.workplace], null) as units
      from judge j left join person p on p.id = j.person_id
      where j.edition_id = ${editionId} and (${ids === null} or j.id = any(${ids ?? []}::uuid[]))
      order by j.id`,
  );
}

interface DossierRow {
  readonly id: string;
  readonly entrant: string | null;
  readonly authors: readonly AuthorRow[];
  readonly named: readonly (string | null)[] | null;
  readonly sender: { readonly code: string; readonly name: string } | null;
}

interface AuthorRow {
  readonly name: string;
  readonly birth: string | null;
  readonly details: Readonly<Record<string, string | undefined>>;
}

/** Short answers that may name a unit; those who enter for somebody are asked them. */
const namingKeys = ({ form }: Pick<EditionContent, 'form'>): string[] =>
  form
    .filter(({ kind, means }) => kind === 'text' && means === null)
    .filter(
      (field) =>
        field.for.length === 0 ||
        field.for.includes('nominee') ||
        field.for.includes('organisation'),
    )
    .map(({ key }) => key);

/** What was submitted in the edition and not withdrawn, with its people and who nominates. */
export async function graphDossiers(
  cx: Cx,
  { id, content }: { readonly id: string; readonly content: EditionContent },
): Promise<GraphDossier[]> {
  const keys = namingKeys(content);
  const names = sql`d.entrant in ('nominee', 'organisation') and ${keys.length > 0}`;
  const rows = await all(
    cx.db,
    sql<DossierRow>`select d.id, d.entrant, coalesce(a.authors, '[]'::jsonb) as authors,
        case when ${names} then (select array_agg(v.frozen::jsonb->'answers'->>k)
          from unnest(${keys}::text[]) k) end as named,
        case when s.id is not null then jsonb_build_object('code', o.code,
          'name', coalesce(n.name, o.code)) end as sender
      from dossier d
        left join (select w.dossier_id, jsonb_agg(jsonb_build_object('name', w.name, 'birth', w.birth,
              'details', w.details) order by w.position) as authors
            from dossier_author w join dossier x on x.id = w.dossier_id
            where x.edition_id = ${id} group by w.dossier_id) a on a.dossier_id = d.id
        left join dossier_version v on v.dossier_id = d.id and v.number = d.submitted and ${names}
        left join dossier s on s.id = d.source_id
        left join edition e on e.id = s.edition_id
        left join organisation o on o.id = e.organisation_id
        ${nameOn(sql`o.id`, cx.clock.today())}
      where d.edition_id = ${id} and d.submitted > 0 and d.state <> 'withdrawn'
      order by d.id`,
  );
  return rows.map(({ authors, named, ...row }) => ({
    ...row,
    authors: authors.map(authorOf),
    named: (named ?? []).filter((text) => text !== null),
  }));
}

const written = (text: string | undefined): string | null =>
  typeof text === 'string' && text.trim() !== '' ? text : null;

function authorOf({ name, birth, details }: AuthorRow): GraphAuthor {
  const representative = written(details.representative);
  return {
    name,
    birth,
    emails: [written(details.email)].filter((text) => text !== null),
    phones: [written(details.phone)].filter((text) => text !== null),
    units: [written(details.workplace), written(details.school)].filter((text) => text !== null),
    representative:
      representative === null
        ? null
        : {
            name: representative,
            birth: null,
            emails: [written(details.representative_email)].filter((text) => text !== null),
            phones: [written(details.representative_phone)].filter((text) => text !== null),
          },
    relation: written(details.relation),
  };
}

/** A judge and somebody of the name of an author, in one organisation at one time. */
export interface RegistryLink {
  readonly judgeId: string;
  /** Folded, as it was asked. */
  readonly name: string;
  readonly human: { readonly name: string; readonly birth: string | null };
  readonly by: 'membership' | 'post';
  readonly organisation: string;
  /** What both are there; null for members. */
  readonly judgePost: string | null;
  readonly authorPost: string | null;
  /** When both were; the last day exclusive. */
  readonly since: string | null;
  readonly until: string | null;
}

/** Being members together says something only in organisations in which people know each other. */
const mostMembers = 300;

/** Posts and memberships that judges and people of these names had together: one statement. */
export function registryLinks(
  cx: Cx,
  judgeIds: readonly string[],
  names: readonly string[],
): Promise<RegistryLink[]> {
  return all(
    cx.db,
    sql<RegistryLink>`with ours as materialized (
        select j.id as judge_id, q.id as person_id, p.identity_id from judge j
          join person p on p.id = j.person_id
          join person q on q.identity_id = p.identity_id
        where j.id = any(${judgeIds}::uuid[])
      ), theirs as materialized (
        select p.search as name, p.id as person_id, p.identity_id, p.birth_date as birth,
          concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given) as full_name
        from person p where p.search = any(${names}::text[]) and p.deleted_at is null and p.merged_into is null
      ), our_places as materialized (
        select ours.judge_id, ours.identity_id, m.organisation_id, m.during
        from ours join membership m on m.person_id = ours.person_id and m.deleted_at is null
      ), known as materialized (
        select o.organisation_id from (select distinct organisation_id from our_places) o
        where (select count(*) from (select from membership m
          where m.organisation_id = o.organisation_id and m.deleted_at is null
          limit ${mostMembers + 1}) m) <= ${mostMembers}
      )
      select l.judge_id as "judgeId", l.name,
        jsonb_build_object('name', l.full_name, 'birth', l.birth) as human, l.by,
        o.code as organisation, l.judge_post as "judgePost", l.author_post as "authorPost",
        to_char(lower(l.during), 'YYYY-MM-DD') as since, to_char(upper(l.during), 'YYYY-MM-DD') as until
      from (
        select p.judge_id, t.name, t.full_name, t.birth, 'post' as by, a.organisation_id,
          a.title as judge_post, b.title as author_post, a.during * b.during as during
        from ours p join post a on a.person_id = p.person_id and a.deleted_at is null
          join post b on b.organisation_id = a.organisation_id and b.deleted_at is null
            and b.during && a.during
          join theirs t on t.person_id = b.person_id and t.identity_id <> p.identity_id
        union all
        select p.judge_id, t.name, t.full_name, t.birth, 'membership', p.organisation_id, null, null,
          p.during * m.during
        from our_places p join known k on k.organisation_id = p.organisation_id
          join membership m on m.organisation_id = p.organisation_id and m.deleted_at is null
            and m.during && p.during
          join theirs t on t.person_id = m.person_id and t.identity_id <> p.identity_id
      ) l join organisation o on o.id = l.organisation_id
      order by 1, 2, 4, 5, 8`,
  );
}
