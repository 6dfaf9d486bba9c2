// Files as real offices have them, made here with a known truth: each is imported as the command line
// does it, and who stands in the list afterwards is compared with who was written, name by name.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bytesAs, encodeAs } from '../../kernel/vietnamese/encodings/testing.ts';
import type { TextEncoding } from '../../kernel/vietnamese/encodings/types.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import {
  type OutCell,
  type OutSheet,
  rawBook,
  writeXlsxRows,
  zipOf,
} from '../../platform/documents/tables/testing.ts';
import { testClock, testCx } from '../../platform/testing.ts';
import { coverage } from '../organisations/index.ts';
import {
  exportMembers,
  findImport,
  importFile,
  lookAtFile,
  type MemberLine,
  Refused,
  takeBackImport,
  unwatched,
} from './index.ts';
import { organisation } from './testing.ts';

const everybody =
  "Nguyễn Văn Đức|Trần Thị Ánh|Lê Quốc Ân|Phạm Thị Ẩn|Hoàng Ái Vân|Vũ Đình Ước|Đặng Ơn|Bùi Thị Oanh|Đỗ Đăng Đạt|Hồ Thị Kỷ|Ngô Thế Ổn|Dương Quỳnh Như|Lý Ý Nhi|Giàng A Tủa|Lò Thị Pản|Y Moan Ênuôl|H'Hen Niê|Vừ A Chu|Thào Mí Lình|Điêu Thị Thủy|Lường Văn Ổn|Quàng Thị Ẵm|Mùa A Páo|Sùng Thị Mỷ|Tôn Nữ Thị Hoà|Nguyễn Thị Hòa|Phan Thuý Hằng|Đinh Thúy Nga|Hà Kiều Mỵ|Nguyễn Ngọc Ngạn|Lưu Thị Ngưỡng|Âu Dương Ấn|Ưng Thị Ỷ Lan|Huỳnh Thị Bẩy|Phan Đình Giót|Hoàng Hanh|Ksor H'Bơ Khăp|Rơ Mah Ơi|Thạch Sô Phươl|Siu Ký".split(
    '|',
  );

interface Somebody {
  readonly fullName: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
  readonly phones: readonly string[];
  readonly branch: string;
}
const two = (n: number): string => String(n).padStart(2, '0');
const some = (from: number, count: number): Somebody[] =>
  Array.from({ length: count }, (_, k) => {
    const i = from + k;
    const fullName = everybody[i % everybody.length]!;
    return {
      fullName,
      birthDate: `${1940 + ((i * 7) % 55)}-${two(1 + ((i * 5) % 12))}-${two(1 + ((i * 11) % 28))}`,
      gender: /Thị|Nữ|H'/.test(fullName) ? 'female' : 'male',
      phones: [`09${String(i * 7919 + 12_345_678).slice(-8)}`],
      branch: `Chi hội ${['Chiềng Sinh', 'Mường La', 'Tiểu khu 3'][i % 3]}`,
    };
  });
const shown = (day: string): string => day.split('-').reverse().join('/');
const heads = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Điện thoại', 'Chi hội'];
const genders = { male: 'Nam', female: 'Nữ' } as const;
const line = (one: Somebody, at: number): string[] => [
  String(at + 1),
  one.fullName,
  genders[one.gender],
  shown(one.birthDate),
  one.phones[0]!,
  one.branch,
];
const table = (people: readonly Somebody[]): string[][] => [heads, ...people.map(line)];
const csv = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((row) => row.join(separator)).join('\r\n');

/** What is compared: only what the truth says of somebody. */
type Truth = Partial<MemberLine> & { readonly fullName: string };

