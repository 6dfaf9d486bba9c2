import type { CellKind } from './cell-content.ts';

export interface SheetOutColumn {
  readonly key: string;
  readonly header: string;
  /** In characters, as Excel counts. */
  readonly width: number;
  readonly type: CellKind;
  /** Places behind the comma for type 'number'; as many as the value has, ungrouped, when left out. */
  readonly decimals?: number;
  /** Comment on the header cell. */
  readonly note?: string;
  /** Its cells may be typed over. Where a column says so, everything else in the sheet is locked. */
  readonly open?: boolean;
  /** For the program, not for people. */
  readonly hidden?: boolean;
  /** What one row may be given to choose from; null: anything that fits the type. */
  readonly choices?: (row: Readonly<Record<string, unknown>>) => readonly string[] | null;
}

export interface SheetOut {
  /** What Excel does not allow in a name of a sheet is replaced; 31 characters. */
  readonly name: string;
  readonly title?: string;
  /** Lines between title and header: the day, the filter, who made it. */
  readonly notes?: readonly string[];
  readonly columns: readonly SheetOutColumn[];
  /**
   * Values by column key. Text: anything printable; number and integer: number, bigint or a
   * database numeric; day: 'YYYY-MM-DD'. What does not fit its type is written as text, never lost.
   */
  readonly rows:
    | AsyncIterable<Readonly<Record<string, unknown>>>
    | Iterable<Readonly<Record<string, unknown>>>;
  /** Head stays in sight while scrolling; true unless told. */
  readonly freezeHeader?: boolean;
}

export interface WorkbookOut {
  readonly sheets: readonly SheetOut[];
  readonly title?: string;
  readonly creator?: string;
}
