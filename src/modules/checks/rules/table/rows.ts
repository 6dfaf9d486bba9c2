import { bareWords } from '../plain.ts';
import type { GridColumn } from './column.ts';
import type { CellValue } from './numbers.ts';
import type { SourceCell } from './source.ts';
import { isMeanLabel, isOfWhich, isTotalLabel } from './words.ts';

export interface GridRow {
  readonly index: number;
  readonly label: string;
  readonly words: string;
  /** As written: 'I', '1.1', 'a'; null without one. */
  readonly ordinal: string | null;
  /** Row that it stands under; null at the top. */
  readonly parent: number | null;
  readonly kind: 'data' | 'total' | 'mean' | 'heading';
  /** Below "Trong đó": a part that need not make up the whole with others. */
  readonly ofWhich: boolean;
  readonly unit: string;
}

const PREFIX = /^\s*((?:\d+(?:\.\d+)*|[IVX]+|[A-Za-z\u0111\u0110])[.)]|\d+(?:\.\d+)+|[-–+*•])\s+/;

/** Reads what the rows are and under which other they stand. */
export function readRows(
  columns: readonly GridColumn[],
  cells: readonly (readonly SourceCell[])[],
  values: readonly (readonly CellValue[])[],
): GridRow[] {
  const ordinals = columns.find(({ kind }) => kind === 'ordinal')?.index;
  const label = columns.find(({ kind }) => kind === 'label')?.index;
  const unit = columns.find(({ kind }) => kind === 'unit')?.index;
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ index }) => index);
  const tree = new Tree();
  return cells.map((row, index) => {
    const whole = labelOf(row, label, ordinals, numbers);
    const prefix = PREFIX.exec(whole)?.[1] ?? '';
    const text = prefix === '' ? whole.trim() : whole.replace(PREFIX, '').trim();
    const written = ordinals === undefined ? '' : (row[ordinals]?.text.trim() ?? '');
    const mark = isOrdinal(written) ? written : prefix;
    const words = bareWords(text.replace(/\([^()]*\)/g, ' '));
    const hasValue = numbers.some((at) => values[index]?.[at]?.kind === 'value');
    const kind = kindOf(words, hasValue);
    const place = tree.place(index, mark.replace(/[.)]$/, ''), kind, words, ordinals !== undefined);
    return {
      index,
      label: text,
      words,
      ordinal: mark === '' || /^[-–+*•]$/.test(mark) ? null : mark.replace(/[.)]+$/, ''),
      ...place,
      kind,
      unit: unit === undefined ? '' : bareWords(row[unit]?.text ?? ''),
    };
  });
}

const isOrdinal = (text: string): boolean =>
  /^(?:\d+(?:\.\d+)*|[IVX]+|[A-Za-z\u0111\u0110])[.)]?$|^[-–+*•]$/.test(text);

/** Total rows often have their word in the cell of the numbering, or joined over the first cells. */
function labelOf(
  row: readonly SourceCell[],
  label: number | undefined,
  ordinals: number | undefined,
  numbers: readonly number[],
): string {
  const own = label === undefined ? '' : (row[label]?.text ?? '');
  if (own.trim() !== '') return own;
  const written = ordinals === undefined ? '' : (row[ordinals]?.text ?? '');
  if (written.trim() !== '' && !isOrdinal(written.trim())) return written;
  const first = row.find(
    (cell, at) => cell.kind === 'text' && /\p{L}/u.test(cell.text) && !numbers.includes(at),
  );
  return label === undefined || first === undefined || row.indexOf(first) > (numbers[0] ?? 0)
    ? ''
    : first.text;
}

function kindOf(words: string, hasValue: boolean): GridRow['kind'] {
  if (isMeanLabel(words)) return 'mean';
  if (!hasValue) return 'heading';
  return isTotalLabel(words) ? 'total' : 'data';
}

/** Follows the numbering: which style of number stands under which. */
class Tree {
  #open: { style: string; row: number; ordinal: string }[] = [];
  #ofWhich: number | null = null;
  #last: number | null = null;

  place(
    row: number,
    ordinal: string,
    kind: GridRow['kind'],
    words: string,
    isNumbered: boolean,
  ): { parent: number | null; ofWhich: boolean } {
    if (kind === 'total' || kind === 'mean') {
      this.#ofWhich = null;
      if (ordinal === '') return { parent: null, ofWhich: false };
    }
    const style = styleOf(ordinal, this.#open);
    if (isOfWhich(words) && !(ordinal !== '' && style !== '-')) return this.#which(kind);
    const inside =
      this.#ofWhich !== null && (ordinal === '' ? isNumbered : style === '-' || style === '+');
    if (inside) return { parent: this.#ofWhich, ofWhich: true };
    this.#ofWhich = null;
    const parent =
      ordinal === '' ? this.#bare(row, isNumbered) : this.#numbered(row, ordinal, style);
    this.#last = row;
    return { parent, ofWhich: false };
  }

  #which(kind: GridRow['kind']) {
    const parent = this.#ofWhich ?? this.#last;
    // 'Trong đó:' alone opens what comes; 'Trong đó: nữ' is such a row itself, and others may follow.
    this.#ofWhich = parent;
    return { parent, ofWhich: kind !== 'heading' || parent !== null };
  }

  #numbered(row: number, ordinal: string, style: string): number | null {
    const at = this.#open.findIndex((one) => one.style === style);
    if (at >= 0) this.#open.length = at;
    while (/\./.test(ordinal) && this.#open.length > 0) {
      const top = this.#open.at(-1)!;
      const above = ordinal.slice(0, ordinal.lastIndexOf('.'));
      if (top.ordinal === above || !/^\d/.test(top.ordinal)) break;
      this.#open.pop();
    }
    const parent = this.#open.at(-1)?.row ?? null;
    this.#open.push({ style, row, ordinal });
    return parent;
  }

  /** Without a number of its own, among rows with numbers: under the last of them. */
  #bare(_row: number, isNumbered: boolean): number | null {
    return isNumbered ? (this.#open.at(-1)?.row ?? null) : null;
  }
}

function styleOf(ordinal: string, open: readonly { style: string; ordinal: string }[]): string {
  if (/^[-–*•]$/.test(ordinal)) return '-';
  if (ordinal === '+') return '+';
  if (/^\d/.test(ordinal)) return `1${'.1'.repeat(ordinal.split('.').length - 1)}`;
  if (/^[IVX]+$/.test(ordinal)) {
    // I, V and X are letters too: after H comes I.
    const letter = open.find(({ style }) => style === 'A');
    const follows =
      letter !== undefined && ordinal.charCodeAt(0) === letter.ordinal.charCodeAt(0) + 1;
    return follows && ordinal.length === 1 ? 'A' : 'I';
  }
  return ordinal === ordinal.toLowerCase() ? 'a' : 'A';
}
