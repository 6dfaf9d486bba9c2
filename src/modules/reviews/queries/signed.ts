import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { EditionContent } from '../../calls/index.ts';
import { conflictStands } from '../../councils/index.ts';
import type {
  DossierVotes,
  PhaseSheet,
  ProvenVersion,
  Reopening,
  SheetState,
} from '../schema/index.ts';

const version = sql`v.number, v.round, v.dossier_version as "dossierVersion",
  (v.points * 100)::integer as points, v.failed, v.how, v.reason, v.signed_at as "signedAt", v.sha256,
  v.frozen, v.signature, v.key_id as "keyId"`;

type Of<T> = T & { readonly assignmentId: string };

/** What was signed, by the id of the assignment, each list the oldest first: one query. */
export async function versionsOfSheets(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ProvenVersion[]>> {
  const rows = await all(
    db,
    sql<Of<ProvenVersion>>`select v.assignment_id as "assignmentId", ${version}
      from score_version v where v.assignment_id = any(${ids}::uuid[]) order by v.number`,
  );
  return Map.groupBy(rows, ({ assignmentId }) => assignmentId);
}

interface SheetRow extends Omit<PhaseSheet, 'holds' | 'versions'> {
  readonly state: SheetState;
  readonly signed: number;
}

/** Why what was signed does not count; in this order. */
const leftOut = sql`case when coalesce(t.signed, 0) = 0 then null
  when ${conflictStands(sql`a.judge_id`, sql`a.dossier_id`)} then 'conflict'
  when t.outdated then 'rubric' end`;

/** Signed sheets of a phase by the content of the edition that they were signed under. */
export interface SignedUnder {
  readonly phase: string;
  readonly content: EditionContent;
  /** Ids of the assignments whose version counts as it was signed, and of those that are to be signed again. */
  readonly current: readonly string[];
  readonly outdated: readonly string[];
}

/** Under which contents the versions that hold were signed, in an edition: one query. */
export function signedUnder(db: Db, editionId: string): Promise<SignedUnder[]> {
  return all(
    db,
    sql<SignedUnder>`select w.phase, r.content, w.current, w.outdated from (
        select a.phase, (v.frozen::jsonb->>'content')::integer as number,
          coalesce(array_agg(a.id) filter (where not t.outdated), '{}') as current,
          coalesce(array_agg(a.id) filter (where t.outdated), '{}') as outdated
        from score_sheet t join score_version v on v.assignment_id = t.assignment_id
            and v.number = t.signed
          join assignment a on a.id = t.assignment_id join council c on c.id = a.council_id
        where c.edition_id = ${editionId} group by 1, 2) w
      join edition_revision r on r.edition_id = ${editionId} and r.number = w.number
      order by w.phase, w.number`,
  );
}

/**
 * The sheets of a phase of an edition with what was signed, of judges who still have them; for results,
 * whoever asks. What does not count (`leftOut`) is told without what was signed. Two queries.
 */
export async function sheetsOf(cx: Cx, editionId: string, phase: string): Promise<PhaseSheet[]> {
  const rows = await all(
    cx.db,
    sql<SheetRow>`select a.id, a.pid, a.council_id as "councilId", a.judge_id as "judgeId",
        a.dossier_id as "dossierId", coalesce(t.state, 'assigned') as state,
        coalesce(t.signed, 0) as signed, ${leftOut} as "leftOut"
      from assignment a join dossier d on d.id = a.dossier_id
        left join score_sheet t on t.assignment_id = a.id
      where d.edition_id = ${editionId} and a.phase = ${phase} and a.state = 'active'
      order by a.id`,
  );
  const versions = await versionsOfSheets(
    cx.db,
    rows.filter((row) => row.leftOut === null).map(({ id }) => id),
  );
  return rows.map(({ signed, ...row }) => {
    const own = versions.get(row.id) ?? [];
    return { ...row, versions: own, holds: own.find(({ number }) => number === signed) ?? null };
  });
}

/** Votes of a phase of an edition, as the secretariat typed them in; for results, whoever asks. */
export function votesOf(cx: Cx, editionId: string, phase: string): Promise<DossierVotes[]> {
  return all(
    cx.db,
    sql<DossierVotes>`select dossier_id as "dossierId", part, votes, source,
        typed_at as "typedAt", version
      from phase_votes where edition_id = ${editionId} and phase = ${phase}
      order by part, dossier_id`,
  );
}

/** Each time that a sheet was opened again, the oldest first. */
export function reopeningsOf(
  db: Db,
  ids: readonly string[],
): Promise<(Reopening & { readonly assignmentId: string })[]> {
  return all(
    db,
    sql<
      Of<Reopening>
    >`select assignment_id as "assignmentId", number, round, by_party as by, reason, at
      from score_reopening where assignment_id = any(${ids}::uuid[]) order by at, id`,
  );
}

/** Which of these assignments (ids) have a signed sheet, also one that was opened again: one query. */
export async function signedAmong(cx: Cx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select assignment_id as id from score_sheet
      where signed > 0 and assignment_id = any(${ids}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
