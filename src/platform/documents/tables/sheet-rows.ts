import { columnLetters } from '../sheets/types.ts';
import type { CellMaker } from './cells.ts';
import { RichText } from './read-strings.ts';
import { damaged, type FullLimits, type TableCell, TableFault, type TableRow } from './types.ts';
import { CLOSE, HIGH, MORE, nameOf, OPEN, TEXT, XmlScanner } from './xml-scanner.ts';
import { decodeEscapes } from './xml-text.ts';

const WORKSHEET = nameOf('worksheet');
const DATA = nameOf('sheetData');
const ROW = nameOf('row');
const C = nameOf('c');
const V = nameOf('v');
const F = nameOf('f');
const IS = nameOf('is');
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
/** The last row of a sheet, as Excel counts. */
export const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LAST_STYLE = 0xfffff;

// Kinds of cells by their attribute t.
const NUMBER = 0;
const SHARED = 1;
const STRING = 2;
const INLINE = 3;
const BOOLEAN = 4;
const ERROR = 5;
const DATE = 6;
const TYPES: Readonly<Record<string, number>> = {
  n: NUMBER,
  s: SHARED,
  str: STRING,
  inlineStr: INLINE,
  b: BOOLEAN,
  e: ERROR,
  d: DATE,
};

/**
 * Turns the bytes of a worksheet into rows: feed a chunk, take rows until null. Rows up to `after`
 * are scanned but not made. Throws TableFault.
 */
export class SheetRows {
  /** The rows of the sheet have all been read; what follows them is of no interest here. */
  done = false;
  readonly #scanner = new XmlScanner();
  readonly #cells: CellMaker;
  readonly #limits: FullLimits;
  readonly #sheet: string;
  readonly #after: number;
  readonly #rich: RichText;

  #row = 0;
  #counted = 0;
  #numbered = false;
  #inRow = false;
  #skips = false;
  #filled: (TableCell | undefined)[] = [];
  #hasContent = false;
  #column = -1;

  #inCell = false;
  #style = 0;
  #type = NUMBER;
  #formula = false;
  #inValue = false;
  #hasValue = false;
  #value = '';
  #id = -1;
  #inline = false;

  constructor(cells: CellMaker, limits: FullLimits, sheet: string, after: number) {
    this.#cells = cells;
    this.#limits = limits;
    this.#sheet = sheet;
    this.#after = after;
    this.#rich = new RichText(limits.maxCellLength);
  }

  feed(chunk: Buffer): void {
    this.#scanner.feed(chunk);
  }

  /** Says that no more bytes come. */
  finish(): void {
    if (!this.done) this.#scanner.finish();
  }

  /** The next row that is not empty, null when more bytes are needed or the rows have ended. */
  next(): TableRow | null {
    try {
      return this.#next();
    } catch (error) {
      throw error instanceof TableFault ? this.#placed(error) : error;
    }
  }

