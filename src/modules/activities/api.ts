import { z } from 'zod';
import { type Cx, execute } from '../../platform/command.ts';
import { NotFound } from '../../platform/errors.ts';
import { filesOf, type StoredFile } from '../../platform/files.ts';
import { optionalDay, optionalText, version } from '../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../platform/http/api.ts';
import { findOrganisation } from '../organisations/index.ts';
import { allKinds, findActivity, kindByCode, listActivities } from './queries.ts';
import { fieldTypes, roles } from './rules.ts';
import {
  type Activity,
  type ActivityKind,
  activityBody,
  activityChanges,
  kindChanges,
  newKind,
} from './schema.ts';
import {
  activityDeletion,
  activityFiles,
  addKind,
  changedInput,
  changeKind,
  editActivity,
  recordActivity,
} from './service/index.ts';
import { activityIssues as issueWords } from './vi.ts';

const fileShape = z.object({ pid: z.string(), name: z.string(), size: z.number().int() });

const activityShape = z.object({
  pid: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
  kind: z.string(),
  title: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date().nullable(),
  role: z.enum(roles),
  place: z.string().nullable(),
  partners: z.string().nullable(),
  summary: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  version: z.number().int(),
  files: z.array(fileShape),
});

const kindShape = z.object({
  code: z.string(),
  name: z.string(),
  noun: z.string(),
  topic: z.string(),
  active: z.boolean(),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(fieldTypes),
      required: z.boolean(),
      unit: z.string().optional(),
      help: z.string().optional(),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    }),
  ),
});

const byPid = z.object({ pid: z.string() });
const byCode = z.object({ code: z.string() });

const listQuery = z.object({
  ...pageQuery,
  org: z.string().optional().describe('Code: its own activities and those of all below it'),
  organisation: z.string().optional().describe('Code: its own activities only'),
  kind: z.string().optional(),
  role: z.enum(roles).optional(),
  from: optionalDay(),
  to: optionalDay(),
  q: optionalText(200),
  sort: z.enum(['day', '-day', 'title', '-title', 'organisation', '-organisation']).default('-day'),
});

const tag = 'activities';

/** REST doors of activities and their kinds. */
export function activityApi(api: Api): void {
  listDoor(api);
  recordDoors(api);
  changeDoor(api);
  deletionDoors(api);
  filesDoor(api);
  kindDoors(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/activities',
    tag,
    summary: 'Activities that the account may see',
    query: listQuery,
    response: listOf(activityShape),
    words: issueWords,
    handler: async ({ cx, c, query }) => {
      const { page, size, org, sort, ...filter } = query;
      const under = org === undefined ? null : await idOf(cx, org);
      const [key, descending] = [sort.replace('-', ''), sort.startsWith('-')];
      const order = { sort: key as 'day' | 'title' | 'organisation', descending };
      const asked = { ...filter, q: filter.q ?? '', under, page, size, ...order };
      const { rows, total } = await listActivities(cx, {
        ...asked,
        organisation: filter.organisation ?? null,
        kind: filter.kind ?? null,
        role: filter.role ?? null,
      });
      return pageOf(c, await shown(cx, rows), total, page, size);
    },
  });
}

function recordDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/activities',
    tag,
    summary: 'Record an activity; the own fields of its kind stand under data',
    body: activityBody,
    response: activityShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await recordActivity(cx, body), issueWords).pid),
  });
  api.endpoint({
    method: 'get',
    path: '/activities/{pid}',
    tag,
    summary: 'One activity',
    params: byPid,
    response: activityShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
}

function changeDoor(api: Api): void {
  api.endpoint({
    method: 'patch',
    path: '/activities/{pid}',
    tag,
    summary: 'Change an activity; what is left out stays, also inside data',
    params: byPid,
    body: activityChanges,
    response: activityShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const activity = await live(cx, params.pid);
      const raw = changedInput(activity, body as Record<string, unknown>);
      settled(await editActivity(cx, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
}

function deletionDoors(api: Api): void {
  api.endpoint({
    method: 'delete',
    path: '/activities/{pid}',
    tag,
    summary: 'Delete an activity; it can be taken back for 30 days',
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, activityDeletion.remove, { ...params, ...query }));
    },
  });
  api.endpoint({
    method: 'post',
    path: '/activities/{pid}/restore',
    tag,
    summary: 'Take a deleted activity back',
    params: byPid,
    response: activityShape,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, activityDeletion.restore, params));
      return answer(cx, params.pid);
    },
  });
}

function filesDoor(api: Api): void {
  api.endpoint({
    method: 'put',
    path: '/activities/{pid}/files',
    tag,
    summary: 'Give an activity exactly these files, by their public ids',
    params: byPid,
    body: z.strictObject({ files: z.array(z.string()).max(20) }),
    response: activityShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, activityFiles.command, { ...body, ...params }), issueWords);
      return answer(cx, params.pid);
    },
  });
}

function kindDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/activity-kinds',
    tag,
    summary: 'Kinds of activity with their own fields',
    response: listOf(kindShape),
    handler: async ({ cx }) => {
      const items = [...(await allKinds(cx.db)).values()].map(kindView);
      return { items, total: items.length, next: null };
    },
  });
  api.endpoint({
    method: 'post',
    path: '/activity-kinds',
    tag,
    summary: 'A new kind of activity',
    body: newKind,
    response: kindShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      kindAnswer(cx, settled(await execute(cx, addKind, body), issueWords).code),
  });
  api.endpoint({
    method: 'patch',
    path: '/activity-kinds/{code}',
    tag,
    summary: 'Change the words of a kind, offer it or not, or add one field',
    params: byCode,
    body: kindChanges.omit({ code: true }),
    response: kindShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, changeKind, { ...body, ...params }), issueWords);
      return kindAnswer(cx, params.code);
    },
  });
}

async function idOf(cx: Cx, code: string): Promise<string> {
  const organisation = await findOrganisation(cx.db, code, cx.clock.today());
  if (organisation === null) throw new NotFound('organisation');
  return organisation.id;
}

async function live(cx: Cx, pid: string): Promise<Activity> {
  const activity = await findActivity(cx, pid);
  if (activity === null || activity.deletedAt !== null) throw new NotFound('activity');
  return activity;
}

async function answer(cx: Cx, pid: string): Promise<unknown> {
  const [view] = await shown(cx, [await live(cx, pid)]);
  return view;
}

async function shown(cx: Cx, rows: readonly Activity[]): Promise<unknown[]> {
  const ids = rows.map((row) => row.id);
  const files = await filesOf(cx.db, 'activity', ids);
  return rows.map((row) => activityView(row, files.get(row.id) ?? []));
}

function activityView(row: Activity, files: readonly StoredFile[]) {
  return {
    pid: row.pid,
    organisation: { code: row.organisationCode, name: row.organisationName },
    kind: row.kind,
    title: row.title,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    role: row.role,
    place: row.place,
    partners: row.partners,
    summary: row.summary,
    data: row.data,
    version: row.version,
    files: files.map(({ pid, name, size }) => ({ pid, name, size })),
  };
}

async function kindAnswer(cx: Cx, code: string): Promise<unknown> {
  const kind = await kindByCode(cx.db, code);
  if (kind === null) throw new NotFound('activity kind');
  return kindView(kind);
}

function kindView(kind: ActivityKind) {
  const { code, name, noun, topic, active, fields } = kind;
  return { code, name, noun, topic, active, fields };
}
