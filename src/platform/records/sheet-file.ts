import { buffer } from 'node:stream/consumers';
import type { IssueWords } from '../../kernel/issue.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import type { Cx } from '../command.ts';
import { readCsv } from '../documents/sheets/read-csv.ts';
import { readXlsx } from '../documents/sheets/read-xlsx.ts';
import type { Sheet } from '../documents/sheets/types.ts';
import { documentIssueWords } from '../documents/vi.ts';
import { NotFound } from '../errors.ts';
import { type FileStore, findFile, saveFile } from '../files.ts';
import { wordsOf } from '../forms/words.ts';
import { uploadIssues } from './uploads.ts';

const largestSheet = 5_000_000;

export type SheetFile =
  | { readonly ok: true; readonly sheet: Sheet; readonly pid: string; readonly name: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Receives a workbook or CSV file whose rows are to be looked at first and written later: it is kept
 * for a day under `pid`, and only who sent it may name it again (`keptSheet`).
 */
export async function receiveSheet(
  cx: Cx,
  store: FileStore,
  file: File | undefined,
): Promise<SheetFile> {
  if (file === undefined) return refuse(issue('file', 'choose_file'));
  const bytes = Buffer.from(await file.arrayBuffer());
  const read = await sheetOf(bytes, file.name);
  if (!read.ok) return read;
  const saved = await saveFile(cx, store, { name: file.name, bytes, limit: largestSheet });
  if (!saved.ok) {
    return {
      ok: false,
      issues: saved.issues.map((i) => ({ ...i, data: { ...i.data, file: file.name } })),
    };
  }
  return { ...read, pid: saved.value.pid, name: saved.value.name };
}

/** The sheet that this account sent before. Throws NotFound when it is gone or another's. */
export async function keptSheet(cx: Cx, store: FileStore, pid: string): Promise<SheetFile> {
  const found = await findFile(cx.db, pid);
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  if (found === null || found.createdBy !== account || found.links.length > 0)
    throw new NotFound('file');
  const bytes = await buffer(await store.open(found.file.sha256));
  const read = await sheetOf(bytes, found.file.name);
  return read.ok ? { ...read, pid, name: found.file.name } : read;
}

async function sheetOf(
  bytes: Buffer,
  name: string,
): Promise<{ ok: true; sheet: Sheet } | { ok: false; issues: readonly Issue[] }> {
  const limits = { maxBytes: largestSheet };
  const read = /\.(csv|txt)$/i.test(name) ? readCsv(bytes, limits) : await readXlsx(bytes, limits);
  if (read.issues.length > 0) return { ok: false, issues: read.issues };
  const sheet = read.sheets[0];
  return sheet === undefined ? refuse(issue('', 'sheet.empty_file')) : { ok: true, sheet };
}

function refuse(problem: Issue): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues: [problem] };
}

/** Words of what is wrong with a file or one of its cells, a module's own first. */
export function sheetWordsOf(problem: Issue, own: IssueWords): string {
  return wordsOf(problem, { ...documentIssueWords, ...uploadIssues, ...own });
}
