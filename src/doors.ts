import type { Clock } from './kernel/clock.ts';
import type { IdSource } from './kernel/ids.ts';
import { actorOfAccount, actorOfToken, officeOpen } from './modules/accounts/index.ts';
import { coverage, placeOf } from './modules/organisations/index.ts';
import { siteFrameOf } from './modules/sites/index.ts';
import { modules } from './modules.ts';
import type { Cx, Emit } from './platform/command.ts';
import type { Db } from './platform/database/query.ts';
import { NotFound, Unauthenticated } from './platform/errors.ts';
import { domainAsked, reservedWords, rootCode, withQuery } from './platform/http/addresses.ts';
import type { Frame, Place, WebContext } from './platform/http/env.ts';
import type { Services } from './platform/http/services.ts';
import type { Actor, Permission } from './platform/policy.ts';

// What stands before every page: who asks, whose office or site the address belongs to, and whether
// the one may enter the other.

const rooms = modules.flatMap((m) => m.menu ?? []).filter((line) => line.path !== '');

export interface DoorParts {
  readonly db: Db;
  readonly services: Services;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Called after each committed write of this process. */
  readonly committed?: Cx['committed'];
}

/** Sends a happening to every module that listens for it, inside the same transaction. */
export const emit: Emit = async (cx, happening) => {
  for (const module of modules) await module.on?.[happening.name]?.(cx, happening);
};

/** Who asks: a bearer token, a session's cookie, or nobody. */
export async function requestCx(c: WebContext, parts: DoorParts): Promise<Cx> {
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
    keys: parts.services.keys,
    files: parts.services.files,
    ...(parts.committed === undefined ? {} : { committed: parts.committed }),
  };
}

async function actorOf(c: WebContext, parts: DoorParts): Promise<Actor> {
  const header = c.req.header('authorization');
  const today = parts.clock.today();
  // Nobody is signed in at a site's own domain, whatever cookie comes along.
  if (domainAsked() !== null) return { kind: 'anonymous' };
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

/** The door of `/vp/{code}`: sends strangers to sign in and shows others that there is nothing. */
export const officeDoor = async (
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
  if (!gives(officeOpen, held) || !opensRoom(c, held)) throw new NotFound('organisation');
  c.set('place', place);
  c.set('placeRoles', held);
  await next();
  return undefined;
};

const gives = (wanted: Permission, held: readonly string[]): boolean =>
  wanted.roles === 'public' || wanted.roles.some((role) => held.includes(role));

// A room of the office that is not on the person's menu is not there for them, whatever its pages say.
function opensRoom(c: WebContext, held: readonly string[]): boolean {
  const rest = c.req.path.split('/').slice(3).join('/');
  const room = rooms.find((line) => rest === line.path || rest.startsWith(`${line.path}/`));
  return room === undefined || gives(room.permission, held);
}

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

/** The door of pages that belong to no organisation: they wear the root organisation's colours. */
export const rootPlace = async (c: WebContext, next: () => Promise<void>): Promise<void> => {
  c.set('place', await rootOf(c));
  await next();
};

/** Reads what stands around the pages of the place: once, unless a door changes the place. */
export function frameReader(c: WebContext): () => Promise<Frame> {
  const read = new Map<string, Promise<Frame>>();
  return () => {
    const { cx, place } = c.var;
    const frame = read.get(place.organisationId) ?? siteFrameOf(cx.db, place, cx.clock.today());
    read.set(place.organisationId, frame);
    return frame;
  };
}

/** The organisation that lives at `/`. */
export async function rootOf(c: WebContext): Promise<Place> {
  const { cx } = c.var;
  const place = await placeOf(cx.db, rootCode() ?? '', cx.clock.today());
  if (place === null || 'movedTo' in place) throw new NotFound('root organisation');
  return place;
}

/** The door of `/{code}`: old codes lead to the new address. */
export const sitePlace = async (
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
