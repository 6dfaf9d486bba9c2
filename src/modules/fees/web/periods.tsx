import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../platform/command.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { longestSelect } from '../../../platform/forms/pick.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { pickedCode } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, ConfirmPage, DeletedRecord, Toast, uiVi } from '../../../ui/index.ts';
import { sectionTabs } from '../../people/index.ts';
import { type ListedPeriodRow, PeriodList } from '../pages/periods.tsx';
import { feeWrite } from '../policy.ts';
import {
  findPeriod,
  type ListedPeriod,
  listPeriods,
  livePeriod,
  type PeriodOrder,
  periodFacets,
} from '../queries/index.ts';
import type { FeePeriod } from '../schema.ts';
import { removePeriod, restorePeriod } from '../service/index.ts';
import { words } from '../vi.ts';
import { allowWriting, base, issueWords, pathOf, periodCrumbs, section, told } from './shared.tsx';

const pageSize = 50;
const sorts = { ngay: 'first', ten: 'name', han: 'due' } as const;

export function periodDoors(app: Hono<Env>): void {
  app.get(base, listPage);
  app.get(`${base}/:period/xoa`, (c) => removePage(c));
  app.post(`${base}/:period/xoa`, remove);
  app.post(`${base}/:period/khoi-phuc`, async (c) => {
    settled(await execute(c.var.cx, restorePeriod, { pid: param(c) }), issueWords);
    return c.redirect(`${pathOf(c, param(c))}?da-khoi-phuc=1`, 303);
  });
}

const param = (c: WebContext): string => c.req.param('period') ?? '';

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const shape = { filters: ['q', 'don-vi', 'nam'], sorts: Object.keys(sorts), sort: '-ngay' };
  const question = listQuestion(pathOf(c), c.req.query(), shape);
  const facets = await periodFacets(cx, place.organisationId);
  const { values } = question;
  const { rows, total } = await listPeriods(cx, {
    under: place.organisationId,
    organisation: pickedCode(facets.organisations, values['don-vi']),
    year: /^(19|20)\d\d$/.test(values.nam ?? '') ? Number(values.nam) : null,
    q: values.q ?? '',
    sort: sorts[question.sort as keyof typeof sorts] satisfies PeriodOrder['sort'],
    descending: question.descending,
    page: question.page,
    size: pageSize,
  });
  const newHref = offers(c, feeWrite) ? pathOf(c, 'moi') : null;
  return c.var.shell.office(c, {
    title: words.title,
    lead: total === 0 ? words.lead(place.shortName) : words.found(total),
    crumbs: section.crumbsTo(c).slice(0, 1),
    action:
      newHref === null ? undefined : (
        <ButtonLink kind="primary" icon="plus" href={newHref}>
          {words.newPeriod}
        </ButtonLink>
      ),
    before: (
      <>
        {await removedNotice(c)}
        {sectionTabs(c, 'fees')}
      </>
    ),
    body: (
      <PeriodList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        organisations={facets.organisations.map((o) => ({ value: o.code, label: o.name }))}
        suggestHref={facets.organisations.length > longestSelect ? pathOf(c, 'don-vi') : null}
        years={facets.years.map((year) => ({ value: String(year), label: String(year) }))}
        newHref={newHref}
      />
    ),
  });
}

const listed = (c: WebContext, row: ListedPeriod): ListedPeriodRow => ({
  href: pathOf(c, row.pid),
  name: row.name,
  organisation: row.organisationName,
  range: words.range(formatDate(row.first), formatDate(row.last)),
  dueOn: formatDate(row.dueOn),
  settled: words.settled(row.settled, row.payers),
  owed: formatNumber(row.owed),
  paid: formatNumber(row.paid),
});

async function removedNotice(c: WebContext) {
  const removed = c.req.query('da-xoa');
  const period = removed === undefined ? null : await findPeriod(c.var.cx, removed);
  if (period === null || period.deletedAt === null) return undefined;
  const undo = { action: pathOf(c, `${period.pid}/khoi-phuc`) };
  return <Toast text={words.removed(period.name)} undo={undo} />;
}

async function removePage(c: WebContext, problem?: string): Promise<Response> {
  const period = await livePeriod(c.var.cx, param(c));
  allowWriting(c);
  const back = pathOf(c, period.pid);
  return c.var.shell.office(c, {
    title: words.removeTitle,
    error: problem !== undefined,
    status: problem === undefined ? 200 : 422,
    crumbs: periodCrumbs(c, period, { label: words.removeTitle }),
    before: problem === undefined ? undefined : <Alert tone="bad">{problem}</Alert>,
    body: (
      <ConfirmPage
        question={words.removeQuestion(period.name)}
        action={c.req.path}
        hidden={{ version: period.version }}
        verb={words.removeTitle}
        keepHref={back}
        keepLabel={words.keepPeriod}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}

async function remove(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const raw = { pid: param(c), version: values.version };
  const outcome = await execute(c.var.cx, removePeriod, raw);
  if (outcome.ok) return c.redirect(`${pathOf(c)}?da-xoa=${param(c)}`, 303);
  return removePage(c, told(outcome.issues));
}

/** In place of a period that was deleted, for those who may take it back. @throws NotFound */
export function deletedPage(
  c: WebContext,
  period: FeePeriod,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, feeWrite);
  return c.var.shell.office(c, {
    title: period.name,
    crumbs: section.crumbsTo(c, { label: period.name }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${period.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}
