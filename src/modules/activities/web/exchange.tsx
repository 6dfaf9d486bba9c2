import type { Hono } from 'hono';
import { once } from '../../../platform/command.ts';
import { exportColumns, writeTemplate } from '../../../platform/documents/sheets/template.ts';
import { writeXlsx } from '../../../platform/documents/sheets/write-xlsx.ts';
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
import { activityWrite } from '../policy.ts';
import { allKinds, listActivities } from '../queries.ts';
import { activityImporter, activityRow, activityShape } from '../sheets.ts';
import { words } from '../vi.ts';
import { askedOf, orderOf } from './list.tsx';
import { crumbsTo, issueWords, offers, pathOf, recordable } from './shared.ts';

const mostExported = 20_000;

export function exchangeDoors(app: Hono<Env>): void {
  app.get('/hoat-dong/xuat-excel', exportList);
  app.get('/hoat-dong/tep-mau', template);
  app.get('/hoat-dong/nhap-excel', (c) => uploadPage(c, []));
  app.post('/hoat-dong/nhap-excel', preview);
  app.post('/hoat-dong/nhap-excel/ghi', apply);
}

async function exportList(c: WebContext): Promise<Response> {
  const { question, filter, kinds } = await askedOf(c);
  const page = { page: 1, size: mostExported };
  const { rows } = await listActivities(c.var.cx, { ...filter, ...orderOf(question), ...page });
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

function uploadPage(c: WebContext, problems: readonly string[]): Response | Promise<Response> {
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
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
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kinds = await allKinds(c.var.cx.db);
  return activityImporter({ kinds, options: await recordable(c), own: c.var.place.code });
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

function reportPage(
  c: WebContext,
  report: ImportReport,
  send: { action: string; hidden: Record<string, string> } | undefined,
): Response | Promise<Response> {
  return c.var.shell.office(c, {
    title: words.import,
    crumbs: crumbsTo(c, { label: words.import, href: pathOf(c, 'nhap-excel') }),
    body: (
      <Report
        lines={report.rows.map(line)}
        counts={report.counts}
        apply={send}
        againHref={pathOf(c, 'nhap-excel')}
        listHref={pathOf(c)}
      />
    ),
  });
}

function line(row: ImportedRow): ImportLine {
  const { rowNumber, state, values } = row;
  const detail = [values.organisation_name ?? values.organisation, values.starts_on];
  return {
    rowNumber,
    state,
    title: String(values.title ?? ''),
    detail: detail.filter(Boolean).join(' · '),
    messages: row.issues.map(({ cell, issue }) => ({
      // Words about a cell's own content name the cell themselves.
      cell: issue.code.startsWith('sheet.') ? null : cell,
      text: sheetWordsOf(issue, issueWords),
    })),
  };
}
