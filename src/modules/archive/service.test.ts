import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { bytesAs } from '../../kernel/vietnamese/encodings/testing.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { writeXlsx } from '../../platform/documents/index.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { checkEdition, editionByPid, revisionsOf } from '../calls/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { importByPid, invariants, listImports } from './queries/index.ts';
import type { ReadPast } from './schema.ts';
import {
  importEdition,
  publicList,
  readPastFile,
  readPastJson,
  tryImport,
  undoImport,
} from './service/index.ts';
import { answered } from './testing.ts';

let database: Database;
const folder = mkdtempSync(path.join(tmpdir(), 'lientri-past-test-'));
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    await work(cx);
    await sound(cx.db, invariants);
  });

async function readBytes(name: string, bytes: string | Uint8Array): Promise<ReadPast> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const read = await readPastFile(file, name);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join(';')).join('\r\n');

function readValue(value: unknown): ReadPast {
  const read = readPastJson(value);
  assert.ok(read.ok);
  return read.value;
}

const short = ({ problems }: Pick<ReadPast, 'problems'>): string[] =>
  problems.map((one) => [one.code, one.path, one.stated, one.computed].join(' '));

const bringIn = (cx: Cx, read: ReadPast, organisation = 'sonla') =>
  done(execute(cx, importEdition(read), { organisation }));

const youth = {
  name: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng lần thứ 15, năm 2019',
  entries_total: 150,
  by_field: { 'Đồ dùng học tập': 50, 'Phần mềm tin học': 40, 'Thân thiện môi trường': 60 },
  prizes: { Nhất: 6, Nhì: 12, Ba: 24, 'Khuyến khích': 48 },
  prizes_total: 92,
};

const winners = csv([
  ['UBND TỈNH SƠN LA', '', '', '', '', ''],
  ['KẾT QUẢ HỘI THI SÁNG TẠO KỸ THUẬT LẦN THỨ VII, NĂM 2020 - 2021', '', '', '', '', ''],
  ['STT', 'Tên giải pháp', 'Tác giả', 'Năm sinh', 'Đơn vị', 'Xếp giải'],
  ['I', 'LĨNH VỰC: CƠ KHÍ TỰ ĐỘNG HÓA', '', '', '', ''],
  ['1', 'Máy gieo hạt đa năng', 'KS. Nguyễn Văn A', '1980', 'Sở Nông nghiệp', 'Nhất'],
  ['2', 'Máy tách hạt ngô', 'Lò Văn B, Quàng Thị C', '1975, 1988', 'Huyện Mai Sơn', 'Nhì'],
  ['', '', 'Cà Văn D', '1990', '', ''],
  ['II', 'LĨNH VỰC: Y DƯỢC', '', '', '', ''],
  ['3', 'Quy trình rửa tay', 'Hoàng Thị Hoa và cộng sự', '', 'Bệnh viện tỉnh', 'Khuyến khích'],
  ['', 'Tổng cộng: 03 giải pháp', '', '', '', ''],
  ['', 'NGƯỜI LẬP BIỂU', '', '', 'TRƯỞNG BAN', ''],
]);

