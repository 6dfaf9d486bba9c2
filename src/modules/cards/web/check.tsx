import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { CheckPage, CodeForm, Outcomes } from '../pages/check.tsx';
import { verdictOf } from '../queries/index.ts';
import { codeOf } from '../rules.ts';
import { checkWords as words } from '../vi.ts';

const home = { label: words.home, href: '/' };

export function checkDoors(app: Hono<Env>): void {
  app.get('/the', askPage);
  app.get('/the/:code', verdictPage);
}

async function askPage(c: WebContext): Promise<Response> {
  const typed = (c.req.query('ma') ?? '').trim();
  // What cannot be a code goes the same way: it is answered as every code that is nobody's.
  if (typed !== '') return c.redirect(`/the/${codeOf(typed) ?? '0'.repeat(16)}`, 303);
  return unkept(
    await c.var.shell.portal(c, {
      title: words.title,
      crumbs: [home, { label: words.title }],
      body: (
        <>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
          <CodeForm titled={false} />
        </>
      ),
      aside: <Outcomes />,
    }),
  );
}

/**
 * What everybody may know of a card: whether it is valid, who issued it, its number. The answer has
 * one status and one shape whether there is such a card or not.
 */
async function verdictPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const checked = await verdictOf(cx.db, codeOf(c.req.param('code') ?? ''), cx.clock.today());
  const page = await c.var.shell.portal(c, {
    title: words.title,
    crumbs: [home, { label: words.title, href: '/the' }],
    body: (
      <CheckPage
        verdict={checked.verdict}
        issuer={checked.issuerName}
        number={checked.number}
        checkedAt={formatDateTime(vietnamTime(cx.clock.now()))}
      />
    ),
    aside: (
      <>
        <CodeForm titled />
        <Outcomes />
      </>
    ),
  });
  return unkept(page);
}

/** Neither kept on the way, nor found by search engines, nor named to other sites. */
function unkept(page: Response): Response {
  page.headers.set('cache-control', 'private, no-store');
  page.headers.set('x-robots-tag', 'noindex, nofollow');
  page.headers.set('referrer-policy', 'no-referrer');
  return page;
}
