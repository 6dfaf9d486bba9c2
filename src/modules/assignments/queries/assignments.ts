import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { editionByPid } from '../../calls/index.ts';
import { assignmentRead } from '../policy.ts';
import type { Assignment, AssignmentFilter, OpenedAssignment } from '../schema/index.ts';

const select = sql`select a.id, a.pid, c.edition_id as "editionId", a.council_id as "councilId", a.phase,
    a.dossier_id as "dossierId", a.judge_id as "judgeId", a.how, a.state, a.freed, a.reason,
    a.made_at as "madeAt", a.ended_at as "endedAt", a.run_id as "runId", a.version,
    jsonb_build_object('pid', d.pid, 'number', d.number, 'title', d.title, 'field', d.field) as dossier,
    jsonb_build_object('pid', j.pid, 'name', j.name, 'title', j.title, 'unit', j.unit) as judge
  from assignment a join council c on c.id = a.council_id join dossier d on d.id = a.dossier_id
    join judge j on j.id = a.judge_id`;

const order = sql`order by d.number nulls last, d.pid,
  regexp_replace(j.name, '^.* ', '') collate "vi-x-icu", j.name collate "vi-x-icu", j.pid`;

/**
 * Assignments of an edition by the number of the dossier, then the judge's given name: one query. Ask for the
 * right to read before.
 */
export function assignmentsOf(cx: Cx, filter: AssignmentFilter): Promise<Assignment[]> {
  const { state = 'active' } = filter;
  const given: RawBuilder<boolean>[] = [sql<boolean>`c.edition_id = ${filter.editionId}`];
  if (filter.phase !== undefined) given.push(sql<boolean>`a.phase = ${filter.phase}`);
  if (filter.councilId !== undefined) given.push(sql<boolean>`a.council_id = ${filter.councilId}`);
  if (filter.judgeId !== undefined) given.push(sql<boolean>`a.judge_id = ${filter.judgeId}`);
  if (filter.dossierId !== undefined) given.push(sql<boolean>`a.dossier_id = ${filter.dossierId}`);
  if (state !== 'all') given.push(sql<boolean>`a.state = ${state}`);
  return all(cx.db, sql<Assignment>`${select} where ${allOf(given)} ${order}`);
}

/** 'held': nobody else writes it until the transaction ends. */
export type Hold = 'read' | 'held';

/** An assignment that the actor's office may see. @throws NotFound */
export async function assignmentByPid(
  cx: Cx,
  pid: string,
  how: Hold = 'read',
): Promise<OpenedAssignment> {
  const row = await maybe(
    cx.db,
    sql<Assignment & { edition: string }>`select x.*, e.pid as edition from (${select}
        where a.pid = ${pid} ${how === 'held' ? sql`for update of a` : sql``}) x
      join edition e on e.id = x."editionId"
      where e.deleted_at is null and ${visible(cx, assignmentRead, sql`e.organisation_id`)}`,
  );
  if (row === null) throw new NotFound('assignment');
  return { ...row, edition: await editionByPid(cx, row.edition) };
}

/** An active assignment of a judge by its public id, whoever asks; null: the judge has none of it. */
export function ownAssignment(
  cx: Cx,
  judgeId: string,
  pid: string,
  how: Hold = 'read',
): Promise<Assignment | null> {
  return maybe(
    cx.db,
    sql<Assignment>`${select} where a.pid = ${pid} and a.judge_id = ${judgeId} and a.state = 'active'
      ${how === 'held' ? sql`for update of a` : sql``}`,
  );
}
