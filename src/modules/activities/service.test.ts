import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute, type Outcome, once } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { broken, testClock } from '../../platform/testing.ts';
import {
  activityRows,
  allKinds,
  countActivities,
  findActivity,
  invariants,
  listActivities,
} from './queries/index.ts';
import {
  activityDeletion,
  addKind,
  changedInput,
  changeKind,
  editActivity,
  recordActivity,
} from './service/index.ts';
import { cxOf, recorded, seminar, smallFederation, someone } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inside = (work: (cx: Cx) => Promise<void>) => () =>
  withRollback(database, (trx) => work(cxOf(trx)));

const refusals = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.issues.map(({ path, code }) => `${path} ${code}`);

const page = { sort: 'day', descending: true, page: 1, size: 50 } as const;

async function found(cx: Cx, filter: object): Promise<string[]> {
  const { rows, total } = await listActivities(cx, { under: null, ...page, ...filter });
  assert.equal(total, rows.length);
  return rows.map((row) => row.title);
}

describe('recording', () => {
  test(
    'everything that is wrong is told at once, and nothing is written',
    inside(async (cx) => {
      const outcome = await recordActivity(cx, {
        kind: 'seminar',
        title: '',
        starts_on: '22/04/2026',
        ends_on: '21/04/2026',
        data: { attendees: 'khoảng 120' },
      });
      assert.deepEqual(refusals(outcome).sort(), [
        'data.attendees not_a_number',
        'ends_on end_before_start',
        'organisation required',
        'title required',
      ]);
      assert.equal(await countActivities(cx, { under: null }), 0);
    }),
  );

  test(
    'unknown organisation, kind and day are issues, not errors',
    inside(async (cx) => {
      const wrong = { organisation: 'nowhere', kind: 'party', starts_on: '31/02/2026' };
      assert.deepEqual(refusals(await recordActivity(cx, { ...seminar, ...wrong })).sort(), [
        'kind not_in_list',
        'organisation unknown',
        'starts_on day_not_in_month',
      ]);
      assert.deepEqual(refusals(await recordActivity(cx, null)).length > 0, true);
    }),
  );

  test(
    'every text keeps HTML as text, without invisible controls',
    inside(async (cx) => {
      const html = '<script>alert("x")</script>&amp;';
      const [pid = ''] = await recorded(cx, {
        title: `${html}\u202e\u0000`,
        place: html,
        partners: html,
        summary: html,
      });
      const activity = await findActivity(cx, pid);
      assert.deepEqual(
        [activity?.title, activity?.place, activity?.partners, activity?.summary],
        [html, html, html, html],
      );
    }),
  );

  test(
    'text longer than its field is refused with its length',
    inside(async (cx) => {
      const long = await recordActivity(cx, { ...seminar, title: 'a'.repeat(301) });
      assert.deepEqual(refusals(long), ['title too_long']);
      assert.equal((await recordActivity(cx, { ...seminar, title: 'a'.repeat(300) })).ok, true);
    }),
  );

  test(
    'the same form twice writes once and answers the same',
    inside(async (cx) => {
      const key = cx.ids.pid();
      const send = () =>
        once(cx, key, async (inner) => {
          const answer = await recordActivity(inner, seminar);
          return { keep: answer.ok, answer };
        });
      const [first, second] = [await send(), await send()];
      assert.deepEqual(second, first);
      assert.equal(await countActivities(cx, { under: null }), 1);
    }),
  );

  test(
    'a refused form may be sent again with the same key',
    inside(async (cx) => {
      const key = cx.ids.pid();
      const send = (title: string) =>
        once(cx, key, async (inner) => {
          const answer = await recordActivity(inner, { ...seminar, title });
          return { keep: answer.ok, answer };
        });
      assert.equal((await send('')).ok, false);
      assert.equal((await send('Now with a title')).ok, true);
    }),
  );

  test(
    'the event tells the fields',
    inside(async (cx) => {
      await recorded(cx, { data: { papers: 3 } });
      const event = await one(
        cx.db,
        sql<{ action: string; digests: Record<string, unknown> }>`select action, digests from event
          where subject_type = 'activity'`,
      );
      assert.equal(event.action, 'activity.record');
      assert.deepEqual(Object.keys(event.digests).sort().slice(0, 3), [
        'data',
        'kind',
        'organisation_id',
      ]);
    }),
  );
});

