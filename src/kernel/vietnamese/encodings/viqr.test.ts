import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, encodingJudge } from './index.ts';

test('VIQR leaves punctuation after whole words', () => {
  const rows: [string, string][] = [
    [
      "DDa.t la` ai? No^.i. Ha` No^.i (thu? ddo^). So^' 5, ddu+o+`ng Tra^`n Hu+ng DDa.o.",
      'Đạt là ai? Nội. Hà Nội (thủ đô). Số 5, đường Trần Hưng Đạo.',
    ],
    ["Co' 3 em, ti'nh dde^'n 01.5.2009?", 'Có 3 em, tính đến 01.5.2009?'],
    ['A. Nguye^~n, P.V.A., mu.c a.1', 'A. Nguyễn, P.V.A., mục a.1'],
    ['le.an@x.vn va` http://a.b/thu.y', 'le.an@x.vn và http://a.b/thu.y'],
    ["Dda(k La(k, H'Hen Nie^, K'Bro+i", "Đăk Lăk, H'Hen Niê, K'Brơi"],
    ["ba(ng (ba('c) nha`(cu~)", 'băng (bắc) nhà(cũ)'],
    ["O'Brien don't they're I'm", "O'Brien don't they're I'm"],
    ['What? Add Buddha Eddy e-mail', 'What? Add Buddha Eddy e-mail'],
    ["H'Yim Kddoh, A DDum", "H'Yim Kđoh, A Đum"],
    ['C:\\data \\x', 'C:\\data \\x'],
    ['ta\\. ba\\? Va\\(n ad\\d', 'ta. ba? Va(n add'],
    ['Lê Thu?', 'Lê Thu?'],
    ['Nguye^~n\u2019s co\u2019', 'Nguyễn\u2019s có'],
  ];
  for (const [found, expected] of rows) assert.equal(decodeText(found, 'viqr'), expected);
});

test('what only looks like VIQR is not judged so', () => {
  const columns = [
    ['a.nguyen@example.vn', 'thu.y@example.vn', 'le.an@example.vn'],
    ['O+', 'A+', 'B-', 'AB+'],
    ['Le Van An.', 'Ng. Van A.', 'Tran Ha?'],
    ["don't", "I'm", "O'Brien", "they're"],
    ['Le Thi Thu*', 'Nguyen Van Tu*'],
    ['dd/mm/yyyy', 'x^2', '(a+b)'],
    ["H'Hen Nie", "K'Dung", "Y'Bion"],
  ];
  for (const column of columns) {
    const judge = encodingJudge();
    for (const cell of column) judge.add(cell);
    assert.equal(judge.verdict().encoding, 'nfc', column.join(' | '));
  }
});
