export { editionContent } from './content.ts';
export * from './edition.ts';
export { formField } from './form.ts';
export { phase } from './phases.ts';
export { rubric, votingRule } from './rubrics.ts';
