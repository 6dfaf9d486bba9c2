import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import { type Binaries, majorVersion } from './binaries.ts';
import { endsWithUs, pgDirOf, serverEnvironment } from './postmaster.ts';
import { chooseRunAs, giveTo, type RunAs } from './run-as.ts';

export const ownerRole = 'lientri_owner';
export const appRole = 'lientri_app';
export const databaseName = 'lientri';

// The character classes of UTF-8 by the system's own table; sorting is always ICU's.
const locales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

const asidePrefix = 'pg.new-';

const passwordFile = (dataDir: string) => path.join(dataDir, 'server.password');

/** Password for a server that listens on the loopback address; '' where a socket guards the door. */
export function serverPassword(dataDir: string): string {
  const file = passwordFile(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Makes the cluster in `dataDir/pg` when there is none, else checks that it is one of ours. */
export function prepareCluster(
  dataDir: string,
  binaries: Binaries,
  kind: 'socket' | 'tcp',
  durable: boolean,
): { runAs: RunAs; fresh: boolean } {
  const pgDir = pgDirOf(dataDir);
  const runAs = chooseRunAs(pgDir, dataDir, binaries);
  removeLeftovers(dataDir);
  const found = path.join(pgDir, 'PG_VERSION');
  if (!existsSync(found)) {
    if (existsSync(pgDir) && readdirSync(pgDir).length > 0)
      throw new StartError(vi.folder.broken(dataDir));
    if (kind === 'tcp' && !serverPassword(dataDir))
      writeFileSync(passwordFile(dataDir), randomBytes(24).toString('hex'), { mode: 0o600 });
    initialise(dataDir, binaries, runAs, durable);
    return { runAs, fresh: true };
  }
  const version = readFileSync(found, 'utf8').trim();
  const ours = majorVersion(binaries);
  if (version !== ours) throw new StartError(vi.server.otherMajor(version, ours));
  // A copy may come with other rights than the server insists on.
  chmodSync(pgDir, 0o700);
  giveTo(runAs, pgDir);
  return { runAs, fresh: false };
}

function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith(asidePrefix))) {
    try {
      rmSync(path.join(dataDir, name), { recursive: true, force: true });
    } catch {
      // Somebody still writes into it: the next start takes it away.
    }
  }
}

/** Makes the cluster aside and moves it into place whole: a cut half-way leaves nothing to repair. */
function initialise(dataDir: string, binaries: Binaries, runAs: RunAs, durable: boolean): void {
  // A name of its own: the initdb of a start that was cut off may still be writing into its folder.
  const aside = path.join(dataDir, `${asidePrefix}${randomBytes(6).toString('hex')}`);
  const options: SpawnSyncOptions = {
    ...runAs.options,
    cwd: path.parse(dataDir).root,
    env: serverEnvironment(),
    encoding: 'utf8',
  };
  let said = '';
  for (const locale of locales) {
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { mode: 0o700 });
    giveTo(runAs, aside);
    const args = [
      ...['-D', aside, '-U', ownerRole, '--encoding=UTF8', '--locale-provider=icu'],
      ...['--icu-locale=vi', `--locale=${locale}`, '--lc-messages=C', '--data-checksums'],
      ...['--auth-local=trust', '--auth-host=scram-sha-256', '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
      ...(serverPassword(dataDir) ? [`--pwfile=${passwordFile(dataDir)}`] : []),
    ];
    const [program, ...rest] = [...runAs.prefix, ...endsWithUs('KILL'), binaries.initdb, ...args];
    const done = spawnSync(program!, rest, options);
    if (done.status === 0) {
      rmSync(pgDirOf(dataDir), { recursive: true, force: true });
      renameSync(aside, pgDirOf(dataDir));
      return;
    }
    said = String(done.stderr || done.error?.message || done.stdout);
    if (!/invalid locale/.test(said)) break;
  }
  rmSync(aside, { recursive: true, force: true });
  throw new StartError(vi.server.initFailed(said.trim().split('\n').at(-1) ?? ''));
}
