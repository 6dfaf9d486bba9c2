import { type Issue, issue } from '../../../kernel/issue.ts';

/** What a fact's kind asks for, and what was given. */
export interface FactInput {
  readonly amount: number | null;
  readonly yes: boolean | null;
  readonly words: string | null;
}

export type FactMeasure = 'number' | 'yes_no' | 'text';

/** The value to store: yes is 1 and no is 0, so that figures can count it. */
export function factValue(
  measure: FactMeasure,
  input: FactInput,
): { amount: number | null; words: string | null } | Issue {
  if (measure === 'text') {
    return input.words === null ? issue('words', 'required') : { amount: null, words: input.words };
  }
  if (measure === 'yes_no') {
    return input.yes === null
      ? issue('yes', 'choose_one')
      : { amount: input.yes ? 1 : 0, words: null };
  }
  return input.amount === null
    ? issue('amount', 'required')
    : { amount: input.amount, words: null };
}

export function isIssue(value: object): value is Issue {
  return 'code' in value && 'path' in value;
}
