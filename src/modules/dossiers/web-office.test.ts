import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import {
  authorKey,
  closeEdition,
  createEdition,
  editionByPid,
  openEdition,
} from '../calls/index.ts';
import { done, outbox, refused } from '../rounds/testing.ts';
import { lettersRun, toDo } from './jobs.ts';
import {
  authorsOf,
  consentsOf,
  dossierByPid,
  filesOfDossier,
  invariants,
  versionsOf,
} from './queries/index.ts';
import * as service from './service/index.ts';
import {
  agreed,
  answers,
  begun,
  completed,
  entrant,
  openYouth,
  pdf,
  pupil,
  site,
  submitted,
  youthContent,
} from './testing.ts';
import { dossierOffice } from './web/office/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Trial {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly edition: string;
  readonly base: string;
  /** The office pages as somebody with a role meets them. */
  readonly as: (role: string, code: string) => Promise<Ask>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const edition = await openYouth(cx);
    const as: Trial['as'] = async (role, code) => {
      const own = { ...(await someone(cx, role, code)), clock };
      const place = await placeAt(cx, code);
      return testDoors({ cx: own, place, roles: [role], office: dossierOffice, files: cx.files });
    };
    await work({ cx, clock, edition, base: `/vp/sonla/hoi-thi/${edition}/ho-so`, as });
    await sound(cx.db, invariants);
  });

const key = authorKey(pupil.name, pupil.birth);
const form = (values: Record<string, string>) => posted(Object.entries(values));
const to = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const text = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text();
const ok = async (answer: Promise<Response>): Promise<string> => {
  const got = await answer;
  const page = await got.text();
  assert.equal(got.status, 200, page.slice(0, 500));
  return page;
};

/** A dossier that an entrant submitted; gives the secret of its link and its pid. */
async function ready(cx: Cx, edition: string, more: { title?: string; email?: string } = {}) {
  const token = await begun(cx, edition, more.email ?? entrant);
  await completed(cx, token, answers(more.title));
  await agreed(cx, token, key, ['enter', 'forward']);
  return { token, pid: (await submitted(cx, token)).pid };
}

const checking = (clock: TestClock): void =>
  clock.move(Date.parse('2026-06-05T08:00:00+07:00') - clock.now().getTime());

