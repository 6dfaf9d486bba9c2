import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { countQueries } from '../../platform/database/pool.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import type { Shown } from '../../platform/http/shown.ts';
import { broken, sound, testClock } from '../../platform/testing.ts';
import { organisationId } from '../organisations/index.ts';
import { cxOf, smallFederation } from '../organisations/testing.ts';
import { daysOf, invariants, mostRead, readsOf, siteCounts } from './queries/index.ts';
import { addReadNames, mostReadNamed } from './service/index.ts';
import { browser, countingProcess } from './testing.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const clock = testClock('2026-05-12T10:00:00+07:00');
const cx = cxOf(db, undefined, clock);
await smallFederation(cx);
const sonla = await organisationId(cx, 'sonla');
const other = await organisationId(cx, 'sonla-y');

const shown = (id: string, pid: string | null = null): Shown => ({
  organisationId: id,
  subject: pid === null ? null : { kind: 'article', pid },
  pages: 0,
});
const pages = () => ({
  '/': shown(sonla),
  '/bai/a': shown(sonla, 'aaaa'),
  '/bai/b': shown(sonla, 'bbbb'),
  '/khac': shown(other),
});
const start = (more: { trustProxy?: boolean } = {}) =>
  countingProcess({ db, clock, ...more }, pages());
const minute = 60_000;

beforeEach(async () => {
  await database.ownerPool.query(
    'truncate visit_day, visit_read, visit_read_total, visit_reader, visit_salt',
  );
});

const total = async (id = sonla) => (await siteCounts(cx, id)).total;

describe('what is counted', () => {
  test('pages, reads and one visit of one reader; each site for itself', async () => {
    const process = await start();
    for (const path of ['/', '/bai/a', '/bai/a', '/bai/b', '/khac']) await process.read(path);
    await process.stop();
    assert.deepEqual(await daysOf(db, sonla, { from: null, to: null }), [
      { day: '2026-05-12', pages: 4, visits: 1, reads: 3 },
    ]);
    assert.deepEqual(await total(other), { pages: 1, visits: 1 });
    assert.deepEqual(
      [...(await readsOf(db, 'article', ['aaaa', 'bbbb', 'none']))],
      [
        ['aaaa', 2],
        ['bbbb', 1],
      ],
    );
    await sound(db, invariants);
  });

  test('not programs, HEAD, pages fetched ahead, errors', async () => {
    const process = await start();
    await process.read('/', { 'user-agent': 'curl/8.5.0' });
    await process.read('/', {}, 'HEAD');
    await process.read('/', {}, 'POST');
    await process.read('/', { 'sec-purpose': 'prefetch;prerender' });
    await process.read('/', { purpose: 'prefetch' });
    await process.read('/nowhere');
    await process.stop();
    assert.deepEqual(await total(), { pages: 0, visits: 0 });
  });

  test('who asks not to be told apart is a page and nobody', async () => {
    const process = await start();
    await process.read('/', { dnt: '1' });
    await process.read('/bai/a', { 'sec-gpc': '1' });
    await process.stop();
    assert.deepEqual(await total(), { pages: 2, visits: 0 });
    assert.equal((await siteCounts(cx, sonla)).online, 0);
    assert.equal((await readsOf(db, 'article', ['aaaa'])).get('aaaa'), 1);
  });

  test('readers differ by address and browser; a forwarded address counts only behind a proxy of ours', async () => {
    const said = [
      { 'x-forwarded-for': '203.0.113.7' },
      { 'x-forwarded-for': '203.0.113.8' },
      { 'x-forwarded-for': '198.51.100.1, 203.0.113.8' },
    ];
    const open = await start();
    for (const headers of said) await open.read('/', headers);
    await open.stop();
    assert.deepEqual(await total(), { pages: 3, visits: 1 });
    const behind = await start({ trustProxy: true });
    for (const headers of said) await behind.read('/khac', headers);
    await behind.read('/khac', { ...said[0], 'user-agent': `${browser} Edg/130.0.0.0` });
    await behind.stop();
    assert.deepEqual(await total(other), { pages: 4, visits: 3 });
  });

  test('no address, browser or hash that outlives the day can be read from the tables', async () => {
    const process = await start({ trustProxy: true });
    await process.read('/', { 'x-forwarded-for': '203.0.113.7' });
    await process.stop();
    const { text } = await one(
      db,
      sql<{ text: string }>`select string_agg(x, ' ') as text from (
        select d::text as x from visit_day d union all select r::text from visit_reader r) x`,
    );
    assert.ok(!text.includes('203.0.113.7') && !text.includes('Chrome'));
    clock.move(31 * minute);
    await (await start()).stop();
    assert.deepEqual(await all(db, sql`select reader from visit_reader`), []);
    clock.move(24 * 60 * minute);
    await (await start()).stop();
    const salts = await all(db, sql<{ day: string }>`select day from visit_salt`);
    assert.deepEqual(salts, [{ day: clock.today() }]);
  });
});

