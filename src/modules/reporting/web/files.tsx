import { contentDisposition } from '../../../platform/documents/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { addressOf } from '../pages/address.ts';
import { RecordsPage } from '../pages/records.tsx';
import { type BenchmarkTable, benchmarkRecords, recordsQuestion } from '../queries/index.ts';
import { benchmarkDocx, benchmarkXlsx, recordsXlsx } from '../sheets.ts';
import { vi } from '../vi.ts';
import { indicatorState, questionOf, reports, tableOf } from './state.ts';

const PAGE_RECORDS = 50;
const MOST_EXPORTED = 100_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const fileName = (table: BenchmarkTable) => vi.files.table(table.org.code, table.on);

function file(c: WebContext, bytes: Buffer, name: string, type: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(name),
  });
}

export async function tableXlsx(c: WebContext): Promise<Response> {
  const table = await tableOf(c);
  return file(c, await benchmarkXlsx(table), `${fileName(table)}.xlsx`, XLSX);
}

export async function tableDocx(c: WebContext): Promise<Response> {
  const table = await tableOf(c);
  return file(c, await benchmarkDocx(table), `${fileName(table)}.docx`, DOCX);
}

async function recordsOf(c: WebContext, page: number, size: number) {
  const state = await indicatorState(c);
  const question = { ...questionOf(state), indicator: state.indicator };
  const { org, definition } = await recordsQuestion(c.var.cx, question);
  const found = await benchmarkRecords(c.var.cx, question, page, size);
  return { state, org, definition, ...found };
}

/** All records behind one figure, page by page. */
export async function recordsPage(c: WebContext) {
  const asked = Number(c.req.query('trang') ?? 1);
  const at = Number.isSafeInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1;
  const { state, org, definition, items, total } = await recordsOf(c, at, PAGE_RECORDS);
  return c.var.shell.office(c, {
    title: vi.recordsTitle(definition.code, definition.label),
    lead: vi.recordsLead(org.shortName, state.on, total),
    crumbs: [reports(c), { label: vi.title, href: addressOf(state) }, { label: definition.code }],
    body: (
      <RecordsPage
        records={items}
        total={total}
        page={at}
        size={PAGE_RECORDS}
        href={(one) => addressOf(state, {}, '/ban-ghi', one)}
      />
    ),
  });
}

export async function recordsFile(c: WebContext) {
  const { state, org, definition, items } = await recordsOf(c, 1, MOST_EXPORTED);
  const bytes = await recordsXlsx(org, definition, state.on, items);
  return file(c, bytes, `${vi.files.records(org.code, definition.code, state.on)}.xlsx`, XLSX);
}
