import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { EntrantKind, Phase } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';

/** An organisation directly under the one of a site, with where it is found. */
export interface Placed {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
}

/** What stands directly under an organisation on a day, with address and telephone, by name. */
export function placedBelow(db: Db, organisationId: string, day: Day): Promise<Placed[]> {
  const fact = (kind: string) => sql`(select f.words from organisation_fact f
    where f.organisation_id = o.id and f.kind = ${kind} and f.deleted_at is null
      and f.during @> ${day}::date limit 1)`;
  return all(
    db,
    sql<Placed>`select o.code, o.kind, coalesce(n.name, o.code) as name, ${fact('address')} as address,
        ${fact('phone')} as phone
      from organisation o ${nameOn(sql`o.id`, day)}
      where o.deleted_at is null and o.during @> ${day}::date and o.id in (
        select a.child_id from affiliation a where a.parent_id = ${organisationId}
          and a.deleted_at is null and a.during @> ${day}::date)
      order by n.name collate "vi-x-icu", o.code`,
  );
}

/** An open edition, as a home announces it. */
export interface OpenCall {
  readonly code: string;
  readonly organisationCode: string;
  readonly name: string;
  readonly phases: readonly Phase[];
  /** Who may take part, and the days of birth of authors where they are bounded. */
  readonly entrants: readonly EntrantKind[];
  readonly born: { readonly first: Day | null; readonly last: Day | null } | null;
}

/** What is open at a site: its own editions, the newest first. */
export function openCalls(db: Db, organisationId: string, most: number): Promise<OpenCall[]> {
  return all(
    db,
    sql<OpenCall>`select e.code, o.code as "organisationCode", e.content->>'name' as name,
        e.content->'phases' as phases, e.content->'entrants' as entrants,
        nullif(e.content->'eligibility'->'born', 'null') as born
      from edition e join organisation o on o.id = e.organisation_id
      where e.deleted_at is null and e.state = 'open' and e.organisation_id = ${organisationId}
      order by e.opened_at desc, e.pid limit ${most}`,
  );
}
