import type { Hono } from 'hono';
import { exportColumns, writeTemplate } from '../../../platform/documents/sheets/template.ts';
import { writeXlsx } from '../../../platform/documents/sheets/write-xlsx.ts';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { importDoors } from '../../../platform/records/exchange.ts';
import { offers } from '../../../platform/records/section.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ImportReport, ImportUpload } from '../../../ui/index.ts';
import { activityWrite } from '../policy.ts';
import { allKinds, listActivities } from '../queries/index.ts';
import { activityImporter, activityRow, activityShape } from '../sheets/index.ts';
import { words } from '../vi.ts';
import { askedOf, orderOf } from './asked.ts';
import { crumbsTo, issueWords, recordable } from './shared.ts';

const mostExported = 20_000;

export function exchangeDoors(app: Hono<Env>): void {
  app.get('/hoat-dong/xuat-excel', exportList);
  app.get('/hoat-dong/tep-mau', template);
  importDoors(app, {
    section: 'hoat-dong',
    path: 'nhap-excel',
    template: 'tep-mau',
    title: words.import,
    crumbs: crumbsTo,
    words: issueWords,
    allow: (c) => {
      if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
    },
    importer: async (c) => {
      const kinds = await allKinds(c.var.cx.db);
      return activityImporter({ kinds, options: await recordable(c), own: c.var.place.code });
    },
    nameRows:
      async () =>
      ({ values }) => ({
        title: String(values.title ?? ''),
        detail: [values.organisation_name ?? values.organisation, values.starts_on],
      }),
    upload: (view) => <ImportUpload {...view} />,
    report: (view) => <ImportReport {...view} />,
  });
}

async function exportList(c: WebContext): Promise<Response> {
  const { question, filter, kinds } = await askedOf(c);
  const list = { ...filter, ...orderOf(question), page: 1, size: mostExported };
  const { rows } = await listActivities(c.var.cx, list);
  // Columns of kinds that are not there would only be empty.
  const used = new Set(rows.map((row) => row.kind));
  const shown = new Map([...kinds].filter(([code]) => used.has(code)));
  const bytes = await writeXlsx({
    title: words.list,
    sheets: [
      {
        name: words.sheet,
        columns: exportColumns(activityShape(shown)),
        rows: rows.map((row) => activityRow(row, kinds.get(row.kind))),
      },
    ],
  });
  return sendWorkbook(c, bytes, `hoat-dong-${c.var.place.code}-${c.var.cx.clock.today()}.xlsx`);
}

async function template(c: WebContext): Promise<Response> {
  const kinds = await allKinds(c.var.cx.db);
  const offered = new Map([...kinds].filter(([, kind]) => kind.active));
  const about = { name: words.sheet, notes: words.templateNotes };
  return sendWorkbook(c, await writeTemplate(activityShape(offered), about), 'mau-hoat-dong.xlsx');
}
