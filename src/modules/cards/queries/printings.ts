import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { cardRead } from '../policy.ts';
import type { Printing } from '../schema.ts';

const columns = sql`g.id, g.pid, g.organisation_id as "organisationId", g.kind, g.printed,
  g.left_out as "leftOut", g.made_at as "madeAt"`;

/** Something printed that the actor may see; null when there is none. */
export function findPrinting(cx: Cx, pid: string): Promise<Printing | null> {
  return maybe(
    cx.db,
    sql<Printing>`select ${columns} from card_printing g
      where g.pid = ${pid} and ${visible(cx, cardRead, sql`g.organisation_id`)}`,
  );
}

/** What an office printed last. */
export function latestPrintings(
  cx: Cx,
  organisationId: string,
  kind: Printing['kind'],
): Promise<Printing[]> {
  return all(
    cx.db,
    sql<Printing>`select ${columns} from card_printing g
      where g.organisation_id = ${organisationId} and g.kind = ${kind}
        and ${visible(cx, cardRead, sql`g.organisation_id`)}
      order by g.made_at desc, g.id desc limit 5`,
  );
}
