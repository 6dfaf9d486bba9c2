import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { backup } from './backup.ts';
import type { AppliedMigration } from './migrate.ts';
import type { Database } from './types.ts';

const kept = 3;

/** Keeps a backup beside the data before its structure changes; the last three stay. */
export async function backupBeforeMigration(
  database: Database,
  dataDir: string,
  applied: readonly AppliedMigration[],
): Promise<string> {
  const folder = path.join(dataDir, 'backups');
  const at = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const structure = String(applied.at(-1)?.number ?? 0).padStart(4, '0');
  const file = path.join(folder, `before-migration-${at}-${structure}.tar.gz`);
  await backup(database, path.join(dataDir, 'files'), file);
  const older = (await readdir(folder))
    .filter((name) => /^before-migration-.*\.tar\.gz$/.test(name))
    .sort()
    .slice(0, -kept);
  for (const name of older) await rm(path.join(folder, name), { force: true });
  return file;
}
