import type { Issue } from '../../../../kernel/issue.ts';
import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import type { Content } from '../../../../ui/index.ts';
import {
  type Answer,
  type Answers,
  answerName,
  type EntrantKind,
  type FilesField,
  type FormField,
} from '../../rules/index.ts';

export interface DossierFormProps {
  /** The fields of the edition's form; those that this kind of entrant is asked are shown. */
  readonly form: readonly FormField[];
  readonly entrant: EntrantKind;
  /** As `readAnswers` gives them: what could not be read stands as it was typed. */
  readonly answers: Answers;
  /** Of `checkAnswers`: each stands beside its field, and in a summary on top with a link to it. */
  readonly issues?: readonly Issue[] | undefined;
  /** Answers as text, without controls. */
  readonly readOnly?: boolean | undefined;
  /** What stands in the place of a field of files: those that are there, and the way to send more. */
  readonly renderFiles?: ((field: FilesField) => Content) | undefined;
  /** Where the form is sent: with it the page comes back at the person that was added or taken off. */
  readonly action?: string | undefined;
  /** What the Enter key sends as `act`; nothing when left out. */
  readonly enter?: string | undefined;
  /** Instead of 'so many places are to be mended' over the summary. */
  readonly summaryTitle?: string | undefined;
  readonly summaryNote?: string | undefined;
}

export interface AnswerFieldProps<F extends FormField = FormField> {
  readonly field: F;
  readonly answer: Answer | undefined;
  /** What is wrong at a path: 'answers.authors.1.birth'. */
  readonly errorOf: (path: string) => string | undefined;
  readonly renderFiles?: ((field: FilesField) => Content) | undefined;
  readonly action?: string | undefined;
}

/** What every control of a field has. */
export function commonOf(field: FormField, errorOf: AnswerFieldProps['errorOf']) {
  const name = answerName(field.key);
  return {
    name,
    label: field.label,
    help: field.help ?? undefined,
    error: errorOf(name),
    optional: !field.required,
  };
}

/** The office's own help, then what the form itself asks. */
export const helpOf = (own: string | null, rule: string): string | undefined =>
  [own ?? '', rule].filter((part) => part !== '').join(' ') || undefined;

/** A number as people write it; what is none as it was typed. */
export const figureOf = (answer: unknown): string =>
  typeof answer === 'number' ? formatNumber(answer) : String(answer ?? '');
