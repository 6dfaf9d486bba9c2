import { keptText } from '../../../../kernel/text.ts';
import { parseVietnameseNumber } from '../../../../kernel/vietnamese/numbers.ts';
import type { Contradiction, Figure, PastCode } from './types.ts';

export type Loose = Readonly<Record<string, unknown>>;
export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON Pointer of a member below another. */
export const below = (base: string, name: string | number): string =>
  `${base}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A figure as it is written: a number, or text such as '1.234', '27,4 %'. */
export function figureOf(value: unknown, path: string): Figure {
  if (typeof value === 'number')
    return { path, value: Number.isFinite(value) ? value : null, stated: value };
  if (typeof value !== 'string') return { path, value: null, stated: null };
  const text = keptText(value);
  if (text === '') return { path, value: null, stated: null };
  return { path, value: parseVietnameseNumber(text.replace(/\s*%$/, '')), stated: text };
}

/** A figure in a cell: as a number where it can be read as one, like what the checks of tables tell. */
export function cellFigure({
  text,
  path,
}: {
  readonly text: string;
  readonly path: string;
}): Figure {
  const figure = figureOf(text, path);
  return { ...figure, stated: figure.value ?? figure.stated };
}

export const contradiction = (
  code: PastCode,
  path: string,
  stated: Contradiction['stated'],
  computed: Contradiction['computed'],
  data: Contradiction['data'] = {},
): Contradiction => ({ code, path, stated, computed, data });

/** What is wrong with a figure that counts things. */
export function countProblems(figure: Figure | null, label: string): Contradiction[] {
  if (figure === null) return [];
  const { path, value, stated } = figure;
  if (stated === null) return [contradiction('missing_value', path, null, null, { label })];
  if (value === null) return [contradiction('not_a_number', path, stated, null, { label })];
  if (value < 0) return [contradiction('negative', path, stated, null, { label })];
  return Number.isInteger(value) ? [] : [contradiction('fraction', path, stated, null, { label })];
}

/**
 * What the parts come to. Where some are not known it is at least their sum: null then, unless that
 * is already more than `whole`.
 */
export function sumOf(parts: readonly (Figure | null)[], whole: number | null): number | null {
  const known = parts.flatMap((part) => (part?.value == null ? [] : [part.value]));
  const sum = Number(known.reduce((all, value) => all + value, 0).toPrecision(15));
  if (parts.length === 0) return null;
  if (known.length === parts.length) return sum;
  return whole !== null && sum > whole ? sum : null;
}
