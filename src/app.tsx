import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Clock } from './kernel/clock.ts';
import type { IdSource } from './kernel/ids.ts';
import { actorOfAccount, actorOfToken, officeOpen } from './modules/accounts/index.ts';
import { coverage, placeOf } from './modules/organisations/index.ts';
import { modules } from './modules.ts';
import type { Cx, Emit } from './platform/command.ts';
import type { Db } from './platform/database/query.ts';
import { NotFound, Unauthenticated } from './platform/errors.ts';
import { office, reservedWords, rootCode, site, withQuery } from './platform/http/addresses.ts';
import { Api } from './platform/http/api.ts';
import { type Assets, assetResponse } from './platform/http/assets.ts';
import { limitBody } from './platform/http/body.ts';
import type { Env, Place, Shell, WebContext } from './platform/http/env.ts';
import { openApi } from './platform/http/openapi.ts';
import { type Problem, problemOf } from './platform/http/problems.ts';
import { readableAddress, sameSiteOnly, securityHeaders } from './platform/http/security.ts';
import type { Services } from './platform/http/services.ts';
import type { Log } from './platform/log.ts';
import type { Actor } from './platform/policy.ts';
import { createShell } from './shell.tsx';
import { Alert, accentCss, ButtonLink } from './ui/index.ts';
import { shellWords as words } from './vi.ts';

export interface AppParts {
  readonly db: Db;
  readonly services: Services;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly assets: Assets;
  readonly log: Log;
  readonly version: string;
  /** Called after each committed write of this process. */
  readonly committed?: () => void;
}

/** Sends a happening to every module that listens for it, inside the same transaction. */
export const emit: Emit = async (cx, happening) => {
  for (const module of modules) await module.on?.[happening.name]?.(cx, happening);
};

/** Builds the whole HTTP application from the module list. Has no side effects. */
export function buildApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const shell = createShell({
    assets: { styles: parts.assets.styles, scripts: parts.assets.scripts },
    demo: parts.services.demo,
    officeMenu: modules.flatMap((m) => m.menu ?? []),
    siteMenu: [
      { label: words.siteMenu.home, path: '' },
      { label: words.siteMenu.organisations, path: 'to-chuc' },
    ],
  });
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('shell', shell);
    c.set('services', parts.services);
    await next();
  });
  app.use(securityHeaders);
  app.onError((error, c) => failed(c, error, parts));
  app.notFound((c) => failed(c, new NotFound(), parts));
  serveAssets(app, parts.assets);
  app.get('/health', (c) => c.json({ ok: true, version: parts.version }));
  app.use(compressOwn);
  app.use(async (c, next) => {
    // Before anything refuses the request: the refusal is a page, which knows who asks.
    c.set('cx', await requestCx(c, parts));
    await next();
  });
  app.use(readableAddress);
  app.use(sameSiteOnly);
  app.use(async (c, next) => {
    await limitBody(c);
    await next();
  });
  serveApi(app, parts.version);
  serveOffice(app);
  const web = new Hono<Env>();
  web.use(rootPlace);
  for (const module of modules) module.web?.(web);
  mountWeb(app, web);
  serveSites(app);
  return app;
}

function serveAssets(app: Hono<Env>, assets: Assets): void {
  app.get('/assets/mau/:name{.+\\.css}', (c) => {
    const name = c.req.param('name').slice(0, -'.css'.length);
    return c.body(accentCss(name), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=86400',
    });
  });
  app.get('/assets/*', (c) => {
    const asset = assets.files.get(c.req.path);
    if (asset === undefined) throw new NotFound('asset');
    return assetResponse(c.req.raw.headers, asset);
  });
}

const packed = compress();

// Public pages are compressed once, where they are kept; the rest as they leave.
const compressOwn: typeof packed = (c, next) =>
  c.req.header('cookie') === undefined && c.req.header('authorization') === undefined
    ? next()
    : packed(c, next);

/** Who asks: a bearer token, a session's cookie, or nobody. */
async function requestCx(c: WebContext, parts: AppParts): Promise<Cx> {
  const isApi = c.req.path.startsWith('/api/');
  return {
    db: parts.db,
    actor: await actorOf(c, parts),
    clock: parts.clock,
    ids: parts.ids,
    coverage,
    via: isApi ? 'api' : 'web',
    requestId: c.var.requestId,
    emit,
    ...(parts.committed === undefined ? {} : { committed: parts.committed }),
  };
}

async function actorOf(c: WebContext, parts: AppParts): Promise<Actor> {
  const header = c.req.header('authorization');
  const today = parts.clock.today();
  if (header !== undefined) {
    const token = /^Bearer ([\w-]+)$/.exec(header)?.[1] ?? '';
    const actor = await actorOfToken(parts.db, token, today, parts.clock.now());
    if (actor === null) throw new Unauthenticated();
    return actor;
  }
  const account = await parts.services.signIn.accountOf(c.req.raw.headers);
  if (account === null) return { kind: 'anonymous' };
  return (await actorOfAccount(parts.db, account.userId, today)) ?? { kind: 'anonymous' };
}

