import { sql } from 'kysely';
import { type Issue, issue } from '../kernel/issue.ts';
import type { Cx, Outcome } from './command.ts';
import { inTransaction } from './database/query.ts';
import { safeFileName } from './documents/filename.ts';
import { TooLarge } from './errors.ts';
import { extensionOf } from './files/name.ts';
import { type SealedAway, sealing, unsealed } from './files/sealed.ts';
import { holdShelf } from './files/shelf.ts';
import { nameFault, type Sniffed, sniff } from './files/sniff.ts';
import type { Bytes, Content, FileStore, OpenContent, Staged } from './files/store.ts';
import { FILE_TYPES, PAGES, RUNNABLE, type StoredFile } from './files/types.ts';
import { blindIndex, blindIndexes, type Keys } from './keys.ts';

export { fileHeaders } from './files/headers.ts';
export {
  type FileLink,
  type FileSubject,
  filesOf,
  findFile,
  type LinkedFile,
  linkFiles,
} from './files/links.ts';
export {
  type Content,
  contentAt,
  type FileStore,
  localFileStore,
  type OpenContent,
  type Stored,
} from './files/store.ts';
export { sweepFiles } from './files/sweep.ts';
export type { StoredFile } from './files/types.ts';
export { openZip } from './files/zip.ts';

export interface Upload {
  /** As the sender wrote it; it is cleaned. */
  readonly name: string;
  readonly bytes: Bytes;
  /** The most bytes that are accepted. */
  readonly limit: number;
  /** The form's field, for the issues' path; 'file' when left out. */
  readonly field?: string;
  /** Keeps it encrypted, from the first byte on: for files that hold what only some may read. */
  readonly sealed?: boolean;
  /** Takes a workbook with macros too (.xlsm): for files that are only read, cell by cell, and never sent out. */
  readonly macros?: boolean;
  /** Takes it unseen, whatever it holds: for files that a reader of ours goes through, and that are never sent out. */
  readonly unseen?: boolean;
}

/**
 * Receives a file, looks at what it really is, and keeps it with its row. The file is on disk before
 * the row is written. It is swept after a day when nothing was linked to it. Refusals are issues:
 * file_empty, file_too_large, file_type, file_mismatch, file_runnable, file_runnable_inside,
 * file_markup, file_macro, file_locked, file_broken, file_bomb, file_no_keys.
 */
export async function saveFile(
  cx: Cx,
  store: FileStore,
  upload: Upload,
): Promise<Outcome<StoredFile>> {
  const path = upload.field ?? 'file';
  // Only the end of a name counts, and nobody needs a longer one.
  const name = safeFileName(upload.name.slice(-1000));
  const macros = upload.macros === true;
  const unseen = upload.unseen === true;
  const fault = unseen || (macros && isMacroBook(name)) ? null : refusedName(path, name);
  if (fault !== null) return refuse(fault);
  if (upload.sealed === true && cx.keys.status === 'missing')
    return refuse(issue(path, 'file_no_keys'));
  let received: Received;
  try {
    received = await receive(cx.keys, store, upload);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return refuse(issue(path, 'file_too_large', { limit: upload.limit }));
  }
  try {
    if (received.content.size === 0) return refuse(issue(path, 'file_empty'));
    if (unseen)
      return { ok: true, value: await keepAs(cx, received, name, 'application/octet-stream') };
    const kind = await judge(received.content, name, macros);
    if (!kind.ok) return refuse(issue(path, kind.code, kind.data));
    return { ok: true, value: await keep(cx, received, name, kind.type) };
  } finally {
    await received.staged.drop();
  }
}

/** A file that is kept, to be read at any place. @throws NotFound, KeysError */
export async function openFile(
  { files, keys }: Pick<Cx, 'files' | 'keys'>,
  file: Pick<StoredFile, 'sha256' | 'sealed'>,
): Promise<OpenContent> {
  const stored = await files.openContent(file.sha256);
  if (!file.sealed) return stored;
  try {
    return { ...(await unsealed(keys, stored)), close: () => stored.close() };
  } catch (error) {
    await stored.close();
    throw error;
  }
}

