export { type EvidenceNames, sayEvidence, sureWords } from './evidence.ts';
export { councilIssues } from './issues.ts';
export * from './names.ts';
