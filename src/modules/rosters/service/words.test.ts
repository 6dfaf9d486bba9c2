import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowText, rowWords } from './words.ts';

test('what a row says of its place stands beside what its cells say', () => {
  assert.equal(
    rowText({ path: 'association', code: 'association_unknown', data: { value: 'Hội Cờ' } }),
    'Không có hội nào tên “Hội Cờ” ở đây; người này được ghi vào đơn vị đang nhập. Chọn hội nếu khác.',
  );
  const data = { day: 31, month: 2, year: 1975 };
  assert.equal(
    rowText({ path: 'birthDate', code: 'day_not_in_month', data }),
    'Tháng 02 không có ngày 31. Sửa ngày, hoặc chỉ giữ năm 1975.',
  );
  for (const [code, words] of Object.entries(rowWords)) assert.match(words({}), /\.$/u, code);
});
