import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';

/** How long the files are kept after they were used, and where nothing was done with them. */
const days = 7;

/** Throws the files of imports away a week after the last thing that was done with them. */
export async function tidySites(cx: Cx): Promise<void> {
  const before = new Date(cx.clock.now().getTime() - days * 86_400_000);
  await sql`with gone as (
      update site_import set file_id = null, uploads_id = null, version = version + 1
      where (file_id is not null or uploads_id is not null) and state not in ('running', 'undoing')
        and coalesce(undone_at, finished_at, created_at) < ${before} returning id)
    delete from file_link where subject_type = 'site_import' and subject_id in (select id from gone)`.execute(
    cx.db,
  );
}
