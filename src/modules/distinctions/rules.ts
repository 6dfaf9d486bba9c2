import type { Day } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';

export const levels = [
  'state',
  'prime_minister',
  'ministry',
  'province',
  'national_union',
  'sector',
  'union',
  'other',
] as const;
export type Level = (typeof levels)[number];

export const recipients = ['organisation', 'person'] as const;
export type Recipient = (typeof recipients)[number];

/** What can be given, and to whom. */
export interface DistinctionTitle {
  readonly code: string;
  readonly name: string;
  readonly form: string;
  readonly recipients: Recipient | 'both';
}

/** A title for persons is not given to an organisation, nor the other way round. */
export function recipientIssues(title: DistinctionTitle, recipient: Recipient): readonly Issue[] {
  if (title.recipients === 'both' || title.recipients === recipient) return [];
  return [issue('recipient', `only_${title.recipients}`, { title: title.name })];
}

/** Only orders come in classes. */
export function classIssues(title: DistinctionTitle, typed: string | null): readonly Issue[] {
  return typed === null || title.form === 'order'
    ? []
    : [issue('class', 'no_classes', { title: title.name })];
}

/** A decision is a thing of the past: today at the latest. */
export function decisionDayIssues(decidedOn: Day, today: Day): readonly Issue[] {
  return decidedOn > today ? [issue('decided_on', 'day_in_future', { today })] : [];
}

/** What was given may be revoked from the day of the decision on, today at the latest. */
export function revocationIssues(decidedOn: Day, revokedOn: Day, today: Day): readonly Issue[] {
  if (revokedOn < decidedOn)
    return [issue('revoked_on', 'before_decision', { decided: decidedOn })];
  return revokedOn > today ? [issue('revoked_on', 'day_in_future', { today })] : [];
}
