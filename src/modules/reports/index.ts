import type { Module } from '../../platform/module.ts';
import { reportsApi } from './api/index.ts';
import { runs } from './jobs.ts';
import { invariants } from './queries/index.ts';
import { reportDoors, reportSite } from './web/index.ts';

export {
  derivedFigures,
  type FormRecords,
  formRecords,
  formTimeline,
  frozenContent,
  type PublishedItem,
  publishedReport,
  publishedReports,
  reportForm,
  restated,
} from './queries/index.ts';
export { fullNumber, reportSymbol } from './rules/index.ts';
export * from './schema/index.ts';
export {
  acceptPlaces,
  answerReturn,
  checkForm,
  freezeForm,
  freezeRound,
  issueNumber,
  publishForm,
  reopenForm,
  returnPlaces,
  saveForm,
  sendBackForm,
  settleRival,
  submitForm,
  withdrawForm,
  writeCell,
  writeNarrative,
} from './service/index.ts';
export { reportIssues, reportJobNames, reportVerbs } from './vi/index.ts';

export const reports: Module = {
  name: 'reports',
  permissions: [],
  permissionNames: {},
  office: reportDoors,
  site: reportSite,
  api: reportsApi,
  invariants,
  jobs: { runs },
};
