import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import { all, inTransaction, one } from '../../platform/database/query.ts';
import type { RosterReading } from '../spreadsheets/index.ts';
import { importById } from './queries/imports.ts';
import type { ImportCounts, ImportOptions, RosterImport } from './schema.ts';
import { applyRows } from './service/applying/index.ts';
import { placerFor } from './service/placing.ts';
import { stageRows, unwatched } from './service/staging.ts';

/** An organisation of a test, standing under the parents since 2000. */
export async function organisation(
  cx: Cx,
  code: string,
  kind: string,
  name: string,
  parents: readonly string[] = [],
): Promise<string> {
  const id = cx.ids.uuid();
  await sql`insert into organisation (id, pid, code, kind, during, created_at)
    values (${id}, ${cx.ids.pid()}, ${code}, ${kind}, '[2000-01-01,)', ${cx.clock.now()})`.execute(
    cx.db,
  );
  await sql`insert into organisation_name (id, pid, organisation_id, name, short_name, search, during)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${id}, ${name}, ${name}, '', '[2000-01-01,)')`.execute(
    cx.db,
  );
  for (const parent of parents)
    await sql`insert into affiliation (id, pid, child_id, parent_id, kind, during, created_at)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${id}, ${parent}, 'territorial', '[2000-01-01,)',
        ${cx.clock.now()})`.execute(cx.db);
  return id;
}

/** An import whose rows are staged: as if a file had been read. */
export async function stagedImport(
  cx: Cx,
  organisationId: string,
  readings: readonly RosterReading[],
  options: Partial<ImportOptions> = {},
): Promise<RosterImport> {
  const id = cx.ids.uuid();
  const all: ImportOptions = { asOf: '2026-01-01', likelyFrom: 60, rules: {}, ...options };
  await sql`insert into roster_import (id, pid, organisation_id, file_name, state, options, created_at)
    values (${id}, ${cx.ids.pid()}, ${organisationId}, 'test.csv', 'checking',
      ${JSON.stringify(all)}::jsonb, ${cx.clock.now()})`.execute(cx.db);
  const of = await importById(cx.db, id);
  const rows = readings.map((each, index) => ({
    line: index + 1,
    sheet: 0,
    reading: each,
    raw: () => ({ open: [], secret: {} }),
  }));
  const batches = (async function* () {
    yield rows;
  })();
  await stageRows(
    cx,
    of,
    batches,
    await placerFor(cx.db, organisationId, cx.clock.today()),
    unwatched,
  );
  await sql`update roster_import set state = 'checked' where id = ${id}`.execute(cx.db);
  return importById(cx.db, id);
}

/** Stages and applies; gives the counts. */
export async function imported(
  cx: Cx,
  organisationId: string,
  readings: readonly RosterReading[],
  options: Partial<ImportOptions> = {},
): Promise<{ of: RosterImport; counts: ImportCounts }> {
  const of = await stagedImport(cx, organisationId, readings, options);
  return { of, counts: await applied(cx, of) };
}

export function applied(cx: Cx, of: RosterImport): Promise<ImportCounts> {
  return inTransaction(cx.db, async (db) => {
    const counts = await applyRows({ ...cx, db }, of, unwatched);
    await sql`update roster_import set state = 'applied', applied_at = ${cx.clock.now()}
      where id = ${of.id}`.execute(db);
    return counts;
  });
}

/** What stands in the registry, without ids and times, in an order of its own. */
export async function dump(cx: Cx): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ text: string }>`select concat_ws('|', p.family, p.middle, p.given, p.gender, p.birth_date,
        p.phones::text, p.email, p.degrees::text, p.field, p.workplace, p.job, p.address,
        (select string_agg(concat_ws(':', o.code, m.branch, m.joined, m.kind, m.card_number, m.note,
            m.during), ';' order by o.code)
          from membership m join organisation o on o.id = m.organisation_id
          where m.person_id = p.id and m.deleted_at is null)) as text
      from person p where p.deleted_at is null and p.merged_into is null order by 1`,
  );
  return rows.map(({ text }) => text);
}

export const count = async (cx: Cx, table: string): Promise<number> =>
  (await one(cx.db, sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`)).n;
