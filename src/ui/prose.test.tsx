import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, type Prose, type ProseMedia, readProse } from '../kernel/prose/index.ts';
import { ProseView, type ProseViewProps, proseIslands } from './prose.tsx';

const pid = '0123456789abcdef';
const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const prose = (...content: unknown[]): Prose => readProse({ type: 'doc', content }).prose;
const html = (text: Prose, more: Partial<ProseViewProps> = {}): string =>
  String(<ProseView prose={text} {...more} />).replace(
    /^<div class="prose prose-view"[^>]*>|<\/div>$/g,
    '',
  );

const medium = (more: Partial<ProseMedia> = {}): ProseMedia => ({
  pid,
  kind: 'picture',
  title: 'nha-say.jpg',
  alt: 'Nhà sấy',
  caption: 'Nhà sấy 96 m² tại bản',
  credit: 'Vì Văn Chung',
  width: 1280,
  height: 720,
  sources: [{ type: 'image/avif', srcset: '/s/hinh/x/320.avif 320w, /s/hinh/x/960.avif 960w' }],
  src: '/s/hinh/x/960.jpg',
  href: '/s/hinh/x/1920.jpg',
  bytes: 1_240_000,
  mime: 'image/jpeg',
  ...more,
});
const media = (more: Partial<ProseMedia> = {}) => ({ media: new Map([[pid, medium(more)]]) });

test('words with their marks, lists and headings; what is blank is not shown', () => {
  const marks = [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.vn/?a&b' } }];
  assert.equal(
    html(
      prose(
        {
          type: 'heading',
          attrs: { level: 3, align: 'center' },
          content: [{ type: 'text', text: 'Đề <mục>' }],
        },
        {
          type: 'paragraph',
          attrs: { align: 'right' },
          content: [{ type: 'text', text: 'x & y', marks }, { type: 'hardBreak' }],
        },
        { type: 'paragraph' },
        p(' '),
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            {
              type: 'listItem',
              content: [
                p('a'),
                { type: 'bulletList', content: [{ type: 'listItem', content: [p('b'), p('c')] }] },
              ],
            },
          ],
        },
        { type: 'blockquote', content: [p('lời')] },
        { type: 'horizontalRule' },
      ),
    ),
    '<h3 id="muc-1" class="to-center">Đề &lt;mục&gt;</h3>' +
      '<p class="to-right"><a href="https://a.vn/?a&amp;b" rel="noopener noreferrer"><strong>x &amp; y</strong></a><br/></p>' +
      '<ol start="3"><li>a<ul><li><p>b</p><p>c</p></li></ul></li></ol>' +
      '<blockquote><p>lời</p></blockquote><hr/>',
  );
});

const cell = (text: string, type = 'tableCell', attrs = {}) => ({
  type,
  attrs,
  content: [p(text)],
});
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const table = (rows: unknown[], attrs = {}) => prose({ type: 'table', attrs, content: rows });
const head = (text: string, attrs = {}) => cell(text, 'tableHeader', attrs);

test('a table scrolls in a box that is named and reached by keyboard; heads say for what', () => {
  const shown = html(
    table(
      [
        row(head('So sánh'), head('Than')),
        row(head('Chi phí'), cell('1.150.000')),
        row(head('Loại'), cell('7,0')),
      ],
      { caption: 'Một tấn' },
    ),
  );
  assert.match(shown, /<figure class="prose-table"><figcaption id="bang-1">Một tấn<\/figcaption>/);
  assert.match(
    shown,
    /<section class="prose-table-box" tabindex="0" aria-labelledby="bang-1"><table>/,
  );
  assert.match(
    shown,
    /<thead><tr><th scope="col">So sánh<\/th><th scope="col" class="to-right">Than<\/th><\/tr><\/thead><tbody><tr><th scope="row">Chi phí<\/th><td class="to-right">1\.150\.000<\/td>/,
  );
  assert.match(html(table([row(cell('a'))])), /aria-label="Bảng 1"/);
  assert.match(
    html(table([row(cell('a'))], { caption: 'x' }), { idPrefix: 'cu-' }),
    /id="cu-bang-1"/,
  );
});

test('a head that reaches below the heads is in the body, where its rows are', () => {
  const shown = html(table([row(head('a', { rowspan: 2 }), head('b')), row(cell('c'))]));
  assert.ok(!shown.includes('<thead>'));
  assert.match(shown, /<th scope="row" rowspan="2">a/);
});

test('only columns of figures alone go to the right, and only where nobody put them elsewhere', () => {
  const rights = (text: Prose) => html(text).match(/to-right/g)?.length ?? 0;
  assert.equal(rights(table([row(cell('-1,5'), cell('61 %')), row(cell('–'), cell(''))])), 4);
  assert.equal(rights(table([row(cell('1')), row(cell('a'))])), 0);
  assert.equal(rights(table([row(cell('')), row(cell(''))])), 0);
  assert.equal(
    rights(table([row(cell('1'), cell('2')), row(cell('3', 'tableCell', { colspan: 2 }))])),
    0,
  );
});

