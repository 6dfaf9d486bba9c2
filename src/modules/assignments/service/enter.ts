import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { type Edition, editionByPid, reviewingPhases } from '../../calls/index.ts';
import { assignmentManage } from '../policy.ts';
import { isFirst, standingIn, validIn } from '../queries/index.ts';
import { enterInput } from '../schema/index.ts';

/**
 * Says which dossiers stand in a later reviewing phase: these and no others. One that was given to judges there
 * already stays. Input: `enterInput`.
 */
export const enterPhase = command({
  name: 'phase.enter',
  input: enterInput,
  permission: assignmentManage,
  load: async (cx, { edition: pid }) => {
    const edition = await editionByPid(cx, pid);
    await sql`select from edition where id = ${edition.id} for update`.execute(cx.db);
    const rows = await validIn(cx, edition.id);
    return { edition, valid: new Map(rows.map((row) => [row.pid, row])) };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: async ({ edition, valid }, { phase, dossiers }, cx): Promise<Issue[]> => {
    if (edition.state !== 'open') return [issue('', 'edition_over')];
    if (!reviewingPhases(edition.content.phases).some(({ key }) => key === phase))
      return [issue('phase', 'phase_not_reviewing')];
    if (isFirst(edition, phase)) return [issue('phase', 'phase_takes_all')];
    const unknown = dossiers.filter((pid) => !valid.has(pid));
    if (unknown.length > 0)
      return [issue('dossiers', 'phase_entry_unknown', { count: unknown.length })];
    const given = await givenAnyway(cx, edition, phase);
    const left = given.filter((pid) => !dossiers.includes(pid));
    return left.length > 0 ? [issue('dossiers', 'phase_entry_given', { count: left.length })] : [];
  },
  run: async (cx, { edition, valid }, { phase, dossiers }) => {
    const before = await standingIn(cx, edition, phase);
    const ids = [...new Set(dossiers)].map((pid) => valid.get(pid)!.id);
    await sql`delete from phase_entry where edition_id = ${edition.id} and phase = ${phase}
      and dossier_id <> all(${ids}::uuid[])`.execute(cx.db);
    await sql`insert into phase_entry (edition_id, phase, dossier_id, chosen_at)
      select ${edition.id}::uuid, ${phase}, id, ${cx.clock.now()}::timestamptz
      from unnest(${ids}::uuid[]) as n (id) on conflict do nothing`.execute(cx.db);
    return {
      result: { dossiers: ids.length },
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: { phase: { new: phase }, dossiers: { old: before.length, new: ids.length } },
    };
  },
});

/** Public ids of the dossiers that judges have in the phase. */
async function givenAnyway(cx: Cx, { id }: Pick<Edition, 'id'>, phase: string): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{
      pid: string;
    }>`select distinct d.pid from assignment a join dossier d on d.id = a.dossier_id
      where d.edition_id = ${id} and a.phase = ${phase} and a.state = 'active'`,
  );
  return rows.map(({ pid }) => pid);
}
