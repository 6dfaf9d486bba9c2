import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';

export const personName = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

/** Persons by given name, then by the rest of it. */
export const byName = (direction: RawBuilder<unknown> = sql.raw('asc')): RawBuilder<unknown> =>
  sql`p.given collate "vi-x-icu" ${direction}, p.family collate "vi-x-icu" ${direction},
    p.middle collate "vi-x-icu" ${direction}`;

/** The last day of a card `c` of the membership `m`: its own, or the membership's. */
export const lastDay = sql`least(c.valid_until, (upper(m.during) - 1))`;

/** True while neither the membership `m` nor the person `p` was deleted. */
export const standing = sql<boolean>`(m.deleted_at is null and p.deleted_at is null)`;

/** As `stateOn` of rules.ts, for conditions. */
export const stateOnDay = (today: Day): RawBuilder<unknown> => sql`case
  when c.state <> 'valid' then c.state
  when not ${standing} or ${lastDay} < ${today}::date then 'expired' else 'valid' end`;

/** Whose card it is: the organisation `o` of the membership, or the one that a branch belongs to. */
export const issuerOf = (today: Day): RawBuilder<unknown> => sql`coalesce(
  (select a.parent_id from affiliation a where o.kind = 'branch' and a.child_id = o.id
    and a.deleted_at is null and a.during @> ${today}::date
    order by (a.kind = 'branch') desc, a.created_at, a.id limit 1), o.id)`;
