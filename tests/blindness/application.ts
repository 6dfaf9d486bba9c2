import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { buildApp } from '../../src/app.tsx';
import { modules } from '../../src/modules.ts';
import type { Cx } from '../../src/platform/command.ts';
import { projectRoot } from '../../src/platform/config.ts';
import { all } from '../../src/platform/database/query.ts';
import { setRootCode } from '../../src/platform/http/addresses.ts';
import { type Assets, buildAssets } from '../../src/platform/http/assets.ts';
import type { Env } from '../../src/platform/http/env.ts';
import { silentLog } from '../../src/platform/log.ts';
import type { SignIn } from '../../src/platform/sign-in.ts';
import { localUploads } from '../../src/platform/uploads.ts';

let assets: Promise<Assets> | undefined;
const uploads = mkdtempSync(path.join(os.tmpdir(), 'lientri-uploads-'));
process.once('exit', () => rmSync(uploads, { recursive: true, force: true }));

/** The whole product over the rows of a context. */
export async function application(cx: Cx): Promise<Hono<Env>> {
  setRootCode('vusta');
  assets ??= buildAssets(projectRoot);
  return buildApp({
    db: cx.db,
    clock: cx.clock,
    ids: cx.ids,
    assets: await assets,
    log: silentLog,
    version: 'test',
    services: {
      files: cx.files,
      keys: cx.keys,
      uploads: localUploads(uploads),
      signIn,
      demo: false,
      publicUrl: 'https://hoi.example',
      trustProxy: false,
    },
  });
}

const account = 'x-account-of-a-test';

// Who asks stands in a header: nothing of a session is random.
const signIn: SignIn = {
  accountOf: async (headers) => {
    const userId = headers.get(account);
    return userId === null ? null : { userId, sessionId: userId };
  },
  byPassword: async () => ({ ok: false, reason: 'refused' }),
  requestLink: async () => 'sent',
  byLink: async () => ({ ok: false, reason: 'refused' }),
  signOut: async () => [],
  changePassword: async () => ({ ok: false, reason: 'refused' }),
};

/** Headers by which the application takes a request for that person's. */
export async function signedIn(cx: Cx, email: string): Promise<Headers> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select id from auth_user where email = ${email}`,
  );
  if (rows[0] === undefined) throw new Error(`nobody is ${email}`);
  return new Headers({ [account]: rows[0].id, 'sec-fetch-site': 'same-origin' });
}

interface Job {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

/** What waits to be done by the worker. */
export const jobsOf = (cx: Cx): Promise<Job[]> =>
  all(
    cx.db,
    sql<Job>`select j.id::text as id, t.identifier as name, j.payload
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      order by j.id`,
  );

/** Does all that waits to be done by the worker, also what that orders. Letters wait in the outbox. */
export async function worked(cx: Cx): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    const jobs = await jobsOf(cx);
    if (jobs.length === 0) return;
    for (const { id, name, payload } of jobs) {
      await sql`delete from graphile_worker._private_jobs where id = ${id}::bigint`.execute(cx.db);
      const handler = modules.flatMap(({ jobs: own }) => own?.handlers?.[name] ?? [])[0];
      await handler?.(cx, payload);
    }
  }
  throw new Error('the work of this world never ends');
}
