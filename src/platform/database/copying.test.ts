import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { copyInto, copyText, copyTexts } from './copying.ts';
import type { Database } from './index.ts';
import { all, inTransaction } from './query.ts';
import { testDatabase } from './testing.ts';

describe('copying rows in', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
    await database.ownerPool.query('create table thing (n integer, words text, list text[])');
    await database.ownerPool.query(
      `do $$ begin if exists (select from pg_roles where rolname = 'lientri_app')
       then grant all on thing to lientri_app; end if; end $$`,
    );
  });
  after(() => database.close());

  const odd = ['tab\there', 'line\nbreak\r', 'back\\slash \\N', '"quoted", {braced}', 'Đức', ''];
  const lines = odd.map((word, n) => `${n}\t${copyText(word)}\t${copyTexts([word, 'b'])}\n`);
  const read = () =>
    all(
      database.db,
      sql<{ words: string | null; list: string[] }>`select words, list from thing order by n`,
    );

  it('keeps every letter, in texts and in lists of texts', async () => {
    const rows = await copyInto(
      database.db,
      'thing',
      ['n', 'words', 'list'],
      [...lines, `99\t${copyText(null)}\t${copyTexts([])}\n`],
    );
    assert.equal(rows, odd.length + 1);
    assert.deepEqual(await read(), [
      ...odd.map((word) => ({ words: word, list: [word, 'b'] })),
      { words: null, list: [] },
    ]);
  });

  it('belongs to the transaction, also when the rows break off', async () => {
    const before = await read();
    await assert.rejects(
      inTransaction(database.db, async (db) => {
        await copyInto(db, 'thing', ['n'], ['1\n2\n']);
        assert.equal((await all(db, sql`select from thing`)).length, before.length + 2);
        throw new Error('undone');
      }),
      /undone/,
    );
    const broken = (async function* () {
      yield '1\n';
      throw new Error('the file ended');
    })();
    await assert.rejects(copyInto(database.db, 'thing', ['n'], broken), /the file ended/);
    await assert.rejects(copyInto(database.db, 'thing', ['n'], ['no number\n']), /integer/);
    assert.deepEqual(await read(), before);
  });
});
