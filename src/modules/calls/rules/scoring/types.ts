/**
 * Points are counted in whole hundredths everywhere in here (2750 is 27,5), so that no sum drifts;
 * `decimalOf` writes them for the database and JSON, `pointsOf` as a number to show.
 */
export type Hundredths = number;

/** What a judge gave for one part; what is left out was not given. */
export interface Mark {
  /** As a plain number (27.5); a text is what was typed and is no number. */
  readonly points?: number | string;
  /** Place of the band in the rubric, from 0. */
  readonly band?: number;
  /** Of a gate. */
  readonly answer?: boolean;
  readonly comment?: string;
  /** Of a note. */
  readonly note?: string;
}

/** Of one sheet, by the keys of the rubric's parts. */
export type Marks = Readonly<Record<string, Mark>>;

/** A plain figure in hundredths: 27.5 is 2750. Finer ones are rounded. */
export const hundredths = (value: number): Hundredths => Math.round(value * 100);

/** The nearest figure to hundredths: to show and to compare, not to add up. */
export const pointsOf = (value: Hundredths): number => value / 100;

/** The exact decimal of hundredths without needless zeros: '27.5'; for numeric columns and JSON. */
export function decimalOf(value: Hundredths): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -2)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `a / b` to the nearest whole, halves up; both whole, none below zero, `b` above it. */
export function halfUp(a: number, b: number): number {
  const [numerator, divisor] = [2n * BigInt(a) + BigInt(b), 2n * BigInt(b)];
  return Number(numerator / divisor);
}
