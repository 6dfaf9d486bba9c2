import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { randomFromSeed } from '../../../kernel/random.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { all } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { testCx } from '../../../platform/testing.ts';
import { insertPersonNamed } from '../service/index.ts';
import { gatherNameWords, nameHas } from './index.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const cx = testCx(db);

const next = randomFromSeed('words of names');
const one = <T>(list: readonly T[]) => list[next() % list.length]!;
const syllables =
  "Nguyễn Ng Ngọc Thị Thịnh Thi Văn Vân Vàng Lò Lo Đức Dức A An Anh Ánh Én O'Hara 李明 R2D2 Hoà".split(
    ' ',
  );
const names = Array.from({ length: 300 }, () =>
  Array.from({ length: 2 + (next() % 4) }, () => one(syllables)).join(' '),
);
for (const name of names) await insertPersonNamed(cx, name);

async function found(typed: string): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ search: string }>`select p.search from person p where ${nameHas('p', typed)}`,
  );
  return rows.map((row) => row.search).sort();
}

test('each word is the beginning of a word of the name, whatever the order, the dấu or the signs', async () => {
  const folded = await found('');
  const meant = (typed: string) => {
    const words = foldForSearch(typed).split(' ').filter(Boolean);
    return folded.filter((name) => words.every((word) => ` ${name}`.includes(` ${word}`))).sort();
  };
  let met = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const typed = Array.from({ length: 1 + (next() % 3) }, () => {
      const word = one(syllables);
      return next() % 2 === 0 ? word : word.slice(0, 1 + (next() % word.length));
    }).join(one([' ', '  ', "' & '", ' | ', ':* ', '\\']));
    assert.deepEqual(await found(typed), meant(typed), typed);
    met += meant(typed).length;
  }
  assert.ok(met > 1000);
});

test('nothing typed leaves everybody, signs alone nobody', async () => {
  for (const typed of ['', '   ']) assert.equal((await found(typed)).length, names.length);
  for (const typed of ['%', '_', "'", '\\', '!', ':*', '& |', "''"])
    assert.deepEqual(await found(typed), [], typed);
});

test('words of names are known from when they are written, and go when no name has them', async () => {
  const known = async () => {
    const rows = await all(db, sql<{ word: string }>`select word from name_word order by word`);
    return rows.map(({ word }) => word);
  };
  const before = await known();
  assert.ok(before.includes('nguyen') && new Set(before).size === before.length);
  const id = await insertPersonNamed(cx, 'Lò Thị Tkachenko');
  assert.deepEqual(
    (await known()).filter((word) => !before.includes(word)),
    ['tkachenko'],
  );
  await sql`update person set search = 'lo thi oanh' where search = 'lo thi tkachenko'`.execute(db);
  await sql`insert into name_word values ('oanh'), ('lo')`.execute(db);
  assert.ok((await known()).includes('tkachenko'), id.toString());
  await gatherNameWords(db);
  assert.deepEqual(await known(), [...new Set([...before, 'oanh'])].sort());
});
