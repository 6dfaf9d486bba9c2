import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentDisposition, safeFileName } from './filename.ts';

test('a Vietnamese name goes out twice: without dấu, and whole in UTF-8', () => {
  assert.equal(
    contentDisposition('Báo cáo Đoàn (2019).docx'),
    `attachment; filename="Bao-cao-Doan-2019.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%C4%90o%C3%A0n%20%282019%29.docx`,
  );
  assert.equal(
    contentDisposition('a.png', 'inline'),
    `inline; filename="a.png"; filename*=UTF-8''a.png`,
  );
  assert.equal(contentDisposition('e\u0301.txt'), contentDisposition('é.txt'));
});

test('a name cannot leave its header or its folder', () => {
  const evil = contentDisposition('a"; filename="b.exe\r\nSet-Cookie: x=1');
  assert.match(evil, /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~-]+$/);
  assert.equal(safeFileName('../../etc/passwd'), 'passwd');
  assert.equal(safeFileName('C:\\Users\\x\\Hội thảo.xlsx'), 'Hội thảo.xlsx');
  assert.equal(safeFileName('a/..'), 'tep');
  assert.equal(safeFileName('.htaccess'), 'htaccess');
  assert.equal(safeFileName('con.txt'), '_con.txt');
  assert.equal(safeFileName('contract.txt'), 'contract.txt');
});

test('letters that turn the direction are taken out', () => {
  assert.equal(safeFileName('hoa\u202Excod.exe'), 'hoaxcod.exe');
  assert.equal(safeFileName('\u200Fa\u2066b\u2069\u200B.pdf'), 'ab.pdf');
});

test('nothing, only signs and very long names still give a name', () => {
  for (const name of ['', '...', '   ', '/', '\u0000', '\u202E'])
    assert.equal(safeFileName(name), 'tep');
  assert.match(contentDisposition('字.pdf'), /filename="[a-z-]+\.pdf"/);
  const long = safeFileName(`${'Ữ'.repeat(300)}.docx`);
  assert.ok(Buffer.byteLength(long) <= 200);
  assert.match(long, /^Ữ+\.docx$/);
  assert.equal(safeFileName('a\ud800.txt'), 'a\ufffd.txt');
});
