import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import { silentLog } from '../log.ts';
import { bearBreaks, workerLogger } from './library.ts';

// The library's tables refuse every row to anyone but their owner unless a policy says otherwise.
const GRANTS = `
do $$ declare
  item record;
begin
  if not exists (select from pg_roles where rolname = 'lientri_app') then return; end if;
  grant usage on schema graphile_worker to lientri_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to lientri_app;
  grant usage, select on all sequences in schema graphile_worker to lientri_app;
  grant execute on all functions in schema graphile_worker to lientri_app;
  for item in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relrowsecurity
  loop
    execute format('drop policy if exists lientri_app on graphile_worker.%I', item.relname);
    execute format('create policy lientri_app on graphile_worker.%I to lientri_app
      using (true) with check (true)', item.relname);
  end loop;
end $$`;

/**
 * Makes or updates the tables of the job queue. Needs the owner's pool; the application's role, where
 * there is one, gets their rows.
 */
export async function installJobs(ownerPool: Pool): Promise<void> {
  bearBreaks(ownerPool);
  await runMigrations({ pgPool: ownerPool, logger: workerLogger(silentLog) });
  await ownerPool.query(GRANTS);
}
