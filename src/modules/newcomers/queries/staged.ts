import { sql } from 'kysely';
import { all, type Db, one } from '../../../platform/database/query.ts';
import type { NewArticle, Newcomer } from '../rules/index.ts';

interface StagedRow {
  readonly position: number;
  readonly data: string;
  readonly slug: string | null;
}

export interface Staged<One> {
  readonly position: number;
  readonly one: One;
  /** Of an article that the public is to read: the last part of its address here. */
  readonly slug: string | null;
}

type Kind = Newcomer['kind'];
// Pages are staged among articles.
type Of<K extends Kind> = K extends 'article'
  ? NewArticle
  : Extract<Newcomer, { readonly kind: K }>;

const read = <One>({ position, data, slug }: StagedRow): Staged<One> => ({
  position: Number(position),
  one: JSON.parse(data) as One,
  slug: slug?.split('/')[1] ?? null,
});

/** The next ones of a kind after a place, in the order of the file. */
export async function stagedAfter<K extends Kind>(
  db: Db,
  batch: string,
  kind: K,
  after: number,
  size: number,
): Promise<Staged<Of<K>>[]> {
  const rows = await all(
    db,
    sql<StagedRow>`select position, data, slug from site_staged
      where batch = ${batch} and kind = ${kind} and position > ${after} order by position limit ${size}`,
  );
  return rows.map((row) => read<Of<K>>(row));
}

/** Those of a kind by their ids; of two with one id the first. */
export async function stagedByIds<K extends Kind>(
  db: Db,
  batch: string,
  kind: K,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Staged<Of<K>>>> {
  if (ids.length === 0) return new Map();
  const rows = await all(
    db,
    sql<StagedRow & { id: string }>`select position, origin_id as id, data, slug from site_staged
      where batch = ${batch} and kind = ${kind} and origin_id = any(${[...new Set(ids)]}::text[])
      order by position desc`,
  );
  return new Map(rows.map((row) => [row.id, read<Of<K>>(row)]));
}

/** Where staged articles that the public is to read will stand below the site, by their ids: 'bai/le-trao-giai'. */
export async function stagedPaths(
  db: Db,
  batch: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await all(
    db,
    sql<{
      id: string;
      path: string;
    }>`select origin_id as id, slug as path from site_staged
      where batch = ${batch} and kind = 'article' and origin_id = any(${[...new Set(ids)]}::text[])
        and slug is not null order by position desc`,
  );
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/** Those of a kind that belong to one, in their order. */
export async function stagedAbout<K extends Kind>(
  db: Db,
  batch: string,
  kind: K,
  about: string,
): Promise<Of<K>[]> {
  const rows = await all(
    db,
    sql<StagedRow>`select position, data, slug from site_staged
      where batch = ${batch} and kind = ${kind} and about = ${about} order by position`,
  );
  return rows.map((row) => read<Of<K>>(row).one);
}

/** Of what something of a kind is said, each once, in order; after `after`. */
export async function subjectsAfter(
  db: Db,
  batch: string,
  kind: Kind,
  after: string,
  size: number,
): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ about: string }>`select distinct about from site_staged
      where batch = ${batch} and kind = ${kind} and about > ${after} order by about limit ${size}`,
  );
  return rows.map(({ about }) => about);
}

export async function stagedCount(db: Db, batch: string, kinds: readonly Kind[]): Promise<number> {
  const { count } = await one(
    db,
    sql<{ count: number }>`select count(*)::integer as count from site_staged
      where batch = ${batch} and kind = any(${[...kinds]}::text[])`,
  );
  return count;
}

/** Public articles that an import brought and that stood at the head of the old site, the newest first. */
export const leadersOf = (
  db: Db,
  batch: string,
  importId: string,
): Promise<{ pid: string; comments: boolean }[]> =>
  all(
    db,
    sql<{ pid: string; comments: boolean }>`select a.pid, a.comments
      from site_staged s join site_brought k on k.import_id = ${importId} and k.kind = 'article'
        and k.origin_id = s.origin_id
      join article a on a.pid = k.pid
      where s.batch = ${batch} and s.kind = 'article' and s.lead and a.live_version is not null
        and a.withdraw_at is null
      order by a.published_at desc, a.id`,
  );

/** Ids and wanted addresses of staged articles that the public is to read, in the order of the file. */
export async function wantedSlugs(
  db: Db,
  batch: string,
  after: number,
  size: number,
): Promise<{ position: number; originId: string; room: string; slug: string }[]> {
  const rows = await all(
    db,
    sql<{
      position: number;
      originId: string;
      path: string;
    }>`select position, origin_id as "originId",
        slug as path
      from site_staged where batch = ${batch} and kind = 'article' and position > ${after} and slug is not null
      order by position limit ${size}`,
  );
  return rows.map(({ path, position, originId }) => {
    const [room = '', slug = ''] = path.split('/');
    return { originId, room, slug, position: Number(position) };
  });
}
