import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { resultApprove } from '../policy.ts';
import { allocationByPid } from '../queries/index.ts';
import { allocationAct, allocationApprove } from '../schema/index.ts';
import {
  aboutAllocation,
  allocationIssues,
  allocationStateIssues,
  heldAllocation,
  ownOf,
} from './allocation.ts';
import { awardAll } from './awards.ts';
import { keepDecision } from './keeping.ts';

/**
 * Approves the prizes: each becomes an award of its dossier, and what the decision rests on is kept
 * (`addDecisionKeeper`). Input: `allocationApprove`.
 */
export const approveAllocation = command({
  name: 'allocation.approve',
  input: allocationApprove,
  permission: resultApprove,
  load: heldAllocation,
  at: ownOf,
  version: (allocation) => allocation.version,
  check: async (allocation, { decided_on }, cx): Promise<Issue[]> => {
    const state = allocationStateIssues(allocation, 'approve');
    if (state.length > 0) return state;
    return [
      ...(cx.keys.status === 'ready' ? [] : [issue('', 'result_no_keys')]),
      ...(decided_on > cx.clock.today() ? [issue('decided_on', 'in_the_future')] : []),
      ...(await allocationIssues(cx, allocation)),
    ];
  },
  run: async (cx, allocation, { decision, decided_on }) => {
    await awardAll(cx, allocation, decision, decided_on);
    const by = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    await sql`update allocation set state = 'approved', decision = ${decision},
        decided_on = ${decided_on}::date, approved_at = ${cx.clock.now()}, approved_by = ${by},
        version = version + 1
      where id = ${allocation.id}`.execute(cx.db);
    const kept = await keepDecision(cx, await allocationByPid(cx, allocation.pid));
    return {
      ...aboutAllocation(allocation),
      changes: {
        state: { old: 'proposed', new: 'approved' },
        decision: { new: decision },
        decided_on: { new: decided_on },
        ...kept,
      },
    };
  },
});

/** Tells everybody who won. Input: `allocationAct`. */
export const publishAllocation = command({
  name: 'allocation.publish',
  input: allocationAct,
  permission: resultApprove,
  load: heldAllocation,
  at: ownOf,
  version: (allocation) => allocation.version,
  check: (allocation) => allocationStateIssues(allocation, 'publish'),
  run: async (cx, allocation) => {
    await sql`update allocation set state = 'published', published_at = ${cx.clock.now()},
      version = version + 1 where id = ${allocation.id}`.execute(cx.db);
    return {
      ...aboutAllocation(allocation),
      changes: { state: { old: 'approved', new: 'published' } },
    };
  },
});
