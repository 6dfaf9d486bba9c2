import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { closeCleaning } from '../../platform/files/clean/index.ts';
import { makers } from '../../platform/files/clean/testing.ts';
import { docxBy } from '../../platform/files/clean/testing-office.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import type { Dossier } from '../dossiers/index.ts';
import { openYouth, pupil } from '../dossiers/testing.ts';
import { blindingApi } from './api/index.ts';
import { filesOf, invariants } from './queries/index.ts';
import { cleanDossier } from './service/index.ts';
import { entered, identities } from './testing.ts';
import { words } from './vi/index.ts';
import { blindingOffice } from './web/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(async () => {
  closeCleaning();
  await database.close();
});

interface Trial {
  readonly cx: Cx;
  readonly edition: string;
  readonly base: string;
  readonly as: (role: string, code: string) => Promise<Ask>;
  readonly ready: (named?: boolean) => Promise<Dossier>;
  /** Public id of the file of a state. */
  readonly file: (dossier: Dossier, state: string) => Promise<string>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const edition = await openYouth(cx);
    const doors = { office: blindingOffice, api: blindingApi, files: cx.files };
    await work({
      cx,
      edition,
      base: `/vp/sonla/hoi-thi/${edition}/an-danh`,
      as: async (role, code) => {
        const own = { ...(await someone(cx, role, code)), clock };
        return testDoors({ cx: own, place: await placeAt(cx, code), roles: [role], ...doors });
      },
      ready: async (named = false) => {
        const more = named ? { answers: { 'cau-tao': `Do ${pupil.name} vẽ` } } : {};
        const { dossier } = await entered(cx, edition, identities[0], more);
        await cleanDossier(cx, dossier.id);
        return dossier;
      },
      file: async (dossier, state) =>
        (await filesOf(cx.db, dossier.id)).find((one) => one.state === state)?.pid ?? '',
    });
    await sound(cx.db, invariants);
  });

const ok = async (answer: Promise<Response>): Promise<string> => {
  const got = await answer;
  const page = await got.text();
  assert.equal(got.status, 200, page.slice(0, 500));
  return page;
};
const status = async (answer: Promise<Response>): Promise<number> => (await answer).status;
const form = (values: Record<string, string | File>) => posted(Object.entries(values));

