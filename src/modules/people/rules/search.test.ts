import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanName, soughtName } from './index.ts';

test('look-alikes of the Vietnamese letter and decomposed letters become one form', () => {
  for (const typed of ['Đức', '\u00d0ức', '\u0189ức', 'Đức'.normalize('NFD'), ' \u200bĐức ']) {
    assert.equal(cleanName(typed), 'Đức');
  }
  assert.equal(cleanName('nguy\u00f0'), 'nguyđ');
});

test('what was typed, in the forms that names are compared with', () => {
  const hoa = soughtName('Hòa');
  assert.deepEqual(hoa?.words, ['hoa']);
  assert.ok(hoa?.exact.includes('hoà') && hoa.exact.includes('hòa') && hoa.marked);
  assert.equal(soughtName('hoa')?.marked, false);
  assert.deepEqual(soughtName('quý')?.exact, ['quý']);
  assert.deepEqual(soughtName('  Nguyễn  Văn-Đức ')?.words, ['nguyen', 'van', 'duc']);
  assert.equal(soughtName('  '), null);
  assert.deepEqual(soughtName('%%')?.words, ['-']);
});
