import { issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { site } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import { clientAddress } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { TransferForm, TransferSent } from '../pages/transfer.tsx';
import { askTransfer, publicOne, type Shown } from '../service/index.ts';
import { archiveIssues, transferWords as words } from '../vi/index.ts';
import { crumbsTo, path, scopeOf, siteOf } from './shared.ts';

/** Nobody reads the page and writes a message in less, in milliseconds. */
const QUICK = 3_000;
const DAY = 86_400_000;

const solutionOf = (c: WebContext): Promise<Shown> =>
  publicOne(c.var.cx, scopeOf(c), c.req.param('pid') ?? '');

const hrefOf = (c: WebContext, pid: string, rest = ''): string =>
  site(c.var.place.code, `${path}/${pid}${rest}`);

export async function askPage(c: WebContext): Promise<Response> {
  return show(c, await solutionOf(c), freshForm());
}

/** A reader's request. What a machine sends is answered as if it had been kept. */
export async function asked(c: WebContext): Promise<Response> {
  const one = await solutionOf(c);
  const { cx } = c.var;
  const { values, key } = await formOf(c);
  const done = () => c.redirect(hrefOf(c, one.pid, '/da-gui'), 303);
  if ((values.website ?? '') !== '') return done();
  const age = cx.clock.now().getTime() - Number(values.luc);
  if (!(age >= QUICK && age < DAY))
    return show(
      c,
      one,
      returnedForm(values, [issue('', 'transfer_too_quick')], archiveIssues, labels),
    );
  const { name, contact, message } = values;
  const raw = { pid: one.pid, name, contact, message, sender: clientAddress(c), site: siteOf(c) };
  const answer = await once(cx, key, async (inner) => {
    const outcome = await execute(inner, askTransfer, raw);
    return { keep: outcome.ok, answer: outcome.ok ? [] : outcome.issues };
  });
  if (answer.length === 0) return done();
  return show(c, one, returnedForm(values, answer, archiveIssues, labels));
}

const labels = { name: words.name, contact: words.contact, message: words.message };

export async function sentPage(c: WebContext): Promise<Response> {
  const one = await solutionOf(c);
  return c.var.shell.portal(c, {
    title: words.sentTitle,
    crumbs: crumbsTo(c, { label: words.title }),
    body: <TransferSent union={one.union.name} backHref={hrefOf(c, one.pid)} />,
  });
}

async function show(c: WebContext, one: Shown, form: FormView): Promise<Response> {
  const bad = form.summary.length > 0;
  const page = await c.var.shell.portal(c, {
    title: words.title,
    crumbs: crumbsTo(
      c,
      { label: one.title.slice(0, 60), href: hrefOf(c, one.pid) },
      { label: words.title },
    ),
    status: bad ? 422 : 200,
    error: bad,
    body: (
      <TransferForm
        solution={one.title}
        form={form}
        action={hrefOf(c, one.pid, '/lien-he')}
        hidden={{ _key: c.var.cx.ids.pid(), luc: c.var.cx.clock.now().getTime() }}
        backHref={hrefOf(c, one.pid)}
      />
    ),
  });
  // Each form has a key and a time of its own.
  page.headers.set('cache-control', 'private, no-store');
  page.headers.set('x-robots-tag', 'noindex, nofollow');
  return page;
}
