import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkBundle } from '../../src/modules/bundles/index.ts';
import { closePairs } from './pair.ts';
import * as people from './people.ts';
import { rowDifferences, rowsOf } from './rows.ts';
import { blind } from './suite.ts';

// Two worlds that differ only in which of two members voted what, each under a code that only this member knows.

after(closePairs);

blind(
  'what a member voted nobody can tell, of an open ballot nor of a closed one',
  { differ: ['votes'], at: 'published' },
  {
    'the clerk': [
      people.ofTheOffice('clerk', 'sonla', 'ket-qua|hoi-dong|cham'),
      /bieu-quyet\/[0-9a-z]{16}$/,
      /chung-cu\.zip$/,
      /ket-qua\/diem\/[0-9a-z]{16}\?/,
      /\.docx/,
    ],
    'the auditor of the national union': [
      people.ofTheOffice('auditor', 'vusta', 'ket-qua'),
      /nhat-ky/,
    ],
    'the administrator': [
      people.ofTheOffice('admin', 'vusta', 'ket-qua/bieu-quyet'),
      /bieu-quyet\/[0-9a-z]{16}$/,
      /thu-di/,
    ],
  },
  (pair) => {
    test('whoever reads the rows of the database', async () => {
      assert.deepEqual(await rowDifferences(pair()), []);
      const rows = await rowsOf(pair()[0]);
      assert.match(rows.get('ballot_paper')!, /k0d01-k0d01/);
      assert.match(rows.get('ballot_box')!, /p0d02-p0d02/);
    });
    test('whoever reckons the decision again', async () => {
      const bundles = await Promise.all(
        pair().map(async (world) => {
          const { headers } = await people.ofTheOffice('clerk')(world);
          const door = `/vp/sonla/hoi-thi/${world.edition}/ket-qua/chung-cu.zip`;
          return Buffer.from(await (await world.app.request(door, { headers })).arrayBuffer());
        }),
      );
      assert.ok(bundles[0]!.equals(bundles[1]!));
      assert.ok(checkBundle(bundles[0]!).ok);
    });
  },
);
