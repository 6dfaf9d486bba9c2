import type { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { fixedClock } from '../../kernel/clock.ts';
import { randomIds } from '../../kernel/ids.ts';
import { type Command, type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { Db } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/policy.ts';
import { below, covers, findOrganisation } from './queries/index.ts';
import { createOrganisation } from './service/index.ts';

// What the tests of this module share: a context over the real graph, and a small federation.

export const system: Actor = { kind: 'system', label: 'test' };

export function cxOf(db: Db, actor: Actor = system, clock: Clock = fixedClock('2026-05-12')): Cx {
  return {
    db,
    actor,
    clock,
    ids: randomIds(clock),
    coverage: { covers, below },
    via: 'web',
    requestId: 'test',
    emit: async () => {},
  };
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
