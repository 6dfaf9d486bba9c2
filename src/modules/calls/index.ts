import type { Module } from '../../platform/module.ts';
import { callsApi } from './api/index.ts';
import { callManage, callRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { editionDeletion } from './service/index.ts';
import { permissionNames } from './vi/index.ts';

export { callManage, callRead } from './policy.ts';
export { editionByPid, listEditions } from './queries/index.ts';
export type { EditionContent } from './rules/index.ts';
export type { Edition, EditionState } from './schema/index.ts';
export { copyEdition, createEdition, editEdition, openEdition } from './service/index.ts';
export { samples as editionSamples } from './vi/index.ts';

/** Editions of contests, honours and selections, and the dossiers that are entered. */
export const calls: Module = {
  name: 'calls',
  permissions: [callRead, callManage],
  permissionNames,
  api: callsApi,
  invariants,
  jobs: {
    handlers: {
      'edition.purge': async (cx) => {
        await editionDeletion.purge(cx);
      },
    },
    cron: [{ name: 'edition.purge', match: '42 19 * * *' }],
  },
};
