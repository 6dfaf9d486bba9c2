import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText, checkValue } from '../testing.ts';

// Figures as they were published, in the shapes in which offices send them.
const right: Record<string, string> = {
  'prizes of the 17th national contest': `
Giải;Số giải
Nhất;6
Nhì;12
Ba;24
Khuyến khích;42
Tổng số;84`,
  'national honours 2022': `
Kết quả xét;Số hồ sơ
Rút hồ sơ;4
Đủ phiếu đồng ý;109
Không đủ phiếu;9
Tổng cộng;122`,
  'the total stands first': `
Khối giới thiệu;Số người
Tổng số;106
Liên hiệp hội tỉnh;50
Hội ngành toàn quốc;40
Hội đồng đề cử;16`,
  'groups with sub-totals and one of all': `
TT;Đơn vị;2020;2024
A;Hội ngành;;
1;Hội thứ nhất;40;50
2;Hội thứ hai;39;43
;Cộng A;79;93
B;Địa phương;;
1;Miền Bắc;25;25
2;Miền Nam;38;38
;Cộng B;63;63
;Tổng cộng;142;156`,
  'heads that have their own figures, the total first': `
TT;Loại;Số lượng
;Tổng số;38
I;Hội thành viên;26
1;Hội ngành kỹ thuật;16
2;Hội ngành khác;10
II;Hội viên tập thể;12`,
  'shares by largest remainder': `
Lĩnh vực;Số giải pháp;Tỷ lệ (%)
Một;63;27,4
Hai;38;16,5
Ba;27;11,7
Bốn;56;24,4
Năm;46;20,0
Tổng cộng;230;100,0`,
  'rates that are no shares': `
Hội;Kế hoạch;Thực hiện;Tỷ lệ (%)
A;10;9;90
B;20;22;110
C;8;8;100
D;40;30;75`,
  'two years, each with its total, men and women': `
TT;Hội;Năm 2020;;;Năm 2021;;
;;Tổng;Nam;Nữ;Tổng;Nam;Nữ
1;Hội A;10;4;6;12;5;7
2;Hội B;20;10;10;22;11;11
;Tổng;30;14;16;34;16;18`,
  'growth, decrease without a minus': `
Chỉ tiêu;Năm 2019;Năm 2020;Tăng (%)
Hội thảo;20;25;25
Tập huấn;10;12;20
Hội viên;20.000;22.000;10`,
  'parts that are named among others': `
Chỉ tiêu;Đơn vị tính;Năm 2020
Tổng số hội viên;người;16.356
Trong đó: nữ;người;5.000
Trong đó: trí thức;người;4.200
Số hội;hội;38`,
  'numbered rows that are no parts': `
STT;Chỉ tiêu;Giá trị
1;Hội viên;110000
1.1;Nữ;40000
1.2;Trí thức;18000
2;Hội;22`,
  'some districts beside the whole province': `
Huyện;Số hội viên
Mai Sơn;1.000
Mường La;800
Toàn tỉnh;110.000`,
  'people with years and points': `
TT;Họ và tên;Năm sinh;Điểm
1;Nguyễn Văn An;1960;90
2;Trần Thị Bình;1971;85,5
3;Lê Văn Cường;1980;70`,
  'prize money, which nobody adds up': `
Giải;Mức thưởng (đồng)
Nhất;40.000.000
Nhì;32.000.000
Ba;24.000.000
Khuyến khích;8.000.000`,
  'means of whole numbers': `
Hội;Số lớp;Số người
A;10;100
B;11;120
C;12;141
Bình quân;11;120,3`,
  'unions beside a national mean, with yes and notes': `
STT;Nội dung;Bình quân cả nước;Tỉnh;Ghi chú
1;Thâm niên bình quân (năm);18,5;9,0;Thành lập năm 2010
2;Số hội thành viên;22,5;19;Lúc mới thành lập có 10
3;Số hội viên (vạn);11;Hơn 30;Hội viên chủ yếu ở một hội
4;Hội thi sáng tạo;58;X;Từ năm 2012
5;Bằng khen;45;X;5 bằng khen của tỉnh, 6 bằng khen của trung ương
6;Tạp chí;7;0;`,
  'ranks of a part and of its whole': `
STT;Chỉ tiêu;Tỉnh;Xếp hạng
3;Hội viên;300.000;4
;Trong đó: trí thức;25.000;11`,
  'sums of figures that were each rounded': `
Nguồn;Kinh phí (tỷ đồng)
Ngân sách;1,3
Đối ứng;2,4
Tài trợ;0,8
Tổng;4,6`,
  'English marks throughout': `
Hội;Hội viên;Tỷ lệ
A;1,234;34.5%
B;2,345;65.5%
Tổng;3,579;100.0%`,
  'dashes and empty cells are nothing where there is a total': `
Hội;Lớp
A;5
B;-
C;
D;7
Tổng;12`,
  'telephones, numbers of cards, years, and a total of papers': `
STT;Họ và tên;Năm sinh;Điện thoại;CCCD;Số bài
1;Nguyễn Văn An;1960;0912345678;014060000123;3
2;Trần Thị Bình;1971;987654321;014071000456;4
;Tổng cộng;;;;7`,
  'shares in brackets behind their counts': `
Lĩnh vực;Số giải pháp (tỷ lệ %)
A;63 (27,4%)
B;38 (16,5%)
C;27 (11,7%)
D;56 (24,4%)
E;46 (20,0%)
Tổng cộng;230 (100%)`,
  'shares as a row': `
Lĩnh vực;A;B;C;D;E;Tổng
Số lượng;63;38;27;56;46;230
Tỷ lệ (%);27,4;16,5;11,7;24,4;20,0;100`,
  'levels with sub-totals': `
Cấp;Đơn vị;Hội viên
Tỉnh;Ngành;5.000
;Tập thể;1.000
Cộng cấp tỉnh;;6.000
Huyện;Mai Sơn;200
;Mường La;300
Cộng cấp huyện;;500
Tổng cộng toàn tỉnh;;6.500`,
  'two years that differ much, everywhere': `
Chỉ tiêu;2019;2020
Lớp;5;50
Bài;12;40
Tin;300;30`,
  'nothing but text': `
Hội;Chủ tịch
A;Ông Một
B;Bà Hai`,
  'one line': 'Báo cáo năm 2019',
};
for (const [name, table] of Object.entries(right)) {
  test(`right: ${name}`, () => assert.deepEqual(checkText(table), []));
}

