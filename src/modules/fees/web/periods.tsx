import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../platform/command.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import {
  longestSelect,
  pick,
  suggestions,
  typedFor,
  withCodes,
} from '../../../platform/forms/pick.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { pickedCode } from '../../../platform/records/narrowing.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { offers } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, ConfirmPage, DeletedRecord, Toast, uiVi } from '../../../ui/index.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { sectionTabs } from '../../people/index.ts';
import { PeriodForm } from '../pages/period-form.tsx';
import { type ListedPeriodRow, PeriodList } from '../pages/periods.tsx';
import { feeWrite } from '../policy.ts';
import {
  allBanks,
  findPeriod,
  type ListedPeriod,
  listPeriods,
  livePeriod,
  type PeriodOrder,
  periodFacets,
} from '../queries/index.ts';
import type { FeePeriod } from '../schema.ts';
import {
  changedPeriod,
  createPeriod,
  editPeriod,
  removePeriod,
  restorePeriod,
} from '../service/index.ts';
import { labels, words } from '../vi.ts';
import { allowWriting, base, issueWords, pathOf, periodCrumbs, section, told } from './shared.tsx';

const pageSize = 50;
const sorts = { ngay: 'first', ten: 'name', han: 'due' } as const;

export function periodDoors(app: Hono<Env>): void {
  app.get(base, listPage);
  app.get(`${base}/don-vi`, async (c) =>
    c.json(suggestions(await recordable(c), c.req.query('q') ?? '')),
  );
  app.get(`${base}/moi`, newForm);
  app.post(`${base}/moi`, (c) => sent(c, null));
  app.get(`${base}/:period/sua`, async (c) => editForm(c, await livePeriod(c.var.cx, param(c))));
  app.post(`${base}/:period/sua`, async (c) => sent(c, await livePeriod(c.var.cx, param(c))));
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

/** Organisations for which the actor may collect, at or below the place. */
function recordable(c: WebContext): Promise<OrganisationOption[]> {
  const { cx, place } = c.var;
  return organisationOptions(cx, feeWrite, place.organisationId, cx.clock.today());
}

async function newForm(c: WebContext): Promise<Response> {
  allowWriting(c);
  const options = await recordable(c);
  const own = options.find((option) => option.id === c.var.place.organisationId);
  const year = c.var.cx.clock.today().slice(0, 4);
  const values = {
    organisation: typedFor(own?.code ?? '', options),
    first_day: `01/01/${year}`,
    last_day: `31/12/${year}`,
    amount_honorary: '0',
  };
  return show(c, null, freshForm(values), options);
}

async function editForm(c: WebContext, period: FeePeriod): Promise<Response> {
  allowWriting(c);
  const standing = changedPeriod(period, {}) as Record<string, string | number | boolean | null>;
  const values = Object.fromEntries(
    Object.entries(standing).map(([name, value]) => [name, value === null ? '' : String(value)]),
  );
  const days = Object.fromEntries(
    ['first_day', 'last_day', 'due_on'].map((name) => [name, formatDate(values[name] ?? '')]),
  );
  const amounts = Object.fromEntries(
    ['amount_full', 'amount_associate', 'amount_honorary'].map((name) => [
      name,
      formatNumber(values[name] ?? '0'),
    ]),
  );
  const below = period.below ? '1' : '';
  return show(c, period, freshForm({ ...values, ...days, ...amounts, below }), []);
}

async function sent(c: WebContext, period: FeePeriod | null): Promise<Response> {
  allowWriting(c);
  const { cx } = c.var;
  const { values, key } = await formOf(c);
  const { _key, version, organisation = '', ...fields } = values;
  const options = period === null ? await recordable(c) : [];
  const picked =
    period === null
      ? pick('organisation', options, organisation)
      : { code: period.organisationCode };
  const saved = await saveSent(cx, key, {
    raw: {
      ...fields,
      organisation: 'code' in picked ? picked.code : '',
      ...(period === null ? {} : { pid: period.pid, version }),
    },
    early: 'code' in picked ? [] : [picked.issue],
    read: ['organisation'],
    write: (inner, raw) =>
      period === null ? execute(inner, createPeriod, raw) : execute(inner, editPeriod, raw),
  });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  const view = returnedForm(values, saved.issues, issueWords, labels);
  return show(c, period, view, options, saved.newer);
}

async function show(
  c: WebContext,
  period: FeePeriod | null,
  state: FormView,
  options: readonly OrganisationOption[],
  newer?: number,
): Promise<Response> {
  const bad = state.summary.length > 0;
  const title = period === null ? words.newPeriod : words.editPeriod;
  const backHref = period === null ? pathOf(c) : pathOf(c, period.pid);
  const few = options.length <= longestSelect;
  const version = newer ?? state.values.version ?? period?.version;
  const banks = await allBanks(c.var.cx.db);
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs:
      period === null
        ? section.crumbsTo(c, { label: title })
        : periodCrumbs(c, period, { label: title }),
    body: (
      <PeriodForm
        state={
          few ? { ...state, values: withCodes(state.values, ['organisation'], options) } : state
        }
        action={c.req.path}
        hidden={{ _key: c.var.cx.ids.pid(), version: period === null ? undefined : version }}
        backHref={backHref}
        organisations={options.map((option) => ({ value: option.code, label: option.name }))}
        suggestHref={few ? null : pathOf(c, 'don-vi')}
        banks={banks.map((bank) => ({
          value: bank.bin,
          label: `${bank.shortName} (${bank.name})`,
        }))}
        newerHref={newer === undefined ? undefined : backHref}
        fixed={period?.organisationName ?? null}
      />
    ),
  });
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
