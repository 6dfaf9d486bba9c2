import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Change, type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { attachments } from '../../../platform/records/attachments.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation, type Organisation } from '../../organisations/index.ts';
import { activityWrite } from '../policy.ts';
import { allKinds, findActivity } from '../queries.ts';
import type { ActivityData, KindField } from '../rules.ts';
import { type Activity, editInput, type Kinds, recordInput } from '../schema.ts';

export type ActivityIssued = { readonly pid: string };

/** Columns of a record as a command writes them. */
interface Written {
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

/**
 * Records an activity. Input: `activityBody`, with the own fields of its kind under `data`; `files`
 * are public ids of files that the actor sent before.
 * @throws Forbidden
 */
export async function recordActivity(cx: Cx, raw: unknown): Promise<Outcome<ActivityIssued>> {
  const organisation = await organisationIn(cx, raw);
  return execute(cx, recordCommand(await allKinds(cx.db), organisation), raw);
}

/**
 * Changes a record: every field is given, the kind stays.
 * @throws NotFound, Forbidden, Conflict
 */
export async function editActivity(cx: Cx, raw: unknown): Promise<Outcome<ActivityIssued>> {
  const activity = await liveActivity(cx, String((raw as { pid?: unknown } | null)?.pid ?? ''));
  const kind = (await allKinds(cx.db)).get(activity.kind);
  return execute(cx, editCommand(kind?.fields ?? [], await organisationIn(cx, raw)), raw);
}

/** The full input of an edit: what stands, with what was sent in its place. */
export function changedInput(
  activity: Activity,
  sent: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const data = typeof sent.data === 'object' && sent.data !== null ? sent.data : {};
  return {
    organisation: activity.organisationCode,
    title: activity.title,
    starts_on: activity.startsOn,
    ends_on: activity.endsOn,
    role: activity.role,
    place: activity.place,
    partners: activity.partners,
    summary: activity.summary,
    // Without a version of the sender's own, what was merged must still be what stands.
    version: activity.version,
    ...sent,
    pid: activity.pid,
    data: { ...activity.data, ...data },
  };
}

/** The organisation whose code an input names, or null: the input is then refused. */
export function organisationIn(cx: Cx, raw: unknown): Promise<Organisation | null> {
  const code = (raw as { organisation?: unknown } | null)?.organisation;
  if (typeof code !== 'string' || code.length > 60) return Promise.resolve(null);
  return findOrganisation(cx.db, code, cx.clock.today());
}

async function liveActivity(cx: Cx, pid: string): Promise<Activity> {
  const activity = await findActivity(cx, pid);
  if (activity === null || activity.deletedAt !== null) throw new NotFound('activity');
  return activity;
}

/** The command behind `recordActivity`, for a door that has kinds and organisation at hand. */
export function recordCommand(kinds: Kinds, organisation: { readonly id: string } | null) {
  const organisationId = organisation?.id ?? '';
  return command({
    name: 'activity.record',
    input: recordInput(kinds, organisation !== null),
    permission: activityWrite,
    load: async () => null,
    at: () => [organisationId],
    run: async (cx, _loaded, input) => {
      const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
      const row = written(organisationId, input);
      await insertActivity(cx, { id, pid, kind: input.kind, ...row });
      const files = await activityFiles.change(cx, { id, organisationId }, input.files);
      return {
        result: { pid },
        subject: { type: 'activity', id },
        organisationId,
        changes: { kind: { new: input.kind }, ...changesOf(null, row), ...files },
      };
    },
  });
}

/** The command behind `editActivity`. Moving a record needs the right at both organisations. */
export function editCommand(
  fields: readonly KindField[],
  organisation: { readonly id: string } | null,
) {
  return command({
    name: 'activity.edit',
    input: editInput(fields, organisation !== null),
    permission: activityWrite,
    load: (cx, input) => liveActivity(cx, input.pid),
    at: (activity) => [...new Set([activity.organisationId, organisation?.id ?? ''])],
    version: (activity) => activity.version,
    run: async (cx, activity, input) => {
      const row = written(organisation?.id ?? '', input);
      await updateActivity(cx, activity.id, row);
      // Files lie under the rights of the organisation, so they move along with the record.
      const moved = row.organisation_id !== activity.organisationId;
      const kept = moved ? (await activityFiles.of(cx, activity.id)).map((file) => file.pid) : null;
      const record = { id: activity.id, organisationId: row.organisation_id };
      const files = await activityFiles.change(cx, record, input.files ?? kept);
      return {
        result: { pid: activity.pid },
        subject: { type: 'activity', id: activity.id },
        organisationId: row.organisation_id,
        changes: { ...changesOf(writtenOf(activity), row), ...files },
      };
    },
  });
}

export const activityFiles = attachments('activity', activityWrite, findActivity);

export const activityDeletion = deletion({
  type: 'activity',
  table: 'activity',
  permission: activityWrite,
  find: findActivity,
});

async function insertActivity(
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

async function updateActivity(cx: Cx, id: string, row: Written): Promise<void> {
  await sql`update activity set organisation_id = ${row.organisation_id}, title = ${row.title},
      search = ${searchText(row)}, starts_on = ${row.starts_on}::date,
      ends_on = ${row.ends_on}::date, role = ${row.role}, place = ${row.place},
      partners = ${row.partners}, summary = ${row.summary},
      data = ${JSON.stringify(row.data)}::jsonb, version = version + 1
    where id = ${id}`.execute(cx.db);
}

function written(organisationId: string, input: Omit<Written, 'organisation_id'>): Written {
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

function writtenOf(activity: Activity): Written {
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

function changesOf(old: Written | null, now: Written): Record<string, Change> {
  const keys = Object.keys(now) as (keyof Written)[];
  return Object.fromEntries(keys.map((key) => [key, { old: old?.[key], new: now[key] }]));
}
