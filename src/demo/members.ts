import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findOrganisation } from '../modules/organisations/index.ts';
import { importFile, unwatched } from '../modules/rosters/index.ts';
import type { Cx } from '../platform/command.ts';
import { steady } from './traits.ts';

/** How many people of each association are in the demo's rosters; the declared numbers are larger. */
const rosters: readonly (readonly [organisation: string, people: number, asOf: string])[] = [
  ['sonla-khuyenhoc', 620, '2025-12-31'],
  ['sonla-lichsu', 96, '2025-12-31'],
  ['sonla-dat', 64, '2024-06-30'],
  ['sonla-duochoc', 110, '2025-12-31'],
  ['sonla-kientruc', 58, '2023-12-31'],
  ['hanoi-khuyenhoc', 90, '2025-12-31'],
];

const people = {
  Thái: {
    families: ['Lò', 'Quàng', 'Cầm', 'Tòng', 'Lường', 'Cà', 'Hà', 'Vì', 'Điêu', 'Bạc'],
    male: ['Văn', 'Minh', 'Đức', 'Ngọc'],
    female: ['Thị', 'Thị Ngọc', 'Thị Hương'],
  },
  Mông: {
    families: ['Giàng', 'Mùa', 'Sùng', 'Vàng', 'Thào', 'Hạng', 'Vừ'],
    male: ['A', 'Mí'],
    female: ['Thị', ''],
  },
  Kinh: {
    families: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đỗ', 'Bùi', 'Đặng'],
    male: ['Văn', 'Đức', 'Quang', 'Xuân', 'Mạnh'],
    female: ['Thị', 'Thu', 'Ngọc', 'Thị Thanh'],
  },
} as const;

const given = {
  male: 'Pâng Ổn Dũng Hùng Thắng Én Dếnh Tủa Páo Chu Sơn Hải Đoàn Bình Thành Quân Tuấn Khánh'.split(
    ' ',
  ),
  female:
    'Hoa Hoà Hương Giang Ánh Ẵm Quỳnh Thủy Lan Mỷ Dợ Xuân Yến Phượng Nhung Trang Hiền Ngân'.split(
      ' ',
    ),
};

const towns =
  'Chiềng Sinh|Chiềng An|Mường Sang|Tà Xùa|Mộc Châu|Vân Hồ|Mai Sơn|Thuận Châu|Yên Châu'.split('|');
const works =
  'Trường THPT Tô Hiệu|Trường Đại học Tây Bắc|Bệnh viện đa khoa tỉnh|Sở Nông nghiệp và Môi trường|Trường THCS Quyết Tâm|Trạm Y tế xã|Bảo tàng tỉnh|Đã nghỉ hưu'.split(
    '|',
  );
const fields =
  'Giáo dục|Lịch sử, văn hóa|Nông nghiệp|Y, dược|Khoa học đất|Kiến trúc|Công nghệ thông tin'.split(
    '|',
  );
const degrees = ['', '', '', 'CN', 'KS', 'ThS', 'ThS', 'TS', 'BS', 'PGS, TS'];
const heads = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Điện thoại',
  'Thư điện tử',
  'Học hàm, học vị',
  'Lĩnh vực, chuyên môn',
  'Nơi làm việc',
  'Nơi ở',
  'Chi hội',
  'Ngày vào hội',
  'Số thẻ',
  'Dân tộc',
  'Chức vụ trong hội',
];

function one<T>(list: readonly T[], ...words: readonly (string | number)[]): T {
  return list[Math.floor(steady(...words) * list.length)]!;
}

/** A made-up person, always the same for the same place in the same roster. */
function lineOf(code: string, n: number): string[] {
  const of = (what: string) => [what, code, n] as const;
  const province = code.startsWith('sonla');
  const roll = steady(...of('folk'));
  const folk = !province || roll > 0.7 ? 'Kinh' : roll > 0.25 ? 'Thái' : 'Mông';
  const sex = steady(...of('sex')) < 0.48 ? 'female' : 'male';
  const { families, [sex]: middles } = people[folk];
  const names = [
    one(families, ...of('family')),
    one(middles, ...of('middle')),
    one(given[sex], ...of('given')),
  ];
  const year = 1946 + Math.floor(58 * steady(...of('year')));
  const month = 1 + Math.floor(12 * steady(...of('month')));
  const day = 1 + Math.floor(28 * steady(...of('day')));
  const whole = `${two(day)}/${two(month)}/${year}`;
  const joined = Math.min(
    2025,
    Math.max(2004, year + 24 + Math.floor(20 * steady(...of('joined')))),
  );
  const phone = `0900${String(100000 + Math.floor(899999 * steady(...of('phone'))))}`;
  return [
    names.filter((part) => part !== '').join(' '),
    steady(...of('known')) < 0.2 ? String(year) : whole,
    sex === 'female' ? 'Nữ' : 'Nam',
    steady(...of('calls')) < 0.85 ? phone : '',
    steady(...of('mails')) < 0.3 ? `hv${n}@${code}.example` : '',
    one(degrees, ...of('degree')),
    one(fields, ...of('field')),
    one(works, ...of('work')),
    province ? `Xã ${one(towns, ...of('town'))}, Sơn La` : 'Hà Nội',
    province ? `Chi hội ${one(towns, ...of('branch'))}` : '',
    steady(...of('exact')) < 0.5 ? String(joined) : `15/${two(month)}/${joined}`,
    `${code.slice(0, 2).toUpperCase()}-${code.split('-')[1]!.slice(0, 2).toUpperCase()}-${String(n + 1).padStart(5, '0')}`,
    folk,
    n === 0 ? 'Chủ tịch' : n === 1 ? 'Phó Chủ tịch' : n < 8 ? 'Ủy viên Ban Chấp hành' : '',
  ];
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Some people of one roster stand in the next one too, with their own phone and birth date. */
function linesOf(code: string, count: number): string[][] {
  const own = Array.from({ length: count }, (_, n) => lineOf(code, n));
  if (code === 'sonla-khuyenhoc' || !code.startsWith('sonla')) return own;
  const shared = Array.from({ length: 9 }, (_, n) => lineOf('sonla-khuyenhoc', 40 + n * 3));
  return [
    ...own,
    ...shared.map((line, n) => [
      ...line.slice(0, 11),
      `${own[0]![11]!.slice(0, 6)}9${n}`,
      ...line.slice(12),
    ]),
  ];
}

/** Brings believable rosters in, through the same import that offices use. */
export async function demoMembers(cx: Cx): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-demo-'));
  try {
    for (const [code, count, asOf] of rosters) {
      const organisation = await findOrganisation(cx.db, code);
      if (organisation === null) continue;
      const file = path.join(folder, `${code}.csv`);
      const rows = [heads, ...linesOf(code, count)];
      writeFileSync(
        file,
        `\uFEFF${rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')}`,
      );
      const name = `danh-sach-${code}.csv`;
      const done = await importFile(cx, organisation, { path: file, name, asOf }, unwatched);
      if (!done.ok) throw new Error(`demo: ${JSON.stringify(done.issues)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
