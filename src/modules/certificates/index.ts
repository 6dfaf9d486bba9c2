import type { Module } from '../../platform/module.ts';
import { addPrizePanel } from '../results/index.ts';
import { certificateApi } from './api/index.ts';
import { handlers, runs } from './jobs.ts';
import { certificateIssue, certificateRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { revokeAfterAward } from './service/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { certificateOffice, certificateSite, certificateWeb } from './web/index.ts';
import { standingPanel } from './web/standing.tsx';

export { certificateIssue, certificateRead } from './policy.ts';
export {
  type CertificateFilter,
  candidatesOf,
  certificateByPid,
  listCertificates,
  waiting,
} from './queries/index.ts';
export { type Certificate, designSent as certificateDesignSent } from './schema/index.ts';
export {
  designOfEdition,
  issueCertificates,
  replaceCertificate,
  revokeCertificate,
  setDesign as setCertificateDesign,
} from './service/index.ts';
export { certificateIssues } from './vi/index.ts';

addPrizePanel(standingPanel);

/** Certificates of what dossiers won, on paper and as credentials that anybody can check. */
export const certificates: Module = {
  name: 'certificates',
  permissions: [certificateRead, certificateIssue],
  permissionNames,
  rooms: [
    {
      below: 'hoi-thi',
      path: 'chung-nhan',
      label: words.list,
      permission: certificateRead,
    },
  ],
  office: certificateOffice,
  web: certificateWeb,
  site: certificateSite,
  api: certificateApi,
  on: { 'dossier.remove_award': revokeAfterAward },
  invariants,
  jobs: {
    runs,
    handlers,
    cron: [{ name: 'certificates.drop_printings', match: '47 19 * * *' }],
  },
};
