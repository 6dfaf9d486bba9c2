import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { openedField, openedNow, readOpened } from '../../../platform/forms/opened.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import { clientAddress, siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { takeTry } from '../../../platform/tries.ts';
import { PublicIssuePage, PublicList, SubscribeForm } from '../pages/site.tsx';
import { articlesOf, listBulletins, publicBulletin } from '../queries/index.ts';
import { askBulletins } from '../service/index.ts';
import { bulletinIssues, issueName, labels, siteWords as words } from '../vi.ts';
import { paperResponse } from './acts.tsx';
import { base, one, pageNumber } from './shared.ts';

const size = 20;
const form = 'bulletin.subscribe';

/** What everybody may see, and asking for issues. */
export function bulletinSite(app: Hono<Env>): void {
  app.get(base, (c) => listPage(c, freshForm()));
  app.post(`${base}/dang-ky`, asked);
  app.get(one, issuePage);
  app.get(`${one}/ban-in.pdf`, async (c) => paperResponse(c, await open(c)));
}

const open = (c: WebContext) =>
  publicBulletin(c.var.cx, c.var.place.organisationId, c.req.param('pid') ?? '');

const pathTo = (c: WebContext, rest = ''): string =>
  site(c.var.place.code, rest === '' ? 'ban-tin' : `ban-tin/${rest}`);

async function listPage(c: WebContext, state: FormView): Promise<Response> {
  const { cx, place } = c.var;
  const page = pageNumber(c);
  const { organisationId } = place;
  const { rows, total } = await listBulletins(cx, { organisationId, published: true, page, size });
  const bad = state.summary.length > 0;
  return c.var.shell.portal(c, {
    title: words.title,
    description: words.lead(place.name),
    crumbs: [{ label: words.title }],
    ...(bad ? { status: 422, error: true } : {}),
    body: (
      <PublicList
        lead={words.lead(place.name)}
        rows={rows.map((row) => ({
          href: pathTo(c, row.pid),
          name: `${issueName(row)}: ${row.title}`,
          meta: `${words.day(row.publishedAt ?? row.createdAt)} · ${words.articles(row.articles)}`,
        }))}
        total={total}
        page={page}
        size={size}
        pageHref={(to) => withQuery(pathTo(c), { trang: to })}
        asked={c.req.query('da-dang-ky') !== undefined}
      />
    ),
    aside: (
      <SubscribeForm
        form={state}
        action={pathTo(c, 'dang-ky')}
        hidden={{ [openedField]: openedNow(cx, form) }}
      />
    ),
  });
}

/** A reader's address. What machines send is answered as if it had been kept. */
async function asked(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const { values, key } = await formOf(c);
  const done = () => c.redirect(withQuery(pathTo(c), { 'da-dang-ky': 1 }), 303);
  if ((values.website ?? '') !== '') return done();
  const again = (code: string) =>
    listPage(c, returnedForm(values, [issue('', code)], bulletinIssues, labels));
  if (readOpened(cx, form, values[openedField]) !== 'fine') return again('asked_too_quick');
  if (!(await takeTry(cx, `${form}:${clientAddress(c)}`, { most: 10, within: 3_600_000 })))
    return again('asked_too_often');
  const raw = { organisation: place.code, address: values.address, site: siteOf(c) };
  const issues = await once(
    cx,
    key,
    async (inner) => {
      const outcome = await execute(inner, askBulletins, raw);
      return { keep: outcome.ok, answer: outcome.ok ? [] : outcome.issues };
    },
    askBulletins.seen,
  );
  if (issues.length === 0) return done();
  return listPage(c, returnedForm(values, issues, bulletinIssues, labels));
}

async function issuePage(c: WebContext): Promise<Response> {
  const bulletin = await open(c);
  const articles = await articlesOf(c.var.cx.db, bulletin.id);
  const name = issueName(bulletin);
  return c.var.shell.portal(c, {
    title: `${bulletin.title}, ${name}`,
    crumbs: [{ label: words.title, href: pathTo(c) }, { label: name }],
    body: (
      <PublicIssuePage
        name={name}
        title={bulletin.title}
        day={words.day(bulletin.publishedAt ?? bulletin.createdAt)}
        fileHref={pathTo(c, `${bulletin.pid}/ban-in.pdf`)}
        allHref={pathTo(c)}
        articles={articles.map(({ title, slug }) => ({
          title,
          href: slug === null ? null : site(c.var.place.code, `bai/${slug}`),
        }))}
      />
    ),
  });
}
