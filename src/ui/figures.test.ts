import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FigureLink, PartsBar, PositionBar, positionPercent } from './figures.tsx';
import { sealFontSize } from './seal.tsx';

test('the first stands right, the last left, the middle in the middle, one alone too', () => {
  assert.equal(positionPercent(1, 63), 97);
  assert.equal(positionPercent(63, 63), 3);
  assert.equal(positionPercent(32, 63), 50);
  assert.equal(positionPercent(1, 1), 50);
  assert.equal(positionPercent(2, 2), 3);
  assert.equal(positionPercent(70, 63), 3);
});

test('the rank is said in words; what has no order says that', () => {
  assert.match(String(PositionBar({ rank: 41, of: 63 })), /hạng 41 trên 63/);
  assert.equal(
    String(PositionBar({ rank: null, of: 63 })),
    '<span class="unranked">không xếp hạng</span>',
  );
});

test('a figure with records is a link, one without is text, one typed by hand says so', () => {
  assert.match(
    String(FigureLink({ value: '19', href: '/x', own: true })),
    /<a href="\/x"><span class="figure figure-own">19/,
  );
  assert.doesNotMatch(String(FigureLink({ value: '19' })), /<a/);
  assert.match(String(FigureLink({ value: '9,5', entered: true })), /nhập tay/);
});

test('parts fill the bar exactly; all zero draws nothing', () => {
  const parts = [1, 2, 5].map((count) => ({ count, label: 'x', tone: 'ok' as const }));
  const widths = [...String(PartsBar({ parts })).matchAll(/width="([\d.]+)%" height/g)].slice(1);
  assert.equal(
    widths.reduce((sum, m) => sum + Number(m[1]), 0),
    100,
  );
  const zero = String(PartsBar({ parts: parts.map((part) => ({ ...part, count: 0 })) }));
  assert.doesNotMatch(zero, /NaN/);
});

test('letters of a seal shrink with the longest line and with a third line', () => {
  assert.equal(sealFontSize(['SƠN', 'LA']), 27);
  assert.ok(sealFontSize(['QUẢNG', 'NGÃI']) < sealFontSize(['PHÚ', 'THỌ']));
  assert.ok(sealFontSize(['BÀ RỊA', 'VŨNG', 'TÀU']) <= 20);
  assert.equal(sealFontSize(['SO\u031bN']), sealFontSize(['SƠN']));
});
