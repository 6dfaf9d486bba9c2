import { sql } from 'kysely';
import { isSlug } from '../../../kernel/slug.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { articleRead } from '../policy.ts';
import type { CountedSection, Section } from '../schema/index.ts';

const columns = sql`s.id, s.pid, s.organisation_id as "organisationId", s.parent_id as "parentId", s.name, s.slug,
  s.description, s.position, s.version, s.deleted_at as "deletedAt"`;

/** All sections of an organisation: each followed by those below it, in their order. */
export async function sectionsOf(db: Db, organisationId: string): Promise<Section[]> {
  const rows = await all(
    db,
    sql<Section>`select ${columns} from section s
      where s.organisation_id = ${organisationId} and s.deleted_at is null
      order by s.position, s.name, s.id`,
  );
  return asTree(rows);
}

/** The section that once had an address of a site, and is still there under another one. */
export async function sectionOfAddress(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Section | null> {
  if (!isSlug(slug)) return null;
  return maybe(
    db,
    sql<Section>`select ${columns} from section_address a join section s on s.id = a.section_id
      where a.organisation_id = ${organisationId} and a.slug = ${slug} and s.slug <> a.slug
        and s.deleted_at is null`,
  );
}

/** As `sectionsOf`, with how many articles stand in each. */
export async function countedSections(db: Db, organisationId: string): Promise<CountedSection[]> {
  const rows = await all(
    db,
    sql<CountedSection>`select ${columns}, coalesce(n.articles, 0)::integer as articles,
        coalesce(n.live, 0)::integer as live
      from section s left join (
        select x.section_id, count(*) filter (where not x.live) as articles, count(*) filter (where x.live) as live
        from article_section x join article a on a.id = x.article_id
        where a.organisation_id = ${organisationId} and a.deleted_at is null group by 1) n on n.section_id = s.id
      where s.organisation_id = ${organisationId} and s.deleted_at is null
      order by s.position, s.name, s.id`,
  );
  return asTree(rows);
}

function asTree<S extends Section>(rows: readonly S[]): S[] {
  return rows
    .filter(({ parentId }) => parentId === null)
    .flatMap((top) => [top, ...rows.filter(({ parentId }) => parentId === top.id)]);
}

/** A section that the actor may see, a deleted one too. */
export function findSection(cx: Cx, pid: string): Promise<Section | null> {
  return maybe(
    cx.db,
    sql<Section>`select ${columns} from section s
      where s.pid = ${pid} and ${visible(cx, articleRead, sql`s.organisation_id`)}`,
  );
}

/** @throws NotFound */
export async function liveSection(cx: Cx, pid: string): Promise<Section> {
  const section = await findSection(cx, pid);
  if (section === null || section.deletedAt !== null) throw new NotFound('section');
  return section;
}

/** What keeps a section where it is: those below it, and articles that name it, deleted ones too: they may come back. */
export async function holdsOfSection(
  db: Db,
  id: string,
): Promise<{ readonly below: number; readonly articles: number }> {
  const found = await maybe(
    db,
    sql<{ below: number; articles: number }>`select
      (select count(*) from section where parent_id = ${id} and deleted_at is null)::integer as below,
      (select count(distinct article_id) from article_section where section_id = ${id})::integer as articles`,
  );
  return found ?? { below: 0, articles: 0 };
}
