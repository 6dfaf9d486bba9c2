import type { Hono } from 'hono';
import { writeTemplate } from '../../../platform/documents/sheets/template.ts';
import type { Env } from '../../../platform/http/env.ts';
import { importDoors } from '../../../platform/records/exchange.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ImportReport, ImportUpload } from '../../../ui/index.ts';
import { textImporter, textShape } from '../sheets/index.ts';
import { words } from '../vi.ts';
import { crumbsTo, decidable, issueWords, path } from './shared.tsx';

/** Earlier texts from a file: looked at first, then written. */
export function exchangeDoors(app: Hono<Env>): void {
  app.get(`/${path}/tep-mau`, async (c) => {
    await decidable(c);
    const about = { name: words.sheet, notes: words.templateNotes };
    return sendWorkbook(c, await writeTemplate(textShape, about), words.file);
  });
  importDoors(app, {
    section: path,
    path: 'nhap',
    template: 'tep-mau',
    title: words.import,
    crumbs: crumbsTo,
    words: issueWords,
    allow: decidable,
    importer: (c, file) => textImporter(c.var.place.code, file),
    nameRows: async () => (row) => ({
      title: String(row.values.title ?? ''),
      detail: [row.values.authors, row.values.year],
    }),
    upload: (view) => <ImportUpload {...view} />,
    report: (view) => <ImportReport {...view} />,
  });
}
