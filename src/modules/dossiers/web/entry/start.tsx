import type { Hono } from 'hono';
import { parseEmail } from '../../../../kernel/email.ts';
import type { Issue } from '../../../../kernel/issue.ts';
import { type Command, execute, once } from '../../../../platform/command.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { site } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { clientAddress, siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { takeTry } from '../../../../platform/tries.ts';
import type { Edition } from '../../../calls/index.ts';
import { NoStart } from '../../pages/entry/calls.tsx';
import { AddressForm, LetterSent } from '../../pages/entry/start.tsx';
import type { startInput } from '../../schema/index.ts';
import { sendLinks, startDossier } from '../../service/index.ts';
import { callWords as words } from '../../vi/entry/index.ts';
import { announced, callHref, toItsPlace } from './calls.tsx';
import { enteringOf, issueWords, unkept } from './shared.tsx';

/** Beginning a dossier, and asking for the links of those that were begun. */
export function startDoors(app: Hono<Env>): void {
  for (const way of Object.values(ways)) {
    app.get(`/hoi-thi/:edition/${way.path}`, (c) => formPage(c, way));
    app.post(`/hoi-thi/:edition/${way.path}`, (c) => send(c, way));
  }
}

interface Way {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly verb: string;
  readonly said: (address: string) => string;
  /** Whether it is only there while dossiers are taken. */
  readonly begins: boolean;
  readonly act: Command<typeof startInput, Edition, object>;
}

const ways = {
  start: {
    path: 'bat-dau',
    title: words.start,
    lead: words.startPage.lead,
    verb: words.startPage.send,
    said: words.startPage.sent,
    begins: true,
    act: startDossier,
  },
  again: {
    path: 'gui-lai',
    title: words.again,
    lead: words.againPage.lead,
    verb: words.againPage.send,
    said: words.againPage.sent,
    begins: false,
    act: sendLinks,
  },
} satisfies Record<string, Way>;

/** A class whose machines share one address of the network begins within an hour. */
const limit = { most: 60, within: 3_600_000 };

interface Returned {
  readonly email?: string;
  readonly error?: string | undefined;
  readonly refused?: string | undefined;
}

async function formPage(c: WebContext, way: Way): Promise<Response> {
  const edition = await announced(c);
  return edition === null ? toItsPlace(c, way.path) : show(c, way, edition);
}

function show(c: WebContext, way: Way, edition: Edition, back: Returned = {}): Promise<Response> {
  const { cx } = c.var;
  const { state, content } = edition;
  const entering = enteringOf({ state, phases: content.phases }, cx.clock.now());
  const failed = back.error !== undefined || back.refused !== undefined;
  const body =
    way.begins && !entering.open ? (
      <NoStart says={entering.says} />
    ) : (
      <AddressForm
        lead={way.lead}
        action={callHref(edition, way.path)}
        backHref={callHref(edition)}
        send={way.verb}
        email={back.email ?? ''}
        error={back.error}
        refused={back.refused}
        formKey={cx.ids.pid()}
      />
    );
  return page(c, way, edition, { body, failed });
}

async function page(
  c: WebContext,
  way: Way,
  edition: Edition,
  { body, failed = false }: { readonly body: Element; readonly failed?: boolean },
): Promise<Response> {
  const { place, shell } = c.var;
  const answer = await shell.portal(c, {
    title: `${way.title}: ${edition.content.name}`,
    crumbs: [
      { label: words.list, href: site(place.code, 'hoi-thi') },
      { label: edition.content.name, href: callHref(edition) },
      { label: way.title },
    ],
    body: (
      <>
        <h1>{way.title}</h1>
        <p class="lead">{edition.content.name}</p>
        {body}
      </>
    ),
    ...(failed ? { error: true, status: 422 } : {}),
  });
  return unkept(answer);
}

type Element = Parameters<WebContext['var']['shell']['portal']>[1]['body'];

async function send(c: WebContext, way: Way): Promise<Response> {
  const edition = await announced(c);
  if (edition === null) return toItsPlace(c, way.path);
  const { values, key } = await formOf(c);
  const email = (values.email ?? '').trim();
  const sent = () =>
    page(c, way, edition, {
      body: (
        <LetterSent
          said={way.said(email)}
          formHref={callHref(edition, way.path)}
          backHref={callHref(edition)}
        />
      ),
    });
  // A program filled what nobody sees: it learns nothing.
  if ((values.trang_web ?? '') !== '') return sent();
  if ('ok' in parseEmail(email) && !(await takeTry(c.var.cx, `entry:${clientAddress(c)}`, limit)))
    return show(c, way, edition, { email, refused: words.startPage.tooMany });
  const issues = await once<readonly Issue[]>(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, way.act, { edition: edition.pid, email, site: siteOf(c) });
    return outcome.ok ? { keep: true, answer: [] } : { keep: false, answer: outcome.issues };
  });
  if (issues.length === 0) return sent();
  const of = (field: boolean) =>
    issues
      .filter(({ path }) => (path === 'email') === field)
      .map((one) => wordsOf(one, issueWords))
      .join(' ') || undefined;
  return show(c, way, edition, { email, error: of(true), refused: of(false) });
}
