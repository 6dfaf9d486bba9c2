import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingJudge } from '../../../kernel/vietnamese/encodings/index.ts';
import { encodeAs } from '../../../kernel/vietnamese/encodings/testing.ts';
import type { ReadColumn } from './column.ts';
import { decoderOf } from './decode.ts';
import { rosterReader } from './reader.ts';

const names =
  'Nguyễn Văn Đức|Trần Thị Ẩn|Lê Quốc Ân|Phạm Ngọc Thạch|Vũ Đình Ước|Bùi Thị Yến|Đỗ Đăng Đạt|Hồ Thị Kỷ|Ngô Thế Ổn'.split(
    '|',
  );

function judged(cells: readonly { text: string; font?: string }[]) {
  const judge = encodingJudge();
  for (const { text, font } of cells) judge.add(text, font);
  const { encoding, evidence } = judge.verdict();
  return { encoding, encodingEvidence: { ...evidence } };
}
const tcvn3 = (text: string) => ({ text: encodeAs(text, 'tcvn3') });
const cellOf = (text: string, font?: string) => ({
  kind: 'text' as const,
  text,
  ...(font === undefined ? {} : { font }),
});

test('in a column of TCVN3 alone a word of two readings is TCVN3; beside Unicode it is as it stands', () => {
  const pure = judged(names.map(tcvn3));
  assert.equal(decoderOf(pure.encoding, pure.encodingEvidence)(cellOf('Võ A Chu')), 'Vừ A Chu');
  const mixed = judged([...names.map(tcvn3), { text: 'Phạm Thị Hằng' }]);
  assert.equal(decoderOf(mixed.encoding, mixed.encodingEvidence)(cellOf('Võ A Chu')), 'Võ A Chu');
});

test('where fonts tell the older cells and runs, another font is Unicode', () => {
  const column = judged(names.map((name) => ({ ...tcvn3(name), font: '.VnTime' })));
  const decode = decoderOf(column.encoding, column.encodingEvidence);
  assert.equal(decode(cellOf('Giót', 'Times New Roman')), 'Giót');
  assert.equal(decode(cellOf('Giót', '.VnTime')), 'Giút');
  const runs = [
    { text: encodeAs('Phan Đình ', 'tcvn3'), font: '.VnTime' },
    { text: 'Giót', font: 'Times New Roman' },
  ];
  assert.equal(decode({ kind: 'text', text: '', runs }), 'Phan Đình Giót');
  assert.equal(decode(cellOf(encodeAs('Lê Thị Hồng', 'tcvn3'), 'Times New Roman')), 'Lê Thị Hồng');
});

test('a row that surely is Unicode is read so in a column that holds both', () => {
  const vni = names.map((name) => ({ text: encodeAs(name, 'vni') }));
  const column = judged([...vni, { text: 'Phạm Thị Hằng' }, { text: 'Lê Thị Hồng' }]);
  assert.equal(column.encoding, 'vni');
  const columns: ReadColumn[] = [
    { index: 0, letter: 'A', title: 'Họ và tên', field: 'fullName', ...column },
    { index: 1, letter: 'B', title: 'Nghề nghiệp', field: 'job', ...column },
  ];
  const reader = rosterReader(columns, { today: '2026-05-12', sensitive: false });
  const given = (name: string, job: string) =>
    reader.read({ number: 2, cells: [cellOf(name), cellOf(job)] })?.values.given;
  assert.equal(given('Lan Hoàng', 'Giáo viên tiểu học'), 'Hoàng');
  assert.equal(given('Lan Hoàng', encodeAs('Giáo viên tiểu học', 'vni')), 'Hồng');
});
