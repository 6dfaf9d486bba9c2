import type { Cx, Outcome } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { type StoredFile, saveFile } from '../../../platform/files.ts';
import type { Arriving } from '../../../platform/http/upload.ts';
import { permittedRoots } from '../../../platform/policy.ts';
import { largestRoster } from '../../spreadsheets/index.ts';
import { rosterImport } from '../policy.ts';

/** Before a file is received: whoever may bring in nothing anywhere sends nothing. @throws Forbidden */
export function mayUpload({ actor }: Pick<Cx, 'actor'>): void {
  const roots = permittedRoots(actor, rosterImport);
  if (roots !== 'all' && roots.length === 0) throw new Forbidden(rosterImport.name);
}

/** Keeps a roster while it arrives, encrypted; an import takes it, or it is swept after a day. */
export async function receiveRoster(cx: Cx, file: Arriving): Promise<Outcome<StoredFile>> {
  const saved = await saveFile(cx, cx.files, {
    ...file,
    limit: largestRoster,
    sealed: true,
    macros: true,
  });
  if (saved.ok) return saved;
  const issues = saved.issues.map((one) => ({ ...one, data: { ...one.data, file: file.name } }));
  return { ok: false, issues };
}