function serveApi(app: Hono<Env>, version: string): void {
  const api = new Api();
  for (const module of modules) module.api?.(api);
  const description = openApi(api, version);
  app.get('/api/v1/openapi.json', (c) => c.json(description));
  app.route('/api/v1', api.app);
  app.all('/api/*', () => {
    throw new NotFound();
  });
}

function serveOffice(app: Hono<Env>): void {
  const router = new Hono<Env>();
  const product = { permissions: modules.flatMap((m) => m.permissions) };
  router.use(officeDoor);
  for (const module of modules) module.office?.(router, product);
  app.route('/vp/:code', router);
}

const officeDoor = async (
  c: WebContext,
  next: () => Promise<void>,
): Promise<Response | undefined> => {
  const { cx } = c.var;
  const code = c.req.param('code') ?? '';
  if (cx.actor.kind !== 'account') {
    c.set('place', await rootOf(c));
    if (c.req.method !== 'GET') throw new Unauthenticated();
    return c.redirect(withQuery('/dang-nhap', { tiep: pathAndQuery(c) }), 303);
  }
  const place = await placeOf(cx.db, code, cx.clock.today());
  if (place === null) throw new NotFound('organisation');
  if ('movedTo' in place)
    return c.redirect(pathAndQuery(c).replace(`/vp/${code}`, `/vp/${place.movedTo}`), 301);
  const held = await rolesAt(cx, cx.actor, place.organisationId);
  const opens = officeOpen.roles === 'public' || officeOpen.roles.some((r) => held.includes(r));
  if (!opens) throw new NotFound('organisation');
  c.set('place', place);
  c.set('placeRoles', held);
  await next();
  return undefined;
};

async function rolesAt(
  cx: Cx,
  actor: Actor & { kind: 'account' },
  organisationId: string,
): Promise<string[]> {
  const roots = [...new Set(actor.grants.map((g) => g.organisationId))];
  const held: string[] = [];
  for (const root of roots) {
    if (!(await cx.coverage.covers(cx.db, [root], organisationId, cx.clock.today()))) continue;
    held.push(...actor.grants.filter((g) => g.organisationId === root).map((g) => g.role));
  }
  return held;
}

function mountWeb(app: Hono<Env>, web: Hono<Env>): void {
  app.route('/', web);
}

const rootPlace = async (c: WebContext, next: () => Promise<void>): Promise<void> => {
  c.set('place', await rootOf(c));
  await next();
};

async function rootOf(c: WebContext): Promise<Place> {
  const { cx } = c.var;
  const place = await placeOf(cx.db, rootCode() ?? '', cx.clock.today());
  if (place === null || 'movedTo' in place) throw new NotFound('root organisation');
  return place;
}

function serveSites(app: Hono<Env>): void {
  const root = new Hono<Env>();
  for (const module of modules) module.site?.(root);
  app.route('/', root);
  const others = new Hono<Env>();
  others.use(sitePlace);
  for (const module of modules) module.site?.(others);
  app.route('/:code', others);
}

const sitePlace = async (
  c: WebContext,
  next: () => Promise<void>,
): Promise<Response | undefined> => {
  const code = c.req.param('code') ?? '';
  if (reservedWords.includes(code)) throw new NotFound();
  const { cx } = c.var;
  const place = await placeOf(cx.db, code, cx.clock.today());
  if (place === null) throw new NotFound('organisation');
  // One slash only: `//elsewhere.example` would be another site's address.
  const rest = pathAndQuery(c).slice(`/${code}`.length).replace(/^\/+/, '/');
  if ('movedTo' in place) return c.redirect(`/${place.movedTo}${rest}`, 301);
  if (place.code === rootCode()) return c.redirect(rest === '' ? '/' : rest, 301);
  c.set('place', place);
  await next();
  return undefined;
};

function pathAndQuery(c: WebContext): string {
  const url = new URL(c.req.url);
  return `${url.pathname}${url.search}`;
}

/** Answers for an error: problem+json to programs, a page in the right face to people. */
async function failed(c: WebContext, error: unknown, parts: AppParts): Promise<Response> {
  const problem = problemOf(error);
  if (problem.status === 500)
    parts.log.error('request failed', { requestId: c.var.requestId, error });
  if (c.req.path.startsWith('/api/') || c.var.cx === undefined) return asProblem(c, problem);
  try {
    return await asPage(c, problem);
  } catch (second) {
    // A page asks the database for its name and colours; without a database there is none.
    parts.log.error('no page for an error', { requestId: c.var.requestId, error: second });
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
