import type { RosterColumn } from '../schema.ts';
import type { CellLike } from './cell.ts';
import type { Draft } from './draft.ts';

/** The columns that are read, as far as reading goes. */
export type ReadColumn = Pick<
  RosterColumn,
  'index' | 'letter' | 'title' | 'field' | 'encoding' | 'hint'
> &
  Partial<Pick<RosterColumn, 'encodingEvidence'>>;

/** As far as writing its values goes. */
export type Column = Pick<RosterColumn, 'field' | 'letter' | 'hint'>;

/** Puts a cell, and its text as read, into the row. */
export type Writer = (one: Draft, cell: CellLike, text: string) => void;

export interface RowSetting {
  /** ISO day. */
  readonly today: string;
  readonly thisYear: number;
}
