import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { reportFill } from '../../rounds/index.ts';
import { openRivals, type StoredRival } from '../queries/index.ts';
import { rivalInput } from '../schema/index.ts';
import { atOwn, formDone } from './loading.ts';
import { type PlannedWrites, planWrites, writeIssues } from './planning.ts';
import { applyWrites, changesOf } from './writing.ts';

type Settling = PlannedWrites & { readonly rival: StoredRival };

/** Chooses between what stands and what was typed over it; the other stays in the log. */
export const settleRival = command({
  name: 'report.rival.settle',
  input: rivalInput,
  permission: reportFill,
  load: loadRival,
  at: atOwn,
  check: (settling, input, cx) => (input.keep === 'typed' ? writeIssues(cx, settling) : []),
  run: async (cx, settling, input) => {
    const { rival, obligation, planned } = settling;
    await sql`update report_rival set settled_at = ${cx.clock.now()} where id = ${rival.id}`.execute(
      cx.db,
    );
    if (input.keep === 'typed') return applyWrites(cx, settling);
    // What was typed gives way: the log keeps it beside what stays.
    const logged = Object.values(changesOf(planned))[0];
    return formDone(obligation, { [`rival_${rival.place}`]: { old: logged?.new, new: null } });
  },
});

async function loadRival(cx: Cx, input: { pid: string; rival: string }): Promise<Settling> {
  const first = await planWrites(cx, input.pid, []);
  const rivals = await openRivals(cx.db, first.obligation.id);
  const rival = rivals.find((one) => one.pid === input.rival);
  if (rival === undefined) throw new NotFound('report_rival');
  const { place: key, declared, reason, note, words } = rival;
  const kind = words === null ? 'cell' : 'narrative';
  const seen = first.places.get(key)?.version ?? 0;
  const value = { declared, reason, note, words };
  const plan = await planWrites(cx, input.pid, [{ key, kind, path: '', value, seen }]);
  return { ...plan, rival };
}