describe('files of real offices', () => {
  let database: Database;
  let cx: Cx;
  let clock: ReturnType<typeof testClock>;
  let place: { id: string; code: string };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-trials-'));
  before(async () => {
    database = await testDatabase();
    clock = testClock();
    cx = testCx(database.db, { coverage, clock, via: 'cli' });
    const union = await organisation(cx, 'sonla', 'provincial_union', 'Liên hiệp hội Sơn La');
    const id = await organisation(cx, 'vuon', 'member_association', 'Hội Làm vườn', [union]);
    place = { id, code: 'vuon' };
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (name: string, bytes: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return { path: file, name, asOf: null };
  };
  const book = async (sheets: readonly OutSheet[], fonts?: readonly string[], shared = true) => {
    const file = path.join(folder, 'book.xlsx');
    await writeXlsxRows(file, { sheets, sharedStrings: shared, ...(fonts ? { fonts } : {}) });
    return { path: file, name: 'book.xlsx', asOf: null };
  };
  const sheet = (rows: readonly (readonly OutCell[])[], name = 'DS') => ({ name, rows });
  async function bring(file: ReturnType<typeof put>) {
    clock.move(60_000);
    const done = await importFile(cx, place, file, unwatched);
    assert.ok(done.ok, JSON.stringify(done));
    const { counts, importPid } = done.value;
    const { rows, created, updated, unchanged, rejected, duplicates } = counts;
    assert.equal(rows, created + updated + unchanged + rejected + duplicates);
    return { counts, pid: importPid! };
  }
  async function members(): Promise<MemberLine[]> {
    const found: MemberLine[] = [];
    await exportMembers(cx, place.code, false, (batch) => void found.push(...batch));
    return found;
  }
  async function undo(pid: string): Promise<void> {
    const { id } = await findImport(cx, pid);
    const done = await execute(cx, takeBackImport(unwatched), { id });
    assert.ok(done.ok, JSON.stringify(done));
  }
  /** In a list of its own: everybody of the truth and nobody else; a longer one again: 0 changes; taken back: nobody. */
  async function comesIn(file: ReturnType<typeof put>, truth: readonly Truth[], rejected = 0) {
    const first = await bring(file);
    const keys = [...new Set(truth.flatMap((one) => Object.keys(one)))] as (keyof MemberLine)[];
    const part = (one: Partial<MemberLine>) => JSON.stringify(keys.map((key) => one[key] ?? null));
    const found = (await members()).map(part).sort();
    assert.deepEqual(found, truth.map(part).sort());
    assert.equal(first.counts.rejected, rejected);
    if (truth.length > 10) {
      const second = await bring(file);
      assert.deepEqual([second.counts.created, second.counts.updated], [0, 0]);
      await undo(second.pid);
    }
    await undo(first.pid);
    assert.deepEqual(await members(), []);
    return first.counts;
  }
  const people = some(0, everybody.length);

  for (const [encoding, separator] of [
    ['nfd', ','],
    ['mixed', '\t'],
    ['tcvn3', ';'],
    ['vni', '|'],
    ['viqr', ','],
    ['windows-1258', '\t'],
  ] satisfies [TextEncoding, string][])
    it(`${encoding}, columns cut by ${JSON.stringify(separator)}`, () =>
      comesIn(put('list.csv', bytesAs(csv(table(people), separator), encoding)), people).then(
        () => undefined,
      ));

  it('UTF-16 without a mark of its byte order', async () => {
    const bytes = Buffer.from(csv(table(people), '\t'), 'utf16le').swap16();
    await comesIn(put('list.txt', bytes), people);
  });

  it('.VnTimeH: names typed small and drawn as capitals, the rest in .VnTime', async () => {
    const rows = table(people).map((row, y) =>
      row.map((cell, x) => encodeAs(x === 1 && y > 0 ? cell.toLowerCase() : cell, 'tcvn3')),
    );
    await comesIn(
      await book(
        [sheet(rows)],
        heads.map((_, x) => (x === 1 ? '.VnTimeH' : '.VnTime')),
      ),
      people,
    );
  });

  it('columns in encodings of their own, without fonts, in one workbook', async () => {
    const own: TextEncoding[] = ['nfc', 'tcvn3', 'nfc', 'nfc', 'nfc', 'vni'];
    const rows = table(people).map((row, y) =>
      row.map((cell, x) => (y === 0 ? cell : encodeAs(cell, own[x]!))),
    );
    await comesIn(await book([sheet(rows)], undefined, false), people);
  });

  it('a run of VNI and a run of Unicode in one cell', async () => {
    const rows = table(people).map((row, y) =>
      row.map((cell, x): OutCell => {
        if (y === 0 || x !== 1) return cell;
        const cut = cell.indexOf(' ');
        const legacy = { text: encodeAs(cell.slice(cut), 'vni'), font: 'VNI-Times' };
        return { value: cell, runs: [{ text: cell.slice(0, cut), font: 'Arial' }, legacy] };
      }),
    );
    await comesIn(await book([sheet(rows)]), people);
  });

  it('rows of TCVN3 and rows of Unicode in one list', async () => {
    // 'Võ' would be a Unicode row's Võ or a TCVN3 row's Vừ: the row's other cells tell.
    const rows = table(people).map((row, y) =>
      y % 2 ? row.map((c) => encodeAs(c, 'tcvn3')) : row,
    );
    const unicodeRow = [...some(80, 1)].map((one) => ({ ...one, fullName: 'Võ A Chu' }));
    await comesIn(await book([sheet([...rows, ...unicodeRow.map(line)])]), [
      ...people,
      ...unicodeRow,
    ]);
  });

  it('TCVN3 whose soft hyphens were lost', async () => {
    const names = ['Dương Văn Hưng', 'Trần Quỳnh Như', 'Mai Phương', 'Lê Anh Thư', 'Bùi Thị Lượng'];
    const text = csv([['Họ và tên'], ...names.map((name) => [name])]);
    const bytes = bytesAs(text, 'tcvn3').filter((byte) => byte !== 0xad);
    await comesIn(
      put('list.csv', bytes),
      names.map((fullName) => ({ fullName })),
    );
  });

  it('titles, a header of two rows, column numbers, sections, signatures', async () => {
    const few = some(0, 9).map((one) => ({ ...one, birthDate: one.birthDate.slice(0, 4) }));
    const years = ({ gender, birthDate }: Somebody) =>
      gender === 'male' ? [Number(birthDate), ''] : ['', Number(birthDate)];
    const branches = [...new Set(few.map(({ branch }) => branch))];
    const rows: OutCell[][] = [
      ['HỘI LÀM VƯỜN', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['DANH SÁCH HỘI VIÊN NĂM 2024'],
      ['TT', 'Họ và tên', 'Năm sinh', '', 'Số ĐT'],
      ['', '', 'Nam', 'Nữ', ''],
      [1, 2, 3, 4, 5],
      ...branches.flatMap((branch, at): OutCell[][] => [
        [['I', 'II', 'III'][at], `${branch} (3 hội viên)`],
        ...few
          .filter((one) => one.branch === branch)
          .map((one, n) => [n + 1, one.fullName, ...years(one), one.phones[0]]),
      ]),
      ['', 'Tổng cộng: 9 hội viên'],
      ['', '', '', '', 'Sơn La, ngày 12 tháng 5 năm 2024'],
      ['', 'NGƯỜI LẬP BIỂU', '', '', 'CHỦ TỊCH'],
      ['', 'Nguyễn Thị Lan', '', '', 'Lò Văn Hặc'],
    ];
    await comesIn(await book([sheet(rows)]), few);
  });

  it('the header again on every page, empty rows and columns, far to the right', async () => {
    const few = some(3, 12);
    const far = (row: readonly OutCell[]): OutCell[] => [
      ...Array<string>(30).fill(''),
      ...row.flatMap((cell) => [cell, '']),
    ];
    const rows = few.flatMap((one, at) => [
      ...(at % 4 === 0 ? [[], far(heads)] : []),
      far(line(one, at)),
    ]);
    await comesIn(await book([sheet(rows)]), few);
  });

  it('a sheet for each branch, and a hidden one that is left out', async () => {
    const parts = [some(0, 5), some(5, 5), some(10, 5)];
    const cells = (part: readonly Somebody[]) =>
      `<sheetData>${table(part)
        .map(
          (row) =>
            `<row>${row.map((c) => `<c t="inlineStr"><is><t>${c}</t></is></c>`).join('')}</row>`,
        )
        .join('')}</sheetData>`;
    const parted = rawBook({ A: cells(parts[0]!), B: cells(parts[1]!), Old: cells(parts[2]!) });
    const bytes = zipOf(
      parted.map((one) =>
        one.name === 'xl/workbook.xml'
          ? {
              ...one,
              content: String(one.content).replace('name="Old"', 'name="Old" state="hidden"'),
            }
          : one,
      ),
    );
    await comesIn(put('branches.xlsx', bytes), [...parts[0]!, ...parts[1]!]);
  });

  it('no header at all', async () => {
    await comesIn(put('list.csv', csv(some(4, 20).map(line), ',')), some(4, 20));
  });

  it('the name under one title over two columns', async () => {
    const rows = people.map((one, at) => {
      const cut = one.fullName.lastIndexOf(' ');
      const [, , ...rest] = line(one, at);
      return [String(at + 1), one.fullName.slice(0, cut), one.fullName.slice(cut + 1), ...rest];
    });
    const titles = ['STT', 'Họ và tên', '', ...heads.slice(2)];
    await comesIn(put('list.csv', csv([titles, ...rows])), people);
  });

  it('names with titles, numbers, brackets, in capitals, with odd spaces', async () => {
    const rows: [string, string, string[]][] = [
      ['PGS.TS. Nguyễn Văn An', 'Nguyễn Văn An', ['PGS', 'TS']],
      ['GS. VS. Trần Thị Bình', 'Trần Thị Bình', ['VS', 'GS']],
      ['ThS.BS Lò Thị Pản', 'Lò Thị Pản', ['ThS', 'BS']],
      ['BS CKII Quàng Văn Ổn', 'Quàng Văn Ổn', ['BSCKII']],
      ['Nhà giáo ưu tú Lê Văn Sáu', 'Lê Văn Sáu', ['NGƯT']],
      ['Phó giáo sư, Tiến sĩ Ngô Văn Tý', 'Ngô Văn Tý', ['PGS', 'TS']],
      ['Ông Nguyễn Văn Tám', 'Nguyễn Văn Tám', []],
      ['Ông Ích Khiêm', 'Ông Ích Khiêm', []],
      ['Đại tá Trần Văn Ích', 'Trần Văn Ích', []],
      ['NGUYỄN THỊ BỐN', 'Nguyễn Thị Bốn', []],
      ["H'HEN NIÊ", "H'Hen Niê", []],
      ['trần văn năm', 'Trần Văn Năm', []],
      ['  Lê   Thị\u00a0Sáu ', 'Lê Thị Sáu', []],
      ['Đinh Văn \u00d0ức', 'Đinh Văn Đức', []],
      ['1. Nguyễn Thị Kim', 'Nguyễn Thị Kim', []],
      ['Nguyễn Văn A (bố của B)', 'Nguyễn Văn A', []],
      ['Hanh', 'Hanh', []],
      ['Tôn Nữ Thị Hoà', 'Tôn Nữ Thị Hoà', []],
      ['Công Tằng Tôn Nữ Thị Phương Thảo', 'Công Tằng Tôn Nữ Thị Phương Thảo', []],
    ];
    const truth = rows.map(([, fullName, degrees], at) => ({
      fullName,
      degrees,
      phones: [`0977000${100 + at}`],
    }));
    const cells = rows.map(([cell], at) => [cell, `0977000${100 + at}`]);
    await comesIn(put('list.csv', csv([['Họ và tên', 'Điện thoại'], ...cells])), truth);
  });

  it('dates of every kind', async () => {
    const rows: [OutCell, string | null][] = [
      ['12/03/1968', '1968-03-12'],
      ['1-3-68', '1968-03-01'],
      ['1.3.1968', '1968-03-01'],
      ['03/1968', '1968-03'],
      [1968, '1968'],
      [25_000, '1968-06-11'],
      ['25000', '1968-06-11'],
      [{ value: 25_000, format: 'dd/mm/yyyy' }, '1968-06-11'],
      ['2/1/05', '2005-01-02'],
      ['2/1/30', '1930-01-02'],
      ['00/05/1950', '1950-05'],
      ['ngày 12 tháng 3 năm 1968', '1968-03-12'],
      [{ value: '12/03/1968', formula: 'TEXT(A1,"dd")' }, '1968-03-12'],
      ['không rõ', null],
      ['', null],
    ];
    const truth = rows.map(([, birthDate], at) => ({ fullName: everybody[at]!, birthDate }));
    const cells = rows.map(([cell], at) => [everybody[at]!, cell]);
    const bad: OutCell[][] = ['31/02/1960', '12/13/1960', '12/03/2090'].map((c) => [
      'Lò Văn Hỏng',
      c,
    ]);
    await comesIn(await book([sheet([['Họ và tên', 'Ngày sinh'], ...cells, ...bad])]), truth, 3);
  });

  it('telephones: a lost zero, +84, two in a cell, prefixes of before 2018', async () => {
    const rows: [OutCell, string[]][] = [
      [912_345_679, ['0912345679']],
      ['+84912345680', ['0912345680']],
      [84_912_345_681, ['0912345681']],
      ['0912.345.683', ['0912345683']],
      ['0912345685; 0988000001', ['0912345685', '0988000001']],
      ['0912 345 686 - 0988 000 002', ['0912345686', '0988000002']],
      ['01632345688', ['0332345688']],
      ['9.12345692E+08', ['0912345692']],
      ['không', []],
    ];
    const truth = rows.map(([, phones], at) => ({ fullName: everybody[at]!, phones }));
    const cells = rows.map(([cell], at) => [everybody[at]!, cell]);
    await comesIn(await book([sheet([['Họ và tên', 'SĐT'], ...cells])]), truth);
  });

  it('signs for genders that the title explains', async () => {
    const rows = some(0, 20).map((one) => [one.fullName, one.gender === 'male' ? '0' : '1']);
    const truth = some(0, 20).map(({ fullName, gender }) => ({ fullName, gender }));
    await comesIn(put('list.csv', csv([['Họ và tên', 'Phái (0: Nam, 1: Nữ)'], ...rows])), truth);
  });

  it('one person twice is one; namesakes, relatives, father and son stay apart', async () => {
    const one = (fullName: string, birthDate: string | null, phone: string) => ({
      fullName,
      birthDate,
      phones: phone === '' ? [] : [phone],
    });
    const truth = [
      one('Nguyễn Văn Bền', '1960-02-01', '0912000001'),
      one('Lò Văn Hoan', '1960', '0912000003'),
      one('Lò Văn Hoan', '1960', '0912000004'),
      one('Lò Văn Hoan', '1960', ''),
      one('Quàng Văn Ơn', '1950', '0912000005'),
      one('Quàng Thị Ơn', '1955', '0912000005'),
      one('Vàng A Páo', '1950', '0912000007'),
      one('Vàng A Páo', '1978', '0912000007'),
    ];
    const cells = [truth[0]!, ...truth].map((each) => [
      each.fullName,
      shown(each.birthDate ?? ''),
      each.phones[0] ?? '',
    ]);
    const counts = await comesIn(
      put('list.csv', csv([['Họ và tên', 'Ngày sinh', 'ĐT'], ...cells])),
      truth,
    );
    assert.equal(counts.duplicates, 1);
  });

  it('a newer file changes what changed; who is absent stays; taken back, all is as before', async () => {
    const list = some(0, 10);
    const first = await bring(put('old.csv', csv(table(list))));
    const stood = await members();
    const newer = [...list.slice(0, 8), ...some(20, 2)].map((one, at) =>
      at === 2 ? { ...one, branch: 'Chi hội Mới' } : one,
    );
    const second = await bring(put('new.csv', bytesAs(csv(table(newer)), 'tcvn3')));
    const { created, updated, unchanged } = second.counts;
    assert.deepEqual([created, updated, unchanged], [2, 1, 7]);
    assert.equal((await members()).length, 12);
    await undo(second.pid);
    assert.deepEqual(await members(), stood);
    await undo(first.pid);
  });

  it('bad rows go out, formulas come in with what they showed, commands are text', async () => {
    const formula = { value: 'Lò Thị Hiền', formula: 'A1&B1' };
    const rows: OutCell[][] = [
      ['Họ và tên', 'Năm sinh', 'Ghi chú'],
      [formula, 1960, "=cmd|' /C calc'!A0"],
      ["=cmd|' /C calc'!A0", 1961, ''],
      ['<script>alert(1)</script>', 1962, ''],
      ['', 1963, 'không tên'],
      ['Nguyễn Văn A và Trần Thị B', 1964, ''],
      ['Cầm Bá Lai', 1965, ''],
    ];
    const truth = [
      { fullName: 'Lò Thị Hiền', birthDate: '1960' },
      { fullName: 'Cầm Bá Lai', birthDate: '1965' },
    ];
    await comesIn(await book([sheet(rows)]), truth, 4);
  });

  it('a quote that is not closed swallows nobody', async () => {
    const text = 'Họ và tên;Năm sinh\n"Lò Văn Bình;1960\nLò Thị An;1961\nLò "Thị" Ba;1962\n';
    const truth = ['Lò Văn Bình', 'Lò Thị An'].map((fullName) => ({ fullName }));
    await comesIn(put('list.csv', text), [...truth, { fullName: 'Lò "Thị" Ba' }]);
  });

  it('what is no roster is refused, and nothing is written', async () => {
    const doctype = rawBook({ A: '<sheetData/>' }).map((part) =>
      part.name.includes('sheet1')
        ? {
            ...part,
            content: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${part.content}`,
          }
        : part,
    );
    const bomb = rawBook({
      A: `<sheetData><row><c><v>${' '.repeat(40_000_000)}</v></c></row></sheetData>`,
    });
    const files: [string, string | Uint8Array][] = [
      ['empty.csv', ''],
      ['program.xlsx', Buffer.from(`4d5a9000${'00'.repeat(500)}`, 'hex')],
      ['letter.xlsx', zipOf([{ name: 'word/document.xml', content: '<w/>' }])],
      ['entity.xlsx', zipOf(doctype)],
      ['bomb.xlsx', zipOf(bomb)],
      ['cut.xlsx', zipOf(rawBook({ A: '<sheetData/>' })).subarray(0, 400)],
      ['wide.csv', `Họ và tên${';c'.repeat(5_000)}\nLò Văn A;1`],
      ['nul.csv', 'Họ và tên;Năm sinh\nLò Văn\0 Bình;1960\n'],
      ['prices.csv', 'Mã hàng;Giá\nA1;2000\nA2;3000\n'],
    ];
    for (const [name, bytes] of files) {
      const file = put(name, bytes);
      const chosen = await lookAtFile(cx, place.id, file).then(
        (sheets) => sheets.filter((one) => one.chosen).length,
        (error: unknown) => (error instanceof Refused ? 0 : Promise.reject(error)),
      );
      assert.equal(chosen, 0, name);
    }
    assert.deepEqual(await members(), []);
  });
});
