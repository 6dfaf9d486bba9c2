import assert from 'node:assert/strict';
import { test } from 'node:test';
import { degreeCodes } from '../../../kernel/vietnamese/degrees.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { TITLES } from '../../../kernel/vietnamese/titles.ts';
import { cleanText } from './cell.ts';
import { readName } from './names.ts';

const name = (text: string, toned = false): string => joinName(readName(cleanText(text), toned));

const same = [
  'Nguyễn Văn A',
  'Lò Thị Pâng',
  'Y Moan Ênuôl',
  "H'Hen Niê",
  'K’Brơi',
  'Pâng',
  'Mùa A Dếnh',
  'Ông Ích Khiêm',
  'Đồng Thị Bích Ngọc',
  'Công Tằng Tôn Nữ Thị Ninh',
  'Âu Dương Ân',
  'Anne-Marie Trần',
  'Nguyễn văn An',
  'Chu Ké Lù',
  'Anh Đức',
  'Kỷ Văn Tư',
  'Hồ Ô',
  'Từ Công Ỏ',
  'Cù Huy Cận',
  'Trần Thị Thuý',
  'Trần Thị Thúy',
];
for (const text of same) test(`${text} stays`, () => assert.equal(name(text), text));

const read: readonly (readonly [string, string])[] = [
  ['Lò Thị  Pâng', 'Lò Thị Pâng'],
  ['  Lò Thị Pâng\u00a0', 'Lò Thị Pâng'],
  ['Nguyễn\nVăn A', 'Nguyễn Văn A'],
  ['NGUYỄN VĂN ĐỨC', 'Nguyễn Văn Đức'],
  ['nguyễn văn đức', 'Nguyễn Văn Đức'],
  ["H'HEN NIÊ", "H'Hen Niê"],
  ['Y MOAN ÊNUÔL', 'Y Moan Ênuôl'],
  ['Nguyễn Văn Ðức', 'Nguyễn Văn Đức'],
  ['Nguyê\u0303n Va\u0306n Đư\u0301c', 'Nguyễn Văn Đức'],
  ['Nguyễn\u200b Văn A', 'Nguyễn Văn A'],
  ['1. Nguyễn Văn A', 'Nguyễn Văn A'],
  ['- Nguyễn Văn A', 'Nguyễn Văn A'],
  ['Nguyễn Văn A.', 'Nguyễn Văn A'],
  ['Nguyễn Văn A *', 'Nguyễn Văn A'],
  ['Nguyễn Văn A (1)', 'Nguyễn Văn A'],
  ['Nguyễn Văn A 2', 'Nguyễn Văn A'],
  ['Nguyễn Văn A,', 'Nguyễn Văn A'],
  ['Nguyễn Văn A (nữ)', 'Nguyễn Văn A'],
  ['Nguyễn Văn A (1968)', 'Nguyễn Văn A'],
  ['=Nguyễn Văn A', 'Nguyễn Văn A'],
  ['Ông Nguyễn Văn A', 'Nguyễn Văn A'],
  ['Bà: Lò Thị Pâng', 'Lò Thị Pâng'],
  ['Đ/c Nguyễn Văn A', 'Nguyễn Văn A'],
  ['Mr. Nguyễn Văn A', 'Nguyễn Văn A'],
];
for (const [text, wanted] of read) {
  test(`${JSON.stringify(text)} is ${wanted}`, () => assert.equal(name(text), wanted));
}

test('letters of an encoding without toned capitals come out as capitals', () => {
  assert.equal(name('Lò Văn ánh', true), 'Lò Văn Ánh');
  assert.equal(name('đỗ thị ót', true), 'Đỗ Thị Ót');
  assert.equal(name('NGUYễN THị áNH', true), 'Nguyễn Thị Ánh');
  assert.equal(name('Nguyễn Văn A', true), 'Nguyễn Văn A');
  assert.equal(name('NGUYỄN VĂN A', true), 'Nguyễn Văn A');
  assert.equal(name('PGS.TS. Nguyễn Văn ánh', true), 'Nguyễn Văn Ánh');
});

