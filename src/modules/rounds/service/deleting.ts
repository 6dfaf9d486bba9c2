import { issue } from '../../../kernel/issue.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { roundManage } from '../policy.ts';
import { findRound } from '../queries/index.ts';

/** Deletes a draft; 30 days to take it back. A round that was opened is closed instead. */
export const roundDeletion = deletion({
  type: 'report_round',
  table: 'report_round',
  permission: roundManage,
  find: async (cx, pid) => {
    const round = await findRound(cx, pid);
    return round === null ? null : { ...round, organisationId: round.organisation.id };
  },
  check: (round) => (round.state === 'draft' ? [] : [issue('', 'only_drafts_deleted')]),
});