describe('the intake list', () => {
  test(
    'is found in, sorted, counted by state, and never shows a draft of an entrant',
    inTrial(async ({ cx, edition, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      assert.match(await ok(clerk(base)), /Chưa có hồ sơ nào/);
      await begun(cx, edition, 'khac@example.vn');
      assert.match(await ok(clerk(base)), /1 hồ sơ người dự thi đang viết/);
      await ready(cx, edition);
      const { pid } = await ready(cx, edition, { title: 'Bếp đun củi ít khói' });
      const all = await ok(clerk(base));
      assert.match(all, /TTNND-0001[\s\S]*TTNND-0002/);
      assert.match(all, /Đã nộp \(2\)/);
      const found = await ok(clerk(`${base}?q=bep+dun`));
      assert.match(found, /TTNND-0002/);
      assert.doesNotMatch(found, /TTNND-0001/);
      assert.match(await ok(clerk(`${base}?q=khong+co`)), /Không có hồ sơ nào khớp điều kiện/);
      const turned = await ok(clerk(`${base}?xep=-so`));
      assert.match(turned, /TTNND-0002[\s\S]*TTNND-0001/);
      assert.equal(
        to(await clerk(`${base}?can-chu-y=vuong-mac&q=bep`)),
        `${base}?q=bep&vuong-mac=1`,
      );
      assert.match(await ok(clerk(`${base}?vuong-mac=1`)), /Không có hồ sơ nào khớp/);
      assert.match(await ok(clerk(`${base}/${pid}`)), /Không thấy vướng mắc nào/);
      const csv = await text(clerk(`${base}.csv`));
      assert.equal(csv.split('\r\n').length, 4);
      assert.match(csv, /TTNND-0001,Máy tách hạt ngô chạy bằng pin,Nguyễn Thị Bích Ngọc/);
      const xlsx = await clerk(`${base}.xlsx?q=bep`);
      assert.match(
        xlsx.headers.get('content-disposition') ?? '',
        /ho-so-tre-2026-2026-05-12\.xlsx/,
      );
    }),
  );

  test(
    'conflicts with the rules, those that are not known too, are found',
    inTrial(async ({ cx, edition, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      const { pid } = await done(execute(cx, service.enterPaper, { edition }));
      const people = [{ ...pupil, birth: '2006' }];
      const working = { entrant: 'individual', field: 'hoc-tap', answers: answers('Cũ', people) };
      await done(execute(cx, service.savePaper, { pid, ...working }));
      await done(execute(cx, service.submitPaper, { pid, site, reason: 'Nhận để hỏi thêm' }));
      await ready(cx, edition);
      const page = await ok(clerk(`${base}?vuong-mac=1`));
      assert.match(page, /Cũ/);
      assert.match(page, /Sinh 2006, thể lệ nhận người sinh|Mới biết sinh 2006/);
      assert.doesNotMatch(page, /Máy tách hạt ngô/);
    }),
  );
});

describe('earlier prizes', () => {
  test(
    'of the same work, also written without dấu, are against it; of its people they are told',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      const first = await ready(cx, edition);
      const same = await ready(cx, edition, { title: 'May TACH hạt ngô chạy bằng pin' });
      const other = await ready(cx, edition, { title: 'Bếp' });
      checking(clock);
      const award = { pid: first.pid, level: 'province', name: 'Giải Ba', year: 2025 };
      await done(execute(cx, service.recordAward, award));
      const conflicts = await ok(clerk(`${base}?vuong-mac=1`));
      assert.match(conflicts, /TTNND-0002/);
      assert.doesNotMatch(conflicts, /TTNND-0003/);
      const page = await ok(clerk(`${base}/${same.pid}`));
      assert.match(page, /Đã đạt “Giải Ba/);
      assert.match(page, /cùng tác giả · cùng tên hồ sơ/);
      assert.match(await ok(clerk(`${base}/${other.pid}`)), /cùng tác giả/);
    }),
  );
});

