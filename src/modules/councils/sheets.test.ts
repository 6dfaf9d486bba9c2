import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { editionByPid } from '../calls/index.ts';
import { textOf } from '../dossiers/web/entry/testing.ts';
import { openContest, submittedDossier } from '../likenesses/testing.ts';
import { invariants, judgesOf, listConflicts } from './queries/index.ts';
import { councilOffice } from './web/office/index.ts';

// Judges of an edition from a workbook.
let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Trial {
  readonly cx: Cx;
  readonly edition: string;
  readonly id: string;
  readonly base: string;
  readonly as: (role: string) => Promise<Ask>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = { ...cxOf(trx, system), clock: testClock() };
    const edition = await openContest(cx);
    const as = async (role: string) =>
      testDoors({
        cx: { ...(await someone(cx, role, 'sonla')), clock: cx.clock },
        place: await placeAt(cx, 'sonla'),
        ...{ roles: [role], office: councilOffice, files: cx.files },
      });
    const { id } = await editionByPid(cx, edition);
    await work({ cx, edition, id, base: `/vp/sonla/hoi-thi/${edition}/giam-khao`, as });
    await sound(cx.db, invariants);
  });

const head = [
  'Họ và tên',
  'Học hàm, học vị',
  'Đơn vị',
  'Email',
  'Điện thoại',
  'Lĩnh vực',
  'Số hồ sơ nhiều nhất',
];
const fileOf = (...rows: readonly (readonly string[])[]): File =>
  new File(
    [[head, ...rows].map((row) => row.map((one) => `"${one}"`).join(',')).join('\n')],
    'gk.csv',
  );

/** Looks at a file, and gives the page with what writes it. */
async function looked(ask: Ask, base: string, file: File) {
  const answer = await ask(`${base}/nhap-excel`, posted([['file', file]]));
  const page = await answer.text();
  const value = (name: string) => new RegExp(`name="${name}" value="(\\w+)"`).exec(page)?.[1] ?? '';
  const write = async () =>
    textOf(
      await (
        await ask(
          `${base}/nhap-excel/ghi`,
          posted([
            ['file', value('file')],
            ['_key', value('_key')],
          ]),
        )
      ).text(),
    );
  return { status: answer.status, text: textOf(page), write };
}

const shown = async ({ cx, id }: Trial) =>
  (await judgesOf(cx, id)).map(({ name, title, unit, email, phone, expertise, maxLoad }) =>
    [name, title, unit, email, phone, expertise.join('+'), maxLoad].map(String).join('|'),
  );

const good = ['TS Lò Văn Sáu', '', 'Sở Y tế, Sơn La', 'sau@example.vn', '0912345678', '', '12'];

test(
  'good rows come in, bad ones are told at their cells; the same file again changes nothing',
  inTrial(async (trial) => {
    const { cx, base, as, edition, id } = trial;
    await submittedDossier(cx, { edition, text: 'x', author: 'Lò Văn Sáu' });
    const { fields } = (await editionByPid(cx, edition)).content;
    const ask = await as('clerk');
    const first = fields[0]!;
    const rows = [
      [...good.slice(0, 5), first.name.toUpperCase(), '12'],
      ['Quàng Thị Hà', 'PGS.TS', 'Đại học Tây Bắc', 'khong-phai-thu', '', '', ''],
      ['Cầm Văn Tư', '', '', '', '', 'Thiên văn', '0'],
      ['', '', '', 'x@example.vn', '', '', ''],
    ];
    const seen = await looked(ask, base, fileOf(...rows));
    assert.equal(seen.status, 200);
    assert.match(seen.text, /Sẽ ghi 1 dòng mới, sửa 0, không đổi 0, không nhập được 3/);
    assert.match(seen.text, /D3/);
    assert.match(seen.text, /F4[\s\S]*không có lĩnh vực “Thiên văn”/);
    assert.match(seen.text, /A5/);
    assert.deepEqual(await shown(trial), []);
    await seen.write();
    const there = `Lò Văn Sáu|TS|Sở Y tế, Sơn La|sau@example.vn|0912345678|${first.code}|12`;
    assert.deepEqual(await shown(trial), [there]);
    assert.equal((await listConflicts(cx, id, { page: 1, size: 5 })).total, 1);
    const again = await looked(ask, base, fileOf(rows[0]!));
    assert.match(again.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 1, không nhập được 0/);
    const more = [...good.slice(0, 6), '20'];
    await (await looked(ask, base, fileOf(more))).write();
    assert.deepEqual(await shown(trial), [
      'Lò Văn Sáu|TS|Sở Y tế, Sơn La|sau@example.vn|0912345678||20',
    ]);
  }),
);

test(
  'the template is read back, and only those who set councils up may use either',
  inTrial(async ({ base, as }) => {
    const ask = await as('clerk');
    const answer = await ask(`${base}/tep-mau`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sheet = (await readXlsx(bytes)).sheets[0];
    const texts = sheet?.rows.flatMap((cells) => cells.map(({ text }) => text)) ?? [];
    for (const header of ['Họ và tên', 'Thư điện tử', 'Lĩnh vực', 'Số hồ sơ nhiều nhất'])
      assert.ok(
        texts.some((text) => text.startsWith(header)),
        header,
      );
    const empty = await looked(ask, base, new File([bytes], 'mau.xlsx'));
    assert.ok([200, 422].includes(empty.status));
    assert.ok((await (await ask(base)).text()).includes(`${base}/nhap-excel`));
    const auditor = await as('auditor');
    for (const path of ['nhap-excel', 'tep-mau'])
      assert.equal((await auditor(`${base}/${path}`)).status, 403);
    assert.ok(!(await (await auditor(base)).text()).includes('nhap-excel'));
  }),
);
