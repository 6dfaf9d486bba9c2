import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Prose, ProseMedia } from '../../kernel/prose/index.ts';
import { feedText, firstBlocks } from './feed.tsx';

const medium = (pid: string, kind: ProseMedia['kind'], mime: string): ProseMedia => ({
  pid,
  kind,
  mime,
  bytes: 2_000,
  title: `T ${pid}`,
  alt: `Ảnh "${pid}" <b>`,
  caption: 'Chú thích',
  credit: '',
  width: 800,
  height: 600,
  src: `/tep/${pid}`,
  href: `/thu-vien/${pid}?a=1&b=2`,
  sources: [{ type: 'image/avif', srcset: `/tep/${pid}.avif 320w` }],
});

const prose: Prose = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Đầu' }] },
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'Xem kho <script>alert(1)</script> href="/x"',
          marks: [{ type: 'link', attrs: { href: '/sonla/kho?a=1&b=2' } }],
        },
        { type: 'text', text: 'mục', marks: [{ type: 'link', attrs: { href: '#muc-1' } }] },
        {
          type: 'text',
          text: 'ngoài',
          marks: [{ type: 'link', attrs: { href: 'https://a.vn/' } }],
        },
      ],
    },
    { type: 'figure', attrs: { media: 'anh' } },
    { type: 'figure', attrs: { media: 'phim' } },
    { type: 'attachment', attrs: { media: 'tep' } },
    { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: 'Lễ' } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableHeader',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Cột' }] }],
            },
          ],
        },
      ],
    },
  ],
};

const media = new Map([
  ['anh', medium('anh', 'picture', 'image/jpeg')],
  ['phim', medium('phim', 'video', 'video/mp4')],
  ['tep', medium('tep', 'document', 'application/pdf')],
]);
const made = (given: Prose, readOn: string | null = null): string =>
  feedText({ prose: given, media, origin: 'https://hoi.vn', page: 'https://hoi.vn/bai/a', readOn });

test('a text for feeds has whole addresses and only elements that every reader shows', () => {
  const text = made(prose);
  const addresses = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual(
    addresses.filter((address) => !/^https:\/\//.test(address ?? '')),
    [],
  );
  assert.ok(addresses.includes('https://hoi.vn/bai/a#muc-1'));
  assert.ok(addresses.includes('https://hoi.vn/sonla/kho?a=1&amp;b=2'));
  assert.ok(addresses.includes('https://hoi.vn/tep/anh'));
  assert.ok(addresses.includes('https://www.youtube.com/watch?v=dQw4w9WgXcQ'));
  const names = new Set([...text.matchAll(/<\/?([a-z0-9-]+)/g)].map(([, name]) => name));
  for (const other of ['svg', 'path', 'script', 'video', 'lt-embed', 'div', 'section', 'source'])
    assert.ok(!names.has(other), other);
  const attributes = new Set([...text.matchAll(/\s([a-z-]+)="/g)].map(([, name]) => name));
  for (const other of ['class', 'id', 'tabindex', 'srcset', 'loading', 'lang'])
    assert.ok(!attributes.has(other), other);
  assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt; href=&quot;\/x&quot;/);
  assert.match(text, /<th scope="row">Cột<\/th>/);
});

test('of a long text the first blocks, and the way to the rest', () => {
  assert.equal(firstBlocks(prose, 100_000), null);
  const first = firstBlocks(prose, 500);
  assert.ok(first !== null && first.content.length >= 1);
  assert.ok(first.content.length < prose.content.length);
  assert.match(
    made(first, 'Đọc tiếp'),
    /<p><a href="https:\/\/hoi\.vn\/bai\/a">Đọc tiếp<\/a><\/p>$/,
  );
});
