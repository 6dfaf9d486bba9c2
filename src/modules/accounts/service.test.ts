import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Forbidden } from '../../platform/errors.ts';
import { type Actor, may } from '../../platform/policy.ts';
import { testClock, testCx } from '../../platform/testing.ts';
import { tokenHash } from '../../platform/tokens.ts';
import {
  coverage,
  createOrganisation,
  factEdit,
  organisationEdit,
} from '../organisations/index.ts';
import { grantWrite } from './policy.ts';
import { actorOfAccount, actorOfToken, grantsAt } from './queries.ts';
import { addAccount, createToken, giveGrant, revokeGrant } from './service.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

interface World {
  readonly cx: Cx;
  readonly clock: ReturnType<typeof testClock>;
  actor(email: string): Promise<Actor>;
}

/** A national union with two provinces, one association in each, and the account a@x.example. */
function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  return withRollback(database, async (db) => {
    const clock = testClock('2026-05-12T10:00:00+07:00');
    const cx = testCx(db, { clock, coverage });
    const add = async (kind: string, code: string, parent: string | null) => {
      const input = { kind, code, name: `Đơn vị ${code}`, from: '2010-01-01', parent };
      const made = await execute(cx, createOrganisation, input);
      assert.ok(made.ok, JSON.stringify(made));
    };
    await add('national_union', 'goc', null);
    for (const union of ['mot', 'hai']) {
      await add('provincial_union', union, 'goc');
      await add('member_association', `${union}-hoi`, union);
    }
    const made = await execute(cx, addAccount, { email: 'A@X.example', name: 'TS. Mùa A Dếnh' });
    assert.ok(made.ok);
    await work({
      cx,
      clock,
      actor: async (email) => {
        const { id } = await one(
          db,
          sql<{ id: string }>`select id from auth_user where email = ${email}`,
        );
        return (await actorOfAccount(db, id, clock.today()))!;
      },
    });
  });
}

const idOf = async (cx: Cx, code: string): Promise<string> =>
  (await one(cx.db, sql<{ id: string }>`select id from organisation where code = ${code}`)).id;

const give = (cx: Cx, role: string, organisation: string, until: string | null = null) =>
  execute(cx, giveGrant, { email: 'a@x.example', role, organisation, until });

test('an account has a person, whose titles are no part of the name', () =>
  inWorld(async ({ cx }) => {
    const person = await one(
      cx.db,
      sql<{ family: string; middle: string; given: string; search: string }>`
        select p.family, p.middle, p.given, p.search from person p
        join auth_user u on u."personId" = p.id where u.email = 'a@x.example'`,
    );
    assert.deepEqual(person, { family: 'Mùa', middle: 'A', given: 'Dếnh', search: 'mua a denh' });
  }));

test('an address has one account, whatever its case, and a short password is refused', () =>
  inWorld(async ({ cx }) => {
    const again = await execute(cx, addAccount, {
      email: 'a@X.EXAMPLE',
      name: 'Ai',
      password: 'ngan',
    });
    assert.ok(!again.ok);
    assert.deepEqual(
      again.issues.map((i) => [i.path, i.code]),
      [
        ['email', 'email_taken'],
        ['password', 'password_short'],
      ],
    );
    for (const email of ['', 'khong phai thu', 'a@b', '<script>@x.example']) {
      const wrong = await execute(cx, addAccount, { email, name: 'Ai' });
      assert.ok(!wrong.ok && wrong.issues[0]?.path === 'email', email);
    }
  }));

test('a grant covers what is below its organisation, and nothing beside or above it', () =>
  inWorld(async ({ cx, actor }) => {
    assert.ok((await give(cx, 'clerk', 'mot')).ok);
    const as: Cx = { ...cx, actor: await actor('a@x.example') };
    const answers = [];
    for (const code of ['goc', 'mot', 'mot-hoi', 'hai', 'hai-hoi'])
      answers.push([code, await may(as, organisationEdit, await idOf(cx, code))]);
    assert.deepEqual(answers, [
      ['goc', false],
      ['mot', true],
      ['mot-hoi', true],
      ['hai', false],
      ['hai-hoi', false],
    ]);
    assert.equal(
      await may(as, grantWrite, await idOf(cx, 'mot')),
      false,
      'the role has not this right',
    );
  }));

