import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { allSources, definitionsOn } from '../indicators/index.ts';
import { liveTemplates, templateByCode, templateById, templateByPid } from './queries.ts';
import { checkContent, figuresIn, missingIn, rowsOf } from './rules/index.ts';
import { templateContent } from './schema.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('the sample templates are whole: what they name is there, and each says that it is a sample', async () => {
  const { db } = database;
  const known = await definitionsOn(db, '2019-12-31');
  const found = await liveTemplates(db);
  assert.deepEqual(
    found.map(({ code, periodKind, sample }) => [code, periodKind, sample]),
    [
      ['sau-thang', 'half_year', true],
      ['nam', 'year', true],
    ],
  );
  for (const template of found) {
    assert.match(template.legalBasis ?? '', /không phải quy định/);
    assert.deepEqual(templateContent.parse(template.content), template.content);
    assert.deepEqual(checkContent(template.content, known), []);
    assert.deepEqual(missingIn(template.content), []);
    const rows = rowsOf(template.content);
    for (const row of rows) {
      const definition = known.get(row.indicator ?? '');
      assert.ok(definition, row.key);
      assert.ok(allSources.has(definition.source ?? ''), row.key);
      const windows = ['on_day', 'to_date', template.periodKind];
      assert.ok(windows.includes(definition.window), `${row.key} ${definition.window}`);
    }
    assert.ok(rows.filter((row) => row.sum.length > 0).length >= 2);
    assert.equal(rows.find((row) => row.key === 'I.3a')?.within, 'I.3');
    const titles = template.content.sections
      .filter((section) => /^(10|[1-9])$/.test(section.number))
      .map((section) => section.number);
    assert.deepEqual(titles, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    const sentences = template.content.sections.flatMap((section) => section.sentences);
    assert.ok(sentences.every((sentence) => figuresIn(sentence).length > 0));
  }
});

test('a template is found by code, outside id and inside id', async () => {
  const { db } = database;
  const one = await templateByCode(db, 'nam');
  assert.ok(one);
  assert.equal((await templateByPid(db, one.pid))?.id, one.id);
  assert.equal((await templateById(db, one.id))?.code, 'nam');
  assert.equal(await templateByPid(db, 'khong-co'), null);
});