const titled: readonly (readonly [string, string, readonly string[]])[] = [
  ['PGS.TS. Nguyễn Văn A', 'Nguyễn Văn A', ['PGS', 'TS']],
  ['GS.TSKH Nguyễn Văn A', 'Nguyễn Văn A', ['GS', 'TSKH']],
  ['Nguyễn Văn A (Thạc sĩ)', 'Nguyễn Văn A', ['ThS']],
  ['Nguyễn Văn A, ThS', 'Nguyễn Văn A', ['ThS']],
  ['Nguyễn Văn A - Tiến sĩ', 'Nguyễn Văn A', ['TS']],
  ['Nguyễn Văn A ThS', 'Nguyễn Văn A', ['ThS']],
  ['THS NGUYỄN VĂN A', 'Nguyễn Văn A', ['ThS']],
  ['BS CKII Lò Thị Pâng', 'Lò Thị Pâng', ['BSCKII']],
  ['Kỹ sư Lò Văn B', 'Lò Văn B', ['KS']],
  ['Dr. Nguyễn Văn A', 'Nguyễn Văn A', ['TS']],
];
for (const [text, wanted, degrees] of titled) {
  test(`${text}: ${degrees.join(' ')}`, () => {
    const found = readName(text, false);
    assert.deepEqual([joinName(found), found.degrees, found.codes], [wanted, degrees, []]);
  });
}

test('every title that the kernel knows is taken off a name', () => {
  for (const [code, forms] of Object.entries(TITLES)) {
    for (const form of forms) {
      const found = readName(`${form} Nguyễn Văn Hùng`, false);
      assert.equal(joinName(found), 'Nguyễn Văn Hùng', form);
      assert.deepEqual(found.degrees, degreeCodes.includes(code) ? [code] : [], form);
    }
  }
});

test('what stands beside a name is used', () => {
  assert.equal(readName('Bà Lò Thị Pâng', false).gender, 'female');
  assert.equal(readName('Ông Lò Văn Pâng', false).gender, 'male');
  assert.equal(readName('Lò Hà (nam)', false).gender, 'male');
  assert.equal(readName('Lò Hà (sinh 1968)', false).year, '1968');
});

const odd: readonly (readonly [string, string, string])[] = [
  ['0912000118', '', 'name_no_letters'],
  ['***', '', 'name_no_letters'],
  ['Nguyễn Văn A, Trần Thị B', '', 'name_two_people'],
  ['Nguyễn Văn A và Trần Thị B', '', 'name_two_people'],
  ['Nguyễn Văn A (đã mất)', 'Nguyễn Văn A', 'name_deceased'],
  ['Nguyễn Văn A (Tư Râu)', 'Nguyễn Văn A', 'name_extra'],
  ['Nguyễn Văn A - Chủ tịch', 'Nguyễn Văn A', 'name_extra'],
  ['Nguyễn V2n A', 'Nguyễn A', 'name_extra'],
  ['Nguy?n V?n A', 'Nguy?n V?n A', 'name_letters_lost'],
  ['Nguyễn \ufffdăn A', 'Nguyễn \ufffdăn A', 'name_letters_lost'],
  [`Nguyễn ${'x'.repeat(90)} A`, `Nguyễn ${'x'.repeat(90)} A`, 'name_too_long'],
];
for (const [text, wanted, code] of odd) {
  test(`${text.slice(0, 40)}: ${code}`, () => {
    const found = readName(cleanText(text), false);
    assert.deepEqual([joinName(found), found.codes], [wanted, [code]]);
  });
}

test('ranks and callings go out of the name and are told', () => {
  const rows = [
    ['Đại tá Trần Văn Ích', 'Trần Văn Ích', 'Đại tá'],
    ['Lương y Lò Thị Pản', 'Lò Thị Pản', 'Lương y'],
    ['Ông Trung tá Hà Văn Thu', 'Hà Văn Thu', 'Trung tá'],
  ] as const;
  for (const [text, expected, extra] of rows) {
    const found = readName(text, false);
    assert.equal(joinName(found), expected);
    assert.deepEqual([found.codes, found.extra], [['name_extra'], extra]);
  }
  for (const text of ['Lương Y Lan', 'Đại Đức', 'Trung Tá']) assert.equal(name(text), text);
});

test('what programs write is no name', () => {
  for (const text of ['<script>alert(1)</script>', "=cmd|' /C calc'!A0", 'an.le@example.vn', '{x}'])
    assert.deepEqual(readName(text, false).codes, ['name_no_letters'], text);
});
