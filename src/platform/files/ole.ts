import type { Content } from './store.ts';

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const END = 0xfffffffa;
const MOST_SECTORS = 4096;
const ENTRY = 128;

export function isOle(head: Buffer): boolean {
  return head.subarray(0, 8).equals(SIGNATURE);
}

/**
 * The names of streams and storages in an OLE compound file ([MS-CFB]): its directory tells a Word
 * document from a workbook or an installer. Empty when the structure is broken.
 */
export async function oleNames(content: Content): Promise<string[]> {
  const head = await content.read(0, 512);
  if (head.length < 512 || !isOle(head)) return [];
  const shift = head.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const size = 2 ** shift;
  const sector = (index: number) => content.read((index + 1) * size, size);
  const names: string[] = [];
  const seen = new Set<number>();
  for (let at = head.readUInt32LE(48); at < END; ) {
    if (seen.has(at) || seen.size >= MOST_SECTORS) return [];
    seen.add(at);
    names.push(...entryNames(await sector(at)));
    const next = await nextSector(head, at, size, sector);
    if (next === null) return [];
    at = next;
  }
  return names;
}

// The header lists the first 109 sectors of the table, enough for 7 MB; directories lie there in
// practice, and a chain that leaves it ends the reading with what is known to be broken.
async function nextSector(
  head: Buffer,
  at: number,
  size: number,
  sector: (index: number) => Promise<Buffer>,
): Promise<number | null> {
  const slot = Math.floor(at / (size / 4));
  if (slot >= 109) return END;
  const table = head.readUInt32LE(76 + slot * 4);
  if (table >= END) return null;
  const links = await sector(table);
  const offset = (at % (size / 4)) * 4;
  return offset + 4 <= links.length ? links.readUInt32LE(offset) : null;
}

function entryNames(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY <= sector.length; at += ENTRY) {
    const length = sector.readUInt16LE(at + 64);
    if (sector[at + 66] === 0 || length < 2 || length > 64) continue;
    names.push(sector.toString('utf16le', at, at + length - 2));
  }
  return names;
}
