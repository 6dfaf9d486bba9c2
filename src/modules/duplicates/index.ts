import type { Module } from '../../platform/module.ts';
import { duplicateApi } from './api.ts';
import { duplicateRuns } from './jobs.ts';
import { duplicateDoors } from './web.tsx';

export { gatherAlike, likelyFromAt, lowestAbove, mergesOf } from './queries/index.ts';
export {
  decidePair,
  findDuplicates,
  insertPairs,
  mergePersons,
  mostPairs,
  unmergePersons,
} from './service/index.ts';
export { duplicateIssues } from './vi.ts';

/** Its rights are those of the people module. */
export const duplicates: Module = {
  name: 'duplicates',
  permissions: [],
  permissionNames: {},
  office: duplicateDoors,
  api: duplicateApi,
  jobs: { runs: duplicateRuns },
};
