import { sortDegrees } from '../../../kernel/vietnamese/degrees.ts';

const ranks = ['VS', 'GS', 'PGS'];
const doctors = ['TSKH', 'TS'];
// What stands before a name where there is no doctor's degree; levels and honours do not.
const others = [
  'BSCKII',
  'DSCKII',
  'ThS',
  'BSCKI',
  'DSCKI',
  'BSNT',
  'BS',
  'DS',
  'KTS',
  'KS',
  'LS',
  'CN',
];

/** What is written before the name, as on a letterhead: 'PGS.TS.', 'ThS.'; '' where nothing is. */
export function titleBefore(degrees: readonly string[]): string {
  const sorted = sortDegrees(degrees);
  const first = (wanted: readonly string[]) => sorted.find((code) => wanted.includes(code));
  const high = [first(ranks), first(doctors)].filter((code) => code !== undefined);
  const shown = high.length > 0 ? high : [first(others)].filter((code) => code !== undefined);
  return shown.length === 0 ? '' : `${shown.join('.')}.`;
}

/** From this age on somebody may stand in a public directory. */
export const directoryAge = 16;
