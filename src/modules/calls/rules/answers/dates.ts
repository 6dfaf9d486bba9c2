import { type Issue, issue } from '../../../../kernel/issue.ts';
import { parseDate } from './read.ts';

/** Why a text is no date. */
export function unreadableDate(typed: string, label: string, path: string): Issue {
  const parsed = parseDate(typed);
  const data = 'error' in parsed ? parsed.data : {};
  return 'error' in parsed && parsed.error === 'day_not_in_month'
    ? issue(path, 'answer_day_not_in_month', { ...data, label, typed })
    : issue(path, 'answer_not_date', { label, typed });
}
