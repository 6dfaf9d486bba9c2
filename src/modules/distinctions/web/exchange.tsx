import type { Hono } from 'hono';
import { exportColumns, writeTemplate } from '../../../platform/documents/sheets/template.ts';
import { type SheetOutColumn, writeXlsx } from '../../../platform/documents/sheets/write-xlsx.ts';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { importDoors } from '../../../platform/records/exchange.ts';
import { offers } from '../../../platform/records/section.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ImportReport, ImportUpload } from '../../../ui/index.ts';
import { distinctionWrite } from '../policy.ts';
import { allTitles, listDistinctions } from '../queries/index.ts';
import { distinctionImporter, distinctionRow, distinctionShape } from '../sheets/index.ts';
import { words } from '../vi.ts';
import { askedOf, orderOf } from './asked.ts';
import { crumbsTo, issueWords, recordable } from './shared.ts';

const mostExported = 20_000;

export function exchangeDoors(app: Hono<Env>): void {
  app.get('/khen-thuong/xuat-excel', exportList);
  app.get('/khen-thuong/tep-mau', template);
  importDoors(app, {
    section: 'khen-thuong',
    path: 'nhap-excel',
    template: 'tep-mau',
    title: words.import,
    crumbs: crumbsTo,
    words: issueWords,
    allow: (c) => {
      if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
    },
    importer: async (c) => {
      const titles = await allTitles(c.var.cx.db);
      return distinctionImporter({ titles, options: await recordable(c), own: c.var.place.code });
    },
    nameRows: async (c) => {
      const titles = await allTitles(c.var.cx.db);
      return ({ values }) => {
        const recipient = values.recipient_person ?? values.recipient_organisation;
        return {
          title: titles.get(String(values.title))?.name ?? '',
          detail: [recipient ?? values.organisation, values.decided_on],
        };
      };
    },
    upload: (view) => <ImportUpload {...view} />,
    report: (view) => <ImportReport {...view} />,
  });
}

async function exportList(c: WebContext): Promise<Response> {
  const { question, filter, titles } = await askedOf(c);
  const list = { ...filter, ...orderOf(question), page: 1, size: mostExported };
  const { rows } = await listDistinctions(c.var.cx, list);
  const revoked = { key: 'revoked_on', header: words.columns.revokedOn, width: 16, type: 'day' };
  const columns = [...exportColumns(distinctionShape(titles)), revoked as SheetOutColumn];
  const sheets = [{ name: words.sheet, columns, rows: rows.map(distinctionRow) }];
  const bytes = await writeXlsx({ title: words.list, sheets });
  return sendWorkbook(c, bytes, `khen-thuong-${c.var.place.code}-${c.var.cx.clock.today()}.xlsx`);
}

async function template(c: WebContext): Promise<Response> {
  const about = { name: words.sheet, notes: words.templateNotes };
  const bytes = await writeTemplate(distinctionShape(await allTitles(c.var.cx.db)), about);
  return sendWorkbook(c, bytes, 'mau-khen-thuong.xlsx');
}
