import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { judgeByToken, judgeServe, tellOffice } from '../../councils/index.ts';
import { ownAssignment } from '../queries/index.ts';
import { recuseInput } from '../schema/index.ts';
import { endIssues } from './by-hand.ts';

/**
 * The judge stands aside from one dossier, and says why: no abstention, the dossier is given to somebody else. A
 * conflict is noted, which holds in every phase. Input: `recuseInput`.
 */
export const recuse = command({
  name: 'assignment.recuse',
  input: recuseInput,
  permission: judgeServe,
  load: async (cx, { token, assignment: pid }) => {
    const judge = await judgeByToken(cx, token, 'held');
    const assignment =
      judge.state === 'accepted' ? await ownAssignment(cx, judge.id, pid, 'held') : null;
    if (assignment === null) throw new NotFound('assignment');
    return { judge, assignment };
  },
  at: ({ judge }) => [judge.edition.organisation.id],
  check: ({ assignment }, _input, cx) => endIssues(cx, assignment),
  run: async (cx, { judge, assignment }, { reason, site }) => {
    const now = cx.clock.now();
    await sql`update assignment set state = 'recused', reason = ${reason}, ended_at = ${now},
        version = version + 1 where id = ${assignment.id}`.execute(cx.db);
    const evidence = JSON.stringify([{ by: 'office', sure: true, words: reason }]);
    await sql`insert into conflict (id, pid, judge_id, dossier_id, kind, source, evidence, sure, state,
        reason, decided_at, found_at)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${judge.id}, ${assignment.dossierId}, 'other', 'office',
        ${evidence}::jsonb, true, 'upheld', ${reason}, ${now}, ${now})
      on conflict (judge_id, dossier_id, kind) do update set state = 'upheld',
        reason = excluded.reason, decided_by = null, decided_at = excluded.decided_at,
        version = conflict.version + 1`.execute(cx.db);
    const dossier = assignment.dossier.number ?? assignment.dossier.pid;
    await tellOffice(cx, judge, { what: 'recused', dossier, reason }, site);
    return {
      result: { pid: assignment.pid },
      subject: { type: 'dossier', id: assignment.dossierId },
      organisationId: judge.edition.organisation.id,
      changes: { judge: { old: judge.name, new: null } },
      reason,
    };
  },
});
