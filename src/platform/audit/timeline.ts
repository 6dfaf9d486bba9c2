import { sql } from 'kysely';
import { all, type Db } from '../database/query.ts';

export interface TimelineChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
  /** The values were erased; that the field changed is still known. */
  readonly erased: boolean;
}

/** One event as a presenter needs it. Ids are inner ones: the presenter turns them into names. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorPersonId: string | null;
  readonly actorAccountId: string | null;
  readonly actorLabel: string;
  readonly via: string;
  readonly organisationId: string | null;
  readonly reason: string | null;
  readonly changes: readonly TimelineChange[];
}

/** Events of one subject, or of one organisation when `organisationId` is given instead. */
export type TimelineOf =
  | { readonly type: string; readonly id: string }
  | { readonly organisationId: string };

export interface TimelineWindow {
  /** At most this many; 100 when left out. */
  readonly limit?: number;
  /** Only what comes after this entry in the list (older ones). */
  readonly after?: { readonly at: Date; readonly id: string };
  /** Actions that are left out. */
  readonly without?: readonly string[];
}

/** The events of a subject, the newest first, with the values that are still there. */
export function timeline(
  db: Db,
  of: TimelineOf,
  window: TimelineWindow = {},
): Promise<TimelineEntry[]> {
  const wanted =
    'type' in of
      ? sql`e.subject_type = ${of.type} and e.subject_id = ${of.id}`
      : sql`e.organisation_id = ${of.organisationId}`;
  const older = window.after
    ? sql`(e.at, e.id) < (${window.after.at}, ${window.after.id}::uuid)`
    : sql`true`;
  return all(
    db,
    sql<TimelineEntry>`select e.id, e.at, e.action, e.actor_person_id as "actorPersonId",
        e.actor_account_id as "actorAccountId", e.actor_label as "actorLabel", e.via,
        e.organisation_id as "organisationId", e.reason,
        coalesce((
          select jsonb_agg(jsonb_build_object('field', d.field, 'old', v.old, 'new', v.new,
            'erased', v.event_id is null) order by d.field)
          from jsonb_object_keys(e.digests) as d (field)
            left join event_value v on v.event_id = e.id and v.field = d.field
        ), '[]'::jsonb) as changes
      from event e where ${wanted} and ${older} and e.action <> all(${window.without ?? []}::text[])
      order by e.at desc, e.id desc limit ${window.limit ?? 100}`,
  );
}
