import { type RawBuilder, sql } from 'kysely';
import { all, type Db, maybe } from '../../platform/database/query.ts';
import type { Template } from './schema.ts';

const columns = sql`t.id, t.pid, t.code, t.name, t.period_kind as "periodKind",
  t.legal_basis as "legalBasis", t.content, t.sample, t.version, t.created_at as "createdAt",
  t.deleted_at as "deletedAt"`;

const select = (where: RawBuilder<unknown>) =>
  sql<Template>`select ${columns} from report_template t where ${where}`;

/** All templates that may be asked for, with their content: samples last, then by name. */
export function liveTemplates(db: Db): Promise<Template[]> {
  return all(
    db,
    sql<Template>`${select(sql`t.deleted_at is null`)}
      order by t.sample, t.name collate "vi-x-icu", t.code`,
  );
}

/** A template by its outside id, deleted or not. */
export function templateByPid(db: Db, pid: string): Promise<Template | null> {
  return maybe(db, select(sql`t.pid = ${pid}`));
}

/** A template by its inside id, deleted or not. */
export function templateById(db: Db, id: string): Promise<Template | null> {
  return maybe(db, select(sql`t.id = ${id}`));
}

/** A template by its code, which a deleted one keeps. */
export function templateByCode(db: Db, code: string): Promise<Template | null> {
  return maybe(db, select(sql`t.code = ${code}`));
}
