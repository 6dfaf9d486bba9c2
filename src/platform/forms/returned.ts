import type { Issue, IssueWords } from '../../kernel/issue.ts';
import { briefIssues } from './vi.ts';
import { wordsOf } from './words.ts';

/** A form as its page shows it: what was typed, what is wrong with each field, and the summary. */
export interface FormView {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly summary: readonly { readonly field: string; readonly text: string }[];
}

/** A form before it is sent. */
export function freshForm(values: Readonly<Record<string, string>> = {}): FormView {
  return { values, errors: {}, summary: [] };
}

/**
 * A form that comes back: the issues of each field in full beside it, and the first one in short
 * (with the field's label) in the summary. `labels` gives the label of a path.
 */
export function returnedForm(
  values: Readonly<Record<string, string>>,
  issues: readonly Issue[],
  words: IssueWords,
  labels: Readonly<Record<string, string>>,
): FormView {
  const errors: Record<string, string> = {};
  const summary: { field: string; text: string }[] = [];
  for (const issue of issues) {
    const before = errors[issue.path];
    const sentence = wordsOf(issue, words);
    errors[issue.path] = before === undefined ? sentence : `${before} ${sentence}`;
    if (before !== undefined) continue;
    const field = labels[issue.path] === undefined ? '' : issue.path;
    summary.push({ field, text: brief(issue, sentence, labels[issue.path]) });
  }
  return { values, errors, summary };
}

// The short words of the code where there are any, else label and sentence.
function brief(issue: Issue, sentence: string, label: string | undefined): string {
  if (label === undefined) return sentence;
  return briefIssues[issue.code]?.(label, issue.data ?? {}) ?? `${label}: ${sentence}`;
}
