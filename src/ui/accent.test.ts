import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentCss, accentFor, accents, contrast } from './accent.ts';

test('contrast follows WCAG on known pairs', () => {
  assert.equal(contrast('#000000', '#FFFFFF'), 21);
  assert.equal(contrast('#123456', '#123456'), 1);
  assert.equal(contrast('#767676', '#FFFFFF').toFixed(2), '4.54');
  assert.equal(contrast('#FFFFFF', '#767676'), contrast('#767676', '#FFFFFF'));
});

test('the seven accents reach the ratios that the design states', () => {
  const stated = {
    indigo: 9.9,
    palm: 7.5,
    brick: 8.3,
    sea: 7.6,
    myrtle: 8.9,
    russet: 7.5,
    slate: 9.1,
  };
  for (const [name, ratio] of Object.entries(stated)) {
    const { base } = accents[name as keyof typeof accents];
    assert.ok(
      Math.abs(contrast(base, '#FFFFFF') - ratio) <= 0.1,
      `${name} ${contrast(base, '#FFFFFF')}`,
    );
  }
});

test('a colour of its own is taken at 7 : 1 and refused just below', () => {
  assert.equal(accentFor('#595959').ok, true); // 7.00
  assert.deepEqual(accentFor('#5a5a5a'), {
    ok: false,
    issue: { path: 'accent', code: 'accent.contrast', data: { ratio: 6.8, least: 7 } },
  });
});

test('what is not a colour is refused, also names of object properties', () => {
  for (const value of [
    '',
    'red',
    '#FFF',
    '#12345G',
    'constructor',
    '#1F5F46;}body{display:none}',
  ]) {
    assert.deepEqual(accentFor(value), {
      ok: false,
      issue: { path: 'accent', code: 'accent.unknown' },
    });
  }
});

test('a derived accent keeps dark text and tints readable', () => {
  const result = accentFor(' #5b1d47 ');
  assert.ok(result.ok);
  const { base, dark, tint } = result.accent;
  assert.equal(base, '#5B1D47');
  assert.ok(contrast(dark, '#FFFFFF') > contrast(base, '#FFFFFF'));
  assert.ok(contrast(base, tint) >= 4.5);
});

test('the stylesheet holds four properties; a refused value gives the default', () => {
  const palm =
    ':root{--accent:#1F5F46;--accent-dark:#12402E;--accent-tint:#E4F0EA;--accent-line:#A9CDBC}';
  assert.equal(accentCss('palm'), palm);
  assert.equal(accentCss('#fff}*{x:y'), accentCss('indigo'));
});
