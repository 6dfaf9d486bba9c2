import type { Module } from '../../platform/module.ts';
import type { Coverage } from '../../platform/policy.ts';
import { organisationApi } from './api/index.ts';
import {
  factEdit,
  organisationClose,
  organisationEdit,
  organisationRead,
  organisationRecords,
} from './policy.ts';
import { below, covers, organisationInvariants } from './queries/index.ts';
import { purgeOrganisations } from './service/index.ts';
import { permissionNames, vi } from './vi.ts';
import { organisationOffice, organisationSite } from './web/index.ts';

export { organisationSources } from './indicators.ts';
export {
  factEdit,
  organisationClose,
  organisationEdit,
  organisationRead,
  organisationRecords,
} from './policy.ts';
export {
  type Facets,
  facetsOf,
  findOrganisation,
  type OrganisationOption,
  organisationId,
  organisationOptions,
  organisationsById,
  placeOf,
} from './queries/index.ts';
export { nameOn } from './queries/rows.ts';
export {
  affiliationKinds,
  type OrganisationKind,
  organisationKinds,
  sealLines,
} from './rules/index.ts';
export type { Organisation } from './schema/index.ts';
export {
  affiliate,
  changeOrganisationCode,
  closeOrganisation,
  createOrganisation,
  deleteAffiliation,
  deleteFact,
  deleteOrganisation,
  editOrganisation,
  endAffiliation,
  purgeOrganisations,
  renameOrganisation,
  reopenOrganisation,
  restoreAffiliation,
  restoreFact,
  restoreOrganisation,
  setFact,
} from './service/index.ts';
export { organisationIssues } from './vi.ts';

/** The Vietnamese words for the kinds of organisations, for other modules' pages. */
export const organisationKindWords: Readonly<Record<string, string>> = vi.kinds;

/** What policy needs to know of the graph. */
export const coverage: Coverage = { covers, below };

export const organisations: Module = {
  name: 'organisations',
  permissions: [
    organisationRead,
    organisationRecords,
    organisationEdit,
    organisationClose,
    factEdit,
  ],
  permissionNames,
  menu: [{ label: vi.module, path: 'to-chuc', permission: organisationRead }],
  office: organisationOffice,
  site: organisationSite,
  api: organisationApi,
  invariants: organisationInvariants,
  jobs: {
    handlers: {
      'organisations.purge': async (cx) => {
        await purgeOrganisations(cx);
      },
    },
    // After the records of other modules, which may name an organisation.
    cron: [{ name: 'organisations.purge', match: '50 19 * * *' }],
  },
};