describe('visits and readers of now', () => {
  test('half an hour without a page ends a visit; a quarter of an hour without one is not now', async () => {
    const process = async () => {
      const one = await start();
      await one.read('/');
      await one.stop();
    };
    await process();
    clock.move(14 * minute);
    assert.equal((await siteCounts(cx, sonla)).online, 1);
    clock.move(minute);
    assert.equal((await siteCounts(cx, sonla)).online, 0);
    clock.move(14 * minute + 59_000);
    await process();
    assert.deepEqual(await total(), { pages: 2, visits: 1 });
    clock.move(30 * minute);
    await process();
    assert.deepEqual(await total(), { pages: 3, visits: 2 });
  });

  test('several processes tell one reader one visit, however they write', async () => {
    const processes = await Promise.all([start(), start(), start()]);
    for (let n = 0; n < 20; n += 1)
      await Promise.all(processes.map((process) => process.read(n % 2 === 0 ? '/' : '/bai/a')));
    await Promise.all(processes.map((process) => process.stop()));
    assert.deepEqual(await total(), { pages: 60, visits: 1 });
    assert.equal((await siteCounts(cx, sonla)).online, 1);
    assert.equal((await readsOf(db, 'article', ['aaaa'])).get('aaaa'), 30);
    await sound(db, invariants);
  });

  test('counts belong to their day, week and month', async () => {
    const days = [
      ['2026-05-12', 1],
      ['2026-05-11', 2],
      ['2026-05-06', 4],
      ['2026-05-05', 8],
      ['2026-05-01', 16],
      ['2026-04-30', 32],
    ] as const;
    for (const [day, count] of days)
      await sql`insert into visit_day (organisation_id, day, pages, visits, reads)
        values (${sonla}, ${day}::date, ${count * 2}, ${count}, 0)`.execute(db);
    const at = testClock('2026-05-12T23:59:59+07:00');
    const counts = await siteCounts({ db, clock: at }, sonla);
    const visits = ['today', 'yesterday', 'week', 'month', 'total'] as const;
    assert.deepEqual(
      visits.map((name) => counts[name].visits),
      [1, 2, 7, 31, 63],
    );
    assert.equal(counts.since, '2026-04-30');
    at.move(1_000);
    const next = await siteCounts({ db, clock: at }, sonla);
    assert.deepEqual([next.today.visits, next.yesterday.visits], [0, 1]);
  });
});

