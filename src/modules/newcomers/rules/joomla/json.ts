import { Unreadable } from '../types.ts';
import type { Cell, TableRow } from './sql.ts';

const longestRow = 40_000_000;

/**
 * Rows out of phpMyAdmin's export to JSON: `{"type":"table","name":…,"data":[…]}` of today, and of old versions arrays
 * of rows under a remark `// database.table`. Cut anywhere.
 */
export class JsonRows {
  readonly #wanted: (table: string) => boolean;
  #text = '';
  #at = 0;
  #table = '';

  constructor(wanted: (table: string) => boolean) {
    this.#wanted = wanted;
  }

  *add(piece: string, last = false): Generator<TableRow> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    if (this.#text.length > longestRow) throw new Unreadable('json_too_long', { most: longestRow });
    for (;;) {
      const find = /\{|\/\/[^\n]*\n|\/\*[\s\S]*?\*\//g;
      find.lastIndex = this.#at;
      const found = find.exec(this.#text);
      if (found === null) return;
      if (found[0] !== '{') {
        this.#at = find.lastIndex;
        const named = /^\/\/\s*(?:[\w$-]+\.)?([\w$#-]+)/.exec(found[0])?.[1];
        if (named !== undefined) this.#table = named.toLowerCase();
        continue;
      }
      // The table's own object is not waited for: its rows are taken one by one.
      const head = /\{\s*"type"\s*:\s*"table"\s*,\s*"name"\s*:\s*"([^"]*)"[^[{]*"data"\s*:\s*\[/y;
      head.lastIndex = found.index;
      const table = head.exec(this.#text);
      if (table !== null) {
        this.#table = table[1]!.toLowerCase();
        this.#at = head.lastIndex;
        continue;
      }
      const end = endOfObject(this.#text, found.index);
      if (end < 0) {
        if (last) throw new Unreadable('json_cut_off');
        // Nothing before it is needed any more.
        this.#at = found.index;
        return;
      }
      this.#at = end;
      const row = this.#rowOf(this.#text.slice(found.index, end));
      if (row !== null) yield row;
    }
  }

  #rowOf(text: string): TableRow | null {
    if (this.#table === '' || !this.#wanted(this.#table)) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new Unreadable('not_json');
    }
    const cells = Object.entries(value as object).map(([key, cell]): [string, Cell] => [
      key.toLowerCase(),
      cell === null || cell === undefined ? null : String(cell),
    ]);
    return { table: this.#table, cells: new Map(cells) };
  }
}

/** The place after an object that begins at `start`; -1 when its end has not come. */
function endOfObject(text: string, start: number): number {
  const find = /["{}]/g;
  find.lastIndex = start;
  let depth = 0;
  for (;;) {
    const found = find.exec(text);
    if (found === null) return -1;
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') {
      depth -= 1;
      if (depth === 0) return find.lastIndex;
    } else {
      const end = endOfText(text, found.index + 1);
      if (end < 0) return -1;
      find.lastIndex = end;
    }
  }
}

function endOfText(text: string, start: number): number {
  const find = /["\\]/g;
  find.lastIndex = start;
  for (;;) {
    const found = find.exec(text);
    if (found === null) return -1;
    if (found[0] === '"') return find.lastIndex;
    find.lastIndex = found.index + 2;
  }
}
