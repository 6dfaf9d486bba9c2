import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { GraphRelation, Standing } from '../rules/index.ts';
import type { DeclaredRelation } from '../schema/index.ts';

/** Every conflict of these judges, also dismissed ones: one query. */
export function standingConflicts(cx: Cx, judgeIds: readonly string[]): Promise<Standing[]> {
  return all(
    cx.db,
    sql<Standing>`select id, judge_id as "judgeId", dossier_id as "dossierId", kind, source, state,
        evidence
      from conflict where judge_id = any(${judgeIds}::uuid[])`,
  );
}

/** What these judges declared, for the graph. */
export function declaredOf(cx: Cx, judgeIds: readonly string[]): Promise<GraphRelation[]> {
  return all(
    cx.db,
    sql<GraphRelation>`select judge_id as "judgeId", relation, name, unit from judge_relation
      where judge_id = any(${judgeIds}::uuid[]) order by created_at, pid`,
  );
}

/** What these judges declared, in their order. */
export function relationsOf(cx: Cx, judgeIds: readonly string[]): Promise<DeclaredRelation[]> {
  return all(
    cx.db,
    sql<DeclaredRelation>`select pid, judge_id as "judgeId", relation, name, unit, note,
        created_at as "createdAt"
      from judge_relation where judge_id = any(${judgeIds}::uuid[]) order by created_at, pid`,
  );
}

/** Dossiers that a judge must not judge, and conflicts that nobody looked at. */
export interface ConflictCount {
  readonly dossiers: number;
  readonly open: number;
}

/** How much stands between judges and dossiers, by the judge's id: one query. */
export async function conflictCounts(
  cx: Cx,
  judgeIds: readonly string[],
): Promise<ReadonlyMap<string, ConflictCount>> {
  const rows = await all(
    cx.db,
    sql<ConflictCount & { judgeId: string }>`select judge_id as "judgeId",
        count(distinct dossier_id)::integer as dossiers,
        count(*) filter (where state = 'found' and source <> 'declared')::integer as open
      from conflict where judge_id = any(${judgeIds}::uuid[]) and state <> 'dismissed'
      group by judge_id`,
  );
  return new Map(rows.map((row) => [row.judgeId, row]));
}
