import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { type Prose, type ProseMedia, readProse, type Table } from '../../../kernel/prose/index.ts';
import { closePdf, renderPdf } from '../pdf/index.ts';
import { lettersOf, pdfLetters } from '../pdf/testing.ts';
import { unzip } from '../sheets/zip.ts';
import { gridOf } from './grid.ts';
import { proseDocx, proseForTypst, typstProse } from './index.ts';
import { pictureOf } from './size.ts';

after(closePdf);

const pid = '0123456789abcdef';
const other = 'fedcba9876543210';
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const prose = (...content: unknown[]): Prose => {
  const read = readProse({ type: 'doc', content });
  assert.deepEqual(read.issues, []);
  return read.prose;
};
const cell = (words: string, attrs = {}, type = 'tableCell') => ({
  type,
  attrs,
  content: [p(text(words))],
});
const row = (...content: unknown[]) => ({ type: 'tableRow', content });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1f5f46' } });
const jpeg = await picture(640, 360).jpeg().toBuffer();
const png = await picture(300, 900).png().toBuffer();

const medium = (pidOf: string, title: string): ProseMedia => ({
  pid: pidOf,
  kind: 'document',
  title,
  alt: '',
  caption: '',
  credit: '',
  width: null,
  height: null,
  sources: [],
  src: '/x',
  href: '/sonla/tep/x/qd.pdf',
  bytes: 1,
  mime: 'application/pdf',
});

const library = {
  pictures: new Map<string, Uint8Array>([
    [pid, jpeg],
    [other, png],
  ]),
  media: new Map([[other, medium(other, 'Quyết định 38')]]),
  site: 'https://lhh-sonla.example',
};

const whole = prose(
  { type: 'heading', attrs: { level: 2 }, content: [text('Rẻ hơn, sạch hơn')] },
  p(
    text('đậm', { type: 'bold' }),
    text('nghiêng', { type: 'italic' }),
    text('H'),
    text('2', { type: 'subscript' }),
    { type: 'hardBreak' },
    text('xem', { type: 'link', attrs: { href: '/sonla/bai/x' } }),
    text('#panic("x") *a* $x$ <b> \\ @y'),
  ),
  {
    type: 'orderedList',
    attrs: { start: 4 },
    content: [
      {
        type: 'listItem',
        content: [
          p(text('bốn')),
          { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('trong'))] }] },
        ],
      },
      { type: 'listItem', content: [p(text('năm'))] },
    ],
  },
  { type: 'orderedList', content: [{ type: 'listItem', content: [p(text('lại một'))] }] },
  { type: 'blockquote', content: [p(text('Điều mừng nhất'))] },
  { type: 'horizontalRule' },
  {
    type: 'table',
    attrs: { caption: 'Một tấn quả tươi' },
    content: [
      row(cell('So sánh', {}, 'tableHeader'), cell('Sấy than', { colspan: 2 }, 'tableHeader')),
      row(cell('gộp', { rowspan: 3 }), cell('b', { rowspan: 2 }), cell('c')),
      row(cell('d')),
      row(cell('e', { colspan: 9 })),
    ],
  },
  {
    type: 'figure',
    attrs: { media: pid, alt: 'Nhà sấy', caption: 'Nhà sấy 96 m²', credit: 'Ảnh: Chung' },
  },
  { type: 'figure', attrs: { media: other, width: 'half' } },
  { type: 'figure', attrs: { media: '0000000000000000', caption: 'ảnh không còn' } },
  { type: 'attachment', attrs: { media: other } },
  { type: 'embed', attrs: { provider: 'vimeo', id: '76979871', title: 'Phim ngắn' } },
);

test('cells stand where browsers put them, and none over another', () => {
  const places = (rows: unknown[]) =>
    gridOf(prose({ type: 'table', content: rows }).content[0] as Table).cells.map(
      ({ x, y, colspan, rowspan }) => `${x},${y} ${colspan}×${rowspan}`,
    );
  assert.deepEqual(
    places([row(cell('a', { rowspan: 2 }), cell('b')), row(cell('c', { colspan: 2 }))]),
    ['0,0 1×2', '1,0 1×1', '1,1 2×1'],
  );
  assert.deepEqual(
    places([row(cell('a'), cell('b', { rowspan: 2 })), row(cell('c', { colspan: 3 }), cell('d'))]),
    ['0,0 1×1', '1,0 1×2', '0,1 1×1', '2,1 1×1'],
  );
});

