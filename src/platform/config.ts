import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from './vi.ts';

/** What stops a start: the message is one Vietnamese line that is shown alone, exit code 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
  /** Tells the folder that somebody else uses from what is wrong with a folder of ours. */
  readonly reason: 'busy' | 'other';

  constructor(message: string, options: ErrorOptions & { reason?: 'busy' | 'other' } = {}) {
    super(message, options);
    this.reason = options.reason ?? 'other';
  }
}

/** Folder of the project: where `db/`, `bin/` and `node_modules/` lie. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Config {
  /** Absolute path. Holds the embedded server, files, keys and backups. */
  readonly dataDir: string;
  /** An office's own PostgreSQL; null means the embedded server in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Address with the owner role, where the office keeps two roles; null means `databaseUrl`. */
  readonly databaseOwnerUrl: string | null;
  readonly port: number;
  /** null when nobody chose: the server then decides (a demo listens on 127.0.0.1 only). */
  readonly host: string | null;
  readonly smtpUrl: string | null;
  /** Sender of letters, also as `Name <address>`. */
  readonly mailFrom: string;
  /** Address that readers use, without a slash at the end. */
  readonly publicUrl: string | null;
  readonly keysPath: string;
  readonly logLevel: LogLevel;
  /** True when X-Forwarded-* comes from a proxy that the office runs. */
  readonly trustProxy: boolean;
}

/** Values given on the command line; they win over the environment. */
export interface ConfigArguments {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
  readonly port?: string | undefined;
  readonly host?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings once. Throws StartError on a value that cannot be meant. */
export function loadConfig(from: { argv?: ConfigArguments; env: Environment }): Config {
  const { argv = {}, env } = from;
  const dataDir = path.resolve(argv.data || env.LIENTRI_DATA || path.join(projectRoot, 'data'));
  // `--data` on the command line means that folder, whatever DATABASE_URL the shell carries.
  const databaseUrl = argv.database ?? (argv.data ? undefined : env.DATABASE_URL);
  return {
    dataDir,
    databaseUrl: postgresUrl(databaseUrl),
    databaseOwnerUrl: postgresUrl(env.LIENTRI_OWNER_URL),
    port: portOf(argv.port ?? env.PORT),
    host: argv.host || env.HOST || null,
    smtpUrl: smtpUrl(env.SMTP_URL),
    mailFrom: env.MAIL_FROM || 'lientri@localhost',
    publicUrl: publicUrl(env.LIENTRI_URL),
    keysPath: env.LIENTRI_KEYS ? path.resolve(env.LIENTRI_KEYS) : path.join(dataDir, 'keys'),
    logLevel: logLevel(env.LIENTRI_LOG),
    trustProxy: flag('LIENTRI_TRUST_PROXY', env.LIENTRI_TRUST_PROXY),
  };
}

function portOf(given: string | undefined): number {
  if (!given) return 3000;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65535) throw new StartError(vi.config.port(given));
  return port;
}

function postgresUrl(given: string | undefined): string | null {
  if (!given) return null;
  if (!/^postgres(ql)?:\/\/\S+$/.test(given)) throw new StartError(vi.config.databaseUrl());
  return given;
}

function smtpUrl(given: string | undefined): string | null {
  if (!given) return null;
  if (!/^smtps?:\/\/\S+$/.test(given)) throw new StartError(vi.config.smtpUrl());
  return given;
}

function publicUrl(given: string | undefined): string | null {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new StartError(vi.config.url('LIENTRI_URL', given));
  return given.replace(/\/+$/, '');
}

function logLevel(given: string | undefined): LogLevel {
  const levels: readonly string[] = ['debug', 'info', 'warn', 'error'];
  if (!given) return 'info';
  if (!levels.includes(given)) throw new StartError(vi.config.logLevel(given));
  return given as LogLevel;
}

function flag(name: string, given: string | undefined): boolean {
  if (!given || given === '0') return false;
  if (given !== '1') throw new StartError(vi.config.flag(name, given));
  return true;
}
