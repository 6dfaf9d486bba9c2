const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', ' nghìn', ' triệu'];
const BILLION = 1_000_000_000n;

/**
 * A whole number in words, northern standard (linh, mốt, tư, lăm, nghìn, tỷ). Groups of three zeros
 * are left out: 1.000.005 is 'một triệu không trăm linh năm'. Throws RangeError for a fraction.
 */
export function numberInWords(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number: ${value}`);
  }
  const whole = BigInt(value);
  if (whole === 0n) return DIGITS[0]!;
  return whole < 0n ? `âm ${positive(-whole)}` : positive(whole);
}

/** For a line "Bằng chữ": 'Mười hai triệu năm trăm nghìn đồng'. */
export function moneyInWords(dong: bigint): string {
  const words = `${numberInWords(dong)} đồng`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

function positive(value: bigint): string {
  const billions = value / BILLION;
  const rest = Number(value % BILLION);
  const parts: string[] = [];
  if (billions > 0n) parts.push(`${positive(billions)} tỷ`);
  for (let group = 2; group >= 0; group--) {
    const hundreds = Math.floor(rest / 1000 ** group) % 1000;
    if (hundreds === 0) continue;
    parts.push(threeDigits(hundreds, parts.length > 0) + GROUPS[group]);
  }
  return parts.join(' ');
}

// `after`: something stands before it, so that hundreds are said even when there are none.
function threeDigits(value: number, after: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const parts: string[] = [];
  if (hundreds > 0 || after) parts.push(`${DIGITS[hundreds]} trăm`);
  if (tens === 1) parts.push('mười');
  else if (tens > 1) parts.push(`${DIGITS[tens]} mươi`);
  else if (ones > 0 && parts.length > 0) parts.push('linh');
  if (ones > 0) parts.push(lastDigit(ones, tens));
  return parts.join(' ');
}

function lastDigit(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  if (ones === 5 && tens > 0) return 'lăm';
  return DIGITS[ones]!;
}
