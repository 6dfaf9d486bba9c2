import { sql } from 'kysely';
import { type Issue, issue } from '../kernel/issue.ts';
import type { Cx, Outcome } from './command.ts';
import { inTransaction } from './database/query.ts';
import { safeFileName } from './documents/filename.ts';
import { TooLarge } from './errors.ts';
import { extensionOf } from './files/name.ts';
import { holdShelf } from './files/shelf.ts';
import { nameFault, type Sniffed, sniff } from './files/sniff.ts';
import type { Bytes, FileStore, Staged } from './files/store.ts';
import { FILE_TYPES, PAGES, RUNNABLE } from './files/types.ts';

export { fileHeaders } from './files/headers.ts';
export {
  type FileLink,
  type FileSubject,
  filesOf,
  findFile,
  type LinkedFile,
  linkFiles,
} from './files/links.ts';
export { type FileStore, localFileStore, type Stored } from './files/store.ts';
export { sweepFiles } from './files/sweep.ts';

/** A file's row. `id` and `sha256` stay inside; `pid` is for addresses. */
export interface StoredFile {
  readonly id: string;
  readonly pid: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly createdAt: Date;
}

export interface Upload {
  /** As the sender wrote it; it is cleaned. */
  readonly name: string;
  readonly bytes: Bytes;
  /** The most bytes that are accepted. */
  readonly limit: number;
  /** The form's field, for the issues' path; 'file' when left out. */
  readonly field?: string;
}

/**
 * Receives a file, looks at what it really is, and keeps it with its row. The file is on disk before
 * the row is written. It is swept after a day when nothing was linked to it. Refusals are issues:
 * file_empty, file_too_large, file_type, file_mismatch, file_runnable, file_runnable_inside,
 * file_markup, file_macro, file_locked, file_broken, file_bomb.
 */
export async function saveFile(
  cx: Cx,
  store: FileStore,
  upload: Upload,
): Promise<Outcome<StoredFile>> {
  const path = upload.field ?? 'file';
  // Only the end of a name counts, and nobody needs a longer one.
  const name = safeFileName(upload.name.slice(-1000));
  const ending = refusedEnding(name);
  if (ending !== null) return refuse(issue(path, ending, { extension: extensionOf(name) }));
  let staged: Staged;
  try {
    staged = await store.stage(upload.bytes, upload.limit);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return refuse(issue(path, 'file_too_large', { limit: upload.limit }));
  }
  try {
    if (staged.size === 0) return refuse(issue(path, 'file_empty'));
    const kind = await judge(staged, name);
    if (!kind.ok) return refuse(issue(path, kind.code, kind.data));
    return { ok: true, value: await keep(cx, staged, name, kind.type) };
  } finally {
    await staged.drop();
  }
}

function refusedEnding(name: string): string | null {
  const extension = extensionOf(name);
  if (RUNNABLE.has(extension)) return 'file_runnable';
  return PAGES.has(extension) ? 'file_markup' : null;
}

async function judge(staged: Staged, name: string): Promise<Sniffed> {
  const kind = await sniff(staged, name);
  return kind.ok ? (nameFault(name, kind.type) ?? kind) : kind;
}

function keep(
  cx: Cx,
  staged: Staged,
  name: string,
  type: keyof typeof FILE_TYPES,
): Promise<StoredFile> {
  const { mediaType, extensions } = FILE_TYPES[type];
  const file: StoredFile = {
    id: cx.ids.uuid(),
    pid: cx.ids.pid(),
    sha256: staged.sha256,
    size: staged.size,
    mediaType,
    name: extensionOf(name) === '' ? safeFileName(`${name}.${extensions[0]}`) : name,
    createdAt: cx.clock.now(),
  };
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  return inTransaction(cx.db, async (db) => {
    await holdShelf(db, file.sha256.slice(0, 2), 'shared');
    await staged.keep();
    await sql`insert into file (id, pid, sha256, size, media_type, name, created_at, created_by)
      values (${file.id}, ${file.pid}, ${file.sha256}, ${file.size}, ${file.mediaType},
        ${file.name}, ${file.createdAt}, ${account})`.execute(db);
    return file;
  });
}

function refuse(problem: Issue): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues: [problem] };
}
