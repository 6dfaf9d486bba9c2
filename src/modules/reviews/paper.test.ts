import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { writeXlsx } from '../../platform/documents/sheets/write-xlsx.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { editionByPid } from '../calls/index.ts';
import { textOf } from '../dossiers/web/entry/testing.ts';
import { invariants, sheetsOf } from './queries/index.ts';
import { type Panel, panel } from './testing.ts';
import { reviewOffice } from './web/office/index.ts';

// Many sheets on paper at once, from a workbook.
let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Trial {
  readonly cx: Cx;
  readonly at: Panel;
  readonly base: string;
  readonly as: (role: string) => Promise<Ask>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    const at = await panel(cx);
    const as = async (role: string) =>
      testDoors({
        cx: await someone(cx, role, 'sonla'),
        place: await placeAt(cx, 'sonla'),
        ...{ roles: [role], office: reviewOffice, files: cx.files },
      });
    await work({ cx, at, base: `/vp/sonla/hoi-thi/${at.edition}/cham`, as });
    await sound(cx.db, invariants);
  });

const heads = [
  'Số hồ sơ',
  'Giám khảo',
  'Tính mới',
  'Hiệu quả',
  'Nhận xét: Hiệu quả',
  'Bảo đảm an toàn',
  'Căn cứ nhập thay',
] as const;
type Row = readonly [string, string, number | string, number | string, string, string, string];

async function fileOf(rows: readonly Row[]): Promise<File> {
  const columns = heads.map((header) => ({
    ...{ key: header, header, width: 16 },
    type: 'text' as const,
  }));
  const lines = rows.map((row) => Object.fromEntries(row.map((value, at) => [heads[at]!, value])));
  const bytes = await writeXlsx({ sheets: [{ name: 'S', columns, rows: lines }] });
  return new File([new Uint8Array(bytes)], 'phieu.xlsx');
}

async function looked(ask: Ask, path: string, file: File) {
  const answer = await ask(path, posted([['file', file]]));
  const page = await answer.text();
  const value = (name: string) => new RegExp(`name="${name}" value="(\\w+)"`).exec(page)?.[1] ?? '';
  const write = async () => {
    const sent = posted(['file', '_key'].map((name) => [name, value(name)] as const));
    return textOf(await (await ask(`${path}/ghi`, sent)).text());
  };
  return { status: answer.status, text: textOf(page), write };
}

const points = async ({ cx, at }: Trial) => {
  const { id } = await editionByPid(cx, at.edition);
  const sheets = await sheetsOf(cx, id, 'so-khao');
  return at.sheets.flat().map((pid) => {
    const holds = sheets.find((one) => one.pid === pid)!.holds;
    return holds === null ? null : `${holds.points} ${holds.how}`;
  });
};

const why = 'Chấm trên giấy, tập 3';

test(
  'a row is a signed paper; what is wrong is told at its cell, and the others are written',
  inTrial(async (trial) => {
    const { at, base, as } = trial;
    const ask = await as('clerk');
    const path = `${base}/giay/so-khao/nhap-excel`;
    const [one, two] = at.dossiers.map(({ number }) => number) as [string, string];
    const file = await fileOf([
      [one, 'cầm thị hoa', 28, '30,5', 'Khá', 'Có', why],
      [two, 'Cầm Thị Hoa', 99, 30, '', 'Có', why],
      [two, 'Người Lạ', 28, 30, 'Khá', 'Có', why],
      ['STKT-0', 'Cầm Thị Hoa', 28, 30, 'Khá', 'Có', why],
      [one, 'Cầm Thị Hoa', 28, 30, 'Khá', 'Có', why],
      [one, 'Quàng Văn Nam', 27, 35, 'Tốt', 'Có lẽ', why],
      [two, 'Quàng Văn Nam', 27, 35, 'Tốt', 'Có', ''],
    ]);
    const seen = await looked(ask, path, file);
    assert.equal(seen.status, 200, seen.text);
    assert.match(seen.text, /Sẽ ghi 1 dòng mới, sửa 0, không đổi 0, không nhập được 6/);
    assert.match(seen.text, /C3[\s\S]*Tính mới/);
    assert.match(seen.text, /E3/);
    assert.match(seen.text, /B4[\s\S]*không giao cho giám khảo nào tên “Người Lạ”/);
    assert.match(seen.text, /A5[\s\S]*Không có hồ sơ số “STKT-0”/);
    assert.match(seen.text, /A6[\s\S]*đã có ở dòng trên/);
    assert.match(seen.text, /F7[\s\S]*G8/);
    assert.deepEqual(await points(trial), [null, null, null, null]);
    await seen.write();
    assert.deepEqual(await points(trial), ['8900 paper', null, null, null]);
    const again = await looked(
      ask,
      path,
      await fileOf([[one, 'Cầm Thị Hoa', 28, 30.5, 'Khá', 'Có', why]]),
    );
    assert.match(again.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 1, không nhập được 0/);
    const other = await looked(
      ask,
      path,
      await fileOf([[one, 'Cầm Thị Hoa', 27, 30, 'Khá', 'Có', why]]),
    );
    assert.match(other.text, /không nhập được 1[\s\S]*A2[\s\S]*Phiếu đã ký/);
  }),
);

test(
  'the template has a row for each sheet that is not signed, and is read back once filled in',
  inTrial(async (trial) => {
    const { at, base, as } = trial;
    const ask = await as('clerk');
    const home = `${base}/giay/so-khao`;
    assert.match(await (await ask(base)).text(), /giay\/so-khao\/nhap-excel/);
    const bytes = Buffer.from(await (await ask(`${home}/tep-mau`)).arrayBuffer());
    const sheet = (await readXlsx(bytes)).sheets[0]!;
    const texts = sheet.rows.map((cells) => cells.map(({ text }) => text));
    const head = texts.find((cells) => cells[0] === 'Số hồ sơ')!;
    for (const header of heads) assert.ok(head.includes(header), header);
    assert.equal(texts.filter((cells) => cells[0]?.startsWith('STKT-')).length, 4);
    const empty = await looked(ask, `${home}/nhap-excel`, new File([bytes], 'mau.xlsx'));
    assert.match(empty.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 0, không nhập được 4/);
    assert.deepEqual(await points(trial), [null, null, null, null]);
    assert.equal((await ask(home)).headers.get('location'), `${base}?giai-doan=so-khao`);
    assert.equal((await ask(`${base}/giay/hop/nhap-excel`)).status, 404);
    const auditor = await as('auditor');
    for (const path of ['nhap-excel', 'tep-mau'])
      assert.equal((await auditor(`${home}/${path}`)).status, 403);
    assert.equal(at.sheets.flat().length, 4);
  }),
);
