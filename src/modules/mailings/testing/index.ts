import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { joinName, splitName } from '../../../kernel/vietnamese/names.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { organisationId } from '../../organisations/index.ts';
import { recordMailing, sendMailing } from '../service/index.ts';

// What the tests of this module share: members, and mailings to them.

export interface TestMember {
  readonly name: string;
  readonly email?: string | null;
  readonly gender?: 'male' | 'female';
  readonly degrees?: readonly string[];
  readonly branch?: string;
  readonly kind?: 'full' | 'associate' | 'honorary';
  readonly card?: string;
  /** As written in SQL; a member of today when left out. */
  readonly during?: string;
  /** Consents to 'mailing', the oldest first. */
  readonly consents?: readonly boolean[];
  /** Another record of the same human being. */
  readonly sameAs?: string;
}

/** Writes a member of an organisation; gives the person's id. */
export async function member(cx: Cx, code: string, of: TestMember): Promise<string> {
  const [id, organisation] = [cx.ids.uuid(), await organisationId(cx, code)];
  const { family, middle, given } = splitName(of.name);
  const search = foldForSearch(joinName({ family, middle, given }));
  await sql`insert into person (id, pid, identity_id, keeper_id, family, middle, given, search, gender,
      email, degrees, created_at)
    values (${id}, ${cx.ids.pid()}, ${of.sameAs ?? id}, ${organisation}, ${family}, ${middle}, ${given},
      ${search}, ${of.gender ?? null}, ${of.email ?? null}, ${[...(of.degrees ?? [])]}::text[],
      ${cx.clock.now()})`.execute(cx.db);
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, branch, during,
      kind, card_number, created_at)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${id}, ${of.sameAs ?? id}, ${organisation},
      ${of.branch ?? null}, ${of.during ?? '[2020-01-01,)'}::daterange, ${of.kind ?? 'full'},
      ${of.card ?? null}, ${cx.clock.now()})`.execute(cx.db);
  for (const [i, given] of (of.consents ?? []).entries()) {
    const at = new Date(cx.clock.now().getTime() - 1000 * (100 - i));
    await sql`insert into consent (id, person_id, purpose, given, given_at)
      values (${cx.ids.uuid()}, ${id}, 'mailing', ${given}, ${at})`.execute(cx.db);
  }
  return id;
}

export const letter = {
  organisation: 'sonla',
  kind: 'service',
  subject: 'Giấy mời {ten}',
  body: 'Kính gửi {ho_ten}, {hoi}.',
  filter: {},
};

/** A draft of sonla, changed as told; gives its public id. */
export async function drafted(cx: Cx, input: object = {}): Promise<string> {
  const outcome = await execute(cx, recordMailing, { ...letter, ...input });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.pid;
}

/** Orders a draft's sending; gives its inner id, which the jobs go by. */
export async function ordered(cx: Cx, pid: string): Promise<string> {
  const outcome = await execute(cx, sendMailing, { pid, site: 'https://hoi.example' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return (await one(cx.db, sql<{ id: string }>`select id from mailing where pid = ${pid}`)).id;
}

/** So many letters an hour, from now on. */
export async function pace(cx: Cx, perHour: number): Promise<void> {
  await sql`update mailing_pace set per_hour = ${perHour}, next_at = '2000-01-01'`.execute(cx.db);
}
