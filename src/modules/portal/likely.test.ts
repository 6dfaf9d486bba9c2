import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfPath } from './rules.ts';

test('an address becomes words for a search box', () => {
  assert.equal(wordsOfPath('/sonla/hoi-khuyen-hoc.html', ['sonla', 'vp']), 'hoi khuyen hoc');
  assert.equal(wordsOfPath('/vp/sonla/to-chuc/hoi_y', ['sonla', 'vp']), 'to chuc hoi y');
  assert.equal(wordsOfPath('/s%C6%A1n-la', []), 'sơn la');
});

test('what cannot be decoded is left out; the words are never long', () => {
  assert.equal(wordsOfPath('/%E0%A4%A/tin', []), 'tin');
  assert.equal(wordsOfPath('/', []), '');
  assert.equal(wordsOfPath(`/giam-khao/${'0a'.repeat(20)}/khong-co`, []), 'giam khao khong co');
  assert.equal(wordsOfPath('/vp/sonla/hoat-dong/ab12cd34ef56gh78', ['sonla', 'vp']), 'hoat dong');
  assert.equal(wordsOfPath(`/${'a'.repeat(500)}`, []).length, 80);
});
