// A roster of any length for measurements and crash tests, always the same for the same seed:
//   node tests/load/roster.ts ROWS FILE [SEED]
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Chooser, chooserFromSeed } from '../../src/kernel/random.ts';

const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Cầm Quàng Tòng Lường Hà Cà Vì Mùa Giàng Sùng Thào Vàng Đinh'.split(
    ' ',
  );
const middles =
  'Văn Thị Đức Minh Quang Hữu Xuân Thu Ngọc Thanh Bá Công Đình Kim Hồng Mạnh Quốc Thế Tuấn Anh Bích Diệu'.split(
    ' ',
  );
const givens =
  'An Anh Bình Chi Cường Dung Dũng Đạt Đức Giang Hà Hải Hằng Hạnh Hiền Hiếu Hoa Hòa Hoà Hùng Hương Huy Khánh Lan Linh Loan Long Mai Minh Nam Nga Ngân Nghĩa Ngọc Nhung Oanh Phong Phúc Phương Quân Quang Quyên Sơn Tâm Thảo Thắng Thành Thủy Thuý Tiến Toàn Trang Trung Tuấn Tùng Tuyết Uyên Vân Việt Vinh Yến'.split(
    ' ',
  );
const degrees = ['', '', '', 'CN', 'KS', 'ThS', 'TS', 'PGS.TS', 'Cử nhân', 'Thạc sĩ'];
const fields = ['Nông nghiệp', 'Y tế', 'Giáo dục', 'Công nghệ thông tin', 'Luật', 'Thủy lợi', ''];
const jobs = ['Giáo viên', 'Bác sĩ', 'Kỹ sư', 'Nông dân', 'Cán bộ hưu trí', ''];
const places = [
  'Mai Sơn',
  'Mộc Châu',
  'Yên Châu',
  'Thuận Châu',
  'Sông Mã',
  'Phù Yên',
  'Bắc Yên',
  'Vân Hồ',
];

export const titles = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Điện thoại',
  'Email',
  'Trình độ',
  'Chuyên ngành',
  'Nghề nghiệp',
  'Địa chỉ',
  'Chi hội',
  'Năm vào hội',
];

const two = (n: number) => String(n).padStart(2, '0');

function birthOf(choose: Chooser, dirty: number): string {
  const year = choose.between(1935, 2004);
  if (dirty === 1) return `31/02/${year}`;
  if (dirty === 2) return 'không rõ';
  if (choose.chance(0.12)) return String(year);
  return `${two(choose.between(1, 28))}/${two(choose.between(1, 12))}/${year}`;
}

/** One row of believable cells; about one in a hundred has something wrong. */
function rowOf(choose: Chooser, base: number, n: number): string[] {
  const dirty = choose.chance(0.01) ? choose.between(1, 4) : 0;
  const female = choose.chance(0.5);
  const middle = choose.chance(0.6) ? (female ? 'Thị' : 'Văn') : choose.pick(middles);
  const second = choose.chance(0.35) ? ` ${choose.pick(middles)}` : '';
  const name = `${choose.pick(families)} ${middle}${second} ${choose.pick(givens)}`;
  const phone = choose.chance(0.85)
    ? `09${String(10_000_000 + ((base + n * 7_919) % 89_999_999))}`
    : '';
  const shared = choose.chance(0.01) ? '02123852000' : phone;
  return [
    String(n),
    dirty === 3 ? '' : dirty === 4 ? name.toUpperCase() : name,
    female ? 'Nữ' : 'Nam',
    birthOf(choose, dirty),
    shared,
    choose.chance(0.2) ? `hoivien${base + n}@example.vn` : '',
    choose.pick(degrees),
    choose.pick(fields),
    choose.pick(jobs),
    `Bản ${choose.between(1, 90)}, ${choose.pick(places)}`,
    `Chi hội ${choose.pick(places)} ${choose.between(1, 40)}`,
    choose.chance(0.7) ? String(choose.between(1980, 2024)) : '',
  ];
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows of a roster, titles first; one in a hundred comes twice. */
export function* rosterRows(rows: number, seed = 'roster'): Generator<string[]> {
  yield titles;
  const choose = chooserFromSeed(seed);
  // People of two rosters have telephones of their own, but for the offices'.
  const base = choose.between(0, 89_999_998);
  let before: string[] | null = null;
  for (let n = 1; n <= rows; n += 1) {
    const again: boolean = before !== null && choose.chance(0.01);
    const row: string[] = again ? [String(n), ...before!.slice(1)] : rowOf(choose, base, n);
    before = row;
    yield row;
  }
}

/** Writes the roster as CSV in UTF-8, in flat memory. */
export async function writeRoster(path: string, rows: number, seed = 'roster'): Promise<void> {
  const out = createWriteStream(path);
  let text = '';
  for (const row of rosterRows(rows, seed)) {
    text += `${row.map(quoted).join(',')}\r\n`;
    if (text.length < 65_536) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
}

if (process.argv[1] === import.meta.filename) {
  const [rows = '300000', file = '/dev/stdout', seed = 'roster'] = process.argv.slice(2);
  await writeRoster(file, Number(rows), seed);
}
