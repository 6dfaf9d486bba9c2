export { isAhead, isProgram } from './agents.ts';
export { type DayCounts, type MonthCounts, monthsOf, type Span, spanOf, spans } from './spans.ts';
export { type Bundle, type Counted, type Reads, Tally } from './tally.ts';
