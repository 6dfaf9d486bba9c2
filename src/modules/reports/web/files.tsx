import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { contentDisposition } from '../../../platform/documents/index.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { RecordsPage } from '../../reporting/index.ts';
import { UploadForm } from '../pages/upload.tsx';
import { formRecords } from '../queries/index.ts';
import { signingPlace } from '../rules/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { formBook, readFormBook, reportDocx, reportXlsx } from '../sheets/index.ts';
import { words } from '../vi/pages.ts';
import { sheetWords } from '../vi/sheets.ts';
import { base, crumbsTo, formOfAddress, formPath, issueWords, savedAnswer } from './shared.ts';
import { saveOnce } from './typed.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const largest = 5_000_000;
const pageSize = 50;

export function fileDoors(app: Hono<Env>): void {
  app.get(`${base}/bao-cao.docx`, async (c) => {
    const form = await formOfAddress(c);
    const { organisation, collector } = form.obligation;
    const bytes = await reportDocx(form, signingPlace(organisation, collector));
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': DOCX,
      'content-disposition': contentDisposition(`${nameOf(form, sheetWords.fileName)}.docx`),
    });
  });
  app.get(`${base}/bao-cao.xlsx`, async (c) => {
    const form = await formOfAddress(c);
    return sendWorkbook(c, await reportXlsx(form), `${nameOf(form, sheetWords.fileName)}.xlsx`);
  });
  app.get(`${base}/phieu.xlsx`, async (c) => {
    const form = await fillable(c);
    return sendWorkbook(c, await formBook(form), `${nameOf(form, sheetWords.fillName)}.xlsx`);
  });
  app.get(`${base}/nop-tep`, async (c) => showUpload(c, await fillable(c), []));
  app.post(`${base}/nop-tep`, receive);
  app.get(`${base}/ban-ghi/:row`, records);
}

const nameOf = (
  { obligation }: ReportForm,
  name: (code: string, period: string) => string,
): string => name(obligation.organisation.code, obligation.round.period);

async function fillable(c: WebContext): Promise<ReportForm> {
  const form = await formOfAddress(c);
  if (!form.may.fill) throw new Forbidden('report.fill');
  return form;
}

async function showUpload(
  c: WebContext,
  form: ReportForm,
  issues: readonly Issue[],
): Promise<Response> {
  const { pid } = form.obligation;
  return c.var.shell.office(c, {
    title: words.uploadTitle,
    lead: words.uploadLead,
    crumbs: crumbsTo(c, form, { label: words.uploadTitle }),
    body: (
      <UploadForm
        action={formPath(c, pid, 'nop-tep')}
        hidden={{ _key: c.var.cx.ids.pid() }}
        problems={issues.map((one) => wordsOf(one, issueWords))}
        backHref={formPath(c, pid)}
      />
    ),
    ...(issues.length > 0 ? { status: 422, error: true } : {}),
  });
}

async function receive(c: WebContext): Promise<Response> {
  const form = await fillable(c);
  const { pid } = form.obligation;
  const { files, key } = await formOf(c);
  const [file] = files.file ?? [];
  if (file === undefined) return showUpload(c, form, [issue('file', 'choose_file')]);
  if (file.size > largest) {
    const data = { limit: largest, size: file.size, file: file.name };
    return showUpload(c, form, [issue('file', 'file.too_large', data)]);
  }
  const read = await readFormBook(Buffer.from(await file.arrayBuffer()), form);
  if (read.issues.length > 0) return showUpload(c, form, read.issues);
  const answer = await saveOnce(c.var.cx, key, pid, read);
  if ('issues' in answer) return showUpload(c, form, answer.issues);
  return savedAnswer(c, pid, answer);
}

/** The records behind the derived value of a row. */
async function records(c: WebContext): Promise<Response> {
  const form = await formOfAddress(c);
  const { pid, organisation, round } = form.obligation;
  const key = c.req.param('row') ?? '';
  const asked = Number(c.req.query('trang') ?? 1);
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1;
  const { row, items, total } = await formRecords(c.var.cx, pid, key, page, pageSize);
  const here = formPath(c, pid, `ban-ghi/${encodeURIComponent(key)}`);
  return c.var.shell.office(c, {
    title: words.recordsTitle(row.label),
    lead: words.recordsLead(organisation.shortName, formatDate(round.until), total),
    crumbs: crumbsTo(c, form, { label: words.records }),
    body: (
      <RecordsPage
        records={items}
        total={total}
        page={page}
        size={pageSize}
        href={(at) => withQuery(here, { trang: at === 1 ? undefined : String(at) })}
      />
    ),
  });
}