test('a picture has its sizes, its place kept free, and its words from the text or the library', () => {
  const figure = (attrs = {}) => prose({ type: 'figure', attrs: { media: pid, ...attrs } });
  assert.equal(
    html(figure(), media()),
    '<figure class="prose-figure"><picture><source type="image/avif" srcset="/s/hinh/x/320.avif 320w, /s/hinh/x/960.avif 960w" sizes="(min-width: 800px) 760px, calc(100vw - 32px)"/>' +
      '<img src="/s/hinh/x/960.jpg" alt="Nhà sấy" width="1280" height="720" loading="lazy" decoding="async"/></picture>' +
      '<figcaption>Nhà sấy 96 m² tại bản. Ảnh: Vì Văn Chung</figcaption></figure>',
  );
  const own = html(
    figure({ alt: 'b', caption: 'c.', credit: 'Nguồn: TTXVN', width: 'half' }),
    media(),
  );
  assert.match(own, /class="prose-figure prose-half".*alt="b".*<figcaption>c\. Nguồn: TTXVN</);
  assert.ok(!html(figure(), media({ caption: '', credit: '' })).includes('figcaption'));
  assert.match(html(figure(), { ...media(), language: 'en' }), /Photo: Vì/);
  assert.equal(html(figure()), '');
});

test('a medium is shown as what it is, whatever it was put in as', () => {
  const as = (type: string, more: Partial<ProseMedia>) =>
    html(prose({ type, attrs: { media: pid } }), media(more));
  assert.match(as('figure', { kind: 'audio', src: '/a.mp3' }), /<audio controls/);
  assert.match(as('video', { kind: 'picture' }), /<picture>/);
  assert.match(as('figure', { kind: 'document', mime: 'application/pdf' }), /prose-file/);
});

test('films and recordings wait for the reader, and can be taken away', () => {
  const film = html(
    prose({ type: 'video', attrs: { media: pid, caption: 'Lễ' } }),
    media({ kind: 'video', src: '/v.mp4', poster: '/p.jpg', href: '/tep/v.mp4' }),
  );
  assert.match(
    film,
    /<video controls="" playsinline="" preload="none" poster="\/p.jpg" width="1280" height="720" src="\/v.mp4" aria-label="Lễ">/,
  );
  assert.match(film, /<figcaption>Lễ · <a href="\/tep\/v.mp4">Tải phim về<\/a> \(1,2\u00a0MB\)</);
  assert.match(
    html(prose({ type: 'audio', attrs: { media: pid } }), media({ kind: 'audio', caption: '' })),
    /<audio controls="" preload="none" src="[^"]*" aria-label="nha-say.jpg">/,
  );
});

test('a file says its kind and size', () => {
  const shown = html(
    prose({ type: 'attachment', attrs: { media: pid, title: 'Quyết định 38' } }),
    media({ kind: 'document', mime: 'application/pdf', href: '/tep/x/qd.pdf', bytes: 12_345 }),
  );
  assert.match(
    shown,
    /<a class="with-icon" href="\/tep\/x\/qd.pdf">.*<span>Quyết định 38<\/span><\/a><span> \(PDF, 12\u00a0KB\)<\/span>/,
  );
});

test('a film of another site is a link to it, and nothing is asked of that site', () => {
  const text = prose({
    type: 'embed',
    attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: 'Lễ trao giải' },
  });
  const shown = html(text);
  assert.match(
    shown,
    /<lt-embed provider="youtube" film="dQw4w9WgXcQ" name="Lễ trao giải"><a class="with-icon" href="https:\/\/www.youtube.com\/watch\?v=dQw4w9WgXcQ" rel="noopener noreferrer">/,
  );
  assert.ok(!/iframe|<img|src=/.test(shown));
  assert.deepEqual(proseIslands(text), ['ui/embed']);
  assert.deepEqual(proseIslands(prose(p('a'))), []);
});

test('an album shows its first twelve pictures, each with a name, and leads to all', () => {
  const text = prose({ type: 'album', attrs: { album: pid, caption: 'Hội thi 2025' } });
  const pictures = Array.from({ length: 30 }, () => medium({ alt: '', caption: '' }));
  const albums = new Map([[pid, { pid, title: 'Hội thi', href: '/s/thu-vien/x', pictures }]]);
  const shown = html(text, { albums });
  assert.equal(shown.match(/<img /g)?.length, 12);
  assert.match(shown, /alt="Ảnh 12 của Hội thi"/);
  assert.match(shown, /<figcaption>Hội thi 2025 · <a href="\/s\/thu-vien\/x">Xem cả 30 ảnh<\/a>/);
  assert.equal(html(text), '');
});

test('a text that nobody read strictly still leads to no script', () => {
  const evil = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'a',
            marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
          },
        ],
      } as Block,
    ],
  } as Prose;
  assert.equal(html(evil), '<p>a</p>');
});
