import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { likenessDecide } from '../policy.ts';
import { findingByPid } from '../queries/index.ts';
import { decideInput } from '../schema.ts';

/**
 * Says whether two texts are the same work, and why; may be said anew. The finding stays, for those who
 * judge the dossier. Input: `decideInput`.
 */
export const decideLikeness = command({
  name: 'likeness.decide',
  input: decideInput,
  permission: likenessDecide,
  load: async (cx, { pid }) => {
    await sql`select from likeness_finding where pid = ${pid} for update`.execute(cx.db);
    return findingByPid(cx, pid);
  },
  at: (finding) => [finding.organisationId],
  version: (finding) => finding.version,
  run: async (cx, finding, { answer, reason }) => {
    const by = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    await sql`update likeness_finding set state = ${answer}, reason = ${reason}, decided_by = ${by},
        decided_at = ${cx.clock.now()}, version = version + 1
      where id = ${finding.id}`.execute(cx.db);
    return {
      result: { pid: finding.pid, state: answer },
      subject: { type: 'likeness_finding', id: finding.id },
      organisationId: finding.organisationId,
      changes: { state: { old: finding.state, new: answer } },
      reason,
    };
  },
});
