import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Answers, FormField, Hideable, Phase } from '../../calls/index.ts';

type Hidden = ReadonlySet<Hideable>;
type Tells = (field: FormField) => boolean;

/** The fields that somebody sees from whom that is hidden, in the order of the form. */
export function seenFields(
  form: readonly FormField[],
  hidden: Hidden,
  tellsWho: Tells,
): FormField[] {
  if (hidden.has('dossiers')) return [];
  return hidden.has('authors') ? form.filter((field) => !tellsWho(field)) : [...form];
}

/** The answers to these fields and no other: also none that the form no longer asks for. */
export function answersTo(fields: readonly FormField[], answers: Answers): Answers {
  const asked = fields.filter(({ key, kind }) => kind !== 'files' && Object.hasOwn(answers, key));
  return Object.fromEntries(asked.map(({ key }) => [key, answers[key]!]));
}

/**
 * The form that answers were given to, with what the edition says now of who tells who somebody is: a field
 * is kept back when either says so.
 */
export function carefulForm(
  asked: readonly FormField[],
  now: readonly FormField[],
): readonly FormField[] {
  const telling = new Set(now.filter(({ identifies }) => identifies).map(({ key }) => key));
  return asked.map((field) =>
    !field.identifies && telling.has(field.key) ? { ...field, identifies: true } : field,
  );
}

/** Whether an edition ever keeps the authors from those who judge. */
export const hidesAuthors = (phases: readonly Pick<Phase, 'hidden'>[]): boolean =>
  phases.some(({ hidden }) =>
    hidden.some(
      ({ from, what }) => (from === 'judge' || from === 'chair') && what.includes('authors'),
    ),
  );

/** What a file is called that tells nothing: 'STKT8-0012_toan-van_1.pdf'. `place` counts from 1 in its field. */
export function neutralName(number: string, field: string, place: number, ending: string): string {
  const plain = foldForSearch(field).replace(/\s+/g, '-') || 'tep';
  return `${number}_${plain}_${place}.${ending}`;
}
