// Files as offices have them, brought in whole: every name must come out as its original.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { TextEncoding } from '../../../kernel/vietnamese/encodings/index.ts';
import { bytesAs, encodeAs } from '../../../kernel/vietnamese/encodings/testing.ts';
import type { Cx } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { all, one } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { writeXlsxRows } from '../../../platform/documents/tables/testing.ts';
import { testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import { Refused } from '../../spreadsheets/index.ts';
import { importById } from '../queries/imports.ts';
import type { MemberLine } from '../queries/members.ts';
import type { ImportCounts } from '../schema.ts';
import { errorFile } from '../sheets/refused.ts';
import { organisation } from '../testing.ts';
import { exportMembers, importFile, lookAtFile, tryFile, unwatched } from './index.ts';

const people = [
  ['Nguyễn Văn Đức', '12/03/1950', '0912000118', 'Chi hội Mai Sơn'],
  ['Lò Thị Ánh Tuyết', '1961', '0912000119', 'Chi hội Mai Sơn'],
  ['Quàng Văn Ơn', '05/1972', '', 'Chi hội Mộc Châu'],
  ['Đặng Thị Ưng', '01/12/1988', '0988111222', 'Chi hội Mộc Châu'],
  ['Hoà Bích Thuỷ', '30/04/1945', '0977000333', 'Chi hội Yên Châu'],
  ['Trần Quốc Vượng', '02/09/1939', '', 'Chi hội Yên Châu'],
] as const;
const head = ['STT', 'Họ và tên', 'Ngày sinh', 'Điện thoại', 'Chi hội'];
const names = people.map(([name]) => name).sort();

describe('a roster file', () => {
  let database: Database;
  let cx: Cx;
  let clock: ReturnType<typeof testClock>;
  let place: { id: string; code: string };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-roster-'));
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await database.ownerPool.query(
      'truncate organisation, person, roster_import, roster_row, roster_result, roster_pair, roster_choice, file cascade',
    );
    clock = testClock();
    cx = testCx(database.db, { coverage, clock, via: 'cli' });
    const union = await organisation(cx, 'sonla', 'provincial_union', 'Liên hiệp hội tỉnh Sơn La');
    const id = await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn tỉnh Sơn La', [
      union,
    ]);
    place = { id, code: 'lamvuon' };
  });

  const file = (name: string, bytes?: Buffer | string) => {
    const whole = path.join(folder, name);
    if (bytes !== undefined) writeFileSync(whole, bytes);
    return { path: whole, name, asOf: null };
  };
  async function bring(given: ReturnType<typeof file>, at = place): Promise<ImportCounts> {
    clock.move(60_000);
    const done = await importFile(cx, at, given, unwatched);
    assert.ok(done.ok, JSON.stringify(done));
    return done.value.counts;
  }
  async function members(): Promise<MemberLine[]> {
    const found: MemberLine[] = [];
    await exportMembers(cx, place.code, false, (batch) => void found.push(...batch));
    return found;
  }
  const stand = async () => (await members()).map(({ fullName }) => fullName).sort();
  const short = (c: ImportCounts) =>
    [c.rows, c.created, c.updated, c.unchanged, c.rejected, c.duplicates].join(' ');
  const lines = (encode: (text: string) => string, separator = ','): string =>
    [head, ...people.map((row, at) => [String(at + 1), ...row])]
      .map((row) => row.map(encode).join(separator))
      .join('\r\n');
  const encodingOf = async (given: ReturnType<typeof file>, title = 'Họ và tên') => {
    const sheets = await lookAtFile(cx, place.id, given);
    return sheets[0]?.columns.find((column) => column.title === title)?.encoding;
  };

  const eight: readonly TextEncoding[] = ['tcvn3', 'vni', 'viqr', 'windows-1258'];
  for (const encoding of eight)
    it(`in ${encoding} comes in with every name as it was`, async () => {
      const given = file(
        `${encoding}.csv`,
        Buffer.from(
          bytesAs(
            lines((text) => text),
            encoding,
          ),
        ),
      );
      assert.equal(await encodingOf(given), encoding);
      assert.equal(short(await bring(given)), '6 6 0 0 0 0');
      assert.deepEqual(await stand(), names);
    });

  it('in NFD, in UTF-16 and with tabs comes in the same, and so nothing is new', async () => {
    assert.equal(
      short(
        await bring(
          file(
            'nfd.csv',
            lines((t) => t.normalize('NFD'), ';'),
          ),
        ),
      ),
      '6 6 0 0 0 0',
    );
    assert.deepEqual(await stand(), names);
    const wide = file('wide.tsv', Buffer.from(`\ufeff${lines((t) => t, '\t')}`, 'utf16le'));
    assert.equal(short(await bring(wide)), '6 0 0 6 0 0');
    const [sheet] = await lookAtFile(cx, place.id, wide);
    assert.equal(sheet?.bytes, 'utf-16le');
  });

  it('as a workbook in VNI fonts under title rows, with formulas, comes in once', async () => {
    const given = file('vni.xlsx');
    const vni = (text: string) => encodeAs(text, 'vni');
    const fonts = [undefined, 'VNI-Times', undefined, undefined, 'VNI-Times'];
    await writeXlsxRows(given.path, {
      sharedStrings: true,
      fonts,
      sheets: [
        {
          name: 'DS',
          rows: [
            [null, { value: 'DANH SÁCH HỘI VIÊN', font: 'Times New Roman' }],
            [],
            head.map((value) => ({ value, font: 'Times New Roman' })),
            ...people.map(([name, birth, phone, branch], at) => [
              { value: at + 1, formula: `A${at + 3}+1` },
              vni(name),
              birth,
              phone,
              vni(branch),
            ]),
            [null, { value: 'Tổng cộng: 6 người', font: 'Times New Roman' }],
          ],
        },
      ],
    });
    assert.equal(short(await bring(given)), '6 6 0 0 0 0');
    assert.deepEqual(await stand(), names);
    const [first] = (await members()).filter(({ fullName }) => fullName === 'Nguyễn Văn Đức');
    assert.deepEqual(first, {
      fullName: 'Nguyễn Văn Đức',
      birthDate: '1950-03-12',
      gender: null,
      phones: ['0912000118'],
      email: null,
      degrees: [],
      branch: 'Chi hội Mai Sơn',
      joined: null,
    });
  });

  it('of several sheets comes in whole', async () => {
    const given = file('sheets.xlsx');
    const sheet = (name: string, from: number, to: number) => ({
      name,
      rows: [head, ...people.slice(from, to).map((row, at) => [at + 1, ...row])],
    });
    await writeXlsxRows(given.path, {
      sharedStrings: false,
      sheets: [sheet('A', 0, 3), { name: 'Ghi chú', rows: [['xin chào']] }, sheet('B', 2, 6)],
    });
    assert.equal(short(await bring(given)), '7 6 0 0 0 1');
    assert.deepEqual(await stand(), names);
  });

  it('that changed changes only what changed; refused rows come back mended', async () => {
    const bad = `${lines((t) => t)}\r\n7,Vì Văn Bảy,31/02/1960,0966000777,Chi hội Yên Châu\r\n8,,1950,,`;
    assert.equal(short(await bring(file('bad.csv', bad))), '8 6 0 0 2 0');
    const imports = await all(cx.db, sql<{ id: string }>`select id from roster_import`);
    const book = await errorFile(cx, await importById(cx.db, imports[0]!.id));
    const errors = file('loi.xlsx', book);
    const [sheet] = await lookAtFile(cx, place.id, errors);
    assert.deepEqual(
      sheet?.columns.map(({ title }) => title),
      [...head, 'Lý do'],
    );
    assert.equal(sheet?.columns.at(-1)?.field, 'skip');
    const [first] = await lookAtFile(cx, place.id, file('bad.csv'));
    assert.equal(sheet?.shape, first?.shape);
    assert.equal(short(await bring(errors)), '2 0 0 0 2 0');
    const mended = bad
      .replace('31/02/1960', '28/02/1960')
      .replace('0912000119', '0912000120')
      .replace('8,,1950,,', '');
    assert.equal(short(await bring(file('mended.csv', mended))), '7 1 1 5 0 0');
    const woman = (await members()).find(({ fullName }) => fullName === 'Lò Thị Ánh Tuyết');
    assert.deepEqual(woman?.phones, ['0912000120']);
  });

  it('that is only tried leaves no row and no file', async () => {
    const given = file(
      'try.csv',
      lines((t) => t),
    );
    const tables = await all(
      cx.db,
      sql<{ name: string }>`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const counted = async () =>
      Promise.all(
        tables.map(
          async ({ name }) =>
            (
              await one(
                cx.db,
                sql<{ n: number }>`select count(*)::integer as n from ${sql.table(name)}`,
              )
            ).n,
        ),
      );
    const before = await counted();
    const sheets = await lookAtFile(cx, place.id, given);
    const tried = await tryFile(cx, place.id, given, sheets, unwatched);
    assert.equal(short(tried.counts), '6 6 0 0 0 0');
    assert.equal(tried.importPid, null);
    assert.deepEqual(await counted(), before);
  });

  it('with citizen IDs keeps them encrypted, finds people by them, and notes who took them out', async () => {
    const rows = (phone: string) =>
      `Họ và tên,Số CCCD,Điện thoại,Dân tộc\r\nLò Văn Pâng,014051000123,${phone},Thái\r\nLò Thị Én,12345,,`;
    assert.equal(short(await bring(file('ids.csv', rows('0912000118')))), '2 2 0 0 0 0');
    const open = await all(
      cx.db,
      sql`select from roster_row where to_jsonb(roster_row)::text ~ '014051000123|12345'`,
    );
    assert.equal(open.length, 0);
    const found: MemberLine[] = [];
    await exportMembers(cx, place.code, true, (batch) => void found.push(...batch));
    assert.equal(
      found.find(({ fullName }) => fullName === 'Lò Văn Pâng')?.citizenId,
      '014051000123',
    );
    const looks = await all(cx.db, sql<{ fields: string[] }>`select fields from person_look`);
    assert.deepEqual(looks, [{ fields: ['citizen_id'] }]);
    const other = rows('0966000777').replace('Lò Văn Pâng', 'Lò Văn Nam Pâng');
    assert.equal(short(await bring(file('ids.csv', other))), '2 0 1 1 0 0');
    assert.deepEqual(await stand(), ['Lò Thị Én', 'Lò Văn Nam Pâng']);
    assert.equal(short(await bring(file('ids.csv', other))), '2 0 0 2 0 0');
  });

  it('that is no roster is refused in words', async () => {
    const refused = async (name: string, bytes: Buffer | string) => {
      try {
        const sheets = await lookAtFile(cx, place.id, file(name, bytes));
        return sheets.some(({ chosen }) => chosen) ? 'taken' : 'no names';
      } catch (error) {
        if (error instanceof Refused) return error.issues[0]?.code;
        throw error;
      }
    };
    assert.equal(await refused('a.xlsx', 'MZ\x90\0 this is a program'), 'table.not_a_workbook');
    assert.equal(await refused('b.csv', ''), 'table.empty_file');
    assert.equal(await refused('c.csv', 'a,b\r\n1,2\r\n3,4'), 'no names');
  });
});