describe('rights', () => {
  test(
    'an officer records for the own association only, and sees only its records',
    inside(async (cx) => {
      await recorded(cx, { title: 'Union' }, { title: 'Soil', organisation: 'sonla-dat' });
      const officer = await someone(cx, 'officer', 'sonla-dat');
      assert.deepEqual(await found(officer, {}), ['Soil']);
      await recorded(officer, { title: 'Own', organisation: 'sonla-dat' });
      for (const organisation of ['sonla', 'sonla-y', 'laichau']) {
        await assert.rejects(recordActivity(officer, { ...seminar, organisation }), Forbidden);
      }
    }),
  );

  test(
    'a clerk works for the union and all below, not beside',
    inside(async (cx) => {
      const clerk = await someone(cx, 'clerk', 'sonla');
      await recorded(clerk, {}, { organisation: 'sonla-y' });
      await assert.rejects(
        recordActivity(clerk, { ...seminar, organisation: 'laichau' }),
        Forbidden,
      );
      const [pid = ''] = await recorded(cx, { organisation: 'laichau' });
      await assert.rejects(editActivity(clerk, { ...seminar, pid }), NotFound);
      await assert.rejects(execute(clerk, activityDeletion.remove, { pid }), NotFound);
    }),
  );

  test(
    'an auditor reads and changes nothing; a reader sees nothing',
    inside(async (cx) => {
      const [pid = ''] = await recorded(cx, {});
      const auditor = await someone(cx, 'auditor', 'sonla');
      assert.equal((await found(auditor, {})).length, 1);
      await assert.rejects(recordActivity(auditor, seminar), Forbidden);
      await assert.rejects(execute(auditor, activityDeletion.remove, { pid }), Forbidden);
      assert.equal(await findActivity(await someone(cx, 'reader', 'sonla'), pid), null);
      assert.equal(await findActivity({ ...cx, actor: { kind: 'anonymous' } }, pid), null);
    }),
  );

  test(
    'moving a record needs the right at both organisations',
    inside(async (cx) => {
      const [pid = ''] = await recorded(cx, { organisation: 'sonla-dat' });
      const officer = await someone(cx, 'officer', 'sonla-dat');
      const activity = await findActivity(officer, pid);
      assert.ok(activity);
      const moved = changedInput(activity, { organisation: 'sonla-y' });
      await assert.rejects(editActivity(officer, moved), Forbidden);
      const clerk = await someone(cx, 'clerk', 'sonla');
      assert.equal((await editActivity(clerk, moved)).ok, true);
      assert.equal(await findActivity(officer, pid), null);
    }),
  );
});

describe('changing', () => {
  test(
    'a stale version is refused and changes nothing',
    inside(async (cx) => {
      const [pid = ''] = await recorded(cx, {});
      const activity = await findActivity(cx, pid);
      assert.ok(activity);
      assert.equal((await editActivity(cx, changedInput(activity, { title: 'First' }))).ok, true);
      const stale = editActivity(cx, changedInput(activity, { title: 'Second' }));
      await assert.rejects(
        stale,
        (error: unknown) => error instanceof Conflict && error.version === 2,
      );
      assert.equal((await findActivity(cx, pid))?.title, 'First');
    }),
  );

  test(
    'what was deleted is gone from lists and figures, and comes back as it was',
    inside(async (cx) => {
      const [pid = ''] = await recorded(cx, { data: { papers: 3 } });
      const before = await findActivity(cx, pid);
      await execute(cx, activityDeletion.remove, { pid, version: 1 });
      assert.deepEqual(await found(cx, {}), []);
      assert.deepEqual(await all(cx.db, activityRows()), []);
      await assert.rejects(execute(cx, activityDeletion.remove, { pid }), NotFound);
      await assert.rejects(editActivity(cx, { ...seminar, pid }), NotFound);
      await execute(cx, activityDeletion.restore, { pid });
      const after = await findActivity(cx, pid);
      assert.deepEqual({ ...after, version: 0 }, { ...before, version: 0 });
      await assert.rejects(execute(cx, activityDeletion.restore, { pid }), NotFound);
    }),
  );

  test(
    'on the thirtieth day it can be taken back, on the next not; then it is purged',
    inside(async (cx) => {
      const clock = testClock('2026-05-12T23:00:00+07:00');
      const later = { ...cx, clock };
      const [kept = '', gone = ''] = await recorded(cx, { title: 'Kept' }, { title: 'Gone' });
      for (const pid of [kept, gone]) await execute(later, activityDeletion.remove, { pid });
      const day = 24 * 60 * 60 * 1000;
      clock.move(30 * day);
      assert.equal(await activityDeletion.purge(later), 0);
      await execute(later, activityDeletion.restore, { pid: kept });
      clock.move(day);
      await assert.rejects(execute(later, activityDeletion.restore, { pid: gone }), NotFound);
      assert.equal(await activityDeletion.purge(later), 1);
      assert.equal(await findActivity(cx, gone), null);
      assert.ok(await findActivity(cx, kept));
    }),
  );
});

