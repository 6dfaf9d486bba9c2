import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { goldenNames } from '../../kernel/vietnamese/golden-names.ts';
import { splitName } from '../../kernel/vietnamese/names.ts';
import { comparePersonNames, compareVietnamese } from '../../kernel/vietnamese/sort.ts';
import type { Database } from './index.ts';
import { all } from './query.ts';
import { testDatabase } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

// Any order but the one wanted, the same each time.
const shuffled = goldenNames.toSorted(
  (a, b) => ((a.length * 7919) % 31) - ((b.length * 7919) % 31) || (a < b ? 1 : -1),
);

test('the database sorts Vietnamese as Intl.Collator does', async () => {
  assert.ok(goldenNames.length >= 500);
  const rows = await all(
    database.db,
    sql<{ name: string }>`select name from unnest(${shuffled}::text[]) as t (name)
      order by name collate "vi-x-icu", name collate "C"`,
  );
  const wanted = shuffled.toSorted((a, b) => compareVietnamese(a, b) || (a < b ? -1 : 1));
  assert.deepEqual(
    rows.map((r) => r.name),
    wanted,
  );
});

test('a roster sorts by given name, then family and middle name', async () => {
  const people = shuffled.map((name) => splitName(name)).filter((n) => n.given !== '');
  const rows = await all(
    database.db,
    sql<{ family: string; middle: string; given: string }>`
      select family, middle, given
      from unnest(${people.map((p) => p.family)}::text[], ${people.map((p) => p.middle)}::text[],
        ${people.map((p) => p.given)}::text[]) as t (family, middle, given)
      order by given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu"`,
  );
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    if (next !== undefined)
      assert.ok(
        comparePersonNames(row, next) <= 0,
        `${JSON.stringify(row)} ${JSON.stringify(next)}`,
      );
  }
});
