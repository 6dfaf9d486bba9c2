import type { Issue } from '../../../kernel/issue.ts';

/**
 * A cell as it was read. `text` is what Excel shows (or the field of a CSV file); `value` the
 * thing itself. A date is its ISO day, with "THH:MM:SS" behind it when it has a time of day.
 */
export interface Cell {
  /** Such as "C7". */
  readonly address: string;
  readonly kind: 'empty' | 'text' | 'number' | 'boolean' | 'day' | 'error';
  readonly value: string | number | boolean | null;
  readonly text: string;
}

export interface Sheet {
  readonly name: string;
  /** rows[i] is row i + 1 of the file; empty rows are there; a row ends at its last filled cell. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface ReadLimits {
  /** Size of the file in bytes; 20 MB unless told. */
  readonly maxBytes?: number;
  /** Number of the last row that is not empty, in each sheet; 20,000 unless told. */
  readonly maxRows?: number;
  /** Cells of all sheets together, also styled empty ones; 1,000,000 unless told. */
  readonly maxCells?: number;
}

/** `issues` is empty when the file was read; otherwise `sheets` is empty. */
export interface ReadResult {
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue[];
}

export const READ_DEFAULTS: Required<ReadLimits> = {
  maxBytes: 20 * 1_048_576,
  maxRows: 20_000,
  maxCells: 1_000_000,
};

/** Letters of a column counted from 0: A … Z, AA … */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Address of a cell whose row and column are counted from 0: (6, 2) is "C7". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
