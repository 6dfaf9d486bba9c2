import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, pageRows, searchWords } from '../../../platform/records/list-query.ts';
import { mediaRead } from '../policy.ts';
import type { Kind } from '../rules/index.ts';
import type { Medium } from '../schema/index.ts';
import { columns, from } from './find.ts';

export interface MediaFilter {
  /** This organisation's own; null: all that the actor may see. */
  readonly organisationId: string | null;
  readonly kinds?: readonly Kind[];
  /** Words in any order, with or without dấu. */
  readonly q?: string;
  /** 'public': on public pages; 'listed': in the lists of the library as well; 'hidden': withdrawn. */
  readonly shown?: 'public' | 'listed' | 'hidden' | null;
  readonly tag?: string | null;
  readonly year?: number | null;
}

interface Page {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

const states = {
  public: sql`m.public`,
  listed: sql`m.public and m.listed`,
  hidden: sql`not m.public`,
};

function conditions(filter: MediaFilter): RawBuilder<unknown> {
  const { organisationId, kinds, q, shown, tag, year } = filter;
  return allOf([
    sql`m.deleted_at is null`,
    ...(organisationId === null ? [] : [sql`m.organisation_id = ${organisationId}`]),
    ...(kinds === undefined ? [] : [sql`m.kind = any(${[...kinds]}::text[])`]),
    ...(shown ? [states[shown]] : []),
    ...(tag ? [sql`${tag} = any(m.tags)`] : []),
    ...(year
      ? [sql`extract(year from coalesce(m.taken_on, m.created_at::date))::integer = ${year}`]
      : []),
    ...searchWords(q ?? '').map((word) => sql`m.search like ${`%${word}%`}`),
  ]);
}

async function pageOf(
  db: Db,
  where: RawBuilder<unknown>,
  { page, size }: Page,
): Promise<{ rows: Medium[]; total: number }> {
  const { total } = await one(
    db,
    sql<{ total: number }>`select count(*)::integer as total from medium m where ${where}`,
  );
  const rows = await all(
    db,
    sql<Medium>`select ${columns} ${from} where ${where}
      order by m.created_at desc, m.id desc ${pageRows({ page, size, sort: '', descending: true })}`,
  );
  return { rows, total };
}

/** One page of a library, the newest first, and how many there are: two queries. */
export function listMedia(
  cx: Cx,
  list: MediaFilter & Page,
): Promise<{ rows: Medium[]; total: number }> {
  const seen = visible(cx, mediaRead, sql`m.organisation_id`);
  return pageOf(cx.db, sql`${conditions(list)} and ${seen}`, list);
}

/** One page of what everybody finds in the library of an organisation; null: in all of them. */
export function listPublicMedia(
  db: Db,
  list: MediaFilter & Page,
): Promise<{ rows: Medium[]; total: number }> {
  const stands = sql`exists (select from organisation u
    where u.id = m.organisation_id and u.deleted_at is null)`;
  return pageOf(db, sql`${conditions({ ...list, shown: 'listed' })} and ${stands}`, list);
}

/** How many live media of each kind an organisation has. */
export async function kindCounts(
  db: Db,
  organisationId: string,
): Promise<Readonly<Partial<Record<Kind, number>>>> {
  const rows = await all(
    db,
    sql<{ kind: Kind; total: number }>`select kind, count(*)::integer as total from medium
      where organisation_id = ${organisationId} and deleted_at is null group by kind`,
  );
  return Object.fromEntries(rows.map(({ kind, total }) => [kind, total]));
}