describe('the secretariat by forms', () => {
  test(
    'returns with remarks, sees what changed, decides, moves, gives time',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const { token, pid } = await ready(cx, edition);
      const clerk = await as('clerk', 'sonla');
      const at = `${base}/${pid}`;
      checking(clock);
      const bad = await clerk(`${at}/tra-lai`, form({ 'until.day': '01/01/2020', words: '' }));
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), /Thời hạn này đã qua|Nội dung đề nghị bổ sung/);
      const back = {
        'until.day': '10/06/2026',
        'until.time': '17:00',
        words: 'Bổ sung ảnh.',
        'remark.anh-san-pham': 'Ảnh mờ',
        version: '3',
      };
      const stale = await clerk(`${at}/tra-lai`, form({ ...back, version: '1' }));
      assert.equal(stale.status, 409);
      assert.match(await ok(clerk(to(await clerk(`${at}/tra-lai`, form(back))))), /Đã trả lại/);
      const page = await ok(clerk(at));
      assert.match(page, /Ảnh mô hình, sản phẩm: Ảnh mờ/);
      assert.match(await ok(clerk(base)), /Hạn 17:00 10\/06\/2026/);
      await done(execute(cx, service.saveDraft, { token, answers: { ten: 'Tên đã sửa' } }));
      await submitted(cx, token);
      assert.match(await ok(clerk(base)), /Đã bổ sung/);
      const changes = await ok(clerk(`${at}/thay-doi?tu=1&den=2`));
      assert.match(changes, /1 mục khác nhau/);
      assert.match(changes, /Máy tách hạt ngô[\s\S]*Tên đã sửa/);
      assert.match(await ok(clerk(`${at}/ban/1`)), /Máy tách hạt ngô/);
      assert.equal((await clerk(`${at}/ban/9`)).status, 404);
      const move = { field: 'phan-mem', reason: 'Sản phẩm là phần mềm' };
      assert.match(to(await clerk(`${at}/chuyen`, form(move))), /da-chuyen/);
      const silent = await clerk(`${at}/khong-hop-le`, form({ reason: '' }));
      assert.match(await silent.text(), /Ghi lý do/);
      assert.match(to(await clerk(`${at}/hop-le`, form({}))), /da-hop-le/);
      assert.match(to(await clerk(`${at}/xem-lai`, form({ reason: 'Có đơn' }))), /da-xem-lai/);
      const leave = { 'until.day': '12/06/2026', act_save: '1', reason: 'Mưa lũ' };
      assert.match(to(await clerk(`${at}/gia-han`, form(leave))), /da-gia-han/);
      const now = await dossierByPid(cx, pid);
      assert.deepEqual(
        [now.state, now.field, now.leave?.until, now.leave?.acts],
        ['submitted', 'phan-mem', '2026-06-12T17:00:00', ['save']],
      );
      const told = await ok(clerk(at));
      for (const line of [/Trả lại để bổ sung/, /Chuyển lĩnh vực/, /Gia hạn riêng/, /Có đơn/])
        assert.match(told, line);
      const [file] = await filesOfDossier(cx.db, now.id);
      const sent = await clerk(`${at}/tep/${file?.pid}`);
      assert.equal(sent.headers.get('x-content-type-options'), 'nosniff');
      assert.match(sent.headers.get('content-disposition') ?? '', /^attachment/);
    }),
  );

  test(
    'finds several valid at once, and says which were not',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const one = await ready(cx, edition);
      const two = await ready(cx, edition, { title: 'Hai' });
      const clerk = await as('clerk', 'sonla');
      checking(clock);
      assert.match(to(await clerk(`${base}/hop-le`, form({}))), /chua-chon/);
      const chosen = posted([
        ['chon', one.pid],
        ['chon', two.pid],
      ]);
      assert.match(to(await clerk(`${base}/hop-le?q=x`, chosen)), /q=x&da-hop-le=2/);
      const again = await clerk(`${base}/hop-le`, posted([['chon', two.pid]]));
      assert.equal(again.status, 422);
      assert.match(await again.text(), /“Hợp lệ” nên không/);
    }),
  );

  test(
    'writes down consents and prizes; takes a prize off again',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const { pid } = await ready(cx, edition);
      const clerk = await as('clerk', 'sonla');
      const at = `${base}/${pid}`;
      assert.match(
        await ok(clerk(at)),
        /Chưa có ý kiến đồng ý của tác giả[^.]*\. Hồ sơ chưa được công/,
      );
      const consent = { author: key, party: 'author', purpose: 'publish', given: '1' };
      const signed = { ...consent, told_by: 'Nguyễn Thị Bích Ngọc' };
      assert.match(to(await clerk(`${at}/dong-y`, form(signed))), /da-ghi-y-kien/);
      const { id } = await dossierByPid(cx, pid);
      assert.equal((await consentsOf(cx.db, [id])).get(id)?.at(-1)?.how, 'paper');
      checking(clock);
      const nothing = await clerk(`${at}/giai-thuong`, form({ level: 'province' }));
      assert.match(await nothing.text(), /Chọn một giải trong cơ cấu giải, hoặc ghi tên/);
      const award = { level: 'province', name: 'Giải Nhì', decision: '12/QĐ', year: '2026' };
      assert.match(to(await clerk(`${at}/giai-thuong`, form(award))), /da-ghi-giai/);
      const page = await ok(clerk(at));
      assert.match(page, /Giải Nhì/);
      assert.match(page, /05\/06\/2026/);
      const remove = /giai-thuong\/([0-9a-f]{16})\/xoa/.exec(page)?.[0] ?? '';
      assert.match(await ok(clerk(`${at}/${remove}`)), /Xóa “Giải Nhì”/);
      assert.match(to(await clerk(`${at}/${remove}`, form({}))), /da-xoa-giai/);
      assert.doesNotMatch(await ok(clerk(at)), /<strong>Giải Nhì<\/strong>/);
    }),
  );

  test(
    'types a dossier in from paper, with its files, and takes it late with a reason',
    inTrial(async ({ clock, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      const at = to(await clerk(`${base}/nhap-giay`, form({ email: '' })));
      assert.match(await ok(clerk(at)), /Chọn đối tượng dự thi/);
      const typed = {
        entrant: 'individual',
        field: 'hoc-tap',
        'answers.ten': 'Máy gieo hạt',
        'answers.tac-gia.0.name': pupil.name,
        'answers.tac-gia.0.birth': '12/05/2012',
        'answers.tac-gia.0.school': 'Trường THCS Chiềng Sinh',
      };
      assert.match(to(await clerk(at, form({ ...typed, act: 'luu' }))), /da-luu/);
      const page = await ok(clerk(at));
      assert.match(page, /value="Máy gieo hạt"/);
      assert.match(page, /12\/05\/2012/);
      const file = new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n'], 'phieu.pdf');
      const sent = await clerk(
        `${at}/tep`,
        posted([
          ['field', 'phieu'],
          ['file', file],
        ]),
      );
      assert.match(to(sent), /tep-phieu/);
      const wrong = new File(['chữ'], 'phieu.txt');
      const refusedFile = await clerk(
        `${at}/tep`,
        posted([
          ['field', 'phieu'],
          ['file', wrong],
        ]),
      );
      assert.equal(refusedFile.status, 422);
      const drop = /viet\/tep\/(\w{16})\/bo/.exec(await ok(clerk(at)))?.[0] ?? '';
      assert.match(to(await clerk(at.replace(/viet$/, drop), form({}))), /da-luu/);
      clock.move(Date.parse('2026-05-24T08:00:00+07:00') - clock.now().getTime());
      const nop = to(await clerk(at, form({ ...typed, act: 'nop' })));
      const late = await clerk(nop, form({ reason: '' }));
      assert.equal(late.status, 422);
      assert.match(await late.text(), /Hết hạn nộp hồ sơ/);
      const taken = await clerk(nop, form({ reason: 'Dấu bưu điện ngày 21/05/2026' }));
      assert.match(await ok(clerk(to(taken))), /TTNND-0001/);
    }),
  );
});