test('the size of a picture is told by its first bytes', async () => {
  assert.deepEqual(
    [pictureOf(jpeg)?.type, pictureOf(jpeg)?.width, pictureOf(jpeg)?.height],
    ['jpg', 640, 360],
  );
  const progressive = await picture(123, 45).jpeg({ progressive: true }).withMetadata().toBuffer();
  assert.deepEqual([pictureOf(progressive)?.width, pictureOf(progressive)?.height], [123, 45]);
  assert.deepEqual(
    [pictureOf(png)?.type, pictureOf(png)?.width, pictureOf(png)?.height],
    ['png', 300, 900],
  );
  for (const none of ['', 'GIF89a', '<svg/>', '\u00ff\u00d8', 'x'.repeat(99)])
    assert.equal(pictureOf(Buffer.from(none, 'latin1')), null);
});

const pdfOf = async (one: Prose) => {
  const { blocks, files } = proseForTypst(one, library);
  return renderPdf(`${typstProse}\n#let data = json("/data.json")\n#prose(data)`, blocks, files);
};

test('a text is set as PDF with its tables and pictures; words are never source', async () => {
  const pdf = await pdfOf(whole);
  const letters = pdfLetters(pdf);
  for (const words of [
    'Rẻ hơn, sạch hơn',
    'đậm',
    'nghiêng',
    '#panic("x") *a* $x$ <b> \\ @y',
    '4.bốn',
    'trong',
    '5.năm',
    '1.lại một',
    'Điều mừng nhất',
    'Một tấn quả tươi',
    'Sấy than',
    'gộp',
    'Nhà sấy 96 m². Ảnh: Chung',
    'ảnh không còn',
    'Quyết định 38',
    'Phim ngắn',
  ])
    assert.ok(letters.includes(lettersOf(words)), words);
  const raw = pdf.toString('latin1');
  assert.equal(raw.match(/\/Subtype \/Image/g)?.length, 2);
  for (const href of [
    'https://lhh-sonla.example/sonla/bai/x',
    'https://lhh-sonla.example/sonla/tep/x/qd.pdf',
    'https://vimeo.com/76979871',
  ])
    assert.ok(raw.includes(href), href);
});

test('a text without anything is set too', async () => {
  assert.equal(pdfLetters(await pdfOf(prose())), '');
});

test('a picture has a name that is none of the data', async () => {
  await assert.rejects(renderPdf('x', {}, { 'data.json': jpeg }), /a picture has a name/);
  await assert.rejects(renderPdf('x', {}, { '../x.jpg': jpeg }), /a picture has a name/);
  // What one document was given is not there for the next.
  await renderPdf('#image("/a.jpg")', {}, { 'a.jpg': jpeg });
  await assert.rejects(renderPdf('#image("/a.jpg")', {}), /file/);
});

async function wordParts(one: Prose): Promise<(name: string) => string> {
  const file = await proseDocx(
    { title: 'Nhà sấy <mới>', lines: ['Ban Biên tập'], prose: one },
    library,
  );
  const opened = unzip(file, 10_000_000);
  assert.ok('entries' in opened);
  return (name) => String(opened.entries.get(name));
}

test('the same as a Word file: headings, lists that count for themselves, tables, pictures, links', async () => {
  const part = await wordParts(whole);
  const document = part('word/document.xml');
  for (const words of [
    'Nhà sấy &lt;mới&gt;',
    'Ban Biên tập',
    'Rẻ hơn, sạch hơn',
    '#panic(&quot;x&quot;) *a* $x$ &lt;b&gt; \\ @y',
    'bốn',
    'trong',
    'Điều mừng nhất',
    'Một tấn quả tươi',
    'gộp',
    'Nhà sấy 96 m². Ảnh: Chung',
    'ảnh không còn',
    'Quyết định 38',
    'Phim ngắn',
  ])
    assert.ok(document.includes(words), words);
  assert.equal(document.match(/<w:tbl>/g)?.length, 1);
  assert.equal(document.match(/<w:tblHeader\/>/g)?.length, 1);
  assert.equal(document.match(/<a:blip /g)?.length, 2);
  assert.match(document, /<w:vMerge w:val="restart"\/>/);
  assert.match(document, /descr="Nhà sấy"/);
  const relations = part('word/_rels/document.xml.rels');
  for (const href of ['https://lhh-sonla.example/sonla/bai/x', 'https://vimeo.com/76979871'])
    assert.ok(relations.includes(`Target="${href}"`), href);
  const numbering = part('word/numbering.xml');
  assert.deepEqual(
    [...numbering.matchAll(/<w:start w:val="(\d+)"\/><w:numFmt w:val="decimal"\/>/g)].map(
      (one) => one[1],
    ),
    ['4', '1'],
  );
});

test('a picture of a text is in its own proportions, not wider than the text and not taller than a page', async () => {
  const sizes = [
    ...(await wordParts(whole))('word/document.xml').matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g),
  ].map(([, width, height]) => [Number(width) / 9525, Number(height) / 9525]);
  assert.deepEqual(sizes, [
    [605, 340],
    [267, 800],
  ]);
});
