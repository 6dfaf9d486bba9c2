import { crc32 } from 'node:zlib';

/** One file of a bundle; the name is ASCII without folders. */
export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

// Everything that an archive may say beside its files is fixed: no packing, no comments, no extra
// fields, the first day that a ZIP knows as the date of all. The same files give the same bytes.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const FIRST_DAY = 0x0021;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const MOST = 0xffff_ffff;

/** The archive of the files in their order. @throws RangeError for names that are not plain, or too much */
export function writeZip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    if (!plainName.test(name)) throw new RangeError(`not a plain name: ${JSON.stringify(name)}`);
    const local = Buffer.alloc(LOCAL_SIZE);
    local.writeUInt32LE(LOCAL, 0);
    described(local, 4, name, bytes);
    const central = Buffer.alloc(CENTRAL_SIZE);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    described(central, 6, name, bytes);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), bytes);
    directory.push(central, Buffer.from(name));
    offset += LOCAL_SIZE + name.length + bytes.length;
    if (offset > MOST) throw new RangeError('too large for a ZIP');
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

const plainName = /^[a-z]+(-[a-z]+)*\.json$/;

// The fields that both heads of a file have, from the version that is needed on.
function described(head: Buffer, at: number, name: string, bytes: Buffer): void {
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(UTF8_NAMES, at + 2);
  head.writeUInt16LE(FIRST_DAY, at + 8);
  head.writeUInt32LE(crc32(bytes), at + 10);
  head.writeUInt32LE(bytes.length, at + 14);
  head.writeUInt32LE(bytes.length, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

/**
 * The files of an archive that `writeZip` made; null for any other bytes: packed or commented ones,
 * with something before, between or behind, or with another order than it says.
 */
export function readZip(archive: Buffer): Entry[] | null {
  const entries: Entry[] = [];
  let at = 0;
  while (at + LOCAL_SIZE <= archive.length && archive.readUInt32LE(at) === LOCAL) {
    const size = archive.readUInt32LE(at + 18);
    const name = archive.toString(
      'latin1',
      at + LOCAL_SIZE,
      at + LOCAL_SIZE + archive.readUInt16LE(at + 26),
    );
    const from = at + LOCAL_SIZE + name.length;
    if (!plainName.test(name) || from + size > archive.length) return null;
    entries.push({ name, bytes: archive.subarray(from, from + size) });
    at = from + size;
  }
  // What was not read above is found by writing it again: every byte has to be the same.
  return writeZip(entries).equals(archive) ? entries : null;
}
