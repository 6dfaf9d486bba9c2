/** A receipt's number as it is printed: '0042/2026'. */
export function receiptNumber(year: number, number: number): string {
  return `${String(number).padStart(4, '0')}/${year}`;
}