describe('most read', () => {
  const reads = (pid: string, day: string, count: number) =>
    sql`with d as (insert into visit_read values (${sonla}, ${day}::date, 'article', ${pid}, ${count}))
      insert into visit_read_total as t values ('article', ${pid}, ${sonla}, ${count})
      on conflict (kind, pid, organisation_id) do update set reads = t.reads + excluded.reads`.execute(
      db,
    );

  test('of today, of the week, of the month and ever; equal ones in one order', async () => {
    const at = testClock('2026-05-12T10:00:00+07:00');
    await reads('old', '2026-01-01', 100);
    await reads('month', '2026-04-13', 50);
    await reads('before', '2026-04-12', 60);
    await reads('week', '2026-05-06', 20);
    await reads('today', '2026-05-12', 3);
    await reads('alike', '2026-05-12', 3);
    const most = async (span: 'day' | 'week' | 'month' | 'all', limit = 10) =>
      (
        await mostRead({ db, clock: at }, { organisationId: sonla, kind: 'article', span, limit })
      ).map(({ pid }) => pid);
    assert.deepEqual(await most('day'), ['alike', 'today']);
    assert.deepEqual(await most('week'), ['week', 'alike', 'today']);
    assert.deepEqual(await most('month', 2), ['month', 'week']);
    assert.deepEqual(await most('all', 3), ['old', 'before', 'month']);
  });

  test('subjects have the names that their module says; the queries stay as many', async () => {
    addReadNames('leaflet', async (_cx, _organisation, pids) =>
      pids.includes('p1') ? new Map([['p1', { title: 'Tờ rơi', href: '/to-roi' }]]) : new Map(),
    );
    for (const pid of ['p1', 'p2'])
      await sql`insert into visit_read_total values ('leaflet', ${pid}, ${sonla}, 5)`.execute(db);
    const question = { organisationId: sonla, kind: 'leaflet', span: 'all', limit: 9 } as const;
    const { result, count } = await countQueries(() => mostReadNamed(cx, question));
    assert.deepEqual(
      result.map(({ pid, name }) => [pid, name?.title]),
      [
        ['p1', 'Tờ rơi'],
        ['p2', undefined],
      ],
    );
    assert.equal(count, 1);
  });
});

describe('writing', () => {
  test('one statement a bundle, whatever is in it, and no event', async () => {
    const process = await start();
    for (const path of ['/', '/bai/a', '/bai/b', '/khac']) await process.read(path);
    const events = () => one(db, sql<{ n: number }>`select count(*) as n from event`);
    const before = await events();
    const { queries } = await countQueries(() => process.stop());
    assert.equal(queries.filter((text) => text.includes('insert into visit_')).length, 1);
    assert.deepEqual(await events(), before);
  });

  test('what the database could not take is written once it can', async () => {
    const process = await start();
    await process.read('/bai/a');
    await database.ownerPool.query('alter table visit_read_total rename to visit_away');
    await assert.rejects(process.flush());
    await database.ownerPool.query('alter table visit_away rename to visit_read_total');
    assert.deepEqual(await total(), { pages: 0, visits: 0 });
    await process.read('/bai/a');
    await process.stop();
    assert.deepEqual(await total(), { pages: 2, visits: 1 });
    await sound(db, invariants);
  });

  test('pages of an organisation that is gone are let go', async () => {
    const process = await countingProcess(
      { db, clock },
      {
        '/': shown(sonla),
        '/gone': shown('00000000-0000-7000-8000-000000000000', 'x'),
      },
    );
    await process.read('/gone');
    await process.read('/');
    await process.stop();
    assert.deepEqual(await total(), { pages: 1, visits: 1 });
    await sound(db, invariants);
  });
});

test('each invariant finds what it is there to find', async () => {
  const process = await start();
  for (const path of ['/', '/bai/a', '/bai/b']) await process.read(path);
  await process.stop();
  const faults: Record<string, string> = {
    visit_total_is_its_days: "update visit_read_total set reads = reads + 1 where pid = 'aaaa'",
    visit_day_is_its_reads: 'update visit_day set reads = 1, pages = 9',
    visit_part_above_whole: 'update visit_day set visits = pages + 1',
  };
  assert.deepEqual(
    Object.keys(faults),
    invariants.map(({ name }) => name),
  );
  for (const [name, plant] of Object.entries(faults))
    await withRollback(database, async (trx) => {
      await sql.raw(plant).execute(trx);
      assert.deepEqual(await broken(trx, invariants), [name]);
    });
});
