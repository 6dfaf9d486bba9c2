import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { encode } from 'uqr';
import { drawn, qrSvg } from './drawings.ts';
import { closePdf, PdfFailed, renderPdf } from './index.ts';
import { lettersOf, pdfLetters, pdfTexts } from './testing.ts';

after(closePdf);

const list = `#let data = json("/data.json")
#for name in data.names [#name #parbreak()]`;

test('whatever the data holds comes out as text, never as source', async () => {
  const names = [
    'Nguyễn #Thị "Quỳnh" \\ $x$ [a] @b <c>',
    '#read("/etc/passwd") #panic("x") #eval("1+1")',
    '*đậm* _nghiêng_ `mã` = đề mục - gạch + số / từ: ~ // ghi chú /* x */ ---',
    'https://example.org/a?b=c&d #link("x")[y]',
    'Ẵm Ổ Ữ Ế Ộ ẵ ễ ợ ự đ Đ ỹ',
    'e\u0302\u0303m, A\u0306\u0303, o\u031b\u0323',
    'Đặng Thị '.repeat(200).trim(),
  ];
  const letters = pdfLetters(await renderPdf(list, { names }));
  for (const name of names) assert.ok(letters.includes(lettersOf(name)), name);
});

test('the same data gives the same bytes, also another second, and other data others', async () => {
  const one = await renderPdf(list, { names: ['Lò Văn Ấm'] });
  await wait(1100);
  const again = await renderPdf(list, { names: ['Lò Văn Ấm'] });
  const other = await renderPdf(list, { names: ['Lò Văn Ẩm'] });
  assert.ok(one.equals(again));
  assert.ok(!one.equals(other));
  assert.deepEqual(pdfTexts(other), ['Lò Văn Ẩm\n']);
});

test('documents asked for at once come each to whom asked', async () => {
  const names = ['An', 'Bình', 'Châu', 'Dung', 'Ếch'];
  const pdfs = await Promise.all(names.map((name) => renderPdf(list, { names: [name] })));
  assert.deepEqual(pdfs.map(pdfLetters), names);
});

test('a template reads its data and nothing else, and loads no packages', async () => {
  const files = ['/etc/passwd', '../render.ts', '../../../../../package.json', '/setter.ts'];
  for (const file of files)
    await assert.rejects(renderPdf(`#read("${file}")`, {}), PdfFailed, file);
  await assert.rejects(renderPdf('#import "@preview/cetz:0.3.0"', {}), /no packages/);
  // What one document was given is not there for the next.
  await assert.rejects(renderPdf('#json("/other.json")', { names: [] }), PdfFailed);
});

test('a template that does not compile says why, and the next one is set all the same', async () => {
  await assert.rejects(renderPdf('#unheard-of()', {}), /unknown variable: unheard-of/);
  assert.equal(pdfLetters(await renderPdf(list, { names: ['Én'] })), 'Én');
});

test('when the process that sets documents is killed, who waits is told and the next one is set', async () => {
  const long = renderPdf('#for n in range(2000) [#n #lorem(2000) #pagebreak()]', {});
  const lost = assert.rejects(long, /the process that sets documents ended/);
  await wait(100);
  closePdf();
  await lost;
  assert.equal(pdfLetters(await renderPdf(list, { names: ['Sau'] })), 'Sau');
});

test('every Vietnamese letter has its shape in both faces', async () => {
  const vowels = 'aăâeêioôơuưy';
  const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  const small = [...vowels].flatMap((letter) =>
    marks.map((mark) => (letter + mark).normalize('NFC')),
  );
  const all = [...small, 'đ'].join(' ');
  const text = `${all} ${all.toLocaleUpperCase('vi')}`;
  for (const face of ['Be Vietnam Pro', 'Tinos']) {
    const template = `#set text(font: "${face}")\n#json("/data.json")`;
    const letters = pdfLetters(await renderPdf(template, text));
    assert.equal(letters, lettersOf(text), face);
    assert.ok(!letters.includes('\ufffd'));
  }
});

test('a QR code is drawn square by square as it was encoded', () => {
  const address = 'https://lhh-sonla.example/the/0123456789abcdef';
  const svg = qrSvg(address);
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width); i += 1) dark[Number(y)]![Number(x) + i] = true;
  assert.deepEqual(dark, data);
  assert.match(svg, new RegExp(`viewBox="0 0 ${size} ${size}"`));
});

test('only what asks for a drawing gets one', () => {
  const data = { a: { qr: 'x' }, b: { qr: 'x', y: 1 }, c: { qr: 1 }, d: '{"qr":"x"}' };
  const { a, ...rest } = JSON.parse(drawn(JSON.stringify(data)));
  assert.match(a, /^<svg /);
  assert.deepEqual(rest, { b: data.b, c: data.c, d: data.d });
});
