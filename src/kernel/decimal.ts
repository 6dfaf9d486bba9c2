/** A decimal number in canonical text: '-1234.50', digits and at most one point, no exponent. */
export type Decimal = string;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * The canonical text of a number, bigint or database numeric. A number stands for the shortest
 * decimal that it prints as, so 1.005 is 1.005 and not 1.00499…. Throws RangeError otherwise.
 */
export function toDecimal(value: number | bigint | string): Decimal {
  const text = typeof value === 'number' ? withoutExponent(value) : String(value);
  if (!DECIMAL.test(text)) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`);
  return text;
}

/**
 * Rounds to exactly `decimals` places, half away from zero, in decimal arithmetic without loss.
 * Never gives '-0'. Throws RangeError for what is not a decimal.
 */
export function roundDecimal(value: number | bigint | string, decimals: number): Decimal {
  const [, sign = '', whole = '0', fraction = ''] = DECIMAL.exec(toDecimal(value))!;
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  let units = BigInt(whole + kept);
  if ((fraction[decimals] ?? '0') >= '5') units += 1n;
  const digits = String(units).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units === 0n ? text : sign + text;
}

function withoutExponent(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return sign + whole + fraction.padEnd(shift, '0');
}
