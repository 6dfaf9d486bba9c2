import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { KeysError } from './errors.ts';
import { formatKeys, parseKeys, readKeyFile, replaceKeyFile } from './file.ts';
import type { Key } from './types.ts';

// OWASP's setting for scrypt: 128 MB and about half a second.
const COST = { N: 2 ** 17, r: 8, p: 1 };
const SHORTEST = 12;

const schema = z.object({
  format: z.literal('lientri-keys-export'),
  // An upper bound, so that a prepared file cannot take all memory.
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 18),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: z.string(),
  }),
  iv: z.string(),
  tag: z.string(),
  data: z.string(),
});
type Envelope = z.output<typeof schema>;

/**
 * The keys of the file as text that only the passphrase opens, to be kept apart from the backups.
 * Throws KeysError 'keys_missing', 'passphrase_short'.
 */
export async function exportKeys(path: string, passphrase: string): Promise<string> {
  if ([...passphrase].length < SHORTEST) throw new KeysError('passphrase_short', path);
  const keys = await readKeyFile(path);
  if (keys === null) throw new KeysError('keys_missing', path);
  const kdf = { name: 'scrypt' as const, ...COST, salt: randomBytes(16).toString('base64url') };
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, kdf), iv);
  cipher.setAAD(Buffer.from(JSON.stringify(kdf)));
  const data = Buffer.concat([cipher.update(formatKeys(keys), 'utf8'), cipher.final()]);
  const envelope: Envelope = {
    format: 'lientri-keys-export',
    kdf,
    iv: iv.toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
    data: data.toString('base64url'),
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

/**
 * Writes exported keys to the key file. An existing file is replaced only when the export holds all
 * its keys. Throws KeysError 'keys_unreadable', 'passphrase_wrong', 'keys_in_use'.
 */
export async function importKeys(path: string, text: string, passphrase: string): Promise<void> {
  const keys = await openExport(text, passphrase);
  const standing = (await readKeyFile(path)) ?? [];
  const held = new Set(keys.map(identity));
  if (!standing.every((key) => held.has(identity(key)))) throw new KeysError('keys_in_use', path);
  await replaceKeyFile(path, keys);
}

async function openExport(text: string, passphrase: string): Promise<Key[]> {
  const envelope = parseEnvelope(text);
  const secret = await derive(passphrase, envelope.kdf);
  let plain: string;
  try {
    const iv = Buffer.from(envelope.iv, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: 16 });
    const { name, N, r, p, salt } = envelope.kdf;
    decipher.setAAD(Buffer.from(JSON.stringify({ name, N, r, p, salt })));
    decipher.setAuthTag(Buffer.from(envelope.tag, 'base64url'));
    const body = decipher.update(Buffer.from(envelope.data, 'base64url'));
    plain = Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    throw new KeysError('passphrase_wrong', 'export');
  }
  return parseKeys(plain, 'export');
}

function parseEnvelope(text: string): Envelope {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new KeysError('keys_unreadable', 'export');
  }
}

function identity(key: Key): string {
  return [key.purpose, key.version, key.id, key.secret.toString('hex')].join('.');
}

function derive(passphrase: string, kdf: Envelope['kdf']): Promise<Buffer> {
  const { N, r, p } = kdf;
  const salt = Buffer.from(kdf.salt, 'base64url');
  // The same words typed on another keyboard may come decomposed.
  const words = passphrase.normalize('NFC');
  return new Promise((resolve, reject) => {
    scrypt(words, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
