import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { councilManage } from '../policy.ts';
import { conflictByPid, dossierIn, judgeByPid } from '../queries/index.ts';
import {
  addConflictInput,
  type ConflictState,
  dismissInput,
  type ListedConflict,
  upholdInput,
} from '../schema/index.ts';

const accountOf = ({ actor }: Cx): string | null =>
  actor.kind === 'account' ? actor.accountId : null;

const over = ({ edition }: ListedConflict): Issue[] =>
  edition.state === 'closed' ? [issue('', 'edition_over')] : [];

async function decided(
  cx: Cx,
  conflict: ListedConflict,
  state: ConflictState,
  reason: string | null,
) {
  await sql`update conflict set state = ${state}, reason = ${reason}, decided_by = ${accountOf(cx)},
      decided_at = ${cx.clock.now()}, version = version + 1 where id = ${conflict.id}`.execute(
    cx.db,
  );
  return {
    result: { pid: conflict.pid, state },
    subject: { type: 'conflict', id: conflict.id },
    organisationId: conflict.organisationId,
    changes: {
      state: { old: conflict.state, new: state },
      judge: { new: conflict.judge.name },
      dossier: { new: conflict.dossier.number ?? conflict.dossier.pid },
      kind: { new: conflict.kind },
    },
    ...(reason === null ? {} : { reason }),
  };
}

/**
 * Says that a conflict is none, and why: the judge may judge the dossier. What the judge declared only the
 * judge takes back. Input: `dismissInput`.
 */
export const dismissConflict = command({
  name: 'conflict.dismiss',
  input: dismissInput,
  permission: councilManage,
  load: (cx, { pid }) => conflictByPid(cx, pid, 'held'),
  at: (conflict) => [conflict.organisationId],
  version: (conflict) => conflict.version,
  check: (conflict): Issue[] => [
    ...over(conflict),
    ...(conflict.source === 'declared' ? [issue('', 'conflict_declared')] : []),
    ...(conflict.state === 'dismissed' ? [issue('', 'conflict_same_state')] : []),
  ],
  run: (cx, conflict, { reason }) => decided(cx, conflict, 'dismissed', reason),
});

/** Says that a conflict stands, also one that was dismissed. Input: `upholdInput`. */
export const upholdConflict = command({
  name: 'conflict.uphold',
  input: upholdInput,
  permission: councilManage,
  load: (cx, { pid }) => conflictByPid(cx, pid, 'held'),
  at: (conflict) => [conflict.organisationId],
  version: (conflict) => conflict.version,
  check: (conflict): Issue[] => [
    ...over(conflict),
    ...(conflict.state === 'upheld' ? [issue('', 'conflict_same_state')] : []),
  ],
  run: (cx, conflict, { reason }) => decided(cx, conflict, 'upheld', reason),
});

/** Notes a conflict that the office knows of: it stands at once. Input: `addConflictInput`. */
export const addConflict = command({
  name: 'conflict.add',
  input: addConflictInput,
  permission: councilManage,
  load: async (cx, input) => {
    const judge = await judgeByPid(cx, input.judge);
    return { judge, dossier: await dossierIn(cx, judge.editionId, input.dossier) };
  },
  at: ({ judge }) => [judge.edition.organisation.id],
  check: async ({ judge, dossier }, { kind }, cx): Promise<Issue[]> => {
    if (judge.edition.state === 'closed') return [issue('', 'edition_over')];
    if (dossier === null) return [issue('dossier', 'dossier_not_there')];
    const same = await maybe(
      cx.db,
      sql`select from conflict where judge_id = ${judge.id} and dossier_id = ${dossier.id}
        and kind = ${kind}`,
    );
    return same === null ? [] : [issue('kind', 'conflict_known')];
  },
  run: async (cx, { judge, dossier }, { kind, words }) => {
    if (dossier === null) throw new Error('conflict.add was not checked');
    const [id, pid, now] = [cx.ids.uuid(), cx.ids.pid(), cx.clock.now()];
    const evidence = JSON.stringify([{ by: 'office', sure: true, words }]);
    await sql`insert into conflict (id, pid, judge_id, dossier_id, kind, source, evidence, sure, state,
        reason, decided_by, decided_at, found_at)
      values (${id}, ${pid}, ${judge.id}, ${dossier.id}, ${kind}, 'office', ${evidence}::jsonb, true,
        'upheld', ${words}, ${accountOf(cx)}, ${now}, ${now})`.execute(cx.db);
    return {
      result: { pid },
      subject: { type: 'conflict', id },
      organisationId: judge.edition.organisation.id,
      changes: {
        judge: { new: judge.name },
        dossier: { new: dossier.number ?? dossier.pid },
        kind: { new: kind },
      },
      reason: words,
    };
  },
});
