import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { ObligationState } from '../schema.ts';

export interface DeskForm {
  readonly pid: string;
  readonly roundName: string;
  readonly collector: string;
  readonly dueOn: Day;
  readonly state: ObligationState;
}

/** What an organisation owes in open rounds and has not sent, the nearest first. */
export function owedOnDesk(db: Db, organisation: string, today: Day): Promise<DeskForm[]> {
  return all(
    db,
    sql<DeskForm>`select b.pid, r.name as "roundName", coalesce(cn.short_name, co.code) as collector,
        b.due_on as "dueOn", b.state
      from report_obligation b
      join report_round r on r.id = b.round_id and r.state = 'open' and r.deleted_at is null
      left join report_obligation p on p.id = b.parent_id
      join organisation co on co.id = coalesce(p.organisation_id, r.organisation_id)
      ${nameOn(sql`co.id`, today, sql.raw('cn'))}
      where b.organisation_id = ${organisation}
        and b.state in ('waiting', 'filling', 'submitted', 'returned')
      order by b.due_on, b.pid limit 20`,
  );
}

/** Rounds in which forms that went up wait for the organisation, with how many. */
export function waitingOnDesk(
  db: Db,
  organisation: string,
): Promise<{ round: string; roundName: string; own: string | null; many: number }[]> {
  return all(
    db,
    sql<{ round: string; roundName: string; own: string | null; many: number }>`
      select r.pid as round, r.name as "roundName", p.pid as own, count(*)::integer as many
      from report_obligation b
      join report_round r on r.id = b.round_id and r.state in ('open', 'closed')
        and r.deleted_at is null
      left join report_obligation p on p.id = b.parent_id
      where b.state = 'checked' and coalesce(p.organisation_id, r.organisation_id) = ${organisation}
      group by r.pid, r.name, p.pid, lower(r.during) order by lower(r.during), r.pid limit 20`,
  );
}
