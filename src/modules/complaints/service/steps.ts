import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import type { ComplaintState } from '../rules/index.ts';
import type { Step } from '../schema/index.ts';

/** Type of the subject in the event log, and of those that files belong to. */
export const type = 'complaint';

interface Taken {
  readonly act: Step['act'];
  readonly state: ComplaintState;
  readonly reason?: string | null;
  readonly reopens?: boolean;
}

/** Notes a change; the complaint is held meanwhile, so its steps follow each other. */
export async function note(cx: Cx, id: string, { act, state, ...more }: Taken): Promise<void> {
  const { actor } = cx;
  const account = actor.kind === 'account' ? actor : null;
  await sql`insert into complaint_step (complaint_id, position, act, state, at, by_id, by_name, reason, reopens)
    select ${id}, coalesce(max(position), 0) + 1, ${act}, ${state}, ${cx.clock.now()},
      ${account?.accountId ?? null}::uuid, ${actor.kind === 'anonymous' ? null : actor.label},
      ${more.reason ?? null}, ${more.reopens ?? false}
    from complaint_step where complaint_id = ${id}`.execute(cx.db);
}
