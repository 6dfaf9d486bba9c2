import { rootOf } from './doors.ts';
import { vietnamTime } from './kernel/clock.ts';
import { formatDateTime } from './kernel/vietnamese/dates.ts';
import { placeOf } from './modules/organisations/index.ts';
import { likelyPages } from './modules/portal/index.ts';
import { onwardOf } from './modules/sites/index.ts';
import { office, site } from './platform/http/addresses.ts';
import type { Shell, WebContext } from './platform/http/env.ts';
import { type Problem, problemOf } from './platform/http/problems.ts';
import type { Log } from './platform/log.ts';
import { Alert, ButtonLink, EntryList, SearchForm, ToneLetters } from './ui/index.ts';
import { shellWords as words } from './vi.ts';

/** Answers for an error: problem+json to programs, a page in the right face to people. */
export async function failed(c: WebContext, error: unknown, log: Log): Promise<Response> {
  const problem = problemOf(error);
  if (problem.status === 500) log.error('request failed', { requestId: c.var.requestId, error });
  if (c.req.path.startsWith('/api/') || c.var.cx === undefined) return asProblem(c, problem);
  try {
    return await asPage(c, problem);
  } catch (second) {
    // A page asks the database for its name and colours; without a database there is none.
    log.error('no page for an error', { requestId: c.var.requestId, error: second });
    return asProblem(c, problem);
  }
}

function asProblem(c: WebContext, problem: Problem): Response {
  return c.json({ ...problem, requestId: c.var.requestId }, problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

async function asPage(c: WebContext, problem: Problem): Promise<Response> {
  const face = await faceOf(c);
  const inOffice = face === c.var.shell.office;
  if (problem.status === 404 && !inOffice) {
    const onward = await onwardOf(c);
    if (onward !== null) return c.redirect(onward, 301);
  }
  if (problem.status === 404) return missing(c, problem, inOffice);
  const { code } = c.var.place;
  return face(c, {
    title: problem.title,
    status: problem.status,
    body: (
      <>
        {inOffice ? null : <h1>{problem.title}</h1>}
        <Alert tone="bad">{problem.detail}</Alert>
        {problem.status === 500 ? <p>{`${words.requestId}: ${c.var.requestId}`}</p> : null}
        <p>
          <ButtonLink href={inOffice ? office(code) : site(code)}>
            {inOffice ? words.backToDesk : words.backHome}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

/** There is no such page: a search box with the words of the address, and where one may go on. */
async function missing(c: WebContext, problem: Problem, inOffice: boolean): Promise<Response> {
  const { place, shell, cx } = c.var;
  const { typed, pages } = await likelyPages(c);
  const when = formatDateTime(vietnamTime(cx.clock.now()));
  const search = inOffice ? office(place.code, 'tim') : site(place.code, 'tim');
  const body = (
    <>
      <ToneLetters />
      {inOffice ? null : <h1>{problem.title}</h1>}
      <p>{inOffice ? words.missingInOffice : words.missing}</p>
      <SearchForm id="tim-trang" action={search} value={typed} label={words.searchAll} labelShown />
      {inOffice ? (
        <p>
          <ButtonLink href={office(place.code)}>{words.backToDesk}</ButtonLink>
        </p>
      ) : (
        <>
          <h2>{words.likely}</h2>
          <EntryList plain items={pages.map((one) => ({ title: one.label, href: one.href }))} />
        </>
      )}
      <p class="help">{words.missingFoot(when)}</p>
    </>
  );
  return (inOffice ? shell.office : shell.portal)(c, {
    title: problem.title,
    status: problem.status,
    body,
  });
}

async function faceOf(c: WebContext): Promise<Shell['portal']> {
  const code = /^\/vp\/([^/]+)/.exec(c.req.path)?.[1];
  const inOffice =
    code !== undefined && c.var.place !== undefined && c.var.placeRoles !== undefined;
  if (c.var.place === undefined) c.set('place', await rootOf(c));
  else if (inOffice && c.var.place.code !== code) {
    // An address that no route answers has also passed the door of the root's pages.
    const place = await placeOf(c.var.cx.db, code, c.var.cx.clock.today());
    if (place !== null && !('movedTo' in place)) c.set('place', place);
  }
  return inOffice ? c.var.shell.office : c.var.shell.portal;
}
