import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { shortened } from '../rules/index.ts';
import type { Known } from '../schema.ts';

/** Whose: an organisation, and an old site of it. */
export interface Whose {
  readonly organisationId: string;
  readonly origin: string;
}

export type KnownKind =
  | 'section'
  | 'media'
  | 'album'
  | 'article'
  | 'comment'
  | 'menu_item'
  | 'redirect';

const columns = sql`k.origin_id as "originId", k.pid, k.fingerprint, k.newest, k.state`;
const ours = ({ organisationId, origin }: Whose) =>
  sql`k.organisation_id = ${organisationId} and k.origin = ${origin}`;

/** What became of these things, by their ids there. */
export async function knownOf(
  db: Db,
  whose: Whose,
  kind: KnownKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await all(
    db,
    sql<Known>`select ${columns} from site_brought k
      where ${ours(whose)} and k.kind = ${kind} and k.origin_id = any(${[...ids]}::text[])`,
  );
  return new Map(rows.map((row) => [row.originId, row]));
}

/** Everything of a kind that came from an old site. */
export const allKnown = (db: Db, whose: Whose, kind: KnownKind): Promise<Known[]> =>
  all(
    db,
    sql<Known>`select ${columns} from site_brought k where ${ours(whose)} and k.kind = ${kind}
      order by k.origin_id`,
  );

/** Media by the path of their file there. */
export async function mediaByPath(
  db: Db,
  whose: Whose,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map();
  const rows = await all(
    db,
    sql<{ path: string; pid: string }>`select k.path, k.pid from site_brought k
      where ${ours(whose)} and k.kind = 'media' and k.path = any(${paths.map((path) => shortened(path))}::text[])`,
  );
  const found = new Map(rows.map(({ path, pid }) => [path, pid]));
  return new Map(
    paths.flatMap((path) => {
      const pid = found.get(shortened(path));
      return pid === undefined ? [] : [[path, pid] as const];
    }),
  );
}

/** pids of the pictures that were added to an article there, in the order of their ids. */
export async function picturesAbout(db: Db, whose: Whose, about: string): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ pid: string }>`select k.pid from site_brought k join medium m on m.pid = k.pid
      where ${ours(whose)} and k.kind = 'media' and k.about = ${about} and m.kind = 'picture'
      order by length(k.origin_id), k.origin_id`,
  );
  return rows.map(({ pid }) => pid);
}

/** pids of those that are pictures and in the library. */
export async function picturesOf(db: Db, pids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await all(
    db,
    sql<{ pid: string }>`select pid from medium
      where pid = any(${[...pids]}::text[]) and kind = 'picture' and deleted_at is null`,
  );
  return new Set(rows.map(({ pid }) => pid));
}

/** An article as it stands here. */
export interface Standing {
  readonly pid: string;
  readonly newest: number;
  readonly state: string;
  readonly slug: string | null;
  readonly version: number;
  readonly live: boolean;
  readonly deleted: boolean;
}

const standing = sql`a.pid, a.newest, a.state, a.slug, a.version, a.live_version is not null as live,
  a.deleted_at is not null as deleted`;

export const standingOf = (db: Db, pid: string): Promise<Standing | null> =>
  maybe(db, sql<Standing>`select ${standing} from article a where a.pid = ${pid}`);

/** How these articles stand, by pid. */
export async function standingsOf(
  db: Db,
  pids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await all(
    db,
    sql<Standing>`select ${standing} from article a where a.pid = any(${[...pids]}::text[])`,
  );
  return new Map(rows.map((row) => [row.pid, row]));
}

/** Which of these addresses articles of an organisation have or had. */
export async function takenSlugs(
  db: Db,
  organisationId: string,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await all(
    db,
    sql<{ slug: string }>`select slug from article_slug
      where organisation_id = ${organisationId} and slug = any(${[...slugs]}::text[])`,
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Old addresses of a site that lead somewhere already. */
export async function takenSources(
  db: Db,
  organisationId: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await all(
    db,
    sql<{ source: string; target: string }>`select source, target from site_redirect
      where organisation_id = ${organisationId} and deleted_at is null
        and source = any(${[...sources]}::text[])`,
  );
  return new Map(rows.map(({ source, target }) => [source, target]));
}

/** Whether the office has put anything into the menu of its site. */
export async function hasMenu(db: Db, organisationId: string): Promise<boolean> {
  const found = await maybe(
    db,
    sql`select from site_menu where organisation_id = ${organisationId} and deleted_at is null limit 1`,
  );
  return found !== null;
}

/** How many articles lead the home of a site. */
export async function hasLead(db: Db, organisationId: string): Promise<boolean> {
  const found = await maybe(
    db,
    sql`select from article where organisation_id = ${organisationId} and pinned is not null limit 1`,
  );
  return found !== null;
}
