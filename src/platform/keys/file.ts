import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncDirectory } from '../disk.ts';
import { KeysError } from './errors.ts';
import type { Key } from './types.ts';

const schema = z.object({
  format: z.literal('lientri-keys'),
  keys: z.array(
    z.object({
      purpose: z.enum(['field', 'blind_index', 'session', 'receipt', 'certificate']),
      version: z.int().min(1),
      id: z.string().regex(/^[0-9a-f]{8}$/),
      secret: z.string().regex(/^[\w-]{43}$/),
      createdAt: z.string(),
    }),
  ),
});

/** The keys in the file, null when there is no file. Throws KeysError exposed or unreadable. */
export async function readKeyFile(path: string): Promise<Key[] | null> {
  let text: string;
  try {
    const { mode } = await stat(path);
    // Windows has no such bits: there the folder's own rights protect the file.
    if (process.platform !== 'win32' && (mode & 0o027) !== 0) {
      throw new KeysError('keys_exposed', path);
    }
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return parseKeys(text, path);
}

/** Keys from their text form. Throws KeysError 'keys_unreadable'; `subject` names the source in it. */
export function parseKeys(text: string, subject: string): Key[] {
  try {
    const { keys } = schema.parse(JSON.parse(text));
    return keys.map((key) => ({ ...key, secret: Buffer.from(key.secret, 'base64url') }));
  } catch {
    // The cause may quote the file, so it is not kept.
    throw new KeysError('keys_unreadable', subject);
  }
}

export function formatKeys(keys: readonly Key[]): string {
  const plain = keys.map((key) => ({ ...key, secret: key.secret.toString('base64url') }));
  return `${JSON.stringify({ format: 'lientri-keys', keys: plain }, null, 2)}\n`;
}

/** Writes a new key file; when another process made one meanwhile, that one stays. */
export async function createKeyFile(path: string, keys: readonly Key[]): Promise<void> {
  const draft = await writeDraft(path, keys);
  try {
    await link(draft, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}

/** Puts these keys in the file's place, all or nothing. */
export async function replaceKeyFile(path: string, keys: readonly Key[]): Promise<void> {
  await rename(await writeDraft(path, keys), path);
  await syncDirectory(dirname(path));
}

async function writeDraft(path: string, keys: readonly Key[]): Promise<string> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.keys-${randomBytes(6).toString('hex')}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(formatKeys(keys));
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

const LOOK_EVERY_MS = 1000;

/**
 * Asks now and then whether another process changed the key file: then it gives the keys, else null.
 * Without waiting, since whoever encrypts cannot wait; a file that is broken or gone changes nothing.
 */
export function watchKeyFile(path: string): () => Key[] | null {
  let seen = markOf(path);
  let lookedAt = performance.now();
  return () => {
    const now = performance.now();
    if (now - lookedAt < LOOK_EVERY_MS) return null;
    lookedAt = now;
    const mark = markOf(path);
    if (mark === null || mark === seen) return null;
    try {
      const keys = parseKeys(readFileSync(path, 'utf8'), path);
      seen = mark;
      return keys;
    } catch {
      return null;
    }
  };
}

function markOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.mtimeMs} ${found.size}`;
}
