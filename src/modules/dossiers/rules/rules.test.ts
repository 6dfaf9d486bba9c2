import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionSamples, type FormField } from '../../calls/index.ts';
import { changedFields, fieldPairs, mapWorking } from './index.ts';

const { content } = editionSamples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!;
const text = (key: string, more: object = {}): FormField =>
  ({
    key,
    label: key,
    help: null,
    required: false,
    for: [],
    means: null,
    public: false,
    identifies: false,
    kind: 'text',
    max: 100,
    ...more,
  }) as FormField;

test('fields find their place by key, by meaning, by label; each place once', () => {
  const from = [text('a'), text('ten', { means: 'title' }), text('x', { label: 'Địa chỉ' })];
  const to = [text('tieu-de', { means: 'title' }), text('a'), text('y', { label: 'ĐỊA CHỈ' })];
  const pairs = fieldPairs(from, to);
  assert.deepEqual(
    [...pairs].map(([key, place]) => [key, place.key]),
    [
      ['a', 'a'],
      ['ten', 'tieu-de'],
      ['x', 'y'],
    ],
  );
  const other = fieldPairs([text('a')], [text('a', { kind: 'number' })]);
  assert.equal(other.size, 0);
  // The same key for something else that the product knows is another thing.
  const twisted = fieldPairs([text('a', { means: 'title' })], [text('a', { means: 'summary' })]);
  assert.equal(twisted.size, 0);
});

test('a declaration is made again, what has no place is told, a field of the same name is taken', () => {
  const answers = { ten: 'Máy', 'cam-doan': true, rieng: 'Chỉ có ở tỉnh' };
  const own = { ...content, form: [...content.form, text('rieng', { label: 'Riêng' })] };
  const target = {
    ...content,
    fields: content.fields.map((one) => ({ ...one, code: `x-${one.code}` })),
  };
  const { code } = content.fields[0]!;
  const mapped = mapWorking(own, target, { entrant: 'individual', field: code, answers });
  assert.deepEqual(mapped.working.answers, { ten: 'Máy' });
  assert.deepEqual(mapped.left, ['Riêng']);
  assert.equal(mapped.working.field, `x-${code}`);
  assert.equal(mapped.files.get('phieu'), 'phieu');
  const alone = mapWorking(own, { ...target, entrants: ['group'] }, mapped.working);
  assert.equal(alone.working.entrant, null);
});

test('two versions differ where an answer or a file does', () => {
  const form = [text('a'), text('b'), text('c')];
  const one = { form, answers: { a: '1', b: [{ name: 'x', birth: '2010' }] }, files: [] };
  const two = {
    form,
    answers: { b: [{ birth: '2010', name: 'x' }], a: '1' },
    files: [{ field: 'c', name: 'c.pdf', sha256: 'f' }],
  };
  assert.deepEqual(changedFields(one as never, one as never), []);
  assert.deepEqual(changedFields(one as never, two as never), ['c']);
  assert.deepEqual(changedFields({ ...one, answers: { a: '2' } } as never, one as never), [
    'a',
    'b',
  ]);
});