describe('letters to many', () => {
  test(
    'go to whom the filter finds, once, each in the log of its dossier',
    inTrial(async ({ cx, edition, base, as }) => {
      await ready(cx, edition, { title: 'Một', email: 'mot@example.vn' });
      await ready(cx, edition, { title: 'Hai', email: 'hai@example.vn' });
      const clerk = await as('clerk', 'sonla');
      const at = `${base}/thu?q=mot`;
      const page = await ok(clerk(at));
      assert.match(page, /1 hồ sơ có địa chỉ thư sẽ nhận/);
      assert.match(page, /Thông báo về hồ sơ TTNND-0001/);
      const wrong = await clerk(at, form({ subject: 'A', body: '{tuoi}' }));
      assert.match(await wrong.text(), /Không có mục {tuoi}/);
      const words = { subject: 'Hồ sơ {so_bien_nhan}', body: 'Gửi {tac_gia}: {ten_ho_so}' };
      const run = to(await clerk(at, form({ ...words, act: 'gui' })));
      assert.match(await ok(clerk(run)), /Đang gửi thư/);
      const [job] = await all(
        cx.db,
        sql<{ payload: unknown }>`select payload from job_run where name = 'dossier.letters'`,
      );
      const progress = async () => {};
      const context = {
        progress,
        cancelled: () => false,
        signal: new AbortController().signal,
        attempt: 1,
      };
      await lettersRun.run(cx, job?.payload, context);
      await lettersRun.run(cx, job?.payload, { ...context, attempt: 2 });
      const letters = (await outbox(cx)).filter(({ subject }) => subject === 'Hồ sơ TTNND-0001');
      assert.deepEqual(
        letters.map(({ to: address }) => address),
        ['mot@example.vn'],
      );
      assert.match(letters[0]?.text ?? '', /Gửi Nguyễn Thị Bích Ngọc: Một/);
      const events = await all(
        cx.db,
        sql<{ action: string }>`select action from event
          where action in ('dossier.write_to', 'dossier.send_letter') order by action`,
      );
      assert.deepEqual(
        events.map(({ action }) => action),
        ['dossier.send_letter', 'dossier.write_to'],
      );
    }),
  );
});

