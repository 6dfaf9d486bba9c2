import type { Issue } from '../../../kernel/issue.ts';

export interface TableCell {
  /**
   * What Excel shows, or the CSV field; '' for empty. A number without a format of its own has all
   * its digits (Excel would fall back to 1,2E+11 in a narrow column); point and comma are the
   * invariant ones; the short day of the system is dd/mm/yyyy.
   */
  readonly text: string;
  readonly kind: 'empty' | 'text' | 'number' | 'boolean' | 'day' | 'error';
  /**
   * ISO day 'YYYY-MM-DD' when the cell is a date by its number format (1900 and 1904 systems), also
   * where the format shows only a year or a month: `text` tells how much was shown.
   */
  readonly day?: string;
  /** The value of kind 'number' and 'day' (its serial number), at Excel's 15 digits. */
  readonly number?: number;
  /** Font of the cell, or the one font of all its runs, when the file tells. */
  readonly font?: string;
  /** Rich text whose runs have different fonts. */
  readonly runs?: readonly { readonly text: string; readonly font?: string }[];
  /**
   * A formula: its cached value is read, nothing is computed. Without a cached value the cell is of
   * kind 'error' with text ''; with an empty one it is 'empty'.
   */
  readonly formula?: true;
}

export interface TableRow {
  /** As Excel counts, from 1; in a CSV the record, so a quoted line break does not count. */
  readonly number: number;
  /** The index is the column from 0; ends at the last cell that is not empty. */
  readonly cells: readonly (TableCell | undefined)[];
}

export interface TableSheet {
  readonly name: string;
  readonly index: number;
  /** Hidden or very hidden. */
  readonly hidden: boolean;
  /** "A1:L48217" as the file claims, or null. Files often claim wrongly. */
  readonly dimension: string | null;
}

/** A range of merged cells; rows counted from 1, columns from 0. */
export interface MergedRange {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export interface RowsOptions {
  /** Rows up to this number are passed over. */
  readonly after?: number;
  /** So many rows at most. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface Table {
  readonly format: 'xlsx' | 'csv';
  /**
   * How the bytes of a CSV were read; null for xlsx. 'windows-1252' stands for "8-bit, not UTF-8":
   * every byte became one character and none was lost; the bytes 81, 8D, 8F, 90, 9D became C1.
   */
  readonly bytes: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
  readonly delimiter: string | null;
  /** The workbook carries macros (never run). */
  readonly macros: boolean;
  readonly sheets: readonly TableSheet[];
  /**
   * Rows in order in batches of some hundreds, empty rows left out. Can be called again (starts at
   * the beginning). Memory is flat. Throws TableFault when the file turns out broken or over a
   * limit, and the signal's reason when that is aborted.
   */
  rows(sheet: number, options?: RowsOptions): AsyncGenerator<readonly TableRow[]>;
  /** Merged ranges of a sheet, [] for CSV. They lie behind the rows: the sheet is passed over once. */
  merges(sheet: number): Promise<readonly MergedRange[]>;
  /** 0..1 how far the latest reading is, by bytes. */
  progress(): number;
  close(): Promise<void>;
}

export interface TableLimits {
  /** Size of the file in bytes; 200 MB unless told. */
  readonly maxBytes?: number;
  /** Rows that are not empty, in one sheet; 1,000,000. */
  readonly maxRows?: number;
  /** Column of the last cell that is not empty, counted from 1; 300. */
  readonly maxColumns?: number;
  /** Bytes that one reading may unpack; 4 GB. A part that grows beyond all measure ends sooner. */
  readonly maxUnpacked?: number;
  /** Different texts of a workbook; 12,000,000. */
  readonly maxSharedStrings?: number;
  /** Bytes of these texts in UTF-8, all held in memory; 192 MB. */
  readonly maxSharedBytes?: number;
  /** UTF-16 units of one cell; 32,767, what Excel allows. */
  readonly maxCellLength?: number;
  readonly maxSheets?: number;
  /** Merged ranges of one sheet; 100,000. */
  readonly maxMerges?: number;
}

const MB = 1_048_576;

export const TABLE_DEFAULTS: Required<TableLimits> = {
  maxBytes: 200 * MB,
  maxRows: 1_000_000,
  maxColumns: 300,
  maxUnpacked: 4096 * MB,
  maxSharedStrings: 12_000_000,
  maxSharedBytes: 192 * MB,
  maxCellLength: 32_767,
  maxSheets: 500,
  maxMerges: 100_000,
};

export type FullLimits = Required<TableLimits>;

export type OpenedTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The file turned out broken, hostile or over a limit: an issue's code and data, as an exception. */
export class TableFault extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, data: Readonly<Record<string, unknown>> = {}) {
    super(Object.keys(data).length === 0 ? code : `${code} ${JSON.stringify(data)}`);
    this.name = 'TableFault';
    this.code = code;
    this.data = data;
  }
}

/** A file whose structure contradicts itself; `reason` is for the log, not for the reader. */
export function damaged(reason: string, data: Readonly<Record<string, unknown>> = {}): TableFault {
  return new TableFault('table.damaged', { reason, ...data });
}
