import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { copyInto } from '../../../../platform/database/copying.ts';
import { type Db, one } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';
import { effective, nameParts, personLists, personScalars } from './effective.ts';

const chunk = 5_000;

/** `table (n, id, pid)`: so many new ids, in ascending order. */
export async function freshIds(cx: Cx, table: string, count: number): Promise<void> {
  const name = sql.id(table);
  await sql`drop table if exists ${name}`.execute(cx.db);
  await sql`create temp table ${name} (n integer primary key, id uuid, pid text) on commit drop`.execute(
    cx.db,
  );
  if (count === 0) return;
  const lines = function* () {
    for (let n = 1; n <= count; ) {
      let text = '';
      for (const end = Math.min(count, n + chunk - 1); n <= end; n += 1)
        text += `${n}\t${cx.ids.uuid()}\t${cx.ids.pid()}\n`;
      yield text;
    }
  };
  await copyInto(cx.db, table, ['n', 'id', 'pid'], lines());
  await sql`analyze ${name}`.execute(cx.db);
}

/**
 * Writes the persons whom nobody knew, in the order of their names, and notes them in
 * `newcomer (line, n, id, pid)` by their leading line.
 */
export async function createPersons(cx: Cx, of: RosterImport): Promise<number> {
  const { db } = cx;
  await sql`drop table if exists pg_temp.newcomer`.execute(db);
  // One after the other in the order of the folded name: neighbours in the index of names.
  await sql`create temp table newcomer on commit drop as
    select p.line, row_number() over (order by s.search collate "C", p.line)::integer as n
    from plan p join staged s on s.line = p.line
    where p.line = p.leader and p.person_id is null`.execute(db);
  const { count } = await one(
    db,
    sql<{ count: number }>`select count(*)::integer as count from newcomer`,
  );
  await sql`analyze newcomer`.execute(db);
  await freshIds(cx, 'fresh_person', count);
  if (count === 0) return 0;
  const columns = [...nameParts, ...personScalars, ...personLists];
  await sql`insert into person (id, pid, identity_id, keeper_id, created_at,
      ${sql.join(columns.map((column) => sql.ref(column)))})
    select f.id, f.pid, coalesce(p.identity_id, f.id), p.organisation_id, ${cx.clock.now()},
      ${sql.join(columns.map(effective))}
    from newcomer n join fresh_person f using (n)
    join plan p on p.line = n.line
    join roster_row r on r.import_id = ${of.id} and r.line = n.line
    left join merged g on g.line = n.line
    order by n.n`.execute(db);
  return count;
}

/** For a forecast: nobody is made. */
export async function noPersons(db: Db): Promise<void> {
  await sql`drop table if exists pg_temp.newcomer, pg_temp.fresh_person`.execute(db);
  await sql`create temp table newcomer (line integer, n integer) on commit drop`.execute(db);
  await sql`create temp table fresh_person (n integer, id uuid) on commit drop`.execute(db);
}

/**
 * `stands (line, person_id, identity_id, created)`: the person behind each leading line of whom the
 * file tells something new.
 */
export async function listPersons(db: Db): Promise<void> {
  await sql`drop table if exists stands`.execute(db);
  await sql`create temp table stands on commit drop as
    select n.line, f.id as person_id, coalesce(p.identity_id, f.id) as identity_id, true as created
    from newcomer n join fresh_person f using (n) join plan p on p.line = n.line
    union all
    select p.line, p.person_id, q.identity_id, false
    from plan p join person q on q.id = p.person_id
    where p.line = p.leader and p.touched`.execute(db);
  await sql`create unique index on stands (line)`.execute(db);
  await sql`analyze stands`.execute(db);
}
