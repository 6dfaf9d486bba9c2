import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { certificateRead } from '../policy.ts';
import type { Printing } from '../schema/index.ts';

const columns = sql`g.id, g.pid, g.printed, g.made_at as "madeAt"`;

/** Something printed of an edition that the actor may see; null when there is none. */
export function findPrinting(cx: Cx, editionId: string, pid: string): Promise<Printing | null> {
  return maybe(
    cx.db,
    sql<Printing>`select ${columns} from certificate_printing g
      where g.pid = ${pid} and g.edition_id = ${editionId}
        and ${visible(cx, certificateRead, sql`g.organisation_id`)}`,
  );
}

/** What was printed of an edition last. */
export function latestPrintings(cx: Cx, editionId: string): Promise<Printing[]> {
  return all(
    cx.db,
    sql<Printing>`select ${columns} from certificate_printing g
      where g.edition_id = ${editionId} and ${visible(cx, certificateRead, sql`g.organisation_id`)}
      order by g.made_at desc, g.id desc limit 5`,
  );
}
