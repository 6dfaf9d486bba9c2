import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../kernel/day.ts';
import { issue } from '../../kernel/issue.ts';
import { type Cx, command } from '../../platform/command.ts';
import { maybe } from '../../platform/database/query.ts';
import { NotFound } from '../../platform/errors.ts';
import { text } from '../../platform/forms/fields.ts';
import { may } from '../../platform/policy.ts';
import { passwordHash, passwordLength } from '../../platform/sign-in.ts';
import { newToken, tokenHash } from '../../platform/tokens.ts';
import { findOrganisation } from '../organisations/index.ts';
import { insertPersonNamed } from '../people/index.ts';
import { grantRead, grantWrite, tokenOwn } from './policy.ts';
import { accountByEmail, findGrant } from './queries.ts';
import { accountInput, grantInput, tokenInput } from './schema.ts';

/** Makes an account and its person; the account does nothing until somebody gives it a grant. */
export const addAccount = command({
  name: 'account.add',
  input: accountInput.extend({ at: text(60).optional() }),
  permission: grantWrite,
  load: async (cx, input) => ({
    existing: await accountByEmail(cx.db, input.email),
    at: input.at === undefined ? null : await organisationOf(cx, input.at),
  }),
  at: (loaded) => [loaded.at],
  check: (loaded, input) => {
    const issues = [];
    if (loaded.existing !== null)
      issues.push(issue('email', 'email_taken', { email: input.email }));
    if (input.password !== undefined && input.password.length < passwordLength.min)
      issues.push(issue('password', 'password_short', { min: passwordLength.min }));
    return issues;
  },
  run: async (cx, loaded, input) => {
    const person = await insertPersonNamed(cx, input.name, loaded.at);
    const userId = cx.ids.uuid();
    const now = cx.clock.now();
    await sql`insert into auth_user (id, name, email, "emailVerified", "personId", "createdAt", "updatedAt")
      values (${userId}, ${input.name}, ${input.email}, true, ${person.id}, ${now}, ${now})`.execute(
      cx.db,
    );
    if (input.password !== undefined) await writePassword(cx, userId, input.password);
    return {
      result: { userId, personPid: person.pid, personId: person.id },
      subject: { type: 'account', id: userId },
      organisationId: loaded.at,
      changes: { email: { new: input.email }, name: { new: input.name } },
    };
  },
});

async function writePassword(cx: Cx, userId: string, password: string): Promise<void> {
  const now = cx.clock.now();
  await sql`insert into auth_account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${cx.ids.uuid()}, ${userId}, 'credential', ${userId}, ${await passwordHash(password)}, ${now}, ${now})`.execute(
    cx.db,
  );
}

async function organisationOf(cx: Cx, code: string): Promise<string> {
  const found = await findOrganisation(cx.db, code);
  if (found === null) throw new NotFound('organisation');
  return found.id;
}

/** Gives a person a role at an organisation, from today until the last day (inclusive) or open. */
export const giveGrant = command({
  name: 'grant.give',
  input: grantInput,
  permission: grantWrite,
  load: async (cx, input) => ({
    account: await accountByEmail(cx.db, input.email),
    organisation: await findOrganisation(cx.db, input.organisation),
  }),
  at: (loaded) => (loaded.organisation === null ? [] : [loaded.organisation.id]),
  check: async (loaded, input, cx) => {
    const issues = [];
    if (loaded.organisation === null)
      issues.push(issue('organisation', 'unknown_organisation', { code: input.organisation }));
    if (loaded.account === null || loaded.account.personId === null)
      issues.push(issue('email', 'unknown_account', { email: input.email }));
    if (input.until !== null && input.until < cx.clock.today())
      issues.push(issue('until', 'until_past', { until: input.until }));
    if (
      issues.length === 0 &&
      (await alreadyGiven(cx, loaded.account!.personId!, loaded.organisation!.id, input.role))
    )
      issues.push(issue('role', 'already_given'));
    return issues;
  },
  run: async (cx, loaded, input) => {
    const id = cx.ids.uuid();
    const pid = cx.ids.pid();
    const until = input.until === null ? null : addDays(input.until, 1);
    const giver = cx.actor.kind === 'account' ? cx.actor.personId : null;
    const organisationId = loaded.organisation!.id;
    await sql`insert into role_grant (id, pid, person_id, role, organisation_id, during, granted_by, created_at)
      values (${id}, ${pid}, ${loaded.account!.personId}, ${input.role}, ${organisationId},
        daterange(${cx.clock.today()}::date, ${until}::date), ${giver}, ${cx.clock.now()})`.execute(
      cx.db,
    );
    return {
      result: { pid },
      subject: { type: 'grant', id },
      organisationId,
      changes: {
        role: { new: input.role },
        person: { new: loaded.account!.personId },
        until: { new: input.until },
      },
    };
  },
});

async function alreadyGiven(
  cx: Cx,
  personId: string,
  organisationId: string,
  role: string,
): Promise<boolean> {
  const found = await maybe(
    cx.db,
    sql<{ id: string }>`select id from role_grant where person_id = ${personId} and role = ${role}
      and organisation_id = ${organisationId} and revoked_at is null and during @> ${cx.clock.today()}::date`,
  );
  return found !== null;
}

/** Takes a grant back; it stays in the history. */
export const revokeGrant = command({
  name: 'grant.revoke',
  input: z.object({ pid: text(16) }),
  permission: grantWrite,
  load: async (cx, input) => {
    const found = await findGrant(cx.db, input.pid);
    if (found === null || !(await may(cx, grantRead, found.organisation_id)))
      throw new NotFound('grant');
    return found;
  },
  at: (grant) => [grant.organisation_id],
  run: async (cx, grant) => {
    await sql`update role_grant set revoked_at = ${cx.clock.now()} where id = ${grant.id}`.execute(
      cx.db,
    );
    return {
      result: null,
      subject: { type: 'grant', id: grant.id },
      organisationId: grant.organisation_id,
      changes: { role: { old: grant.role } },
    };
  },
});

/** Makes a bearer token for an account; its text is given once and only its hash is kept. */
export const createToken = command({
  name: 'token.create',
  input: tokenInput,
  permission: tokenOwn,
  load: async (cx, input) => accountByEmail(cx.db, input.email),
  at: () => [null],
  check: (account, input) =>
    account === null ? [issue('email', 'unknown_account', { email: input.email })] : [],
  run: async (cx, account, input) => {
    const id = cx.ids.uuid();
    const token = `lt_${newToken()}`;
    const expires = new Date(cx.clock.now().getTime() + input.days * 86_400_000);
    await sql`insert into api_token (id, pid, user_id, label, token_hash, scopes, created_at, expires_at)
      values (${id}, ${cx.ids.pid()}, ${account!.id}, ${input.label}, ${tokenHash(token)},
        ${input.scopes}::text[], ${cx.clock.now()}, ${expires})`.execute(cx.db);
    return {
      result: { token, expires: expires.toISOString() },
      subject: { type: 'token', id },
      organisationId: null,
      changes: { label: { new: input.label }, scopes: { new: input.scopes } },
    };
  },
});
