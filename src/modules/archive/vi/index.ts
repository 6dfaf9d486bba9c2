export { archiveIssues } from './issues.ts';
export { pastLabels } from './labels.ts';
export { transferLetter } from './letters.ts';
export { officeWords } from './office.ts';
export { sayContradiction } from './past.ts';
export { permissionNames } from './permissions.ts';
export { siteWords, transferWords } from './site.ts';
