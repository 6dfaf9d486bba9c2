import { type Answer, type FormField, fieldMeaning } from '../../calls/index.ts';
import type { Judged } from './publicity.ts';

/** An author as everybody may see one. */
export interface ShownAuthor {
  readonly name: string;
  /** School of a minor; school or workplace of an adult. */
  readonly place: string | null;
}

/** An answer that may stand in the archive. */
export interface ShownAnswer {
  readonly field: FormField;
  readonly answer: Answer;
}

/** The people of a dossier as they may be shown: nobody of one that is not public, or came from a file. */
export function shownAuthors({ facts, authors, publicity, isPublic }: Judged): ShownAuthor[] {
  if (!isPublic || facts.origin === 'import') return [];
  return authors.map(({ name, details }, at) => {
    const minor = publicity.authors[at]?.shows !== 'agreed';
    const place = minor ? details.school : (details.workplace ?? details.school);
    return { name, place: place === undefined || place === '' ? null : String(place) };
  });
}

/**
 * The answers that the form makes public, both as it was submitted and as it stands now; people and
 * files are not among them, the title stands elsewhere.
 */
export function shownAnswers({ facts, isPublic }: Judged): ShownAnswer[] {
  const { edition, form, answers, origin } = facts;
  if (!isPublic || origin === 'import') return [];
  const submitted = form ?? edition.content.form;
  return edition.content.form.flatMap((field) => {
    const answer = answers[field.key] as Answer | undefined;
    const before = submitted.find(({ key }) => key === field.key);
    const open = field.public && before?.public === true && field.means !== 'title';
    return open && answer !== undefined && answer !== '' && !hidden.has(field.kind)
      ? [{ field, answer }]
      : [];
  });
}

const hidden = new Set<FormField['kind']>(['people', 'files', 'declaration']);

/** The summary, where it may be shown. */
export function shownSummary(judged: Judged): string | null {
  const field = fieldMeaning(judged.facts.edition.content.form, 'summary');
  const found = shownAnswers(judged).find((one) => one.field.key === field?.key)?.answer;
  return typeof found === 'string' ? found : null;
}
