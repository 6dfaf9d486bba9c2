import type { Child } from 'hono/jsx';
import type { Issue } from '../../../kernel/issue.ts';
import { type FormView, returnedForm } from '../../../platform/forms/returned.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import type { Round } from '../schema.ts';
import { labels } from '../vi.ts';
import { issueWords, roundCrumbs } from './shared.tsx';

export interface Shown {
  readonly round: Round;
  readonly title: string;
  readonly lead?: string;
  readonly crumbs?: readonly Crumb[];
  readonly state: FormView;
  readonly body: Child;
}

/** A form about a round, fresh or as it came back. */
export function shown(c: WebContext, { round, title, lead, crumbs = [], state, body }: Shown) {
  const bad = state.summary.length > 0;
  return c.var.shell.office(c, {
    title,
    ...(lead === undefined ? {} : { lead }),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: roundCrumbs(c, round, ...crumbs, { label: title }),
    body,
  });
}

/** What was sent, with what is wrong. */
export const again = (
  values: Readonly<Record<string, string>>,
  issues: readonly Issue[],
): FormView => returnedForm(values, issues, issueWords, labels);
