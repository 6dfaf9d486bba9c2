import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { buildApp } from './app.tsx';
import { demoSignIns, installDemo } from './demo/index.ts';
import { createToken } from './modules/accounts/index.ts';
import { execute } from './platform/command.ts';
import { loadConfig, projectRoot } from './platform/config.ts';
import { testDatabase } from './platform/database/testing.ts';
import { type Assets, buildAssets } from './platform/http/assets.ts';
import type { Env } from './platform/http/env.ts';
import { silentLog } from './platform/log.ts';
import { type Runtime, runtimeOn, version } from './runtime.ts';

/** The whole product over a database of its own, filled with the demo federation. */
export interface DemoProduct {
  readonly runtime: Runtime;
  readonly app: Hono<Env>;
  /** Signs a persona in; the headers carry the session's cookie. */
  signIn(persona: string): Promise<Headers>;
  /** A bearer token of a persona. */
  token(persona: string, scopes?: readonly string[]): Promise<string>;
  /** A GET as nobody, or with a persona's headers. */
  get(address: string, headers?: Headers): Promise<Response>;
  close(): Promise<void>;
}

let assets: Promise<Assets> | undefined;

/** Opens the demo product. Close it at the end of the file. */
export async function demoProduct(): Promise<DemoProduct> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lientri-test-'));
  const config = loadConfig({ argv: { data: dataDir }, env: {} });
  const before = await runtimeOn(config, database);
  await installDemo(before.cx('setup'));
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
  const email = (persona: string) => `${persona}@demo.example`;
  return {
    runtime,
    app,
    async signIn(persona) {
      const answer = await runtime.services.signIn.byPassword({
        email: email(persona),
        password: demoSignIns.password,
        address: persona,
      });
      if (!answer.ok) throw new Error(`${persona} cannot sign in: ${answer.reason}`);
      const cookie = answer.cookies.map((c) => c.split(';')[0]).join('; ');
      return new Headers({ cookie, 'sec-fetch-site': 'same-origin' });
    },
    async token(persona, scopes = ['read', 'write']) {
      const made = await execute(runtime.cx('cli'), createToken, {
        email: email(persona),
        label: 'test',
        scopes: [...scopes],
        days: 1,
      });
      if (!made.ok) throw new Error(`no token for ${persona}`);
      return made.value.token;
    },
    get: async (address, headers) => app.request(address, headers === undefined ? {} : { headers }),
    async close() {
      await runtime.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
