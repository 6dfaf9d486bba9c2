import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { DistinctionTitle } from '../rules.ts';
import type { Titles } from '../schema.ts';

/** All titles in their order. */
export async function allTitles(db: Db): Promise<Titles> {
  const titles = await all(
    db,
    sql<DistinctionTitle>`select code, name, form, recipients from distinction_title
      order by sort, code`,
  );
  return new Map(titles.map((title) => [title.code, title]));
}
