import type { Module } from '../../platform/module.ts';
import { callsApi } from './api/index.ts';
import { callManage, callRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { editionDeletion } from './service/index.ts';
import { permissionNames } from './vi/index.ts';
import { pageWords } from './vi/pages.ts';
import { callsOffice } from './web/index.ts';

export { DossierForm, type DossierFormProps } from './pages/dossier-form/index.tsx';
export { EnterKey } from './pages/enter.tsx';
export {
  ScoreSheetFields,
  type ScoreSheetProps,
  ScoreSheetShown,
  SheetTotal,
} from './pages/score-sheet/index.tsx';
export { callManage, callRead } from './policy.ts';
export { editionByPid, findEdition, listEditions, revisionsOf } from './queries/index.ts';
export * from './rules/index.ts';
export { type Edition, type EditionState, editionContent, type Revision } from './schema/index.ts';
export {
  closeEdition,
  copyEdition,
  createEdition,
  editEdition,
  openEdition,
} from './service/index.ts';
export {
  callsIssues,
  ruleNames,
  sampleRubrics,
  samples as editionSamples,
  sayDecision,
  sayMissingConsent,
} from './vi/index.ts';
export * from './vi/names.ts';
export * from './vi/names-judging.ts';
export { secondOf } from './web/parts/seconds.ts';

/** Editions of contests, honours and selections, and the dossiers that are entered. */
export const calls: Module = {
  name: 'calls',
  permissions: [callRead, callManage],
  permissionNames,
  menu: [{ label: pageWords.list, path: 'hoi-thi', permission: callRead }],
  office: callsOffice,
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
