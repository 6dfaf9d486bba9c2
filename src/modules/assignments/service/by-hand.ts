import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { councilByPid } from '../../councils/index.ts';
import { assignmentManage } from '../policy.ts';
import { assignmentByPid } from '../queries/index.ts';
import { type Assignment, addInput, removeInput } from '../schema/index.ts';
import { type Given, givenFor, phaseOf } from './given.ts';
import { keptOf } from './kept.ts';

interface Sent {
  readonly dossier: string;
  readonly judge: string;
}

/** The dossier and judge of a council and phase by their public ids; null: not there. */
function found(given: Given, { dossier, judge }: Sent) {
  return {
    dossier: given.dossiers.find(({ pid }) => pid === dossier) ?? null,
    judge: given.judges.slice(0, given.serving).find(({ pid }) => pid === judge) ?? null,
  };
}

/** Gives a dossier to a judge, and says why; no run takes it away. Input: `addInput`. */
export const addAssignment = command({
  name: 'assignment.add',
  input: addInput,
  permission: assignmentManage,
  load: async (cx, input) => {
    const council = await councilByPid(cx, input.council, 'held');
    const phase = phaseOf(council, input.phase);
    return { council, given: phase === null ? null : await givenFor(cx, council, phase) };
  },
  at: ({ council }) => [council.edition.organisation.id],
  check: ({ given }, input): Issue[] =>
    given === null ? [issue('phase', 'phase_not_reviewing')] : addIssues(given, input),
  run: async (cx, { council, given }, input) => {
    const { dossier, judge } = found(given!, input);
    const pid = cx.ids.pid();
    await sql`insert into assignment as a (id, pid, council_id, phase, dossier_id, judge_id, how, reason,
        made_at)
      values (${cx.ids.uuid()}, ${pid}, ${council.id}, ${input.phase}, ${dossier!.id},
        ${judge!.judgeId}, 'hand', ${input.reason}, ${cx.clock.now()})
      on conflict (phase, dossier_id, judge_id) do update set state = 'active', ended_at = null,
        freed = null, council_id = excluded.council_id, how = 'hand', reason = excluded.reason, run_id = null,
        made_at = excluded.made_at, version = a.version + 1`.execute(cx.db);
    return {
      result: { dossier: dossier!.pid, judge: judge!.pid },
      subject: { type: 'dossier', id: dossier!.id },
      organisationId: council.edition.organisation.id,
      changes: { judge: { new: judge!.name }, phase: { new: given!.phase.name } },
      reason: input.reason,
    };
  },
});

function addIssues(given: Given, sent: Sent): Issue[] {
  if (given.council.edition.state !== 'open') return [issue('', 'edition_over')];
  const { dossier, judge } = found(given, sent);
  if (dossier === null) return [issue('dossier', 'assignment_not_standing')];
  if (judge === null) return [issue('judge', 'assignment_no_seat')];
  const same = ({ dossierId, judgeId }: { dossierId: string; judgeId: string }) =>
    dossierId === dossier.id && judgeId === judge.judgeId;
  const before = given.assignments.find(same);
  if (before?.state === 'active') return [issue('judge', 'assignment_there')];
  if (before?.state === 'recused') return [issue('judge', 'assignment_recused')];
  const conflict = given.conflicts.find(same);
  if (conflict !== undefined)
    return [issue('judge', 'assignment_conflict', { kinds: conflict.kinds.join(',') })];
  const load = given.assignments.filter(
    (one) => one.judgeId === judge.judgeId && one.state === 'active',
  ).length;
  if (judge.maxLoad !== null && load >= judge.maxLoad)
    return [issue('judge', 'assignment_full', { load, most: judge.maxLoad })];
  return [];
}

/** Takes a dossier from a judge, and says why; no run gives it back. What is signed stays. Input: `removeInput`. */
export const removeAssignment = command({
  name: 'assignment.remove',
  input: removeInput,
  permission: assignmentManage,
  load: (cx, { pid }) => assignmentByPid(cx, pid, 'held'),
  at: ({ edition }) => [edition.organisation.id],
  version: (assignment) => assignment.version,
  check: (assignment, _input, cx) => endIssues(cx, assignment),
  run: async (cx, assignment, { reason }) => {
    await sql`update assignment set state = 'removed', how = 'hand', reason = ${reason},
        ended_at = ${cx.clock.now()}, version = version + 1 where id = ${assignment.id}`.execute(
      cx.db,
    );
    return {
      result: { pid: assignment.pid },
      subject: { type: 'dossier', id: assignment.dossierId },
      organisationId: assignment.edition.organisation.id,
      changes: { judge: { old: assignment.judge.name, new: null } },
      reason,
    };
  },
});

/** What keeps an assignment from being ended. */
export async function endIssues(cx: Cx, { id, state }: Assignment): Promise<Issue[]> {
  if (state !== 'active') return [issue('', 'assignment_ended')];
  return (await keptOf(cx, [id])).size > 0 ? [issue('', 'assignment_signed')] : [];
}
