import { sql } from 'kysely';
import { z } from 'zod';
import { vietnamDay } from '../../kernel/clock.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import { type Command, type Cx, command } from '../command.ts';
import { all, inTransaction } from '../database/query.ts';
import { NotFound } from '../errors.ts';
import { version } from '../forms/fields.ts';
import type { Permission } from '../policy.ts';

/** Deleting is a dated state: so many days it can be taken back, then a job takes the row away. */
export const restorableDays = 30;

export interface Deletable {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export interface DeletionOf<Row extends Deletable> {
  /** Name of the commands and type of the subject: 'activity' gives 'activity.remove'. */
  readonly type: string;
  /** A table with id, version, deleted_at. */
  readonly table: string;
  readonly permission: Permission;
  /** The row that the actor may see, deleted or not; null when there is none. */
  readonly find: (cx: Cx, pid: string) => Promise<Row | null>;
  /** What keeps a row from being deleted; left out: nothing. */
  readonly check?: (row: Row) => readonly Issue[];
  /** What keeps one from being taken back; left out: nothing. */
  readonly restorable?: (row: Row) => readonly Issue[];
}

const input = z.strictObject({ pid: z.string(), version: version() });
type Act<Row> = Command<typeof input, Row, { pid: string }>;

export interface Deletion<Row extends Deletable> {
  readonly remove: Act<Row>;
  readonly restore: Act<Row>;
  /** Takes away what was deleted too long ago, with its links to files; gives how many rows went. */
  readonly purge: (cx: Cx) => Promise<number>;
}

/** The last day on which something deleted at this instant can be taken back. */
export function lastRestoreDay(deletedAt: Date): Day {
  return addDays(vietnamDay(deletedAt), restorableDays);
}

/** The commands that delete and take back the rows of a table. */
export function deletion<Row extends Deletable>(of: DeletionOf<Row>): Deletion<Row> {
  const table = sql.id(of.table);
  const act = (name: 'remove' | 'restore', live: boolean): Act<Row> =>
    command({
      name: `${of.type}.${name}`,
      input,
      permission: of.permission,
      load: (cx, { pid }) => load(of, cx, pid, live),
      at: (row) => [row.organisationId],
      version: (row) => row.version,
      check: (row) => (live ? of.check : of.restorable)?.(row) ?? [],
      run: async (cx, row) => {
        const deletedAt = live ? cx.clock.now() : null;
        await sql`update ${table} set deleted_at = ${deletedAt}, version = version + 1
          where id = ${row.id}`.execute(cx.db);
        return {
          result: { pid: row.pid },
          subject: { type: of.type, id: row.id },
          organisationId: row.organisationId,
          changes: { deleted_at: { old: row.deletedAt, new: deletedAt } },
        };
      },
    });
  return {
    remove: act('remove', true),
    restore: act('restore', false),
    purge: (cx) => purge(of, cx),
  };
}

async function load<Row extends Deletable>(
  of: DeletionOf<Row>,
  cx: Cx,
  pid: string,
  live: boolean,
): Promise<Row> {
  const row = await of.find(cx, pid);
  if (row === null || (row.deletedAt === null) !== live) throw new NotFound(of.type);
  if (row.deletedAt !== null && lastRestoreDay(row.deletedAt) < cx.clock.today()) {
    throw new NotFound(of.type);
  }
  return row;
}

async function purge(of: Pick<DeletionOf<Deletable>, 'table' | 'type'>, cx: Cx): Promise<number> {
  const lastDay = addDays(cx.clock.today(), -restorableDays);
  return inTransaction(cx.db, async (db) => {
    const gone = await all(
      db,
      sql<{ id: string }>`delete from ${sql.id(of.table)}
        where (deleted_at at time zone 'Asia/Ho_Chi_Minh')::date < ${lastDay}::date returning id`,
    );
    const ids = gone.map((row) => row.id);
    await sql`delete from file_link where subject_type = ${of.type}
      and subject_id = any(${ids}::uuid[])`.execute(db);
    return gone.length;
  });
}