describe('figures', () => {
  test(
    'are the lengths of the lists that they open, and the records counted again',
    inTrial(async ({ cx, edition, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      assert.match(await ok(clerk(`${base}/thong-ke`)), /Chưa có hồ sơ nào được nộp/);
      await ready(cx, edition, { title: 'Một' });
      const two = await ready(cx, edition, { title: 'Hai' });
      const { pid } = await done(execute(cx, service.enterPaper, { edition }));
      const people = [
        { ...pupil, name: 'Lò Văn An', birth: '2011', school: 'Trường THCS Mường Bú' },
        { ...pupil, name: 'Lò Văn Bình', birth: '2008-05-23', address: 'Bản Lụa, Mường La' },
      ];
      const working = { entrant: 'group', field: 'phan-mem', answers: answers('Ba', people) };
      await done(execute(cx, service.savePaper, { pid, ...working }));
      await done(execute(cx, service.submitPaper, { pid, site, reason: 'Nhận trực tiếp' }));
      await done(execute(cx, service.withdrawDossier, { token: two.token, reason: 'Bận' }));
      const page = await ok(clerk(`${base}/thong-ke`));
      const links = [...page.matchAll(/<a href="([^"]*\/ho-so\?[^"]*)"><span[^>]*>([\d.]+)</g)];
      assert.ok(links.length >= 12, `${links.length} figures`);
      for (const [, href = '', figure] of links) {
        const list = await ok(clerk(href.replaceAll('&amp;', '&')));
        const rows = list.match(/TTNND-\d{4}/g) ?? [];
        assert.equal(rows.length, Number(figure), href);
      }
      assert.match(page, /mường la/i);
      assert.match(page, /12 đến 15 tuổi/);
      const authors = await all(
        cx.db,
        sql<{ many: number }>`select count(*)::integer as many from dossier_author`,
      );
      assert.equal(authors[0]?.many, 4);
      assert.equal((await clerk(`${base}/thong-ke.xlsx`)).status, 200);
    }),
  );
});

describe('sending on', () => {
  const national = async (cx: Cx): Promise<string> => {
    const content = youthContent(cx.clock.today());
    const made = { organisation: 'vusta', code: 'toan-quoc-2026', content };
    const { pid } = await done(execute(cx, createEdition, made));
    await done(execute(cx, openEdition, { pid }));
    return pid;
  };

  test(
    'goes to an open edition above with answers, files and consents; its prize is told below',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const { pid } = await ready(cx, edition);
      const clerk = await as('clerk', 'sonla');
      const at = `${base}/${pid}`;
      const target = await national(cx);
      assert.match(await text(clerk(`${at}/gui-len`)), /Chỉ gửi lên cấp trên hồ sơ hợp lệ/);
      checking(clock);
      await done(execute(cx, service.validateDossier, { pid }));
      assert.match(await ok(clerk(`${at}/gui-len`)), new RegExp(target));
      const wrong = await clerk(`${at}/gui-len`, form({ edition }));
      assert.match(await wrong.text(), /không thuộc đơn vị cấp trên/);
      clock.move(Date.parse('2026-05-12T12:00:00+07:00') - clock.now().getTime());
      const there = to(await clerk(`${at}/gui-len`, form({ edition: target })));
      const sent = /ho-so\/(\w{16})\/viet/.exec(there)?.[1] ?? '';
      const page = await ok(clerk(there));
      assert.match(page, /Máy tách hạt ngô chạy bằng pin/);
      assert.match(page, /phieu\.pdf/);
      const twice = await clerk(`${at}/gui-len`, form({ edition: target }));
      assert.match(await twice.text(), /đã gửi lên lần tổ chức ấy rồi/);
      const writing = there.split('?')[0] ?? '';
      const declared = { entrant: 'individual', field: 'hoc-tap', 'answers.cam-doan': '1' };
      const nop = to(await clerk(writing, form({ ...declared, act: 'nop' })));
      assert.doesNotMatch(await ok(clerk(nop)), /name="reason"/);
      const said = await clerk(nop, form({ reason: '' }));
      assert.match(await ok(Promise.resolve(said)), /Đã nộp ở cấp trên, số biên nhận TTNND-0001/);
      // From then on it is the other office's.
      assert.equal((await clerk(writing)).status, 404);
      const { id } = await dossierByPid(cx, sent);
      const source = await dossierByPid(cx, pid);
      const files = async (of: string) =>
        (await filesOfDossier(cx.db, of)).map(({ sha256 }) => sha256).sort();
      assert.deepEqual(await files(id), await files(source.id));
      assert.equal((await versionsOf(cx.db, id)).length, 1);
      assert.equal((await authorsOf(cx.db, [id])).get(id)?.[0]?.key, key);
      const top = await as('national', 'vusta');
      const award = { level: 'nation', name: 'Giải Ba toàn quốc' };
      const atTop = `/vp/vusta/hoi-thi/${target}/ho-so/${sent}`;
      assert.match(await ok(top(atTop)), /Gửi lên từ/);
      assert.match(to(await top(`${atTop}/giai-thuong`, form(award))), /da-ghi-giai/);
      assert.match(await ok(clerk(at)), /Kết quả ở cấp trên[\s\S]*Giải Ba toàn quốc/);
      assert.match(await ok(clerk(`${base}/gui-len`)), /Giải Ba toàn quốc/);
      const told = (await outbox(cx)).find(({ subject }) => subject.startsWith('Kết quả ở cấp'));
      assert.equal(told?.to, entrant);
    }),
  );

  test(
    'needs the consents for it',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await agreed(cx, token, key);
      const { pid } = await submitted(cx, token);
      const target = await national(cx);
      checking(clock);
      await done(execute(cx, service.validateDossier, { pid }));
      const clerk = await as('clerk', 'sonla');
      const said = await ok(clerk(`${base}/${pid}/gui-len`));
      assert.match(said, /Chưa có ý kiến đồng ý gửi lên cấp trên của tác giả Nguyễn Thị Bích Ngọc/);
      const ask = { pid, edition: target };
      assert.deepEqual(await refused(execute(cx, service.forwardDossier, ask)), [
        'forward_consent_missing',
        'forward_consent_missing',
      ]);
    }),
  );
});