const wrong: [string, string, string[]][] = [
  ['a total', right['national honours 2022']!.replace('122', '123'), ['sum B5 123 122']],
  [
    'a total that stands first',
    right['the total stands first']!.replace('106', '107'),
    ['sum B2 107 106'],
  ],
  [
    'a sub-total',
    right['groups with sub-totals and one of all']!.replace('Cộng A;79', 'Cộng A;78'),
    ['sum C5 78 79'],
  ],
  [
    'the total of sub-totals',
    right['groups with sub-totals and one of all']!.replace('142', '143'),
    ['sum C10 143 142'],
  ],
  [
    'a head against what is under it',
    right['heads that have their own figures, the total first']!.replace(
      'kỹ thuật;16',
      'kỹ thuật;17',
    ),
    ['group_sum C3 26 27'],
  ],
  [
    'a cell where a row and a column cross',
    'Hội;Nam;Nữ;Tổng\nA;30;33;63\nB;21;18;38\nC;17;10;27\nTổng;67;61;128',
    ['sum B3 21 20'],
  ],
  [
    'a share',
    right['shares by largest remainder']!.replace('27,4', '27,5'),
    ['share C2 27.5 27.4'],
  ],
  [
    'a count and a share at once',
    'Lĩnh vực;Nhất;Nhì;Ba;Tổng số;Tỷ lệ (%)\nA;1;3;23;27;32,1\nB;1;2;13;16;19,1\nC;2;4;16;23;26,2\nD;2;3;14;19;22,5\nTổng cộng;6;12;66;84;100,0',
    ['row_sum E4 23 22', 'share F5 22.5 22.6'],
  ],
  [
    'rounded one by one',
    right['shares by largest remainder']!.replace('24,4', '24,3'),
    ['share_total C5 24.3 24.4'],
  ],
  [
    'a count beside its share',
    right['shares by largest remainder']!.replace('38;', '48;'),
    ['sum B3 48 38'],
  ],
  [
    'the total beside shares',
    right['shares by largest remainder']!.replace('230', '240'),
    ['sum B7 240 230'],
  ],
  [
    'shares without counts',
    'Trình độ;Tỷ lệ (%)\nTiến sĩ;12,5\nThạc sĩ;37,5\nĐại học;51,0',
    ['share_total B1 101 100'],
  ],
  ['a rate', right['rates that are no shares']!.replace('30;75', '30;85'), ['ratio D5 85 75']],
  [
    'prizes',
    'Lĩnh vực;Nhất;Nhì;Ba;KK;Tổng giải\nMột;1;2;4;8;15\nHai;1;2;4;8;15\nBa;0;1;3;7;12',
    ['row_sum F4 12 11'],
  ],
  [
    'prizes of one row',
    'Nhất;Nhì;Ba;Khuyến khích;Tổng số giải\n6;12;24;42;86',
    ['row_sum E2 86 84'],
  ],
  [
    'a part greater than the whole',
    right['parts that are named among others']!.replace('5.000', '50.000'),
    ['part_exceeds_whole C3 50000 16356'],
  ],
  [
    'growth',
    right['growth, decrease without a minus']!.replace('12;20', '12;30'),
    ['growth D3 30 20'],
  ],
  ['a mean', right['means of whole numbers']!.replace('120,3', '121,3'), ['mean C5 121.3 120.3']],
  [
    'a digit less',
    'Chỉ tiêu;2017;2018;2019;2020;2021\nHội viên;100.000;102.000;105.000;11.000;110.000',
    ['jump E2 11000 103500'],
  ],
  [
    'years as rows',
    'Năm;Hội thảo\n2016;10\n2017;11\n2018;12\n2019;130\n2020;14',
    ['jump B5 130 11.5'],
  ],
  [
    'a digit more, among three years',
    'Năm;Số giải;Số hồ sơ\n2016;20;100\n2017;22;110\n2018;21;1050',
    ['jump C4 1050 105'],
  ],
  [
    'a digit more, beside steady rows of two years',
    'Chỉ tiêu;2019;2020\nHội viên;16.000;160.500\nHội;22;22\nLớp;30;31',
    ['jump C2 160500 16000'],
  ],
  [
    'a part that jumps, once, and not its total',
    'Đơn vị;2016;2017;2018;2019\nA;1200;1250;1300;13500\nB;800;820;810;830\nTổng;2000;2070;2110;14330',
    ['jump E2 13500 1250'],
  ],
  [
    'a share in brackets',
    right['shares in brackets behind their counts']!.replace('24,4', '24,3'),
    ['share_total B5 24.3 24.4'],
  ],
  [
    'a share in a row',
    right['shares as a row']!.replace('24,4', '24,3'),
    ['share_total E3 24.3 24.4'],
  ],
  [
    'shares of fractions, without titles',
    '63/230;27,4\n38/230;16,5\n27/230;11,7\n56/230;24,3\n46/230;20,0',
    ['share_total B4 24.3 24.4'],
  ],
  [
    'a sub-total of a level',
    right['levels with sub-totals']!.replace(';;500', ';;510'),
    ['sum C7 510 500'],
  ],
  ['prizes without titles', 'Nhất;6\nNhì;12\nBa;24\nKK;48\nTổng;92', ['sum B5 92 90']],
  [
    'a unit under a heading',
    'TT;Chỉ tiêu;ĐVT;Số\nI;Tổ chức;;\n1;Hội;hội;26\n2;Hội viên;;16.356\nII;Phổ biến;;\n1;Lớp;lớp;22',
    ['missing_unit C4 null null'],
  ],
  ['marks', 'Hội;Hội viên\nA;1.234\nB;2.345\nC;1,500\nD;3.000', ['mixed_format B4 1,500 1500']],
  ['letters', 'Hội;Hội viên\nA;1.234\nB;2.345\nC;1O5\nD;3.000', ['not_a_number B4 1O5 105']],
  [
    'an empty cell',
    'TT;Hội;Lớp\n1;A;5\n2;B;6\n3;C;\n4;D;7\n5;E;8\n6;G;9',
    ['missing_value C4 null null'],
  ],
  [
    'a unit',
    'Chỉ tiêu;Đơn vị tính;Giá trị\nHội;hội;5\nLớp;lớp;6\nNgười;;8\nTrang;trang;9',
    ['missing_unit B4 null null'],
  ],
  [
    'a row twice',
    'TT;Hội;Lớp\n1;Hội Y học;5\n2;Hội Luật gia;6\n3;Hội Y học;5',
    ['duplicate_row A4 Hội Y học null'],
  ],
  ['numbers of rows', 'TT;Hội;Lớp\n1;A;5\n2;B;6\n4;C;7\n5;D;9', ['numbering A4 4 3']],
  [
    '6.4 before 6.2',
    'TT;Việc;Số\n6.;Tham mưu;\n6.4.;Với tỉnh;25\n6.2.;Tư vấn;46',
    ['numbering A3 6.4. 6.1'],
  ],
  [
    'days',
    'Việc;Từ ngày;Đến ngày\nA;05/01/2020;04/01/2020',
    ['date_order C2 2020-01-04 2020-01-05'],
  ],
  [
    'a note that lists its figure',
    'Chỉ tiêu;Tỉnh;Ghi chú\nNhân lực;10;3 lãnh đạo, 1 chuyên trách, 02 cán bộ nghỉ hưu',
    ['text_sum C2 10 6'],
  ],
  [
    'a note that names fewer',
    'Cụm;Số;Ghi chú\nHai;8;gồm 8 đơn vị: Hà Nội, Hải Phòng, Hải Dương, Hà Nam, Bắc Ninh, Nam Định, Hưng Yên',
    ['text_count C2 8 7'],
  ],
];
for (const [name, table, problems] of wrong) {
  test(`wrong: ${name}`, () => assert.deepEqual(checkText(table.replace(/^\n/, '')), problems));
}

