import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import {
  allSources,
  definitionsOn,
  figureRecords,
  recordPermissions,
  unionFigures,
} from '../indicators/index.ts';
import { type Federation, federation } from '../indicators/testing.ts';
import { addCounted, visitRead } from './index.ts';

let database: Database;
let f: Federation;
before(async () => {
  database = await testDatabase();
  f = await federation(database.db, '2020-06-30');
});
after(() => database.close());

/** A day of a site: an article that was read so often, and its home once. */
const day = (organisationId: string, on: string, reads: number) =>
  addCounted(
    f.db,
    {
      day: on,
      pages: [{ organisationId, pages: reads + 1 }],
      reads: [{ organisationId, kind: 'article', pid: 'aaaa', reads }],
      readers: [],
    },
    f.cx.clock.now(),
  );

test('how often articles are read in a month is a figure that opens to its days', async () => {
  const bac = await f.union('bac', '2001-03-05');
  const nam = await f.union('nam', '2010-04-21');
  await day(bac, '2020-05-31', 100);
  await day(bac, '2020-06-01', 7);
  await day(bac, '2020-06-20', 5);
  await day(nam, '2020-06-20', 3);
  await f.indicator('DOC', {
    source: 'reads',
    measure: 'sum',
    argument: 'reads',
    window: 'month',
    scope: 'self',
  });
  const definitions = await definitionsOn(f.db, '2020-06-30');
  const definition = definitions.get('DOC')!;
  const asked = { definitions, on: '2020-06-30', structureDay: '2020-06-30' };
  const unions = await unionFigures(f.db, allSources, {
    ...asked,
    wanted: [definition],
    own: null,
  });
  assert.deepEqual(
    unions.map(({ code, values }) => [code, values.get('DOC')]),
    [
      ['bac', 12],
      ['nam', 3],
    ],
  );
  const opened = { ...asked, definition, own: bac };
  const { items } = await figureRecords(f.db, allSources, opened, 1, 10);
  assert.deepEqual(items.map(({ title, amount }) => [title, amount]).sort(), [
    ['01/06/2020', 7],
    ['20/06/2020', 5],
  ]);
  assert.ok(items.every(({ page }) => /^\/vp\/bac\/truy-cap\/2020-06-\d\d$/.test(page)));
  assert.deepEqual(recordPermissions(allSources, opened), [visitRead]);
});
