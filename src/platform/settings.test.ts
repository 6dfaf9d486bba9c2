import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import type { Database } from './database/index.ts';
import { testDatabase, withRollback } from './database/testing.ts';
import { getInstallation, getSetting, setInstallation, setSetting } from './settings.ts';

describe('settings', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  it('are absent until set, and the last value stands', () =>
    withRollback(database, async (db) => {
      const schema = z.object({ n: z.int() });
      assert.equal(await getSetting(db, 'x', schema), null);
      await setSetting(db, 'x', { n: 1 });
      await setSetting(db, 'x', { n: 2 });
      assert.deepEqual(await getSetting(db, 'x', schema), { n: 2 });
      await assert.rejects(getSetting(db, 'x', z.string()), z.ZodError);
      await assert.rejects(setSetting(db, 'x', undefined), TypeError);
    }));

  it('say what the installation is', () =>
    withRollback(database, async (db) => {
      assert.equal(await getInstallation(db), null);
      const installation = {
        demo: true,
        rootOrganisationId: '01900000-0000-7000-8000-000000000001',
        name: 'Liên hiệp hội',
        createdAt: '2026-05-12T03:00:00.000Z',
      };
      await setInstallation(db, installation);
      assert.deepEqual(await getInstallation(db), installation);
      await assert.rejects(
        setInstallation(db, { ...installation, createdAt: 'today' }),
        z.ZodError,
      );
    }));
});
