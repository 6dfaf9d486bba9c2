import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { distinctionWrite } from '../policy.ts';
import { liveDistinction } from '../queries/index.ts';
import { revocationIssues } from '../rules.ts';
import { type Distinction, revokeInput, unrevokeInput } from '../schema.ts';

/** From a day on a distinction no longer counts; the record stays, with the reason. */
export const revokeDistinction = command({
  name: 'distinction.revoke',
  input: revokeInput,
  permission: distinctionWrite,
  load: (cx, { pid }) => liveDistinction(cx, pid),
  at: (distinction) => [distinction.organisationId],
  version: (distinction) => distinction.version,
  check: (distinction, input, cx) =>
    distinction.revokedOn === null
      ? revocationIssues(distinction.decidedOn, input.revoked_on, cx.clock.today())
      : [issue('revoked_on', 'already_revoked')],
  run: (cx, distinction, input) => setRevoked(cx, distinction, input.revoked_on, input.reason),
});

/** Takes a revocation back that was recorded by mistake. */
export const unrevokeDistinction = command({
  name: 'distinction.unrevoke',
  input: unrevokeInput,
  permission: distinctionWrite,
  load: (cx, { pid }) => liveDistinction(cx, pid),
  at: (distinction) => [distinction.organisationId],
  version: (distinction) => distinction.version,
  check: (distinction) => (distinction.revokedOn === null ? [issue('', 'not_revoked')] : []),
  run: (cx, distinction) => setRevoked(cx, distinction, null, null),
});

async function setRevoked(
  cx: Cx,
  distinction: Distinction,
  on: string | null,
  reason: string | null,
) {
  await sql`update distinction set revoked_on = ${on}::date, revoked_reason = ${reason},
      version = version + 1 where id = ${distinction.id}`.execute(cx.db);
  return {
    result: { pid: distinction.pid },
    subject: { type: 'distinction', id: distinction.id },
    organisationId: distinction.organisationId,
    changes: {
      revoked_on: { old: distinction.revokedOn, new: on },
      revoked_reason: { old: distinction.revokedReason, new: reason },
    },
    reason,
  };
}
