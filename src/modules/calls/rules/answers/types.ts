import type { FileType } from '../content/index.ts';

/** `amount` in đồng; text where what was typed is no amount. `words`: benefit that no money counts. */
export interface MoneyAnswer {
  readonly amount: number | string | null;
  readonly words: string;
}

/** One row of a people table: `name`, the columns that are asked, `share` in per cent. */
export interface PersonAnswer {
  readonly name: string;
  /** Text where what was typed is no number. */
  readonly share?: number | string;
  readonly [column: string]: string | number | undefined;
}

/**
 * By the kind of its field: text and dates are text ('YYYY', 'YYYY-MM', 'YYYY-MM-DD', or as typed
 * where it is no date), numbers are numbers (text where it is none), choices a list of values.
 */
export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | MoneyAnswer
  | readonly PersonAnswer[];

/** By the key of the field. What an edition no longer asks for stays here. */
export type Answers = Readonly<Record<string, Answer>>;

/** A file of a dossier. */
export interface AnswerFile {
  /** Key of its field. */
  readonly field: string;
  readonly name: string;
  /** What its bytes are. */
  readonly type: FileType | (string & {});
  /** In bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}
