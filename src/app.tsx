import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { getPathNoStrict } from 'hono/utils/url';
import {
  type DoorParts,
  frameReader,
  officeDoor,
  requestCx,
  rootPlace,
  sitePlace,
} from './doors.ts';
import { failed } from './failure.tsx';
import { atHost, routedPath, wordsOfNoSite } from './hosts.ts';
import { modules } from './modules.ts';
import { NotFound } from './platform/errors.ts';
import { Api } from './platform/http/api.ts';
import { type Assets, assetResponse } from './platform/http/assets.ts';
import { limitBody, wholeForm } from './platform/http/body.ts';
import type { Env } from './platform/http/env.ts';
import { openApi } from './platform/http/openapi.ts';
import { readableAddress, sameSiteOnly, securityHeaders } from './platform/http/security.ts';
import type { Log } from './platform/log.ts';
import { createShell } from './shell.tsx';
import { accentCss, accentIcon } from './ui/index.ts';
import { shellWords as words } from './vi.ts';

export interface AppParts extends DoorParts {
  readonly assets: Assets;
  readonly log: Log;
  readonly version: string;
}

/** Builds the whole HTTP application from the module list. Has no side effects. */
export function buildApp(parts: AppParts): Hono<Env> {
  // A slash at the end changes nothing; on a site's own domain the site's code stands in front.
  const app = new Hono<Env>({ getPath: (request) => routedPath(getPathNoStrict(request)) });
  const shell = createShell({
    assets: parts.assets,
    demo: parts.services.demo,
    officeMenu: modules.flatMap((m) => m.menu ?? []),
    siteMenu: [
      { label: words.siteMenu.home, path: '' },
      { label: words.siteMenu.organisations, path: 'to-chuc' },
      { label: words.siteMenu.contests, path: 'hoi-thi' },
      { label: words.siteMenu.archive, path: 'kho-giai-phap' },
    ],
  });
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('shell', shell);
    c.set('services', parts.services);
    c.set('frame', frameReader(c));
    await next();
  });
  app.use(securityHeaders);
  app.onError((error, c) => failed(c, error, parts.log));
  app.notFound((c) => failed(c, new NotFound(), parts.log));
  serveAssets(app, parts.assets);
  app.get('/health', (c) => c.json({ ok: true, version: parts.version }));
  app.use(compressOwn);
  app.use(async (c, next) => {
    // Before anything refuses the request: the refusal is a page, which knows who asks.
    c.set('cx', await requestCx(c, parts));
    await next();
  });
  const streams = modules.flatMap((m) => m.streams ?? []);
  app.use(readableAddress);
  app.use(sameSiteOnly);
  app.use(async (c, next) => {
    await limitBody(c, streams);
    await wholeForm(c);
    c.set('received', parts.clock.now());
    await next();
  });
  serveApi(app, parts.version);
  serveOffice(app);
  const web = new Hono<Env>();
  web.use(rootPlace);
  for (const module of modules) module.web?.(web);
  app.route('/', web);
  const ofNoSite = wordsOfNoSite(web.routes, serveSites(app));
  const answer = app.fetch;
  app.fetch = (request, ...more) =>
    atHost(parts.db, request, ofNoSite, () => answer(request, ...more));
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
  app.get('/assets/mau/:name{.+\\.svg}', (c) => {
    const name = c.req.param('name').slice(0, -'.svg'.length);
    return c.body(accentIcon(name), 200, {
      'content-type': 'image/svg+xml',
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
  const product = {
    permissions: modules.flatMap((m) => m.permissions),
    permissionNames: Object.assign({}, ...modules.map((m) => m.permissionNames)),
    rooms: modules.flatMap((m) => m.rooms ?? []),
    toDos: modules.flatMap((m) => m.toDo ?? []),
  };
  router.use(officeDoor);
  for (const module of modules) module.office?.(router, product);
  app.route('/vp/:code', router);
}

function serveSites(app: Hono<Env>): Hono<Env>['routes'] {
  const root = new Hono<Env>();
  for (const module of modules) module.site?.(root);
  app.route('/', root);
  const others = new Hono<Env>();
  others.use(sitePlace);
  for (const module of modules) module.site?.(others);
  app.route('/:code', others);
  return root.routes;
}
