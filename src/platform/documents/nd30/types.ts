import type { Day } from '../../../kernel/day.ts';

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A text, or pieces of it with their own weight. A line break in it stays a line break. */
export type Inline = string | readonly Run[];

export type Align = 'left' | 'center' | 'right';

export interface TableColumn {
  readonly header: string;
  /** Share of the width of the text; the shares of a table need not add up to 1. */
  readonly share: number;
  readonly align?: Align;
}

/** Cells are text as it shall be printed: numbers come already in Vietnamese form. */
export type TableRow =
  | { readonly kind: 'row' | 'total'; readonly cells: readonly Inline[] }
  | { readonly kind: 'group'; readonly text: string };

export type Block =
  /** Level 1: "I. …" in capitals; 2: "1. …" bold; 3: "a) …" upright. The number is in the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Inline; readonly align?: Align | 'justify' }
  | { readonly kind: 'bullet'; readonly text: Inline }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly TableRow[];
      /** Printed in italics above the table, to the right, such as its unit. */
      readonly note?: string;
    }
  | { readonly kind: 'pageBreak' };

/** A section of its own behind the signature, with its own page numbers. Roman numbers are added. */
export interface Appendix {
  readonly title: string;
  readonly orientation?: 'portrait' | 'landscape';
  readonly body: readonly Block[];
}

/** In whose name or place one signs: the line is the mark and what follows it. */
export interface Authority {
  readonly mark: 'TM.' | 'KT.' | 'TL.' | 'Q.' | 'TUQ.';
  readonly of: string;
}

export interface Signature {
  /** From top to bottom; empty for one who signs in his own office. */
  readonly authority?: readonly Authority[];
  /** Empty where the line of authority already ends with the office ("Q. …"). */
  readonly position: string;
  /** Family, middle and given name, without any title. */
  readonly name: string;
}

/** An administrative document. Names are given in ordinary case; capitals are set by the layout. */
export interface OfficialDocument {
  /** null: an official letter, which has no type name. */
  readonly type: { readonly code: string; readonly title: string } | null;
  readonly parentAgency?: string;
  /** "\n" in a name of an agency or in the subject fixes where the line ends. */
  readonly agency: string;
  /** null: a draft, whose number is left blank. */
  readonly number: number | null;
  /** What follows the code of the type, such as "LHH"; for a letter the whole symbol. */
  readonly symbol: string;
  readonly place: string;
  /** null: left blank to be written in. */
  readonly day: Day | null;
  readonly subject: string;
  readonly addressees?: readonly string[];
  readonly grounds?: readonly string[];
  readonly body: readonly Block[];
  readonly signature: Signature;
  /** Without the line of the archive, which the layout adds. */
  readonly recipients: readonly string[];
  /** Units that keep a copy after "VT". */
  readonly filedWith?: readonly string[];
  readonly appendices?: readonly Appendix[];
}
