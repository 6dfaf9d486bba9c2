import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { done, refused } from '../rounds/testing.ts';
import {
  editionByPid,
  findEdition,
  invariants,
  listEditions,
  revisionsOf,
} from './queries/index.ts';
import type { EditionContent } from './rules/index.ts';
import {
  closeEdition,
  copyEdition,
  createEdition,
  editEdition,
  editionDeletion,
  openEdition,
  reopenEdition,
} from './service/index.ts';
import { samples } from './vi/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    await work(cx);
    await sound(cx.db, invariants);
  });

const youth = samples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!;
const dated: EditionContent = {
  ...youth.content,
  phases: youth.content.phases.map((phase, at) => ({
    ...phase,
    opens: `2026-0${at + 1}-01T08:00:00`,
    closes: `2026-0${at + 1}-20T17:00:00`,
  })),
};

const draft = async (cx: Cx, more: object = {}): Promise<string> =>
  (
    await done(
      execute(cx, createEdition, {
        organisation: 'sonla',
        code: 'tre-2026',
        content: dated,
        ...more,
      }),
    )
  ).pid;
const opened = async (cx: Cx): Promise<string> => {
  const pid = await draft(cx);
  await done(execute(cx, openEdition, { pid }));
  return pid;
};
const pids = async (cx: Cx, more: object = {}): Promise<string[]> =>
  (await listEditions(cx, { page: 1, size: 20, ...more })).rows.map((row) => row.pid);

/** The fields that the log keeps of an act. */
const logged = async (cx: Cx, action: string): Promise<string[]> => {
  const rows = await all(
    cx.db,
    sql<{ field: string }>`select v.field from event e join event_value v on v.event_id = e.id
      where e.action = ${action} order by v.field`,
  );
  return rows.map(({ field }) => field);
};

describe('a draft', () => {
  test(
    'comes from a sample, is found without dấu, and only its own office sees it',
    inTrial(async (cx) => {
      const clerk = await someone(cx, 'clerk', 'sonla');
      const made = { organisation: 'sonla', code: 'tre-2026', sample: youth.code };
      const { pid } = await done(execute(clerk, createEdition, made));
      const edition = await editionByPid(clerk, pid);
      assert.deepEqual(edition.content, youth.content);
      assert.deepEqual([edition.state, edition.revision, edition.openedAt], ['draft', 0, null]);
      assert.deepEqual(await pids(clerk, { q: 'thieu nien' }), [pid]);
      assert.deepEqual(await pids(clerk, { q: 'khong co' }), []);
      const other = await someone(cx, 'clerk', 'laichau');
      assert.deepEqual(await pids(other), []);
      assert.equal(await findEdition(other, pid), null);
      const nobody: Cx = { ...cx, actor: { kind: 'anonymous' } };
      assert.equal(await findEdition(nobody, pid), null);
      assert.deepEqual(await pids(await someone(cx, 'national', 'vusta')), [pid]);
    }),
  );

  test(
    'what is wrong is said, and nothing is written',
    inTrial(async (cx) => {
      await draft(cx);
      const ask = { organisation: 'sonla', code: 'khac', content: dated };
      const tell = (more: object) => refused(execute(cx, createEdition, { ...ask, ...more }));
      assert.deepEqual(await tell({ code: 'tre-2026' }), ['code edition_code_taken']);
      assert.deepEqual(await tell({ organisation: 'khong' }), ['organisation unknown']);
      assert.deepEqual(await tell({ content: undefined }), ['sample edition_sample_unknown']);
      assert.deepEqual(await tell({ content: undefined, sample: 'la' }), [
        'sample edition_sample_unknown',
      ]);
      assert.deepEqual(await tell({ content: { ...dated, name: '' } }), [
        'content.name edition_name_missing',
      ]);
      assert.equal((await pids(cx)).length, 1);
      const reader = await someone(cx, 'auditor', 'sonla');
      await assert.rejects(execute(reader, createEdition, ask), Forbidden);
      const other = await someone(cx, 'clerk', 'laichau');
      await assert.rejects(execute(other, createEdition, ask), Forbidden);
    }),
  );

  test(
    'is changed as often as one likes; two who change it at once are told',
    inTrial(async (cx) => {
      const pid = await draft(cx);
      const content = { ...dated, name: 'Cuộc thi khác' };
      await done(execute(cx, editEdition, { pid, content, code: 'khac', version: 1 }));
      const now = await editionByPid(cx, pid);
      assert.deepEqual(
        [now.content.name, now.code, now.version, now.revision],
        ['Cuộc thi khác', 'khac', 2, 0],
      );
      assert.deepEqual(await pids(cx, { q: 'cuoc thi khac' }), [pid]);
      assert.deepEqual(await logged(cx, 'edition.edit'), ['code', 'name']);
      await assert.rejects(execute(cx, editEdition, { pid, content, version: 1 }), Conflict);
    }),
  );

  test(
    'is deleted and taken back; once opened it is closed instead',
    inTrial(async (cx) => {
      const pid = await draft(cx);
      await done(execute(cx, editionDeletion.remove, { pid }));
      await assert.rejects(editionByPid(cx, pid), NotFound);
      assert.deepEqual(await pids(cx), []);
      await done(execute(cx, editionDeletion.restore, { pid }));
      await done(execute(cx, openEdition, { pid }));
      assert.deepEqual(await refused(execute(cx, editionDeletion.remove, { pid })), [
        'edition_only_drafts_deleted',
      ]);
    }),
  );
});

