import { roundDecimal } from '../../../kernel/decimal.ts';
import { jumpOf } from './history.ts';
import { type Figure, textProblems } from './narrative.ts';
import { type Problem, problem } from './problem.ts';

/** A row of a report's form, with what is declared in it. */
export interface FormRow {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
  /** What is declared (or offered and not touched); null: nothing. */
  readonly value: number | null;
  /** The same row of the period before; null: not known. */
  readonly previous: number | null;
  /** Keys of the rows that add up to this one; empty: none. */
  readonly sum: readonly string[];
  /** Key of the row that this one is part of; null: none. */
  readonly within: string | null;
}

export interface FormInput {
  readonly rows: readonly FormRow[];
  /** Texts of the form's narrative sections. */
  readonly narratives: readonly { readonly key: string; readonly words: string }[];
}

/**
 * What contradicts itself in a form: sums against their parts, parts greater than the whole, jumps
 * against the period before, impossible figures, and narratives against the table and themselves.
 * `path` of a problem is the key of its row or narrative.
 */
export function formProblems({ rows, narratives }: FormInput): Problem[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const figures: Figure[] = rows.flatMap((row) =>
    row.value === null ? [] : [{ label: row.label, values: [row.value], path: row.key }],
  );
  return [
    ...rows.flatMap((row) => [
      ...impossible(row),
      ...sumProblem(row, byKey),
      ...withinProblem(row, byKey),
      ...jumpProblem(row),
    ]),
    ...narratives.flatMap(({ key, words }) => textProblems(key, words, figures)),
  ];
}

function impossible({ key, label, value, decimals }: FormRow): Problem[] {
  if (value === null) return [];
  if (value < 0) return [problem('negative', key, value, null, { label })];
  const shown = Number(roundDecimal(value, decimals));
  return shown === value ? [] : [problem('fraction', key, value, shown, { label, decimals })];
}

function sumProblem(row: FormRow, byKey: ReadonlyMap<string, FormRow>): Problem[] {
  const parts = row.sum.map((key) => byKey.get(key));
  if (row.value === null || parts.length === 0) return [];
  if (parts.some((part) => part === undefined || part.value === null)) return [];
  const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0);
  const computed = Number(roundDecimal(Number(sum.toPrecision(14)), row.decimals));
  // Figures with decimals were each rounded: their sum may miss by a step.
  const step = row.decimals === 0 ? 0 : 10 ** -row.decimals;
  if (Math.abs(row.value - computed) <= step + 1e-9) return [];
  const labels = parts.map((part) => part?.label ?? '');
  return [
    problem('sum', row.key, row.value, computed, {
      label: row.label,
      decimals: row.decimals,
      parts: parts.map((part) => part?.value),
      labels,
    }),
  ];
}

function withinProblem(row: FormRow, byKey: ReadonlyMap<string, FormRow>): Problem[] {
  const whole = row.within === null ? undefined : byKey.get(row.within);
  if (whole === undefined || whole.value === null || row.value === null) return [];
  if (row.value <= whole.value) return [];
  const data = { label: row.label, whole: whole.label, decimals: row.decimals };
  return [problem('part_exceeds_whole', row.key, row.value, whole.value, data)];
}

function jumpProblem({ key, label, value, previous, decimals, unit }: FormRow): Problem[] {
  if (value === null || previous === null || unit === '%') return [];
  const jump = jumpOf(value, [previous]);
  if (jump === null) return [];
  return [problem('jump', key, value, previous, { label, decimals, ...jump })];
}