/** What `file.fingerprint` may be for an encrypted file with this sha256 of its own, under any key. */
export function fingerprintsOf(keys: Keys, digest: string): string[] {
  return blindIndexes(keys, FINGERPRINT, digest);
}

const FINGERPRINT = 'file';

interface Received {
  readonly staged: Staged;
  /** The file itself. */
  readonly content: Content;
  /** Null where it is not kept encrypted. */
  readonly away: SealedAway | null;
}

async function receive(keys: Keys, store: FileStore, upload: Upload): Promise<Received> {
  if (upload.sealed !== true) {
    const staged = await store.stage(upload.bytes, upload.limit);
    return { staged, content: staged, away: null };
  }
  const { bytes, outcome } = sealing(keys, upload.bytes, upload.limit);
  const staged = await store.stage(bytes);
  try {
    return { staged, content: await unsealed(keys, staged), away: outcome() };
  } catch (error) {
    await staged.drop();
    throw error;
  }
}

/** Why a file of this name is refused whatever it holds, for those who ask before it arrives; null when it may come. */
export function refusedName(path: string, name: string): Issue | null {
  const extension = extensionOf(safeFileName(name.slice(-1000)));
  if (RUNNABLE.has(extension)) return issue(path, 'file_runnable', { extension });
  return PAGES.has(extension) ? issue(path, 'file_markup', { extension }) : null;
}

const isMacroBook = (name: string): boolean => extensionOf(name) === 'xlsm';

async function judge(content: Content, name: string, macros: boolean): Promise<Sniffed> {
  const kind = await sniff(content, name, macros);
  if (!kind.ok) return kind;
  if (macros && kind.type === 'xlsx' && isMacroBook(name)) return kind;
  return nameFault(name, kind.type) ?? kind;
}

/**
 * Keeps a file that this server made itself, so that nobody looks at what it is. Like one that was sent it
 * is swept after a day when nothing was linked to it.
 */
export async function keepMade(
  cx: Cx,
  made: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): Promise<StoredFile> {
  const staged = await cx.files.stage(made.bytes);
  try {
    return await keepAs(cx, { staged, content: staged, away: null }, made.name, made.mediaType);
  } finally {
    await staged.drop();
  }
}

function keep(
  cx: Cx,
  received: Received,
  name: string,
  type: keyof typeof FILE_TYPES,
): Promise<StoredFile> {
  const { mediaType, extensions } = FILE_TYPES[type];
  const ended = extensionOf(name) === '' ? `${name}.${extensions[0]}` : name;
  return keepAs(cx, received, ended, mediaType);
}

function keepAs(
  cx: Cx,
  { staged, content, away }: Received,
  name: string,
  mediaType: string,
): Promise<StoredFile> {
  const file: StoredFile = {
    id: cx.ids.uuid(),
    pid: cx.ids.pid(),
    sha256: staged.sha256,
    size: content.size,
    sealed: away !== null,
    mediaType,
    name: safeFileName(name),
    createdAt: cx.clock.now(),
  };
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  const fingerprint = away === null ? null : blindIndex(cx.keys, FINGERPRINT, away.digest);
  return inTransaction(cx.db, async (db) => {
    await holdShelf(db, file.sha256.slice(0, 2), 'shared');
    await staged.keep();
    await sql`insert into file (id, pid, sha256, size, sealed, fingerprint, media_type, name,
        created_at, created_by)
      values (${file.id}, ${file.pid}, ${file.sha256}, ${file.size}, ${file.sealed},
        ${fingerprint}, ${file.mediaType}, ${file.name}, ${file.createdAt}, ${account})`.execute(
      db,
    );
    return file;
  });
}

function refuse(problem: Issue): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues: [problem] };
}
