import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import type { Deletable } from '../../../platform/records/deleting.ts';
import { siteLook } from '../policy.ts';
import { readSettings } from '../rules/index.ts';
import type { BannerRow, BlockRow, LinkRow, MenuRow, QuoteRow } from '../schema.ts';

/** A table of ordered things of a site: how its rows are read (the table is `i`). */
export interface Source<Row extends Deletable> {
  readonly table: string;
  readonly columns: RawBuilder<unknown>;
  /** The columns whose values make rows neighbours, in their order; each list is ordered in itself. */
  readonly among: readonly string[];
  readonly read?: (row: Row) => Row;
}

const base = sql`i.id, i.pid, i.organisation_id as "organisationId", i.version, i.position,
  i.deleted_at as "deletedAt", o.code as "organisationCode"`;

const from = (table: string): RawBuilder<unknown> =>
  sql`from ${sql.id(table)} i join organisation o on o.id = i.organisation_id`;

/** A row that the actor may see, a deleted one too; null when there is none. */
export async function findItem<Row extends Deletable>(
  cx: Cx,
  source: Source<Row>,
  pid: string,
): Promise<Row | null> {
  const row = await maybe(
    cx.db,
    sql<Row>`select ${base}, ${source.columns} ${from(source.table)}
      where i.pid = ${pid} and ${visible(cx, siteLook, sql`i.organisation_id`)}`,
  );
  return row === null ? null : (source.read?.(row) ?? row);
}

/** As `findItem`, without deleted ones. @throws NotFound */
export async function liveItem<Row extends Deletable>(
  cx: Cx,
  source: Source<Row>,
  pid: string,
): Promise<Row> {
  const row = await findItem(cx, source, pid);
  if (row === null || row.deletedAt !== null) throw new NotFound(source.table);
  return row;
}

/** The live rows of a site, in their order. */
export async function itemsOf<Row extends Deletable>(
  db: Db,
  source: Source<Row>,
  organisationId: string,
): Promise<Row[]> {
  const order = [...source.among.map((name) => sql.ref(`i.${name}`)), sql`i.position, i.id`];
  const rows = await all(
    db,
    sql<Row>`select ${base}, ${source.columns} ${from(source.table)}
      where i.organisation_id = ${organisationId} and i.deleted_at is null
      order by ${sql.join(order)}`,
  );
  return source.read === undefined ? rows : rows.map(source.read);
}

export const menuSource: Source<MenuRow> = {
  table: 'site_menu',
  columns: sql`i.parent_id as "parentId", i.label, i.language, i.target_kind as "targetKind", i.target,
    (select p.pid from site_menu p where p.id = i.parent_id) as "parentPid",
    (select count(*)::integer from site_menu b where b.parent_id = i.id and b.deleted_at is null) as below`,
  among: ['language', 'parent_id'],
};

export const bannerSource: Source<BannerRow> = {
  table: 'site_banner',
  columns: sql`i.place, i.kind, i.title, i.picture, i.href, lower(i.during) as from,
    upper(i.during) - 1 as until`,
  among: ['place'],
};

export const linkSource: Source<LinkRow> = {
  table: 'site_link',
  columns: sql`i.heading, i.label, i.href`,
  among: ['heading'],
};

export const quoteSource: Source<QuoteRow> = {
  table: 'site_quote',
  columns: sql`i.words, i.who, i.source, i.href`,
  among: [],
};

export const blockSource: Source<BlockRow> = {
  table: 'site_block',
  columns: sql`i.place, i.kind, i.title, i.settings`,
  among: ['place'],
  read: (row) => ({ ...row, settings: readSettings(row.settings) }),
};

/** The links of a site, by heading and order. */
export const linksOf = (db: Db, organisationId: string): Promise<LinkRow[]> =>
  itemsOf(db, linkSource, organisationId);

/** The blocks of a home as they were arranged. */
export const blocksOf = (db: Db, organisationId: string): Promise<BlockRow[]> =>
  itemsOf(db, blockSource, organisationId);
