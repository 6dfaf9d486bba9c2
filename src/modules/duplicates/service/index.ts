export { decidePair } from './decide.ts';
export { mergePersons, unmergePersons } from './merge.ts';
