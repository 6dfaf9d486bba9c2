// The habits of many hands: what an office did to its list, and that it comes in as it was meant.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { bytesAs, encodeAs } from '../../kernel/vietnamese/encodings/testing.ts';
import type { TextEncoding } from '../../kernel/vietnamese/encodings/types.ts';
import { all } from '../../platform/database/query.ts';
import { type OutCell, rawBook, zipOf } from '../../platform/documents/tables/testing.ts';
import { lookAtFile } from './index.ts';
import {
  csv,
  genders,
  line,
  openTrials,
  type Somebody,
  sheet,
  shown,
  some,
  type TrialFile,
  type Trials,
  table,
} from './testing/trials.ts';

const year = (one: Somebody): string => one.birthDate.slice(0, 4);
const inline = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows
    .map(
      (row) => `<row>${row.map((c) => `<c t="inlineStr"><is><t>${c}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData>`;
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

describe('lists of many hands', async () => {
  let trials: Trials;
  before(async () => {
    trials = await openTrials();
  });
  after(() => trials.close());
  const list = (rows: readonly (readonly string[])[], encoding: TextEncoding = 'nfc') =>
    trials.put('list.csv', bytesAs(csv(rows), encoding));
  const issuesOf = async (pid: string) => {
    const rows = await all(
      trials.cx.db,
      sql<{ code: string }>`select x->>'code' as code from roster_row r
        join roster_import i on i.id = r.import_id, jsonb_array_elements(r.issues) x where i.pid = ${pid}`,
    );
    return rows.map(({ code }) => code);
  };
  /** Names and the codes of their organisations, after an import into the union. */
  const placed = async (file: TrialFile) => {
    const done = await trials.bring(file, trials.union);
    const rows = await all(
      trials.cx.db,
      sql<{
        name: string;
        code: string;
      }>`select concat_ws(' ', p.family, nullif(p.middle, ''), p.given) as name, o.code
        from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
        where m.deleted_at is null and p.deleted_at is null`,
    );
    await trials.undo(done.pid);
    return new Map(rows.map(({ name, code }) => [name, code]));
  };

  for (const encoding of ['tcvn3', 'vni', 'viqr', 'windows-1258'] as const)
    it(`three names in ${encoding}, and the genders beside them without a title`, async () => {
      const few = some(0, 3);
      const rows = few.map((one) => [one.fullName, genders[one.gender], shown(one.birthDate)]);
      const truth = few.map(({ fullName, gender, birthDate }) => ({ fullName, gender, birthDate }));
      await trials.comesIn(
        list([['Ho va ten', 'Gioi tinh', 'Ngay sinh'], ...rows], encoding),
        truth,
      );
      const more = some(0, 24);
      const untitled = list(more.map(line), encoding);
      const [plan] = await lookAtFile(trials.cx, trials.place.id, untitled);
      assert.deepEqual(
        plan!.columns.slice(1, 4).map(({ field }) => field),
        ['fullName', 'gender', 'birthDate'],
      );
      await trials.comesIn(untitled, more);
    });

  it('a column that says too little is read as those beside it', async () => {
    const rows = some(0, 12).map((one) => [one.fullName, genders[one.gender], one.branch]);
    const file = list([['Họ và tên', 'Giới tính', 'Chi hội'], ...rows], 'tcvn3');
    const [plan] = await lookAtFile(trials.cx, trials.place.id, file);
    assert.deepEqual(
      plan!.columns.map(({ encoding }) => encoding),
      ['tcvn3', 'tcvn3', 'tcvn3'],
    );
  });

  it('dates whose day and month an American Excel took for each other', async () => {
    const people = some(0, 30);
    const cells = people.map((one): OutCell[] => {
      const [y, m, d] = one.birthDate.split('-') as [string, string, string];
      const cell = { value: serialOf(`${y}-${d}-${m}`), format: 'm/d/yyyy' };
      return [one.fullName, d <= '12' ? cell : shown(one.birthDate)];
    });
    const file = await trials.book([sheet([['Họ và tên', 'Ngày sinh'], ...cells])]);
    const { pid } = await trials.bring(file);
    const swapped = people.filter(
      ({ birthDate: b }) => b.slice(8) <= '12' && b.slice(5, 7) !== b.slice(8),
    );
    assert.ok(swapped.length > 3 && swapped.length < people.length);
    assert.deepEqual(
      await issuesOf(pid),
      swapped.map(() => 'date_swapped'),
    );
    await trials.undo(pid);
    await trials.comesIn(
      file,
      people.map(({ fullName, birthDate }) => ({ fullName, birthDate })),
    );
  });

  it('a few dates that may be swapped are told, not changed', async () => {
    const date = { value: serialOf('1960-05-03'), format: 'dd/mm/yyyy' };
    const cells: OutCell[][] = [
      ['Lò Văn Bình', date],
      ['Lò Thị An', '25/03/1961'],
    ];
    const { pid } = await trials.bring(
      await trials.book([sheet([['Họ và tên', 'Ngày sinh'], ...cells])]),
    );
    assert.deepEqual(await issuesOf(pid), ['date_swap_doubt']);
    assert.deepEqual((await trials.members()).map(({ birthDate }) => birthDate).sort(), [
      '1960-05-03',
      '1961-03-25',
    ]);
    await trials.undo(pid);
  });

  it('day, month and "Năm sinh" in three columns of one header', async () => {
    const people = some(0, 20);
    const rows = people.map((one) => {
      const [y, m, d] = one.birthDate.split('-') as [string, string, string];
      return [one.fullName, d, m, y];
    });
    const titles = ['Họ và tên', 'Ngày', 'Tháng', 'Năm sinh'];
    await trials.comesIn(
      list([titles, ...rows]),
      people.map(({ fullName, birthDate }) => ({ fullName, birthDate })),
    );
  });

  it('years of the sexes under "Nam" and "Nữ", in TCVN3', async () => {
    const people = some(0, 20);
    const rows = people.map((one) => [
      one.fullName,
      one.gender === 'male' ? year(one) : '',
      one.gender === 'male' ? '' : year(one),
    ]);
    const truth = people.map((one) => ({
      fullName: one.fullName,
      gender: one.gender,
      birthDate: year(one),
    }));
    await trials.comesIn(list([['Họ và tên', 'Nam', 'Nữ'], ...rows], 'tcvn3'), truth);
  });

  it('a gender column that only marks women', async () => {
    const people = some(0, 12);
    const rows = people.map((one) => [one.fullName, one.gender === 'female' ? 'x' : '']);
    await trials.comesIn(
      list([['Họ và tên', 'Giới tính (Nữ đánh dấu x)'], ...rows]),
      people.map(({ fullName, gender }) => ({ fullName, gender })),
    );
  });

  it('dates with words, numbers glued together', async () => {
    const rows: [string, string, string, string | null, string[]][] = [
      ['Lò Văn Bình', 'Quý Mùi 1943', 'O912345697', '1943', ['0912345697']],
      ['Lò Thị An', 'T3/1968', '0912345670-0987654326', '1968-03', ['0912345670', '0987654326']],
      ['Lò Văn Cầm', 'khoảng 1950', '09123456710987654327', '1950', ['0912345671', '0987654327']],
      ['Lò Văn Dũng', 'mất 2010', '0912345672', null, ['0912345672']],
    ];
    await trials.comesIn(
      list([['Họ và tên', 'Ngày sinh', 'SĐT'], ...rows.map(([a, b, c]) => [a, b, c])]),
      rows.map(([fullName, , , birthDate, phones]) => ({ fullName, birthDate, phones })),
    );
  });

  it('monks, officers with degrees, a woman of the family Ông', async () => {
    const rows: [string, string, string[]][] = [
      ['Hòa thượng Thích Thiện Nhơn', 'Thích Thiện Nhơn', []],
      ['Đại tá, PGS.TS Ngô Văn Hải', 'Ngô Văn Hải', ['PGS', 'TS']],
      ['Ông Thị Lan', 'Ông Thị Lan', []],
      ['Thích Thanh Tứ', 'Thích Thanh Tứ', []],
      ['Bác sĩ Lò Thị Pản', 'Lò Thị Pản', ['BS']],
      ['Ông Nguyễn Văn Tám', 'Nguyễn Văn Tám', []],
    ];
    await trials.comesIn(
      list([['Họ và tên'], ...rows.map(([cell]) => [cell])]),
      rows.map(([, fullName, degrees]) => ({ fullName, degrees })),
    );
  });

  it('Ông and Bà before everybody, whatever family follows', async () => {
    const people = ['Ức Quang Sỹ', 'Ẩm Như Quyên', 'Ôn Vĩnh Út', 'Nguyễn Thị Sen', 'Ông Văn Bảy'];
    const women = new Set(['Ẩm Như Quyên', 'Nguyễn Thị Sen']);
    await trials.comesIn(
      list([['Họ và tên'], ...people.map((name) => [`${women.has(name) ? 'Bà' : 'Ông'} ${name}`])]),
      people.map((fullName) => ({ fullName, gender: women.has(fullName) ? 'female' : 'male' })),
    );
  });

  for (const encoding of ['nfc', 'tcvn3'] as const)
    it(`groups that are numbered like members, ${encoding}`, async () => {
      const people = some(0, 9);
      const names = ['Chi hội Mường La', 'Phù Yên', 'Sở Khoa học và Công nghệ'];
      const rows = names.flatMap((name, at) => [
        [at === 1 ? 'II' : String(at + 1), name, '', ''],
        ...people
          .slice(at * 3, at * 3 + 3)
          .map((one, n) => [String(n + 1), one.fullName, year(one), one.phones[0]!]),
      ]);
      await trials.comesIn(
        list([['TT', 'Họ và tên', 'Năm sinh', 'SĐT'], ...rows], encoding),
        people.map((one, at) => ({ fullName: one.fullName, branch: names[Math.floor(at / 3)]! })),
      );
    });

  it('a footer in brackets is nobody', async () => {
    const people = some(0, 6);
    const footer = ['', '(Danh sách này có 6 người)', '', '', '', ''];
    await trials.comesIn(list([...table(people), footer]), people);
  });

  it('the branch in the first row of its members alone, merged or not', async () => {
    const people = some(0, 9).map((one, at) => ({
      ...one,
      branch: `Chi hội ${Math.floor(at / 3)}`,
    }));
    const rows = people.map((one, at) => [at % 3 === 0 ? one.branch : '', one.fullName, year(one)]);
    const titled = [['Chi hội', 'Họ và tên', 'Năm sinh'], ...rows];
    const truth = people.map(({ fullName, branch }) => ({ fullName, branch }));
    await trials.comesIn(list(titled), truth);
    const merges = ['A2:A4', 'A5:A7', 'A8:A10'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const body = `${inline(titled)}<mergeCells count="3">${merges}</mergeCells>`;
    await trials.comesIn(trials.put('merged.xlsx', zipOf(rawBook({ A: body }))), truth);
    // Here an empty cell says nothing: the branches come again and again.
    const gaps = people.map((one, at) => [at % 4 === 3 ? '' : one.branch, one.fullName, year(one)]);
    await trials.comesIn(
      list([['Chi hội', 'Họ và tên', 'Năm sinh'], ...gaps]),
      people.map((one, at) => ({
        fullName: one.fullName,
        branch: at % 4 === 3 ? null : one.branch,
      })),
    );
  });

  it('degrees to be marked in columns of their own', async () => {
    const people = some(0, 12);
    const codes = [['PGS'], ['TS'], ['ĐH'], []];
    const rows = people.map((one, at) => [
      one.fullName,
      ...[0, 1, 2].map((n) => (at % 4 === n ? 'x' : '')),
    ]);
    const heads = [
      ['Họ và tên', 'Trình độ', '', ''],
      ['', 'PGS', 'TS', 'ĐH'],
    ];
    await trials.comesIn(
      list([...heads, ...rows]),
      people.map((one, at) => ({ fullName: one.fullName, degrees: codes[at % 4]! })),
    );
  });

  it('rows of three fonts in one column', async () => {
    const people = [...some(0, 38), ...some(40, 1), { ...some(80, 1)[0]!, fullName: 'Vừ A Chu' }];
    const looks = [
      ['.VnTime', 'tcvn3'],
      ['VNI-Times', 'vni'],
      ['Times New Roman', 'nfc'],
    ] as const;
    const rows = people.map((one, at) => {
      const [font, encoding] = one.fullName === 'Vừ A Chu' ? looks[0] : looks[at % 3]!;
      return line(one, at).map((cell): OutCell => ({ value: encodeAs(cell, encoding), font }));
    });
    await trials.comesIn(await trials.book([sheet([table([])[0]!, ...rows])]), people);
  });

  it('sheets of two people, each in an encoding of its own', async () => {
    const people = some(0, 8);
    const own: TextEncoding[] = ['tcvn3', 'vni', 'nfd', 'tcvn3'];
    const sheets = own.map((encoding, at) =>
      sheet(
        table(people.slice(at * 2, at * 2 + 2)).map((row) => row.map((c) => encodeAs(c, encoding))),
        `Tờ ${at}`,
      ),
    );
    await trials.comesIn(await trials.book(sheets), people);
  });

  it('associations by a column, its longer name, or the name of the sheet', async () => {
    const [one, other] = some(0, 2) as [Somebody, Somebody];
    const truth = new Map([
      [one.fullName, 'vuon'],
      [other.fullName, 'dongy'],
    ]);
    const column = (title: string, end: string) =>
      list([
        ['Họ và tên', title, 'SĐT'],
        [one.fullName, `Hội Làm vườn${end}`, one.phones[0]!],
        [other.fullName, `HỘI ĐÔNG Y${end}`, other.phones[0]!],
      ]);
    assert.deepEqual(await placed(column('Hội thành viên', '')), truth);
    assert.deepEqual(await placed(column('Đơn vị', '')), truth);
    assert.deepEqual(await placed(column('Hội', ' tỉnh Sơn La')), truth);
    const sheets = [sheet(table([one]), 'Hội Làm vườn'), sheet(table([other]), 'Hội Đông y')];
    assert.deepEqual(await placed(await trials.book(sheets)), truth);
  });

  it('somebody listed twice keeps the name with its dấu and the fuller date', async () => {
    const { duplicates } = await trials.comesIn(
      list([
        ['Họ và tên', 'Ngày sinh', 'SĐT', 'Email'],
        ['Nguyễn Văn Bền', '01/02/1960', '0912000001', ''],
        ['NGUYEN VAN BEN', '1960', '0912000001', 'ben@example.vn'],
        ['Lo Thi An', '1970', '0912000002', ''],
        ['Lò Thị An', '1970', '0912000002', ''],
      ]),
      [
        { fullName: 'Nguyễn Văn Bền', birthDate: '1960-02-01', email: 'ben@example.vn' },
        { fullName: 'Lò Thị An', birthDate: '1970', email: null },
      ],
    );
    assert.equal(duplicates, 2);
  });

  it('headers without anybody below them are refused', async () => {
    for (const file of [list(table([])), list([['  '], ['']])])
      assert.deepEqual(await lookAtFile(trials.cx, trials.place.id, file), []);
  });

  it('a workbook with macros is read for its rows', async () => {
    const people = some(0, 3);
    const parts = rawBook({ A: inline(table(people)) });
    const macros = { name: 'xl/vbaProject.bin', content: 'Attribute VB_Name = "ThisWorkbook"' };
    await trials.comesIn(trials.put('list.xlsm', zipOf([...parts, macros])), people);
  });
});
