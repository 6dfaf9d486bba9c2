import type { Module } from '../../platform/module.ts';
import { censusApi } from './api.ts';
import { censusDoors } from './web/index.tsx';

export { membershipSource } from './indicators.ts';
export { peopleOn } from './queries/index.ts';

/** Its rights are those of the people module. */
export const census: Module = {
  name: 'census',
  permissions: [],
  permissionNames: {},
  office: censusDoors,
  api: censusApi,
};
