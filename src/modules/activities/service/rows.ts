import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import type { ActivityData } from '../rules.ts';
import type { Activity } from '../schema/index.ts';

/** Columns of a record as a command writes them. */
export interface Written {
  readonly organisation_id: string;
  readonly title: string;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly role: string;
  readonly place: string | null;
  readonly partners: string | null;
  readonly summary: string | null;
  readonly data: ActivityData;
}

export async function insertActivity(
  cx: Cx,
  row: Written & { readonly id: string; readonly pid: string; readonly kind: string },
): Promise<void> {
  await sql`insert into activity (id, pid, organisation_id, kind, title, search, starts_on, ends_on,
      role, place, partners, summary, data, created_at, created_by)
    values (${row.id}, ${row.pid}, ${row.organisation_id}, ${row.kind}, ${row.title},
      ${searchText(row)}, ${row.starts_on}::date, ${row.ends_on}::date, ${row.role}, ${row.place},
      ${row.partners}, ${row.summary}, ${JSON.stringify(row.data)}::jsonb, ${cx.clock.now()},
      ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
}

export async function updateActivity(cx: Cx, id: string, row: Written): Promise<void> {
  await sql`update activity set organisation_id = ${row.organisation_id}, title = ${row.title},
      search = ${searchText(row)}, starts_on = ${row.starts_on}::date,
      ends_on = ${row.ends_on}::date, role = ${row.role}, place = ${row.place},
      partners = ${row.partners}, summary = ${row.summary},
      data = ${JSON.stringify(row.data)}::jsonb, version = version + 1
    where id = ${id}`.execute(cx.db);
}

/** The columns that an input comes to. */
export function written(organisationId: string, input: Omit<Written, 'organisation_id'>): Written {
  const { title, starts_on, ends_on, role, place, partners, summary, data } = input;
  return {
    organisation_id: organisationId,
    title,
    starts_on,
    ends_on,
    role,
    place,
    partners,
    summary,
    data,
  };
}

/** The columns of a record as they stand. */
export function writtenOf(activity: Activity): Written {
  return {
    organisation_id: activity.organisationId,
    title: activity.title,
    starts_on: activity.startsOn,
    ends_on: activity.endsOn,
    role: activity.role,
    place: activity.place,
    partners: activity.partners,
    summary: activity.summary,
    data: activity.data,
  };
}

function searchText(row: Written): string {
  return foldForSearch([row.title, row.place, row.partners, row.summary].filter(Boolean).join(' '));
}
