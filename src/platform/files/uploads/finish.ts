import type { Cx, Outcome } from '../../command.ts';
import { inTransaction } from '../../database/query.ts';
import { NotFound } from '../../errors.ts';
import { saveFile } from '../../files.ts';
import type { StoredFile } from '../types.ts';
import type { UploadFolder } from './folder.ts';
import { endUpload, holdUpload } from './rows.ts';
import type { Upload, UploadOutcome } from './types.ts';

/** What a module does with a file that has arrived; `cx` is inside the transaction that ends the upload. */
export type Take = (cx: Cx, file: StoredFile) => Promise<Outcome<unknown>>;

/**
 * Ends an upload whose last byte is on disk: the file is looked at and kept, `take` gives it its place,
 * and both happen or neither. Called again, it tells what was told. What `take` throws leaves the
 * upload as it was, to be ended later. @throws NotFound
 */
export async function finishUpload(
  cx: Cx,
  folder: UploadFolder,
  upload: Upload,
  take: Take,
): Promise<UploadOutcome> {
  if (upload.outcome !== null) return upload.outcome;
  const bytes = folder.read(upload.pid, upload.size);
  const saved = await saveFile(cx, cx.files, { name: upload.name, bytes, limit: upload.size });
  const outcome = await inTransaction(cx.db, async (db) => {
    const inner: Cx = { ...cx, db };
    const held = await holdUpload(db, upload);
    if (held === null) throw new NotFound('upload');
    if (held.outcome !== null) return held.outcome;
    const ended = saved.ok ? await given(inner, saved.value, take) : saved;
    await endUpload(inner, upload, ended, ended.ok && saved.ok ? saved.value.id : null);
    return ended;
  });
  cx.committed?.('at_once');
  await folder.delete(upload.pid);
  return outcome;
}

async function given(cx: Cx, file: StoredFile, take: Take): Promise<UploadOutcome> {
  const taken = await take(cx, file);
  if (!taken.ok) return taken;
  const { pid, name, size, mediaType } = file;
  const told = taken.value === undefined ? {} : { told: taken.value };
  return { ok: true, file: { pid, name, size, mediaType }, ...told };
}
