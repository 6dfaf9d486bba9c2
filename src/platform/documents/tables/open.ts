import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { issue } from '../../../kernel/issue.ts';
import { isOle, oleNames } from '../../files/ole.ts';
import { openCsv } from './csv.ts';
import { hasUtf8Mark } from './csv-bytes.ts';
import { utf16Of } from './csv-split.ts';
import {
  type FullLimits,
  type OpenedTable,
  TABLE_DEFAULTS,
  type Table,
  TableFault,
  type TableLimits,
} from './types.ts';
import { openXlsx } from './xlsx.ts';

const HEAD = 4096;
/** Endings under which people keep text with delimiters; some programs export it as ".xls". */
const TEXT_ENDINGS = new Set(['', '.csv', '.tsv', '.tab', '.txt', '.asc', '.prn', '.dat', '.xls']);
const MARKUP = /^\s*<(?:!doctype|\?xml|html|head|body|table|meta|style|div|svg|script)\b/i;
const OTHER_FILES: readonly string[] = [
  '4d5a',
  '7f454c46',
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  '377abcaf',
  '52617221',
  '7b5c727466',
];

/**
 * Opens the file at the path `file`, sent under the name `name`. What the bytes are decides, not
 * the name. Refusals are issues with codes `table.*`, never exceptions. Close the table in the end.
 */
export async function openTable(
  file: string,
  name: string,
  limits: TableLimits = {},
): Promise<OpenedTable> {
  try {
    return { ok: true, table: await recognise(file, name, { ...TABLE_DEFAULTS, ...limits }) };
  } catch (error) {
    if (error instanceof TableFault) {
      const { code, data } = error;
      const known = Object.keys(data).length === 0 ? undefined : { ...data };
      return { ok: false, issues: [issue('', code, known)] };
    }
    if (isFileError(error)) return { ok: false, issues: [issue('', 'table.unreadable')] };
    throw error;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

async function recognise(file: string, name: string, limits: FullLimits): Promise<Table> {
  const found = await stat(file);
  if (!found.isFile()) throw new TableFault('table.unreadable');
  const { size } = found;
  if (size === 0) throw new TableFault('table.empty_file');
  if (size > limits.maxBytes) {
    throw new TableFault('table.file_too_large', { bytes: size, limit: limits.maxBytes });
  }
  const head = await readAt(file, 0, HEAD);
  const extension = path.extname(name).toLowerCase();
  const marker = head.toString('latin1', 0, 4);
  if (marker === 'PK\x03\x04' || marker === 'PK\x05\x06') return openXlsx(file, limits);
  if (isOle(head)) throw await oldOrLocked(file, size);
  if (extension === '.xlsx' || extension === '.xlsm') throw new TableFault('table.not_a_workbook');
  const start = head.toString('hex', 0, 8);
  if (OTHER_FILES.some((magic) => start.startsWith(magic)) || !TEXT_ENDINGS.has(extension)) {
    throw new TableFault('table.not_a_table');
  }
  if (isMarkup(head)) throw new TableFault('table.markup_inside');
  return openCsv(file, name, limits);
}

function isMarkup(head: Buffer): boolean {
  const wide = utf16Of(head);
  const text =
    wide === null
      ? head.toString('latin1', hasUtf8Mark(head) ? 3 : 0)
      : new TextDecoder(wide).decode(head);
  return MARKUP.test(text);
}

// Excel keeps a workbook with a password in the container of the old formats.
async function oldOrLocked(file: string, size: number): Promise<TableFault> {
  const names = await oleNames({ size, read: (start, length) => readAt(file, start, length) });
  if (names.includes('EncryptedPackage')) return new TableFault('table.locked');
  return names.includes('Workbook') || names.includes('Book')
    ? new TableFault('table.xls_old')
    : new TableFault('table.not_a_table');
}

async function readAt(file: string, start: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
