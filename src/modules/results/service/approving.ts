import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Happening } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { recordAward } from '../../dossiers/index.ts';
import { resultApprove } from '../policy.ts';
import { allocationByPid } from '../queries/index.ts';
import { type Allocation, allocationAct, allocationApprove } from '../schema/index.ts';
import {
  aboutAllocation,
  allocationIssues,
  allocationStateIssues,
  heldAllocation,
  ownOf,
} from './allocation.ts';
import { keepBundle } from './bundle/keep.ts';

/**
 * Approves the prizes: each becomes an award of its dossier, and the bundle from which anybody can reckon the decision
 * again is written and signed. Input: `allocationApprove`.
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
    const now = await allocationByPid(cx, allocation.pid);
    const bundle = await keepBundle(cx, now);
    return {
      ...aboutAllocation(allocation),
      changes: {
        state: { old: 'proposed', new: 'approved' },
        decision: { new: decision },
        decided_on: { new: decided_on },
        bundle: { new: bundle.sha256 },
      },
    };
  },
});

/** The level of what is won in a union's own contest. */
async function levelOf(cx: Cx, organisationId: string): Promise<string> {
  const row = await maybe(
    cx.db,
    sql<{ kind: string }>`select kind from organisation where id = ${organisationId}`,
  );
  return row?.kind === 'national_union' || row?.kind === 'sector_society' ? 'nation' : 'province';
}

async function awardAll(
  cx: Cx,
  { edition, prizes }: Allocation,
  decision: string,
  decidedOn: string,
): Promise<void> {
  const level = await levelOf(cx, edition.organisation.id);
  for (const { dossier, prize } of prizes) {
    const raw = { pid: dossier.pid, level, prize, decision, decided_on: decidedOn };
    const outcome = await execute(cx, recordAward, raw);
    if (!outcome.ok) throw new Error(`award refused: ${JSON.stringify(outcome.issues)}`);
  }
}

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

/** An award that is taken off, or given again, is told on the prize it came from. */
async function followAward(cx: Cx, { subjectId }: Happening): Promise<void> {
  await sql`update allocation_prize p
      set revoked_at = case when w.there then null else coalesce(p.revoked_at, ${cx.clock.now()}) end
    from (select a.id, p.dossier_id, exists (select from dossier_award d
        where d.dossier_id = p.dossier_id and d.prize = p.prize) as there
      from allocation a join allocation_prize p on p.allocation_id = a.id
      where p.dossier_id = ${subjectId} and a.state in ('approved', 'published')) w
    where p.allocation_id = w.id and p.dossier_id = w.dossier_id
      and w.there = (p.revoked_at is not null)`.execute(cx.db);
}

export const listening = {
  'dossier.record_award': followAward,
  'dossier.remove_award': followAward,
} as const;
