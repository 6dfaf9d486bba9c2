export * from './findings.ts';
export { invariants } from './invariants.ts';
export { bodiesOf, findLikenesses, type LikeText, rarityFor } from './search.ts';
export * from './texts.ts';