test('a grant holds on its last day and not on the next', () =>
  inWorld(async ({ cx, clock, actor }) => {
    const today = clock.today();
    assert.ok((await give(cx, 'officer', 'mot-hoi', addDays(today, 1))).ok);
    const place = await idOf(cx, 'mot-hoi');
    const allowed = async () => may({ ...cx, actor: await actor('a@x.example') }, factEdit, place);
    assert.equal(await allowed(), true);
    clock.move(86_400_000);
    assert.equal(await allowed(), true, 'the last day');
    clock.move(86_400_000);
    assert.equal(await allowed(), false, 'the day after');
  }));

test('what a grant form gets wrong is said field by field', () =>
  inWorld(async ({ cx, clock }) => {
    const wrong = await execute(cx, giveGrant, {
      email: 'nobody@x.example',
      role: 'clerk',
      organisation: 'khong-co',
      until: addDays(clock.today(), -1),
    });
    assert.ok(!wrong.ok);
    assert.deepEqual(
      wrong.issues.map((i) => [i.path, i.code]),
      [
        ['organisation', 'unknown_organisation'],
        ['email', 'unknown_account'],
        ['until', 'until_past'],
      ],
    );
    assert.ok((await give(cx, 'clerk', 'mot', clock.today())).ok, 'until today is not past');
    const twice = await give(cx, 'clerk', 'mot');
    assert.ok(!twice.ok && twice.issues[0]?.code === 'already_given');
    assert.ok((await give(cx, 'leader', 'mot')).ok, 'another role is another grant');
  }));

test('only an administrator above gives and revokes', () =>
  inWorld(async ({ cx, actor }) => {
    assert.ok((await give(cx, 'admin', 'mot')).ok);
    const admin: Cx = { ...cx, actor: await actor('a@x.example') };
    const given = await give(admin, 'auditor', 'mot-hoi');
    assert.ok(given.ok);
    await assert.rejects(give(admin, 'auditor', 'hai'), Forbidden);
    await assert.rejects(give(admin, 'auditor', 'goc'), Forbidden);
    assert.deepEqual((await grantsAt(admin, await idOf(cx, 'mot'))).map((g) => g.role).sort(), [
      'admin',
      'auditor',
    ]);
    assert.ok((await execute(admin, revokeGrant, { pid: given.value.pid })).ok);
    assert.deepEqual(
      (await grantsAt(admin, await idOf(cx, 'mot'))).map((g) => g.role),
      ['admin'],
    );
    const kept = await all(cx.db, sql`select 1 from role_grant where role = 'auditor'`);
    assert.equal(kept.length, 1, 'a revoked grant stays in the history');
  }));

test('a token is good until its end, for its scopes, and only its hash is kept', () =>
  inWorld(async ({ cx, clock, actor }) => {
    assert.ok((await give(cx, 'clerk', 'mot')).ok);
    const made = await execute(cx, createToken, {
      email: 'a@x.example',
      label: 'máy',
      scopes: ['read'],
      days: 1,
    });
    assert.ok(made.ok);
    const { token } = made.value;
    const rows = await all(
      cx.db,
      sql<{ token_hash: Buffer; whole: string }>`
      select token_hash, to_jsonb(t)::text as whole from api_token t`,
    );
    assert.deepEqual(rows[0]?.token_hash, tokenHash(token));
    assert.ok(!rows[0]?.whole.includes(token));
    const place = await idOf(cx, 'mot');
    const bearer = await actorOfToken(cx.db, token, clock.today(), clock.now());
    assert.ok(bearer !== null);
    assert.equal(
      await may({ ...cx, actor: bearer }, organisationEdit, place),
      false,
      'a reading token does not write',
    );
    assert.equal(
      await may({ ...cx, actor: await actor('a@x.example') }, organisationEdit, place),
      true,
    );
    assert.equal(await actorOfToken(cx.db, `${token}0`, clock.today(), clock.now()), null);
    clock.move(86_400_000);
    assert.equal(
      await actorOfToken(cx.db, token, clock.today(), clock.now()),
      null,
      'past its end',
    );
  }));

test('the event of a new account keeps no password', () =>
  inWorld(async ({ cx }) => {
    const password = 'mot-cau-rat-de-nho';
    assert.ok(
      (await execute(cx, addAccount, { email: 'b@x.example', name: 'Lò Thị Ổn', password })).ok,
    );
    const events = await all(
      cx.db,
      sql<{ text: string }>`
      select to_jsonb(e)::text || coalesce(v.new::text, '') as text from event e
      left join event_value v on v.event_id = e.id`,
    );
    assert.ok(events.length > 0);
    assert.ok(events.every((e) => !e.text.includes(password)));
  }));
