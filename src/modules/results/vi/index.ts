export { resultIssues } from './issues.ts';
export { permissionNames } from './permissions.ts';
