export { logWords, valueWords } from './journal.ts';
export { deskWords, jobWords, letterWords, portalPermissionNames, searchWords } from './office.ts';
export { blockWords, siteWords } from './site.ts';
export { actionVerbs, subjectGroups } from './verbs.ts';
