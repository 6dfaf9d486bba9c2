import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { type Clock, fixedClock } from '../kernel/clock.ts';
import { randomIds } from '../kernel/ids.ts';
import type { Cx } from './command.ts';
import type { Db } from './database/query.ts';
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

/** Looks until it holds; fails after half a minute, which nothing that works comes near. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = performance.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
