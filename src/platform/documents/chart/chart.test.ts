import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bars, type ChartLook, distribution, line } from './index.ts';

const look: ChartLook = {
  accent: { base: '#1F5F46', line: '#A9CDBC' },
  title: 'Hội thảo <năm> & "2019"',
  decimals: 1,
};

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((one) => one[1] ?? '');

test('bars: Vietnamese numbers, a dash for what is not known, our own in the accent', async () => {
  const svg = await bars(
    [
      { label: 'Lào Cai', value: 1234.5 },
      { label: 'Sơn La', value: 24, own: true },
      { label: 'Điện Biên', value: null },
    ],
    look,
  );
  assert.deepEqual(
    texts(svg).sort(),
    ['1.234,5', '24,0', 'Lào Cai', 'Sơn La', 'Điện Biên', '–'].sort(),
  );
  assert.equal(svg.match(/fill="#1F5F46"/gi)?.length, 1);
  assert.ok((svg.match(/fill="#A9CDBC"/gi)?.length ?? 0) >= 1);
});

test('line: a gap stays a gap', async () => {
  const points = [2015, 2016, 2017].map((year, index) => ({
    label: String(year),
    value: index === 1 ? null : 10 + index,
  }));
  const svg = await line(points, look);
  assert.ok(texts(svg).includes('10,0') && texts(svg).includes('12,0'));
  assert.equal(texts(svg).filter((text) => text === '11,0').length, 0);
});

test('distribution: a tick for each peer, our own marked', async () => {
  const peers = [8, 12, 15.5, 19, 22, 40];
  const svg = await distribution(
    { peers, own: { label: 'Sơn La', value: 19 }, middle: { label: 'Trung bình', value: 22.5 } },
    look,
  );
  assert.ok(texts(svg).includes('Sơn La 19,0') && texts(svg).includes('Trung bình 22,5'));
  assert.equal(svg.match(/fill-opacity="0.55"/g)?.length, peers.length);
  const nobody = await distribution({ peers: [], own: null, middle: null }, look);
  assert.match(nobody, /^<svg [^>]*>/);
  await distribution({ peers: [5], own: { label: 'A', value: 5 }, middle: null }, look);
});

test('the picture has a title and no script, handler, style rule or foreign content', async () => {
  const nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)>]]>';
  const svg = await bars([{ label: nasty, value: 1, own: true }], { ...look, title: nasty });
  assert.doesNotMatch(svg, /<(script|img|style|foreignObject|a)[\s>]/i);
  // Markup of the picture itself, without its texts.
  assert.doesNotMatch(
    svg.replace(/>[^<]*</g, '><').replace(/aria-label="[^"]*"/, ''),
    /\son\w+=|href/i,
  );
  const plain = await bars([], look);
  assert.match(
    plain,
    /role="img" aria-label="Hội thảo &lt;năm&gt; &amp; &quot;2019&quot;"><title>/,
  );
});

test('a colour that is not one is refused before it reaches an attribute', async () => {
  const accent = { base: '"/><script>', line: '#A9CDBC' };
  await assert.rejects(bars([], { ...look, accent }), RangeError);
});
