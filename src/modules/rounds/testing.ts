import { sql } from 'kysely';
import { type Cx, execute, type Outcome } from '../../platform/command.ts';
import { all, one } from '../../platform/database/query.ts';
import { liveTemplates } from '../templates/index.ts';
import { obligationById, obligationOf } from './queries/index.ts';
import type { Obligation } from './schema.ts';
import { createRound, openRound } from './service/index.ts';

/** What a command gave; its issues fail the test. */
export async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (settled.ok) return settled.value;
  throw new Error(JSON.stringify(settled.issues));
}

/** The codes of a command's issues, as 'path code'. */
export async function refused<T>(outcome: Promise<Outcome<T>>): Promise<string[]> {
  const settled = await outcome;
  return settled.ok ? [] : settled.issues.map((one) => `${one.path} ${one.code}`.trim());
}

/** The public id of the sample template for years. */
export async function yearTemplate(cx: Cx): Promise<string> {
  const template = (await liveTemplates(cx.db)).find((one) => one.periodKind === 'year');
  if (template === undefined) throw new Error('no template for a year');
  return template.pid;
}

/** What is typed for a round of the national union over its provincial ones. */
export async function year2025(cx: Cx, more: object = {}): Promise<Record<string, unknown>> {
  return {
    organisation: 'vusta',
    template: await yearTemplate(cx),
    period: '2025',
    name: 'Báo cáo năm 2025',
    asked: ['provincial_union'],
    cascades: true,
    opens_on: '2026-05-12',
    due_on: '2026-06-15',
    ...more,
  };
}

/** Makes a round and opens it; gives its public id. */
export async function opened(cx: Cx, more: object = {}): Promise<string> {
  const { pid } = await done(execute(cx, createRound, await year2025(cx, more)));
  await done(execute(cx, openRound, { pid, site: 'https://hoi.example' }));
  return pid;
}

/** What an organisation owes in a round. */
export async function owed(cx: Cx, round: string, code: string): Promise<Obligation> {
  const row = await one(
    cx.db,
    sql<{ round: string; organisation: string }>`select r.id as round, o.id as organisation
      from report_round r, organisation o where r.pid = ${round} and o.code = ${code}`,
  );
  const found = await obligationOf(cx, row.round, row.organisation);
  if (found === null) throw new Error(`${code} owes nothing`);
  return found;
}

/** The obligation as it stands now. */
export async function again(cx: Cx, obligation: Obligation): Promise<Obligation> {
  const found = await obligationById(cx.db, obligation.id);
  if (found === null) throw new Error('the obligation is gone');
  return found;
}

/** Somebody with an account and a role; gives the address. */
export async function reader(cx: Cx, role: string, code: string, email: string): Promise<string> {
  const [person, user] = [cx.ids.uuid(), cx.ids.uuid()];
  await sql`insert into person (id, pid, family, middle, given, search, identity_id, created_at)
    values (${person}, ${cx.ids.pid()}, 'Lò', '', 'Đức', 'lo duc', ${person}, ${cx.clock.now()})`.execute(
    cx.db,
  );
  await sql`insert into auth_user (id, name, email, "personId")
    values (${user}, 'Lò Đức', ${email}, ${person})`.execute(cx.db);
  await sql`insert into role_grant (id, pid, person_id, role, organisation_id, during, created_at)
    select ${cx.ids.uuid()}, ${cx.ids.pid()}, ${person}, ${role}, o.id, daterange('2020-01-01', null),
      ${cx.clock.now()} from organisation o where o.code = ${code}`.execute(cx.db);
  return email;
}

export function outbox(cx: Cx): Promise<{ to: string; subject: string; text: string }[]> {
  return all(
    cx.db,
    sql<{ to: string; subject: string; text: string }>`select recipient as to, subject, body as text
      from mail_message order by created_at, recipient`,
  );
}
