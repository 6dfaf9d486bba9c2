import type { Issue } from '../../../../kernel/issue.ts';
import type { EditionContent } from '../content/index.ts';
import { askedIssues } from './asked.ts';
import { formIssues } from './form.ts';
import { judgingIssues } from './judging.ts';
import { phaseIssues } from './phases.ts';
import { prizeIssues } from './prizes.ts';
import { rubricIssues } from './rubrics.ts';
import { aboutIssues, eligibilityIssues } from './terms.ts';

export { missingForOpening } from './asked.ts';
export { kindsMeaning, largestFile } from './form.ts';

/**
 * What contradicts itself in an edition, whether it is open or not; `path` leads into the content
 * ('phases.2.closes'). The sentences are `callsIssues` of `vi`.
 */
export function checkEdition(content: EditionContent): Issue[] {
  return [
    ...aboutIssues(content),
    ...eligibilityIssues(content),
    ...formIssues(content),
    ...askedIssues(content),
    ...phaseIssues(content),
    ...rubricIssues(content),
    ...judgingIssues(content),
    ...prizeIssues(content),
  ];
}
