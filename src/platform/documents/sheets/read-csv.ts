import { type Issue, issue } from '../../../kernel/issue.ts';
import { guessDelimiter, splitCsv, utf16Of } from '../tables/csv-split.ts';
import { refused } from './read-xlsx.ts';
import {
  type Cell,
  cellAddress,
  READ_DEFAULTS,
  type ReadLimits,
  type ReadResult,
} from './types.ts';

/**
 * Reads a CSV file in UTF-8 (with or without BOM) or UTF-16, guessing its delimiter, in the shape of
 * a workbook with one sheet called `name`. Every field is text as written: no number or date is
 * guessed, so leading zeros stay.
 */
export function readCsv(file: Buffer, limits: ReadLimits = {}, name = 'CSV'): ReadResult {
  const { maxBytes, maxRows, maxCells } = { ...READ_DEFAULTS, ...limits };
  if (file.length === 0) return refused(issue('', 'sheet.empty_file'));
  if (file.length > maxBytes) {
    return refused(issue('', 'sheet.file_too_large', { bytes: file.length, limit: maxBytes }));
  }
  const text = decode(file);
  if (typeof text !== 'string') return refused(text);
  const fields = splitCsv(text, guessDelimiter(text));
  while (fields.length > 0 && fields.at(-1)?.every((field) => field === '')) fields.pop();
  if (fields.length > maxRows) {
    const data = { sheet: name, rows: fields.length, limit: maxRows };
    return refused(issue('', 'sheet.too_many_rows', data));
  }
  if (fields.reduce((sum, row) => sum + row.length, 0) > maxCells) {
    return refused(issue('', 'sheet.too_many_cells', { limit: maxCells }));
  }
  const rows = fields.map((row, index) => toCells(row, index));
  return { sheets: [{ name, rows }], issues: [] };
}

function toCells(fields: readonly string[], row: number): Cell[] {
  let last = fields.length;
  while (last > 0 && fields[last - 1] === '') last--;
  return fields.slice(0, last).map((text, column) => {
    const address = cellAddress(row, column);
    return text === ''
      ? { address, kind: 'empty', value: null, text }
      : { address, kind: 'text', value: text, text };
  });
}

function decode(file: Buffer): string | Issue {
  const encoding = utf16Of(file) ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(file);
    return text.includes('\u0000') ? issue('', 'sheet.not_text') : text;
  } catch {
    return issue('', 'sheet.encoding_unknown');
  }
}
