import type { Issue } from '../../../kernel/issue.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { Tabs } from '../../../ui/index.ts';
import { checkWords } from '../../checks/index.ts';
import { archiveKeep, archiveRead } from '../policy.ts';
import { archiveIssues, officeWords as words } from '../vi/index.ts';

export const officePath = (c: WebContext, path: string): string => office(c.var.place.code, path);

export const crumbs = (c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] => [
  { label: words.contests, href: officePath(c, 'hoi-thi') },
  ...rest,
];

export const importsPath = 'hoi-thi/nhap-lan-truoc';

/** @throws NotFound for those who may not look, Forbidden for those who may not write */
export async function allow(c: WebContext, wanted = archiveKeep): Promise<void> {
  const id = c.var.place.organisationId;
  if (!(await may(c.var.cx, archiveRead, id))) throw new NotFound('imports');
  if (!(await may(c.var.cx, wanted, id))) throw new Forbidden(wanted.name);
}

/** Issues in words. */
export const told = (issues: readonly Issue[]): string[] =>
  issues.map((one) => wordsOf(one, { ...uploadIssues, ...checkWords, ...archiveIssues }));

/** The two lists of this module in an office. */
export function tabs(c: WebContext, current: 'imports' | 'requests') {
  return (
    <Tabs
      label={words.tabs}
      items={[
        {
          href: officePath(c, importsPath),
          label: words.importsTitle,
          current: current === 'imports',
        },
        {
          href: officePath(c, 'hoi-thi/chuyen-giao'),
          label: words.requestsTitle,
          current: current === 'requests',
        },
      ]}
    />
  );
}
