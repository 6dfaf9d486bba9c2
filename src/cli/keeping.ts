import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { modules } from '../modules.ts';
import { verifyChain } from '../platform/audit/verify.ts';
import { StartError } from '../platform/config.ts';
import { backup } from '../platform/database/backup.ts';
import { openDatabase } from '../platform/database/index.ts';
import { restore } from '../platform/database/restore.ts';
import { appendOnly, diagnose, oneRoleOnly } from '../platform/doctor.ts';
import { exportKeys, importKeys, KeysError, renewEncrypted, rotateKey } from '../platform/keys.ts';
import { keyWords } from '../platform/vi.ts';
import type { Answer, CliCommand, Typed } from './command.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './vi.ts';
import { requireFolder, withRuntime } from './with-runtime.ts';

const backupUsage = 'backup FILE';
const restoreUsage = 'restore FILE --data DIR';

export const backupCommand: CliCommand = {
  name: 'backup',
  usage: backupUsage,
  summary: words.summaries.backup,
  options: {},
  rest: 1,
  run: async (typed) => {
    const file = fileOf(typed, backupUsage);
    requireFolder(typed.config);
    const database = await openDatabase(typed.config, { poolSize: 2 });
    try {
      const manifest = await backup(database, path.join(typed.config.dataDir, 'files'), file);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        json: { file, tables: manifest.tables.length, rows, files: manifest.files.length },
        lines: [words.backedUp(file, manifest.tables.length, rows, manifest.files.length)],
      };
    } finally {
      await database.close();
    }
  },
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  usage: restoreUsage,
  summary: words.summaries.restore,
  options: {},
  rest: 1,
  run: async (typed) => {
    const report = await restore(fileOf(typed, restoreUsage), typed.config);
    return {
      json: { data: typed.config.dataDir, ...report },
      lines: [words.restored(typed.config.dataDir)],
    };
  },
};

export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: 'doctor',
  summary: words.summaries.doctor,
  options: {},
  run: (typed) => withRuntime(typed.config, async ({ database }) => examine(database)),
};

/** The findings of all invariants and of the event chain, as `lientri doctor` tells them. */
export async function examine(database: Parameters<typeof diagnose>[0]): Promise<Answer> {
  const findings = await diagnose(database, [
    ...appendOnly('event'),
    ...appendOnly('event_seal'),
    ...modules.flatMap((m) => m.invariants ?? []),
  ]);
  const chain = await verifyChain(database.db);
  const oneRole = await oneRoleOnly(database);
  const clean = findings.length === 0 && chain.faults.length === 0;
  return {
    json: { clean, findings, chain, oneRole },
    lines: [
      ...findings.map((f) =>
        f.error === null ? words.found(f.name, f.rows) : `${f.name}: ${f.error}`,
      ),
      ...chain.faults.map((f) => words.chainFault(f.place ?? 0, f.reason)),
      words.sealed(chain.sealed, chain.pending),
      ...(oneRole ? [words.oneRole] : []),
      clean ? words.clean : words.unclean,
    ],
    exitCode: clean ? 0 : 1,
  };
}

export const keysCommand: CliCommand = {
  name: 'keys',
  usage: 'keys export|import FILE, keys rotate',
  summary: words.summaries.keys,
  options: {},
  rest: 2,
  run: async (typed) => {
    const [verb, file] = typed.rest;
    if (verb === 'rotate' && file === undefined) return rotate(typed);
    const passphrase = process.env.LIENTRI_PASSPHRASE ?? '';
    if (file === undefined || passphrase === '') throw new UsageError(words.keysUsage);
    if (verb !== 'export' && verb !== 'import') throw new UsageError(words.keysUsage);
    try {
      await moveKeys(verb, file, typed.config.keysPath, passphrase);
    } catch (error) {
      throw inOneLine(error, file);
    }
    return { json: { file }, lines: [words.done] };
  },
};

/** New keys for what is encrypted and for its fingerprints; then everything is made anew with them. */
async function rotate({ config }: Typed): Promise<Answer> {
  requireFolder(config);
  try {
    await rotateKey(config.keysPath, 'field');
    const keys = await rotateKey(config.keysPath, 'blind_index');
    const renewed = await withRuntime(config, ({ database }) =>
      renewEncrypted(
        database.db,
        keys,
        modules.flatMap((m) => m.encrypted ?? []),
      ),
    );
    const version = keys.current('field').version;
    return { json: { version, renewed }, lines: [words.rotated(version, renewed)] };
  } catch (error) {
    throw inOneLine(error, config.keysPath);
  }
}

async function moveKeys(
  verb: 'export' | 'import',
  file: string,
  keys: string,
  passphrase: string,
): Promise<void> {
  if (verb === 'export') await writeFile(file, await exportKeys(keys, passphrase), { mode: 0o600 });
  else await importKeys(keys, await readFile(file, 'utf8'), passphrase);
}

function inOneLine(error: unknown, file: string): unknown {
  if (error instanceof KeysError)
    return new StartError(keyWords[error.code]?.(error.subject) ?? error.message);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new StartError(words.cannotUseFile(file, code));
}

function fileOf(typed: Typed, usage: string): string {
  const [file] = typed.rest;
  if (file === undefined) throw new UsageError(words.usage(usage));
  return path.resolve(file);
}
