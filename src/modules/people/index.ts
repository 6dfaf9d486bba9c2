import type { Module } from '../../platform/module.ts';
import { peopleApi } from './api/index.ts';
import { personCreate, personRead, personWrite, sensitiveRead, sensitiveWrite } from './policy.ts';
import { gatherMemberChanges, gatherNameWords, peopleInvariants } from './queries/index.ts';
import { encryptedIdentities, purgePartsOfPersons, purgePersons } from './service/index.ts';
import { permissionNames, words } from './vi.ts';
import { peopleOffice } from './web/index.ts';

export { type MemberTab, sectionTabs } from './pages/tabs.tsx';
export { personCreate, personRead, personWrite, sensitiveRead, sensitiveWrite } from './policy.ts';
export {
  countMembers,
  findMembership,
  findPerson,
  findPersonRecord,
  gatherMemberChanges,
  type Look,
  listMembers,
  livePerson,
  looksOf,
  type MemberPage,
  type MemberQuestion,
  type MemberRow,
  memberChange,
  memberRows,
  nameHas,
  openEvidence,
  organisationsInView,
  personPlaces,
  personRecord,
  personsById,
  placesOfPersons,
  recordsOfHuman,
  sameNamed,
  sortInNames,
  visiblePerson,
  withinView,
} from './queries/index.ts';
export {
  type Evidence,
  type EvidenceCode,
  LIKELY_FROM,
  type PersonLike,
  sensitiveEvidence,
  type WeighContext,
  type Weighed,
  weigh,
} from './rules/evidence.ts';
export {
  ageOn,
  type CitizenIdMeaning,
  citizenIdMeaning,
  cleanName,
  cleanNameParts,
  compatibleDates,
  daysOf,
  degreeCodes,
  degreeName,
  type EmailError,
  formatPartialDate,
  formatPhone,
  type ParsedCitizenId,
  type ParsedEmail,
  type ParsedPartialDate,
  type ParsedPhone,
  type ParsedPhones,
  type PartialDate,
  type PartialDateError,
  type PhoneError,
  parseCitizenId,
  parseEmail,
  parsePartialDate,
  parsePhone,
  parsePhones,
  partialParts,
  readDegrees,
  searchOf,
  sortDegrees,
} from './rules/index.ts';
export {
  type Consent,
  type Gender,
  genders,
  type Member,
  type Membership,
  type MembershipKind,
  membershipKinds,
  type Person,
  type PersonFacts,
  type PersonFilter,
  type PersonRecord,
  type PersonSort,
  type PersonState,
  type Post,
  type Purpose,
  personStates,
  purposes,
  type SensitiveField,
  sensitiveFields,
} from './schema/index.ts';
export {
  addMembership,
  addPost,
  byNumber,
  createMember,
  createPerson,
  deletePerson,
  editMembership,
  editPerson,
  editPost,
  endMembership,
  identityFields,
  insertMembership,
  insertPerson,
  insertPersonNamed,
  opened,
  purgePartsOfPersons,
  purgePersons,
  readSensitive,
  readSensitiveOfMany,
  removeMembership,
  removePost,
  reopenMembership,
  restorePerson,
  type Sensitive,
  sealed,
  setConsent,
  updatePerson,
  writeSensitive,
} from './service/index.ts';
export {
  actionNames as personActionNames,
  evidenceWords,
  genderNames,
  labels as personLabels,
  membershipKindNames,
  personIssues,
  purposeNames,
} from './vi.ts';
export {
  type AskedMembers,
  askedMembers,
  type FieldSource,
  historyOf,
  memberFilters,
  type ProvenanceOf,
  registerProvenance,
} from './web/index.ts';

export const people: Module = {
  name: 'people',
  permissions: [personRead, personCreate, personWrite, sensitiveRead, sensitiveWrite],
  permissionNames,
  menu: [{ label: words.list, path: 'hoi-vien', permission: personRead }],
  office: peopleOffice,
  api: peopleApi,
  invariants: peopleInvariants,
  encrypted: [encryptedIdentities],
  jobs: {
    handlers: {
      'people.purge': async (cx) => {
        await purgePersons(cx);
        await purgePartsOfPersons(cx);
        await gatherMemberChanges(cx.db);
        await gatherNameWords(cx.db);
      },
    },
    cron: [{ name: 'people.purge', match: '40 19 * * *' }],
  },
};
