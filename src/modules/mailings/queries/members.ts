import { type RawBuilder, sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { duePersons, findPeriod } from '../../fees/index.ts';
import { findOrganisation, nameOn } from '../../organisations/index.ts';
import { nameHas, organisationsInView, personRead } from '../../people/index.ts';
import type { Addressee, MailingKind } from '../rules.ts';
import type { MailingCounts, MemberFilter } from '../schema.ts';

/** Whom a mailing is meant for. */
export interface Meant {
  readonly organisationId: string;
  readonly kind: MailingKind;
  readonly filter: MemberFilter;
}

// What the mail's own head can hold: the same as sendMail takes. Lengths stand apart: counted
// repetitions make the database's own patterns slow.
const addressPattern = String.raw`^[^\s@,;:<>()\[\]\\"]+@[^\s@,;:<>()\[\]\\"]+$`;
const badAddress = sql`w.address !~ ${addressPattern} or position('@' in w.address) > 65
  or length(w.address) - position('@' in w.address) > 190`;

/**
 * Members of today at or below the sender whom the actor may see and whom the filter lets through; `m`
 * and `p` are membership and person.
 */
async function members(cx: Cx, { organisationId, filter }: Meant): Promise<RawBuilder<unknown>> {
  const today = cx.clock.today();
  const seen = await organisationsInView(cx, personRead, organisationId);
  const organisations = await narrowed(cx, seen, filter.association);
  const parts = [
    sql`m.deleted_at is null and m.during @> ${today}::date`,
    sql`p.deleted_at is null and p.merged_into is null`,
    sql`m.organisation_id = any(${organisations}::uuid[])`,
  ];
  const { q, gender, degree, kind } = filter;
  for (const [column, typed, texts] of [
    [sql`m.branch`, filter.branch, branchTexts(organisations)],
    [sql`p.field`, filter.field, fieldTexts],
  ] as const) {
    const found = await textsWith(cx.db, texts, typed);
    if (found !== null) parts.push(sql`${column} = any(${[...found]}::text[])`);
  }
  parts.push(nameHas('p', q ?? ''));
  if (gender !== null) parts.push(sql`p.gender = ${gender}`);
  if (degree !== null) parts.push(sql`${degree} = any(p.degrees)`);
  if (kind !== null) parts.push(sql`m.kind = ${kind}`);
  parts.push(...between(sql`p.birth_date`, filter.born_from, filter.born_to));
  parts.push(...between(sql`m.joined`, filter.joined_from, filter.joined_to));
  if (filter.has_phone !== null)
    parts.push(sql`(p.phones <> '{}') = ${filter.has_phone === 'yes'}`);
  if (filter.fee_period !== null) parts.push(await paying(cx, filter.fee_period, filter.fee_state));
  return sql`from membership m join person p on p.id = m.person_id where ${allOf(parts)}`;
}

// Nobody in a period that is not there, or that the writer may not see.
async function paying(
  cx: Cx,
  pid: string,
  state: MemberFilter['fee_state'],
): Promise<RawBuilder<unknown>> {
  const period = await findPeriod(cx, pid);
  if (period === null || period.deletedAt !== null) return sql`false`;
  const persons = duePersons(period, { state: state ?? 'owing' });
  return sql`p.identity_id in (select q.identity_id from person q where q.id in (${persons}))`;
}

// Years, both inclusive, of a date that may be a year only.
const between = (column: RawBuilder<unknown>, from: number | null, to: number | null) => [
  ...(from === null ? [] : [sql`${column}::text collate "C" >= ${String(from)}`]),
  ...(to === null ? [] : [sql`${column}::text collate "C" < ${String(to + 1)}`]),
];

const branchTexts = (organisations: readonly string[]) =>
  sql`select distinct branch as text from membership
    where organisation_id = any(${[...organisations]}::uuid[]) and deleted_at is null and branch <> ''`;
const fieldTexts = sql`select distinct field as text from person where field <> ''`;

// Few different texts stand in many rows: they are folded here and compared as they are there.
async function textsWith(
  db: Db,
  texts: RawBuilder<unknown>,
  typed: string | null,
): Promise<readonly string[] | null> {
  const words = searchWords(typed ?? '');
  if (words.length === 0) return null;
  const rows = await all(db, sql<{ text: string }>`${texts}`);
  return rows
    .map((row) => row.text)
    .filter((text) => words.every((word) => ` ${foldForSearch(text)}`.includes(` ${word}`)));
}

// Those of the organisations that are the association or stand below it.
async function narrowed(cx: Cx, seen: readonly string[], code: string | null): Promise<string[]> {
  if (code === null) return [...seen];
  const association = await findOrganisation(cx.db, code, cx.clock.today());
  if (association === null) return [];
  const below = new Set(await organisationsInView(cx, personRead, association.id));
  return seen.filter((id) => below.has(id));
}

/** Refusals that hold for an organisation's letters: addresses, and human beings. */
export const refusedAddresses = (organisationId: string) => sql`select r.address collate "C"
  from mailing_refusal r where r.taken_back_at is null
    and (r.organisation_id is null or r.organisation_id = ${organisationId})`;
export const refusedHumans = (organisationId: string) => sql`select q.identity_id
  from mailing_refusal r join person q on q.id = r.person_id where r.taken_back_at is null
    and (r.organisation_id is null or r.organisation_id = ${organisationId})`;

/**
 * Each human being once, with the reason for which no letter goes there, null where one does. Of several
 * records of one human the one with an address counts.
 */
async function judged(cx: Cx, meant: Meant): Promise<RawBuilder<unknown>> {
  return sql`select w.*, case
      when w.address is null then 'no_email'
      when ${badAddress} then 'bad_address'
      when c.given is false or w.address in (${refusedAddresses(meant.organisationId)})
        or w.identity_id in (${refusedHumans(meant.organisationId)}) then 'refused'
      when ${meant.kind === 'newsletter'} and c.given is distinct from true then 'no_consent'
    end as reason
    from (select distinct on (p.identity_id) p.identity_id, p.id as person_id,
        m.id as membership_id, m.organisation_id, nullif(lower(btrim(p.email) collate "C"), '') as address, p.given as given_name,
        p.family, p.middle
      ${await members(cx, meant)}
      order by p.identity_id, (nullif(btrim(p.email), '') is null), m.id) w
    left join (select distinct on (person_id) person_id, given from consent
      where purpose = 'mailing' order by person_id, given_at desc, id desc) c
      on c.person_id = w.person_id`;
}

/** For statements over all members of a union, until the transaction ends. */
export async function takeTime(db: Db): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('jit', 'off', true),
    set_config('work_mem', '64MB', true)`.execute(db);
}

/** How many letters a mailing would send today, and how many members get none of their own, by reason. */
export async function countMeant(cx: Cx, meant: Meant): Promise<MailingCounts> {
  const row = await one(
    cx.db,
    sql<Record<keyof MailingCounts, number>>`select
        count(distinct address) filter (where reason is null)::integer as send,
        (count(*) filter (where reason is null)
          - count(distinct address) filter (where reason is null))::integer as same_address,
        count(*) filter (where reason = 'no_email')::integer as no_email,
        count(*) filter (where reason = 'bad_address')::integer as bad_address,
        count(*) filter (where reason = 'refused')::integer as refused,
        count(*) filter (where reason = 'no_consent')::integer as no_consent
      from (${await judged(cx, meant)}) j`,
  );
  return Object.fromEntries(Object.entries(row).filter(([, many]) => many > 0));
}

/**
 * A select of the rows of mailing_recipient that a mailing comes to: number in the order of names, the
 * letter that each belongs to, and what becomes of it.
 */
export async function recipientRows(cx: Cx, meant: Meant): Promise<RawBuilder<unknown>> {
  return sql`select number, letter, person_id, membership_id, organisation_id, address,
      case when reason is null and letter = number then 'waiting' else 'left_out' end as state,
      case when reason is null and letter <> number then 'same_address' else reason end as reason
    from (select n.*, case when reason is null
          then min(number) over (partition by address, reason) else number end as letter
      from (select j.*, (row_number() over (order by given_name collate "vi-x-icu",
            family collate "vi-x-icu", middle collate "vi-x-icu", person_id))::integer as number
        from (${await judged(cx, meant)}) j) n) l`;
}

const fullName = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

/** What a letter says of a member, and who it is. */
export interface LetterMember extends Addressee {
  readonly personPid: string;
}

export const addresseeColumns = sql`p.pid as "personPid", ${fullName} as "fullName", p.given,
  coalesce(n.name, o.code) as association, m.branch, m.card_number as "cardNumber"`;

/**
 * One of the members meant, to try a letter on: the one with these words in the name, any when there
 * are none. Null when nobody fits.
 */
export async function memberToTry(
  cx: Cx,
  meant: Meant,
  words: string,
): Promise<LetterMember | null> {
  return maybe(
    cx.db,
    sql<LetterMember>`select ${addresseeColumns}
      from (select m.id, m.person_id ${await members(cx, meant)} and ${nameHas('p', words)} limit 1) found
      join membership m on m.id = found.id join person p on p.id = found.person_id
      join organisation o on o.id = m.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`,
  );
}
