import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Key, Keys, Purpose } from './types.ts';

/** A text that this installation stands for, and by which of its keys (`keyId`: 8 hex digits). */
export interface Signature {
  /** Ed25519, base64url. */
  readonly signature: string;
  readonly keyId: string;
}

// RFC 8410: the head of a PKCS #8 file that holds the 32 bytes of an Ed25519 key.
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKey = ({ secret }: Key): KeyObject =>
  createPrivateKey({ key: Buffer.concat([HEAD, secret]), format: 'der', type: 'pkcs8' });

/**
 * Signs bytes, or the UTF-8 bytes of a text, with the newest key of the purpose.
 * @throws KeysError 'keys_missing'
 */
export function signText(keys: Keys, purpose: Purpose, text: string | Uint8Array): Signature {
  const key = keys.current(purpose);
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const signature = sign(null, bytes, privateKey(key)).toString('base64url');
  return { signature, keyId: key.id };
}

/** Whether the text was signed so; `unknown`: the key is not in the file. */
export function verifyText(
  keys: Keys,
  purpose: Purpose,
  text: string,
  { signature, keyId }: Signature,
): 'good' | 'bad' | 'unknown' {
  const key = keys.all(purpose).find((one) => one.id === keyId);
  if (key === undefined) return 'unknown';
  const good = verify(
    null,
    Buffer.from(text),
    createPublicKey(privateKey(key)),
    Buffer.from(signature, 'base64url'),
  );
  return good ? 'good' : 'bad';
}

/** The public keys of a purpose, PEM, by their id: with them anybody can check what was signed. */
export function publicKeys(keys: Keys, purpose: Purpose): ReadonlyMap<string, string> {
  return new Map(
    keys.all(purpose).map((key) => {
      const pem = createPublicKey(privateKey(key)).export({ format: 'pem', type: 'spki' });
      return [key.id, pem.toString()];
    }),
  );
}
