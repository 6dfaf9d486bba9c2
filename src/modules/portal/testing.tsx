import { Hono } from 'hono';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Clock, fixedClock } from '../../kernel/clock.ts';
import { type Command, type Cx, execute, type Outcome } from '../../platform/command.ts';
import { type Db, one } from '../../platform/database/query.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import type { Env, PageContent, WebContext } from '../../platform/http/env.ts';
import { aloneProduct } from '../../platform/http/testing.tsx';
import type { Actor } from '../../platform/policy.ts';
import { testCx } from '../../platform/testing.ts';
import { recordActivity } from '../activities/index.ts';
import { recordDistinction } from '../distinctions/index.ts';
import {
  affiliate,
  coverage,
  createOrganisation,
  placeOf,
  renameOrganisation,
  setFact,
} from '../organisations/index.ts';
import { siteFrameOf } from '../sites/index.ts';
import { portal } from './index.ts';

// What the tests of this module share: a small federation, made by the commands that people use,
// and the module's doors in a shell that shows all parts of a page and nothing else.

export const today = '2026-05-12';
export const system: Actor = { kind: 'system', label: 'test' };
export const anonymous: Actor = { kind: 'anonymous' };

export function cxOf(
  db: Db,
  actor: Actor = system,
  clock: Clock = fixedClock(`${today}T10:00:00+07:00`),
): Cx {
  return testCx(db, { actor, clock, coverage, via: 'web', requestId: 'test' });
}

async function must<I extends z.ZodType, L, R>(
  cx: Cx,
  command: Command<I, L, R>,
  raw: unknown,
): Promise<R> {
  return worked(await execute(cx, command, raw));
}

function worked<R>(outcome: Outcome<R>): R {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.issues));
}

/** Puts markup where a name stands: a page must show it as text. */
export const hostile = 'Hội <b>Đất</b> & "Nước" tỉnh Sơn La';

const organisations = [
  [
    'vusta',
    'national_union',
    'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam',
    'Liên hiệp hội Việt Nam',
    '1983-03-26',
    null,
  ],
  [
    'sonla',
    'provincial_union',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
    'Liên hiệp hội Sơn La',
    '2010-04-21',
    'vusta',
  ],
  [
    'dienbien',
    'provincial_union',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Điện Biên',
    'Liên hiệp hội Điện Biên',
    '2011-05-02',
    'vusta',
  ],
  [
    'hoi-dat',
    'sector_society',
    'Hội Khoa học Đất Việt Nam',
    'Hội Khoa học Đất Việt Nam',
    '1991-05-20',
    'vusta',
  ],
  ['sonla-dat', 'member_association', hostile, hostile, '2012-01-10', 'sonla'],
  [
    'sonla-y',
    'member_association',
    'Hội Y học tỉnh Sơn La',
    'Hội Y học Sơn La',
    '2012-06-01',
    'sonla',
  ],
] as const;

/** The national union, two provincial ones, a society that shares an association with Sơn La. */
export async function federation(db: Db): Promise<void> {
  // Before the records: what happened at the same instant has no order that a person would expect.
  const cx = cxOf(db, system, fixedClock(`${today}T09:00:00+07:00`));
  for (const [code, kind, name, short_name, from, parent] of organisations) {
    await must(cx, createOrganisation, { code, kind, name, short_name, from, parent });
  }
  await must(cx, affiliate, {
    child: 'sonla-dat',
    parent: 'hoi-dat',
    kind: 'sectoral',
    from: '2013-01-01',
  });
  await must(cx, renameOrganisation, {
    organisation: 'sonla-y',
    name: 'Hội Y Dược học tỉnh Sơn La',
    short_name: 'Hội Y Dược học Sơn La',
    from: '2018-03-01',
    version: 1,
  });
  const facts = [
    ['sonla-dat', 'headcount_members', { amount: 1200 }],
    ['sonla-dat', 'headcount_intellectuals', { amount: 300 }],
    ['sonla-y', 'headcount_members', { amount: 50 }],
    ['sonla', 'address', { words: 'Số 18, tổ 3, Tô Hiệu' }],
    ['sonla', 'website', { words: 'javascript:alert(1)' }],
    ['sonla', 'staff', { amount: 987654 }],
  ] as const;
  for (const [organisation, kind, value] of facts) {
    await must(cx, setFact, {
      organisation,
      kind,
      from: '2019-01-01',
      source: 'Báo cáo năm 2018',
      ...value,
    });
  }
  setRootCode('vusta');
}

