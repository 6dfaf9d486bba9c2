import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { attachments } from '../../../platform/records/attachments.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation, type Organisation } from '../../organisations/index.ts';
import { activityWrite } from '../policy.ts';
import { allKinds, findActivity, liveActivity } from '../queries/index.ts';
import type { KindField } from '../rules.ts';
import { type Activity, editInput, type Kinds, recordInput } from '../schema/index.ts';
import { insertActivity, updateActivity, written, writtenOf } from './rows.ts';

export type ActivityIssued = { readonly pid: string };

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
        changes: { kind: { new: input.kind }, ...changesBetween(null, row), ...files },
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
      const files = await activityFiles.follow(cx, activity, row.organisation_id, input.files);
      return {
        result: { pid: activity.pid },
        subject: { type: 'activity', id: activity.id },
        organisationId: row.organisation_id,
        changes: { ...changesBetween(writtenOf(activity), row), ...files },
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