describe('pages of the secretariat', () => {
  test(
    'the list tells what is to be done, and is narrowed to it',
    inTrial(async ({ base, as, ready }) => {
      const clerk = await as('clerk', 'sonla');
      assert.match(await ok(clerk(base)), new RegExp(words.none));
      await ready(true);
      const list = await ok(clerk(base));
      assert.match(list, /Máy tách hạt ngô chạy bằng pin[\s\S]*TTNND-0001/);
      assert.match(list, /1 tệp chờ người xem/);
      assert.match(list, /Còn nêu tên ở 1 chỗ/);
      assert.match(list, /1 hồ sơ; 1 hồ sơ có tệp chờ người xem, 1 hồ sơ còn nêu tên tác giả\./);
      assert.match(await ok(clerk(`${base}?can=named`)), /TTNND-0001/);
      const none = await ok(clerk(`${base}?can=waiting`));
      assert.match(none, new RegExp(words.noneMatch));
      assert.doesNotMatch(none, /TTNND-0001/);
      assert.equal(await status((await as('clerk', 'laichau'))(base)), 404);
    }),
  );

  test(
    'a dossier shows what still names the entrant, and what became of each file',
    inTrial(async ({ base, as, ready }) => {
      const dossier = await ready(true);
      const page = await ok((await as('clerk', 'sonla'))(`${base}/${dossier.pid}`));
      assert.match(page, /Cấu tạo: tên người &quot;Nguyễn Thị Bích Ngọc&quot;/);
      assert.match(page, /Nguyễn Thị Bích Ngọc - thuyết minh\.docx/, 'the office knows its name');
      assert.match(page, /TTNND-0001_thuyet-minh_2\.docx/);
      assert.match(page, /tệp hỏng hoặc không mở được trọn vẹn/);
      assert.match(page, /Máy không nghe, xem được nội dung hình ảnh/);
      assert.doesNotMatch(page, /giay-khai-sinh/);
      const reader = await ok((await as('auditor', 'vusta'))(`${base}/${dossier.pid}`));
      assert.doesNotMatch(reader, /\/thay"|dua-nguyen-ban/);
      const other = `/vp/sonla/hoi-thi/${'0'.repeat(16)}/an-danh/${dossier.pid}`;
      assert.equal(await status((await as('clerk', 'sonla'))(other)), 404);
      assert.equal(await status((await as('clerk', 'laichau'))(`${base}/${dossier.pid}`)), 404);
    }),
  );

  test(
    'as a judge sees it: nobody is named, files are called neutrally and open',
    inTrial(async ({ cx, base, as, ready, file }) => {
      const dossier = await ready();
      const clerk = await as('clerk', 'sonla');
      const page = await ok(clerk(`${base}/${dossier.pid}/xem`));
      for (const secret of [...Object.values(pupil), identities[0].email, identities[0].file])
        if (secret.length > 3) assert.ok(!page.includes(secret), secret);
      assert.match(page, /1 tệp chưa đưa được cho giám khảo/);
      const clean = await file(dossier, 'clean');
      const answer = await clerk(`${base}/${dossier.pid}/tep/${clean}`);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-disposition') ?? '', /TTNND-0001_/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      const { length } = Buffer.from(await answer.arrayBuffer());
      assert.equal(Number(answer.headers.get('content-length')), length);
      const [own] = await filesOf(cx.db, dossier.id);
      assert.equal(await status(clerk(`${base}/${dossier.pid}/tep/${own!.filePid}`)), 404);
      const cannot = await file(dossier, 'cannot');
      assert.equal(await status(clerk(`${base}/${dossier.pid}/tep/${cannot}`)), 404);
    }),
  );

  test(
    'a copy is sent in; without one, of a wrong kind, or late the form comes back',
    inTrial(async ({ base, as, ready, file }) => {
      const dossier = await ready();
      const clerk = await as('clerk', 'sonla');
      const address = `${base}/${dossier.pid}/${await file(dossier, 'cannot')}/thay`;
      assert.match(await ok(clerk(address)), /type="file"/);
      const empty = await clerk(address, form({ version: '1' }));
      assert.equal(empty.status, 422);
      assert.match(await empty.text(), /Chọn tệp đã bỏ tên tác giả/);
      const program = new File(['MZ'], 'a.exe');
      const wrong = await clerk(address, form({ version: '1', file: program }));
      assert.equal(wrong.status, 422);
      assert.match(await wrong.text(), /a\.exe/);
      const copy = new File([new Uint8Array(await docxBy(makers[1]))], 'bản sao.docx');
      const late = await clerk(address, form({ version: '7', file: copy }));
      assert.equal(late.status, 409);
      const auditor = await as('auditor', 'vusta');
      assert.equal(await status(auditor(address, form({ version: '1', file: copy }))), 403);
      const sent = await clerk(address, form({ version: '1', file: copy }));
      assert.equal(sent.status, 303);
      const page = await ok(clerk(sent.headers.get('location')!));
      assert.match(page, new RegExp(words.done.replaced.slice(0, 20)));
      assert.match(page, /TTNND-0001_thuyet-minh_1\.docx/);
      assert.match(page, new RegExp(words.acts.restore));
    }),
  );

  test(
    'a file is given as it was sent, with a reason, and that is taken back',
    inTrial(async ({ base, as, ready, file }) => {
      const dossier = await ready();
      const clerk = await as('clerk', 'sonla');
      const own = `${base}/${dossier.pid}/${await file(dossier, 'cannot')}`;
      const bare = await clerk(`${own}/dua-nguyen-ban`, form({ version: '1', reason: '' }));
      assert.equal(bare.status, 422);
      const reason = 'Bản vẽ <không> tên';
      const done = await clerk(`${own}/dua-nguyen-ban`, form({ version: '1', reason }));
      assert.equal(done.status, 303);
      const page = await ok(clerk(done.headers.get('location')!));
      assert.match(page, /Bản vẽ &lt;không&gt; tên/);
      assert.match(page, /TTNND-0001_thuyet-minh_1\.pdf/);
      assert.match(await ok(clerk(`${own}/bo-quyet-dinh`)), new RegExp(words.acts.restoreNone));
      const back = await clerk(`${own}/bo-quyet-dinh`, form({ version: '2' }));
      assert.equal(back.status, 303);
      assert.match(await ok(clerk(`${base}/${dossier.pid}`)), /Chờ người xem/);
    }),
  );
});

describe('REST', () => {
  const json = async (answer: Promise<Response>) => {
    const got = await answer;
    assert.equal(got.status, 200, String(got.status));
    return (await got.json()) as Record<string, unknown>;
  };

  test(
    'lists, reads, and decides',
    inTrial(async ({ edition, as, ready, file }) => {
      const dossier = await ready(true);
      const clerk = await as('clerk', 'sonla');
      const list = await json(clerk(`/api/v1/blind-dossiers?edition=${edition}&need=person`));
      assert.deepEqual(list.items, [
        {
          pid: dossier.pid,
          number: 'TTNND-0001',
          title: 'Máy tách hạt ngô chạy bằng pin',
          files: 3,
          person: 1,
          named: 1,
          waiting: 0,
        },
      ]);
      const one = await json(clerk(`/api/v1/blind-dossiers/${dossier.pid}`));
      assert.deepEqual(one.found, [{ what: 'person', field: 'cau-tao', words: pupil.name }]);
      const path = `/api/v1/blind-files/${await file(dossier, 'cannot')}`;
      const said = sentJson('POST', { reason: 'Không nêu tên', version: 1 });
      assert.equal((await json(clerk(`${path}/release`, said))).state, 'released');
      assert.equal(await status(clerk(`${path}/release`, said)), 409);
      const copy = new File([new Uint8Array(await docxBy(makers[1]))], 'a.docx');
      const sent = await json(clerk(`${path}/copy`, form({ version: '2', file: copy })));
      assert.equal(sent.state, 'replaced');
      assert.equal(await status(clerk(`${path}/copy`, form({}))), 422);
      const back = sentJson('POST', { version: 3 });
      assert.equal((await json(clerk(`${path}/restore`, back))).state, 'cannot');
      const other = await as('clerk', 'laichau');
      for (const address of [
        `/api/v1/blind-dossiers?edition=${edition}`,
        `/api/v1/blind-dossiers/${dossier.pid}`,
      ])
        assert.equal(await status(other(address)), 404, address);
      assert.equal(await status(other(`${path}/release`, said)), 404);
      const auditor = await as('auditor', 'vusta');
      assert.equal(await status(auditor(`${path}/release`, said)), 403);
    }),
  );
});
