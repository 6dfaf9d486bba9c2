import { createHash, createPublicKey, verify } from 'node:crypto';

/** A public key of the installation, as it lies in a bundle. */
export interface PublicKey {
  /** 8 hex digits. */
  readonly id: string;
  /** PEM of an Ed25519 key. */
  readonly pem: string;
}

/** Of a text: Ed25519, base64url. */
export interface TextSignature {
  readonly keyId: string;
  readonly signature: string;
}

export type SignatureFault = 'key_unknown' | 'signature_wrong';

/** What is wrong with a signature over the UTF-8 bytes of a text; null: nothing. */
export function signatureFault(
  keys: readonly PublicKey[],
  text: string | Buffer,
  { keyId, signature }: TextSignature,
): SignatureFault | null {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) return 'key_unknown';
  const bytes = Buffer.from(signature, 'base64url');
  // The same 64 bytes have other spellings in base64url; only one of them was written.
  if (bytes.toString('base64url') !== signature) return 'signature_wrong';
  return isSigned(key.pem, Buffer.from(text), bytes) ? null : 'signature_wrong';
}

function isSigned(pem: string, text: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' && verify(null, text, key, signature);
  } catch {
    return false;
  }
}

/** What a key is told apart by when it is read out: SHA-256 of its DER form; null for what is no key. */
export function fingerprintOf(pem: string): string | null {
  try {
    const der = createPublicKey(pem).export({ format: 'der', type: 'spki' });
    return createHash('sha256').update(der).digest('hex');
  } catch {
    return null;
  }
}
