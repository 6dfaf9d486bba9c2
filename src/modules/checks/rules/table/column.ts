export interface GridColumn {
  readonly index: number;
  readonly title: string;
  readonly path: string;
  /** Without dấu; with the group above it where there is one. */
  readonly words: string;
  readonly group: string;
  readonly kind: 'number' | 'ordinal' | 'label' | 'unit' | 'note' | 'text';
  readonly percent: boolean;
  readonly additive: boolean;
  /** The year that the title names, or its group. */
  readonly year: number | null;
}
