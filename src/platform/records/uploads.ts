import type { IssueWords } from '../../kernel/issue.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatNumber } from '../../kernel/vietnamese/numbers.ts';
import type { Cx } from '../command.ts';
import { type FileStore, findFile, type StoredFile, saveFile } from '../files.ts';
import { fileIssues } from '../vi.ts';

export const largestUpload = 20_000_000;
export const mostUploads = 20;

export interface Received {
  readonly files: readonly Pick<StoredFile, 'pid' | 'name' | 'size'>[];
  readonly issues: readonly Issue[];
}

/**
 * Keeps the files of a form at once, so that a form which comes back with errors has them already:
 * `kept` are the public ids it carries. One bad file does not lose the others. They belong to
 * nothing until `linkFiles`, and only who sent them may link them.
 */
export async function receiveFiles(
  cx: Cx,
  store: FileStore,
  sent: readonly File[],
  kept: readonly string[],
  field = 'files',
): Promise<Received> {
  const files = await earlier(cx, kept);
  const issues: Issue[] = [];
  if (files.length + sent.length > mostUploads) {
    issues.push(issue(field, 'too_many_files', { max: mostUploads }));
  }
  for (const file of sent.slice(0, mostUploads - files.length)) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const saved = await saveFile(cx, store, {
      name: file.name,
      bytes,
      limit: largestUpload,
      field,
    });
    if (saved.ok) files.push(saved.value);
    else issues.push(...saved.issues.map((found) => named(found, file)));
  }
  return { files, issues };
}

async function earlier(
  cx: Cx,
  kept: readonly string[],
): Promise<Pick<StoredFile, 'pid' | 'name' | 'size'>[]> {
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  const files = [];
  for (const pid of [...new Set(kept)].slice(0, mostUploads)) {
    const found = await findFile(cx.db, pid);
    // What is linked by now, or was sent by somebody else, is not this form's to show.
    if (found !== null && found.links.length === 0 && found.createdBy === account) {
      files.push(found.file);
    }
  }
  return files;
}

function named(found: Issue, file: File): Issue {
  return { ...found, data: { ...found.data, file: file.name.slice(0, 100) } };
}

/** Why an upload was refused, with the name of the file before it. */
export const uploadIssues: IssueWords = Object.fromEntries(
  Object.entries(fileIssues).map(([code, words]) => [
    code,
    (data) => `${String(data.file ?? '')}: ${words(data)}`,
  ]),
);

/** A size as people read it: '34 MB', '120 KB'. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${formatNumber(bytes / 1_000_000, 1).replace(/,0$/, '')} MB`;
}
