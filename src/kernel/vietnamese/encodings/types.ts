/**
 * How a text is written. 'mixed' is Unicode in which letters are composed in different ways
 * (ê + U+0303 beside ễ). 'tcvn3-capitals' is TCVN3 for a font that draws every letter as a capital.
 */
export type TextEncoding =
  | 'nfc'
  | 'nfd'
  | 'mixed'
  | 'tcvn3'
  | 'tcvn3-capitals'
  | 'vni'
  | 'viqr'
  | 'windows-1258';

/** A text read with one table. `broken` counts marks that found no letter to stand on. */
export interface Reading {
  readonly text: string;
  readonly broken: number;
}
