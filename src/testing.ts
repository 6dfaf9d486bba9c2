import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { buildApp } from './app.tsx';
import { demoSignIns, installDemo } from './demo/index.ts';
import { createToken } from './modules/accounts/index.ts';
import { execute } from './platform/command.ts';
import { type Config, loadConfig, projectRoot } from './platform/config.ts';
import type { Database } from './platform/database/index.ts';
import { testDatabase } from './platform/database/testing.ts';
import { type Assets, buildAssets } from './platform/http/assets.ts';
import type { Env } from './platform/http/env.ts';
import { installJobs } from './platform/jobs/index.ts';
import { loadKeys } from './platform/keys.ts';
import { silentLog } from './platform/log.ts';
import { type Runtime, runtimeOn, version } from './runtime.ts';

/** The whole product over a database of its own, filled with the demo federation. */
export interface DemoProduct {
  readonly runtime: Runtime;
  readonly app: Hono<Env>;
  /** Signs a persona in (once); the headers carry the session's cookie. */
  signIn(persona: string): Promise<Headers>;
  /** A bearer token of a persona. */
  token(persona: string, scopes?: readonly string[]): Promise<string>;
  /** A GET as nobody, or with a persona's headers. */
  get(address: string, headers?: Headers): Promise<Response>;
  /** A form sent as the browser of its own page sends it. */
  post(address: string, fields: FormFields, headers?: Headers): Promise<Response>;
  /** A REST request with a token; `body` is sent as JSON. */
  rest(method: string, address: string, token?: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

let assets: Promise<Assets> | undefined;

/** Opens the demo product. Close it at the end of the file. */
export async function demoProduct(): Promise<DemoProduct> {
  const database = await testDatabase({ name: sourceHash(), fill: fillDemo });
  const { config, forget } = ownFolder();
  await loadKeys(config.keysPath, { create: true });
  if (existsSync(demoFiles())) cpSync(demoFiles(), filesOf(config), { recursive: true });
  const runtime = await runtimeOn(config, database);
  assets ??= buildAssets(projectRoot);
  const app = buildApp({
    db: database.db,
    services: runtime.services,
    clock: runtime.clock,
    ids: runtime.ids,
    assets: await assets,
    log: silentLog,
    version,
  });
  const sessions = new Map<string, Promise<Headers>>();
  return {
    runtime,
    app,
    signIn: (persona) => {
      const known = sessions.get(persona) ?? signIn(runtime, persona);
      sessions.set(persona, known);
      return known;
    },
    token: (persona, scopes = ['read', 'write']) => token(runtime, persona, scopes),
    get: async (address, headers) => app.request(address, headers === undefined ? {} : { headers }),
    post: async (address, fields, headers) => app.request(address, formRequest(fields, headers)),
    rest: async (method, address, bearer, body) =>
      app.request(address, restRequest(method, bearer, body)),
    async close() {
      await runtime.close();
      forget();
    },
  };
}

function ownFolder(): { config: Config; forget: () => void } {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lientri-test-'));
  return {
    config: loadConfig({ argv: { data: dataDir }, env: { LIENTRI_LOG: 'error' } }),
    forget: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function fillDemo(database: Database): Promise<void> {
  const { config, forget } = ownFolder();
  try {
    await installJobs(database.ownerPool);
    const runtime = await runtimeOn(config, database);
    await installDemo(runtime);
    cpSync(filesOf(config), demoFiles(), { recursive: true });
  } finally {
    forget();
  }
}

const filesOf = (config: Config): string => path.join(config.dataDir, 'files');

/** What the demo's files hold: the database of the demo is kept for other test files, so are these. */
const demoFiles = (): string => path.join(os.tmpdir(), `lientri-files-of-${sourceHash()}`);

const doorsAndPages =
  /\.test\.tsx?$|(^|\/)testing\.tsx?$|^src\/(ui|cli|platform\/(http|documents))\/|^src\/modules\/[^/]+\/(pages|web|api|sheets|vi)(\/|\.)/;

let hashed: string | undefined;

/** Whatever may change what the demo puts into the database. */
function sourceHash(): string {
  hashed ??= hashOfSource();
  return hashed;
}

function hashOfSource(): string {
  const hash = createHash('sha256');
  const files = globSync(['src/**/*.{ts,tsx}', 'db/migrations/*.sql'], { cwd: projectRoot });
  for (const file of files.filter((name) => !doorsAndPages.test(name)).sort())
    hash.update(file).update(readFileSync(path.join(projectRoot, file)));
  return `demo_${hash.digest('hex').slice(0, 16)}`;
}

const email = (persona: string): string => `${persona}@demo.example`;

let machines = 0;

async function signIn({ services }: Runtime, persona: string): Promise<Headers> {
  machines += 1;
  const answer = await services.signIn.byPassword({
    email: email(persona),
    password: demoSignIns.password,
    // Each from a machine of its own: tries are limited by address.
    address: `10.0.${machines >> 8}.${machines & 255}`,
  });
  if (!answer.ok) throw new Error(`${persona} cannot sign in: ${answer.reason}`);
  const cookie = answer.cookies.map((c) => c.split(';')[0]).join('; ');
  return new Headers({ cookie, 'sec-fetch-site': 'same-origin' });
}

async function token(
  runtime: Runtime,
  persona: string,
  scopes: readonly string[],
): Promise<string> {
  const made = await execute(runtime.cx('cli'), createToken, {
    email: email(persona),
    label: 'test',
    scopes: [...scopes],
    days: 1,
  });
  if (!made.ok) throw new Error(`no token for ${persona}`);
  return made.value.token;
}

function formRequest(fields: FormFields, given?: Headers): RequestInit {
  const headers = new Headers(given);
  if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  return { method: 'POST', headers, body };
}

function restRequest(method: string, bearer: string | undefined, body: unknown): RequestInit {
  const headers = new Headers();
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  if (body === undefined) return { method, headers };
  headers.set('content-type', 'application/json');
  return { method, headers, body: JSON.stringify(body) };
}
