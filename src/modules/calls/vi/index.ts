import type { IssueWords } from '../../../kernel/issue.ts';
import { answerIssues } from './answers.ts';
import { stateIssues } from './dossier.ts';
import { editionIssues } from './edition.ts';
import { judgingIssues } from './judging.ts';
import { markIssues } from './marks.ts';

export { sayChange } from './changes.ts';
export { ruleNames, sayDecision, sayMissingConsent } from './dossier.ts';
export * from './names.ts';
export * from './names-judging.ts';
export { permissionNames } from './permissions.ts';
export { type Sample, sampleLabel, sampleRubrics, samples } from './samples/index.ts';

/** The sentences of all issue codes of this module. */
export const callsIssues: IssueWords = {
  ...editionIssues,
  ...judgingIssues,
  ...answerIssues,
  ...stateIssues,
  ...markIssues,
};
