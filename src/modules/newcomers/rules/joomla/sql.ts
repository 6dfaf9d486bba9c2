import { Unreadable } from '../types.ts';

export type Cell = string | null;
/** One row of a table, its columns by name. */
export interface TableRow {
  readonly table: string;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A row longer than this was made to fill the memory. */
const longestRow = 40_000_000;

const INSERT =
  /^(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)\s+)*(?:INTO\s+)?((?:[`"]?[\w$#-]+[`"]?\s*\.\s*)?[`"]?[\w$#-]+[`"]?)\s*(?:\(([^)]*)\))?\s*VALUES?\s*/i;
const CREATE =
  /^CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?((?:[`"][^`"]+[`"]\s*\.\s*)?[`"]?[\w$#-]+[`"]?)\s*\(/i;

const plainName = (text: string): string =>
  text
    .replace(/[`"\s]/g, '')
    .split('.')
    .at(-1)!
    .toLowerCase();

const escapes: Readonly<Record<string, string>> = {
  '0': '',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001a',
};

/** Not all of it has come yet. */
const WAIT = Symbol('wait');
type Waiting = typeof WAIT;

/** Rows out of the inserts of a dump of MySQL or MariaDB, as its text comes in pieces cut anywhere. */
export class SqlRows {
  readonly #wanted: (table: string) => boolean;
  readonly #columns = new Map<string, string[]>();
  #text = '';
  #at = 0;
  #inserting: { table: string; columns: string[] } | null = null;
  #ended = false;

  constructor(wanted: (table: string) => boolean) {
    this.#wanted = wanted;
  }

  /** Takes the next piece; `last` when there is none after it. */
  *add(piece: string, last = false): Generator<TableRow> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#ended = last;
    if (this.#text.length > longestRow) throw new Unreadable('sql_too_long', { most: longestRow });
    for (;;) {
      const before = this.#at;
      const step = this.#inserting === null ? this.#statement() : this.#row(this.#inserting);
      if (step === WAIT) {
        this.#at = before;
        return;
      }
      if (step !== null) yield step;
      if (this.#at >= this.#text.length) return;
    }
  }

  /** Begins the next statement, or passes over one that tells nothing. */
  #statement(): null | Waiting {
    if (!this.#blank()) return WAIT;
    if (this.#at >= this.#text.length) return null;
    const head = this.#text.slice(this.#at, this.#at + 20_000);
    const insert = INSERT.exec(head);
    if (insert !== null && insert[0].length < head.length) {
      const table = plainName(insert[1]!);
      const columns = insert[2]?.split(',').map(plainName) ?? this.#columns.get(table) ?? [];
      this.#at += insert[0].length;
      this.#inserting = { table, columns };
      return null;
    }
    if (
      !this.#ended &&
      head.length < 20_000 &&
      /^(INSERT|REPLACE)\b/i.test(head) &&
      !head.includes(';')
    )
      return WAIT;
    const end = this.#endOfStatement();
    if (end < 0) {
      if (!this.#ended) return WAIT;
      this.#at = this.#text.length;
      return null;
    }
    const create = CREATE.exec(head);
    if (create !== null) {
      const body = this.#text.slice(this.#at + create[0].length, end);
      const columns = [...body.matchAll(/(?:^|,)\s*[`"]([^`"]+)[`"]\s+[a-z]/gi)].map((m) =>
        plainName(m[1]!),
      );
      this.#columns.set(plainName(create[1]!), columns);
    }
    this.#at = end + 1;
    return null;
  }

  /** Spaces and comments; false when a comment is not over yet. */
  #blank(): boolean {
    for (;;) {
      const blank = /[\s;\ufeff]*/y;
      blank.lastIndex = this.#at;
      blank.exec(this.#text);
      this.#at = blank.lastIndex;
      const two = this.#text.slice(this.#at, this.#at + 2);
      if (two.length < 2 && !this.#ended) return false;
      const close = two === '/*' ? '*/' : two === '--' || two.startsWith('#') ? '\n' : null;
      if (close === null) return true;
      const end = this.#text.indexOf(close, this.#at + 2);
      if (end < 0) {
        if (!this.#ended) return false;
        this.#at = this.#text.length;
        return true;
      }
      this.#at = end + close.length;
    }
  }

  /** Where the statement's semicolon stands, outside of quotes; -1 when it has not come. */
  #endOfStatement(): number {
    const find = /[;'"`]/g;
    find.lastIndex = this.#at;
    for (;;) {
      const found = find.exec(this.#text);
      if (found === null) return -1;
      if (found[0] === ';') return found.index;
      const end = this.#endOfQuote(found.index);
      if (end < 0) return -1;
      find.lastIndex = end;
    }
  }

  /** The place after a quoted text; -1 when its end has not come. */
  #endOfQuote(start: number): number {
    const quote = this.#text[start]!;
    const find = quote === "'" ? /['\\]/g : quote === '"' ? /["\\]/g : /`/g;
    find.lastIndex = start + 1;
    for (;;) {
      const found = find.exec(this.#text);
      if (found === null) return -1;
      if (found[0] === '\\') find.lastIndex = found.index + 2;
      else if (this.#text[found.index + 1] === quote) find.lastIndex = found.index + 2;
      // A quote at the very end may be the first of two.
      else if (found.index + 1 >= this.#text.length && !this.#ended) return -1;
      else return found.index + 1;
    }
  }

  #row({ table, columns }: { table: string; columns: string[] }): TableRow | null | Waiting {
    const opening = /\s*(,)?\s*(\()?/y;
    opening.lastIndex = this.#at;
    const open = opening.exec(this.#text);
    if (open?.[2] === undefined) {
      if (opening.lastIndex >= this.#text.length && !this.#ended) return WAIT;
      this.#inserting = null;
      const end = this.#endOfStatement();
      this.#at = end < 0 ? this.#text.length : end + 1;
      return null;
    }
    this.#at = opening.lastIndex;
    const cells: Cell[] = [];
    for (;;) {
      const cell = this.#cell();
      if (cell === WAIT) return WAIT;
      cells.push(cell);
      const between = /\s*([,)])/y;
      between.lastIndex = this.#at;
      const found = between.exec(this.#text);
      if (found === null) {
        if (!this.#ended) return WAIT;
        throw new Unreadable('sql_cut_off');
      }
      this.#at = between.lastIndex;
      if (found[1] === ')') break;
    }
    if (!this.#wanted(table)) return null;
    return { table, cells: new Map(cells.map((cell, n) => [columns[n] ?? String(n), cell])) };
  }

  #cell(): Cell | Waiting {
    const start = /\s*(?:_\w+\s*)?(['"]|0x|[xX]'|[^\s,)]+)?/y;
    start.lastIndex = this.#at;
    const begun = start.exec(this.#text)?.[1];
    if (begun === undefined) {
      if (this.#ended) throw new Unreadable('sql_cut_off');
      return WAIT;
    }
    if (begun === "'" || begun === '"') return this.#quoted(start.lastIndex - 1);
    if (begun === '0x' || /^[xX]'$/.test(begun)) return this.#hex(start.lastIndex, begun !== '0x');
    if (start.lastIndex >= this.#text.length && !this.#ended) return WAIT;
    this.#at = start.lastIndex;
    if (/^[bB]'/.test(begun)) return String(Number.parseInt(begun.slice(2), 2) || 0);
    return begun.toUpperCase() === 'NULL' ? null : begun;
  }

  #quoted(start: number): string | Waiting {
    const end = this.#endOfQuote(start);
    if (end < 0) {
      if (this.#ended) throw new Unreadable('sql_cut_off');
      return WAIT;
    }
    this.#at = end;
    const quote = this.#text[start]!;
    const inner = this.#text.slice(start + 1, end - 1);
    if (!inner.includes('\\') && !inner.includes(quote)) return inner;
    return inner.replace(/\\([\s\S])|''|""/g, (whole, letter) =>
      letter === undefined ? whole[0] : (escapes[letter] ?? letter),
    );
  }

  #hex(start: number, closed: boolean): string | Waiting {
    const digits = /[\da-f]*/iy;
    digits.lastIndex = start;
    const text = digits.exec(this.#text)?.[0] ?? '';
    if (digits.lastIndex >= this.#text.length && !this.#ended) return WAIT;
    this.#at = digits.lastIndex + (closed ? 1 : 0);
    return Buffer.from(text, 'hex').toString('utf8');
  }
}
