export { decidePair } from './decide.ts';
export { type Found, findDuplicates, Stopped } from './finding.ts';
export { mergePersons, unmergePersons } from './merge.ts';
export { insertPairs, mostPairs } from './proposing.ts';
export { findRunName, startFinding } from './starting.ts';
