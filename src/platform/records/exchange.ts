import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Issue, IssueWords } from '../../kernel/issue.ts';
import { once } from '../command.ts';
import { office } from '../http/addresses.ts';
import { formOf } from '../http/body.ts';
import type { Crumb, Env, WebContext } from '../http/env.ts';
import { type ImportedRow, type Importer, type ImportReport, importRows } from './importing.ts';
import { keptSheet, receiveSheet, sheetWordsOf } from './sheet-file.ts';

interface UploadView {
  readonly action: string;
  readonly templateHref: string;
  readonly backHref: string;
  readonly problems: readonly string[];
}

/** A row of the file as a page tells of it; a message has the address of its cell, where it has one. */
interface ReportLine extends Pick<ImportedRow, 'rowNumber' | 'state'> {
  readonly title: string;
  readonly detail: string;
  readonly messages: readonly { readonly cell: string | null; readonly text: string }[];
}

interface ReportView {
  readonly lines: readonly ReportLine[];
  readonly counts: ImportReport['counts'];
  /** Before anything is written: where the rows are sent on, with what. */
  readonly apply: { readonly action: string; readonly hidden: Record<string, string> } | undefined;
  readonly againHref: string;
  readonly listHref: string;
}

/** What a module says of the import of its records. */
export interface Exchange {
  /** The list in the office, the import and the empty workbook below it: 'hoat-dong', 'nhap', 'tep-mau'. */
  readonly section: string;
  /** Where that is, when the section's route has parameters. */
  readonly at?: (c: WebContext) => string;
  readonly path: string;
  readonly template: string;
  readonly title: string;
  readonly crumbs: (c: WebContext, here: Crumb) => readonly Crumb[] | Promise<readonly Crumb[]>;
  readonly words: IssueWords;
  /** @throws Forbidden */
  readonly allow: (c: WebContext) => void | Promise<void>;
  /** `file` is the name of the file whose rows are to be written. */
  readonly importer: (c: WebContext, file: string) => Importer | Promise<Importer>;
  /** How rows are named: by a title, and what else tells one from another. */
  readonly nameRows: (c: WebContext) => Promise<(row: ImportedRow) => RowName>;
  readonly upload: (view: UploadView) => Child;
  readonly report: (view: ReportView) => Child;
}

export interface RowName {
  readonly title: string;
  readonly detail: readonly unknown[];
}

/** The doors of an import: choose a file (nothing is written), look at what it would do, write. */
export function importDoors(app: Hono<Env>, of: Exchange): void {
  const path = `/${of.section}/${of.path}`;
  app.get(path, async (c) => {
    await of.allow(c);
    return uploadPage(c, of, []);
  });
  app.post(path, (c) => preview(c, of));
  app.post(`${path}/ghi`, (c) => apply(c, of));
}

/** An address of the section in the office; of its list when `rest` is left out. */
function pathOf(c: WebContext, of: Exchange, rest = ''): string {
  const section = of.at?.(c) ?? of.section;
  return office(c.var.place.code, rest === '' ? section : `${section}/${rest}`);
}

async function uploadPage(
  c: WebContext,
  of: Exchange,
  problems: readonly Issue[],
): Promise<Response> {
  const bad = problems.length > 0;
  return c.var.shell.office(c, {
    title: of.title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: await of.crumbs(c, { label: of.title }),
    body: of.upload({
      action: pathOf(c, of, of.path),
      templateHref: pathOf(c, of, of.template),
      backHref: pathOf(c, of),
      problems: problems.map((problem) => sheetWordsOf(problem, of.words)),
    }),
  });
}

async function preview(c: WebContext, of: Exchange): Promise<Response> {
  const { cx, services } = c.var;
  await of.allow(c);
  const form = await formOf(c);
  const file = await receiveSheet(cx, services.files, form.files.file?.[0]);
  if (!file.ok) return uploadPage(c, of, file.issues);
  const report = await importRows(cx, file.sheet, await of.importer(c, file.name), true);
  if (report.problems.length > 0) return uploadPage(c, of, report.problems);
  return reportPage(c, of, report, { file: file.pid, _key: cx.ids.pid() });
}

async function apply(c: WebContext, of: Exchange): Promise<Response> {
  const { cx, services } = c.var;
  await of.allow(c);
  const form = await formOf(c);
  const file = await keptSheet(cx, services.files, form.values.file ?? '');
  if (!file.ok) return uploadPage(c, of, file.issues);
  const importer = await of.importer(c, file.name);
  const report = await once(cx, form.key, async (inner) => ({
    keep: true,
    answer: await importRows(inner, file.sheet, importer, false),
  }));
  return reportPage(c, of, report, null);
}

async function reportPage(
  c: WebContext,
  of: Exchange,
  report: ImportReport,
  hidden: Record<string, string> | null,
): Promise<Response> {
  const again = pathOf(c, of, of.path);
  const nameOf = await of.nameRows(c);
  return c.var.shell.office(c, {
    title: of.title,
    crumbs: await of.crumbs(c, { label: of.title, href: again }),
    body: of.report({
      lines: report.rows.map((row) => line(row, nameOf(row), of.words)),
      counts: report.counts,
      apply: hidden === null ? undefined : { action: `${again}/ghi`, hidden },
      againHref: again,
      listHref: pathOf(c, of),
    }),
  });
}

function line(row: ImportedRow, { title, detail }: RowName, words: IssueWords): ReportLine {
  return {
    rowNumber: row.rowNumber,
    state: row.state,
    title,
    detail: detail.filter(Boolean).join(' · '),
    messages: row.issues.map(({ cell, issue }) => ({
      // Words about a cell's own content name the cell themselves.
      cell: issue.code.startsWith('sheet.') ? null : cell,
      text: sheetWordsOf(issue, words),
    })),
  };
}
