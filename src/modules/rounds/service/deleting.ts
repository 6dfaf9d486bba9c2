import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { roundManage } from '../policy.ts';
import { findRound, roundByPid } from '../queries/index.ts';
import { byPidInput } from '../schema.ts';
import { type } from './columns.ts';

/** Deletes a draft; 30 days to take it back. A round that was opened is closed instead. */
export const removeRound = command({
  name: 'report_round.remove',
  input: byPidInput,
  permission: roundManage,
  load: (cx, { pid }) => roundByPid(cx, pid),
  at: (round) => [round.organisation.id],
  version: (round) => round.version,
  check: (round) => (round.state === 'draft' ? [] : [issue('', 'only_drafts_deleted')]),
  run: async (cx, round) => {
    const at = cx.clock.now();
    await sql`update report_round set deleted_at = ${at}, version = version + 1
      where id = ${round.id}`.execute(cx.db);
    return {
      result: { pid: round.pid },
      subject: { type, id: round.id },
      organisationId: round.organisation.id,
      changes: { deleted_at: { old: null, new: at } },
    };
  },
});

/** Taking back and taking away for good, as of other records. */
export const roundDeletion = deletion({
  type: 'report_round',
  table: 'report_round',
  permission: roundManage,
  find: async (cx, pid) => {
    const round = await findRound(cx, pid);
    return round === null ? null : { ...round, organisationId: round.organisation.id };
  },
});
