import { addYears, type Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';

export const kinds = ['full', 'associate', 'honorary'] as const;
/** Kinds of membership; the first one that somebody has counts. */
export type Kind = (typeof kinds)[number];

export const methods = ['cash', 'transfer'] as const;
export type Method = (typeof methods)[number];

/** 'exempt': nothing is owed; 'gone': not a member in the period after all. */
export const dueStates = ['none', 'part', 'paid', 'over', 'exempt', 'gone'] as const;
export type DueState = (typeof dueStates)[number];

/** The same as the column of the database computes. Money in whole đồng. */
export function dueState(due: {
  readonly member: boolean;
  readonly exempt: boolean;
  readonly amount: number;
  readonly paid: number;
}): DueState {
  if (!due.member) return 'gone';
  const owed = due.exempt ? 0 : due.amount;
  if (due.paid > owed) return 'over';
  if (owed === 0) return 'exempt';
  if (due.paid === owed) return 'paid';
  return due.paid > 0 ? 'part' : 'none';
}

/** What is still to be paid; never below zero. */
export const remaining = (due: { readonly owed: number; readonly paid: number }): number =>
  Math.max(0, due.owed - due.paid);

/** How much too much was paid. */
export const surplus = (due: { readonly owed: number; readonly paid: number }): number =>
  Math.max(0, due.paid - due.owed);

/** The most that a single payment or amount of a period may be: a slip of zeros is caught. */
export const largestAmount = 1_000_000_000;

/** A period has a first and a last day, at most two years, and is due on its first day or later. */
export function periodIssues(period: {
  readonly first: Day;
  readonly last: Day;
  readonly dueOn: Day;
}): readonly Issue[] {
  const { first, last, dueOn } = period;
  if (last < first) return [issue('last_day', 'end_before_start', { start: first, end: last })];
  const issues: Issue[] = [];
  if (last >= addYears(first, 2)) issues.push(issue('last_day', 'period_too_long'));
  if (dueOn < first) issues.push(issue('due_on', 'due_before_start', { start: first }));
  if (dueOn >= addYears(last, 1)) issues.push(issue('due_on', 'due_too_late', { last }));
  return issues;
}

/** The account that receives is given in all its three parts or not at all. */
export function accountIssues(account: {
  readonly bank: string | null;
  readonly number: string | null;
  readonly holder: string | null;
}): readonly Issue[] {
  const given = [account.bank, account.number, account.holder].filter((part) => part !== null);
  if (given.length === 0 || given.length === 3) return [];
  return [
    ...(account.bank === null ? [issue('bank', 'account_incomplete')] : []),
    ...(account.number === null ? [issue('account_number', 'account_incomplete')] : []),
    ...(account.holder === null ? [issue('account_holder', 'account_incomplete')] : []),
  ];
}

/** Money given back is never more than what stands paid, and says why; a payment needs no reason. */
export function refundIssues(
  refund: { readonly amount: number; readonly reason: string | null },
  paid: number,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (refund.reason === null) issues.push(issue('reason', 'required'));
  if (refund.amount > paid) issues.push(issue('amount', 'refund_over_paid', { paid }));
  return issues;
}

/** A payment is a thing of the past: today at the latest, and not before its period was thought of. */
export function paidOnIssues(paidOn: Day, first: Day, today: Day): readonly Issue[] {
  if (paidOn > today) return [issue('paid_on', 'day_in_future', { today })];
  const earliest = addYears(first, -2);
  return paidOn < earliest ? [issue('paid_on', 'day_too_early', { earliest })] : [];
}

/**
 * One sum for several people: each gets what is still owed, in order; what is left over goes to the
 * last. Parts of zero are left out.
 */
export function divide(
  amount: number,
  dues: readonly { readonly id: string; readonly owed: number; readonly paid: number }[],
): readonly { readonly due: string; readonly amount: number }[] {
  let rest = amount;
  const parts = dues.map((due, at) => {
    const part = at === dues.length - 1 ? rest : Math.min(rest, remaining(due));
    rest -= part;
    return { due: due.id, amount: part };
  });
  return parts.filter((part) => part.amount > 0);
}
