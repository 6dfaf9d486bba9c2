import { Hono } from 'hono';
import type { Cx } from '../command.ts';
import type { FileStore } from '../files.ts';
import type { Module, Product } from '../module.ts';
import { Api } from './api.ts';
import type { Env, Frame, PageContent, Place, Shell, WebContext } from './env.ts';
import { problemOf } from './problems.ts';
import type { Services } from './services.ts';

// A module's doors on a bare application, for its tests: the shell only puts the parts of a page one
// after another, and an error becomes its problem, as JSON.

/** The product as a module on its own knows it. */
export const aloneProduct: Product = { permissions: [], permissionNames: {}, rooms: [], toDos: [] };

export interface TestDoors {
  readonly cx: Cx;
  /** The organisation of every office address. */
  readonly place: Place;
  readonly roles: readonly string[];
  readonly files?: FileStore;
  readonly office?: Module['office'];
  /** Public pages, under /{code}. */
  readonly site?: (app: Hono<Env>) => void;
  readonly api?: (api: Api) => void;
}

/** Of a site that nobody set up. */
const bareFrame: Frame = {
  name: null,
  emblem: null,
  licence: null,
  responsible: null,
  address: null,
  phone: null,
  email: null,
  menu: [],
  englishName: null,
  englishMenu: [],
  english: false,
  banners: [],
  domain: null,
};

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Office pages under /vp/{code} and REST under /api/v1, asked without a network. */
export function testDoors(parts: TestDoors): Ask {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('cx', { ...parts.cx, via: c.req.path.startsWith('/api/') ? 'api' : 'web' });
    c.set('shell', { office: send, portal: send, plain: send } satisfies Shell);
    c.set('place', parts.place);
    c.set('placeRoles', parts.roles);
    c.set('frame', async () => bareFrame);
    if (parts.files !== undefined) c.set('services', { files: parts.files } as Services);
    await next();
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status === 500) throw error;
    return c.json(problem, problem.status);
  });
  const api = new Api();
  parts.api?.(api);
  app.route('/api/v1', api.app);
  const office = new Hono<Env>();
  parts.office?.(office, aloneProduct);
  app.route('/vp/:code', office);
  const site = new Hono<Env>();
  parts.site?.(site);
  app.route('/:code', site);
  return async (path, init) => app.request(path, init);
}

function send(c: WebContext, page: PageContent): Response | Promise<Response> {
  return c.html(
    <div>
      {page.error === true ? <p id="error-page" /> : null}
      <h1>{page.title}</h1>
      {page.lead}
      {page.action}
      {page.before}
      {page.body}
      {page.aside}
    </div>,
    page.status ?? 200,
  );
}

/** A posted form; texts and files under their names, in order. */
export function posted(fields: readonly (readonly [string, string | File])[]): RequestInit {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return { method: 'POST', body };
}

/** A JSON request. */
export function sentJson(method: string, body?: unknown): RequestInit {
  if (body === undefined) return { method };
  const headers = { 'content-type': 'application/json' };
  return { method, headers, body: JSON.stringify(body) };
}
