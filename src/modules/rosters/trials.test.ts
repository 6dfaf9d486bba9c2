// Files as real offices have them, made here with a known truth: each is imported as the command line
// does it, and who stands in the list afterwards is compared with who was written, name by name.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { bytesAs, encodeAs } from '../../kernel/vietnamese/encodings/testing.ts';
import type { TextEncoding } from '../../kernel/vietnamese/encodings/types.ts';
import { type OutCell, rawBook, zipOf } from '../../platform/documents/tables/testing.ts';
import { Refused } from '../spreadsheets/index.ts';
import { lookAtFile } from './index.ts';
import {
  csv,
  everybody,
  heads,
  line,
  openTrials,
  type Somebody,
  sheet,
  shown,
  some,
  type Trials,
  table,
} from './testing/trials.ts';

describe('files of real offices', () => {
  let trials: Trials;
  before(async () => {
    trials = await openTrials();
  });
  after(() => trials.close());
  const put: Trials['put'] = (name, bytes) => trials.put(name, bytes);
  const book: Trials['book'] = (...parts) => trials.book(...parts);
  const bring: Trials['bring'] = (file) => trials.bring(file);
  const comesIn: Trials['comesIn'] = (...parts) => trials.comesIn(...parts);
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
    const stood = await trials.members();
    const newer = [...list.slice(0, 8), ...some(20, 2)].map((one, at) =>
      at === 2 ? { ...one, branch: 'Chi hội Mới' } : one,
    );
    const second = await bring(put('new.csv', bytesAs(csv(table(newer)), 'tcvn3')));
    const { created, updated, unchanged } = second.counts;
    assert.deepEqual([created, updated, unchanged], [2, 1, 7]);
    assert.equal((await trials.members()).length, 12);
    await trials.undo(second.pid);
    assert.deepEqual(await trials.members(), stood);
    await trials.undo(first.pid);
  });

  it('brought in twice and taken back once: the second time said nothing of its own', async () => {
    const none = await trials.members();
    const list = some(40, 10);
    const first = await bring(put('twice.csv', csv(table(list))));
    const second = await bring(put('twice again.csv', csv(table(list))));
    assert.deepEqual([second.counts.created, second.counts.unchanged], [0, 10]);
    await trials.undo(first.pid);
    assert.deepEqual(await trials.members(), none);
    await trials.undo(second.pid);
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
      const chosen = await lookAtFile(trials.cx, trials.place.id, file).then(
        (sheets) => sheets.filter((one) => one.chosen).length,
        (error: unknown) => (error instanceof Refused ? 0 : Promise.reject(error)),
      );
      assert.equal(chosen, 0, name);
    }
    assert.deepEqual(await trials.members(), []);
  });
});
