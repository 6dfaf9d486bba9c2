import { type RawBuilder, sql } from 'kysely';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { type PolicyContext, visible } from '../../../platform/policy.ts';
import {
  LIKELY_FROM,
  openEvidence,
  personRead,
  personWrite,
  sensitiveRead,
  visiblePerson,
} from '../../people/index.ts';
import type { Pair, ShownPair } from '../schema.ts';

const columns = (cx: PolicyContext) => sql`d.id, d.pid, d.organisation_id as "organisationId",
  d.person_a as "personA", d.person_b as "personB", d.state,
  case when ${tellsNothing(cx)} then d.score else ${open.score} end as score,
  case when ${tellsNothing(cx)} then d.evidence else ${open.evidence} end as evidence`;

// What citizen IDs say is for those who may read them: for others neither the evidence nor its points
// are there, and a pair that is proposed for them alone is not.
const open = openEvidence(sql`d.evidence`);
const tellsNothing = (cx: PolicyContext) =>
  sql`(${visible(cx, sensitiveRead, sql`d.organisation_id`)}
    or not ${open.saysMore})`;
const stands = (cx: PolicyContext) => sql`(${tellsNothing(cx)} or ${open.score} >= coalesce(
  (select likely_from from match_setting s where s.organisation_id = d.organisation_id), ${LIKELY_FROM}))`;

// Only those who may decide see that a pair exists: both records and the organisation above them.
function seen(cx: PolicyContext): RawBuilder<boolean> {
  return sql<boolean>`${visible(cx, personWrite, sql`d.organisation_id`)}
    and ${visiblePerson(cx, personRead, 'a')} and ${visiblePerson(cx, personRead, 'b')}
    and ${stands(cx)}`;
}

const persons = sql`join person a on a.id = d.person_a join person b on b.id = d.person_b`;

function below(cx: PolicyContext, place: string): RawBuilder<boolean> {
  return sql<boolean>`d.organisation_id in (${cx.coverage.below([place], cx.clock.today())})`;
}

/** A pair that the actor may decide, by its public id. */
export function findPair(cx: PolicyContext, pid: string): Promise<Pair | null> {
  return maybe(
    cx.db,
    sql<Pair>`select ${columns(cx)} from duplicate_pair d ${persons}
      where d.pid = ${pid} and ${seen(cx)}`,
  );
}

/** How many pairs wait at or below a place. */
export async function countPairs(cx: PolicyContext, place: string): Promise<number> {
  const { n } = await one(
    cx.db,
    sql<{ n: number }>`select count(*)::integer as n from duplicate_pair d ${persons}
      where d.state in ('open', 'later') and ${below(cx, place)} and ${seen(cx)}`,
  );
  return n;
}

/** Pairs that wait at or below a place, those put off last, then by points. */
export function listPairs(
  cx: PolicyContext,
  place: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<ShownPair[]> {
  return all(
    cx.db,
    sql<ShownPair>`with pairs as materialized (
        select ${columns(cx)} from duplicate_pair d ${persons}
        where d.state in ('open', 'later') and ${below(cx, place)} and ${seen(cx)}
        order by d.state desc, score desc, d.id limit ${size} offset ${(page - 1) * size})
      select q.*, ${side(cx, sql`q."personA"`)} as a, ${side(cx, sql`q."personB"`)} as b
      from pairs q order by q.state desc, q.score desc, q.id`,
  );
}

function side(cx: PolicyContext, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('pid', s.pid, 'family', s.family, 'middle', s.middle,
      'given', s.given, 'birthDate', s.birth_date, 'gender', s.gender, 'phones', s.phones,
      'email', s.email, 'workplace', s.workplace, 'address', s.address,
      'memberships', coalesce((select jsonb_agg(jsonb_build_object('organisation', n.name,
          'branch', m.branch, 'cardNumber', m.card_number) order by n.name)
        from membership m
        join organisation_name n on n.organisation_id = m.organisation_id
          and n.during @> ${cx.clock.today()}::date
        where m.person_id = s.id and m.deleted_at is null
          and ${visible(cx, personRead, sql`m.organisation_id`)}), '[]'::jsonb))
    from person s where s.id = ${id})`;
}
