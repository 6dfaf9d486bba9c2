// The server is stopped while it works: whoever has gone leaves work behind that still needs the database.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { addJob } from '../src/platform/jobs/index.ts';
import { createLog } from '../src/platform/log.ts';
import { eventually } from '../src/platform/testing.ts';
import { demoProduct } from '../src/testing.ts';
import { serve } from './support/server.ts';

const product = await demoProduct();
after(() => product.close());
const { database } = product.runtime;

/** More than there are sessions: some wait for one. */
const readers = 30;

/** Sessions of the server that wait for what somebody else holds. */
async function waiting(holder: pg.Client): Promise<number> {
  const { rows } = await holder.query<{ n: number }>(
    `select count(*)::integer as n from pg_locks where not granted and database =
       (select oid from pg_database where datname = current_database())`,
  );
  return rows[0]!.n;
}

interface Stopping {
  /** What somebody else holds while the server is stopped. */
  readonly table: string;
  /** Resolves when the server waits for the table. */
  readonly begin: (holder: pg.Client, port: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Stops a server that is at work, as the command does; gives what it logged, from warnings on. */
async function stopped({ table, begin, close }: Stopping): Promise<string[]> {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', write: (line) => void lines.push(line) });
  const server = await serve({ ...product, runtime: { ...product.runtime, log } });
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  await holder.connect();
  let stopping: Promise<void> | undefined;
  try {
    await holder.query('begin');
    await holder.query(`lock table ${table} in access exclusive mode`);
    await begin(holder, Number(new URL(server.base).port));
    stopping = server.stop().then(close);
    // Whoever closes too early has closed by now.
    await Promise.race([stopping, sleep(1_500)]);
  } finally {
    // Lets go of everything.
    await holder.end();
    await (stopping ?? server.stop());
  }
  return lines;
}

// The demo's pictures would take the worker's time.
await database.pool.query('delete from graphile_worker._private_jobs');

test('stopping waits for a job', async () => {
  const asked = await addFeedback();
  const begin = async (holder: pg.Client) => {
    // The nightly look forgets whose it was.
    await addJob(database.db, 'discussion.night', {});
    await eventually(async () => (await waiting(holder)) === 1);
  };
  assert.deepEqual(await stopped({ table: 'feedback', begin, close: async () => {} }), []);
  assert.equal(await nameOf(asked), null);
});

test('stopping waits for what readers have asked for who are gone', async () => {
  const begin = async (holder: pg.Client, port: number) => {
    const sockets = await Promise.all(Array.from({ length: readers }, (_, n) => asking(port, n)));
    await eventually(async () => (await waiting(holder)) >= 5);
    for (const socket of sockets) socket.destroy();
    await sleep(50);
  };
  const close = () => database.close();
  assert.deepEqual(await stopped({ table: 'showing_article', begin, close }), []);
});

/** A reader who asks for a page that nobody has asked for. */
function asking(port: number, n: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(`GET /sonla/tin?lan=${n} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Feedback that was answered so long ago that its writer is to be forgotten. */
async function addFeedback(): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into feedback (id, pid, organisation_id, name, topic, body, search, state, answer, sent_at, done_at)
     select gen_random_uuid(), 'stoppingstopping', id, 'Hoa', 'other', 'x', 'x', 'answered', 'x',
       now() - interval '9 years', now() - interval '9 years' from organisation where code = 'sonla'
     returning id`,
  );
  return rows[0]!.id;
}

async function nameOf(id: string): Promise<string | null> {
  const { rows } = await database.pool.query('select name from feedback where id = $1', [id]);
  return rows[0].name;
}
