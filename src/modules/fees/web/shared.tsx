import type { Issue, IssueWords } from '../../../kernel/issue.ts';
import { documentIssueWords } from '../../../platform/documents/vi.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { offers, type Section, saidIn } from '../../../platform/records/section.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { Alert, type Tab } from '../../../ui/index.ts';
import { feeWrite } from '../policy.ts';
import { livePeriod } from '../queries/index.ts';
import type { FeePeriod } from '../schema.ts';
import { feeIssues, words } from '../vi.ts';

export const issueWords: IssueWords = { ...documentIssueWords, ...uploadIssues, ...feeIssues };

export const base = '/hoi-vien/hoi-phi';
const path = 'hoi-vien/hoi-phi';

export const section: Section = {
  pathOf: (c, rest = '') => office(c.var.place.code, rest === '' ? path : `${path}/${rest}`),
  crumbsTo: (c, ...rest) => [
    { label: words.members, href: office(c.var.place.code, 'hoi-vien') },
    { label: words.title, href: section.pathOf(c) },
    ...rest,
  ],
};
export const { pathOf } = section;

/** The way to a page of a period. */
export const periodCrumbs = (
  c: WebContext,
  period: { readonly pid: string; readonly name: string },
  ...rest: readonly Crumb[]
): readonly Crumb[] =>
  section.crumbsTo(c, { label: period.name, href: pathOf(c, period.pid) }, ...rest);

/** The period of an address; throws NotFound for what may not be seen. */
export const periodOf = (c: WebContext): Promise<FeePeriod> =>
  livePeriod(c.var.cx, c.req.param('period') ?? '');

/** @throws Forbidden for those who may only read */
export function allowWriting(c: WebContext): void {
  if (!offers(c, feeWrite)) throw new Forbidden(feeWrite.name);
}

/** Issues in words, one after the other. */
export const told = (issues: readonly Issue[]): string =>
  issues.map((one) => wordsOf(one, issueWords)).join(' ');

export type Part = 'payers' | 'payments' | 'receipts' | 'statements';

/** The four parts of a period. */
export function tabsOf(c: WebContext, period: { readonly pid: string }, current: Part): Tab[] {
  const to = (rest: string) => pathOf(c, rest === '' ? period.pid : `${period.pid}/${rest}`);
  const parts: readonly (readonly [Part, string])[] = [
    ['payers', ''],
    ['payments', 'khoan-thu'],
    ['receipts', 'phieu-thu'],
    ['statements', 'sao-ke'],
  ];
  return parts.map(([part, rest]) => ({
    href: to(rest),
    label: words[part],
    current: part === current,
  }));
}

/** What was just done, said once. */
export function noticeOf(c: WebContext) {
  const title = saidIn(c, {
    'da-luu': words.periodSaved,
    'da-cap-nhat': words.refreshed,
    'da-khoi-phuc': words.periodRestored,
    'da-thu': words.paymentSaved,
    'da-tra': words.refundSaved,
    'da-mien': words.exemptSaved,
    'bo-mien': words.unexempted,
    'da-huy-khoan': words.paymentVoided,
    'da-lap': words.issued,
    'da-lap-het': words.issuedMany,
    'da-huy-phieu': words.receiptCancelled,
    'da-doc-lai': words.columnsSaved,
    'da-quyet': words.decided,
    'da-nhan': words.tookAll,
    'da-ghi': words.applied,
    'da-hoan-tac': words.undone,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}
