import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { office } from '../../../platform/http/addresses.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import { sectionsOf } from '../../articles/index.ts';
import { Offers } from '../pages/offers.tsx';
import { showingChoose, showingOffer, showingOffers } from '../policy.ts';
import { offersOf, showingBySlug, waitingOffers } from '../queries/index.ts';
import { offerStates } from '../schema.ts';
import {
  chooseShowing,
  nationalSite,
  offerShowing,
  takeBackShowing,
  unchooseShowing,
} from '../service/index.ts';
import { showingIssues as issues, officeWords as words } from '../vi/index.ts';
import { hrefOf } from './paths.ts';

export const officePath = 'bai-gioi-thieu';
const pageSize = 20;

/** What a union offers to the national site; there, what is chosen. */
export function offerOffice(app: Hono<Env>): void {
  app.get(`/${officePath}`, async (c) => page(c, freshForm()));
  app.post(`/${officePath}`, offer);
  app.post(`/${officePath}/:pid/rut`, async (c) => {
    const { values } = await formOf(c);
    const input = { pid: c.req.param('pid'), version: values.version };
    return said(c, settled(await execute(c.var.cx, takeBackShowing, input), issues));
  });
  app.post(`/${officePath}/:pid/chon`, async (c) => {
    const { values } = await formOf(c);
    const { section, version } = values;
    const input = { pid: c.req.param('pid'), section, version };
    return said(c, settled(await execute(c.var.cx, chooseShowing, input), issues));
  });
  app.post(`/${officePath}/:pid/bo`, async (c) => {
    const { values } = await formOf(c);
    const input = { pid: c.req.param('pid'), version: values.version };
    return said(c, settled(await execute(c.var.cx, unchooseShowing, input), issues));
  });
}

const here = (c: WebContext): string => office(c.var.place.code, officePath);

const said = (c: WebContext, { pid, state }: { pid: string; state: string }): Response =>
  c.redirect(`${here(c)}?da-ghi=${state}#${pid}`, 303);

async function page(c: WebContext, form: FormView): Promise<Response> {
  const { cx, place, shell } = c.var;
  if (!(await may(cx, showingOffers, place.organisationId))) throw new NotFound('offers');
  const siteId = await nationalSite(cx);
  const national = siteId === place.organisationId;
  const question = listQuestion(here(c), c.req.query(), {
    filters: ['tinh-trang'],
    sorts: ['luc'],
    sort: 'luc',
  });
  const state = offerStates.find((one) => one === question.values['tinh-trang']) ?? null;
  const { rows, total } = await offersOf(cx, {
    siteId: national ? siteId : null,
    publisherId: national ? null : place.organisationId,
    state,
    page: question.page,
    size: pageSize,
  });
  const writer = await may(cx, national ? showingChoose : showingOffer, place.organisationId);
  const sections = national ? await sectionsOf(cx.db, siteId) : null;
  const told = saidIn(c, {
    'da-ghi': words.done[offerStates.find((one) => one === c.req.query('da-ghi')) ?? 'offered'],
  });
  const bad = form.summary.length > 0;
  return shell.office(c, {
    title: national ? words.nationalTitle : words.offersTitle,
    lead: national ? words.nationalLead((await waitingOffers(cx, siteId)).count) : words.offersLead,
    crumbs: [{ label: national ? words.nationalTitle : words.offersTitle }],
    status: bad ? 422 : 200,
    error: bad,
    before: told === undefined ? undefined : <Alert tone="ok" title={told} live />,
    body: (
      <Offers
        rows={rows.map((one) => ({
          offer: one,
          href: hrefOf(one.article),
          action: writer ? `${here(c)}/${one.article.pid}` : null,
        }))}
        state={state}
        action={here(c)}
        total={total}
        page={question.page}
        size={pageSize}
        pageHref={question.pageHref}
        sections={sections?.map(({ slug, name }) => ({ value: slug, label: name })) ?? null}
        form={writer && !national ? form : null}
        hidden={{ _key: cx.ids.pid() }}
      />
    ),
  });
}

/** An article is offered by its public id, or by the address that somebody copied. */
async function offer(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const { values, key } = await formOf(c);
  const typed = (values.pid ?? '').trim();
  const slug = /(?:bai|trang)\/([a-z0-9-]+?)(?:\.pdf|\/in)?(?:[?#].*)?$/.exec(typed)?.[1];
  const article = slug === undefined ? null : await showingBySlug(cx, place.organisationId, slug);
  const input = { pid: article?.pid ?? typed, note: values.note };
  const refuse = (found: readonly Issue[]) =>
    page(c, returnedForm(values, found, issues, { pid: words.pid, note: words.note }));
  if (!/^[a-z0-9]{16}$/.test(input.pid)) return refuse([{ path: 'pid', code: 'offer_unknown' }]);
  const answer = await once(cx, key, async (inner) => {
    const outcome = await execute(inner, offerShowing, input);
    return { keep: outcome.ok, answer: outcome.ok ? [] : outcome.issues };
  }).catch((error: unknown) => {
    if (error instanceof NotFound) return [{ path: 'pid', code: 'offer_unknown' }];
    throw error;
  });
  if (answer.length > 0)
    return refuse(answer.map((one) => ({ ...one, path: one.path === '' ? 'pid' : one.path })));
  return said(c, { pid: input.pid, state: 'offered' });
}