/** One activity of Sơn La and one of Điện Biên, two distinctions of Sơn La. */
export async function records(db: Db): Promise<void> {
  const cx = cxOf(db);
  const activity = { kind: 'seminar', starts_on: '2026-03-01', role: 'host' };
  worked(
    await recordActivity(cx, {
      ...activity,
      organisation: 'sonla',
      title: 'Hội thảo <i>thổ nhưỡng</i>',
    }),
  );
  worked(
    await recordActivity(cx, {
      ...activity,
      organisation: 'dienbien',
      title: 'Hội thảo thổ nhưỡng Điện Biên',
    }),
  );
  const given = {
    organisation: 'sonla',
    title: 'commendation',
    level: 'province',
    giver: 'Ủy ban nhân dân tỉnh',
  };
  worked(
    await recordDistinction(cx, {
      ...given,
      recipient: 'organisation',
      recipient_organisation: 'sonla',
      decided_on: '2026-02-03',
    }),
  );
  worked(
    await recordDistinction(cx, {
      ...given,
      recipient: 'person',
      recipient_person: 'Cầm Thị Ngọc Quỳnh',
      decided_on: '2025-02-03',
    }),
  );
}

/** A signed-in person with one role at one organisation. */
export async function actorAt(db: Db, role: string, code: string): Promise<Actor> {
  const { id } = await one(
    db,
    sql<{ id: string }>`select id from organisation where code = ${code}`,
  );
  return {
    kind: 'account',
    accountId: '00000000-0000-7000-8000-000000000001',
    personId: null,
    label: 'Test',
    email: 'test@demo.example',
    grants: [{ role, organisationId: id }],
    scopes: null,
  };
}

/** Asks for an address as an actor would; `/vp/…` and public ones. Gives status and body. */
export async function ask(
  cx: Cx,
  address: string,
  method = 'GET',
): Promise<{ status: number; body: string; response: Response }> {
  const app = new Hono<Env>({ strict: false });
  const code = /^\/(?:vp\/)?([a-z-]+)/.exec(address)?.[1] ?? 'vusta';
  const place = await placeOf(cx.db, code, cx.clock.today());
  if (place === null || 'movedTo' in place) throw new Error(`no place for ${address}`);
  app.use(async (c, next) => {
    c.set('cx', cx);
    c.set('place', place);
    c.set('placeRoles', cx.actor.kind === 'account' ? cx.actor.grants.map((g) => g.role) : []);
    c.set('frame', () => siteFrameOf(cx.db, place, cx.clock.today()));
    c.set('shell', { office: show, portal: show, plain: show });
    await next();
  });
  app.onError((error, c) =>
    c.text(
      `${error.constructor.name}: ${error.message}`,
      error.constructor.name === 'NotFound' ? 404 : 500,
    ),
  );
  const office = new Hono<Env>();
  portal.office?.(office, aloneProduct);
  app.route('/vp/:code', office);
  const site = new Hono<Env>();
  portal.site?.(site);
  app.route('/:code', site);
  const response = await app.request(address, { method });
  return { status: response.status, body: await response.clone().text(), response };
}

function show(c: WebContext, page: PageContent): Response | Promise<Response> {
  return c.html(
    <main data-refresh={page.refresh}>
      <h1>{page.title}</h1>
      <p>{page.lead}</p>
      {page.action}
      {page.before}
      {page.body}
      {page.aside}
    </main>,
    page.status ?? 200,
  );
}
