export { type Bar, bars } from './bars.ts';
export { type Distribution, distribution } from './distribution.ts';
export { type LinePoint, line } from './line.ts';
export type { ChartAccent, ChartLook } from './theme.ts';
