import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/command.ts';
import { safeFileName } from '../../../platform/documents/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import { findFile, saveFile } from '../../../platform/files.ts';
import type { ReadPast } from '../schema.ts';
import { type PastFile, readPastFile } from './reading.ts';

const largest = 20_000_000;

export type SentPast =
  | { readonly ok: true; readonly read: ReadPast; readonly pid: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a file that a browser sent and keeps it for a day under `pid`, so that what was read can be
 * looked at before it is brought in; only who sent it may name it again (`keptPast`).
 */
export async function receivePast(cx: Cx, file: File | undefined): Promise<SentPast> {
  if (file === undefined) return { ok: false, issues: [issue('file', 'past_choose_file')] };
  const bytes = Buffer.from(await file.arrayBuffer());
  const read = await readBytes(bytes, file.name);
  if (!read.ok) return { ok: false, issues: named(read.issues, file.name) };
  const saved = await saveFile(cx, cx.files, { name: file.name, bytes, limit: largest });
  if (!saved.ok) return { ok: false, issues: named(saved.issues, file.name) };
  return { ok: true, read: read.value, pid: saved.value.pid };
}

/** The file that this account sent before. @throws NotFound when it is gone or another's */
export async function keptPast(cx: Cx, pid: string): Promise<SentPast> {
  const found = await findFile(cx.db, pid);
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  if (found === null || found.createdBy !== account || found.links.length > 0)
    throw new NotFound('file');
  const bytes = await buffer(await cx.files.open(found.file.sha256));
  const read = await readBytes(bytes, found.file.name);
  return read.ok ? { ok: true, read: read.value, pid } : read;
}

const named = (issues: readonly Issue[], file: string): Issue[] =>
  issues.map((one) => ({ ...one, data: { ...one.data, file } }));

/** The reader wants a file: it lies in a folder of its own for as long as it is read. */
async function readBytes(bytes: Buffer, name: string): Promise<PastFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lientri-past-'));
  try {
    const at = path.join(folder, 'tep');
    await writeFile(at, bytes, { mode: 0o600 });
    return await readPastFile(at, safeFileName(name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
