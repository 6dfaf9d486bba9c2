export * from './desk.ts';
export * from './here.ts';
export * from './letters.ts';
export * from './log.ts';
export * from './search.ts';
export * from './site.ts';
export * from './subjects.ts';
export * from './values.ts';
