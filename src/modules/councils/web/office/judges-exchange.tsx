import type { Hono } from 'hono';
import { writeTemplate } from '../../../../platform/documents/sheets/template.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { importDoors } from '../../../../platform/records/exchange.ts';
import { sendWorkbook } from '../../../../platform/records/workbook.ts';
import { ImportReport, ImportUpload } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { editionByPid } from '../../../calls/index.ts';
import { judgeImporter, judgeShape } from '../../sheets/index.ts';
import { sheetWords as words } from '../../vi/sheets.ts';
import { base, crumbsOf, issueWords, managedEdition, paths } from './shared.tsx';

const section = `${base.slice(1)}/${paths.judges}`;
const template = 'tep-mau';

/** Judges of an edition from a workbook. */
export function judgeExchange(app: Hono<Env>): void {
  app.get(`/${section}/${template}`, sendTemplate);
  importDoors(app, {
    section,
    at: (c) => `hoi-thi/${pidOf(c)}/${paths.judges}`,
    path: 'nhap-excel',
    template,
    title: words.title,
    crumbs: async (c, here) => crumbsOf(c, await open(c), 'judges', here),
    words: issueWords,
    allow: async (c) => {
      await managedEdition(c);
    },
    importer: async (c) => judgeImporter(await open(c)),
    nameRows:
      async () =>
      ({ values }) => ({
        title: [values.title, values.name].filter(Boolean).join(' '),
        detail: [values.unit, values.email],
      }),
    upload: (view) => <ImportUpload {...view} />,
    report: (view) => <ImportReport {...view} />,
  });
}

const pidOf = (c: WebContext): string => c.req.param('edition') ?? '';
const open = (c: WebContext): Promise<Edition> => editionByPid(c.var.cx, pidOf(c));

async function sendTemplate(c: WebContext): Promise<Response> {
  const { content } = await managedEdition(c);
  const fields = content.fields.map(({ name }) => name).join('; ');
  const notes = [...words.notes, `${words.columns.expertise.header}: ${fields}.`];
  const bytes = await writeTemplate(judgeShape, { name: words.sheet, notes });
  return sendWorkbook(c, bytes, words.template);
}
