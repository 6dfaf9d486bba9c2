import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { KeysError } from './errors.ts';
import type { Key, Keys } from './types.ts';

const IV = 12;
const TAG = 16;

/** What decrypting gives: the value, or that the key for it is not here. */
export type Opened =
  | { readonly state: 'open'; readonly value: string }
  | { readonly state: 'locked' };

/**
 * Encrypts a text for storage: `version.keyId.data`, AES-256-GCM. `about` names where it belongs
 * (such as 'person.identity:<id>'); it opens only with the same `about`. Throws KeysError
 * 'keys_missing'.
 */
export function encryptField(keys: Keys, text: string, about: string): string {
  return sealed(keys.current('field'), randomBytes(IV), text, about);
}

function sealed(key: Key, iv: Buffer, text: string, about: string): string {
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv);
  cipher.setAAD(Buffer.from(`${label(key)}|${about}`));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const data = Buffer.concat([iv, cipher.getAuthTag(), body]);
  return `${label(key)}.${data.toString('base64url')}`;
}

/**
 * Opens what `encryptField` made. 'locked' when its key is not in the file. Throws KeysError
 * 'field_damaged' when it was changed or belongs to another `about`.
 */
export function decryptField(keys: Keys, stored: string, about: string): Opened {
  const [, version, id, packed] = /^(\d+)\.([0-9a-f]{8})\.([\w-]+)$/.exec(stored) ?? [];
  if (version === undefined || packed === undefined) throw new KeysError('field_damaged', about);
  const key = keys.all('field').find((k) => k.id === id && k.version === Number(version));
  if (key === undefined) return { state: 'locked' };
  const data = Buffer.from(packed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.secret, data.subarray(0, IV), {
      authTagLength: TAG,
    });
    decipher.setAAD(Buffer.from(`${label(key)}|${about}`));
    decipher.setAuthTag(data.subarray(IV, IV + TAG));
    const body = [decipher.update(data.subarray(IV + TAG)), decipher.final()];
    return { state: 'open', value: Buffer.concat(body).toString('utf8') };
  } catch {
    throw new KeysError('field_damaged', about);
  }
}

/** Was it made, encrypted or as a fingerprint, with the newest key of the purpose? */
export function isCurrent(keys: Keys, purpose: 'field' | 'blind_index', stored: string): boolean {
  return stored.startsWith(`${label(keys.current(purpose))}.`);
}

/**
 * The same value encrypted with the newest key; null when it is so already, or its key is not here.
 * Equal texts become equal texts: copies of one another stay such. Throws KeysError 'field_damaged'.
 */
export function renewField(keys: Keys, stored: string, about: string): string | null {
  if (isCurrent(keys, 'field', stored)) return null;
  const opened = decryptField(keys, stored, about);
  if (opened.state === 'locked') return null;
  const key = keys.current('field');
  // No two values share it, since no two texts that were encrypted before are equal.
  const iv = createHmac('sha256', key.secret).update(`renew|${about}|${stored}`).digest();
  return sealed(key, iv.subarray(0, IV), opened.value, about);
}

/**
 * A keyed fingerprint by which an encrypted value can be found again: equal for equal values of the
 * same field. `field` keeps the fingerprints of two columns apart. Fold the value before. Throws
 * KeysError 'keys_missing'.
 */
export function blindIndex(keys: Keys, field: string, value: string): string {
  return fingerprint(keys.current('blind_index'), field, value);
}

/** The fingerprints under every key there is: to look for rows written before a rotation as well. */
export function blindIndexes(keys: Keys, field: string, value: string): string[] {
  return keys.all('blind_index').map((key) => fingerprint(key, field, value));
}

function fingerprint(key: Key, field: string, value: string): string {
  const mac = createHmac('sha256', key.secret).update(`${field.length}:${field}`).update(value);
  return `${label(key)}.${mac.digest('base64url')}`;
}

function label(key: Key): string {
  return `${key.version}.${key.id}`;
}
