/** What a check can find. */
export const problemCodes = [
  'sum',
  'row_sum',
  'group_sum',
  'part_exceeds_whole',
  'mean',
  'share',
  'share_total',
  'ratio',
  'growth',
  'difference',
  'jump',
  'narrative',
  'text_sum',
  'text_count',
  'text_number',
  'text_difference',
  'age_window',
  'missing_value',
  'missing_unit',
  'mixed_format',
  'not_a_number',
  'negative',
  'fraction',
  'duplicate_row',
  'numbering',
  'date_order',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * One place where figures contradict each other. `path` is where: the address of a cell ('C7',
 * 'Biểu 1!C7'), a JSON Pointer, or the key of a form's row. `stated` is what stands there, `computed`
 * what the other figures say it should be; null where there is nothing to say. `data` fills the words.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly path: string;
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Makes a problem. */
export function problem(
  code: ProblemCode,
  path: string,
  stated: Problem['stated'],
  computed: Problem['computed'],
  data: Readonly<Record<string, unknown>> = {},
): Problem {
  return { code, path, stated, computed, data };
}
