import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../platform/database/testing.ts';
import { testCx } from '../../../platform/testing.ts';
import { insertPersonNamed } from '../service/index.ts';
import { findPerson, searchPersons } from './find.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const cx = testCx(db);

const names = [
  'Nguyễn Ngọc Quỳnh',
  'Nguyễn Thị Quyên',
  'Cầm Quỳnh An',
  'Lò Thị Én',
  'Lò Văn Ấm',
  'Đặng Văn Đạt',
  'Dang Văn Dạt',
  'Hà Thị Hiền',
];
for (const name of names) await insertPersonNamed(cx, name);

async function search(words: string, limit?: number): Promise<string[]> {
  const found = await searchPersons(db, words, limit);
  return found.map((p) => [p.family, p.middle, p.given].filter(Boolean).join(' '));
}

test('with or without dấu, in any spelling of it', async () => {
  for (const typed of ['quynh', 'Quỳnh', 'Quy\u0300nh', 'QUYNH'])
    assert.deepEqual(await search(typed), ['Nguyễn Ngọc Quỳnh', 'Cầm Quỳnh An'], typed);
  assert.deepEqual(await search('đạt'), ['Dang Văn Dạt', 'Đặng Văn Đạt']);
});

test('given names that begin so come first, then the word anywhere', async () => {
  assert.deepEqual(await search('quy'), ['Nguyễn Thị Quyên', 'Nguyễn Ngọc Quỳnh', 'Cầm Quỳnh An']);
  assert.deepEqual(await search('quy', 2), ['Nguyễn Thị Quyên', 'Nguyễn Ngọc Quỳnh']);
});

test('several words are looked for as they stand; the order is by given name', async () => {
  assert.deepEqual(await search('lo'), []);
  assert.deepEqual(await search('lo van'), ['Lò Văn Ấm']);
  assert.deepEqual(await search('thi'), ['Lò Thị Én', 'Hà Thị Hiền', 'Nguyễn Thị Quyên']);
});

test('one or two letters look at given names only', async () => {
  assert.deepEqual(await search('e'), ['Lò Thị Én']);
  assert.deepEqual(await search('an'), ['Cầm Quỳnh An']);
});

test('nothing typed, nobody there, signs with a meaning of their own', async () => {
  for (const typed of ['', ' ', 'khong co ai', '%', '_', '\\', "'"])
    assert.deepEqual(await search(typed), [], JSON.stringify(typed));
});

test('what matches more than can be gathered is found all the same, in the same order', async () => {
  await sql`insert into person (id, pid, family, middle, given, search, created_at)
    select gen_random_uuid(), 'many' || n, 'Phạm', 'Thị', case when n % 2 = 0 then 'Yến' else 'Bình' end,
      'pham thi ' || case when n % 2 = 0 then 'yen' else 'binh' end, now()
    from generate_series(1, 6000) n`.execute(db);
  assert.deepEqual(await search('pham thi', 2), ['Phạm Thị Bình', 'Phạm Thị Bình']);
  assert.deepEqual(await search('pham', 1), ['Phạm Thị Bình']);
  assert.deepEqual(await search('yen', 1), ['Phạm Thị Yến']);
});

test('a deleted person is found no more', async () => {
  const [person] = await searchPersons(db, 'hien');
  await sql`update person set deleted_at = now() where id = ${person!.id}`.execute(db);
  assert.deepEqual(await search('hien'), []);
  assert.equal(await findPerson(db, person!.pid), null);
});
