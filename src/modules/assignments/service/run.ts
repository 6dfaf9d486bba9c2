import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import type { Phase } from '../../calls/index.ts';
import { councilByPid, type OpenedCouncil } from '../../councils/index.ts';
import { assignmentManage } from '../policy.ts';
import { type RunInput, type RunOutput, rerun } from '../rules/index.ts';
import { type PreviewInput, runInput } from '../schema/index.ts';
import { type Given, givenFor, inputOf, keyOf, missing, phaseOf, settingsFor } from './given.ts';

/** What a run would do, or did. */
export interface Planned {
  readonly given: Given;
  readonly seed: number;
  readonly input: RunInput;
  readonly output: RunOutput;
}

/** Reckons without writing. The phase is one in which the council judges. */
export async function plan(
  cx: Cx,
  council: OpenedCouncil,
  phase: Phase,
  sent: PreviewInput,
): Promise<Planned | { readonly issues: readonly Issue[] }> {
  const given = await givenFor(cx, council, phase, sent.keep);
  const issues = missing(given);
  if (issues.length > 0) return { issues };
  const { seed, keep: _, ...settings } = settingsFor(phase, sent);
  const input = inputOf(given, settings);
  return { given, seed, input, output: rerun(input, seed) };
}

/**
 * Gives the dossiers of a council in a phase to its judges. What was given by hand, and what is signed, stays; of
 * the rest what is not given again is taken away, unless `keep`: then only what is missing is given. Input: `runInput`.
 */
export const runAssignment = command({
  name: 'assignment.run',
  input: runInput,
  permission: assignmentManage,
  load: async (cx, input) => {
    const council = await councilByPid(cx, input.council, 'held');
    const phase = phaseOf(council, input.phase);
    return { council, plan: phase === null ? null : await plan(cx, council, phase, input) };
  },
  at: ({ council }) => [council.edition.organisation.id],
  check: ({ plan: made }, { anyway }): readonly Issue[] => {
    if (made === null) return [issue('phase', 'phase_not_reviewing')];
    if ('issues' in made) return made.issues;
    const { short } = made.output;
    return short.length > 0 && !anyway
      ? [issue('anyway', 'assignment_short', { count: short.length })]
      : [];
  },
  run: async (cx, { council, plan: made }, { keep }) => {
    if (made === null || 'issues' in made) throw new Error('assignment.run was not checked');
    const { given, seed, output } = made;
    const run = await insertRun(cx, made, keep);
    const { added, removed } = await write(cx, made, run.id);
    return {
      result: { pid: run.pid, added, removed, total: output.total, bound: output.bound },
      subject: { type: 'council', id: council.id },
      organisationId: council.edition.organisation.id,
      changes: {
        phase: { new: given.phase.name },
        seed: { new: seed },
        ...{ added: { new: added }, removed: { new: removed } },
      },
    };
  },
});

async function insertRun(cx: Cx, { given, seed, input, output }: Planned, keep: boolean) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const { each, balanced, experts, share } = input;
  await sql`insert into assignment_run (id, pid, council_id, phase, seed, settings, input, output, total,
      bound, worst, worst_bound, at)
    values (${id}, ${pid}, ${given.council.id}, ${given.phase.key}, ${seed},
      ${JSON.stringify({ each, balanced, experts, share, keep })}::jsonb, ${JSON.stringify(input)}::jsonb,
      ${JSON.stringify(output)}::jsonb, ${output.total}, ${output.bound}, ${output.worst},
      ${output.worst_bound}, ${cx.clock.now()})`.execute(cx.db);
  return { id, pid };
}

/** Writes the pairs of an answer, and takes away what is not among them. */
async function write(cx: Cx, { given, input, output }: Planned, run: string) {
  const { council, phase, dossiers, judges, assignments, kept, leftOut } = given;
  const dossier = new Map(dossiers.map(({ pid, id }) => [pid, id]));
  const judge = new Map(judges.map(({ pid, judgeId }) => [pid, judgeId]));
  const wanted = output.pairs.map(([d, j]) => ({
    dossierId: dossier.get(d)!,
    judgeId: judge.get(j)!,
  }));
  const keys = new Set(wanted.map(keyOf));
  const active = assignments.filter(
    ({ councilId, state }) => councilId === council.id && state === 'active',
  );
  const stays = new Set(active.map(keyOf));
  const gone = active.filter((one) => !keys.has(keyOf(one)) && !kept.has(one.id));
  await sql`update assignment set state = 'removed', ended_at = ${cx.clock.now()}, version = version + 1,
      freed = case when id = any(${[...leftOut]}::uuid[]) then 'conflict' end
    where id = any(${gone.map(({ id }) => id)}::uuid[])`.execute(cx.db);
  const added = wanted.filter((one) => !stays.has(keyOf(one)));
  const how = input.each === null ? 'whole' : 'solver';
  // One that a run took away before is made anew; what was signed under it comes back with it.
  await sql`insert into assignment as a (id, pid, council_id, phase, dossier_id, judge_id, how, run_id, made_at)
    select n.id, n.pid, ${council.id}::uuid, ${phase.key}, n.dossier, n.judge, ${how}, ${run}::uuid,
      ${cx.clock.now()}::timestamptz
    from unnest(${added.map(() => cx.ids.uuid())}::uuid[], ${added.map(() => cx.ids.pid())}::text[],
      ${added.map(({ dossierId }) => dossierId)}::uuid[],
      ${added.map(({ judgeId }) => judgeId)}::uuid[]) as n (id, pid, dossier, judge)
    on conflict (phase, dossier_id, judge_id) do update set state = 'active', ended_at = null,
      freed = null, council_id = excluded.council_id, how = excluded.how, reason = null, run_id = excluded.run_id,
      made_at = excluded.made_at, version = a.version + 1`.execute(cx.db);
  return { added: added.length, removed: gone.length };
}
