import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samples } from '../vi/index.ts';
import { editionContent } from './index.ts';

const content = samples[0]!.content;
const read = (changed: object) => editionContent.safeParse({ ...content, ...changed });

test('what is left out has its default', () => {
  const { eligibility, ...rest } = content;
  const { representative: _asked, ...bare } = eligibility;
  const parsed = editionContent.parse({
    ...rest,
    eligibility: { ...bare, born: undefined, group: null },
    organisers: undefined,
    phases: [{ key: 'a', name: 'A' }],
  });
  assert.equal(parsed.eligibility.representative, true);
  assert.equal(parsed.eligibility.born, null);
  assert.deepEqual(parsed.organisers, []);
  assert.deepEqual(parsed.phases, [
    {
      key: 'a',
      name: 'A',
      opens: null,
      closes: null,
      permits: [],
      hidden: [],
      rubric: null,
      review: null,
    },
  ]);
});

test('the representative is left out only by an explicit no', () => {
  const asked = (representative: unknown) =>
    editionContent.parse({ ...content, eligibility: { ...content.eligibility, representative } })
      .eligibility.representative;
  assert.equal(asked(null), true);
  assert.equal(asked(true), true);
  assert.equal(asked('on'), true);
  assert.equal(asked(false), false);
  assert.equal(asked('false'), false);
});

test('dates and seconds as browsers send them', () => {
  const phases = [
    { key: 'a', name: 'A', opens: '2026-08-31T17:00', closes: '2026-08-31T23:59:59' },
  ];
  const parsed = editionContent.parse({
    ...content,
    phases,
    eligibility: { ...content.eligibility, born: { first: '31/07/2006', last: '2020-07-31' } },
  });
  assert.equal(parsed.phases[0]?.opens, '2026-08-31T17:00:00');
  assert.deepEqual(parsed.eligibility.born, { first: '2006-07-31', last: '2020-07-31' });
});

test('unknown names and values, and fields of no kind, are refused', () => {
  assert.equal(read({ extra: 1 }).success, false);
  assert.equal(read({ kind: 'party' }).success, false);
  assert.equal(read({ form: [{ key: 'a', label: 'A', kind: 'table' }] }).success, false);
  assert.equal(
    read({ form: [{ key: 'a', label: 'A', kind: 'text', max: 10, words: 5 }] }).success,
    false,
  );
  assert.equal(read({ years: { first: 2026 } }).success, false);
  assert.equal(read({ basis: [{ symbol: 'a', title: 'b', issued: '5/2020' }] }).success, false);
  assert.equal(read({}).success, true);
});
