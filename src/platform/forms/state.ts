import type { Issue, IssueWords } from '../../kernel/issue.ts';
import { wordsOf } from './words.ts';

/** A form as it comes back: what was typed, as typed, and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

export const emptyForm: FormState = { values: {}, issues: [] };

/** The words of a form's issues: all in order for its summary, and the first one of each field. */
export interface FormErrors {
  readonly list: readonly { readonly field: string; readonly text: string }[];
  of(field: string): string | undefined;
}

/** Turns the issues of a form into words, a module's own words first. */
export function errorsOf(issues: readonly Issue[], own: IssueWords = {}): FormErrors {
  const list = issues.map((i) => ({ field: i.path, text: wordsOf(i, own) }));
  return { list, of: (field) => list.find((e) => e.field === field)?.text };
}
