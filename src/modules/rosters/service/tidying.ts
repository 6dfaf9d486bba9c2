import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';

const days = 30;
/** How long the file itself is kept after it was applied or taken back: to look into it once more. */
const fileDays = 7;

const daysBefore = ({ clock }: Pick<Cx, 'clock'>, count: number): Date =>
  new Date(clock.now().getTime() - count * 86_400_000);

/**
 * Takes away, after thirty days, the rows of imports that were never applied or were taken back, and
 * of applied ones the rows that changed nothing: what is left is where the values come from. The files
 * themselves, with all that nobody asked for, go sooner.
 */
export async function tidyImports(cx: Cx): Promise<void> {
  const { db } = cx;
  await forgetFiles(cx);
  const before = daysBefore(cx, days);
  const over = sql`(select id from roster_import
    where (state in ('opened', 'mapped', 'checked', 'cancelled', 'failed') and created_at < ${before})
      or (state = 'undone' and undone_at < ${before}))`;
  for (const table of ['roster_row', 'roster_result', 'roster_pair', 'roster_choice'])
    await sql`delete from ${sql.table(table)} where import_id in ${over}`.execute(db);
  await sql`update roster_import set read_to = 0, version = version + 1,
      state = case state when 'undone' then state else 'cancelled' end
    where id in ${over} and (read_to > 0 or state in ('opened', 'mapped', 'failed'))`.execute(db);
  const old = sql`(select id from roster_import where state = 'applied' and applied_at < ${before})`;
  await sql`delete from roster_pair where import_id in ${old}`.execute(db);
  await sql`delete from roster_row r using roster_result x
    where x.import_id = r.import_id and x.line = r.line and x.import_id in ${old}
      and x.outcome = 'unchanged' and x.match = 'row' and not x.current`.execute(db);
}

// The sweeper takes rows and bytes of files that belong to nothing any more. What works is left alone.
async function forgetFiles(cx: Cx): Promise<void> {
  const used = daysBefore(cx, fileDays);
  const left = daysBefore(cx, days);
  await sql`with gone as (
      update roster_import set file_id = null, version = version + 1
      where file_id is not null and (
        (state = 'applied' and applied_at < ${used}) or (state = 'undone' and undone_at < ${used})
        or (state in ('opened', 'mapped', 'checked', 'cancelled', 'failed') and created_at < ${left}))
      returning id)
    delete from file_link where subject_type = 'roster_import'
      and subject_id in (select id from gone)`.execute(cx.db);
}
