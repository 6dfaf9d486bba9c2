import { randomBytes } from 'node:crypto';
import { KeysError } from './keys/errors.ts';
import { createKeyFile, readKeyFile, replaceKeyFile, watchKeyFile } from './keys/file.ts';
import { type Key, type Keys, PURPOSES, type Purpose } from './keys/types.ts';

export { KeysError } from './keys/errors.ts';
export { exportKeys, importKeys } from './keys/export.ts';
export {
  blindIndex,
  blindIndexes,
  decryptField,
  encryptField,
  isCurrent,
  renewField,
} from './keys/fields.ts';
export { type EncryptedTable, renewEncrypted, renewIfRotated } from './keys/renewing.ts';
export { publicKeys, type Signature, signText, verifyText } from './keys/signing.ts';
export { type Key, type Keys, PURPOSES, type Purpose } from './keys/types.ts';

/**
 * Opens the key file. When it is not there: `create` makes it with new keys (first run), otherwise
 * the answer has status 'missing'. Throws KeysError 'keys_exposed' (others may read the file) and
 * 'keys_unreadable' (not a key file).
 */
export async function loadKeys(path: string, options: { create: boolean }): Promise<Keys> {
  const found = await readKeyFile(path);
  if (found !== null) return keyRing(path, 'ready', found);
  if (!options.create) return keyRing(path, 'missing', [newKey('session', 1)]);
  await createKeyFile(
    path,
    PURPOSES.map((purpose) => newKey(purpose, 1)),
  );
  const written = await readKeyFile(path);
  if (written === null) throw new KeysError('keys_unreadable', path);
  return keyRing(path, 'ready', written);
}

/**
 * Adds a new current key for a purpose; older ones stay for what was made with them. A server that runs
 * takes it up within seconds. What is stored stays as it is: see `renewEncrypted`.
 */
export async function rotateKey(path: string, purpose: Purpose): Promise<Keys> {
  const found = await readKeyFile(path);
  if (found === null) throw new KeysError('keys_missing', path);
  const versions = found.filter((key) => key.purpose === purpose).map((key) => key.version);
  const all = [...found, newKey(purpose, Math.max(0, ...versions) + 1)];
  await replaceKeyFile(path, all);
  return keyRing(path, 'ready', all);
}

/** A ring of new keys that no file holds: for tests and trials. */
export function looseKeys(): Keys {
  return keyRing(
    '',
    'ready',
    PURPOSES.map((purpose) => newKey(purpose, 1)),
  );
}

function newKey(purpose: Purpose, version: number): Key {
  return {
    purpose,
    version,
    id: randomBytes(4).toString('hex'),
    secret: randomBytes(32),
    createdAt: new Date().toISOString(),
  };
}

function sorted(keys: readonly Key[]): ReadonlyMap<Purpose, readonly Key[]> {
  return Map.groupBy(
    keys.toSorted((a, b) => b.version - a.version),
    (key) => key.purpose,
  );
}

function keyRing(path: string, status: Keys['status'], keys: readonly Key[]): Keys {
  const newer = path === '' || status === 'missing' ? () => null : watchKeyFile(path);
  let byPurpose = sorted(keys);
  const all = (purpose: Purpose): readonly Key[] => {
    const changed = newer();
    if (changed !== null) byPurpose = sorted(changed);
    return byPurpose.get(purpose) ?? [];
  };
  return {
    status,
    path,
    all,
    current(purpose) {
      const key = all(purpose)[0];
      if (key === undefined) throw new KeysError('keys_missing', path);
      return key;
    },
    byVersion: (purpose, version) => all(purpose).find((key) => key.version === version) ?? null,
  };
}
