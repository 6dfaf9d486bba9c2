import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Change, Cx, Done, Seen } from '../cx.ts';
import { canonicalJson } from './canonical.ts';

/** NOTIFY channel that hears of each committed write, and when others are to see it (`Seen`). */
export const writtenChannel = 'lientri_written';

/**
 * Writes the event of a command: ids, field names and salted hashes in `event`, the values
 * themselves in `event_value`, and a note for the sealer. Fields that did not change are left out.
 */
export async function recordEvent(
  cx: Cx,
  action: string,
  done: Done<unknown>,
  seen: Seen = 'at_once',
): Promise<void> {
  const eventId = done.eventId ?? cx.ids.uuid();
  const digests: Record<string, { old: string | null; new: string | null }> = {};
  const values: { field: string; salt: Buffer; old: string | null; new: string | null }[] = [];
  for (const [field, change] of Object.entries(done.changes)) {
    const [before, after] = texts(change);
    if (before === after) continue;
    const salt = randomBytes(16);
    digests[field] = { old: digest(salt, before), new: digest(salt, after) };
    values.push({ field, salt, old: before, new: after });
  }
  const actor = actorColumns(cx);
  // One statement: the event, its values, the note for the sealer, and the word to other processes,
  // which hear of it when it is committed and forget the pages that they kept.
  await sql`with written as (
      insert into event (id, at, action, actor_person_id, actor_account_id, actor_label, via,
        organisation_id, subject_type, subject_id, digests, reason, request_id)
      values (${eventId}, ${cx.clock.now()}, ${action}, ${actor.person}, ${actor.account}, ${actor.label},
        ${cx.via}, ${done.organisationId}, ${done.subject.type}, ${done.subject.id},
        ${JSON.stringify(digests)}::jsonb, ${done.reason ?? null}, ${cx.requestId})
      returning id
    ), pending as (
      insert into event_pending (event_id) select id from written
    ), kept as (
      insert into event_value (event_id, field, salt, old, new)
      select w.id, v.field, v.salt, v.old::jsonb, v.new::jsonb
      from written w, unnest(${values.map((v) => v.field)}::text[], ${values.map((v) => v.salt)}::bytea[],
        ${values.map((v) => v.old)}::text[], ${values.map((v) => v.new)}::text[]) v (field, salt, old, new)
    )
    select pg_notify(${writtenChannel}, ${seen}) from written`.execute(cx.db);
}

function texts(change: Change): [string | null, string | null] {
  return [text(change.old), text(change.new)];
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : canonicalJson(value);
}

function digest(salt: Buffer, value: string | null): string | null {
  if (value === null) return null;
  return createHash('sha256').update(salt).update(value).digest('hex');
}

function actorColumns(cx: Cx): { person: string | null; account: string | null; label: string } {
  const { actor } = cx;
  if (actor.kind === 'account')
    return { person: actor.personId, account: actor.accountId, label: actor.accountId };
  return {
    person: null,
    account: null,
    label: actor.kind === 'system' ? actor.label : 'anonymous',
  };
}
