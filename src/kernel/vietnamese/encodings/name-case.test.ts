import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingOfFont, nameCase } from './index.ts';

test('names in proper case', () => {
  const rows: [string, string][] = [
    ['nguyễn văn ánh', 'Nguyễn Văn Ánh'],
    ['Nguyễn Văn ánh', 'Nguyễn Văn Ánh'],
    ['NGUYỄN VĂN ÁNH', 'Nguyễn Văn Ánh'],
    ['NGUYễN VĂN ĐứC', 'Nguyễn Văn Đức'],
    ['Trần Thị Ngọc-ánh', 'Trần Thị Ngọc-Ánh'],
    ['Lê-na', 'Lê-na'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["h'hen niê", "H'Hen Niê"],
    ["K'ế", "K'Ế"],
    ['Rơ Chăm ơt', 'Rơ Chăm Ơt'],
    ['PGS.TS. Nguyễn văn A', 'PGS.TS. Nguyễn Văn A'],
    ['TS. HÀ VĂN A', 'TS. Hà Văn A'],
    ['Trần Văn A (bé ánh)', 'Trần Văn A (Bé Ánh)'],
    ['  ánh  ', '  Ánh  '],
    ['Ẩn', 'Ẩn'],
    ['', ''],
  ];
  for (const [found, expected] of rows) {
    assert.equal(nameCase(found), expected);
    assert.equal(nameCase(expected), expected);
  }
});

test('fonts tell their encoding', () => {
  const rows: [string, ReturnType<typeof encodingOfFont>][] = [
    ['.VnTime', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.vntimeh', 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['.VnArialH Bold', 'tcvn3-capitals'],
    ['.VnTime,Bold', 'tcvn3'],
    ['VnTime', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Times', 'vni'],
    ['"VNI-Helve-Condense"', 'vni'],
    ['Times New Roman', null],
    ['UVN Ba Le', null],
    ['Vinhan', null],
    ['', null],
  ];
  for (const [font, expected] of rows) assert.equal(encodingOfFont(font), expected, font);
});