const prizes = [
  { giai: 'Nhất', so: 6 },
  { giai: 'Nhì', so: 12 },
  { giai: 'Ba', so: 24 },
  { giai: 'Khuyến khích', so: 42 },
];

test('JSON: right tables in many shapes', () => {
  for (const value of [
    prizes,
    [...prizes, { giai: 'Tổng', so: 84 }],
    { title: 'Giải', rows: prizes, total: 84, narrative: 'Có 6 giải Nhất và 12 giải Nhì.' },
    { rows: prizes, total: { so: 84 } },
    { items: prizes, total: 4, next: null },
    { items: prizes, total: 400, next: '/x?page=2' },
    {
      columns: ['Giải', 'Số'],
      rows: prizes.map(({ giai, so }) => [giai, so]),
      totals: ['Tổng', 84],
    },
    [['Giải', 'Số'], ...prizes.map(({ giai, so }) => [giai, so]), ['Cộng', 84]],
    { tong: 10, nam: 4, nu: 6, nguon: 'x' },
    { nam: 2019, tong: 10, a: 4, b: 6 },
    { total: 10, parts: { a: 4, b: 6 } },
    {
      a: { nam: 1, nu: 2, tong: 3 },
      b: { nam: 2, nu: 2, tong: 4 },
      tong: { nam: 3, nu: 4, tong: 7 },
    },
    { so_hoi: 10, con: [{ so_hoi: 4 }, { so_hoi: 6 }] },
    { value: 5, history: [{ value: 3 }, { value: 4 }] },
    { total: 90, nhat: 6, nhi: 12, ba: 24, kk: 48, nam: [2017, 2018, 2019] },
    { total: 90, nhat: 6, nhi: 12, ba: 24, kk: 48, hoi: [{ so: 5 }, { so: 7 }] },
    { tong: 110000, trong_do_nu: 40000, tri_thuc: 18000 },
    { tong: 110000, trong_do: { nu: 40000, tri_thuc: 18000 } },
    { tong_so: 100, dang_vien: 40, nu: 30, tri_thuc: 60 },
    { tong_hoi: 38, hoi_thanh_vien: 26, hoi_vien_tap_the: 12, tong_hoi_vien: 16356 },
    {
      bai: [
        { ten: 'a', luot: 512 },
        { ten: 'b', luot: 300 },
      ],
      total: 57,
    },
    { total: 122, phieu: { yes: 109, no: 9, rut: 4 }, gioi_thieu: { a: 50, b: 40 } },
    { total: 230, theo_gioi: { nam: 130, nu: 100 }, theo_tuoi: { tre: 100, gia: 120 } },
    { thu: { a: 200, b: 300 }, chi: { c: 300, d: 180 }, tong_thu: 500, tong_chi: 480 },
    { total: 7, lien_he: [{ dien_thoai: 912345678, ma: 3 }], so: [3, 4], nam: 2019 },
    {
      rows: [2, 3, 4].map((n) => ({
        ten: `Hội ${n}`,
        nam: n,
        nu: 2 * n,
        tong: 3 * n,
        lop: { mot: n, hai: 1 },
        ky: [{ so: n }],
      })),
    },
    { total: '1.234,5', parts: { a: '1.000,0', b: '234,5' } },
    { ty_le_hoan_thanh: [90, 95, 99.5], tong_ket: 'Hoàn thành 95 % của 3 chỉ tiêu năm 2019.' },
    { rows: [{ ten: 'Hội viên', so: { 2017: 100, 2018: 102, 2019: 104, 2020: 101 } }] },
    {
      org: 'x',
      on: '2019-12-31',
      peers: 63,
      rows: [
        { code: '1', label: 'Thâm niên', unit: 'năm', national: 18.5, own: 9, rank: 5, note: null },
        {
          code: '2',
          label: 'Hội thi',
          unit: null,
          national: 58,
          own: true,
          rank: null,
          note: 'Từ năm 2012',
        },
      ],
    },
    [],
    {},
    null,
    5,
    'x',
  ]) {
    assert.deepEqual(checkValue(value), [], JSON.stringify(value));
  }
});

