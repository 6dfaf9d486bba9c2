/**
 * The layout of administrative documents as one dated set of constants, so that a decree that
 * replaces this one is a second object and old documents keep theirs. Lengths in mm, sizes and
 * spacings in points. Where the decree gives a range, the value of its own sample column is taken.
 */
export interface LayoutProfile {
  readonly code: string;
  readonly legalBasis: {
    readonly document: string;
    readonly issuedOn: string;
    readonly part: string;
  };
  readonly pageMm: { readonly width: number; readonly height: number };
  readonly marginMm: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  /** Distance from the upper edge of the sheet to the page number. */
  readonly pageNumberFromTopMm: number;
  readonly font: string;
  readonly firstLineIndentMm: number;
  readonly paragraphGapPt: number;
  /** In single lines. */
  readonly lineSpacing: number;
  /** Length of the rule under a name or a subject, as a share of the line above it. */
  readonly shortRule: number;
  readonly headColumnMm: { readonly agency: number; readonly nation: number };
  readonly signatureGapPt: number;
  readonly size: Readonly<Record<SizeName, number>>;
}

export type SizeName =
  | 'nation'
  | 'motto'
  | 'agency'
  | 'number'
  | 'placeAndDate'
  | 'type'
  | 'subject'
  | 'letterSubject'
  | 'body'
  | 'table'
  | 'signature'
  | 'recipientsLabel'
  | 'recipients'
  | 'appendix'
  | 'pageNumber';

/** Decree 30/2020 of 5 March 2020, Appendix I. */
export const nd30Profile: LayoutProfile = {
  code: 'nd30-2020',
  legalBasis: { document: '30/2020/N\u0110-CP', issuedOn: '2020-03-05', part: 'Appendix I' },
  pageMm: { width: 210, height: 297 },
  marginMm: { top: 20, bottom: 20, left: 30, right: 20 },
  pageNumberFromTopMm: 10,
  font: 'Times New Roman',
  firstLineIndentMm: 12.7,
  paragraphGapPt: 6,
  lineSpacing: 1.15,
  shortRule: 0.42,
  headColumnMm: { agency: 66, nation: 94 },
  signatureGapPt: 80,
  size: {
    nation: 12,
    motto: 13,
    agency: 12,
    number: 13,
    placeAndDate: 13,
    type: 14,
    subject: 14,
    letterSubject: 12,
    body: 14,
    table: 13,
    signature: 14,
    recipientsLabel: 12,
    recipients: 11,
    appendix: 14,
    pageNumber: 14,
  },
};
