import type { Hono } from 'hono';
import { once } from '../../../platform/command.ts';
import { exportColumns, writeTemplate } from '../../../platform/documents/sheets/template.ts';
import { type SheetOutColumn, writeXlsx } from '../../../platform/documents/sheets/write-xlsx.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import {
  type ImportedRow,
  type ImportReport,
  importRows,
} from '../../../platform/records/importing.ts';
import { keptSheet, receiveSheet, sheetWordsOf } from '../../../platform/records/sheet-file.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { type ImportLine, ImportUpload, ImportReport as Report } from '../../../ui/index.ts';
import { distinctionWrite } from '../policy.ts';
import { allTitles, listDistinctions } from '../queries.ts';
import type { Titles } from '../schema.ts';
import { distinctionImporter, distinctionRow, distinctionShape } from '../sheets.ts';
import { words } from '../vi.ts';
import { askedOf, orderOf } from './list.tsx';
import { crumbsTo, issueWords, offers, pathOf, recordable } from './shared.ts';

const mostExported = 20_000;

export function exchangeDoors(app: Hono<Env>): void {
  app.get('/khen-thuong/xuat-excel', exportList);
  app.get('/khen-thuong/tep-mau', template);
  app.get('/khen-thuong/nhap-excel', (c) => uploadPage(c, []));
  app.post('/khen-thuong/nhap-excel', preview);
  app.post('/khen-thuong/nhap-excel/ghi', apply);
}

async function exportList(c: WebContext): Promise<Response> {
  const { question, filter, titles } = await askedOf(c);
  const page = { page: 1, size: mostExported };
  const list = { ...filter, ...orderOf(question), ...page };
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

function uploadPage(c: WebContext, problems: readonly string[]): Response | Promise<Response> {
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  return c.var.shell.office(c, {
    title: words.import,
    error: problems.length > 0,
    status: problems.length > 0 ? 422 : 200,
    crumbs: crumbsTo(c, { label: words.import }),
    body: (
      <ImportUpload
        action={pathOf(c, 'nhap-excel')}
        templateHref={pathOf(c, 'tep-mau')}
        backHref={pathOf(c)}
        problems={problems}
      />
    ),
  });
}

async function importer(c: WebContext) {
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  const titles = await allTitles(c.var.cx.db);
  return distinctionImporter({ titles, options: await recordable(c), own: c.var.place.code });
}

async function preview(c: WebContext): Promise<Response> {
  const { cx, services } = c.var;
  const by = await importer(c);
  const form = await formOf(c);
  const file = await receiveSheet(cx, services.files, form.files.file?.[0]);
  if (!file.ok)
    return uploadPage(
      c,
      file.issues.map((i) => sheetWordsOf(i, issueWords)),
    );
  const report = await importRows(cx, file.sheet, by, true);
  if (report.problems.length > 0) {
    return uploadPage(
      c,
      report.problems.map((i) => sheetWordsOf(i, issueWords)),
    );
  }
  const hidden = { file: file.pid, _key: cx.ids.pid() };
  return reportPage(c, report, { action: pathOf(c, 'nhap-excel/ghi'), hidden });
}

async function apply(c: WebContext): Promise<Response> {
  const { cx, services } = c.var;
  const by = await importer(c);
  const form = await formOf(c);
  const file = await keptSheet(cx, services.files, form.values.file ?? '');
  if (!file.ok)
    return uploadPage(
      c,
      file.issues.map((i) => sheetWordsOf(i, issueWords)),
    );
  const report = await once(cx, form.key, async (inner) => ({
    keep: true,
    answer: await importRows(inner, file.sheet, by, false),
  }));
  return reportPage(c, report, undefined);
}

async function reportPage(
  c: WebContext,
  report: ImportReport,
  send: { action: string; hidden: Record<string, string> } | undefined,
): Promise<Response> {
  const titles = await allTitles(c.var.cx.db);
  return c.var.shell.office(c, {
    title: words.import,
    crumbs: crumbsTo(c, { label: words.import, href: pathOf(c, 'nhap-excel') }),
    body: (
      <Report
        lines={report.rows.map((row) => line(titles, row))}
        counts={report.counts}
        apply={send}
        againHref={pathOf(c, 'nhap-excel')}
        listHref={pathOf(c)}
      />
    ),
  });
}

function line(titles: Titles, row: ImportedRow): ImportLine {
  const { rowNumber, state, values } = row;
  const { recipient_person, recipient_organisation, organisation, decided_on } = values;
  const detail = [recipient_person ?? recipient_organisation ?? organisation, decided_on];
  return {
    rowNumber,
    state,
    title: titles.get(String(values.title))?.name ?? '',
    detail: detail.filter(Boolean).join(' · '),
    messages: row.issues.map(({ cell, issue }) => ({
      // Words about a cell's own content name the cell themselves.
      cell: issue.code.startsWith('sheet.') ? null : cell,
      text: sheetWordsOf(issue, issueWords),
    })),
  };
}
