import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { resultApprove } from '../policy.ts';
import { allocationTakeBack } from '../schema/index.ts';
import { aboutAllocation, allocationStateIssues, heldAllocation, ownOf } from './allocation.ts';
import { accountOf } from './shared.ts';

/**
 * Takes a decision back, with the reason: the prizes wait for another one, and whoever was told who won is told this
 * too. Awards and certificates stay until the next decision says otherwise; a prize whose award was taken off by hand
 * is not proposed again. Input: `allocationTakeBack`.
 */
export const takeBackAllocation = command({
  name: 'allocation.take_back',
  input: allocationTakeBack,
  permission: resultApprove,
  load: heldAllocation,
  at: ownOf,
  version: (allocation) => allocation.version,
  check: (allocation) => allocationStateIssues(allocation, 'take_back'),
  run: async (cx, allocation, { reason }) => {
    const { id, state, decision } = allocation;
    await sql`insert into decision_taken_back (id, pid, allocation_id, decision, decided_on, approved_at,
        published_at, reason, taken_back_at, taken_back_by)
      select ${cx.ids.uuid()}, ${cx.ids.pid()}, id, decision, decided_on, approved_at, published_at,
        ${reason}, ${cx.clock.now()}, ${accountOf(cx)}
      from allocation where id = ${id}`.execute(cx.db);
    await sql`delete from allocation_prize
      where allocation_id = ${id} and revoked_at is not null`.execute(cx.db);
    await sql`update allocation set state = 'proposed', decision = null, decided_on = null,
        approved_at = null, approved_by = null, published_at = null, version = version + 1
      where id = ${id}`.execute(cx.db);
    return {
      ...aboutAllocation(allocation),
      changes: { state: { old: state, new: 'proposed' }, decision: { old: decision } },
      reason,
    };
  },
});
