import type { TextEncoding } from './types.ts';

export interface FontCount {
  readonly font: string;
  readonly cells: number;
  /** What the font is made for; null for a font of Unicode text. */
  readonly encoding: 'tcvn3' | 'tcvn3-capitals' | 'vni' | null;
}

export interface EncodingCandidate {
  readonly encoding: TextEncoding;
  /** Cells that read so. */
  readonly cells: number;
}

export interface EncodingEvidence {
  /** Cells that are not empty. */
  readonly cells: number;
  /** Of these: ASCII without marks, the same in every encoding. */
  readonly plain: number;
  /** Of these: surely Unicode, Vietnamese or foreign. */
  readonly unicode: number;
  /** Of these: with Vietnamese letters that no older encoding has. */
  readonly proven: number;
  /** Of these: surely not Unicode. The rest reads both ways. */
  readonly legacy: number;
  /** Most cells first, at most 8. */
  readonly fonts: readonly FontCount[];
  /** At most 5 cells as found and as read under the verdict. */
  readonly samples: readonly { readonly before: string; readonly after: string }[];
  readonly reason: 'all_plain' | 'unicode_letters' | 'reads_both_ways' | 'words' | 'words_and_font';
}

export interface EncodingVerdict {
  readonly encoding: TextEncoding;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: EncodingEvidence;
  /** What else the column holds or might be, most cells first. */
  readonly others: readonly EncodingCandidate[];
}

export interface EncodingJudge {
  /** A cell, and the font it is set in where the file says so. Empty cells count for nothing. */
  add(text: string, font?: string): void;
  verdict(): EncodingVerdict;
}
