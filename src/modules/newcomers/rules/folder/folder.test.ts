import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listed, of, problemsOf } from '../testing.ts';
import { dayIn, pageOf, readFolder } from './index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Bytes of a text whose letters are numbers below 256. */
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const article =
  'Giải pháp trồng cây trên đất dốc giúp giữ đất, giữ nước và tăng thu nhập cho nông dân. '.repeat(
    5,
  );
const links = Array.from(
  { length: 30 },
  (_, n) => `<a href="/m${n}">Chuyên mục số ${n} của trang</a><br>`,
).join('');

/** A page of 2003: everything in tables, the words in the middle. */
const layout = (
  words: string,
  title = 'Đất dốc - Liên hiệp hội',
): string => `<html><head><title>${title}</title>
  <meta name="keywords" content="đất, dốc"></head><body bgcolor="#ffffff"><table width="100%"><tr><td colspan="3">
  <img src="banner.gif"></td></tr><tr><td width="150">${links}</td><td><table><tr><td><p>Ngày 12/05/2003 (08:30)</p>
  ${words}</td></tr></table></td><td>${links}</td></tr></table><script>alert(1)</script></body></html>`;

describe('one page', () => {
  test('the words are found between tables of links', () => {
    const page = pageOf('tin/dat-doc.htm', utf8(layout(`<p>${article}</p><p>${article}</p>`)));
    assert.equal(page?.title, 'Đất dốc - Liên hiệp hội');
    assert.match(page?.html ?? '', /^<p>Ngày 12\/05\/2003/);
    assert.ok(!page?.html.includes('Chuyên mục') && !page?.html.includes('alert'));
    assert.equal(page?.publishedAt, '2003-05-12T01:30:00Z');
    assert.deepEqual(
      [page?.kind, page?.sections, page?.tags],
      ['article', ['tin'], ['đất', 'dốc']],
    );
  });

  test('a page of today says its title, day, picture and author', () => {
    const page = pageOf(
      'bai.html',
      utf8(`<!doctype html><meta charset="utf-8"><meta property="og:title" content="Tên bài">
        <meta property="article:published_time" content="2019-05-20T08:30:00+07:00"><meta name="author" content="Lò Thị Mai">
        <meta property="og:image" content="/a.jpg"><title>Tên bài | Trang</title><header>${article}</header>
        <main><h1>Tên khác</h1><p>${article}</p></main><footer>${article}</footer>`),
    );
    assert.deepEqual(
      [page?.title, page?.publishedAt, page?.author, page?.cover],
      ['Tên bài', '2019-05-20T01:30:00Z', 'Lò Thị Mai', { address: '/a.jpg' }],
    );
    assert.match(page?.html ?? '', /^<h1>Tên khác/);
  });

  test('letters of TCVN3 in their fonts, beside those of today', () => {
    // "Hội thảo khoa học" in .VnTime; the last words are plain.
    const words =
      '<font face=".VnTime">Héi th\xb6o khoa häc vÒ \xae\xcat dèc</font> <font face="Arial">nam 2003</font>';
    const page = pageOf('a.htm', bytes(layout(`<p>${words.repeat(20)}</p>`, 'Hoi thao')));
    assert.match(
      page?.html ?? '',
      /Hội thảo khoa học về đất dốc<\/font> <font face="Arial">nam 2003/,
    );
  });

  test('letters of VNI in their fonts', () => {
    const words = '<span style="font-family: VNI-Times">Hoäi thaûo khoa hoïc</span>';
    const page = pageOf('a.htm', bytes(layout(`<p>${words} `.repeat(20), 'Hoi thao')));
    assert.match(page?.html ?? '', /Hội thảo khoa học/);
  });

  test('Windows-1258, whatever the page says; UTF-8 that says something else; a mark', () => {
    const old = bytes(
      `<html><meta charset="windows-1258"><body><p>H\xf4\xf2i th\x61\xd2o `.concat('x '.repeat(50)),
    );
    assert.match(pageOf('a.html', old)?.html ?? '', /Hội thảo/);
    const wrong = utf8(`<html><meta charset="iso-8859-1"><body><p>Hội thảo đất dốc</p>`);
    assert.match(pageOf('a.html', wrong)?.html ?? '', /Hội thảo đất dốc/);
    const marked = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('<p>Hội thảo</p>', 'utf16le'),
    ]);
    assert.match(pageOf('a.html', marked)?.html ?? '', /Hội thảo/);
  });

  test('no words are no article', () => {
    assert.equal(pageOf('a.html', utf8('<html><body><script>x</script></body></html>')), null);
  });

  test('elements in each other without end break nothing', () => {
    assert.ok(pageOf('a.html', utf8(`${'<div>'.repeat(5_000)}chữ`)) !== undefined);
  });
});

test('days in words and figures; what is no day is none', () => {
  const cases: [string, string | null][] = [
    ['Sơn La, ngày 5 tháng 1 năm 2009', '2009-01-04T17:00:00Z'],
    ['(12-05-2003 08:30)', '2003-05-12T01:30:00Z'],
    ['Cập nhật 1/2/2010', '2010-01-31T17:00:00Z'],
    ['31/02/2010', null],
    ['Điện thoại 0212.3852.123', null],
    ['', null],
  ];
  for (const [text, expected] of cases) assert.equal(dayIn(text), expected, text);
});

test('a folder: pages, pictures, what is passed over', async () => {
  const page = utf8(layout(`<p>${article}</p>`));
  const file = (path: string, data: Uint8Array = page, size = data.length) => ({
    path,
    size,
    read: async () => data,
  });
  const all = await listed(
    readFolder([
      file('index.html'),
      file('tin-tuc/bài 1.htm'),
      file('tin-tuc/bai-2.htm'),
      file('anh/le.jpg', new Uint8Array(3)),
      file('kieu.css'),
      file('to.html', page, 20_000_000),
      file('rong.html', utf8('<p></p>')),
    ]),
  );
  assert.deepEqual(
    of(all, 'article', 'page').map(({ kind, originId, sections }) => [kind, originId, sections]),
    [
      ['page', 'index.html', []],
      ['article', 'tin-tuc/bài 1.htm', ['tin-tuc']],
      ['article', 'tin-tuc/bai-2.htm', ['tin-tuc']],
    ],
  );
  assert.deepEqual(
    of(all, 'media').map(({ file: path }) => path),
    ['anh/le.jpg'],
  );
  assert.equal(of(all, 'section').length, 1);
  assert.equal(of(all, 'redirect')[1]?.from, '/tin-tuc/b%C3%A0i%201.htm');
  assert.deepEqual(problemsOf(all), ['other_file 1', 'page_too_large 1', 'page_without_words 1']);
  await assert.rejects(listed(readFolder([])), { code: 'no_pages' });
});
