import type { Cx, Outcome } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { type StoredFile, saveFile } from '../../../platform/files.ts';
import type { Arriving } from '../../../platform/http/upload.ts';
import { permittedRoots } from '../../../platform/policy.ts';
import { siteImport } from '../policy.ts';

/** Bytes: as much as a form takes. What is larger comes by the command. */
export const largestSent = 1_000_000_000;

/** Before a file is received: whoever may bring in nothing anywhere sends nothing. @throws Forbidden */
export function maySend({ actor }: Pick<Cx, 'actor'>): void {
  const roots = permittedRoots(actor, siteImport);
  if (roots !== 'all' && roots.length === 0) throw new Forbidden(siteImport.name);
}

/** Keeps a file while it arrives, encrypted: addresses of readers are in it. */
export const receiveSite = (cx: Cx, file: Arriving): Promise<Outcome<StoredFile>> =>
  saveFile(cx, cx.files, { ...file, limit: largestSent, sealed: true, unseen: true });
