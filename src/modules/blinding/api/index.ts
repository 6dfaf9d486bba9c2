import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { editionByPid, tellsWho } from '../../calls/index.ts';
import { dossierByPid } from '../../dossiers/index.ts';
import { blindingRead } from '../policy.ts';
import { fileFields, filesOf, listBlind, lookOf } from '../queries/index.ts';
import { foundKinds } from '../rules/index.ts';
import { blindStates, needs, releaseInput, restoreInput } from '../schema.ts';
import { releaseFile, replaceBy, restoreFile } from '../service/index.ts';
import { blindingIssues } from '../vi/index.ts';

const tag = 'blinding';
const words = { ...uploadIssues, ...blindingIssues };

const line = z.object({
  pid: z.string(),
  number: z.string(),
  title: z.string(),
  files: z.number().int(),
  person: z.number().int().describe('Files that somebody has to look at'),
  named: z.number().int().describe('Places in which the entrant is still named'),
  waiting: z.number().int().describe('Files that are being cleaned'),
});

const found = z.object({ what: z.enum(foundKinds), field: z.string(), words: z.string() });

const file = z.object({
  pid: z.string().nullable().describe('Null: it is being cleaned'),
  field: z.string(),
  name: z.string().describe('As the entrant called it'),
  state: z.enum(['waiting', ...blindStates]),
  why: z.string().nullable().describe('Why the machine could not clean it'),
  found: z.array(found),
  reason: z.string().nullable(),
  decided_at: z.string().nullable(),
  decided_by: z.string().nullable(),
  version: z.number().int(),
});

const shown = z.object({
  pid: z.string(),
  number: z.string(),
  found: z.array(found).nullable().describe('What the answers name; null: being looked through'),
  files: z.array(file),
});

const decided = z.object({ pid: z.string(), state: z.enum(blindStates) });

/** REST doors of what judges get in place of files. */
export function blindingApi(api: Api): void {
  readDoors(api);
  decisionDoors(api);
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/blind-dossiers',
    tag,
    summary: 'Dossiers of an edition, with what is to be done before judges get them; by number',
    query: z.object({
      ...pageQuery,
      edition: z.string().describe('Public id of an edition'),
      need: z.enum(needs).optional(),
    }),
    response: listOf(line),
    handler: async ({ cx, c, query }) => {
      const { page, size, need } = query;
      const edition = await editionByPid(cx, query.edition);
      if (!(await may(cx, blindingRead, edition.organisation.id))) throw new NotFound('edition');
      const fields = fileFields(edition.content.form, tellsWho);
      const filter = { edition, fields, need: need ?? null };
      const { rows, total } = await listBlind(cx, filter, { page, size });
      const items = rows.map(({ id: _, ...row }) => row);
      return pageOf(c, items, total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/blind-dossiers/{pid}',
    tag,
    summary: 'One dossier: what its answers and files still name, and what became of its files',
    params: byPid,
    response: shown,
    handler: async ({ cx, params }) => {
      const { id, pid, number, submitted } = await dossierByPid(cx, params.pid);
      if (submitted === 0) throw new NotFound('dossier');
      const files = await filesOf(cx.db, id);
      return {
        pid,
        number: number ?? '',
        found: (await lookOf(cx.db, id))?.map((one) => ({ ...one })) ?? null,
        files: files.map((one) => ({
          pid: one.pid,
          field: one.field,
          name: one.name,
          state: one.state,
          why: one.why,
          found: one.found.map((each) => ({ ...each })),
          reason: one.reason,
          decided_at: one.decidedAt?.toISOString() ?? null,
          decided_by: one.decidedBy,
          version: one.version,
        })),
      };
    },
  });
}

function decisionDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/blind-files/{pid}/release',
    tag,
    summary: 'Says that a file tells nothing of who made it: judges get it as it was sent',
    params: byPid,
    body: releaseInput.omit({ pid: true }),
    response: decided,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, releaseFile, { ...body, ...params }), words),
  });
  api.endpoint({
    method: 'post',
    path: '/blind-files/{pid}/copy',
    tag,
    summary:
      'Send a copy that tells nothing as multipart/form-data: file, version (of the file, optional)',
    params: byPid,
    response: decided,
    words,
    handler: async ({ cx, c, params }) => {
      const { values, files } = await formOf(c);
      const sent = files.file?.[0];
      if (sent === undefined) throw new Invalid([issue('file', 'copy_missing')], words);
      const bytes = Buffer.from(await sent.arrayBuffer());
      const { version } = values;
      const copy = { pid: params.pid, version, name: sent.name, bytes };
      return settled(await replaceBy(cx, copy), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/blind-files/{pid}/restore',
    tag,
    summary: 'Takes back what was decided about a file',
    params: byPid,
    body: restoreInput.omit({ pid: true }),
    response: decided,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, restoreFile, { ...body, ...params }), words),
  });
}
