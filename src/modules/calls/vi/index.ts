import type { IssueWords } from '../../../kernel/issue.ts';
import { answerIssues } from './answers.ts';
import { stateIssues } from './dossier.ts';
import { editionIssues } from './edition.ts';

export { sayChange } from './changes.ts';
export { ruleNames, sayDecision, sayMissingConsent } from './dossier.ts';
export * from './names.ts';
export { permissionNames } from './permissions.ts';
export { type Sample, sampleLabel, samples } from './samples/index.ts';

/** The sentences of all issue codes of this module. */
export const callsIssues: IssueWords = {
  ...editionIssues,
  ...answerIssues,
  ...stateIssues,
};
