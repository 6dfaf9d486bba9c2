/** A cell as a file or a message holds it. */
export interface SourceCell {
  /** What is shown; '' for empty. */
  readonly text: string;
  readonly path: string;
  /** 'null' is a cell that says that nothing is known. */
  readonly kind: 'text' | 'number' | 'day' | 'empty' | 'null';
  /** Of kind 'number': as calculated with, which may have more places than are shown. */
  readonly number?: number;
  /** Of kind 'day': ISO. */
  readonly day?: string;
}

/** One table as it was handed over; every row has a cell for each column. */
export interface SourceTable {
  readonly name: string;
  /** Titles of the columns where they are known; null: they stand in the first rows, if anywhere. */
  readonly titles: readonly string[] | null;
  /** Where the columns' titles stand, for problems of a whole column. */
  readonly titlePaths?: readonly string[];
  /** The title of the group above each title, where they are known. */
  readonly groups?: readonly string[];
  readonly rows: readonly (readonly SourceCell[])[];
  /** Texts that were handed over with the table. */
  readonly texts: readonly SourceText[];
}

export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Of a text without a table of its own: where the figures stand that it speaks of. */
  readonly under?: string;
}