describe('rights', () => {
  test(
    'others see nothing, an auditor reads and does nothing, the national office may',
    inTrial(async ({ cx, clock, edition, base, as }) => {
      const { pid } = await ready(cx, edition);
      checking(clock);
      const other = await as('officer', 'laichau');
      const there = base.replace('sonla', 'laichau');
      for (const rest of ['', '.csv', '/thong-ke', `/${pid}`, `/${pid}/hop-le`, '/thu'])
        assert.equal((await other(`${there}${rest}`)).status, 404, rest);
      const auditor = await as('auditor', 'sonla');
      assert.doesNotMatch(await ok(auditor(`${base}/${pid}`)), /Công nhận hợp lệ/);
      assert.doesNotMatch(await ok(auditor(base)), /name="chon"/);
      for (const rest of [`/${pid}/hop-le`, '/nhap-giay', '/thu', `/${pid}/giai-thuong`])
        assert.equal((await auditor(`${base}${rest}`)).status, 403, rest);
      const top = await as('national', 'vusta');
      const at = base.replace('sonla', 'vusta');
      assert.match(to(await top(`${at}/${pid}/hop-le`, form({}))), /da-hop-le/);
    }),
  );
});

describe('the desk and what is purged', () => {
  test(
    'dossiers to be checked, ends that are near',
    inTrial(async ({ cx, edition }) => {
      await ready(cx, edition);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const organisation = (await dossierByPid(cx, (await ready(cx, edition)).pid)).edition
        .organisation.id;
      const [first] = await toDo({ ...clerk, clock: cx.clock }, organisation, 'sonla');
      assert.equal(first?.title, 'Kiểm tra 2 hồ sơ dự thi đã nộp');
      const auditor = await someone(cx, 'auditor', 'sonla');
      assert.deepEqual(await toDo(auditor, organisation, 'sonla'), []);
    }),
  );

  test(
    'drafts go 90 days after their edition takes nothing more, with their files',
    inTrial(async ({ cx, clock, edition }) => {
      const token = await begun(cx, edition);
      await done(execute(cx, service.addFile, { token, field: 'phieu', file: await pdf(cx) }));
      const kept = await ready(cx, edition);
      clock.move(80 * 86_400_000);
      assert.equal(await service.purgeDrafts(cx), 0);
      await done(execute(cx, closeEdition, { pid: edition }));
      clock.move(30 * 86_400_000);
      assert.equal(await service.purgeDrafts(cx), 1);
      assert.equal((await dossierByPid(cx, kept.pid)).state, 'submitted');
      const links = await all(
        cx.db,
        sql<{
          n: number;
        }>`select count(*)::integer as n from file_link where subject_type = 'dossier'`,
      );
      assert.equal(links[0]?.n, 4);
    }),
  );
});

