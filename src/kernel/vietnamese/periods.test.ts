import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePeriod } from '../period.ts';
import { periodWords } from './periods.ts';

test('every kind of period in words', () => {
  const words = [
    '2019',
    '2019-H1',
    '2019-H2',
    '2019-Q4',
    '2019-02',
    '2019-12',
    'T2016-2020',
    'D2019-12-31',
  ];
  assert.deepEqual(
    words.map((code) => periodWords(parsePeriod(code)!)),
    [
      'năm 2019',
      '6 tháng đầu năm 2019',
      '6 tháng cuối năm 2019',
      'quý IV năm 2019',
      'tháng 2 năm 2019',
      'tháng 12 năm 2019',
      'nhiệm kỳ 2016–2020',
      'đến hết ngày 31/12/2019',
    ],
  );
});
