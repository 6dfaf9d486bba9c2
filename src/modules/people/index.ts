import type { Module } from '../../platform/module.ts';
import { personCreate, personRead, personWrite, sensitiveRead, sensitiveWrite } from './policy.ts';
import { permissionNames } from './vi.ts';

export { personCreate, personRead, personWrite, sensitiveRead, sensitiveWrite } from './policy.ts';
export { findPerson, personsById, searchPersons } from './queries.ts';
export type { Person } from './schema.ts';
export { createPerson, insertPerson, insertPersonNamed } from './service.ts';
export { historyOf } from './web.ts';

export const people: Module = {
  name: 'people',
  permissions: [personRead, personCreate, personWrite, sensitiveRead, sensitiveWrite],
  permissionNames,
};
