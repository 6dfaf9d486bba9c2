import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldId, formatCount, safeHref } from './format.ts';

test('ids of fields hold no dots or spaces', () => {
  assert.equal(fieldId('rows.3.title'), 'f-rows-3-title');
  assert.equal(fieldId('a"><b'), 'f-a-b');
});

test('counts have dots between thousands', () => {
  assert.deepEqual([0, 999, 1000, 14206518].map(formatCount), ['0', '999', '1.000', '14.206.518']);
});

test('only addresses that open a page or a mail are followed', () => {
  for (const href of [
    'https://a.vn/b?c=d:e',
    'HTTP://a.vn',
    'mailto:a@b.vn',
    'tel:0212',
    '/vp/x',
    '#a',
    'trang/1',
  ]) {
    assert.equal(safeHref(href), href);
  }
  for (const href of [
    'javascript:alert(1)',
    ' JavaScript:1',
    'java\nscript:1',
    '\u0001javascript:1',
    'data:text/html,x',
    'vbscript:x',
    '',
  ]) {
    assert.equal(safeHref(href), undefined, href);
  }
});
