import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { dossierRead } from '../../dossiers/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { personRead } from '../../people/index.ts';
import { councilRead } from '../policy.ts';
import type { Evidence } from '../rules/index.ts';
import type { ConflictFilter, ListedConflict } from '../schema/index.ts';

const columns = sql`c.id, c.pid, c.judge_id as "judgeId", c.kind, c.source, c.evidence, c.sure,
  c.state, c.reason, c.decided_at as "decidedAt", u.name as "decidedBy", c.found_at as "foundAt",
  c.version, e.organisation_id as "organisationId",
  jsonb_build_object('pid', e.pid, 'state', e.state) as edition,
  jsonb_build_object('pid', j.pid, 'name', j.name, 'title', j.title, 'unit', j.unit) as judge,
  jsonb_build_object('pid', d.pid, 'number', d.number, 'title', d.title, 'field', d.field) as dossier`;

const tables = sql`from conflict c join judge j on j.id = c.judge_id join dossier d on d.id = c.dossier_id
  join edition e on e.id = j.edition_id left join auth_user u on u.id = c.decided_by`;

/** A conflict that the actor's office may see. @throws NotFound */
export async function conflictByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<ListedConflict> {
  const row = await maybe(
    cx.db,
    sql<ListedConflict>`select ${columns} ${tables}
      where c.pid = ${pid} and e.deleted_at is null
        and ${visible(cx, councilRead, sql`e.organisation_id`)}
      ${how === 'held' ? sql`for update of c` : sql``}`,
  );
  if (row === null) throw new NotFound('conflict');
  return row;
}

function conditions(cx: Cx, editionId: string, filter: ConflictFilter): RawBuilder<unknown> {
  return allOf([
    sql`j.edition_id = ${editionId} and ${visible(cx, councilRead, sql`e.organisation_id`)}`,
    ...(filter.state ? [sql`c.state = ${filter.state}`] : []),
    ...(filter.kind ? [sql`c.kind = ${filter.kind}`] : []),
    ...(filter.source ? [sql`c.source = ${filter.source}`] : []),
    ...(filter.sure == null ? [] : [sql`c.sure = ${filter.sure}::boolean`]),
    ...(filter.judge ? [sql`j.pid = ${filter.judge}`] : []),
    ...(filter.dossier ? [sql`d.pid = ${filter.dossier}`] : []),
    ...searchWords(filter.q ?? '').map(
      (word) => sql`(j.search like ${`%${word}%`} or d.search like ${`%${word}%`})`,
    ),
  ]);
}

/** One page of conflicts of an edition: those nobody looked at first, the sure ones before. Two queries. */
export async function listConflicts(
  cx: Cx,
  editionId: string,
  { page, size, ...filter }: ConflictFilter & { readonly page: number; readonly size: number },
): Promise<{ rows: ListedConflict[]; total: number }> {
  const where = conditions(cx, editionId, filter);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${tables} where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<ListedConflict>`select ${columns} ${tables} where ${where}
      order by c.state <> 'found', c.source = 'declared', not c.sure, j.name collate "vi-x-icu",
        j.pid, d.number, c.kind
      limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows, total };
}

/** What evidence names by a code or a public id, as far as the actor may know it. */
export interface Named {
  /** Names of organisations whose people the actor may see, by code; null: not to be told. */
  readonly organisations: ReadonlyMap<string, string | null>;
  readonly dossiers: ReadonlyMap<string, NamedText>;
  readonly texts: ReadonlyMap<string, NamedText>;
}

export interface NamedText {
  /** Null: the actor may not know it. */
  readonly title: string | null;
  readonly organisation: string;
  readonly year: number | null;
}

const partOf = (rows: readonly { readonly evidence: readonly Evidence[] }[]) => {
  const items = rows.flatMap(({ evidence }) => evidence);
  const of = (key: 'organisation' | 'dossier' | 'text') => [
    ...new Set(items.flatMap((item) => item[key] ?? [])),
  ];
  return { organisations: of('organisation'), dossiers: of('dossier'), texts: of('text') };
};

interface NamedRow {
  readonly pid: string;
  readonly title: string;
  readonly organisation: string;
  readonly year: number | null;
  readonly seen: boolean;
}

const byPid = (rows: readonly NamedRow[]): Map<string, NamedText> =>
  new Map(
    rows.map(({ pid, seen, title, ...rest }) => [pid, { ...rest, title: seen ? title : null }]),
  );

/**
 * The names behind the evidence of conflicts: three queries. Organisations are public, who was in them is
 * not; of dossiers and texts elsewhere only union and year are told.
 */
export async function namedIn(
  cx: Cx,
  rows: readonly { readonly evidence: readonly Evidence[] }[],
): Promise<Named> {
  const asked = partOf(rows);
  const today = cx.clock.today();
  const organisations = await all(
    cx.db,
    sql<{
      code: string;
      name: string;
      seen: boolean;
    }>`select o.code, coalesce(n.name, o.code) as name,
        ${visible(cx, personRead, sql`o.id`)} as seen
      from organisation o ${nameOn(sql`o.id`, today)}
      where o.code = any(${asked.organisations}::text[])`,
  );
  const dossiers = await all(
    cx.db,
    sql<NamedRow>`select d.pid, d.title, coalesce(n.name, o.code) as organisation,
        (e.content->'years'->>'last')::integer as year,
        ${visible(cx, dossierRead, sql`e.organisation_id`)} as seen
      from dossier d join edition e on e.id = d.edition_id
        join organisation o on o.id = e.organisation_id ${nameOn(sql`o.id`, today)}
      where d.pid = any(${asked.dossiers}::text[])`,
  );
  const texts = await all(
    cx.db,
    sql<NamedRow>`select t.pid, t.title, coalesce(n.name, o.code) as organisation, t.year,
        ${visible(cx, dossierRead, sql`t.organisation_id`)} as seen
      from likeness_text t join organisation o on o.id = t.organisation_id
        ${nameOn(sql`o.id`, today)}
      where t.pid = any(${asked.texts}::text[])`,
  );
  return {
    organisations: new Map(organisations.map(({ code, name, seen }) => [code, seen ? name : null])),
    dossiers: byPid(dossiers),
    texts: byPid(texts),
  };
}

/** A submitted dossier of the edition by its public id or the number of its receipt; null: there is none. */
export function dossierIn(
  cx: Cx,
  editionId: string,
  typed: string,
): Promise<{ readonly id: string; readonly pid: string; readonly number: string | null } | null> {
  return maybe(
    cx.db,
    sql<{ id: string; pid: string; number: string | null }>`select id, pid, number from dossier
      where edition_id = ${editionId} and submitted > 0
        and (pid = ${typed.toLowerCase()} or number = ${typed.toUpperCase()}) limit 1`,
  );
}
