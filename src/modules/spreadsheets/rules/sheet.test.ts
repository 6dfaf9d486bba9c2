import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import type { CellLike, MergeLike, RowLike } from './cell.ts';
import { rosterReader } from './reader.ts';
import { branchOfSheet } from './rows.ts';
import { planSheet } from './testing.ts';

const today = '2026-05-12';

/** One row a line, cells between bars; empty lines count as rows of Excel. */
function sheet(text: string): RowLike[] {
  return text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')
    .map((line, at) => ({
      number: at + 1,
      cells: line.split('|').map((cell): CellLike | undefined => {
        const shown = cell.trim();
        return shown === '' ? undefined : { text: shown, kind: 'text' };
      }),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
}

/** 'C3:D4' */
function merged(...ranges: string[]): MergeLike[] {
  return ranges.map((range) => {
    const [from, to] = range.split(':').map((cell) => ({
      column: cell.charCodeAt(0) - 65,
      row: Number(cell.slice(1)),
    }));
    return { from: from!, to: to! };
  });
}

function plan(text: string, merges: readonly MergeLike[] = []) {
  const rows = sheet(text);
  const { header, headerRow, columns, shape } = planSheet(rows, merges, today);
  const reader = rosterReader(columns, { today, sensitive: true });
  const data = rows.filter(({ number }) => number > headerRow);
  const read = data.map((row) => reader.read(row)).filter((one) => one !== null);
  return {
    header,
    shape,
    columns,
    fields: columns.map(({ field }) => field).join(' '),
    names: read.map(({ rowNumber, values }) => `${rowNumber} ${joinName(values)}`),
    read,
  };
}

test('a header below titles, over two rows, merged, with numbers of columns', () => {
  const found = plan(
    `
LIÊN HIỆP HỘI TỈNH SƠN LA |||CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỘI KHUYẾN HỌC |||Độc lập - Tự do - Hạnh phúc

DANH SÁCH HỘI VIÊN NĂM 2024
(Kèm theo Báo cáo số 12/BC-HKH)
STT|Họ và tên|Ngày, tháng, năm sinh||Địa chỉ||Điện thoại
||Nam|Nữ|Xã|Huyện|
(1)|(2)|(3)|(4)|(5)|(6)|(7)
1|Nguyễn Văn An|12/03/1968||Chiềng Sinh|Mai Sơn|912000118
2|Lò Thị Pâng||1975|Mường Bú|Mường La|0912000119`,
    merged('A1:C1', 'D1:G1', 'A4:G4', 'A6:A7', 'B6:B7', 'C6:D6', 'E6:F6', 'G6:G7'),
  );
  assert.deepEqual(found.header.rows, [6, 7, 8]);
  assert.deepEqual(found.header.titles, [
    'STT',
    'Họ và tên',
    'Ngày, tháng, năm sinh · Nam',
    'Ngày, tháng, năm sinh · Nữ',
    'Địa chỉ · Xã',
    'Địa chỉ · Huyện',
    'Điện thoại',
  ]);
  assert.equal(found.fields, 'skip fullName male female address address phones');
  const [an, pang] = found.read.map(({ values }) => values);
  assert.deepEqual(
    [an!.gender, an!.birthDate, an!.address],
    ['male', '1968-03-12', 'Chiềng Sinh, Mai Sơn'],
  );
  assert.deepEqual([pang!.gender, pang!.birthDate], ['female', '1975']);
});

test('the same without merged cells, as a CSV has it', () => {
  const found = plan(`
STT|Họ và tên|Năm sinh||Nơi ở||Ghi chú
||Nam|Nữ|Xã|Huyện|
1|Nguyễn Văn An|1968||Chiềng Sinh|Mai Sơn|
2|Lò Thị Pâng||1975|Mường Bú|Mường La|`);
  assert.equal(found.header.last, 2);
  assert.equal(found.fields, 'skip fullName male female address address note');
});

test('groups above the header, three rows of it', () => {
  const found = plan(
    `
DANH SÁCH
Thông tin cá nhân||||Tham gia hội||
STT|Họ tên|Ngày sinh|CMND||Ngày vào hội|Chức vụ trong hội
|||Số|Ngày cấp||
1|Nguyễn Văn An|1968|050123456|1/1/2000|2010|Hội viên`,
    merged('A1:G1', 'A2:D2', 'E2:G2', 'D3:E3', 'A3:A4', 'B3:B4', 'C3:C4'),
  );
  assert.equal(found.header.last, 4);
  assert.equal(found.fields, 'skip fullName birthDate citizenId skip joined post');
});

test('a header and values in TCVN3; toned capitals are given back', () => {
  const found = plan(`
Danh s¸ch héi viªn
TT|Hä vµ tªn|N¨m sinh|§¬n vÞ|Ghi chó
1|NguyÔn ThÞ HuyÒn Trang|1971|Tr\u00adêng THCS ChiÒng Khoong|§¶ng viªn
2|Lß V¨n ¸nh|12/3/68|Tr\u00adêng THCS ChiÒng Khoong|§¶ng viªn; vµo héi 2009
3|§ç thÞ ót|25569|Tr\u00adêng THPT S¬n La|`);
  assert.equal(found.header.encoding, 'tcvn3');
  assert.deepEqual(found.header.titles, ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị', 'Ghi chú']);
  assert.deepEqual(found.names, ['3 Nguyễn Thị Huyền Trang', '4 Lò Văn Ánh', '5 Đỗ Thị Út']);
  assert.deepEqual(
    found.read.map(({ values }) => values.birthDate),
    ['1971', '1968-03-12', '1970-01-01'],
  );
  const note = found.columns[4]!;
  assert.deepEqual([note.field, note.sensitive], ['skip', true]);
});

test('a header in VIQR and one in VNI', () => {
  const viqr = plan(
    `
Ho. va` +
      '`' +
      ` te^n|Na(m sinh|DDie^.n thoa.i
Nguye^~n Va(n DDu+'c|1968|0912000118`,
  );
  assert.deepEqual(viqr.header.titles, ['Họ và tên', 'Năm sinh', 'Điện thoại']);
  const vni = plan(`
Hoï vaø teân|Naêm sinh|Ñieän thoaïi
Nguyeãn Vaên Ñöùc|1968|0912000118
Traàn Thò Thuûy|1970|0912000119
Leâ Vaên Huøng|1971|0912000120`);
  assert.deepEqual(vni.header.titles, ['Họ và tên', 'Năm sinh', 'Điện thoại']);
  assert.deepEqual(vni.names, ['2 Nguyễn Văn Đức', '3 Trần Thị Thủy', '4 Lê Văn Hùng']);
});

test('no header at all: the values tell', () => {
  const found = plan(`
1|Nguyễn Văn An|12/03/1968|Nam|0912000118|Chi hội 1|2010|a@b.vn|014068001234
2|Trần Thị Bình|1970|Nữ|0912000119|Chi hội 1|2011|c@b.vn|014170001235
3|Lê Văn Cường|01/1980|Nam|0912000120|Chi hội 2|2012|d@b.vn|014080001236`);
  assert.deepEqual(found.header.rows, []);
  assert.equal(found.header.last, 0);
  assert.equal(found.shape, '');
  assert.equal(found.fields, 'skip fullName birthDate gender phones branch joined email citizenId');
  assert.equal(found.columns[8]!.sensitive, true);
  assert.equal(found.read.length, 3);
});

test('no header, name in two columns, below a title', () => {
  const found = plan(`
Danh sách chi hội Chiềng Sinh
Nguyễn Văn|An|1968
Trần Thị|Bình|1970
Lê Văn|Cường|1980`);
  assert.equal(found.header.last, 1);
  assert.equal(found.fields, 'familyMiddle given birthDate');
  assert.deepEqual(found.names, ['2 Nguyễn Văn An', '3 Trần Thị Bình', '4 Lê Văn Cường']);
});

test('one column of names, with and without a header', () => {
  assert.deepEqual(plan('Họ và tên\nNguyễn Văn An\nY Ly').names, ['2 Nguyễn Văn An', '3 Y Ly']);
  assert.deepEqual(plan('Nguyễn Văn An\nLò Thị Pâng\nY Ly').names, [
    '1 Nguyễn Văn An',
    '2 Lò Thị Pâng',
    '3 Y Ly',
  ]);
});

test('headings, repeated headers, totals and signatures are no members', () => {
  const found = plan(`
STT|Họ và tên|Năm sinh|Điện thoại|Ghi chú
I|Chi hội Chiềng Sinh (2 hội viên)
1|Nguyễn Văn An|1968|0912000118|
2|Lò Thị Pâng|1975||
||||
II. CHI HỘI MƯỜNG BÚ:
STT|Họ và tên|Năm sinh|Điện thoại|Ghi chú
1|Quàng Văn Én|1980||
(1)|(2)|(3)|(4)|(5)
2|Tòng Thị Ương
3
4||1981|0912000777|
Tổ 3
1|Cà Thị Ẻn|1990|0987000204|
|Tổng cộng: 6 người||6|
Sơn La, ngày 12 tháng 5 năm 2024
|NGƯỜI LẬP BIỂU||CHỦ TỊCH|
|(Ký, ghi rõ họ tên)||(Ký tên, đóng dấu)|
|Lò Văn Lập||Nguyễn Văn Chủ|`);
  assert.deepEqual(
    found.read.map(({ rowNumber, state, values }) => [
      rowNumber,
      state,
      values.given,
      values.branch,
    ]),
    [
      [3, 'ready', 'An', 'Chi hội Chiềng Sinh'],
      [4, 'ready', 'Pâng', 'Chi hội Chiềng Sinh'],
      [8, 'ready', 'Én', 'CHI HỘI MƯỜNG BÚ'],
      [10, 'ready', 'Ương', 'CHI HỘI MƯỜNG BÚ'],
      [12, 'rejected', '', 'CHI HỘI MƯỜNG BÚ'],
      [14, 'ready', 'Ẻn', 'Tổ 3'],
    ],
  );
});

test('names that begin like headings stay members', () => {
  const found = plan(`
STT|Họ và tên|Năm sinh
1|Hội Văn An|1968
2|Tống Văn Cộng|1970
3|Báo Thị Ử|1971
4|Tô Văn Trường|1972
5|Ban Văn Chủ|1973`);
  assert.equal(found.read.length, 5);
});

test('after the signatures another list may follow', () => {
  const found = plan(`
STT|Họ và tên|Năm sinh|Nơi công tác
1|Nguyễn Văn An|1968|Trường THCS
|Người lập biểu||
|Lò Văn Lập||
Chi hội 2
1|Lò Thị Pâng|1975|Trường THPT`);
  assert.deepEqual(found.names, ['2 Nguyễn Văn An', '6 Lò Thị Pâng']);
  assert.equal(found.read[1]!.values.branch, 'Chi hội 2');
});

test('a heading goes before a column of branches that is empty only', () => {
  const found = plan(`
STT|Họ và tên|Năm sinh|Chi hội
|Chi hội 1||
1|Nguyễn Văn An|1968|
2|Lò Thị Pâng|1975|Chi hội 9`);
  assert.deepEqual(
    found.read.map(({ values }) => values.branch),
    ['Chi hội 1', 'Chi hội 9'],
  );
});

test('reading that goes on in the middle knows its heading', () => {
  const { columns } = planSheet(sheet('STT|Họ và tên|Năm sinh\n1|Nguyễn Văn An|1968'), [], today);
  const reader = rosterReader(columns, { today, sensitive: false, section: 'Chi hội 7' });
  assert.equal(reader.read(sheet('1|Nguyễn Văn An|1968')[0]!)!.values.branch, 'Chi hội 7');
});

type Guess = readonly [titles: string, values: readonly string[], fields: string];
const guesses: readonly Guess[] = [
  ['Họ đệm|Tên|NTNS', ['Nguyễn Văn|An|1968', 'Lò Thị|Pâng|1970'], 'familyMiddle given birthDate'],
  ['Họ|Tên|NS', ['Nguyễn Văn|An|1968', 'Lò Thị|Pâng|1970'], 'familyMiddle given birthDate'],
  ['Họ|Đệm|Tên', ['Nguyễn|Văn|An', 'Lò|Thị|Pâng'], 'family middle given'],
  [
    'TT|Tên|SĐT',
    ['1|Nguyễn Văn An|0912000118', '2|Lò Thị Pâng|0912000119'],
    'skip fullName phones',
  ],
  [
    'Ho va ten|Ngay sinh|Gioi tinh|So dien thoai',
    ['Nguyen Van An|1968|Nam|0912000118'],
    'fullName birthDate gender phones',
  ],
  [
    'HỌ VÀ TÊN|NĂM SINH|NAM/NỮ|ĐT',
    ['NGUYỄN VĂN AN|1968|Nam|0912000118'],
    'fullName birthDate gender phones',
  ],
  [
    'Full name|Date of birth|Gender|Phone|Email',
    ['Nguyễn Văn An|1968|M|0912000118|a@b.vn'],
    'fullName birthDate gender phones email',
  ],
  [
    'Họ tên|Ngày|Tháng|Năm',
    ['Nguyễn Văn An|1|2|1968', 'Lò Thị Pâng|3|4|1970'],
    'fullName birthDay birthMonth birthYear',
  ],
  [
    'Ho ten|Ngay|Thang|Nam',
    ['Nguyen Van An|1|2|1968', 'Lo Thi Pang|3|4|1970'],
    'fullName birthDay birthMonth birthYear',
  ],
  ['Họ tên|Nam|Nữ', ['Nguyễn Văn An|x|', 'Lò Thị Pâng||x'], 'fullName male female'],
  [
    'Họ tên|Học hàm, học vị|Chuyên môn|Nơi công tác|Chức vụ',
    [
      'Nguyễn Văn An|TS|Toán học|Trường ĐH|Hiệu trưởng',
      'Lò Thị Pâng|ThS|Vật lý|Trường ĐH|Giảng viên',
    ],
    'fullName degrees field workplace job',
  ],
  ['Họ tên|Đơn vị', ['Nguyễn Văn An|Chi hội 1', 'Lò Thị Pâng|Chi hội 2'], 'fullName branch'],
  ['Họ tên|Đơn vị', ['Nguyễn Văn An|Sở Y tế', 'Lò Thị Pâng|Trường THCS'], 'fullName workplace'],
  [
    'Họ tên|Nghề nghiệp|Chức vụ',
    ['Nguyễn Văn An|Giáo viên|Chủ tịch', 'Lò Thị Pâng|Bác sĩ|Ủy viên'],
    'fullName job post',
  ],
  [
    'Họ tên|Năm vào hội|Năm sinh|Ngày vào Đảng',
    ['Nguyễn Văn An|2010|1968|03/02/1998', 'Lò Thị Pâng|2011|1970|'],
    'fullName joined birthDate party',
  ],
  [
    'Họ tên|Dân tộc|Tôn giáo|Đảng viên|CCCD',
    ['Nguyễn Văn An|Kinh|Không|x|014068001234'],
    'fullName ethnicity religion party citizenId',
  ],
  [
    'Họ tên|Hội|Chi hội|Số thẻ|Ghi chú',
    ['Nguyễn Văn An|Hội Khuyến học|Chi hội 1|KH-01|'],
    'fullName association branch cardNumber note',
  ],
  [
    'Họ tên|ĐT cơ quan|ĐT di động',
    ['Nguyễn Văn An|02123852000|0912000118'],
    'fullName phones phones',
  ],
  ['Họ tên|Quê quán|Nơi ở hiện nay', ['Nguyễn Văn An|Thái Bình|Sơn La'], 'fullName skip address'],
  ['Họ tên|Thường trú', ['Nguyễn Văn An|Sơn La'], 'fullName address'],
  [
    'Họ tên|Số',
    ['Nguyễn Văn An|0912000118', 'Lò Thị Pâng|0912000119', 'Y Ly|0912000220'],
    'fullName phones',
  ],
  ['Họ tên|Cột lạ', ['Nguyễn Văn An|a@b.vn', 'Lò Thị Pâng|c@d.vn'], 'fullName email'],
  [
    'Họ tên|Ngày sinh|Ngày sinh',
    ['Nguyễn Văn An|1968|1968', 'Lò Thị Pâng|1970|1970'],
    'fullName birthDate skip',
  ],
  [
    'Họ và tên (in hoa)|Ngày tháng năm sinh (dd/mm/yyyy)|Số điện thoại (nếu có)',
    ['Nguyễn Văn An|12/03/1968|0912000118'],
    'fullName birthDate phones',
  ],
  [
    'Họ tên|Loại hội viên|Hình thức tham gia',
    ['Nguyễn Văn An|Chính thức|abc'],
    'fullName kind skip',
  ],
];
for (const [titles, values, fields] of guesses) {
  test(`${titles} → ${fields}`, () => {
    assert.equal(plan([titles, ...values].join('\n')).fields, fields);
  });
}

test('a title and its values together are surer than the title alone', () => {
  const [full] = plan('Họ và tên|SĐT\nNguyễn Văn An|0912000118\nLò Thị Pâng|0912000119').columns;
  assert.deepEqual([full!.reason, full!.certainty], ['both', 0.99]);
  const against = plan(
    `Họ và tên|Điện thoại\n${Array.from({ length: 8 }, () => 'Lò Thị Pâng|Sơn La').join('\n')}`,
  );
  assert.ok(against.columns[1]!.certainty < 0.6, String(against.columns[1]!.certainty));
});

test('American dates are seen by the whole column', () => {
  const found = plan('Họ tên|Ngày sinh\nNguyễn Văn An|3/25/1968\nLò Thị Pâng|4/5/1970');
  assert.equal(found.columns[1]!.hint, 'month-first');
  assert.deepEqual(
    found.read.map(({ values }) => values.birthDate),
    ['1968-03-25', '1970-04-05'],
  );
});

test('a shape is known again whatever dấu and case; other titles, another shape', () => {
  const shape = (titles: string): string => plan(`${titles}\nNguyễn Văn An|1968`).shape;
  assert.equal(shape('Họ và tên|Năm sinh'), shape('HO VA TEN|năm sinh:'));
  assert.equal(shape('Họ và tên|Năm sinh'), shape('Hä vµ tªn|N¨m sinh'));
  assert.notEqual(shape('Họ và tên|Năm sinh'), shape('Họ và tên|Ngày sinh'));
  assert.notEqual(shape('Họ và tên|Năm sinh'), shape('Năm sinh|Họ và tên'));
});

test('the header is the first one, also where a later page says more words in one row', () => {
  const found = plan(`
STT|Họ và tên|Ngày sinh||Địa chỉ|||SĐT
||Nam|Nữ|Bản|Xã|Huyện|
1|Nguyễn Văn An|1968||Bản Bó|Chiềng Sinh|Mai Sơn|0912000118
STT|Họ và tên|Nam|Nữ|Bản|Xã|Huyện|SĐT
2|Lò Thị Pâng||1975|Bản Bó|Mường Bú|Mường La|0912000119`);
  assert.deepEqual(found.header.rows, [1, 2]);
  assert.deepEqual(found.names, ['3 Nguyễn Văn An', '5 Lò Thị Pâng']);
});

test('columns of few short words are read in the encoding of the sheet', () => {
  const found = plan(`
TT|Hä vµ tªn|Giíi tÝnh|Tr×nh ®é|N¬i c«ng t¸c|§iÖn tho¹i
I. Chi héi M\u00adêng Bó
1|NguyÔn ThÞ HuyÒn Trang|N÷|§H|Tr\u00adêng THCS ChiÒng Khoong|0912000118
2|Lß V¨n ¸nh|Nam|C§|Tr\u00adêng THCS ChiÒng Khoong|0912000119
3|§ç ThÞ ót|N÷|§H|Tr\u00adêng THPT S¬n La|`);
  assert.deepEqual(
    found.read.map(({ state, values }) => [state, values.gender, values.degrees, values.branch]),
    [
      ['ready', 'female', ['ĐH'], 'Chi hội Mường Bú'],
      ['ready', 'male', ['CĐ'], 'Chi hội Mường Bú'],
      ['ready', 'female', ['ĐH'], 'Chi hội Mường Bú'],
    ],
  );
});

test('a sheet that is Unicode is not read otherwise for one odd column', () => {
  const found = plan(`
Họ và tên|Giới tính|Ghi chú
Nguyễn Thị Huyền Trang|Nữ|§H
Lò Văn Ánh|Nam|÷`);
  assert.deepEqual(
    found.read.map(({ values }) => [values.gender, values.note]),
    [
      ['female', '§H'],
      ['male', null],
    ],
  );
});

test('one title over two columns of the name, merged or not', () => {
  const rows = `
TT | Họ và tên | | Ngày sinh
1 | Nguyễn Thị | Lan | 12/03/1968
2 | Lò Văn | Hặc | 1950
3 | Giàng A | Tủa | 05/1972`;
  for (const merges of [[], merged('B1:C1')]) {
    const found = plan(rows, merges);
    assert.equal(found.fields, 'skip familyMiddle given birthDate');
    assert.deepEqual(found.names, ['2 Nguyễn Thị Lan', '3 Lò Văn Hặc', '4 Giàng A Tủa']);
  }
  const untitled = `
TT | Họ và tên | | Ngày sinh
1 | Nguyễn Thị Lan | Nữ | 12/03/1968
2 | Lò Văn Hặc | Nam | 1950`;
  assert.equal(plan(untitled).columns[1]?.field, 'fullName');
});

test('signs for genders that the title explains', () => {
  const gender = (title: string, ...cells: string[]) =>
    plan(
      `Họ và tên | ${title}\n${cells.map((cell, at) => `Lò Văn ${'ABC'[at]} | ${cell}`).join('\n')}`,
    ).read.map(({ values }) => values.gender);
  assert.deepEqual(gender('Giới tính (Nam: 1, Nữ: 0)', '1', '0'), ['male', 'female']);
  assert.deepEqual(gender('Phái (0: Nam; 1: Nữ)', '0', '1'), ['male', 'female']);
  assert.deepEqual(gender('Giới tính (1 - Nam, 2 - Nữ)', '1', '2'), ['male', 'female']);
  assert.deepEqual(gender('Giới tính Nam/Nữ (1/0)', '0', '1'), ['female', 'male']);
  assert.deepEqual(gender('Giới tính', '1', '0'), [null, null]);
});

test('names with titles in every row are names, not degrees', () => {
  const found = plan(`
STT | Họ và tên | Ngày sinh
1 | ThS.BS Bùi Thị Oanh | 22/12/1989
2 | BS CKII Đỗ Đăng Đạt | 05/05/1941`);
  assert.equal(found.fields, 'skip fullName birthDate');
});

test('a sheet named after a branch', () => {
  assert.equal(branchOfSheet('Chi hội Mường La'), 'Chi hội Mường La');
  assert.equal(branchOfSheet('2. CHI HỘI 3 (25 hội viên)'), null);
  assert.equal(branchOfSheet('Chi hội 3 (25 hội viên)'), 'Chi hội 3');
  for (const name of ['Sheet1', 'Hội viên 2024', 'DS', 'Chi hội'])
    assert.equal(branchOfSheet(name), null);
});
