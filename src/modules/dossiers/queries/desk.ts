import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { EditionContent } from '../../calls/index.ts';

/** What waits in an open edition of an organisation. */
export interface DeskEdition {
  readonly pid: string;
  readonly name: string;
  readonly phases: EditionContent['phases'];
  /** Submitted, and not decided. */
  readonly waiting: number;
  /** Of those: what answered a return for supplement. */
  readonly back: number;
  /** Returned, and its time is over. */
  readonly overdue: number;
}

/** The open editions of an organisation with what waits in them: one query. */
export function deskEditions(db: Db, organisation: string, now: string): Promise<DeskEdition[]> {
  return all(
    db,
    sql<DeskEdition>`select e.pid, e.content->>'name' as name, e.content->'phases' as phases,
        count(d.id) filter (where d.state = 'submitted')::integer as waiting,
        count(d.id) filter (where d.state = 'submitted' and l.answered = d.submitted
          and l.reason = 'supplement')::integer as back,
        count(d.id) filter (where d.state = 'returned' and l.until < ${now})::integer as overdue
      from edition e
        left join dossier d on d.edition_id = e.id and d.state in ('submitted', 'returned')
        left join lateral (select l.answered, l.reason, l.until from dossier_leave l
          where l.dossier_id = d.id order by l.from_at desc, l.id desc limit 1) l on true
      where e.organisation_id = ${organisation} and e.state = 'open' and e.deleted_at is null
      group by e.id order by e.opened_at desc, e.pid limit 20`,
  );
}
