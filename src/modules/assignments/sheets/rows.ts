import { guessDelimiter } from '../../../platform/documents/tables/csv-split.ts';

/** What is wrong in a file; `line` counts from 1, null: the file as a whole. */
export interface Fault {
  readonly file: string;
  readonly line: number | null;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** So many are told; the others are counted. */
const MOST_TOLD = 20;

export class Faults {
  readonly told: Fault[] = [];
  more = 0;

  add(file: string, line: number | null, code: string, data: Fault['data'] = {}): void {
    if (this.told.length < MOST_TOLD) this.told.push({ file, line, code, data });
    else this.more += 1;
  }

  get any(): boolean {
    return this.told.length > 0;
  }
}

/** One line of a file: what stands in the columns that were asked for, without blanks around it. */
export type OnRow = (values: readonly string[], line: number) => void;

/**
 * Reads a CSV file by the names of its columns, in whatever order and letters; lines that are empty are passed
 * over. UTF-8 with or without its mark. Faults: `csv_not_text`, `csv_empty`, `csv_column` (of `need`), `csv_cells`.
 */
export function readRows(
  file: string,
  bytes: Buffer,
  columns: { readonly need: readonly string[]; readonly may: readonly string[] },
  faults: Faults,
  onRow: OnRow,
): void {
  const text = decoded(bytes);
  if (text === null) {
    faults.add(file, null, 'csv_not_text');
    return;
  }
  const delimiter = guessDelimiter(text);
  const names = [...columns.need, ...columns.may];
  let places: number[] | null = null;
  let width = 0;
  eachLine(text, delimiter, (fields, line) => {
    if (fields.every((field) => field.trim() === '')) return true;
    if (places === null) {
      const titles = fields.map((field) => field.trim().toLowerCase());
      places = names.map((name) => titles.indexOf(name));
      width = titles.length;
      const missing = columns.need.filter((name) => !titles.includes(name));
      for (const name of missing)
        faults.add(file, line, 'csv_column', { column: name, found: titles.join(', ') });
      return missing.length === 0;
    }
    if (fields.length > width) {
      faults.add(file, line, 'csv_cells', { cells: fields.length, columns: width });
      return true;
    }
    onRow(
      places.map((place) => (place < 0 ? '' : (fields[place] ?? '').trim())),
      line,
    );
    return true;
  });
  if (places === null) faults.add(file, null, 'csv_empty', { column: names[0] ?? '' });
}

function decoded(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\u0000')) return null;
    return text.includes('\n') ? text : text.replaceAll('\r', '\n');
  } catch {
    return null;
  }
}

/** Calls with the fields of each line and the number of its first line, until it answers false. */
function eachLine(
  text: string,
  delimiter: string,
  call: (fields: readonly string[], line: number) => boolean,
): void {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at);
    const plain = text.slice(at, end).replace(/\r$/, '');
    if (!plain.includes('"')) {
      if (!call(plain.split(delimiter), line)) return;
      at = end + 1;
      line += 1;
      continue;
    }
    const { fields, next, lines } = quotedLine(text, at, delimiter);
    if (!call(fields, line)) return;
    at = next;
    line += lines;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A line in which something stands in quotes, which may hold delimiters and line ends. */
function quotedLine(text: string, from: number, delimiter: string) {
  const fields: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    let field = '';
    if (text[at] === '"') {
      at += 1;
      for (; at < text.length; at++) {
        if (text[at] !== '"') {
          field += text[at];
          if (text[at] === '\n') lines += 1;
        } else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else break;
      }
      at += 1;
    }
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') field += text[at++];
    fields.push(field.replace(/\r$/, ''));
    if (at >= text.length || text[at] === '\n') return { fields, next: at + 1, lines };
    at += 1;
  }
}
