import { utf16Of } from '../documents/tables/csv-split.ts';
import { extensionOf } from './name.ts';
import { isOle, oleNames } from './ole.ts';
import type { Content } from './store.ts';
import { FILE_TYPES, type FileTypeName, RUNNABLE } from './types.ts';
import { listZip } from './zip.ts';

/** What the bytes are, or why they are refused (an issue code with its data). */
export type Sniffed =
  | { readonly ok: true; readonly type: FileTypeName }
  | { readonly ok: false; readonly code: string; readonly data?: Record<string, unknown> };

const HEAD = 64 * 1024;
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4[AV] |MSNV|dash|f4v |3gp[4-7])$/;
const PROGRAMS: readonly (readonly [number, string])[] = [
  [0, '4d5a'],
  [0, '7f454c46'],
  [0, 'feedface'],
  [0, 'feedfacf'],
  [0, 'cefaedfe'],
  [0, 'cffaedfe'],
  [0, 'cafebabe'],
  [0, '2321'],
  [0, '4c0000000114020000000000c0000000'],
];
const MARKUP =
  /^\s*<(?:!doctype\s+(?:html|svg)|\?xml|html|head|body|svg|script|iframe|style|meta|math)\b/i;
// Tab, line ends and form feed are text, and so are the bytes of letters; other control characters
// are not.
const BINARY = /[\p{Cc}--[\t\n\v\f\r\u0080-\u009f]]/v;

/**
 * Tells the kind of file from its bytes; the name decides only between plain text and CSV. `macros`:
 * a workbook with macros is a workbook, not refused.
 */
export async function sniff(content: Content, name: string, macros = false): Promise<Sniffed> {
  const head = await content.read(0, HEAD);
  if (starts(head, 'PK\x03\x04') || starts(head, 'PK\x05\x06')) return archive(content, macros);
  if (isOle(head)) return compound(content);
  const type = byMagic(head);
  if (type !== null) return { ok: true, type };
  if (PROGRAMS.some(([at, bytes]) => hasBytes(head, at, bytes))) return refused('file_runnable');
  return text(head, name);
}

function byMagic(head: Buffer): FileTypeName | null {
  if (starts(head, '%PDF-')) return 'pdf';
  if (hasBytes(head, 0, '89504e470d0a1a0a')) return 'png';
  if (hasBytes(head, 0, 'ffd8ff')) return 'jpeg';
  if (starts(head, 'GIF87a') || starts(head, 'GIF89a')) return 'gif';
  if (starts(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (starts(head, 'ID3') || isMpegFrame(head)) return 'mp3';
  const brand = head.toString('latin1', 8, 12);
  if (head.toString('latin1', 4, 8) === 'ftyp' && MP4_BRANDS.test(brand)) return 'mp4';
  return null;
}

// Eleven bits of ones, then a version, layer III, a bit rate and a sampling rate that exist.
function isMpegFrame(head: Buffer): boolean {
  if (head.length < 4 || head[0] !== 0xff) return false;
  const second = head[1]!;
  const third = head[2]!;
  const layerThree = (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return layerThree && (third & 0xf0) !== 0xf0 && (third & 0xf0) !== 0 && (third & 0x0c) !== 0x0c;
}

async function archive(content: Content, macros: boolean): Promise<Sniffed> {
  const listing = await listZip(content);
  if (!listing.ok) return refused(listing.reason === 'bomb' ? 'file_bomb' : 'file_broken');
  const { names } = listing;
  const under = (folder: string) => names.some((name) => name.startsWith(folder));
  if (names.includes('[Content_Types].xml')) {
    const withMacros = names.some((name) => /vbaproject\.bin$/i.test(name));
    if (withMacros && !(macros && under('xl/'))) return refused('file_macro');
    if (under('word/')) return { ok: true, type: 'docx' };
    if (under('xl/') && !names.includes('xl/workbook.bin')) return { ok: true, type: 'xlsx' };
    if (under('ppt/')) return { ok: true, type: 'pptx' };
    return refused('file_type');
  }
  const program = names.find((name) => RUNNABLE.has(extensionOf(name)));
  return program === undefined
    ? { ok: true, type: 'zip' }
    : refused('file_runnable_inside', { name: program.slice(-100) });
}

async function compound(content: Content): Promise<Sniffed> {
  const names = await oleNames(content);
  if (names.includes('EncryptedPackage')) return refused('file_locked');
  if (names.includes('WordDocument')) return { ok: true, type: 'doc' };
  if (names.includes('Workbook') || names.includes('Book')) return { ok: true, type: 'xls' };
  if (names.includes('PowerPoint Document')) return { ok: true, type: 'ppt' };
  return refused('file_type');
}

function text(head: Buffer, name: string): Sniffed {
  const words = decode(head);
  if (BINARY.test(words)) return refused('file_type');
  if (MARKUP.test(words)) return refused('file_markup');
  const extensions: readonly string[] = FILE_TYPES.csv.extensions;
  return { ok: true, type: extensions.includes(extensionOf(name)) ? 'csv' : 'txt' };
}

// Old Vietnamese encodings are one byte a letter: what is not UTF-8 is looked at byte by byte.
function decode(head: Buffer): string {
  const wide = utf16Of(head);
  if (wide !== null) return new TextDecoder(wide).decode(head.subarray(0, head.length & ~1));
  return head.toString('latin1', hasBytes(head, 0, 'efbbbf') ? 3 : 0);
}

function starts(head: Buffer, words: string): boolean {
  return head.toString('latin1', 0, words.length) === words;
}

function hasBytes(head: Buffer, at: number, bytes: string): boolean {
  const wanted = Buffer.from(bytes, 'hex');
  return head.subarray(at, at + wanted.length).equals(wanted);
}

function refused(code: string, data?: Record<string, unknown>): Sniffed {
  return data === undefined ? { ok: false, code } : { ok: false, code, data };
}

/** Why a file of this kind may not bear this name, null when it may. */
export function nameFault(name: string, type: FileTypeName): Sniffed | null {
  const extension = extensionOf(name);
  const allowed: readonly string[] = FILE_TYPES[type].extensions;
  if (extension === '' || allowed.includes(extension)) return null;
  // A text file keeps any ending that is neither run nor another kind's own.
  return refused('file_mismatch', { extension, found: allowed[0] });
}
