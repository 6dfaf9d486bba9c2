import { contentDisposition } from '../../../../platform/documents/filename.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { publicKeys } from '../../../../platform/keys.ts';
import type { DossierVersion } from '../../schema/index.ts';

/** Headers of a file that is saved and kept by nothing on the way. */
export const saved = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': contentDisposition(name, 'attachment'),
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
});

/** The receipt's text with its signature and the key that checks it. */
export function proofAnswer(
  c: WebContext,
  { receipt, signature, keyId }: Pick<DossierVersion, 'receipt' | 'signature' | 'keyId'>,
  name: string,
): Response {
  const told = {
    receipt,
    algorithm: 'Ed25519',
    signature,
    keyId,
    publicKey: publicKeys(c.var.cx.keys, 'receipt').get(keyId) ?? null,
  };
  return c.body(JSON.stringify(told, null, 2), 200, saved(name, 'application/json; charset=utf-8'));
}
