import { Readable } from 'node:stream';
import type { Issue, IssueWords } from '../../../kernel/issue.ts';
import { contentDisposition } from '../../../platform/documents/filename.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type FileStore, fileHeaders, filesOf, saveFile } from '../../../platform/files.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { streamedForm } from '../../../platform/http/upload.ts';
import { fileSize, receiveFiles, uploadIssues } from '../../../platform/records/uploads.ts';
import { callsIssues } from '../../calls/index.ts';
import { frozenOf } from '../queries/index.ts';
import { type Complaint, mostFiles } from '../schema/index.ts';
import { ownIssues, documentWords as words } from '../vi/index.ts';

export const issueWords: IssueWords = { ...uploadIssues, ...callsIssues, ...ownIssues };

/** The largest file of a complaint, in bytes. */
export const largestFile = 20_000_000;

/** A file that a form carries along until it is sent. */
export interface Carried {
  readonly pid: string;
  readonly name: string;
  readonly size: string;
}

export interface SentForm {
  readonly values: Readonly<Record<string, string>>;
  readonly key: string | null;
  /** All that the form has now, the one that just came among them. */
  readonly files: readonly Carried[];
  /** Why a file was not taken. */
  readonly issues: readonly Issue[];
  /** It was sent only to add a file, or without one where one was to be added. */
  readonly adding: boolean;
  readonly came: boolean;
}

/**
 * Reads the form of a complaint: what it carries, and one file that comes with it. `refused`: nothing more is
 * kept, so that its sender may see what was typed and why it went no further.
 */
export async function sentForm(c: WebContext, refused: Issue | null = null): Promise<SentForm> {
  const { cx } = c.var;
  const { values, lists, key, file } = await streamedForm(c, 'file', async ({ name, bytes }) => ({
    name,
    saved:
      refused === null
        ? await saveFile(cx, cx.files, { name, bytes, limit: largestFile, field: 'files' })
        : { ok: false as const, issues: [] },
  }));
  const wanted = (lists.files ?? []).slice(0, mostFiles);
  const kept = (await receiveFiles(cx, cx.files as FileStore, [], wanted)).files;
  const fresh = file?.saved.ok ? [file.saved.value] : [];
  const issues =
    refused !== null
      ? [refused]
      : file === null || file.saved.ok
        ? []
        : file.saved.issues.map((one) => ({ ...one, data: { ...one.data, file: file.name } }));
  return {
    values,
    key,
    files: [...kept, ...fresh].map(({ pid, name, size }) => ({ pid, name, size: fileSize(size) })),
    issues,
    adding: values.act === 'them-tep',
    came: file !== null,
  };
}

/** The files of a complaint with their addresses. */
export async function filesAt(
  c: WebContext,
  { id }: Pick<Complaint, 'id'>,
  href: (file: string) => string,
): Promise<readonly { readonly name: string; readonly size: string; readonly href: string }[]> {
  const files = (await filesOf(c.var.cx.db, 'complaint', [id])).get(id) ?? [];
  return files.map(({ pid, name, size }) => ({ name, size: fileSize(size), href: href(pid) }));
}

/** Sends a file of a complaint. @throws NotFound */
export async function sendFileOf(
  c: WebContext,
  { id }: Pick<Complaint, 'id'>,
  wanted: string,
): Promise<Response> {
  const files = (await filesOf(c.var.cx.db, 'complaint', [id])).get(id) ?? [];
  const found = files.find(({ pid }) => pid === wanted);
  if (found === undefined) throw new NotFound('file');
  const body = Readable.toWeb(await c.var.services.files.open(found.sha256)) as ReadableStream;
  return c.body(body, 200, { ...fileHeaders(found), 'Cache-Control': 'private, no-store' });
}

/** Answers with something to be saved; it holds names and is kept nowhere. */
export const sendSaved = (
  c: WebContext,
  bytes: string | Uint8Array,
  { name, type }: { readonly name: string; readonly type: string },
): Response =>
  c.body(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(name),
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  });

/** All that was sent, as it was hashed. */
export const sendFrozen = async (
  c: WebContext,
  { id, number }: Pick<Complaint, 'id' | 'number'>,
): Promise<Response> =>
  sendSaved(c, await frozenOf(c.var.cx.db, id), {
    name: words.frozenFile(number),
    type: 'application/json; charset=utf-8',
  });
