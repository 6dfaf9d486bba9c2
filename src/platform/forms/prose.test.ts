import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { emptyProse, PROSE_LIMITS, proseFromText } from '../../kernel/prose/index.ts';
import { issuesOf } from './issues.ts';
import { proseSchema } from './prose.ts';
import { wordsOf } from './words.ts';

const schema = z.object({ body: proseSchema });
const read = (body: unknown) => schema.parse({ body }).body;
const refused = (body: unknown) => {
  const parsed = schema.safeParse({ body });
  assert.ok(!parsed.success);
  return issuesOf(parsed.error).map((one) => `${one.path} ${one.code}: ${wordsOf(one)}`);
};
const doc = proseFromText('Xin chào');

test('a text comes as data, as JSON of a form field, or as words typed without the editor', () => {
  assert.deepEqual(read(doc), doc);
  assert.deepEqual(read(` ${JSON.stringify(doc)}\n`), doc);
  assert.deepEqual(read('Xin chào'), doc);
  assert.deepEqual(read('{x} là tập hợp'), proseFromText('{x} là tập hợp'));
  assert.deepEqual(read('{"a":1}'), proseFromText('{"a":1}'));
  for (const nothing of [undefined, null, '', ' \n']) assert.deepEqual(read(nothing), emptyProse);
  assert.deepEqual(schema.parse({}).body, emptyProse);
});

test('what is refused says what to do, at the field', () => {
  assert.match(refused({ type: 'x' })[0]!, /^body prose_unreadable: Không đọc được.*dán lại/);
  assert.match(refused('{"type":"x"}')[0]!, /^body prose_unreadable/);
  assert.match(refused('a'.repeat(PROSE_LIMITS.bytes + 1))[0]!, /quá 2 MB chữ. Chia làm nhiều bài/);
  assert.match(refused('a\n\n'.repeat(PROSE_LIMITS.nodes))[0]!, /quá 20\.000 phần/);
  const caption = {
    type: 'figure',
    attrs: { media: '0123456789abcdef', caption: 'x'.repeat(1234) },
  };
  assert.match(
    refused({ type: 'doc', content: [caption] })[0]!,
    /1\.234 ký tự, chỉ nhận đến 1\.000/,
  );
  for (const wrong of [1, true, [], [doc]]) assert.match(refused(wrong)[0]!, /prose_unreadable/);
});