test(
  'a change of the edition tells which dossiers feel it, and how to go on',
  inTrial(async ({ cx, edition, base, as }) => {
    const { pid } = await ready(cx, edition);
    await begun(cx, edition, 'khac@example.vn');
    const clerk = await as('clerk', 'sonla');
    const { content } = await editionByPid(cx, edition);
    const born = { first: '2012-06-01', last: '2020-07-31' };
    const next = { ...content, eligibility: { ...content.eligibility, born } };
    const part = `/vp/sonla/hoi-thi/${edition}/dieu-kien`;
    const typed = { content: JSON.stringify(next), back: part, reason: 'Thể lệ mới' };
    const page = await ok(clerk(`${base}/cham-toi`, form(typed)));
    assert.match(page, /1 hồ sơ bị thay đổi này chạm tới/);
    assert.match(page, new RegExp(`href="[^"]*/ho-so/${pid}"`));
    assert.match(page, /Sinh 12\/05\/2012, thể lệ nhận người sinh từ 01\/06\/2012/);
    assert.match(page, new RegExp(`action="${part}"`));
    assert.match(page, /name="reason" value="Thể lệ mới"/);
    const away = { ...typed, back: 'https://x.example/' };
    const safe = await ok(clerk(`${base}/cham-toi`, form(away)));
    assert.doesNotMatch(safe, /x\.example/);
    const same = { ...typed, content: JSON.stringify(content) };
    assert.match(await ok(clerk(`${base}/cham-toi`, form(same))), /Không hồ sơ nào bị/);
    const broken = await clerk(`${base}/cham-toi`, form({ content: '{' }));
    assert.equal(broken.status, 400);
  }),
);
