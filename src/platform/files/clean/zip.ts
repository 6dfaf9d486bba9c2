import { crc32, deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { Uncleanable } from './types.ts';

const MOST_PARTS = 5_000;
const FREE = 16 * 1024 ** 2;
const MOST_RATIO = 200;

/** The most that a package may unpack to, in bytes. */
export const largestUnpacked = 384 * 1024 ** 2;

/** The parts of a package by name. Sizes are measured, not believed. @throws Uncleanable */
export async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let left = Math.min(largestUnpacked, Math.max(FREE, bytes.length * MOST_RATIO));
  try {
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
    if (zip.entryCount > MOST_PARTS) throw new Uncleanable('too_large', 'parts');
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new Uncleanable('locked');
      // Two parts of one name: which one is meant is anybody's guess.
      if (parts.has(entry.fileName)) throw new Uncleanable('broken', 'twice');
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        left -= (piece as Buffer).length;
        if (left < 0) throw new Uncleanable('too_large', 'unpacked');
        pieces.push(piece as Buffer);
      }
      const part = Buffer.concat(pieces);
      if (crc32(part) !== entry.crc32) throw new Uncleanable('broken', 'checksum');
      parts.set(entry.fileName, part);
    }
  } catch (error) {
    throw error instanceof Uncleanable ? error : new Uncleanable('broken', String(error));
  }
  return parts;
}

// The first day that such a package can tell, midnight.
const DAY = 0x21;

/** A package of these parts, in this order: no times, no extra fields, all packed the same way. */
export function packed(parts: Iterable<readonly [string, Buffer]>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, plain] of parts) {
    const body = deflateRawSync(plain);
    const title = Buffer.from(name, 'utf8');
    const local = head(0x04034b50, 30, plain, body, title.length);
    const central = head(0x02014b50, 46, plain, body, title.length);
    central.writeUInt32LE(at, 42);
    bodies.push(local, title, body);
    list.push(central, title);
    at += local.length + title.length + body.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length / 2, 8);
  end.writeUInt16LE(list.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

function head(mark: number, length: number, plain: Buffer, body: Buffer, name: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(mark, 0);
  // In the list the version that made it stands before the one that is needed.
  const base = length === 30 ? 4 : 6;
  if (length === 46) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, base);
  bytes.writeUInt16LE(0x800, base + 2);
  bytes.writeUInt16LE(8, base + 4);
  bytes.writeUInt16LE(DAY, base + 8);
  bytes.writeUInt32LE(crc32(plain), base + 10);
  bytes.writeUInt32LE(body.length, base + 14);
  bytes.writeUInt32LE(plain.length, base + 18);
  bytes.writeUInt16LE(name, base + 22);
  return bytes;
}
