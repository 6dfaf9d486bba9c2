import type { Hono } from 'hono';
import { once } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import {
  type ImportedRow,
  type ImportReport,
  importRows,
} from '../../../platform/records/importing.ts';
import { keptSheet, receiveSheet, sheetWordsOf } from '../../../platform/records/sheet-file.ts';
import { type ImportLine, ImportUpload, ImportReport as Report } from '../../../ui/index.ts';
import { kindWords } from '../pages/words.ts';
import { organisationEdit } from '../policy.ts';
import { organisationImporter } from '../sheets.ts';
import { organisationIssues, vi } from '../vi.ts';
import { crumbsOf, listPath } from './door.tsx';

/** Organisations from a workbook: choose, look, write. */
export function exchangePages(app: Hono<Env>): void {
  app.get('/to-chuc/nhap', async (c) => {
    await allow(c);
    return uploadPage(c, []);
  });
  app.post('/to-chuc/nhap', preview);
  app.post('/to-chuc/nhap/ghi', apply);
}

async function allow(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, organisationEdit, place.organisationId))) {
    throw new Forbidden(organisationEdit.name);
  }
}

function uploadPage(c: WebContext, problems: readonly string[]): Response | Promise<Response> {
  const bad = problems.length > 0;
  return c.var.shell.office(c, {
    title: vi.sheets.importTitle,
    crumbs: crumbsOf(c, vi.sheets.importTitle),
    ...(bad ? { status: 422, error: true } : {}),
    body: (
      <ImportUpload
        action={`${listPath(c)}/nhap`}
        templateHref={`${listPath(c)}/tep-mau`}
        backHref={listPath(c)}
        problems={problems}
      />
    ),
  });
}

async function preview(c: WebContext): Promise<Response> {
  const { cx, services } = c.var;
  await allow(c);
  const form = await formOf(c);
  const file = await receiveSheet(cx, services.files, form.files.file?.[0]);
  const problems = file.ok ? [] : file.issues;
  const report = file.ok ? await importRows(cx, file.sheet, organisationImporter, true) : null;
  const all = [...problems, ...(report?.problems ?? [])];
  if (!file.ok || report === null || all.length > 0) {
    return uploadPage(
      c,
      all.map((one) => sheetWordsOf(one, organisationIssues)),
    );
  }
  const hidden = { file: file.pid, _key: cx.ids.pid() };
  return reportPage(c, report, { action: `${listPath(c)}/nhap/ghi`, hidden });
}

async function apply(c: WebContext): Promise<Response> {
  const { cx, services } = c.var;
  await allow(c);
  const form = await formOf(c);
  const file = await keptSheet(cx, services.files, form.values.file ?? '');
  if (!file.ok) {
    return uploadPage(
      c,
      file.issues.map((one) => sheetWordsOf(one, organisationIssues)),
    );
  }
  const report = await once(cx, form.key, async (inner) => ({
    keep: true,
    answer: await importRows(inner, file.sheet, organisationImporter, false),
  }));
  return reportPage(c, report, undefined);
}

function reportPage(
  c: WebContext,
  report: ImportReport,
  send: { action: string; hidden: Record<string, string> } | undefined,
): Response | Promise<Response> {
  return c.var.shell.office(c, {
    title: vi.sheets.importTitle,
    crumbs: crumbsOf(c, vi.sheets.importTitle),
    body: (
      <Report
        lines={report.rows.map(line)}
        counts={report.counts}
        apply={send}
        againHref={`${listPath(c)}/nhap`}
        listHref={listPath(c)}
      />
    ),
  });
}

function line(row: ImportedRow): ImportLine {
  const { rowNumber, state, values } = row;
  const detail = [kindWords[String(values.kind)], values.code, values.parent];
  return {
    rowNumber,
    state,
    title: String(values.name ?? ''),
    detail: detail.filter(Boolean).join(' · '),
    messages: row.issues.map(({ cell, issue }) => ({
      // Words about a cell's own content name the cell themselves.
      cell: issue.code.startsWith('sheet.') ? null : cell,
      text: sheetWordsOf(issue, organisationIssues),
    })),
  };
}
