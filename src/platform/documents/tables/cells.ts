import { serialOf } from './format-date.ts';
import { fifteenDigits } from './format-number.ts';
import type { NumberFormat } from './formats.ts';
import type { Run, StringPool } from './strings.ts';
import { type CellStyle, PLAIN_STYLE, type Styles } from './styles.ts';
import type { TableCell } from './types.ts';

type Kind = TableCell['kind'];
const CACHE = 16_384;

/** Makes cells of what stands in the file, as they are shown. */
export class CellMaker {
  readonly #styles: Styles;
  readonly #pool: StringPool | null;
  // Sex, commune, association: the same text in the same style is the same cell. It is kept from its
  // second time on, so that names, which come once, do not fill the memory.
  readonly #seen = new Int32Array(CACHE).fill(-1);
  readonly #cachedIds = new Int32Array(CACHE).fill(-1);
  readonly #cachedStyles = new Int32Array(CACHE);
  readonly #cached: (TableCell | undefined)[] = new Array<undefined>(CACHE).fill(undefined);

  constructor(styles: Styles, pool: StringPool | null) {
    this.#styles = styles;
    this.#pool = pool;
  }

  /** A text of the shared strings; null when the file has no such text. */
  shared(id: number, style: number, formula: boolean): TableCell | null {
    const pool = this.#pool;
    if (pool === null || id >= pool.length) return null;
    const slot = (id ^ (style << 9)) & (CACHE - 1);
    const isCached = this.#cachedIds[slot] === id && this.#cachedStyles[slot] === style;
    if (isCached && !formula) return this.#cached[slot]!;
    const runs = pool.hasRuns ? pool.runs(id) : null;
    const cell = this.text(pool.get(id), runs, style, formula);
    if (formula) return cell;
    if (this.#seen[slot] === id) {
      this.#cachedIds[slot] = id;
      this.#cachedStyles[slot] = style;
      this.#cached[slot] = cell;
    } else this.#seen[slot] = id;
    return cell;
  }

  text(raw: string, runs: readonly Run[] | null, style: number, formula: boolean): TableCell {
    const { format, font } = this.#style(style);
    const text = format.showText === null || raw === '' ? raw : format.showText(raw);
    const kind: Kind = raw === '' ? 'empty' : 'text';
    if (runs === null || runs.length === 0) return make(text, kind, font, formula);
    const own = runs.map((run) => run.font ?? font);
    if (own.every((one) => one === own[0])) return make(text, kind, own[0], formula);
    const parts = runs.map((run, at) => {
      const of = own[at];
      return of === undefined ? { text: run.text } : { text: run.text, font: of };
    });
    return { ...make(text, kind, font, formula), runs: parts };
  }

  number(raw: string, style: number, formula: boolean): TableCell {
    const { format, font } = this.#style(style);
    const value = raw.trim() === '' ? Number.NaN : Number(raw);
    // Not a number, though it says so: what stands there is kept.
    if (!Number.isFinite(value)) return this.text(raw, null, style, formula);
    return numeric(fifteenDigits(value), format, font, formula);
  }

  boolean(raw: string, style: number, formula: boolean): TableCell {
    const text = /^(1|true)$/i.test(raw.trim()) ? 'TRUE' : 'FALSE';
    return make(text, 'boolean', this.#style(style).font, formula);
  }

  error(raw: string, style: number, formula: boolean): TableCell {
    return make(raw, 'error', this.#style(style).font, formula);
  }

  /** A cell that holds an ISO date; one that is none stays a text. */
  isoDate(raw: string, style: number, formula: boolean): TableCell {
    const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(
      raw.trim(),
    );
    if (match === null) return this.text(raw, null, style, formula);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
      .slice(1)
      .map((part) => Number(part ?? 0));
    const time = (hour * 3600 + minute * 60 + second) / 86_400;
    const serial = serialOf(year, month, day) + time - this.#styles.shift;
    const { format, font } = this.#style(style);
    return numeric(serial, format.general ? this.#styles.day : format, font, formula);
  }

  #style(index: number): CellStyle {
    return this.#styles.cells[index] ?? PLAIN_STYLE;
  }
}

function numeric(
  number: number,
  format: NumberFormat,
  font: string | undefined,
  formula: boolean,
): TableCell {
  const { text, kind, day } = format.show(number);
  if (formula) {
    const cell = { ...make(text, kind, font, true), number };
    return day === undefined ? cell : { ...cell, day };
  }
  if (font === undefined) {
    return day === undefined ? { text, kind, number } : { text, kind, number, day };
  }
  return day === undefined ? { text, kind, number, font } : { text, kind, number, day, font };
}

function make(text: string, kind: Kind, font: string | undefined, formula: boolean): TableCell {
  if (font === undefined) return formula ? { text, kind, formula: true } : { text, kind };
  return formula ? { text, kind, font, formula: true } : { text, kind, font };
}
