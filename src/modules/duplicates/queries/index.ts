export { gatherAlike } from './alike.ts';
export { findMerge, lowestAbove, type Merge, mergesOf } from './merges.ts';
export { countPairs, findPair, listPairs } from './pairs.ts';
export { personReferences, type Reference } from './references.ts';
export { likelyFromAt } from './settings.ts';
