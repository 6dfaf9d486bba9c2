export const NBSP = '\u00a0';

/** Every space becomes non-breaking: for a number and its unit, 'Điều 9', 'ngày 12'. */
export function keepTogether(text: string): string {
  return text.replaceAll(' ', NBSP);
}

/** A number and its unit on one line: '25 m²'. */
export function withUnit(number: string, unit: string): string {
  return keepTogether(`${number} ${unit}`);
}
