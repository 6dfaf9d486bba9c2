import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { xmlText } from '../text.ts';

/** The two accent values of a union that a chart needs; other colours are the product's own. */
export interface ChartAccent {
  readonly base: string;
  readonly line: string;
}

export interface ChartSize {
  /** Pixels of the drawing, which scales as any picture does. */
  readonly width?: number;
  readonly height?: number;
}

export interface ChartLook extends ChartSize {
  readonly accent: ChartAccent;
  /** Places behind the comma in labels; as many as each value has when left out. */
  readonly decimals?: number;
  /** Said to screen readers and shown as the title of the picture. */
  readonly title: string;
}

export const INK = '#1E1C19';
export const INK_2 = '#57534B';
export const LINE = '#DAD6CE';
export const LINE_STRONG = '#857F74';
export const FONT = 'Be Vietnam Pro, system-ui, sans-serif';
export const TEXT_SIZE = 16;

/** Label of a value in Vietnamese form: "1.234,5". */
export function numberLabel(value: number, decimals?: number): string {
  return formatNumber(value, decimals);
}

/** Text that is only text: no control characters, on one line, cut to what a label can hold. */
export function plainLabel(text: string, longest = 60): string {
  const line = xmlText(text)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

export function assertColour(accent: ChartAccent): void {
  for (const colour of [accent.base, accent.line]) {
    if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`not a colour: ${colour}`);
  }
}

/** A picture does not answer to a mouse. */
export const STILL = { silent: true, emphasis: { disabled: true } } as const;
