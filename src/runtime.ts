import { readFileSync } from 'node:fs';
import path from 'node:path';
import { emit } from './doors.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { type IdSource, randomIds } from './kernel/ids.ts';
import { accountWords } from './modules/accounts/index.ts';
import { coverage } from './modules/organisations/index.ts';
import type { Cx } from './platform/command.ts';
import { type Config, projectRoot, StartError } from './platform/config.ts';
import { type Database, type OpenOptions, openDatabase } from './platform/database/index.ts';
import { localFileStore } from './platform/files.ts';
import { setMainAddress, setRootCode } from './platform/http/addresses.ts';
import type { Services } from './platform/http/services.ts';
import { installJobs } from './platform/jobs/index.ts';
import { type Keys, KeysError, loadKeys } from './platform/keys.ts';
import { createLog, type Log } from './platform/log.ts';
import { sendMail } from './platform/mail.ts';
import { getInstallation, type Installation } from './platform/settings.ts';
import { createSignIn } from './platform/sign-in.ts';
import { localUploads } from './platform/uploads.ts';
import { keyWords } from './platform/vi.ts';
import { codeOfRoot } from './setup.ts';

/** Version of the product, from package.json. */
export const version: string = JSON.parse(
  readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
).version;

/** Everything that a door needs: opened once for a server, a command or a test. */
export interface Runtime {
  readonly config: Config;
  readonly database: Database;
  readonly installation: Installation | null;
  readonly keys: Keys;
  readonly services: Services;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** The context of the machine itself: setup and commands typed here. */
  cx(via: Cx['via']): Cx;
  close(): Promise<void>;
}

/** Opens the database, keys and files of a data folder. Throws StartError with one clear line. */
export async function openRuntime(config: Config, options: OpenOptions = {}): Promise<Runtime> {
  const database = await openDatabase(config, options);
  try {
    return await runtimeOn(config, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The same over a database that is open already (tests). Closing it closes the database. */
export async function runtimeOn(config: Config, database: Database): Promise<Runtime> {
  const clock = systemClock;
  const ids = randomIds(clock);
  const log = createLog({ level: config.logLevel });
  const installation = await getInstallation(database.db);
  if (!database.joined) await installJobs(database.ownerPool);
  const keys = await openKeys(config.keysPath, installation === null);
  const files = localFileStore(path.join(config.dataDir, 'files'));
  const machine = (via: Cx['via']): Cx => ({
    db: database.db,
    actor: { kind: 'system', label: via },
    clock,
    ids,
    coverage,
    via,
    requestId: ids.pid(),
    emit,
    keys,
    files,
  });
  if (installation !== null) setRootCode(await codeOfRoot(database.db, installation));
  setMainAddress(config.publicUrl);
  return {
    config,
    database,
    installation,
    keys,
    clock,
    ids,
    log,
    services: services(config, database, keys, installation, ids, log, machine),
    cx: machine,
    close: () => database.close(),
  };
}

async function openKeys(file: string, create: boolean): Promise<Keys> {
  try {
    return await loadKeys(file, { create });
  } catch (error) {
    if (error instanceof KeysError)
      throw new StartError(keyWords[error.code]?.(error.subject) ?? error.message);
    throw error;
  }
}

function services(
  config: Config,
  database: Database,
  keys: Keys,
  installation: Installation | null,
  ids: IdSource,
  log: Log,
  machine: (via: Cx['via']) => Cx,
): Services {
  return {
    files: machine('web').files,
    uploads: localUploads(path.join(config.dataDir, 'uploads')),
    keys,
    demo: installation?.demo ?? false,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    signIn: createSignIn({
      db: database.db,
      ids,
      log,
      secret: keys.current('session').secret.toString('hex'),
      secure: config.publicUrl?.startsWith('https:') ?? false,
      sendLink: async ({ email, token }) => {
        const base = config.publicUrl ?? `http://localhost:${config.port}`;
        await sendMail(machine('job'), {
          to: email,
          subject: accountWords.letterSubject,
          text: accountWords.letter(`${base}/dang-nhap/duong-dan?token=${token}`),
        });
      },
    }),
  };
}
