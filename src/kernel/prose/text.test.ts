import assert from 'node:assert/strict';
import { test } from 'node:test';
import { albumsOf, holdsEmbed, linksOf, mediaOf } from './holds.ts';
import { legacyOf, proseInUnicode } from './legacy.ts';
import { readProse } from './read.ts';
import { emptyProse, isEmptyProse, proseFromText, proseText } from './text.ts';
import type { Block, Prose } from './types.ts';

const pid = '0123456789abcdef';
const other = 'fedcba9876543210';
const doc = (...content: Block[]): Prose => ({ type: 'doc', content });
const p = (text: string, ...marks: object[]) =>
  ({
    type: 'paragraph',
    content: [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }],
  }) as Extract<Block, { type: 'paragraph' }>;
const link = (href: string) => ({ type: 'link', attrs: { href } });

const whole = doc(
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Đề mục' }] },
  {
    type: 'paragraph',
    content: [{ type: 'text', text: 'một' }, { type: 'hardBreak' }, { type: 'text', text: 'hai' }],
  },
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [
      {
        type: 'listItem',
        content: [
          p('ba'),
          { type: 'bulletList', content: [{ type: 'listItem', content: [p('bốn')] }] },
        ],
      },
      { type: 'listItem', content: [p('năm', link('/x'))] },
    ],
  },
  { type: 'horizontalRule' },
  {
    type: 'table',
    attrs: { caption: 'Bảng' },
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [p('a')] },
          { type: 'tableHeader', content: [p('b')] },
        ],
      },
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [p('1'), p('2', link('https://a.vn'), { type: 'bold' })] },
          { type: 'tableCell', content: [{ type: 'paragraph' }] },
        ],
      },
    ],
  },
  { type: 'figure', attrs: { media: pid, alt: 'ảnh', caption: 'chú thích', credit: 'An' } },
  { type: 'album', attrs: { album: other } },
  { type: 'attachment', attrs: { media: other, title: 'Quyết định' } },
  { type: 'blockquote', content: [p('lời', link('/x'))] },
  { type: 'video', attrs: { media: pid } },
);

test('the words of a text stand line by line, whatever holds them', () => {
  assert.equal(
    proseText(whole),
    'Đề mục\n\nmột\nhai\n\n3. ba\n   - bốn\n4. năm\n\nBảng\na\tb\n1 2\t\n\nchú thích\nAn\n\nQuyết định\n\nlời',
  );
});

test('what a text refers to is named once, in its order', () => {
  assert.deepEqual(mediaOf(whole), [pid, other]);
  assert.deepEqual(albumsOf(whole), [other]);
  assert.deepEqual(linksOf(whole), ['/x', 'https://a.vn']);
  assert.equal(holdsEmbed(whole), false);
  assert.ok(holdsEmbed(doc({ type: 'embed', attrs: { provider: 'vimeo', id: '1' } })));
  for (const held of [mediaOf, albumsOf, linksOf]) assert.deepEqual(held(emptyProse), []);
});

test('a text is empty when a reader would see nothing', () => {
  assert.ok(isEmptyProse(emptyProse));
  assert.ok(
    isEmptyProse(
      doc(
        p(' '),
        { type: 'horizontalRule' },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ),
    ),
  );
  assert.ok(!isEmptyProse(doc({ type: 'figure', attrs: { media: pid } })));
  assert.ok(!isEmptyProse(doc(p('.'))));
});

test('typed text: a blank line ends a paragraph, a line end breaks the line', () => {
  assert.deepEqual(
    proseFromText(' một\r\nhai \r\n \t\r\n\r\n\u202eba\n'),
    doc(
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'một' },
          { type: 'hardBreak' },
          { type: 'text', text: 'hai' },
        ],
      },
      p('ba'),
    ),
  );
  for (const none of ['', ' \n\n ', '\u0000']) assert.deepEqual(proseFromText(none), emptyProse);
});

test('text, its words, and text again are the same; and it is what the reader keeps', () => {
  for (const text of [
    'một',
    'một\nhai\n\nba',
    '- một\n- hai',
    '<b>x</b> & "y"',
    '{"type":"doc"}',
  ]) {
    const prose = proseFromText(text);
    assert.equal(proseText(prose), text);
    assert.deepEqual(readProse(prose), { prose, issues: [] });
  }
});

// "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc" as old fonts wrote it.
const unicode = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La tổ chức Hội nghị tổng kết năm';
const tcvn3 = 'Liªn hiÖp c¸c Héi Khoa häc vµ Kü thuËt tØnh S¬n La tæ chøc Héi nghÞ tæng kÕt n¨m';
const vni =
  'Lieân hieäp caùc Hoäi Khoa hoïc vaø Kyõ thuaät tænh Sôn La toå chöùc Hoäi nghò toång keát naêm';

test('words written for old fonts are known and told from Unicode', () => {
  assert.equal(legacyOf(tcvn3), 'tcvn3');
  assert.equal(legacyOf(vni), 'vni');
  assert.equal(legacyOf(doc(p(tcvn3), p('Son La 2009'))), 'tcvn3');
  assert.equal(legacyOf(Array(40).fill(tcvn3).join(' ')), 'tcvn3');
  for (const fine of [
    unicode,
    '',
    'Son La',
    'café façade naïve Zürich señor',
    unicode.normalize('NFD'),
  ])
    assert.equal(legacyOf(fine), null, fine);
  assert.equal(legacyOf(doc(p(unicode), p(`${unicode} lần thứ hai`), p('Müller'))), null);
});

test('such a text is turned into Unicode everywhere in it, its addresses are not', () => {
  const old = doc(
    p(tcvn3, link('/x?a=¸')),
    { type: 'figure', attrs: { media: pid, caption: tcvn3, credit: 'ViÖt' } },
    {
      type: 'table',
      attrs: { caption: tcvn3 },
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p('Héi viªn')] }] }],
    },
    p(unicode),
  );
  assert.deepEqual(
    proseInUnicode(old, 'tcvn3'),
    doc(
      p(unicode, link('/x?a=¸')),
      { type: 'figure', attrs: { media: pid, caption: unicode, credit: 'Việt' } },
      {
        type: 'table',
        attrs: { caption: unicode },
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p('Hội viên')] }] }],
      },
      p(unicode),
    ),
  );
  assert.equal(proseText(proseInUnicode(doc(p(vni)), 'vni')), unicode);
});
