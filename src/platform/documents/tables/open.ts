import { stat } from 'node:fs/promises';
import path from 'node:path';
import { issue } from '../../../kernel/issue.ts';
import { isOle, oleNames } from '../../files/ole.ts';
import { contentAt, type OpenContent } from '../../files/store.ts';
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
 * Opens a file, sent under the name `name`: the one at a path, or content, which is closed with the
 * table. What the bytes are decides, not the name. Refusals are issues with codes `table.*`, never
 * exceptions. Close the table in the end.
 */
export async function openTable(
  from: string | OpenContent,
  name: string,
  limits: TableLimits = {},
): Promise<OpenedTable> {
  let file: OpenContent | null = null;
  try {
    file = typeof from === 'string' ? await fileAt(from) : from;
    return { ok: true, table: await recognise(file, name, { ...TABLE_DEFAULTS, ...limits }) };
  } catch (error) {
    await file?.close();
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

async function fileAt(path: string): Promise<OpenContent> {
  if (!(await stat(path)).isFile()) throw new TableFault('table.unreadable');
  return contentAt(path);
}

async function recognise(file: OpenContent, name: string, limits: FullLimits): Promise<Table> {
  const { size } = file;
  if (size === 0) throw new TableFault('table.empty_file');
  if (size > limits.maxBytes) {
    throw new TableFault('table.file_too_large', { bytes: size, limit: limits.maxBytes });
  }
  const head = await file.read(0, HEAD);
  const extension = path.extname(name).toLowerCase();
  const marker = head.toString('latin1', 0, 4);
  if (marker === 'PK\x03\x04' || marker === 'PK\x05\x06') return openXlsx(file, limits);
  if (isOle(head)) throw await oldOrLocked(file);
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
async function oldOrLocked(file: OpenContent): Promise<TableFault> {
  const names = await oleNames(file);
  if (names.includes('EncryptedPackage')) return new TableFault('table.locked');
  return names.includes('Workbook') || names.includes('Book')
    ? new TableFault('table.xls_old')
    : new TableFault('table.not_a_table');
}
