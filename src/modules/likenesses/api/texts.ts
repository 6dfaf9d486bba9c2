import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { type ImportReport, importRows } from '../../../platform/records/importing.ts';
import { receiveSheet, sheetWordsOf } from '../../../platform/records/sheet-file.ts';
import { organisationId } from '../../organisations/index.ts';
import { likenessDecide } from '../policy.ts';
import { listImported } from '../queries/index.ts';
import { importInput } from '../schema.ts';
import { forgetText, importText } from '../service/index.ts';
import { textImporter } from '../sheets/index.ts';
import { likenessIssues as words } from '../vi.ts';
import { textView } from './views.ts';

const tag = 'likenesses';
const path = '/likeness-texts';

const counts = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
});

const reportShape = z.object({
  counts,
  refused: z.array(
    z.object({ row: z.number().int(), cell: z.string().nullable(), text: z.string() }),
  ),
});

/** Texts of earlier years, brought in from files or by other programs. */
export function textDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Texts from files that dossiers are compared with',
    query: z.object({ ...pageQuery, org: z.string().describe('Code: its own and those below it') }),
    response: listOf(textView),
    handler: async ({ cx, c, query }) => {
      const { page, size, org } = query;
      const under = await organisationId(cx, org);
      const { rows, total } = await listImported(cx, { under, page, size });
      const items = rows.map(
        ({ pid, title, authors, year, origin, words: many, organisation }) => ({
          ...{ pid, title, authors, year, origin, words: many },
          organisation: { code: organisation.code, name: organisation.name },
        }),
      );
      return pageOf(c, items, total, page, size);
    },
  });
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Brings in one text',
    body: importInput,
    response: z.object({ words: z.number().int() }),
    status: 201,
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, importText, body), words),
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/{pid}`,
    tag,
    summary: 'Forgets a text that came from a file, and what was found with it',
    params: byPid,
    status: 204,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, forgetText, params));
    },
  });
  api.endpoint({
    method: 'post',
    path: '/likeness-text-files',
    tag,
    summary:
      'Send texts as multipart/form-data: file (XLSX, CSV), organisation (code), dry (1: only tell what it would do)',
    response: reportShape,
    words,
    handler: ({ cx, c }) => receiveFile(cx, c),
  });
}

async function receiveFile(cx: Cx, c: WebContext): Promise<z.output<typeof reportShape>> {
  const { values, files } = await formOf(c);
  const code = values.organisation ?? '';
  const at = await organisationId(cx, code);
  if (!(await may(cx, likenessDecide, at))) throw new Forbidden(likenessDecide.name);
  const file = await receiveSheet(cx, c.var.services.files, files.file?.[0]);
  if (!file.ok) throw new Invalid(file.issues, words);
  const dry = values.dry === '1';
  const report = await importRows(cx, file.sheet, textImporter(code, file.name), dry);
  if (report.problems.length > 0) throw new Invalid(report.problems, words);
  return { counts: report.counts, refused: refusedOf(report) };
}

const refusedOf = ({ rows }: ImportReport) =>
  rows.flatMap(({ rowNumber, issues }) =>
    issues.map(({ cell, issue }) => ({
      row: rowNumber,
      cell,
      text: sheetWordsOf(issue, words),
    })),
  );
