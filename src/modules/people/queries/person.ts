import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Permission, visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { personRead } from '../policy.ts';
import type { Consent, Membership, PersonFacts, PersonRecord, Post } from '../schema/index.ts';
import { dated, factColumns, type MembershipRow, membershipColumns } from './columns.ts';
import { visiblePerson } from './visible.ts';

interface PersonRow extends PersonFacts {
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly keeperId: string | null;
  readonly keeperCode: string | null;
  readonly keeperName: string | null;
}

// What was deleted stays known, for thirty days, to those who saw it: through the memberships that went
// with it. A record that another union goes on keeping is deleted only for those who deleted it.
const goneAt = (cx: Cx, wanted: Permission) => sql`(select max(m.deleted_at) from membership m
  where m.person_id = p.id and ${visible(cx, wanted, sql`m.organisation_id`)})`;

const deletedInView = (cx: Cx, wanted: Permission) => sql`p.merged_into is null
  and (${goneAt(cx, wanted)} is not null
    or p.deleted_at is not null and ${visible(cx, wanted, sql`p.keeper_id`)})`;

const personWhere = (cx: Cx, where: RawBuilder<unknown>) =>
  maybe(
    cx.db,
    sql<PersonRow>`select ${factColumns}, p.version,
        case when ${visiblePerson(cx, personRead, 'p')} then null
          else coalesce(p.deleted_at, ${goneAt(cx, personRead)}) end as "deletedAt",
        case when seen.it then p.keeper_id end as "keeperId",
        case when seen.it then k.code end as "keeperCode",
        case when seen.it then coalesce(n.name, k.code) end as "keeperName"
      from person p left join organisation k on k.id = p.keeper_id
        ${nameOn(sql`k.id`, cx.clock.today())}
        cross join lateral (select ${visible(cx, personRead, sql`p.keeper_id`)} as it) seen
      where ${where}`,
  );

/** One person in full by public id, as the actor may see it; null when there is none in view. */
export async function findPersonRecord(cx: Cx, pid: string): Promise<PersonRecord | null> {
  const row = await personWhere(
    cx,
    sql`p.pid = ${pid} and (${visiblePerson(cx, personRead, 'p')} or ${deletedInView(cx, personRead)})`,
  );
  if (row === null) return null;
  const memberships = await rowsOf<MembershipRow>(cx, row, 'membership', membershipColumns);
  const posts = await rowsOf<PostRow>(cx, row, 'post', postColumns);
  const consents = await consentsOf(cx, row.id);
  return {
    ...row,
    memberships: memberships.map(dated) as Membership[],
    posts: posts.map(dated) as Post[],
    consents,
  };
}

/** As `findPersonRecord`, without deleted ones. @throws NotFound */
export async function personRecord(cx: Cx, pid: string): Promise<PersonRecord> {
  const found = await findPersonRecord(cx, pid);
  if (found === null || found.deletedAt !== null) throw new NotFound('person');
  return found;
}

type PostRow = Omit<Post, 'from' | 'until'> & { during: string };

const postColumns = sql`m.id, m.pid, m.person_id as "personId",
  m.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.name, o.code) as "organisationName", m.title, m.during::text as during, m.decision,
  m.version`;

// Memberships or posts of a person at organisations in view, the present ones first, then the latest.
function rowsOf<Row>(
  cx: Cx,
  person: PersonRow,
  table: 'membership' | 'post',
  columns: RawBuilder<unknown>,
): Promise<Row[]> {
  const today = cx.clock.today();
  const gone = table === 'membership' ? person.deletedAt : null;
  return all(
    cx.db,
    sql<Row>`select ${columns} from ${sql.table(table)} m
        join organisation o on o.id = m.organisation_id ${nameOn(sql`o.id`, today)}
      where m.person_id = ${person.id} and (m.deleted_at is null or m.deleted_at = ${gone})
        and ${visible(cx, personRead, sql`m.organisation_id`)}
      order by (m.during @> ${today}::date) desc, lower(m.during) desc nulls last, m.id`,
  );
}

function consentsOf(cx: Cx, personId: string): Promise<Consent[]> {
  return all(
    cx.db,
    sql<Consent>`select distinct on (purpose) purpose, given, source, given_at as "givenAt"
      from consent where person_id = ${personId} order by purpose, given_at desc, id desc`,
  );
}

/** A membership with whom it belongs to, for its commands; null when it is not in view. */
export async function findMembership(
  cx: Cx,
  pid: string,
): Promise<(Membership & { readonly personPid: string }) | null> {
  const row = await maybe(
    cx.db,
    sql<MembershipRow & { personPid: string }>`select ${membershipColumns}, p.pid as "personPid"
      from membership m join person p on p.id = m.person_id
        join organisation o on o.id = m.organisation_id
        ${nameOn(sql`o.id`, cx.clock.today())}
      where m.pid = ${pid} and m.deleted_at is null and p.deleted_at is null
        and p.merged_into is null and ${visible(cx, personRead, sql`m.organisation_id`)}`,
  );
  return row === null ? null : (dated(row) as Membership & { personPid: string });
}

/** The same for a post. */
export async function findPost(
  cx: Cx,
  pid: string,
): Promise<(Post & { readonly personPid: string }) | null> {
  const row = await maybe(
    cx.db,
    sql<PostRow & { personPid: string }>`select ${postColumns}, p.pid as "personPid"
      from post m join person p on p.id = m.person_id
        join organisation o on o.id = m.organisation_id
        ${nameOn(sql`o.id`, cx.clock.today())}
      where m.pid = ${pid} and m.deleted_at is null and p.deleted_at is null
        and p.merged_into is null and ${visible(cx, personRead, sql`m.organisation_id`)}`,
  );
  return row === null ? null : (dated(row) as Post & { personPid: string });
}

/**
 * Organisations through which the actor has a permission over a person: the one that keeps the
 * record, those of the memberships (with those deleted at that instant). Empty for what may only be
 * looked at.
 */
export async function personPlaces(
  cx: Cx,
  personId: string,
  wanted: Permission,
  deletedAt: Date | null = null,
): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select known.id from (
        select p.keeper_id as id, 0 as rank from person p where p.id = ${personId}
        union all
        select m.organisation_id, 1 from membership m
        where m.person_id = ${personId}
          and (m.deleted_at is null or m.deleted_at = ${deletedAt})) known
      where known.id is not null and ${visible(cx, wanted, sql`known.id`)}
      order by known.rank, known.id`,
  );
  return rows.map((row) => row.id);
}

export interface Candidate extends PersonFacts {
  readonly memberships: readonly string[];
}

/** Persons in view whose name reads the same without its marks: shown before one more is written down. */
export function sameNamed(cx: Cx, folded: string, limit = 10): Promise<Candidate[]> {
  return all(
    cx.db,
    sql<Candidate>`select ${factColumns}, array(
        select distinct coalesce(n.name, o.code) from membership m
          join organisation o on o.id = m.organisation_id
          ${nameOn(sql`o.id`, cx.clock.today())}
        where m.person_id = p.id and m.deleted_at is null
          and ${visible(cx, personRead, sql`m.organisation_id`)}) as memberships
      from person p where p.search = ${folded} and ${visiblePerson(cx, personRead, 'p')}
      order by p.birth_date nulls last, p.id limit ${limit}`,
  );
}
