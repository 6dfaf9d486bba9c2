import { type Cx, execute } from '../../platform/command.ts';
import type { Db } from '../../platform/database/query.ts';
import type { Place } from '../../platform/http/env.ts';
import type { Actor } from '../../platform/policy.ts';
import { testCx } from '../../platform/testing.ts';
import { coverage, createOrganisation, findOrganisation, placeOf } from '../organisations/index.ts';
import { createMember } from './service/index.ts';

// What the tests of this module share: two unions that do not see each other, and who works there.

export const system: Actor = { kind: 'system', label: 'test' };

export const cxOf = (db: Db, actor: Actor = system): Cx =>
  testCx(db, { actor, coverage, via: 'web' });

/** A national union, two provincial ones, two associations of the first and one of the second. */
export async function twoUnions(cx: Cx): Promise<void> {
  const rows = [
    ['vusta', 'national_union', 'Liên hiệp hội Việt Nam', null],
    ['sonla', 'provincial_union', 'Liên hiệp hội tỉnh Sơn La', 'vusta'],
    ['laichau', 'provincial_union', 'Liên hiệp hội tỉnh Lai Châu', 'vusta'],
    ['sonla-dat', 'member_association', 'Hội Khoa học đất tỉnh Sơn La', 'sonla'],
    ['sonla-y', 'member_association', 'Hội Y học tỉnh Sơn La', 'sonla'],
    ['laichau-dat', 'member_association', 'Hội Khoa học đất tỉnh Lai Châu', 'laichau'],
  ] as const;
  for (const [code, kind, name, parent] of rows) {
    const input = { code, kind, name, short_name: name, from: '1990-01-01', parent };
    const made = await execute(cx, createOrganisation, input);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
  }
}

export async function idOf(cx: Cx, code: string): Promise<string> {
  const organisation = await findOrganisation(cx.db, code, cx.clock.today());
  if (organisation === null) throw new Error(`no organisation ${code}`);
  return organisation.id;
}

/** Somebody signed in with roles at an organisation. */
export async function someone(cx: Cx, code: string, ...roles: readonly string[]): Promise<Cx> {
  const organisationId = await idOf(cx, code);
  const grants = roles.map((role) => ({ role, organisationId }));
  const label = roles.join(' ');
  const who = { accountId: cx.ids.uuid(), personId: null, label, email: 'who@demo.example' };
  return { ...cx, actor: { kind: 'account', ...who, grants, scopes: null } };
}

/** Writes a member down and gives the public id. */
export async function member(
  cx: Cx,
  organisation: string,
  full_name: string,
  more: object = {},
): Promise<string> {
  const input = { organisation, full_name, another: true, ...more };
  const made = await execute(cx, createMember, input);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value.pid;
}

export async function placeAt(cx: Cx, code: string): Promise<Place> {
  const place = await placeOf(cx.db, code, cx.clock.today());
  if (place === null || 'movedTo' in place) throw new Error(`no place ${code}`);
  return place;
}
