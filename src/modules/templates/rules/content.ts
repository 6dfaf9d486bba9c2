export const rowKinds = ['number', 'yes_no'] as const;
export type RowKind = (typeof rowKinds)[number];
/** How deep a section or row stands: 1 is the outermost. */
export type Level = 1 | 2 | 3;

/** One row of a report's table. */
export interface TemplateRow {
  /** Stable within the template: cells are kept under it. By default the indicator's code. */
  readonly key: string;
  /** As printed before the label: '1', '1.1'; may be empty. */
  readonly number: string;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
  readonly kind: RowKind;
  /** Code of the indicator that says what the records tell; null: only declared. */
  readonly indicator: string | null;
  readonly level: Level;
  /** Keys of the rows that add up to this one. */
  readonly sum: readonly string[];
  /** Key of the row that this one is part of ("trong đó"): it is never more than that. */
  readonly within: string | null;
  readonly required: boolean;
}

export const sectionKinds = ['heading', 'narrative', 'table'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A part of a report, in the order of the document. */
export interface TemplateSection {
  readonly key: string;
  /** 'I', '1', …; may be empty. */
  readonly number: string;
  readonly title: string;
  readonly level: Level;
  readonly kind: SectionKind;
  /** What is to be written here, for whoever fills it. */
  readonly hint: string | null;
  /** Sentences offered to whoever writes; {key} stands for the figure of that row. */
  readonly sentences: readonly string[];
  /** Of a table. */
  readonly rows: readonly TemplateRow[];
}

export interface TemplateContent {
  readonly sections: readonly TemplateSection[];
}

/** Every row of every table, in the order of the document. */
export function rowsOf(content: TemplateContent): TemplateRow[] {
  return content.sections.flatMap((section) => section.rows);
}

/** Keys that figures are named by in a sentence: '{I.2} and {I.3}' names both. */
export function figuresIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{([^{}\s]{1,60})\}/g)].map((match) => match[1] ?? '');
}