  #next(): TableRow | null {
    const scanner = this.#scanner;
    while (!this.done) {
      const token = scanner.next();
      if (token === MORE) return null;
      if (token === OPEN) this.#open();
      else if (token === TEXT) this.#text();
      else if (token === CLOSE) {
        const row = this.#close();
        if (row !== null) return row;
      }
    }
    return null;
  }

  #placed(fault: TableFault): TableFault {
    const where = this.#inCell ? { row: this.#row, cell: this.#address() } : { row: this.#row };
    const limit = fault.code === 'table.cell_too_long' ? { limit: this.#limits.maxCellLength } : {};
    return new TableFault(fault.code, { sheet: this.#sheet, ...where, ...fault.data, ...limit });
  }

  #address(): string {
    return `${columnLetters(Math.max(0, this.#column))}${this.#row}`;
  }

  #open(): void {
    const scanner = this.#scanner;
    const { name, depth } = scanner;
    if (this.#inline) this.#rich.open(scanner);
    else if (depth === 4 && name === C && this.#inRow) this.#beginCell();
    else if (depth === 5 && this.#inCell) this.#beginPart(name);
    else if (depth === 3 && name === ROW) this.#beginRow();
    else if (depth === 2 && name === DATA) return;
    else if (depth === 1) {
      if (name !== WORKSHEET) throw damaged('worksheet');
    } else scanner.skip();
  }

  #text(): void {
    const scanner = this.#scanner;
    if (this.#inline) this.#rich.take(scanner);
    else if (!this.#inValue) return;
    else if (this.#type === SHARED) this.#takeId();
    else {
      this.#value += scanner.text();
      if (this.#value.length > this.#limits.maxCellLength * 7) {
        throw new TableFault('table.cell_too_long');
      }
    }
  }

  #close(): TableRow | null {
    const { depth, name } = this.#scanner;
    if (depth === 4) {
      this.#inValue = false;
      this.#inline = false;
    } else if (this.#inline) this.#rich.close(name);
    else if (depth === 3 && name === C) this.#endCell();
    else if (depth === 2 && name === ROW) return this.#endRow();
    else if (depth === 1 && name === DATA) this.done = true;
    return null;
  }

  #beginRow(): void {
    const scanner = this.#scanner;
    let number = this.#row + 1;
    this.#numbered = false;
    for (let i = 0; i < scanner.attributes; i++) {
      const start = scanner.nameStart[i]!;
      if (scanner.nameEnd[i] !== start + 1 || scanner.bytes[start] !== LOWER_R) continue;
      number = this.#integer(scanner.valueStart[i]!, scanner.valueEnd[i]!, 10 * LAST_ROW);
      this.#numbered = true;
    }
    this.#startAt(number);
    this.#inRow = true;
    this.#filled = [];
    this.#hasContent = false;
    this.#column = -1;
  }

  #startAt(number: number): void {
    // Office keeps rows in order, and reading on after a row depends on it.
    if (number < 1 || (number <= this.#row && this.#row > 0)) throw damaged('rows out of order');
    if (number > LAST_ROW) this.#refuseRows();
    this.#row = number;
    this.#skips = number <= this.#after;
  }

  #refuseRows(): never {
    const limit = Math.min(this.#limits.maxRows, LAST_ROW);
    throw new TableFault('table.too_many_rows', { sheet: this.#sheet, limit });
  }

  #beginCell(): void {
    const scanner = this.#scanner;
    const { bytes } = scanner;
    this.#column++;
    this.#style = 0;
    this.#type = NUMBER;
    this.#formula = false;
    this.#hasValue = false;
    this.#value = '';
    this.#id = -1;
    this.#inCell = true;
    for (let i = 0; i < scanner.attributes; i++) {
      const at = scanner.nameStart[i]!;
      if (scanner.nameEnd[i] !== at + 1) continue;
      const start = scanner.valueStart[i]!;
      const end = scanner.valueEnd[i]!;
      const name = bytes[at];
      if (name === LOWER_R) this.#place(start, end);
      else if (name === LOWER_S) this.#style = this.#integer(start, end, LAST_STYLE);
      else if (name === LOWER_T) this.#type = this.#typeOf(start, end);
    }
    if (this.#column >= LAST_COLUMN) this.#refuseColumn();
  }

  // Letters are the column; the digits count only where the row itself has no number.
  #place(start: number, end: number): void {
    const { bytes } = this.#scanner;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
      if (column > LAST_COLUMN) this.#refuseColumn();
    }
    if (column === 0 || at === end) throw damaged('address');
    this.#column = column - 1;
    if (this.#numbered) return;
    const row = this.#integer(at, end, 10 * LAST_ROW);
    this.#numbered = true;
    if (row !== this.#row) this.#startAt(row);
  }

  #integer(start: number, end: number, most: number): number {
    const { bytes } = this.#scanner;
    let value = 0;
    for (let at = start; at < end; at++) {
      const digit = bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) throw damaged('number');
      value = value * 10 + digit;
      if (value > most) return most;
    }
    if (start === end) throw damaged('number');
    return value;
  }

  #typeOf(start: number, end: number): number {
    const { bytes } = this.#scanner;
    if (end - start === 1 && bytes[start] === LOWER_S) return SHARED;
    const name = bytes.toString('latin1', start, end);
    const type = TYPES[name];
    if (type === undefined) throw damaged('cell type', { type: name.slice(0, 20) });
    return type;
  }

  #beginPart(name: number): void {
    if (this.#skips) this.#scanner.skip();
    else if (name === V) {
      this.#inValue = true;
      this.#hasValue = true;
    } else if (name === IS) {
      this.#inline = true;
      this.#hasValue = true;
      this.#rich.begin();
    } else {
      if (name === F) this.#formula = true;
      this.#scanner.skip();
    }
  }

  #takeId(): void {
    const { bytes, start, end, flags } = this.#scanner;
    if ((flags & HIGH) !== 0) throw damaged('number');
    let id = Math.max(0, this.#id);
    for (let at = start; at < end; at++) {
      const digit = bytes[at]! - 0x30;
      if (digit >= 0 && digit <= 9) id = id * 10 + digit;
      else if (bytes[at]! > 0x20) throw damaged('number');
      if (id > 0x7fffffff) throw damaged('number');
    }
    this.#id = id;
  }

  #endCell(): void {
    this.#inCell = false;
    if (this.#skips) return;
    const cell = this.#cell();
    if (cell === null) return;
    // Styled empty cells may reach to the last column of Excel.
    if (cell.kind === 'empty' && cell.formula === undefined) return;
    const column = this.#column;
    if (column >= this.#limits.maxColumns) {
      if (cell.kind === 'empty') return;
      this.#refuseColumn();
    }
    while (this.#filled.length < column) this.#filled.push(undefined);
    this.#filled[column] = cell;
    if (cell.kind !== 'empty') this.#hasContent = true;
  }

  #refuseColumn(): never {
    const limit = this.#limits.maxColumns;
    const cell = this.#address();
    throw new TableFault('table.too_many_columns', {
      sheet: this.#sheet,
      row: this.#row,
      cell,
      limit,
    });
  }

  #cell(): TableCell | null {
    const style = this.#style;
    const formula = this.#formula;
    const cells = this.#cells;
    if (!this.#hasValue) return formula ? cells.error('', style, true) : null;
    if (this.#type === SHARED) return this.#shared();
    if (this.#type === INLINE) return cells.text(this.#rich.text, this.#rich.runs, style, formula);
    const value = this.#value;
    if (this.#type === STRING)
      return cells.text(this.#checked(decodeEscapes(value)), null, style, formula);
    if (value === '') return null;
    if (this.#type === NUMBER) return cells.number(this.#checked(value), style, formula);
    if (this.#type === BOOLEAN) return cells.boolean(value, style, formula);
    if (this.#type === ERROR) return cells.error(this.#checked(value), style, formula);
    return cells.isoDate(this.#checked(value), style, formula);
  }

  #shared(): TableCell | null {
    if (this.#id < 0) return null;
    const cell = this.#cells.shared(this.#id, this.#style, this.#formula);
    if (cell === null) throw this.#placed(damaged('shared string', { cell: this.#address() }));
    return cell;
  }

  #checked(text: string): string {
    if (text.length > this.#limits.maxCellLength) {
      throw new TableFault('table.cell_too_long', { cell: this.#address() });
    }
    return text;
  }

  #endRow(): TableRow | null {
    this.#inRow = false;
    if (this.#skips || !this.#hasContent) return null;
    if (++this.#counted > this.#limits.maxRows) this.#refuseRows();
    return { number: this.#row, cells: this.#filled };
  }
}
