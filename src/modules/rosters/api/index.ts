import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type Arriving, streamedForm } from '../../../platform/http/upload.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { organisationId } from '../../organisations/index.ts';
import { findImport, listImports } from '../queries/imports.ts';
import {
  cancelImport,
  mapImport,
  mayUpload,
  openImport,
  receiveRoster,
  startApply,
  startCheck,
  startUndo,
} from '../service/index.ts';
import { importWords as words } from '../service/words.ts';
import { errorFile } from '../sheets/refused.ts';
import { exportDoor } from './exports.ts';
import { lookingDoors } from './looking.ts';
import { answer, importShape, importView } from './views.ts';

const tag = 'roster-imports';
const path = '/roster-imports/{pid}';

/** REST doors of rosters that come in, and of those that go out. */
export function rosterApi(api: Api): void {
  listDoor(api);
  openDoor(api);
  oneDoors(api);
  stepDoors(api);
  lookingDoors(api);
  exportDoor(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/roster-imports',
    tag,
    summary: 'Imports of an organisation, the newest first',
    query: z.object({ ...pageQuery, organisation: z.string() }),
    response: listOf(importShape),
    handler: async ({ cx, c, query: { page, size, organisation } }) => {
      const id = await organisationId(cx, organisation);
      const { items, total } = await listImports(cx, id, { page, size });
      const views = items.map((of) => importView(of, organisation, false));
      return pageOf(c, views, total, page, size);
    },
  });
}

function openDoor(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/roster-imports',
    tag,
    summary:
      'Send a roster as multipart/form-data: file (XLSX, CSV, TSV), organisation (code), as_of (day, optional)',
    response: importShape,
    status: 201,
    words,
    handler: async ({ cx, c }) => answer(cx, settled(await receive(cx, c), words).pid),
  });
}

async function receive(cx: Cx, c: WebContext): Promise<Outcome<{ pid: string }>> {
  mayUpload(cx);
  const receiving = (file: Arriving) => receiveRoster(cx, file);
  const { values, file } = await streamedForm(c, 'file', receiving);
  if (file === null) return { ok: false, issues: [issue('file', 'choose_file')] };
  if (!file.ok) return file;
  return execute(cx, openImport, {
    organisation: values.organisation ?? '',
    file: file.value.pid,
    asOf: values.as_of ?? '',
  });
}

const mappingBody = z.object({
  version: z.number().int().optional(),
  as_of: z.string().optional(),
  likely_from: z.number().int().optional(),
  sheets: z
    .array(
      z.object({
        index: z.number().int(),
        chosen: z.boolean().optional(),
        header_row: z.number().int().optional(),
        columns: z
          .array(
            z.object({
              index: z.number().int(),
              field: z.string().optional(),
              encoding: z.string().optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

type Mapping = z.output<typeof mappingBody>;

/** The names of REST as those of the command; what is malformed is refused there. */
function mappingInput(pid: string, body: Partial<Mapping>) {
  const sheets = Array.isArray(body.sheets)
    ? body.sheets.map((sheet) => ({ ...sheet, headerRow: sheet?.header_row }))
    : body.sheets;
  return { pid, version: body.version, asOf: body.as_of, likelyFrom: body.likely_from, sheets };
}

function oneDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One import with its counts and how its columns are read',
    params: byPid,
    response: importShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'patch',
    path,
    tag,
    summary: 'Correct how the file is read: sheets, header, fields and encodings of columns, day',
    params: byPid,
    body: mappingBody,
    response: importShape,
    words,
    handler: async ({ cx, params: { pid }, body }) => {
      settled(await execute(cx, mapImport, mappingInput(pid, body)), words);
      return answer(cx, pid);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/errors.xlsx`,
    tag,
    summary: 'The rows that were refused or should be looked at, as the same file with reasons',
    params: byPid,
    handler: async ({ cx, c, params }) => {
      const of = await findImport(cx, params.pid);
      return sendWorkbook(c, await errorFile(cx, of), `loi-${of.pid}.xlsx`);
    },
  });
}

const steps = [
  ['check', 'Read the file and find out what it would write', startCheck],
  ['apply', 'Write it into the registry, all of it or nothing', startApply],
  ['undo', 'Take it back, but for what was changed since', startUndo],
  ['cancel', 'Stop it; nothing of it stands in the registry', cancelImport],
] as const;

function stepDoors(api: Api): void {
  for (const [name, summary, step] of steps)
    api.endpoint({
      method: 'post',
      path: `${path}/${name}`,
      tag,
      summary,
      params: byPid,
      response: importShape,
      words,
      handler: async ({ cx, params }) => {
        settled(await execute(cx, step as typeof startCheck, params), words);
        return answer(cx, params.pid);
      },
    });
}