test('JSON: what is wrong is at its pointer', () => {
  const found: [unknown, string[]][] = [
    [[...prizes, { giai: 'Tổng', so: 85 }], ['sum /4/so 85 84']],
    [{ rows: prizes, total: 85 }, ['sum /total 85 84']],
    [{ rows: prizes, total: { so: 85 } }, ['sum /total/so 85 84']],
    [{ rows: prizes, narrative: 'Có 7 giải Nhất.' }, []],
    [
      { rows: [{ label: 'Giải Nhất', value: 6 }], narrative: 'Có 7 giải Nhất.' },
      ['narrative /narrative 7 6'],
    ],
    [
      { tables: [{ rows: [...prizes, { giai: 'Tổng', so: 83 }] }, { rows: prizes }] },
      ['sum /tables/0/rows/4/so 83 84'],
    ],
    [{ tong: 10, nam: 4, nu: 7 }, ['sum /tong 10 11']],
    [{ total: 10, parts: { a: 4, b: 7 } }, ['sum /total 10 11']],
    [{ so_hoi: 10, con: [{ so_hoi: 4 }, { so_hoi: 7 }] }, ['sum /so_hoi 10 11']],
    [
      { total: 92, nhat: 6, nhi: 12, ba: 24, kk: 48, hoi: [{ so: 5 }, { so: 7 }] },
      ['sum /total 92 90'],
    ],
    [
      { 'Tổng số giải': 92, 'Giải Nhất': 6, 'Giải Nhì': 12, 'Giải Ba': 24, 'Khuyến khích': 48 },
      ['sum /Tổng số giải 92 90'],
    ],
    [{ total: 92, parts: [6, 12, 24, 48], nam: [2019, 2020] }, ['sum /total 92 90']],
    [{ tongSoGiai: 85, giai: prizes, hoi: [{ so: 80 }] }, ['sum /tongSoGiai 85 84']],
    [{ rows: prizes, summary: { total: 85 } }, ['sum /summary/total 85 84']],
    [
      {
        rows: [
          { x: 4, y: 5 },
          { x: 6, y: 7 },
        ],
        total_x: 10,
        total_y: 13,
      },
      ['sum /total_y 13 12'],
    ],
    [
      { tong: 100, trong_do: { nu: 140, tri_thuc: 18 } },
      ['part_exceeds_whole /trong_do/nu 140 100'],
    ],
    [
      { thu: { a: 200, b: 300 }, chi: { c: 300, d: 180 }, tong_thu: 510, tong_chi: 480 },
      ['sum /tong_thu 510 500'],
    ],
    [
      { tong: 150, huyen: { 'Mai Sơn': { tong: 60 }, 'Mường La': { tong: 80 } } },
      ['sum /tong 150 140'],
    ],
    [
      { so: [63, 38, 27, 56, 46], percent: [27.4, 16.5, 11.7, 24.3, 20], total: 230 },
      ['share_total /percent/3 24.3 24.4'],
    ],
    [{ ty_le: { a: 27.4, b: 16.5, c: 11.7, d: 24.5, e: 20 } }, ['share_total /ty_le 100.1 100']],
    [
      { lich_su: { 2016: 100000, 2017: 102000, 2018: 105000, 2019: 11000 } },
      ['jump /lich_su/2019 11000 102000'],
    ],
    [
      { nam: [2017, 2018, 2019], rows: [{ ten: 'Hội viên', values: [1020, 1050, 11000] }] },
      ['jump /rows/0/values/2 11000 1035'],
    ],
    [
      {
        rows: [
          { chi_tieu: 'Hội viên', don_vi: 'người', so: 5 },
          { chi_tieu: 'Hội', don_vi: '', so: 22 },
          { chi_tieu: 'Lớp', don_vi: 'lớp', so: 3 },
        ],
      },
      ['missing_unit /rows/1/don_vi null null'],
    ],
    [
      {
        giai: { nhat: 6, nhi: 12, ba: 24 },
        loi_van: ['Có 42 giải.', 'Trao 43 giải, gồm 6 giải Nhất, 12 giải Nhì, 24 giải Ba.'],
      },
      ['text_sum /loi_van/1 43 42'],
    ],
    [{ 'a/b': [...prizes, { giai: 'Tổng', so: 85 }] }, ['sum /a~1b/4/so 85 84']],
    [
      [
        { l: 'a', so: 63, ty_le: 27.4 },
        { l: 'b', so: 38, ty_le: 16.5 },
        { l: 'c', so: 27, ty_le: 11.7 },
        { l: 'd', so: 56, ty_le: 24.3 },
        { l: 'e', so: 46, ty_le: 20 },
      ],
      ['share_total /3/ty_le 24.3 24.4'],
    ],
    [
      { narrative: '95 nhiệm vụ; trong đó 86 nhiệm vụ cấp tỉnh, 07 nhiệm vụ cấp quốc gia' },
      ['text_sum /narrative 95 93'],
    ],
  ];
  for (const [value, problems] of found)
    assert.deepEqual(checkValue(value), problems, JSON.stringify(value));
});

test('each row that holds a list is looked at equally often, however many rows there are', () => {
  const looksAtEach = (rows: number): number => {
    let looks = 0;
    const dossiers = Array.from({ length: rows }, (_, at) =>
      Object.defineProperty({ ten: `Giải pháp ${at}` }, 'tac_gia', {
        enumerable: true,
        get: () => {
          looks += 1;
          return [{ ten: 'Lò Văn An', tuoi: 40 + (at % 9) }];
        },
      }),
    );
    assert.deepEqual(checkValue({ name: 'Hội thi', dossiers }), []);
    return looks / rows;
  };
  assert.equal(looksAtEach(60), looksAtEach(30));
});

test('what a message says is compared with the figures of its own place, at every depth', () => {
  const union = (said: number) => ({
    ten: 'Sơn La',
    so_lieu: {
      ten: 'Hội',
      rows: [
        { ten: 'Chi hội', so: 12 },
        { ten: 'Hội viên', so: 640 },
      ],
    },
    loi_van: `Toàn tỉnh có ${said} hội viên tại các huyện.`,
  });
  const value = { tinh: { a: union(640), b: union(641) } };
  assert.deepEqual(checkValue(value), ['narrative /tinh/b/loi_van 641 640']);
});
