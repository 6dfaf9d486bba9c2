import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText, textFindings } from './text/index.ts';

const found = (text: string) =>
  textFindings(readText(text)).map(({ code, stated, computed }) => [code, stated, computed]);

test('numbers of a text: what counts and what names', () => {
  const values = (text: string) => readText(text).mentions.map(({ value }) => value);
  assert.deepEqual(
    values('Năm 2019 có 22 hội, khoảng 20.000 hội viên, 1,8 vạn trí thức'),
    [22, 20000, 18000],
  );
  assert.deepEqual(
    values('Quyết định 14/2014/QĐ-TTg ngày 14/2/2014, lần thứ 5, giai đoạn 2016 - 2020'),
    [],
  );
  assert.deepEqual(values('Đạt 27,4 % và 05 lớp; 110.000 người; 2 triệu'), [27.4, 5, 110000, 2e6]);
  assert.deepEqual(values('Chỉ thị 42-CT/TW, Nghị quyết 27-NQ/TW, quý 3, điều 9'), []);
});

const right = [
  '93 nhiệm vụ khoa học; trong đó 86 nhiệm vụ cấp tỉnh, 07 nhiệm vụ cấp quốc gia.',
  '04 Giải pháp đạt giải toàn quốc (02 Giải Khuyến khích 1 Giải Ba, 1 Giải Nhì)',
  '30 giải pháp đạt giải (01 giải Nhất, 05 giải Nhì, 10 giải Ba và 14 giải Khuyến khích.',
  '25 đề tài đạt giải và 02 đề tài đạt giải Cuộc thi toàn quốc (01 giải Nhì, 01 giải Khuyến khích)',
  '33 giải pháp đạt giải và 04 giải pháp đạt giải Hội thi toàn quốc (02 giải Ba, 02 giải Khuyến khích).',
  'Ban thường vụ gồm 9 đ/c (4 đồng chí ở cơ quan, 2 đ/c hội thành viên, 3 đ/c ở ban ngành (Ban Tuyên giáo, hai sở))',
  '122 hồ sơ gồm 4 hồ sơ rút, 109 hồ sơ đủ phiếu và 9 hồ sơ không đủ phiếu.',
  '106 người được tôn vinh (50 người của liên hiệp hội, 40 người của hội ngành, 16 người do hội đồng đề cử)',
  '142 = 79 + 63; 156 tổ chức = 93 + 63; 38 = 26 + 12',
  'Mười (10) hội thành viên gồm có: Hội A, Hội B, Hội C, Hội D, Hội E, Hội G, Hội H, Hội I, Hội K, Chi hội L.',
  'Cụm 2 gồm 8 đơn vị: Hà Nội, Hải Phòng, Hải Dương, Hà Nam, Bắc Ninh, Nam Định, Hưng Yên và Thái Bình.',
  'Có 3 hội: Hội Khoa học và Kỹ thuật Xây dựng, Hội Làm vườn và Hội Khuyến học',
  'Từ 6 đến 19 tuổi, sinh từ ngày 31/7/1996 đến ngày 31/7/2009.',
  'Từ 6 đến 18 tuổi (sinh từ 31/7/2004 đến 31/7/2016).',
  'Hơn 2.000 tin bài, trong đó có trên 200 bài phổ biến kiến thức, 50 bài giới thiệu trí thức, trên 200 bài trao đổi.',
  'Hơn 20 hội thảo, trong đó 5 hội thảo cấp tỉnh, 3 hội thảo quốc tế.',
  'Tổ chức 20 hội thảo, trong đó 5 hội thảo cấp tỉnh, 3 hội thảo quốc tế.',
  'Số hội viên từ 20.000 lên 25.000, tăng 25%; 93/156 hội, chiếm 59,6%.',
  'Họp 3 phiên (45 đại biểu, 12 khách mời).',
  'Tập huấn 5 lớp (2 lớp cho 80 người, 3 lớp cho 120 người).',
  'Thực hiện 2 nhiệm vụ: tham mưu cho tỉnh, đề xuất các chương trình, kế hoạch lớn.',
  'Số tiền 12.500.000 đồng (Bằng chữ: mười hai triệu năm trăm nghìn đồng).',
  'Liên hiệp hội có 26 hội, 12 hội viên tập thể, với 16.356 hội viên.',
  '',
];
for (const text of right) {
  test(`right: ${text.slice(0, 60)}`, () => assert.deepEqual(found(text), []));
}

const wrong: [string, unknown[]][] = [
  [
    '95 nhiệm vụ khoa học; trong đó 86 nhiệm vụ cấp tỉnh, 07 nhiệm vụ cấp quốc gia.',
    ['text_sum', 95, 93],
  ],
  [
    '05 giải pháp đạt giải toàn quốc (02 giải Khuyến khích, 1 giải Ba, 1 giải Nhì)',
    ['text_sum', 5, 4],
  ],
  [
    '30 giải pháp đạt giải (01 giải Nhất, 05 giải Nhì, 10 giải Ba và 15 giải Khuyến khích',
    ['text_sum', 30, 31],
  ],
  [
    '122 hồ sơ gồm 4 hồ sơ rút, 107 hồ sơ đủ phiếu và 9 hồ sơ không đủ phiếu.',
    ['text_sum', 122, 120],
  ],
  [
    'Ban thường vụ gồm 9 đ/c (4 đồng chí ở cơ quan, 2 đ/c hội thành viên, 4 đ/c ở ban ngành)',
    ['text_sum', 9, 10],
  ],
  ['Có 20 hội thảo, trong đó 25 hội thảo cấp tỉnh.', ['part_exceeds_whole', 25, 20]],
  ['142 = 79 + 64', ['text_sum', 142, 143]],
  ['gồm 5 đơn vị: a, b, c, d', ['text_count', 5, 4]],
  ['Mười (11) hội thành viên', ['text_number', 11, 10]],
  ['Số tiền 12.500.000 đồng (Bằng chữ: mười hai triệu đồng).', ['text_number', 12500000, 12000000]],
  ['Từ 6 đến 19 tuổi, sinh từ ngày 31/7/1996 đến ngày 31/7/2012.', ['age_window', 13, 16]],
  ['Số hội viên từ 20.000 lên 25.000, tăng 20%.', ['growth', 20, 25]],
  ['Số hội viên từ 200 lên 250, tăng 60 người.', ['text_difference', 60, 50]],
  ['93/156 hội, chiếm 61,6%', ['ratio', 61.6, 59.6]],
];
for (const [text, problem] of wrong) {
  test(`wrong: ${text.slice(0, 60)}`, () => assert.deepEqual(found(text), [problem]));
}
