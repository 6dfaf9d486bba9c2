import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { conflictStands } from '../../councils/index.ts';
import { reviewRead } from '../policy.ts';
import type { SheetState, Task } from '../schema/index.ts';

const columns = sql<Task>`a.id, a.pid, a.phase, a.state = 'active' as active,
  jsonb_build_object('id', k.id, 'pid', k.pid, 'name', k.name) as council,
  jsonb_build_object('id', j.id, 'pid', j.pid, 'name', j.name, 'title', j.title, 'email', j.email)
    as judge,
  s.role,
  jsonb_build_object('id', d.id, 'pid', d.pid, 'number', d.number, 'title', d.title, 'field', d.field,
    'state', d.state, 'submitted', d.submitted) as dossier,
  coalesce(t.state, 'assigned') as state, coalesce(t.working, '{}') as working,
  t.saved_at as "savedAt", coalesce(t.round, 1) as round, coalesce(t.signed, 0) as signed,
  (v.points * 100)::integer as points, v.failed, v.signed_at as "signedAt", v.how,
  coalesce(t.outdated, false) as outdated,
  ${conflictStands(sql`a.judge_id`, sql`a.dossier_id`)} as barred,
  coalesce(t.version, 0) as version, t.salt, t.writer, coalesce(t.seq, 0) as seq`;

const from = sql`from assignment a
  join council k on k.id = a.council_id
  join judge j on j.id = a.judge_id
  join dossier d on d.id = a.dossier_id
  join edition e on e.id = d.edition_id
  left join seat s on s.council_id = a.council_id and s.judge_id = a.judge_id
  left join score_sheet t on t.assignment_id = a.id
  left join score_version v on v.assignment_id = a.id and v.number = t.signed`;

// By the numbers of receipts, which say nothing of who entered.
const byNumber = sql`length(d.number) nulls last, d.number nulls last, d.pid`;

/** 'held': nobody else writes the sheet until the transaction ends. */
export type Hold = 'read' | 'held';
const hold = (how: Hold) => (how === 'held' ? sql`for update of a` : sql``);

/** Sheets that a judge still has, by phase and number: one query. */
export function tasksOfJudge(
  cx: Cx,
  judgeId: string,
  phase: string | null = null,
): Promise<Task[]> {
  return all(
    cx.db,
    sql<Task>`select ${columns} ${from}
      where a.judge_id = ${judgeId} and a.state = 'active'
        and ${phase === null ? sql`true` : sql`a.phase = ${phase}`}
      order by a.phase, ${byNumber}`,
  );
}

/** A sheet of a judge, also one that was given up; null when there is none. */
export function taskOfJudge(
  cx: Cx,
  judgeId: string,
  pid: string,
  how: Hold = 'read',
): Promise<Task | null> {
  return maybe(
    cx.db,
    sql<Task>`select ${columns} ${from}
      where a.pid = ${pid} and a.judge_id = ${judgeId} ${hold(how)}`,
  );
}

/** A sheet of somebody else in a council that the judge chairs; null when there is none. */
export function taskOfChair(
  cx: Cx,
  judgeId: string,
  pid: string,
  how: Hold = 'read',
): Promise<Task | null> {
  return maybe(
    cx.db,
    sql<Task>`select ${columns} ${from}
      where a.pid = ${pid} and exists (select from seat c where c.council_id = a.council_id
        and c.judge_id = ${judgeId} and c.role = 'chair') ${hold(how)}`,
  );
}

const chaired = (judgeId: string) => sql`exists (select from seat c
  where c.council_id = a.council_id and c.judge_id = ${judgeId} and c.role = 'chair')`;

/** The sheets of a phase in the councils that a judge chairs, by number: one query. */
export function tasksChaired(cx: Cx, judgeId: string, phase: string): Promise<Task[]> {
  return all(
    cx.db,
    sql<Task>`select ${columns} ${from}
      where a.phase = ${phase} and a.state = 'active' and ${chaired(judgeId)}
      order by ${byNumber}, a.pid`,
  );
}

/** The sheets of a dossier in a phase that stand beside one of them: one query. */
export function tasksOfDossier(cx: Cx, dossierId: string, phase: string): Promise<Task[]> {
  return all(
    cx.db,
    sql<Task>`select ${columns} ${from}
      where a.phase = ${phase} and a.state = 'active' and a.dossier_id = ${dossierId}
      order by k.created_at, k.id, j.name collate "vi-x-icu", j.pid`,
  );
}

/** What a list of the office is narrowed to. */
export interface TaskFilter {
  readonly editionId: string;
  readonly phase: string;
  /** Public ids. */
  readonly council?: string | null;
  readonly judge?: string | null;
  readonly dossier?: string | null;
  readonly state?: SheetState | null;
}

const conditions = (cx: Cx, filter: TaskFilter): RawBuilder<unknown> =>
  allOf([
    visible(cx, reviewRead, sql`e.organisation_id`),
    sql`e.id = ${filter.editionId} and a.phase = ${filter.phase} and a.state = 'active'`,
    ...(filter.council ? [sql`k.pid = ${filter.council}`] : []),
    ...(filter.judge ? [sql`j.pid = ${filter.judge}`] : []),
    ...(filter.dossier ? [sql`d.pid = ${filter.dossier}`] : []),
    ...(filter.state ? [sql`coalesce(t.state, 'assigned') = ${filter.state}`] : []),
  ]);

/** Sheets of a phase that the actor's office may see, by council, number and judge: one query. */
export function tasksOfPhase(cx: Cx, filter: TaskFilter): Promise<Task[]> {
  return all(
    cx.db,
    sql<Task>`select ${columns} ${from} where ${conditions(cx, filter)}
      order by k.created_at, k.id, ${byNumber}, j.name collate "vi-x-icu", j.pid`,
  );
}

/** A sheet that the actor's office may see, with its edition's public id; null when there is none. */
export function taskByPid(
  cx: Cx,
  pid: string,
  how: Hold = 'read',
): Promise<(Task & { readonly editionPid: string }) | null> {
  return maybe(
    cx.db,
    sql<Task & { editionPid: string }>`select ${columns}, e.pid as "editionPid" ${from}
      where a.pid = ${pid} and ${visible(cx, reviewRead, sql`e.organisation_id`)} ${hold(how)}`,
  );
}

/** Whether a judge chairs a council that has sheets in a phase. */
export async function chairedPhase(cx: Cx, judgeId: string, phase: string): Promise<boolean> {
  const found = await maybe(
    cx.db,
    sql<{ id: string }>`select s.id from seat s where s.judge_id = ${judgeId} and s.role = 'chair'
      and exists (select from assignment a where a.council_id = s.council_id and a.phase = ${phase}
        and a.state = 'active') limit 1`,
  );
  return found !== null;
}