describe('an open edition', () => {
  test(
    'is opened only when nothing is missing; then everybody sees it',
    inTrial(async (cx) => {
      const pid = await draft(cx, { content: youth.content });
      const missing = await refused(execute(cx, openEdition, { pid }));
      assert.ok(missing.includes('content.phases.0.opens phase_unset'), missing.join(', '));
      await done(execute(cx, editEdition, { pid, content: dated }));
      await done(execute(cx, openEdition, { pid }));
      const nobody: Cx = { ...cx, actor: { kind: 'anonymous' } };
      const edition = await editionByPid(nobody, pid);
      assert.deepEqual([edition.state, edition.revision], ['open', 1]);
      assert.deepEqual(await pids(nobody), [pid]);
      assert.deepEqual(await refused(execute(cx, openEdition, { pid })), ['edition_state']);
    }),
  );

  test(
    'each change is a revision with its reason; kind and address stay',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const later = dated.phases.map((phase, at) =>
        at === 0 ? { ...phase, closes: '2026-01-31T17:00:00' } : phase,
      );
      const content = { ...dated, phases: later };
      const tell = (more: object) => refused(execute(cx, editEdition, { pid, ...more }));
      assert.deepEqual(await tell({ content }), ['reason edition_reason_missing']);
      assert.deepEqual(await tell({ code: 'khac' }), ['code edition_code_fixed']);
      assert.deepEqual(await tell({ content: { ...dated, kind: 'contest' }, reason: 'x' }), [
        'content.kind edition_kind_fixed',
      ]);
      await done(execute(cx, editEdition, { pid, content, reason: 'Mưa lũ' }));
      const { id, revision } = await editionByPid(cx, pid);
      assert.equal(revision, 2);
      const kept = await revisionsOf(cx.db, id);
      assert.deepEqual(
        kept.map((one) => [one.number, one.content.phases[0]?.closes, one.reason]),
        [
          [1, '2026-01-20T17:00:00', null],
          [2, '2026-01-31T17:00:00', 'Mưa lũ'],
        ],
      );
      // The same again is no revision.
      await done(execute(cx, editEdition, { pid, content }));
      assert.equal((await editionByPid(cx, pid)).revision, 2);
    }),
  );

  test(
    'closed it is changed no more, until it is opened again',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      await done(execute(cx, closeEdition, { pid }));
      assert.deepEqual(await refused(execute(cx, editEdition, { pid, content: dated })), [
        'edition_over',
      ]);
      assert.deepEqual(await refused(execute(cx, closeEdition, { pid })), ['edition_state']);
      await done(execute(cx, reopenEdition, { pid }));
      const edition = await editionByPid(cx, pid);
      assert.deepEqual([edition.state, edition.revision], ['open', 1]);
    }),
  );

  test(
    'the next one moves years on and is a draft of the same union, or of another',
    inTrial(async (cx) => {
      const pid = await opened(cx);
      const clerk = await someone(cx, 'clerk', 'laichau');
      const other = { pid, code: 'tre-2027', organisation: 'laichau' };
      const copy = await done(execute(clerk, copyEdition, other));
      const edition = await editionByPid(clerk, copy.pid);
      assert.deepEqual([edition.organisation.code, edition.state], ['laichau', 'draft']);
      assert.equal(edition.content.years.first, dated.years.first + 1);
      assert.ok(edition.content.phases.every(({ opens }) => opens === null));
      await assert.rejects(execute(clerk, copyEdition, { pid, code: 'x' }), Forbidden);
      const again = { pid, code: 'tre-2026' };
      assert.deepEqual(await refused(execute(cx, copyEdition, again)), ['code edition_code_taken']);
    }),
  );
});
