import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from './canonical.ts';

/** What the first event of the chain follows: 32 zero bytes. */
export const FIRST_PREVIOUS: Buffer = Buffer.alloc(32);

/** Everything in an event's row, in the form that is hashed; `at` is UTC text with microseconds. */
export interface ChainedEvent {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actor_person_id: string | null;
  readonly actor_account_id: string | null;
  readonly actor_label: string;
  readonly via: string;
  readonly organisation_id: string | null;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly digests: Readonly<Record<string, { old: string | null; new: string | null }>>;
  readonly reason: string | null;
  readonly request_id: string;
}

const FIELDS = [
  'id',
  'at',
  'action',
  'actor_person_id',
  'actor_account_id',
  'actor_label',
  'via',
  'organisation_id',
  'subject_type',
  'subject_id',
  'digests',
  'reason',
  'request_id',
] as const satisfies readonly (keyof ChainedEvent)[];

/** The columns of `event` (as `e`) that make a ChainedEvent. */
// A JavaScript date holds milliseconds; as text a change of a microsecond is seen as well.
export const chainedColumns: RawBuilder<unknown> = sql`e.id,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.action, e.actor_person_id, e.actor_account_id, e.actor_label, e.via, e.organisation_id,
  e.subject_type, e.subject_id, e.digests, e.reason, e.request_id`;

/** sha256 over the previous event's hash and the event's canonical JSON. */
export function chainHash(previous: Buffer, event: ChainedEvent): Buffer {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, event[field]]));
  return createHash('sha256').update(previous).update(canonicalJson(fields)).digest();
}
