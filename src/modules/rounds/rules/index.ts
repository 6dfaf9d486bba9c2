export * from './periods.ts';
export * from './states.ts';
export * from './timeliness.ts';
