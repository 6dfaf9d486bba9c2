import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { callRead } from '../policy.ts';
import type { Edition, EditionState, ListedEdition, Revision } from '../schema/index.ts';

const organisation = sql`jsonb_build_object('id', o.id, 'code', o.code,
  'name', coalesce(n.name, o.code)) as organisation`;

const joined = (today: Day) => sql`join organisation o on o.id = e.organisation_id
  ${nameOn(sql`o.id`, today)}`;

// Once opened, everybody may see it.
const seen = (cx: Cx): RawBuilder<boolean> =>
  sql<boolean>`(e.state <> 'draft' or ${visible(cx, callRead, sql`e.organisation_id`)})`;

/** An edition that the actor may see, a deleted one too for those of its office; null when there is none. */
export function findEdition(cx: Cx, pid: string): Promise<Edition | null> {
  return maybe(
    cx.db,
    sql<Edition>`select e.id, e.pid, ${organisation}, e.code, e.content, e.state, e.revision,
        e.opened_at as "openedAt", e.version, e.deleted_at as "deletedAt"
      from edition e ${joined(cx.clock.today())}
      where e.pid = ${pid} and ${seen(cx)}
        and (e.deleted_at is null or ${visible(cx, callRead, sql`e.organisation_id`)})`,
  );
}

/** A live edition that the actor may see. @throws NotFound */
export async function editionByPid(cx: Cx, pid: string): Promise<Edition> {
  const edition = await findEdition(cx, pid);
  if (edition === null || edition.deletedAt !== null) throw new NotFound('edition');
  return edition;
}

/** Whether an organisation has an edition at this address, a deleted one too. */
export async function isCodeTaken(db: Db, organisationId: string, code: string): Promise<boolean> {
  const found = await maybe(
    db,
    sql<{ id: string }>`select id from edition
      where organisation_id = ${organisationId} and code = ${code}`,
  );
  return found !== null;
}

export interface EditionFilter {
  /** Id of the union that holds them. */
  readonly organisation?: string | null;
  readonly state?: EditionState | null;
  readonly q?: string;
}

/** One page of editions that the actor may see, the latest first, and how many there are: two queries. */
export async function listEditions(
  cx: Cx,
  { organisation: of, state, q, page, size }: EditionFilter & { page: number; size: number },
): Promise<{ rows: ListedEdition[]; total: number }> {
  const where = allOf([
    sql`e.deleted_at is null`,
    seen(cx),
    ...(of ? [sql`e.organisation_id = ${of}`] : []),
    ...(state ? [sql`e.state = ${state}`] : []),
    ...searchWords(q ?? '').map((word) => sql`e.search like ${`%${word}%`}`),
  ]);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from edition e where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<ListedEdition>`select e.id, e.pid, ${organisation}, e.code, e.state,
        e.opened_at as "openedAt", e.version, e.content->>'kind' as kind,
        e.content->>'name' as name, (e.content->>'ordinal')::integer as ordinal,
        e.content->'years' as years
      from edition e ${joined(cx.clock.today())} where ${where}
      order by e.state = 'draft' desc, (e.content->'years'->>'last')::integer desc,
        e.created_at desc, e.pid
      limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows, total };
}

/** What held from when on, since it was opened; the newest last. */
export function revisionsOf(db: Db, editionId: string): Promise<Revision[]> {
  return all(
    db,
    sql<Revision>`select number, content, reason, since from edition_revision
      where edition_id = ${editionId} order by number`,
  );
}
