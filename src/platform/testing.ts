import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { type Clock, fixedClock } from '../kernel/clock.ts';
import { randomIds } from '../kernel/ids.ts';
import type { Cx } from './command.ts';
import { all, type Db } from './database/query.ts';
import type { Invariant } from './doctor.ts';
import { localFileStore } from './files/store.ts';
import { looseKeys } from './keys.ts';

/** A clock that a test moves: it stands still until told. */
export interface TestClock extends Clock {
  move(milliseconds: number): void;
}

export function testClock(iso = '2026-05-12T10:00:00+07:00'): TestClock {
  let ms = fixedClock(iso).now().getTime();
  const now = () => new Date(ms);
  return {
    now,
    today: () => fixedClock(now().toISOString()).today(),
    move: (by) => {
      ms += by;
    },
  };
}

const keys = looseKeys();
let made: string | null = null;

function folder(): string {
  if (made === null) {
    const fresh = mkdtempSync(path.join(os.tmpdir(), 'lientri-files-'));
    process.once('exit', () => rmSync(fresh, { recursive: true, force: true }));
    made = fresh;
  }
  return made;
}

/** A context of the system for tests of the platform: no organisations, nobody listens. */
export function testCx(db: Db, parts: Partial<Cx> = {}): Cx {
  const clock = parts.clock ?? testClock();
  return {
    db,
    actor: { kind: 'system', label: 'test' },
    clock,
    ids: randomIds(clock),
    coverage: { covers: async () => false, below: () => sql`select null::uuid where false` },
    via: 'job',
    requestId: 'request-of-a-test',
    emit: async () => {},
    keys,
    files: localFileStore(path.join(folder(), 'files')),
    ...parts,
  };
}

/** The context of a signed-in account that has no grants. */
export function testAccount(accountId: string): Cx['actor'] {
  return {
    kind: 'account',
    accountId,
    personId: null,
    label: accountId,
    email: 'someone@demo.example',
    grants: [],
    scopes: null,
  };
}

/** No invariant finds anything; what one finds fails the test. */
export async function sound(db: Db, invariants: readonly Invariant[]): Promise<void> {
  assert.deepEqual(await findings(db, invariants), []);
}

/** The names of the invariants that find something. */
export async function broken(db: Db, invariants: readonly Invariant[]): Promise<string[]> {
  return (await findings(db, invariants)).map(({ name }) => name);
}

// What `diagnose` does, but inside the test's own transaction.
async function findings(
  db: Db,
  invariants: readonly Invariant[],
): Promise<{ name: string; rows: readonly unknown[] }[]> {
  const found = [];
  for (const { name, sql: question } of invariants) {
    const rows = await all(db, sql.raw(question));
    if (rows.length > 0) found.push({ name, rows });
  }
  return found;
}

/** Looks until it holds; fails after half a minute, or `ms`, which nothing that works comes near. */
export async function eventually<T>(
  look: () => Promise<T | null | undefined | false>,
  ms = 30_000,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
