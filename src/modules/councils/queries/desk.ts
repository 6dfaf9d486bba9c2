import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';

/** What waits in an open edition of an organisation. */
export interface DeskEdition {
  readonly pid: string;
  readonly name: string;
  /** Invited before the instant, without an answer. */
  readonly unanswered: number;
  /** Declined after the instant, and nobody did anything about it. */
  readonly declined: number;
  /** Accepted, and have no seat in any council. */
  readonly unseated: number;
  /** Conflicts that nobody looked at yet. */
  readonly conflicts: number;
  /** The same, of what judges declared. */
  readonly declared: number;
}

/** The open editions of an organisation in which something waits: one query. */
export function deskEditions(
  db: Db,
  organisation: string,
  { invited, declined }: { readonly invited: Date; readonly declined: Date },
): Promise<DeskEdition[]> {
  return all(
    db,
    sql<DeskEdition>`select * from (
        select e.pid, e.content->>'name' as name, e.opened_at,
          (select count(*)::integer from judge j where j.edition_id = e.id and j.state = 'invited'
            and j.invited_at < ${invited}) as unanswered,
          (select count(*)::integer from judge j where j.edition_id = e.id and j.state = 'declined'
            and j.answered_at >= ${declined}) as declined,
          (select count(*)::integer from judge j where j.edition_id = e.id and j.state = 'accepted'
            and not exists (select from seat s where s.judge_id = j.id)) as unseated,
          (select count(*)::integer from conflict c join judge j on j.id = c.judge_id
            where j.edition_id = e.id and j.state = 'accepted' and c.state = 'found'
              and c.source = 'declared') as declared,
          (select count(*)::integer from conflict c join judge j on j.id = c.judge_id
            where j.edition_id = e.id and j.state in ('proposed', 'invited', 'accepted')
              and c.state = 'found' and c.source = 'registry') as conflicts
        from edition e
        where e.organisation_id = ${organisation} and e.state = 'open' and e.deleted_at is null) w
      where unanswered + declined + unseated + conflicts + declared > 0 order by opened_at desc, pid limit 20`,
  );
}
