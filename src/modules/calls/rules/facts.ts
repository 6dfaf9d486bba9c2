import { createHash } from 'node:crypto';
import { type PartialDate, partialParts } from '../../../kernel/partial-date.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Answer, Answers, PersonAnswer } from './answers/index.ts';
import type { DossierAuthor } from './consents.ts';
import {
  type EditionContent,
  type EntrantKind,
  fieldMeaning,
  fieldsFor,
  type Meaning,
} from './content/index.ts';
import type { EntrantFacts, PastAward } from './eligibility.ts';

/** What is being written of a dossier. */
export interface WorkingCopy {
  readonly entrant: EntrantKind | null;
  readonly field: string | null;
  readonly answers: Answers;
}

/** An author as the product knows one; `details` are the other columns of the row. */
export interface Author extends DossierAuthor {
  readonly name: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * The key of an author: of name and birth, so that a consent stays with its human wherever the row
 * stands, and is asked again when another name or birth is written.
 */
export function authorKey(name: string, birth: PartialDate | null): string {
  const text = `${foldForSearch(name)}|${birth ?? ''}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

type Form = Pick<EditionContent, 'form'>;

function answerOf({ form }: Form, working: WorkingCopy, means: Meaning): Answer | undefined {
  const asked = working.entrant === null ? form : fieldsFor(form, working.entrant);
  const field = fieldMeaning(asked, means);
  return field === null ? undefined : working.answers[field.key];
}

const textIn = (edition: Form, working: WorkingCopy, means: Meaning): string => {
  const answer = answerOf(edition, working, means);
  return typeof answer === 'string' ? answer : '';
};

const dateIn = (edition: Form, working: WorkingCopy, means: Meaning): PartialDate | null => {
  const typed = textIn(edition, working, means);
  return partialParts(typed) === null ? null : typed;
};

/** How the dossier is called; empty while nobody wrote it. */
export const titleIn = (edition: Form, working: WorkingCopy): string =>
  textIn(edition, working, 'title');

/** The people of a dossier, in their order; two rows of one human are two. */
export function authorsIn(edition: Form, working: WorkingCopy): Author[] {
  const answer = answerOf(edition, working, 'authors');
  if (!Array.isArray(answer)) return [];
  return (answer as readonly PersonAnswer[])
    .filter((person) => typeof person === 'object' && person.name !== '')
    .map(({ name, birth, ...rest }) => {
      const known = typeof birth === 'string' && partialParts(birth) !== null ? birth : null;
      const details = Object.fromEntries(
        Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''),
      ) as Author['details'];
      return { key: authorKey(name, known), name, birth: known, details };
    });
}

/** What the rules of eligibility look at. */
export function factsIn(
  edition: Form,
  working: WorkingCopy,
  awards: readonly PastAward[] = [],
): EntrantFacts | null {
  const { entrant, field } = working;
  if (entrant === null) return null;
  const workedSince = dateIn(edition, working, 'worked');
  return {
    field,
    entrant,
    authors: authorsIn(edition, working).map(({ birth }) => ({ birth, workedSince })),
    made: dateIn(edition, working, 'made'),
    awards,
  };
}

/** Folded text by which a dossier is found: title, people, where they come from. */
export function searchTextIn(edition: Form, working: WorkingCopy, number: string | null): string {
  const people = authorsIn(edition, working).flatMap(({ name, details }) => [
    name,
    ...['school', 'workplace', 'address'].map((column) => String(details[column] ?? '')),
  ]);
  return foldForSearch([titleIn(edition, working), number ?? '', ...people].join(' '));
}

/** The text that is compared with earlier ones: title, summary and every field that means solution. */
export function comparedText({ form }: Form, { entrant, answers }: WorkingCopy): string {
  const asked = entrant === null ? form : fieldsFor(form, entrant);
  return asked
    .filter(({ means }) => means === 'title' || means === 'summary' || means === 'solution')
    .map(({ key }) => answers[key])
    .filter((answer): answer is string => typeof answer === 'string' && answer !== '')
    .join('\n\n');
}
