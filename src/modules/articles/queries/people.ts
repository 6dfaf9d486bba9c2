import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import { nameHas, personRead, visiblePerson } from '../../people/index.ts';

export interface NamedPerson {
  readonly pid: string;
  readonly name: string;
  /** The organisation that keeps the record: tells two of the same name apart. */
  readonly note: string;
}

/** People of the register whom the actor may see, by words of their names. */
export async function peopleNamed(cx: Cx, typed: string, many: number): Promise<NamedPerson[]> {
  if (typed.trim() === '') return [];
  return all(
    cx.db,
    sql<NamedPerson>`select p.pid, concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given) as name,
        coalesce(n.short_name, n.name, '') as note
      from person p left join organisation k on k.id = p.keeper_id ${nameOn(sql`k.id`, cx.clock.today())}
      where p.deleted_at is null and p.merged_into is null and ${visiblePerson(cx, personRead, 'p')}
        and ${nameHas('p', typed)}
      order by p.search, p.pid limit ${many}`,
  );
}
