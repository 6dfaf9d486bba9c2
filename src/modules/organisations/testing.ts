import { Hono } from 'hono';
import type { z } from 'zod';
import { type Clock, fixedClock } from '../../kernel/clock.ts';
import { type Command, type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { Db } from '../../platform/database/query.ts';
import { NotFound } from '../../platform/errors.ts';
import type { FileStore } from '../../platform/files.ts';
import { Api } from '../../platform/http/api.ts';
import type { Env, PageContent, Shell, WebContext } from '../../platform/http/env.ts';
import { problemOf } from '../../platform/http/problems.ts';
import type { Services } from '../../platform/http/services.ts';
import type { Actor } from '../../platform/policy.ts';
import { testCx } from '../../platform/testing.ts';
import { organisationApi } from './api/index.ts';
import { below, covers, findOrganisation, placeOf } from './queries/index.ts';
import { createOrganisation } from './service/index.ts';
import { organisationOffice, organisationSite } from './web/index.ts';

// What the tests of this module share: a context over the real graph, and a small federation.

export const system: Actor = { kind: 'system', label: 'test' };

export function cxOf(db: Db, actor: Actor = system, clock: Clock = fixedClock('2026-05-12')): Cx {
  return testCx(db, { actor, clock, coverage: { covers, below }, via: 'web', requestId: 'test' });
}

/** A signed-in person with roles at organisations, given by their codes. */
export async function actorWith(
  db: Db,
  ...grants: readonly (readonly [role: string, code: string])[]
): Promise<Actor> {
  const found = [];
  for (const [role, code] of grants) {
    const organisation = await findOrganisation(db, code);
    if (organisation === null) throw new Error(`no organisation ${code}`);
    found.push({ role, organisationId: organisation.id });
  }
  return {
    kind: 'account',
    accountId: '00000000-0000-7000-8000-000000000001',
    personId: null,
    label: 'Test',
    email: 'test@demo.example',
    grants: found,
    scopes: null,
  };
}

/** The result of a command that must succeed. */
export async function must<I extends z.ZodType, L, R>(
  cx: Cx,
  command: Command<I, L, R>,
  raw: unknown,
): Promise<R> {
  const outcome: Outcome<R> = await execute(cx, command, raw);
  if (outcome.ok) return outcome.value;
  throw new Error(`${command.name}: ${JSON.stringify(outcome.issues)}`);
}

/** The codes of a command's issues, as 'path code'. */
export async function refusals<I extends z.ZodType, L, R>(
  cx: Cx,
  command: Command<I, L, R>,
  raw: unknown,
): Promise<string[]> {
  const outcome = await execute(cx, command, raw);
  return outcome.ok ? [] : outcome.issues.map((one) => `${one.path} ${one.code}`.trim());
}

/** A national union (1983), a provincial one (2010-04-21), a society (1990), and two members. */
export async function smallFederation(cx: Cx): Promise<void> {
  const rows = [
    [
      'vusta',
      'national_union',
      'Liên hiệp các Hội KH&KT Việt Nam',
      'LHH Việt Nam',
      '1983-03-26',
      null,
    ],
    [
      'sonla',
      'provincial_union',
      'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
      'LHH Sơn La',
      '2010-04-21',
      'vusta',
    ],
    ['hoi-dat', 'sector_society', 'Hội Khoa học Đất Việt Nam', 'Hội Đất', '1991-05-20', 'vusta'],
    [
      'sonla-dat',
      'member_association',
      'Hội Khoa học đất tỉnh Sơn La',
      'Hội Đất Sơn La',
      '2012-01-10',
      'sonla',
    ],
    [
      'sonla-y',
      'member_association',
      'Hội Y học tỉnh Sơn La',
      'Hội Y Sơn La',
      '2005-06-01',
      'sonla',
    ],
  ] as const;
  for (const [code, kind, name, short_name, from, parent] of rows) {
    await must(cx, createOrganisation, { code, kind, name, short_name, from, parent });
  }
}

// The module's doors on a bare application: the shell only puts the parts of a page one after another.
const shell: Shell = {
  office: send,
  portal: send,
  plain: send,
};

function send(c: WebContext, page: PageContent): Response | Promise<Response> {
  const parts = [page.title, page.lead, page.action, page.before, page.body, page.aside];
  const text = parts.map((part) => String(part ?? '')).join('\n');
  return c.html(page.error === true ? `ERROR ${text}` : text, page.status ?? 200);
}

/** The doors as `actor` meets them; an error becomes its problem, as JSON. */
export function doorsFor(
  db: Db,
  actor: Actor,
  clock?: Clock,
  files?: FileStore,
): { api: Api; request: (path: string, init?: RequestInit) => Promise<Response> } {
  const app = new Hono<Env>();
  const cx = cxOf(db, actor, clock);
  app.use(async (c, next) => {
    c.set('cx', { ...cx, via: c.req.path.startsWith('/api/') ? 'api' : 'web' });
    c.set('shell', shell);
    if (files !== undefined) c.set('services', { files } as Services);
    await next();
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status === 500) throw error;
    return c.json(problem, problem.status);
  });
  const api = new Api();
  organisationApi(api);
  app.route('/api/v1', api.app);
  const office = new Hono<Env>();
  office.use(atPlace);
  organisationOffice(office);
  app.route('/vp/:code', office);
  const site = new Hono<Env>();
  site.use(atPlace);
  organisationSite(site);
  app.route('/:code', site);
  return { api, request: async (path, init) => app.request(path, init) };
}

const atPlace = async (c: WebContext, next: () => Promise<void>): Promise<void> => {
  const place = await placeOf(c.var.cx.db, c.req.param('code') ?? '', c.var.cx.clock.today());
  if (place === null || 'movedTo' in place) throw new NotFound('organisation');
  c.set('place', place);
  await next();
};

/** A posted form. */
export function posted(values: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  };
}

export function sentJson(method: string, body?: unknown): RequestInit {
  if (body === undefined) return { method };
  return {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
