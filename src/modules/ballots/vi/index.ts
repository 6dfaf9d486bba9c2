export { ballotWords, seatNames } from './ballots.ts';
export { ballotIssues } from './issues.ts';
export { permissionNames } from './permissions.ts';
export { sectionWords } from './section.ts';
