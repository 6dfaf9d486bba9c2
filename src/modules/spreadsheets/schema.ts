import type { Issue } from '../../kernel/issue.ts';
import type { TextEncoding } from '../../kernel/vietnamese/encodings/index.ts';
import type { RosterField } from './rules/fields.ts';

/** One column of a file, as it was found and as it is going to be read. */
export interface RosterColumn {
  /** From 0. */
  readonly index: number;
  /** 'A', 'B', … */
  readonly letter: string;
  /** The header as read (NFC); '' where there is none. Headers over several rows are joined by ' · '. */
  readonly title: string;
  readonly field: RosterField;
  /** 0..1, and why: 'header', 'values', 'both', 'remembered', 'chosen', 'none'. */
  readonly certainty: number;
  readonly reason: string;
  readonly encoding: TextEncoding;
  readonly encodingCertainty: number;
  /** Codes and figures, in words on the page: {cells, agree, font, …}. */
  readonly encodingEvidence: Readonly<Record<string, unknown>>;
  /** Some cells as they are in the file, and the same ones read. */
  readonly samples: readonly { readonly raw: string; readonly read: string }[];
  /** A column that looks as if it held sensitive data, by header or values. */
  readonly sensitive: boolean;
  /** 'YYYY' order of ambiguous dates and such, see rules/values. */
  readonly hint?: string;
}

/** The values of one row, cleaned: absent is null or empty. Names in NFC. */
export interface RosterValues {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly gender: 'male' | 'female' | 'other' | null;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly degrees: readonly string[];
  readonly field: string | null;
  readonly workplace: string | null;
  readonly job: string | null;
  readonly address: string | null;
  readonly note: string | null;
  readonly association: string | null;
  readonly branch: string | null;
  readonly joined: string | null;
  readonly kind: 'full' | 'associate' | 'honorary' | null;
  readonly cardNumber: string | null;
  readonly post: string | null;
  readonly citizenId: string | null;
  readonly ethnicity: string | null;
  readonly religion: string | null;
  readonly party: string | null;
}

/**
 * A row read by the rules. 'rejected' rows cannot be taken (no name, a day that does not exist);
 * 'review' rows are taken and should be looked at. The issues' `path` is a RosterField, their data
 * holds `cell` ("C118") and `value`.
 */
export interface RosterReading {
  readonly rowNumber: number;
  readonly state: 'ready' | 'review' | 'rejected';
  readonly values: RosterValues;
  readonly issues: readonly Issue[];
}

/** One sheet of a file that has a header, and how it is read. */
export interface SheetPlan {
  readonly index: number;
  readonly name: string;
  /** Row of the headers (the last one of several) as Excel counts; rows after it are data. */
  readonly headerRow: number;
  /** Fingerprint of the headers: the same shape is mapped the same way next time. */
  readonly shape: string;
  readonly columns: readonly RosterColumn[];
  /** False: the sheet is left out. */
  readonly chosen: boolean;
  /** How the bytes of a text file were read; null for a workbook. */
  readonly bytes: string | null;
}
