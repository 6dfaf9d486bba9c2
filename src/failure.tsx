import { rootOf } from './doors.ts';
import { office, site } from './platform/http/addresses.ts';
import type { Shell, WebContext } from './platform/http/env.ts';
import { type Problem, problemOf } from './platform/http/problems.ts';
import type { Log } from './platform/log.ts';
import { Alert, ButtonLink } from './ui/index.ts';
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
  return face(c, {
    title: problem.title,
    status: problem.status,
    lead: undefined,
    body: (
      <>
        {face === c.var.shell.office ? null : <h1>{problem.title}</h1>}
        <Alert tone={problem.status === 404 ? 'info' : 'bad'}>{problem.detail}</Alert>
        {problem.status === 500 ? <p>{`${words.requestId}: ${c.var.requestId}`}</p> : null}
        <p>
          <ButtonLink
            href={c.req.path.startsWith('/vp/') ? office(c.var.place.code) : site(c.var.place.code)}
          >
            {words.backHome}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

async function faceOf(c: WebContext): Promise<Shell['portal']> {
  const inOffice =
    c.req.path.startsWith('/vp/') && c.var.place !== undefined && c.var.placeRoles !== undefined;
  if (c.var.place === undefined) c.set('place', await rootOf(c));
  return inOffice ? c.var.shell.office : c.var.shell.portal;
}
