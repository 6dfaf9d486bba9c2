import { sql } from 'kysely';
import { all, type Db, one } from '../../../../platform/database/query.ts';
import { gatherAlike } from '../../../duplicates/index.ts';
import { weigh } from '../../../people/index.ts';

/** A telephone of so many people is an office's and names nobody. */
const mostSharing = 50;
/** So many people of one name and birth: nobody can be told from them. */
const mostNamesakes = 200;

const standing = sql`p.deleted_at is null and p.merged_into is null`;

/**
 * Fills `candidate (line, person_id)`: every person of the registry who shares something telling with
 * a pending row, wherever the person stands. Passed over is what too many share, and what no weight
 * can make likely from `likelyFrom` points on.
 */
export async function gatherCandidates(db: Db, likelyFrom: number): Promise<void> {
  const few = await areFew(db);
  const byPhone = few ? phoneWays.lookedUp : phoneWays.joined;
  await sql`create temp table candidate on commit drop as
    select line, person_id from (${sql.join(
      [byCitizenId, byEmail, byCard, byPhone, byName(few, likelyFrom)],
      sql` union `,
    )}) c`.execute(db);
  await sql`analyze candidate`.execute(db);
}

const byCitizenId = sql`(select s.line, p.id as person_id from pending s
  join person_identity i on i.citizen_id_index = s.citizen_id_index
  join person p on p.id = i.person_id where ${standing})`;

// Behind one telephone, or one e-mail, stand relatives and colleagues: under two given names that is
// not enough, and more than that is gathered by its own key.
const sameGiven = sql`(split_part(k.search, ' ', -1) = split_part(s.search, ' ', -1)
  or k.given !~ '[[:alnum:]]')`;

const byEmail = sql`(select line, id from (
    select s.line, p.id, ${sameGiven} or p.phones && s.phones as telling,
      count(*) over (partition by s.line) as many from pending s
    join person p on p.email = s.email and p.email is not null
    cross join lateral (select p.search, p.given) k where ${standing}) e
  where many <= ${mostSharing} and telling)`;

const byCard = sql`(select s.line, p.id from pending s
  join membership m on m.card_number = s.card_number and m.organisation_id = s.organisation_id
    and m.deleted_at is null and m.card_number is not null
  join person p on p.id = m.person_id where ${standing})`;

/** The most that a name and a birth known to the month can weigh together. */
const nameAndMonth = (() => {
  const person = { family: 'a', middle: 'a', given: 'a', search: 'a a a', birthDate: '1950-01' };
  const nothing = { gender: null, phones: [], email: null, cardNumber: null, workplace: null };
  const somebody = { ...person, ...nothing, organisationId: null, branch: 'a' };
  return weigh(somebody, somebody).score;
})();

// The birth is the same as far as both tell it. Its year stands in the key of the join: for many rows
// in one key that no index has, so that they are looked up in a table made of them, not in the index.
const byName = (few: boolean, likelyFrom: number) => sql`(select line, id from (
    select s.line, p.id, count(*) over (partition by s.line) as many,
      ${likelyFrom <= nameAndMonth} or (length(p.birth_date) = 10 and length(s.birth_date) = 10)
        or p.phones && s.phones or coalesce(p.email = s.email, false) as telling
    from pending s
    join person p on ${
      few
        ? sql`p.search = s.search and left(p.birth_date, 4) = left(s.birth_date, 4)`
        : sql`p.search || left(p.birth_date, 4) = s.search || left(s.birth_date, 4)`
    }
      and (starts_with(p.birth_date, s.birth_date) or starts_with(s.birth_date, p.birth_date))
    where ${standing}) n
  where many <= ${mostNamesakes} and telling)`;

/** So few rows that each looks for its own in the indexes; many are joined with the whole registry. */
async function areFew(db: Db): Promise<boolean> {
  const { few } = await one(
    db,
    sql<{ few: boolean }>`select (select count(*) from pending) * 20 <
      (select greatest(reltuples, 0) from pg_class where oid = 'person'::regclass) as few`,
  );
  return few;
}

const lookedUp = sql`(select s.line, k.id from pending s cross join unnest(s.phones) as t (phone)
  cross join lateral (select p.*, count(*) over () as many from (
    select p.id, p.search, p.given, p.email from person p
    where p.phones @> array[t.phone] and ${standing}
    limit ${mostSharing + 1}) p) k
  where k.many <= ${mostSharing} and (${sameGiven} or k.email = s.email))`;

// An office's telephone is counted before it is joined: thousands of rows times thousands of persons.
const joined = sql`(select s.line, k.id
    from (select line, search, email, unnest(phones) as phone from pending) s
    join (select *, count(*) over (partition by phone) as many
      from (select p.id, p.search, p.given, p.email, unnest(p.phones) as phone from person p
        where p.phones <> '{}' and ${standing}) t
      where phone in (select unnest(phones) from pending)) k using (phone)
  where k.many <= ${mostSharing} and (${sameGiven} or k.email = s.email))`;

/** Telephones lie in a list. The two ways agree, as a test shows. */
export const phoneWays = { lookedUp, joined };

/** Pairs of pending rows of the file that share something telling, in the table `inside`. */
export const gatherInside = (db: Db): Promise<void> => gatherAlike(db, 'pending', 'inside');

/** The keys of the registry that were passed over as too common, for the report. */
export async function commonPhones(db: Db): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ phone: string }>`select phone from (select unnest(phones) as phone from pending) s
      group by phone having count(*) > ${mostSharing} order by phone limit 20`,
  );
  return rows.map(({ phone }) => phone);
}
