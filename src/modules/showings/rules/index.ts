export * from './feeds/index.ts';
export * from './jsonld.ts';
export * from './meant.ts';
export * from './search.ts';
export * from './snippet.ts';
export { markOf, searchKeys } from './words.ts';
