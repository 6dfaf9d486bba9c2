import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { Kind } from '../rules/index.ts';
import type { Medium } from '../schema/index.ts';
import { columns, from } from './find.ts';

const open = sql`m.public and m.deleted_at is null`;

/** What everybody may see of these, in no order: one query. */
export function openByPids(db: Db, pids: readonly string[]): Promise<Medium[]> {
  if (pids.length === 0) return Promise.resolve([]);
  return all(
    db,
    sql<Medium>`select ${columns} ${from} where m.pid = any(${[...new Set(pids)]}::text[]) and ${open}`,
  );
}

/** A medium that everybody may see; `organisationId` null: whosever it is. */
export function openMedium(
  db: Db,
  organisationId: string | null,
  pid: string,
): Promise<Medium | null> {
  const here = organisationId === null ? sql`true` : sql`m.organisation_id = ${organisationId}`;
  return maybe(
    db,
    sql<Medium>`select ${columns} ${from} where m.pid = ${pid} and ${open} and ${here}`,
  );
}

/** A file that is to be sent: what a door of pictures and files needs, and no more. */
export interface OpenFile {
  readonly kind: Kind;
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alpha: boolean;
  readonly animated: boolean;
  readonly ready: boolean;
  /** The size that was asked for, where it is made. */
  readonly sizeSha256: string | null;
  readonly sizeBytes: number | null;
}

/** The content of a public medium, or of one of its sizes: one query. */
export function openFile(
  db: Db,
  organisationId: string | null,
  pid: string,
  size: string | null,
): Promise<OpenFile | null> {
  const here = organisationId === null ? sql`true` : sql`m.organisation_id = ${organisationId}`;
  return maybe(
    db,
    sql<OpenFile>`select m.kind, f.name as "fileName", f.media_type as mime, f.size as bytes, f.sha256,
        m.width, m.height, m.alpha, m.animated, m.sizes_at is not null as ready,
        g.sha256 as "sizeSha256", g.size as "sizeBytes"
      from medium m join file f on f.id = m.file_id
        left join medium_size s on s.medium_id = m.id and s.name = ${size}
        left join file g on g.id = s.file_id
      where m.pid = ${pid} and ${open} and ${here}`,
  );
}

/** The newest listed media of a kind. */
export function newestOpen(
  db: Db,
  organisationId: string,
  kinds: readonly Kind[],
  limit: number,
): Promise<Medium[]> {
  return all(
    db,
    sql<Medium>`select ${columns} ${from}
      where m.organisation_id = ${organisationId} and m.kind = any(${[...kinds]}::text[])
        and m.listed and ${open}
      order by m.created_at desc, m.id desc limit ${limit}`,
  );
}

/** Of the newest of these some are chosen. */
const mostDrawnFrom = 1000;

/** Some listed pictures, chosen by the seed: the same ones for the same seed. */
export function chosenOpen(
  db: Db,
  organisationId: string,
  limit: number,
  seed: string,
): Promise<Medium[]> {
  return all(
    db,
    sql<Medium>`select ${columns} ${from} where m.id in (
        select x.id from (
          select id, pid from medium where organisation_id = ${organisationId} and kind = 'picture'
            and listed and public and deleted_at is null
          order by created_at desc, id desc limit ${mostDrawnFrom}) x
        order by md5(${seed} || x.pid), x.id limit ${limit})
      order by md5(${seed} || m.pid), m.id`,
  );
}

/** Documents that stand in the lists of a library, for the sitemap. */
export const documentPlaces = (
  db: Db,
  organisationId: string,
): Promise<{ pid: string; changedAt: Date }[]> =>
  all(
    db,
    sql`select m.pid, m.created_at as "changedAt" from medium m where m.organisation_id = ${organisationId}
      and m.kind = 'document' and m.listed and ${open} order by m.id limit 20000`,
  );
