import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { saveFile } from '../../../platform/files.ts';
import { type Api, readInput, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { dossierByPid } from '../queries/index.ts';
import { paperInput, saveByPid, submitByPid } from '../schema/index.ts';
import {
  addPaperFile,
  enterPaper,
  removePaperFile,
  savePaper,
  submitPaper,
} from '../service/index.ts';
import { siteOf } from './acts.ts';
import { words } from './words.ts';

const tag = 'dossiers';
const path = '/dossiers/{pid}';

const made = z.object({ pid: z.string() });

/** REST doors of what an office writes itself: dossiers on paper, and what was sent on. */
export function paperDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/dossiers',
    tag,
    summary: 'Begin a dossier that came on paper',
    params: byPid,
    body: paperInput.omit({ edition: true }),
    response: made,
    status: 201,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, enterPaper, { ...(body as object), edition: params.pid }), words),
  });
  api.endpoint({
    method: 'patch',
    path,
    tag,
    summary: 'Write a dossier on paper, or one that was sent on: what is left out stays',
    params: byPid,
    body: saveByPid.omit({ pid: true }),
    response: made.extend({ version: z.number().int() }),
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, savePaper, { ...(body as object), pid: params.pid }), words),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/submit`,
    tag,
    summary: 'Submit it; late or incomplete only with a reason',
    params: byPid,
    body: submitByPid.omit({ pid: true, site: true, received: true }),
    response: z.object({
      pid: z.string(),
      number: z.string(),
      version: z.number().int(),
      sha256: z.string(),
    }),
    words,
    handler: async ({ cx, c, params, body }) => {
      const raw = { ...(body as object), pid: params.pid, site: siteOf(c) };
      return settled(await execute(cx, submitPaper, raw), words);
    },
  });
  fileDoors(api);
}

const fileBody = z.strictObject({
  field: z.string().max(40).describe('Key of the field of the form'),
  name: z.string().max(200),
  content: z.base64().max(1_900_000).describe('The bytes in base64; larger files go by the page'),
});

function fileDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/files`,
    tag,
    summary: 'Add a file to a dossier that the office writes',
    params: byPid,
    body: fileBody,
    response: made,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      // Nothing is kept for a dossier that is not there for the one who asks.
      await dossierByPid(cx, params.pid);
      const { field, name, content } = readInput(fileBody, body, words);
      const bytes = Buffer.from(content, 'base64');
      const upload = { name, bytes, limit: 2_000_000, field: 'content' };
      const file = settled(await saveFile(cx, cx.files, upload), words);
      const input = { pid: params.pid, field, file: file.pid };
      settled(await execute(cx, addPaperFile, input), words);
      return { pid: file.pid };
    },
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/files/{file}`,
    tag,
    summary: 'Take a file out of what is being written',
    params: byPid.extend({ file: z.string() }),
    status: 204,
    words,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, removePaperFile, params), words);
    },
  });
}
