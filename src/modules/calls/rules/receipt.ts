import { canonicalText } from './answers/canonical.ts';

const SERIES = /^[A-Z0-9]{1,12}(?:[.-][A-Z0-9]{1,12}){0,3}$/;

/** Whether a receipt number may begin with it: 'STKT8', 'TTN.SL-13'. */
export const isSeries = (text: string): boolean => SERIES.test(text);

/**
 * 'STKT8-0042': the series of the edition and a number of at least four digits.
 * @throws RangeError for another series, or a number that is not 1 or more
 */
export function receiptNumber(series: string, number: number): string {
  if (!isSeries(series)) throw new RangeError(`not a series: ${JSON.stringify(series)}`);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`not a number: ${number}`);
  return `${series}-${String(number).padStart(4, '0')}`;
}

/** The parts of a receipt number, also typed in small letters or with blanks around; null for another text. */
export function parseReceiptNumber(text: string): { series: string; number: number } | null {
  const match = /^(.+)-(\d{4,15})$/.exec(text.trim().toUpperCase());
  if (match === null || !isSeries(match[1]!)) return null;
  const number = Number(match[2]);
  return number >= 1 && receiptNumber(match[1]!, number) === match[0]
    ? { series: match[1]!, number }
    : null;
}

/** What a receipt says. */
export interface Receipt {
  readonly number: string;
  /** Public id of the dossier. */
  readonly dossier: string;
  /** Which time it was submitted: 1 for the first. */
  readonly version: number;
  /** The server's instant at which it had the whole request. */
  readonly received: Date;
  /** SHA-256 of `frozenText`, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The text that is signed. @throws RangeError for what is no hash or no instant */
export function receiptText({ number, dossier, version, received, sha256 }: Receipt): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
  const told = { number, dossier, version, received: received.toISOString(), sha256 };
  return canonicalText({ format: 'lientri.receipt/1', ...told });
}
