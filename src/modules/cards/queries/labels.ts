import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { nameHas, personRead } from '../../people/index.ts';
import { byName, personName } from './rows.ts';

export interface LabelFilter {
  /** Members at or below this organisation. */
  readonly under: string;
  readonly organisation?: string | null;
  readonly branch?: string | null;
  readonly q?: string;
}

// Members today; somebody who is one in several places gets one label.
function people(cx: Cx, filter: LabelFilter): RawBuilder<unknown> {
  const today = cx.clock.today();
  return sql`select distinct on (p.identity_id) p.* from membership m
    join person p on p.id = m.person_id and p.deleted_at is null and p.merged_into is null
    join organisation o on o.id = m.organisation_id
    where m.deleted_at is null and m.during @> ${today}::date
      and m.organisation_id in (${cx.coverage.below([filter.under], today)})
      and ${visible(cx, personRead, sql`m.organisation_id`)}
      and (${filter.organisation ?? null}::text is null or o.code = ${filter.organisation ?? null})
      and (${filter.branch ?? null}::text is null or m.branch = ${filter.branch ?? null})
      and ${nameHas('p', filter.q ?? '')}
    order by p.identity_id, (p.address is null), p.id`;
}

/** How many members there are, and how many of them have an address. */
export function countLabels(
  cx: Cx,
  filter: LabelFilter,
): Promise<{ members: number; addressed: number }> {
  return one(
    cx.db,
    sql<{ members: number; addressed: number }>`select count(*)::integer as members,
      count(nullif(trim(p.address), ''))::integer as addressed from (${people(cx, filter)}) p`,
  );
}

/** Inner ids of those who have an address, by name. */
export async function labelIds(cx: Cx, filter: LabelFilter): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select p.id from (${people(cx, filter)}) p
      where trim(p.address) <> '' order by ${byName()}, p.id`,
  );
  return rows.map((row) => row.id);
}

export interface Label {
  readonly name: string;
  readonly address: string;
}

/** Names and addresses, in the order of the ids. */
export function labelsById(cx: Cx, ids: readonly string[]): Promise<Label[]> {
  return all(
    cx.db,
    sql<Label>`select ${personName} as name, trim(p.address) as address
      from unnest(${ids}::uuid[]) with ordinality as w (id, place) join person p on p.id = w.id
      where trim(p.address) <> '' order by w.place`,
  );
}

/** The branches that are written in the rosters at or below an organisation, for a filter. */
export async function branchesUnder(cx: Cx, under: string): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ branch: string }>`select m.branch from membership m
      where m.deleted_at is null and m.branch <> ''
        and m.organisation_id in (${cx.coverage.below([under], cx.clock.today())})
        and ${visible(cx, personRead, sql`m.organisation_id`)}
      group by m.branch order by m.branch collate "vi-x-icu" limit 300`,
  );
  return rows.map((row) => row.branch);
}
