import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import { testDatabase } from '../database/testing.ts';
import { testClock, testCx } from '../testing.ts';
import { recordEvent } from './record.ts';
import { timeline } from './timeline.ts';

const ORGANISATION = '01900000-0000-7000-8000-000000000001';
const SUBJECT = '01900000-0000-7000-8000-000000000002';
const OTHER = '01900000-0000-7000-8000-000000000003';

describe('the timeline of a subject', () => {
  let database: Database;
  before(async () => {
    database = await testDatabase();
    const clock = testClock();
    const write = (id: string, action: string, changes: Record<string, object>) => {
      clock.move(1000);
      return recordEvent(testCx(database.db, { clock }), action, {
        result: null,
        subject: { type: 'thing', id },
        organisationId: ORGANISATION,
        changes,
        reason: action,
      });
    };
    await write(SUBJECT, 'thing.add', { name: { new: 'A' }, size: { new: 3 } });
    await write(OTHER, 'thing.add', { name: { new: 'B' } });
    await write(SUBJECT, 'thing.change', {
      size: { old: 3, new: 4 },
      name: { old: 'A', new: 'A' },
    });
  });
  after(() => database.close());

  it('gives its events, the newest first, with the fields that changed', async () => {
    const entries = await timeline(database.db, { type: 'thing', id: SUBJECT });
    assert.deepEqual(
      entries.map((e) => [e.action, e.reason, e.via, e.actorLabel, e.changes]),
      [
        [
          'thing.change',
          'thing.change',
          'job',
          'test',
          [{ field: 'size', old: 3, new: 4, erased: false }],
        ],
        [
          'thing.add',
          'thing.add',
          'job',
          'test',
          [
            { field: 'name', old: null, new: 'A', erased: false },
            { field: 'size', old: null, new: 3, erased: false },
          ],
        ],
      ],
    );
    assert.ok(entries[0]!.at > entries[1]!.at);
  });

  it('gives all events of an organisation, in windows', async () => {
    const of = { organisationId: ORGANISATION };
    const first = await timeline(database.db, of, { limit: 2 });
    const rest = await timeline(database.db, of, { limit: 2, after: first[1]! });
    assert.deepEqual(
      [first.length, rest.length, new Set([...first, ...rest].map((e) => e.id)).size],
      [2, 1, 3],
    );
    assert.deepEqual(await timeline(database.db, { organisationId: OTHER }), []);
  });

  it('still says that a field changed when its values were erased', async () => {
    await sql`delete from event_value v using event e
      where e.id = v.event_id and e.subject_id = ${OTHER}`.execute(database.db);
    const [entry] = await timeline(database.db, { type: 'thing', id: OTHER });
    assert.deepEqual(entry?.changes, [{ field: 'name', old: null, new: null, erased: true }]);
  });
});
