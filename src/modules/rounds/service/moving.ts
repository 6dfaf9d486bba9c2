import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { lockObligation } from '../queries/index.ts';
import { mayFollow, stampsKept } from '../rules/index.ts';
import type { Obligation, ObligationState } from '../schema.ts';

/** Who did it and when; by default the actor, now. */
export interface Stamp {
  readonly by?: string | null;
  readonly at?: Date;
}

/**
 * Writes that a form went on to a state, with who and when; of a command that has asked for the right and
 * writes the event itself. Going up for the first time is kept for timeliness; a closed round whose
 * forms are all frozen is frozen too. Gives the obligation as it stands then.
 * @throws Conflict when it changed meanwhile; RangeError when the state may not follow (rules/states)
 */
export async function moveObligation(
  cx: Cx,
  obligation: Obligation,
  state: ObligationState,
  stamp: Stamp = {},
): Promise<Obligation> {
  const stands = await lockObligation(cx.db, obligation.id);
  if (stands === null) throw new NotFound('report_obligation');
  if (stands.version !== obligation.version) throw new Conflict(stands.version);
  if (!mayFollow(stands.state, state)) throw new RangeError(`${stands.state} to ${state}`);
  const at = stamp.at ?? cx.clock.now();
  const actor = cx.actor.kind === 'account' ? cx.actor.personId : null;
  const by = stamp.by === undefined ? actor : stamp.by;
  const stampOf = (name: 'submitted' | 'checked' | 'accepted') => {
    const [when, who] = [sql.ref(`${name}_at`), sql.ref(`${name}_by`)];
    if (!stampsKept[name].includes(state)) return sql`${when} = null, ${who} = null`;
    if (state === name) return sql`${when} = ${at}, ${who} = ${by}`;
    // Gone on without a stop in between, as by somebody who may approve his own form.
    return sql`${who} = case when ${when} is null then ${by}::uuid else ${who} end,
      ${when} = coalesce(${when}, ${at})`;
  };
  await sql`update report_obligation set state = ${state}, version = version + 1,
      ${stampOf('submitted')}, ${stampOf('checked')}, ${stampOf('accepted')},
      returned_at = ${state === 'returned' ? sql`${at}` : sql`returned_at`},
      open_until = ${state === 'accepted' ? sql`open_until` : sql`null`},
      open_reason = ${state === 'accepted' ? sql`open_reason` : sql`null`},
      first_checked_at = ${state === 'checked' ? sql`coalesce(first_checked_at, ${at})` : sql`first_checked_at`}
    where id = ${obligation.id}`.execute(cx.db);
  if (state === 'frozen') await freezeRoundOf(cx, obligation.round.id);
  if (stands.state === 'frozen') await thawRound(cx, obligation.round.id);
  const iso = at.toISOString();
  const kept = (name: 'submitted' | 'checked' | 'accepted', before: string | null) =>
    stampsKept[name].includes(state) ? (state === name ? iso : (before ?? iso)) : null;
  return {
    ...obligation,
    state,
    version: obligation.version + 1,
    submittedAt: kept('submitted', obligation.submittedAt),
    checkedAt: kept('checked', obligation.checkedAt),
    acceptedAt: kept('accepted', obligation.acceptedAt),
    returnedAt: state === 'returned' ? iso : obligation.returnedAt,
    firstSentAt: state === 'checked' ? (obligation.firstSentAt ?? iso) : obligation.firstSentAt,
    openUntil: state === 'accepted' ? obligation.openUntil : null,
    openReason: state === 'accepted' ? obligation.openReason : null,
  };
}

// One of its forms was opened again.
async function thawRound(cx: Cx, roundId: string): Promise<void> {
  await sql`update report_round set state = 'closed', version = version + 1
    where id = ${roundId} and state = 'frozen'`.execute(cx.db);
}

/** A closed round in which every form is frozen is frozen. */
export async function freezeRoundOf(cx: Cx, roundId: string): Promise<void> {
  await sql`update report_round r set state = 'frozen', version = version + 1
    where r.id = ${roundId} and r.state = 'closed'
      and exists (select from report_obligation b where b.round_id = r.id)
      and not exists (select from report_obligation b
        where b.round_id = r.id and b.state <> 'frozen')`.execute(cx.db);
}

/**
 * Opens an accepted form for changes until the end of a day, or shuts it again with null; its state stays.
 * @throws Conflict when it changed meanwhile
 */
export async function setLockException(
  cx: Cx,
  obligation: Obligation,
  open: { readonly until: string; readonly reason: string } | null,
): Promise<Obligation> {
  const { numAffectedRows } = await sql`update report_obligation
    set open_until = ${open?.until ?? null}::date, open_reason = ${open?.reason ?? null},
      version = version + 1
    where id = ${obligation.id} and version = ${obligation.version} and state = 'accepted'`.execute(
    cx.db,
  );
  if (Number(numAffectedRows ?? 0) === 0) throw new Conflict(obligation.version);
  return {
    ...obligation,
    openUntil: open?.until ?? null,
    openReason: open?.reason ?? null,
    version: obligation.version + 1,
  };
}
