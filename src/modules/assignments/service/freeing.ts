import { sql } from 'kysely';
import { recordEvent } from '../../../platform/audit/record.ts';
import type { Cx, Happening } from '../../../platform/cx.ts';
import { assignmentsToFree, type CouncilChange } from '../queries/index.ts';
import { keptOf } from './kept.ts';

/**
 * Ends the assignments that what happened in councils leaves without a judge; gives how many. What is signed stays
 * as it is: whether it counts is told by its conflicts. Done again it changes nothing. Writes an event for each.
 */
export async function freeAssignments(cx: Cx, what: CouncilChange, id: string): Promise<number> {
  const found = await assignmentsToFree(cx, what, id);
  const kept = await keptOf(
    cx,
    found.map((one) => one.id),
  );
  const gone = found.filter((one) => !kept.has(one.id));
  if (gone.length === 0) return 0;
  await sql`update assignment a set state = 'removed', freed = w.freed,
      reason = coalesce(w.reason, a.reason), ended_at = ${cx.clock.now()}, version = a.version + 1
    from unnest(${gone.map((one) => one.id)}::uuid[], ${gone.map(({ freed }) => freed)}::text[],
      ${gone.map(({ reason }) => reason)}::text[]) as w (id, freed, reason)
    where a.id = w.id`.execute(cx.db);
  for (const { dossierId, judge, phase, freed, reason, organisationId } of gone)
    await recordEvent(cx, 'assignment.free', {
      result: null,
      subject: { type: 'dossier', id: dossierId },
      organisationId,
      changes: { judge: { old: judge, new: null }, phase: { new: phase }, freed: { new: freed } },
      reason,
    });
  return gone.length;
}

const after =
  (what: CouncilChange) =>
  async (cx: Cx, { subjectId }: Happening): Promise<void> => {
    await freeAssignments(cx, what, subjectId);
  };

/** What happens in councils, in the same transaction. */
export const listening = {
  'judge.end': after('judge'),
  'judge.answer': after('judge'),
  'seat.give': after('council'),
  'seat.remove': after('council'),
  'conflict.add': after('conflict'),
  'conflict.uphold': after('conflict'),
  'conflicts.found': after('edition'),
} as const;