describe('lists', () => {
  test(
    'words are found in any order, with and without dấu, composed or not',
    inside(async (cx) => {
      await recorded(
        cx,
        { place: 'Mộc Châu' },
        { title: 'Bảo tồn giống lúa', summary: '100 % nếp' },
      );
      for (const q of ['phuc hoi', 'ĐẤT dốc', 'dat phục'.normalize('NFD'), 'moc chau giai']) {
        assert.deepEqual(await found(cx, { q }), ['Giải pháp phục hồi đất dốc'], q);
      }
      assert.equal((await found(cx, { q: '  ' })).length, 2);
      assert.deepEqual(await found(cx, { q: '_' }), await found(cx, {}));
      assert.deepEqual(await found(cx, { q: 'lua dat' }), []);
    }),
  );

  test(
    'a range of days takes in what touches it at either end',
    inside(async (cx) => {
      await recorded(cx, { starts_on: '2026-01-10', ends_on: '2026-01-20' });
      const hits = async (from: string | null, to: string | null) =>
        (await found(cx, { from, to })).length;
      assert.equal(await hits('2026-01-20', null), 1);
      assert.equal(await hits('2026-01-21', null), 0);
      assert.equal(await hits(null, '2026-01-10'), 1);
      assert.equal(await hits(null, '2026-01-09'), 0);
      assert.equal(await hits('2026-01-12', '2026-01-13'), 1);
    }),
  );

  test(
    'sorted by title as Vietnamese people expect; pages do not overlap',
    inside(async (cx) => {
      const titles = ['Đất', 'Dừa', 'Ân', 'An', 'Ổi', 'Ong'];
      await recorded(cx, ...titles.map((title) => ({ title })));
      const list = async (n: number) =>
        (
          await listActivities(cx, {
            under: null,
            sort: 'title',
            descending: false,
            page: n,
            size: 4,
          })
        ).rows.map((row) => row.title);
      assert.deepEqual(
        [...(await list(1)), ...(await list(2))],
        ['An', 'Ân', 'Dừa', 'Đất', 'Ong', 'Ổi'],
      );
      assert.deepEqual(await list(3), []);
    }),
  );

  test(
    'the number of queries does not grow with the rows',
    inside(async (cx) => {
      const clerk = await someone(cx, 'clerk', 'sonla');
      const count = async () =>
        (await countQueries(() => listActivities(clerk, { under: null, ...page }))).count;
      const none = await count();
      await recorded(cx, ...Array.from({ length: 30 }, (_, i) => ({ title: `No ${i}` })));
      assert.equal(await count(), none);
      assert.equal(none, 2);
    }),
  );
});

describe('kinds', () => {
  test(
    'only the administrator of the root adds a field; then records may have it',
    inside(async (cx) => {
      const field = { label: 'Số tuổi', type: 'integer' };
      const change = { code: 'seminar', field };
      await assert.rejects(
        execute(await someone(cx, 'admin', 'sonla'), changeKind, change),
        Forbidden,
      );
      const admin = await someone(cx, 'admin', 'vusta');
      assert.equal((await execute(admin, changeKind, change)).ok, true);
      assert.deepEqual(refusals(await execute(admin, changeKind, change)), [
        'field.key key_taken',
        'field.label label_taken',
      ]);
      const [pid = ''] = await recorded(cx, { data: { so_tuoi: '7' } });
      assert.deepEqual((await findActivity(cx, pid))?.data, { so_tuoi: 7 });
      assert.deepEqual(await broken(cx.db, invariants), []);
    }),
  );

  test(
    'a kind that is no longer offered keeps its records and takes no new ones',
    inside(async (cx) => {
      const [pid = ''] = await recorded(cx, {});
      await execute(cx, changeKind, { code: 'seminar', active: false });
      assert.deepEqual(refusals(await recordActivity(cx, seminar)), ['kind kind_inactive']);
      const activity = await findActivity(cx, pid);
      assert.ok(activity);
      assert.equal((await editActivity(cx, changedInput(activity, { title: 'Still' }))).ok, true);
    }),
  );

  test(
    'a new kind has a free, plain code',
    inside(async (cx) => {
      const club = { code: 'reading_club', name: 'Đọc sách', noun: 'buổi đọc', topic: 'social' };
      assert.equal((await execute(cx, addKind, club)).ok, true);
      assert.deepEqual(refusals(await execute(cx, addKind, club)), ['code code_taken']);
      const wrong = { ...club, code: 'Đọc', topic: 'fun' };
      assert.deepEqual(refusals(await execute(cx, addKind, wrong)), ['topic not_in_list']);
      assert.deepEqual(refusals(await execute(cx, addKind, { ...club, code: 'Đọc' })), [
        'code not_a_key',
      ]);
      await recorded(cx, { kind: 'reading_club', data: {} });
    }),
  );

  test(
    'every seeded kind can be recorded with its own fields, and each invariant sees what breaks it',
    inside(async (cx) => {
      const sample = {
        text: 'x',
        long_text: 'x',
        number: 1.5,
        integer: 2,
        money: 3,
        day: '2020-02-29',
      };
      for (const kind of (await allKinds(cx.db)).values()) {
        const data = kind.fields.map((f) => [
          f.key,
          f.type === 'choice' ? f.options?.[0]?.value : f.type === 'yes_no' ? true : sample[f.type],
        ]);
        await recorded(cx, { kind: kind.code, data: Object.fromEntries(data) });
      }
      assert.deepEqual(await broken(cx.db, invariants), []);
      for (const data of [
        '{"nothing": 1}',
        '{"papers": "ba"}',
        '{"form": "zoom"}',
        '{"papers": -1}',
      ]) {
        await sql`update activity set data = ${data}::jsonb where kind = 'seminar'`.execute(cx.db);
        assert.deepEqual(await broken(cx.db, invariants), ['activity_data_matches_kind'], data);
      }
    }),
  );
});
