import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';

import { cxOf, smallFederation } from '../activities/testing.ts';
import { done } from '../rounds/testing.ts';
import { editionByPid, revisionsOf } from './queries/index.ts';
import type { EditionContent } from './rules/index.ts';
import { editionContent } from './schema/index.ts';
import { createEdition, openEdition } from './service/index.ts';
import { samples } from './vi/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const migration = new URL('../../../db/migrations/0026_rubrics.sql', import.meta.url);
const migrate = async (cx: Cx): Promise<void> => {
  await sql.raw(await readFile(migration, 'utf8')).execute(cx.db);
};

const { content: sample } = samples.find(({ code }) => code === 'sang-tao-ky-thuat')!;
const dated: EditionContent = {
  ...sample,
  phases: sample.phases.map((phase, at) => ({
    ...phase,
    opens: `2026-0${at + 1}-01T00:00:00`,
    closes: `2026-0${at + 1}-20T17:00:00`,
  })),
};

/** As it was kept before there were score sheets; a phase named one by a code of its own. */
function earlier({ rubrics, voting, ...content }: EditionContent) {
  assert.ok(rubrics.length > 0 && voting.length > 0);
  const without = <T extends object>(item: T, name: keyof T) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));
  return {
    ...content,
    phases: content.phases.map((phase) => without(phase, 'review')),
    form: content.form.map((field) => without(field, 'identifies')),
  };
}

test('contents of before get what is set about judging, and are else as they were', () =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    const made = { organisation: 'sonla', code: 'stkt-8', content: dated };
    const { pid } = await done(execute(cx, createEdition, made));
    await done(execute(cx, openEdition, { pid }));
    const { id, version } = await editionByPid(cx, pid);
    const kept = JSON.stringify(earlier(dated));
    await sql`update edition set content = ${kept}::jsonb where id = ${id}`.execute(trx);
    await sql`update edition_revision set content = ${kept}::jsonb where edition_id = ${id}`.execute(
      trx,
    );
    await migrate(cx);
    const { content, version: still } = await editionByPid(cx, pid);
    assert.equal(still, version);
    assert.deepEqual(content, {
      ...dated,
      rubrics: [],
      voting: [],
      phases: dated.phases.map((phase) => ({ ...phase, rubric: null, review: null })),
    });
    assert.deepEqual(editionContent.parse(content), content, 'what the schema reads');
    const [revision] = await revisionsOf(trx, id);
    assert.deepEqual(revision?.content, content);
  }));

test('what has its sheets already is left alone, and done twice is as done once', () =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    const made = { organisation: 'sonla', code: 'stkt-8', content: dated };
    const { pid } = await done(execute(cx, createEdition, made));
    const row = () =>
      one(trx, sql<{ place: string }>`select ctid::text as place from edition where pid = ${pid}`);
    const before = await row();
    await migrate(cx);
    assert.deepEqual((await editionByPid(cx, pid)).content, dated);
    assert.deepEqual(await row(), before, 'not written');
  }));
