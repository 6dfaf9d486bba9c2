import { isPid } from '../../../kernel/ids.ts';

export const certificateStates = ['valid', 'replaced', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** What the public page says of a code. */
export type Verdict = CertificateState | 'unknown';

/** A code as it is printed, to be read and typed: 'abcd efgh jkmn pqrs'. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** The code that was typed or scanned, also with its address; null for what can be nobody's. */
export function codeOf(typed: string): string | null {
  const code = (typed.slice(0, 300).split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/[il]/g, '1')
    .replaceAll('o', '0');
  return isPid(code) ? code : null;
}

/** '12/GCN-BTCHT'; numbers below 10 take a zero, as those of official documents do. */
export const numberText = (number: number, symbol: string): string =>
  `${String(number).padStart(2, '0')}/${symbol}`;

/** Certificates of one file. */
export const inOneFile = 500;
/** So many are issued or set while somebody waits; more become a job. */
export const atOnce = 20;
/** So many are issued in one transaction. */
export const inOneGo = 100;
