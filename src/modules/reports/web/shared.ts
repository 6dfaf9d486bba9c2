import { vietnamTime } from '../../../kernel/clock.ts';
import type { IssueWords } from '../../../kernel/issue.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { documentIssueWords } from '../../../platform/documents/vi.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { reportForm } from '../queries/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { formPeriod } from '../sheets/index.ts';
import { reportIssues } from '../vi/index.ts';
import { words } from '../vi/pages.ts';

export const issueWords: IssueWords = { ...documentIssueWords, ...uploadIssues, ...reportIssues };

export const base = '/bao-cao/phieu/:pid';

export const formPath = (c: WebContext, pid: string, rest = ''): string =>
  office(c.var.place.code, `bao-cao/phieu/${pid}${rest === '' ? '' : `/${rest}`}`);

/** The form of the address. @throws NotFound for what may not be seen */
export const formOfAddress = (c: WebContext): Promise<ReportForm> =>
  reportForm(c.var.cx, c.req.param('pid') ?? '');

/** Back to the form, which says how many places were saved and how many somebody else had changed. */
export function savedAnswer(
  c: WebContext,
  pid: string,
  { saved, conflicts }: { readonly saved: number; readonly conflicts: number },
): Response {
  const said = { 'da-luu': String(saved), trung: conflicts || undefined };
  return c.redirect(withQuery(formPath(c, pid), said), 303);
}

export function crumbsTo(c: WebContext, form: ReportForm, ...rest: readonly Crumb[]): Crumb[] {
  const { round, organisation, pid } = form.obligation;
  const at = (path: string) => office(c.var.place.code, path);
  return [
    { label: words.reports, href: at('bao-cao') },
    { label: words.rounds, href: at('bao-cao/dot') },
    { label: round.name, href: at(`bao-cao/dot/${round.pid}`) },
    rest.length === 0
      ? { label: organisation.shortName }
      : { label: organisation.shortName, href: formPath(c, pid) },
    ...rest,
  ];
}

export const leadOf = (form: ReportForm): string => {
  const { organisation, collector, dueOn } = form.obligation;
  return words.lead(
    organisation.shortName,
    formPeriod(form),
    formatDate(dueOn),
    collector.shortName,
  );
};

/** An instant as people read it. */
export const whenText = (iso: string): string => formatDateTime(vietnamTime(new Date(iso)));

/** What is wrong, told far from its field: with the name of the row or section that it is about. */
export function withLabels<T extends { readonly field: string; readonly text: string }>(
  form: ReportForm,
  told: readonly T[],
): T[] {
  const labels = new Map(
    form.sections.flatMap(({ section, cells }) => [
      [section.key, section.title] as const,
      ...cells.map(({ row }) => [row.key, row.label] as const),
    ]),
  );
  return told.map((one) => {
    const label = labels.get(one.field.slice(one.field.indexOf(':') + 1));
    const named = label === undefined || one.text.includes(label);
    return named ? one : { ...one, text: `${label}: ${one.text}` };
  });
}
