import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { ActivityKind, Kinds } from '../schema/index.ts';

/** All kinds in their order, those no longer offered too. */
export async function allKinds(db: Db): Promise<Kinds> {
  const kinds = await all(
    db,
    sql<ActivityKind>`select code, name, noun, topic, fields, sort, active, public from activity_kind
      order by sort, code`,
  );
  return new Map(kinds.map((kind) => [kind.code, kind]));
}

/** A kind by its code; `held` keeps others from changing it until the transaction ends. */
export function kindByCode(db: Db, code: string, held = false): Promise<ActivityKind | null> {
  return maybe(
    db,
    sql<ActivityKind>`select code, name, noun, topic, fields, sort, active, public from activity_kind
      where code = ${code} ${held ? sql`for update` : sql``}`,
  );
}
