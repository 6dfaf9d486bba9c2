import type { Hono } from 'hono';
import type { Day } from '../../../../kernel/day.ts';
import { contentDisposition } from '../../../../platform/documents/filename.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { rootCode, site } from '../../../../platform/http/addresses.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ButtonLink, Card } from '../../../../ui/index.ts';
import { type Edition, editionByPid } from '../../../calls/index.ts';
import { CallList, CallPage, type ListedCall } from '../../pages/entry/calls.tsx';
import { occasionOf, termsOf } from '../../pages/entry/terms.ts';
import { announcedPid, type PublicEdition, publicEditions } from '../../queries/entry.ts';
import { callLinksOf } from '../../service/index.ts';
import { termsPdf } from '../../sheets/entry.ts';
import { callWords as words } from '../../vi/entry/index.ts';
import { enteringOf, turnsToday } from './shared.tsx';

/** The public pages of editions, on the site of the nation and of each union. */
export function callDoors(app: Hono<Env>): void {
  app.get('/hoi-thi', listPage);
  app.get('/hoi-thi/:edition', callPage);
  app.get('/hoi-thi/:edition/the-le.pdf', document);
}

const pageSize = 20;

/** The address of an edition, or below it. */
export const callHref = (
  { organisation, code }: Pick<PublicEdition, 'organisation' | 'code'>,
  rest = '',
): string => site(organisation.code, `hoi-thi/${code}${rest === '' ? '' : `/${rest}`}`);

/** The announced edition of the address; null when it has another address. @throws NotFound */
export async function announced(c: WebContext): Promise<Edition | null> {
  const { cx, place } = c.var;
  const pid = await announcedPid(cx, place.organisationId, c.req.param('edition') ?? '');
  if (pid === null) throw new NotFound('edition');
  const edition = await editionByPid(cx, pid);
  const here = edition.organisation.id === place.organisationId;
  return here && c.req.param('edition') === edition.code ? edition : null;
}

/** To the address that the edition has. */
export async function toItsPlace(c: WebContext, rest = ''): Promise<Response> {
  const { cx, place } = c.var;
  const pid = await announcedPid(cx, place.organisationId, c.req.param('edition') ?? '');
  return c.redirect(callHref(await editionByPid(cx, pid ?? ''), rest), 301);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const nation = place.code === rootCode();
  const page = Math.min(1000, Math.max(1, Number.parseInt(c.req.query('trang') ?? '1', 10) || 1));
  const found = await publicEditions(cx, nation ? null : place.organisationId, {
    page,
    size: pageSize,
  });
  const now = cx.clock.now();
  const listed = (one: PublicEdition): ListedCall => ({
    title: one.name,
    href: callHref(one),
    occasion: occasionOf(one),
    organiser: nation ? one.organisation.name : null,
    entering: enteringOf(one, now),
  });
  const lead = nation ? words.listLeadAll : words.listLead(place.name);
  const answer = await shell.portal(c, {
    title: words.list,
    description: lead,
    crumbs: [{ label: place.shortName, href: site(place.code) }, { label: words.list }],
    body: (
      <CallList
        lead={lead}
        open={found.open.map(listed).toSorted(openFirst)}
        closed={found.closed.map(listed)}
        pager={{
          page,
          size: pageSize,
          total: found.total,
          href: (to) => site(place.code, 'hoi-thi', { trang: to === 1 ? null : to }),
        }}
      />
    ),
    aside: <CheckCard />,
  });
  return found.open.some((one) => turnsToday(one, cx.clock.today())) ? lasting(answer) : answer;
}

const openFirst = (a: ListedCall, b: ListedCall): number =>
  Number(b.entering.open) - Number(a.entering.open);

// What it says may be another thing in an hour.
function lasting(answer: Response): Response {
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

const CheckCard = () => (
  <Card title={words.verify}>
    <p>{words.verifyHelp}</p>
    <p>
      <ButtonLink href="/bien-nhan">{words.verify}</ButtonLink>
    </p>
  </Card>
);

async function callPage(c: WebContext): Promise<Response> {
  const edition = await announced(c);
  if (edition === null) return toItsPlace(c);
  const { cx, place, shell } = c.var;
  const { content, state } = edition;
  const terms = termsOf(content, cx.clock.now(), cx.clock.today());
  const entering = enteringOf({ state, phases: content.phases }, cx.clock.now());
  const answer = await shell.portal(c, {
    title: content.name,
    description: [content.name, terms.occasion, entering.says].join('. '),
    crumbs: [
      { label: place.shortName, href: site(place.code) },
      { label: words.list, href: site(place.code, 'hoi-thi') },
      { label: words.terms },
    ],
    body: (
      <CallPage
        terms={terms}
        organiser={edition.organisation.name}
        entering={entering}
        startHref={callHref(edition, 'bat-dau')}
        againHref={callHref(edition, 'gui-lai')}
        documentHref={callHref(edition, 'the-le.pdf')}
        checkHref="/bien-nhan"
        links={await callLinksOf(cx, edition)}
      />
    ),
    aside: <CheckCard />,
  });
  return turnsToday(content, cx.clock.today()) ? lasting(answer) : answer;
}

// Anybody may ask for a sheet and one is set after the other: what was set stays for the day.
const sheets = new Map<string, Promise<Buffer>>();
const mostSheets = 50;

function sheetOf(edition: Edition, now: Date, today: Day, address: string): Promise<Buffer> {
  const key = `${edition.pid} ${edition.revision} ${today} ${address}`;
  const known = sheets.get(key);
  if (known !== undefined) return known;
  const fresh = termsPdf({
    terms: termsOf(edition.content, now, today),
    organiser: edition.organisation.name,
    address,
    today,
  });
  for (const old of [...sheets.keys()].slice(0, Math.max(0, sheets.size + 1 - mostSheets)))
    sheets.delete(old);
  sheets.set(key, fresh);
  fresh.catch(() => sheets.delete(key));
  return fresh;
}

async function document(c: WebContext): Promise<Response> {
  const edition = await announced(c);
  if (edition === null) return toItsPlace(c, 'the-le.pdf');
  const { cx } = c.var;
  const address = `${siteOf(c)}${callHref(edition)}`;
  const bytes = await sheetOf(edition, cx.clock.now(), cx.clock.today(), address);
  return c.body(bytes as Buffer<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(words.pdfName(edition.code), 'attachment'),
    'cache-control': 'no-cache',
  });
}
