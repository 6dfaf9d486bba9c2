import { z } from 'zod';
import { type Cx, execute } from '../../platform/command.ts';
import { NotFound } from '../../platform/errors.ts';
import { filesOf, type StoredFile } from '../../platform/files.ts';
import { optionalDay, optionalText, version } from '../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../platform/http/api.ts';
import { findOrganisation } from '../organisations/index.ts';
import { allTitles, type DistinctionList, findDistinction, listDistinctions } from './queries.ts';
import { levels, recipients } from './rules.ts';
import { type Distinction, distinctionBody, distinctionChanges, revokeInput } from './schema.ts';
import {
  changedInput,
  distinctionDeletion,
  distinctionFiles,
  editDistinction,
  recordDistinction,
  revokeDistinction,
  unrevokeDistinction,
} from './service.ts';
import { distinctionIssues as issueWords } from './vi.ts';

const distinctionShape = z.object({
  pid: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
  recipient: z.enum(recipients),
  recipient_name: z.string(),
  recipient_organisation: z.string().nullable(),
  person: z.string().nullable(),
  title: z.string(),
  title_name: z.string(),
  level: z.enum(levels),
  class: z.string().nullable(),
  decision_no: z.string().nullable(),
  decided_on: z.iso.date(),
  giver: z.string().nullable(),
  note: z.string().nullable(),
  revoked_on: z.iso.date().nullable(),
  revoked_reason: z.string().nullable(),
  version: z.number().int(),
  files: z.array(z.object({ pid: z.string(), name: z.string(), size: z.number().int() })),
});

const titleShape = z.object({
  code: z.string(),
  name: z.string(),
  form: z.string(),
  recipients: z.enum([...recipients, 'both']),
});

const byPid = z.object({ pid: z.string() });
const sorts = [
  'day',
  '-day',
  'title',
  '-title',
  'recipient',
  '-recipient',
  'organisation',
  '-organisation',
] as const;

const listQuery = z.object({
  ...pageQuery,
  org: z.string().optional().describe('Code: its own register and those of all below it'),
  organisation: z.string().optional().describe('Code: its own register only'),
  title: z.string().optional(),
  level: z.enum(levels).optional(),
  recipient: z.enum(recipients).optional(),
  from: optionalDay(),
  to: optionalDay(),
  q: optionalText(200),
  sort: z.enum(sorts).default('-day'),
});

const tag = 'distinctions';

/** REST doors of distinctions. */
export function distinctionApi(api: Api): void {
  listDoors(api);
  recordDoors(api);
  changeDoor(api);
  revocationDoors(api);
  deletionDoors(api);
}

function listDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/distinctions',
    tag,
    summary: 'Distinctions that the account may see',
    query: listQuery,
    response: listOf(distinctionShape),
    words: issueWords,
    handler: async ({ cx, c, query }) => {
      const { page, size, org, sort, ...filter } = query;
      const { rows, total } = await listDistinctions(cx, {
        under: org === undefined ? null : await idOf(cx, org),
        organisation: filter.organisation ?? null,
        title: filter.title ?? null,
        level: filter.level ?? null,
        recipient: filter.recipient ?? null,
        from: filter.from,
        to: filter.to,
        q: filter.q ?? '',
        sort: sort.replace('-', '') as DistinctionList['sort'],
        descending: sort.startsWith('-'),
        page,
        size,
      });
      return pageOf(c, await shown(cx, rows), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/distinction-titles',
    tag,
    summary: 'Titles and forms that can be given',
    response: listOf(titleShape),
    handler: async ({ cx }) => {
      const items = [...(await allTitles(cx.db)).values()];
      return { items, total: items.length, next: null };
    },
  });
}

function recordDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/distinctions',
    tag,
    summary: 'Record a distinction; a person is named in full or by public id',
    body: distinctionBody,
    response: distinctionShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await recordDistinction(cx, body), issueWords).pid),
  });
  api.endpoint({
    method: 'get',
    path: '/distinctions/{pid}',
    tag,
    summary: 'One distinction',
    params: byPid,
    response: distinctionShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
}

function changeDoor(api: Api): void {
  api.endpoint({
    method: 'patch',
    path: '/distinctions/{pid}',
    tag,
    summary: 'Change a distinction; what is left out stays',
    params: byPid,
    body: distinctionChanges,
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const distinction = await live(cx, params.pid);
      const raw = changedInput(distinction, body as Record<string, unknown>);
      settled(await editDistinction(cx, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'put',
    path: '/distinctions/{pid}/files',
    tag,
    summary: 'Give a distinction exactly these files, by their public ids',
    params: byPid,
    body: z.strictObject({ files: z.array(z.string()).max(20) }),
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, distinctionFiles.command, { ...body, ...params }), issueWords);
      return answer(cx, params.pid);
    },
  });
}

function revocationDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/distinctions/{pid}/revoke',
    tag,
    summary: 'From a day on it no longer counts; the record stays',
    params: byPid,
    body: revokeInput.omit({ pid: true }),
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, revokeDistinction, { ...body, ...params }), issueWords);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/distinctions/{pid}/unrevoke',
    tag,
    summary: 'Take back a revocation that was recorded by mistake',
    params: byPid,
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, unrevokeDistinction, params), issueWords);
      return answer(cx, params.pid);
    },
  });
}

function deletionDoors(api: Api): void {
  api.endpoint({
    method: 'delete',
    path: '/distinctions/{pid}',
    tag,
    summary: 'Delete a distinction; it can be taken back for 30 days',
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, distinctionDeletion.remove, { ...params, ...query }));
    },
  });
  api.endpoint({
    method: 'post',
    path: '/distinctions/{pid}/restore',
    tag,
    summary: 'Take a deleted distinction back',
    params: byPid,
    response: distinctionShape,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, distinctionDeletion.restore, params));
      return answer(cx, params.pid);
    },
  });
}

async function idOf(cx: Cx, code: string): Promise<string> {
  const organisation = await findOrganisation(cx.db, code, cx.clock.today());
  if (organisation === null) throw new NotFound('organisation');
  return organisation.id;
}

async function live(cx: Cx, pid: string): Promise<Distinction> {
  const distinction = await findDistinction(cx, pid);
  if (distinction === null || distinction.deletedAt !== null) throw new NotFound('distinction');
  return distinction;
}

async function answer(cx: Cx, pid: string): Promise<unknown> {
  const [view] = await shown(cx, [await live(cx, pid)]);
  return view;
}

async function shown(cx: Cx, rows: readonly Distinction[]): Promise<unknown[]> {
  const files = await filesOf(
    cx.db,
    'distinction',
    rows.map((row) => row.id),
  );
  return rows.map((row) => distinctionView(row, files.get(row.id) ?? []));
}

function distinctionView(row: Distinction, files: readonly StoredFile[]) {
  return {
    pid: row.pid,
    organisation: { code: row.organisationCode, name: row.organisationName },
    recipient: row.recipient,
    recipient_name: row.recipientName,
    recipient_organisation: row.recipientOrganisationCode,
    person: row.recipientPersonPid,
    title: row.title,
    title_name: row.titleName,
    level: row.level,
    class: row.class,
    decision_no: row.decisionNo,
    decided_on: row.decidedOn,
    giver: row.giver,
    note: row.note,
    revoked_on: row.revokedOn,
    revoked_reason: row.revokedReason,
    version: row.version,
    files: files.map(({ pid, name, size }) => ({ pid, name, size })),
  };
}
