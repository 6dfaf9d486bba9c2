import type { Content } from './types.ts';

export interface SortLink {
  readonly href: string;
  /** Set on the column that the rows are sorted by. */
  readonly direction?: 'asc' | 'desc' | undefined;
}

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row, index: number) => Content;
  /** Numbers stand at the right, in tabular figures. */
  readonly align?: 'num' | undefined;
  readonly sort?: SortLink | undefined;
  /** Shown in the last row, which is there when any column has one. */
  readonly total?: Content;
  /** Names the row (th): title of the block on a phone. The first column when none is marked. */
  readonly header?: boolean | undefined;
  /** Never broken over lines: codes, dates. */
  readonly nowrap?: boolean | undefined;
  /** On a wide screen the column keeps room for a name of usual length on one line. */
  readonly roomy?: boolean | undefined;
  /** The head says it only to screen readers (a column of buttons). */
  readonly labelHidden?: boolean | undefined;
  /** A cell that something is to be said about: framed. */
  readonly tone?: ((row: Row) => 'warn' | 'bad' | undefined) | undefined;
  /**
   * On a phone: `line` (label and value on a line of their own, the default), `half` (two pairs on a
   * line), `bare` (value without label), `hidden`.
   */
  readonly phone?: 'line' | 'half' | 'bare' | 'hidden' | undefined;
}

export interface GroupRow {
  readonly label: Content;
  /** Number of the group, in the first column. */
  readonly code?: string | undefined;
}

export interface TableProps<Row> {
  /** Says what the table holds; on screen only with `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** A row of this kind opens before the first row whose group differs (by `groupKey`). */
  readonly group?: ((row: Row) => GroupRow | undefined) | undefined;
  readonly groupKey?: ((row: Row) => string) | undefined;
  readonly selected?: ((row: Row, index: number) => boolean) | undefined;
  readonly tone?: ((row: Row, index: number) => 'warn' | 'bad' | undefined) | undefined;
  /** Anchor of a row, to come back to it. */
  readonly rowId?: ((row: Row, index: number) => string | undefined) | undefined;
  /** A line across the table under the row: a message with its fix. */
  readonly detail?: ((row: Row, index: number) => Content) | undefined;
  /** In place of rows when there are none. */
  readonly empty?: Content;
  /** A matrix too wide for a phone: scrolls in its own box, the first column stays. */
  readonly scroll?: boolean | undefined;
}
