import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arranged, changeIssues, publishIssues, sendIssues } from './rules.ts';

const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

test('an issue is published with at least one article, all of them readable, and once', () => {
  const open = { title: 'A', open: true };
  assert.deepEqual(codes(publishIssues({ state: 'draft', articles: [] })), ['no_articles']);
  assert.deepEqual(codes(publishIssues({ state: 'draft', articles: [open] })), []);
  const closed = publishIssues({
    state: 'draft',
    articles: [open, { title: 'B', open: false }, { title: 'C', open: false }],
  });
  assert.deepEqual(
    closed.map(({ data }) => data?.title),
    ['B', 'C'],
  );
  assert.deepEqual(codes(publishIssues({ state: 'published', articles: [open] })), [
    'published_already',
  ]);
  assert.deepEqual(codes(changeIssues('published')), ['published_already']);
  assert.deepEqual(changeIssues('draft'), []);
});

test('an issue is sent after it was published, once, and to somebody', () => {
  assert.deepEqual(codes(sendIssues('draft', false, 5)), ['publish_first']);
  assert.deepEqual(codes(sendIssues('published', true, 5)), ['sent_already']);
  assert.deepEqual(codes(sendIssues('published', false, 0)), ['no_subscribers']);
  assert.deepEqual(codes(sendIssues('published', false, 1)), []);
});

test('articles are added at the end, moved by one, taken out; the first and the last stay', () => {
  const order = ['a', 'b', 'c'];
  assert.deepEqual(arranged(order, 'add', 'd'), ['a', 'b', 'c', 'd']);
  assert.deepEqual(arranged(order, 'add', 'b'), order);
  assert.deepEqual(arranged(order, 'up', 'c'), ['a', 'c', 'b']);
  assert.deepEqual(arranged(order, 'up', 'a'), order);
  assert.deepEqual(arranged(order, 'down', 'a'), ['b', 'a', 'c']);
  assert.deepEqual(arranged(order, 'down', 'c'), order);
  assert.deepEqual(arranged(order, 'remove', 'b'), ['a', 'c']);
  assert.deepEqual(arranged(order, 'remove', 'x'), order);
  assert.deepEqual(arranged([], 'up', 'x'), []);
});