describe('files as offices keep them', () => {
  test('a table of fields set in a TCVN3 font, with title lines, totals and per cent', async () => {
    const text = csv([
      ['HỘI THI SÁNG TẠO KỸ THUẬT TỈNH SƠN LA', '', '', '', '', '', ''],
      ['LẦN THỨ VI (2018-2019)', '', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['TT', 'Lĩnh vực', 'Số giải pháp', 'Tỷ lệ (%)', 'Giải Nhất', 'Giải Nhì', 'Giải Ba'],
      ['1', 'Công nghệ thông tin, điện tử', '9', '24,3', '1', '1', '2'],
      ['2', 'Cơ khí tự động hóa', '12', '32,4', '-', '2', '3'],
      ['3', 'Y dược', '16', '43,2', '1', '', '4'],
      ['', 'Tổng cộng', '38', '100', '2', '3', '9'],
      ['', 'Người lập biểu', '', '', '', 'TM. BAN TỔ CHỨC', ''],
    ]);
    for (const bytes of [text, bytesAs(text, 'tcvn3')]) {
      const read = await readBytes('vi.csv', bytes);
      assert.equal(
        read.edition.name,
        'HỘI THI SÁNG TẠO KỸ THUẬT TỈNH SƠN LA LẦN THỨ VI (2018-2019)',
      );
      assert.deepEqual(short(read), ['sum C8 38 37', 'share_total D7 43.2 43.3']);
    }
  });

  test('prizes alone: 92 are stated where 6, 12, 24 and 48 are 90', async () => {
    const rows = [
      ['Giải Nhất', '6'],
      ['Giải Nhì', '12'],
      ['Giải Ba', '24'],
      ['Giải Khuyến khích', '48'],
    ];
    const table = csv([['Giải', 'Số lượng'], ...rows, ['Tổng số', '92']]);
    assert.deepEqual(short(await readBytes('giai.csv', table)), ['sum B6 92 90']);
    const pairs = csv([['Tổng số hồ sơ', '150'], ...rows, ['Tổng số giải', '92']]);
    assert.deepEqual(short(await readBytes('dong.csv', pairs)), ['sum B6 92 90']);
    assert.deepEqual(short(readValue(youth)), ['sum /prizes_total 92 90']);
  });

  test('titles of columns in two rows; four editions, one a row', async () => {
    const two = await readBytes(
      'hai.csv',
      csv([
        ['Hội thi Sáng tạo kỹ thuật 2015', '', '', '', ''],
        ['Lĩnh vực', 'Số giải pháp', 'Giải thưởng', '', ''],
        ['', '', 'Nhất', 'Nhì', 'Ba'],
        ['Cơ khí', '10', '1', '1', '2'],
        ['Y dược', '20', '', '1', '2'],
        ['Cộng', '30', '1', '2', '5'],
      ]),
    );
    assert.deepEqual(short(two), ['sum E6 5 4']);
    const four = await readBytes(
      'bon.csv',
      csv([
        ['Lần thứ', 'Năm', 'Số giải pháp', 'Số giải cấp tỉnh'],
        ['Lần I', '2010-2011', '30', '8'],
        ['Lần II', '2012-2013', '35', '9'],
        ['Lần III', '2014-2015', '40', '9'],
        ['Lần IV', '2016-2017', '45', '9'],
        ['Tổng', '', '150', '35'],
      ]),
    );
    assert.deepEqual(short(four), []);
    assert.deepEqual(
      [four.edition.entries?.value, four.edition.prizesTotal?.value],
      [150, 35],
      'totals as told',
    );
  });

  test('a list of winners: headings, authors over two rows, a signature', async () => {
    const { edition } = await readBytes('vii.csv', winners);
    assert.equal(edition.name, 'HỘI THI SÁNG TẠO KỸ THUẬT LẦN THỨ VII, NĂM 2020 - 2021');
    assert.deepEqual(
      edition.dossiers.map(({ title, field, prize }) => [title, field, prize].join(' | ')),
      [
        'Máy gieo hạt đa năng | Cơ khí tự động hóa | Nhất',
        'Máy tách hạt ngô | Cơ khí tự động hóa | Nhì',
        'Quy trình rửa tay | Y dược | Khuyến khích',
      ],
    );
  });

  test('a workbook with its figures on one sheet and its list on another', async () => {
    const text = (key: string, header: string) => ({
      key,
      header,
      width: 20,
      type: 'text' as const,
    });
    const figure = (key: string, header: string) => ({
      ...text(key, header),
      type: 'integer' as const,
    });
    const book = await writeXlsx({
      sheets: [
        {
          name: 'Tổng hợp',
          title: 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ V (2016-2017)',
          columns: [text('f', 'Lĩnh vực'), figure('n', 'Số giải pháp'), figure('p', 'Số giải')],
          rows: [
            { f: 'Cơ khí', n: 2, p: 1 },
            { f: 'Y dược', n: 1, p: 1 },
            { f: 'Tổng số', n: 3, p: 2 },
          ],
        },
        {
          name: 'Danh sách',
          title: 'Danh sách giải pháp',
          columns: [text('a', 'Tên giải pháp'), text('c', 'Lĩnh vực'), text('d', 'Giải')],
          rows: [
            { a: 'M1', c: 'Cơ khí', d: 'Nhất' },
            { a: 'M2', c: 'Cơ khí', d: '' },
            { a: 'M3', c: 'Y dược', d: 'Nhì' },
          ],
        },
      ],
    });
    const read = await readBytes('v.xlsx', book);
    assert.deepEqual([read.edition.dossiers.length, short(read)], [3, []]);
  });

  test('what is no edition, and what cannot be read', async () => {
    for (const [name, bytes, code] of [
      ['a.csv', 'a;b\n1;2\n', 'not_a_past_edition'],
      ['a.json', '{"a":1}', 'not_a_past_edition'],
      ['b.json', '{', 'checks_not_json'],
      ['c.csv', '', 'table.empty_file'],
    ] as const) {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      const read = await readPastFile(file, name);
      assert.equal(read.ok ? 'read' : read.issues[0]?.code, code, name);
    }
  });
});

describe('bringing in', () => {
  test(
    'a list: edition, dossiers, people, prizes; the same again changes nothing',
    inTrial(async (cx) => {
      const clerk = await someone(cx, 'clerk', 'sonla');
      const read = await readBytes('vii.csv', winners);
      const first = await bringIn(clerk, read);
      assert.deepEqual([first.state, first.dossiers, first.prizes], ['added', 3, 3]);
      const edition = await editionByPid(cx, first.edition!);
      assert.deepEqual([edition.state, edition.content.kind], ['closed', 'technical_contest']);
      assert.deepEqual(
        [edition.content.years, edition.content.ordinal],
        [{ first: 2020, last: 2021 }, 7],
      );
      assert.deepEqual(
        edition.content.fields.map(({ code }) => code),
        ['co-khi-tu-dong-hoa', 'y-duoc'],
      );
      assert.deepEqual(checkEdition(edition.content), []);
      assert.deepEqual(
        await all(
          cx.db,
          sql`select d.title, d.state, d.origin, d.submitted, a.name, a.birth
            from dossier d join dossier_author a on a.dossier_id = d.id
            where d.edition_id = ${edition.id} order by d.id, a.position`,
        ),
        [
          ['Máy gieo hạt đa năng', 'Nguyễn Văn A', '1980'],
          ['Máy tách hạt ngô', 'Lò Văn B', '1975'],
          ['Máy tách hạt ngô', 'Quàng Thị C', '1988'],
          ['Máy tách hạt ngô', 'Cà Văn D', '1990'],
          ['Quy trình rửa tay', 'Hoàng Thị Hoa', null],
        ].map(([title, name, birth]) => ({
          ...{ title, state: 'valid', origin: 'import', submitted: 0 },
          ...{ name, birth },
        })),
      );
      const again = await bringIn(clerk, read);
      assert.deepEqual([again.state, again.edition], ['unchanged', first.edition]);
      assert.equal((await listImports(clerk, { organisation: null, page: 1, size: 9 })).total, 1);
      const other = await bringIn(cx, read, 'laichau');
      assert.deepEqual([other.state, other.edition === first.edition], ['added', false]);
      // Who is grown is public, without a name; of whom nobody knows the age nothing is.
      const { items } = await publicList(cx, { under: null, union: 'sonla', page: 1, size: 9 });
      assert.deepEqual(
        items.map(({ title, authors, summary }) => [title, authors.length, summary]),
        [
          ['Máy gieo hạt đa năng', 0, null],
          ['Máy tách hạt ngô', 0, null],
        ],
      );
    }),
  );

  test(
    'totals alone: the edition with its figures as told, contradictions and all',
    inTrial(async (cx) => {
      const made = await bringIn(cx, readValue(youth));
      assert.deepEqual([made.dossiers, made.prizes], [150, 92]);
      assert.deepEqual(short(made), ['sum /prizes_total 92 90']);
      const kept = await importByPid(cx, made.edition!);
      assert.deepEqual([kept.dossiers, kept.prizes, kept.listed], [150, 92, 0]);
      assert.deepEqual(kept.problems, made.problems);
      const { told } = await one(
        cx.db,
        sql<{ told: { prizesTotal: unknown } }>`select told from past_figures`,
      );
      assert.deepEqual(told.prizesTotal, { path: '/prizes_total', value: 92, stated: 92 });
      const { content } = await editionByPid(cx, made.edition!);
      assert.deepEqual(
        content.prizes.prizes.map(({ name, quota }) => `${name} ${quota}`),
        ['Nhất 6', 'Nhì 12', 'Ba 24', 'Khuyến khích 48'],
      );
    }),
  );

  test(
    'another file of the same name replaces it, unless somebody has worked with it',
    inTrial(async (cx) => {
      const listed = { ...youth, dossiers: [{ title: 'A', prize: 'Nhất', authors: ['An'] }] };
      const made = await bringIn(cx, readValue(listed));
      const mended = { ...listed, prizes_total: 90 };
      const changed = await bringIn(cx, readValue(mended));
      assert.deepEqual([changed.state, changed.edition], ['changed', made.edition]);
      const edition = await editionByPid(cx, made.edition!);
      assert.equal((await revisionsOf(cx.db, edition.id)).length, 2);
      const dossier = await one(cx.db, sql<{ id: string }>`select id from dossier`);
      await answered(cx, dossier, { name: 'An', birth: null }, 'author');
      assert.deepEqual(
        await refused(execute(cx, importEdition(readValue(listed)), { organisation: 'sonla' })),
        ['file past_edition_used'],
      );
      assert.deepEqual(await refused(execute(cx, undoImport, { pid: made.edition })), [
        'past_edition_used',
      ]);
      assert.equal((await bringIn(cx, readValue(mended))).state, 'unchanged');
    }),
  );

  test(
    'a trial writes nothing; what was brought in is taken away and comes again',
    inTrial(async (cx) => {
      const read = await readBytes('vii.csv', winners);
      const rows = async () =>
        (
          await one(
            cx.db,
            sql<{ n: number }>`select (select count(*) from edition)::integer
          + (select count(*) from dossier)::integer + (select count(*) from event)::integer as n`,
          )
        ).n;
      const before = await rows();
      const tried = await done(tryImport(cx, 'sonla', read));
      assert.deepEqual([tried.edition, tried.dossiers, await rows()], [null, 3, before]);
      const made = await bringIn(cx, read);
      const undone = await done(execute(cx, undoImport, { pid: made.edition }));
      assert.equal(undone.dossiers, 3);
      await assert.rejects(importByPid(cx, made.edition!), NotFound);
      await assert.rejects(editionByPid(cx, made.edition!), NotFound);
      assert.equal((await bringIn(cx, read)).state, 'added');
    }),
  );

  test(
    'only an office brings in for itself',
    inTrial(async (cx) => {
      const read = readValue(youth);
      const input = { organisation: 'sonla' };
      for (const [role, code] of [
        ['clerk', 'laichau'],
        ['auditor', 'sonla'],
      ] as const)
        await assert.rejects(
          execute(await someone(cx, role, code), importEdition(read), input),
          Forbidden,
        );
      assert.deepEqual(await refused(execute(cx, importEdition(read), { organisation: 'khong' })), [
        'organisation unknown',
      ]);
      const made = await bringIn(cx, read);
      const other = await someone(cx, 'clerk', 'laichau');
      await assert.rejects(execute(other, undoImport, { pid: made.edition }), NotFound);
      assert.equal((await listImports(other, { organisation: null, page: 1, size: 9 })).total, 0);
    }),
  );

  test(
    'whatever stands in a file is kept as text',
    inTrial(async (cx) => {
      const odd = {
        name: 'Hội thi\u0000 <b>"1"</b>',
        by_field: { 'a\u0000|b': 'x\u0000', '': 3, __proto__: 1 },
        prizes: [{ name: 'Nhất|Nhì', count: -1 }, 5, null],
        prizes_total: '1,5',
        dossiers: [
          { title: 'Một|hai\ud800', field: 'a|b', prize: 'Nhất|Nhì', authors: ['An', null, 5] },
          { title: '', prize: 7 },
          'x',
        ],
      };
      const made = await bringIn(cx, readValue(odd));
      assert.equal(made.state, 'added');
      const { name } = await importByPid(cx, made.edition!);
      assert.equal(name, 'Hội thi <b>"1"</b>');
    }),
  );
});
