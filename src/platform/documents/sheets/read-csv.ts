import { type Issue, issue } from '../../../kernel/issue.ts';
import { refused } from './read-xlsx.ts';
import {
  type Cell,
  cellAddress,
  READ_DEFAULTS,
  type ReadLimits,
  type ReadResult,
} from './types.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const GUESS_LINES = 20;

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
  const encoding = guessEncoding(file);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(file);
    return text.includes('\u0000') ? issue('', 'sheet.not_text') : text;
  } catch {
    return issue('', 'sheet.encoding_unknown');
  }
}

// Without a BOM, UTF-16 shows itself by its zero bytes: delimiters and line ends are ASCII.
function guessEncoding(file: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const sample = file.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const few = Math.max(2, sample.length / 8);
  if (odd >= few && even < odd / 8) return 'utf-16le';
  if (even >= few && odd < even / 8) return 'utf-16be';
  return 'utf-8';
}

/** The delimiter that cuts the first lines into the same number of fields, more than one. */
function guessDelimiter(text: string): string {
  // Excel may say it itself in a first line "sep=;".
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said?.[1] !== undefined) return said[1];
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = splitCsv(text.slice(0, 65_536), delimiter, GUESS_LINES);
    const widths = rows.filter((row) => row.some((field) => field !== '')).map((row) => row.length);
    const most = mode(widths);
    if (most < 2) continue;
    const score = widths.filter((width) => width === most).length / widths.length + most / 1000;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** RFC 4180 with any line end; a quote inside an unquoted field is a letter like others. */
function splitCsv(text: string, delimiter: string, maxRows = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  let row: string[] = [];
  while (at < text.length && rows.length < maxRows) {
    const [field, next] =
      text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter);
    row.push(field);
    at = next;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plain(text: string, from: number, delimiter: string): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return [text.slice(from, at), at];
}

function quoted(text: string, from: number, delimiter: string): [string, number] {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return [value + text.slice(at), text.length];
    value += text.slice(at, close);
    if (text[close + 1] !== '"') {
      // Letters behind the closing quote are kept: they are a slip of whoever wrote the file.
      const [rest, next] = plain(text, close + 1, delimiter);
      return [value + rest, next];
    }
    value += '"';
    at = close + 2;
  }
}
