import type { EditionContent } from '../content/index.ts';
import { change, type EditionChange, same } from './changes.ts';
import { eligibilityChanges } from './eligibility.ts';
import { formChanges } from './form.ts';
import { phaseChanges } from './phases.ts';
import { rubricChanges, votingChanges } from './rubrics.ts';

export { type ChangeEffect, changeEffects, type EditionChange, same } from './changes.ts';
export { type DossierFacts, type Touched, touchedBy } from './dossier.ts';

/**
 * What changes for whom between two contents of one edition; spans of days and years are inclusive
 * (`data.from`, `data.to`; null without bound). Nothing changed gives nothing. Which dossiers feel
 * it is `touchedBy`.
 */
export function diffEditions(before: EditionContent, after: EditionContent): EditionChange[] {
  return [
    ...eligibilityChanges(before, after),
    ...fieldListChanges(before, after),
    ...formChanges(before, after),
    ...phaseChanges(before, after),
    ...rubricChanges(before, after),
    ...votingChanges(before, after),
    ...(same(before.prizes, after.prizes) ? [] : [change('prizes', 'prizes_changed')]),
    ...wordChanges(before, after),
  ];
}

function fieldListChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const codes = (content: EditionContent) => new Map(content.fields.map((one) => [one.code, one]));
  const [older, newer] = [codes(before), codes(after)];
  return [
    ...before.fields.flatMap((field, at) =>
      newer.has(field.code) ? [] : [change(`fields.${at}`, 'field_removed', { ...field })],
    ),
    ...after.fields.flatMap((field, at) => {
      const old = older.get(field.code);
      if (old === undefined) return [change(`fields.${at}`, 'field_added', { ...field })];
      return old.name === field.name
        ? []
        : [change(`fields.${at}.name`, 'words_changed', { label: field.name, was: old.name })];
    }),
  ];
}

const inWords = ['name', 'ordinal', 'kind', 'years', 'basis', 'committee', 'organisers'] as const;

const wordChanges = (before: EditionContent, after: EditionContent): EditionChange[] =>
  inWords
    .filter((part) => !same(before[part], after[part]))
    .map((part) => change(part, 'words_changed', {}));
