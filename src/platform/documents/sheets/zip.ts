import { inflateRawSync } from 'node:zlib';
import { type Issue, issue } from '../../../kernel/issue.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 5_000;

export type ZipResult =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly issue: Issue };

class Refused extends Error {
  readonly issue: Issue;
  constructor(code: string, data?: Record<string, unknown>) {
    super(code);
    this.issue = issue('', code, data);
  }
}

/**
 * Unpacks a ZIP archive into memory. `limit` is the sum of bytes of all entries, measured while they
 * inflate: what the archive says about itself is not believed. Refuses (as an issue) what is no
 * archive, is damaged, encrypted or grows over the limit.
 */
export function unzip(file: Buffer, limit: number): ZipResult {
  try {
    return { ok: true, entries: readEntries(file, limit) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, issue: error.issue };
    if (isTooLarge(error)) {
      return { ok: false, issue: issue('', 'sheet.expands_too_large', { limit }) };
    }
    return { ok: false, issue: issue('', 'sheet.damaged') };
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function readEntries(file: Buffer, limit: number): Map<string, Buffer> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Refused('sheet.expands_too_large', { limit });
  const entries = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  let left = limit;
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new Refused('sheet.damaged');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const content = readEntry(file, at, left, limit);
    left -= content.length;
    entries.set(name, content);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at--) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new Refused('sheet.damaged');
}

function readEntry(file: Buffer, central: number, left: number, limit: number): Buffer {
  if ((file.readUInt16LE(central + 8) & 1) === 1) throw new Refused('sheet.old_or_encrypted');
  const method = file.readUInt16LE(central + 10);
  const size = file.readUInt32LE(central + 20);
  const local = file.readUInt32LE(central + 42);
  if (file.readUInt32LE(local) !== LOCAL) throw new Refused('sheet.damaged');
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (start + size > file.length) throw new Refused('sheet.damaged');
  const packed = file.subarray(start, start + size);
  if (method !== 0 && method !== 8) throw new Refused('sheet.damaged');
  if (left <= 0 || (method === 0 && size > left)) {
    throw new Refused('sheet.expands_too_large', { limit });
  }
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: left });
}
