import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { addDays, addYears } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { closePdf } from '../../platform/documents/pdf/index.ts';
import { pdfTexts } from '../../platform/documents/pdf/testing.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { redactText } from '../../platform/log/redact.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, system } from '../activities/testing.ts';
import {
  authorKey,
  closeEdition,
  consentsDue,
  createEdition,
  editionByPid,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { dossierByToken, invariants } from './queries/index.ts';
import { grantLeave, returnDossier } from './service/index.ts';
import {
  agreed,
  answers,
  begun,
  completed,
  openYouth,
  pupil,
  site,
  submitted,
  tokenTo,
  youthContent,
} from './testing.ts';
import { callWords, consentWords, dossierWords, receiptWords } from './vi/entry/index.ts';
import { fieldOf, type Site, siteOn, textOf } from './web/entry/testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(async () => {
  closePdf();
  await database.close();
});

interface Trial {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly edition: string;
  readonly web: Site;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const edition = await openYouth(cx);
    await work({ cx, clock, edition, web: await siteOn(cx) });
    await sound(cx.db, invariants);
  });

const call = '/sonla/hoi-thi/tre-2026';
const key = authorKey(pupil.name, pupil.birth);
const pdfFile = (name: string, mark: string) =>
  new File(
    [`%PDF-1.4\n% ${mark}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`],
    name,
  );
const pngFile = (name: string) =>
  new File(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    name,
  );

/** The fields of the first step as a browser posts them. */
function posted(version: string, own: Record<string, string> = {}): Record<string, string> {
  const { 'tac-gia': _people, 'cam-doan': _declared, ...texts } = answers();
  const named = Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [`answers.${name}`, String(value)]),
  );
  const person = Object.fromEntries(
    Object.entries(pupil).map(([column, value]) => [`answers.tac-gia.0.${column}`, value]),
  );
  return {
    version,
    entrant: 'individual',
    field: 'hoc-tap',
    ...named,
    ...person,
    'answers.tac-gia.0.birth': '12/05/2012',
    'answers.cam-doan': '1',
    ...own,
  };
}

const consentForm = (page: string, party: 'author' | 'representative') => {
  const form = page
    .split('<form')
    .find((one) => one.includes(`name="party" value="${party}"`) && one.includes('told_by'));
  assert.ok(form, `no form of ${party}`);
  return { author: fieldOf(form, 'author'), party, _key: fieldOf(form, '_key') };
};

describe('the public pages of editions', () => {
  test(
    'the list has open editions first, the page says who may enter, with what, until when',
    inTrial(async ({ cx, clock, edition, web }) => {
      await done(
        execute(cx, createEdition, {
          organisation: 'sonla',
          code: 'nhap',
          content: { ...youthContent(clock.today()), name: 'Bản nháp bí mật' },
        }),
      );
      for (const address of ['/hoi-thi', '/sonla/hoi-thi']) {
        const list = textOf(await web.page(address));
        assert.match(list, /Thanh thiếu niên|thanh thiếu niên/);
        assert.match(list, /Còn 10 ngày/);
        assert.doesNotMatch(list, /bí mật/);
      }
      assert.doesNotMatch(await web.page('/laichau/hoi-thi'), /thanh thiếu niên/);
      const page = textOf(await web.page(call));
      for (const said of [
        'sinh từ ngày 01/08/2006 đến hết ngày 31/07/2020',
        'Nhóm tác giả có từ 2 đến 5 người',
        callWords.under16,
        'đến 17:00:00 ngày 22/05/2026',
        '3 giải, mỗi giải 12.000.000',
        'Phiếu đăng ký',
        callWords.start,
      ])
        assert.ok(page.includes(said), said);
      assert.equal((await web.get('/sonla/hoi-thi/nhap')).status, 404);
      assert.equal((await web.get(`/laichau/hoi-thi/tre-2026`)).status, 404);
      const elsewhere = await web.get(`/laichau/hoi-thi/${edition}`);
      assert.equal(elsewhere.headers.get('location'), call);
      const texts = await pdfTexts(
        Buffer.from(await (await web.get(`${call}/the-le.pdf`)).arrayBuffer()),
      );
      assert.match(texts.join(' '), /Cơ cấu giải/);
      await done(execute(cx, closeEdition, { pid: edition }));
      const closed = textOf(await web.page(call));
      assert.ok(closed.includes(callWords.closedNow));
      assert.ok(!closed.includes(callWords.start));
    }),
  );

  test(
    'where something ends on the day the page is not kept; before it opens it says when',
    inTrial(async ({ clock, web }) => {
      assert.doesNotMatch((await web.get(call)).headers.get('cache-control') ?? '', /no-store/);
      clock.move(Date.parse('2026-05-22T16:59:59.999+07:00') - clock.now().getTime());
      const last = await web.get(call);
      assert.match(last.headers.get('cache-control') ?? '', /no-store/);
      assert.match(textOf(await last.text()), /Hôm nay là ngày cuối/);
      clock.move(1001);
      const over = textOf(await web.page(call));
      assert.ok(over.includes('Đã hết hạn nhận hồ sơ: 17:00:00 ngày 22/05/2026'));
      assert.ok(!over.includes(callWords.start));
      const form = await web.page(`${call}/bat-dau`);
      assert.doesNotMatch(form, /name="email"/);
    }),
  );

  test(
    'starting: a letter, never the link on the page; a trap; so many an hour',
    inTrial(async ({ cx, web }) => {
      const form = await web.page(`${call}/bat-dau`);
      const wrong = await web.post(`${call}/bat-dau`, { email: 'không phải thư' });
      assert.equal(wrong.status, 422);
      assert.match(await wrong.text(), /value="không phải thư"/);
      const sent = { email: 'An@Example.vn', _key: fieldOf(form, '_key') };
      const answer = await web.post(`${call}/bat-dau`, sent);
      const page = await answer.text();
      assert.match(textOf(page), /Đã gửi thư tới An@Example\.vn/);
      const token = await tokenTo(cx, 'an@example.vn');
      assert.ok(!page.includes(token));
      await web.post(`${call}/bat-dau`, sent);
      const drafts = () => all(cx.db, sql<{ id: string }>`select id from dossier`);
      assert.equal((await drafts()).length, 1);
      await web.post(`${call}/bat-dau`, { email: 'may@example.vn', trang_web: 'http://x' });
      assert.equal((await drafts()).length, 1);
      for (let at = 0; at < 58; at += 1)
        await web.post(`${call}/bat-dau`, { email: `em${at}@example.vn` });
      const many = await web.post(`${call}/bat-dau`, { email: 'cuoi@example.vn' });
      assert.equal(many.status, 422);
      assert.ok(textOf(await many.text()).includes(callWords.startPage.tooMany.slice(0, 40)));
    }),
  );
});

describe('a dossier by its link', () => {
  test(
    'from the first line to the receipt, returned, sent again, withdrawn',
    inTrial(async ({ cx, edition, web }) => {
      await web.post(`${call}/bat-dau`, { email: 'me.cua.ngoc@example.vn' });
      const token = await tokenTo(cx, 'me.cua.ngoc@example.vn');
      const at = (rest = '') => `/ho-so/${token}${rest}`;
      const opened = await web.get(at());
      assert.match(opened.headers.get('cache-control') ?? '', /no-store/);
      assert.match(opened.headers.get('x-robots-tag') ?? '', /noindex/);
      assert.ok(textOf(await opened.text()).includes(dossierWords.next.draft));
      // First who enters; then the form, with a date that is none and too many words.
      let page = await web.page(at('/viet'));
      assert.doesNotMatch(page, /name="answers\.ten"/);
      await web.post(at('/viet'), {
        version: fieldOf(page, 'version'),
        entrant: 'individual',
        act: 'save',
      });
      page = await web.page(at('/viet'));
      const first = posted(fieldOf(page, 'version'), {
        'answers.thoi-gian': '31/02/2026',
        'answers.tac-gia.0.birth': '30/02/2012',
        'answers.tom-tat': 'chữ '.repeat(220),
        act: 'save',
      });
      assert.equal((await web.post(at('/viet'), first)).status, 303);
      page = await web.page(at('/viet'));
      const wrong = textOf(page);
      assert.match(wrong, /tháng 02 năm 2026 không có ngày 31/);
      assert.match(wrong, /Rút bớt 20 chữ/);
      assert.match(page, /value="30\/02\/2012"/);
      assert.match(wrong, /Đã lưu lúc 10:00:00/);
      const next = await web.post(at('/viet'), {
        ...posted(fieldOf(page, 'version')),
        act: 'next',
      });
      assert.equal(next.headers.get('location'), at('/tep'));
      // The check names what is missing, and leads to it.
      page = await web.page(at('/kiem-tra'));
      assert.match(textOf(page), /còn 6 chỗ cần ghi hoặc sửa/);
      assert.match(page, /\/tep\?thieu=1#f-answers-phieu/);
      assert.match(page, new RegExp(`/dong-y#y-kien-${key}-representative`));
      assert.doesNotMatch(page, /name="version"/);
      const early = await web.post(at('/nop'), { version: '99' });
      assert.equal(early.status, 409);
      for (const field of ['phieu', 'thuyet-minh', 'giay-khai-sinh'])
        assert.equal(
          (await web.send(at('/tep'), { field, file: pdfFile(`${field}.pdf`, field) })).status,
          303,
        );
      await web.send(at('/tep'), { field: 'anh-san-pham', file: pngFile('anh.png') });
      page = await web.page(at('/dong-y'));
      assert.ok(textOf(page).includes(consentWords.ages.under_16));
      for (const party of ['author', 'representative'] as const) {
        const form = consentForm(page, party);
        const none = await web.post(at('/dong-y'), { ...form, told_by: 'x' });
        assert.ok(textOf(await none.text()).includes(consentWords.nothing));
        const agreed = { ...form, told_by: 'Nguyễn Văn Hòa', enter: '1', publish: '0' };
        assert.equal((await web.post(at('/dong-y'), agreed)).status, 303);
      }
      page = await web.page(at('/kiem-tra'));
      assert.ok(textOf(page).includes(dossierWords.check.allGood));
      const form = { version: fieldOf(page, 'version'), _key: fieldOf(page, '_key') };
      const sent = await web.post(at('/nop'), form);
      assert.equal(sent.headers.get('location'), `${at('/bien-nhan/1')}?moi=1`);
      assert.equal(
        (await web.post(at('/nop'), form)).headers.get('location'),
        sent.headers.get('location'),
      );
      const receipt = textOf(await web.page(`${at('/bien-nhan/1')}?moi=1`));
      assert.match(receipt, /TTNND-0001/);
      assert.match(receipt, /10 giờ 00 phút 00 giây, ngày 12\/05\/2026/);
      assert.match(receipt, /Đúng, ký bằng khóa/);
      await provable(web, at('/bien-nhan/1'));
      // Returned by the secretariat: the remark stands beside its field.
      const { pid } = await dossierByToken(cx, token);
      await done(
        execute(cx, returnDossier, {
          pid,
          until: '2026-05-14T17:00:00',
          words: 'Bổ sung ảnh rõ hơn.',
          remarks: [{ field: 'tinh-moi', words: 'Nêu rõ khác gì máy bán ngoài chợ.' }],
          site,
        }),
      );
      const returned = await web.page(at());
      assert.match(textOf(returned), /Hạn bổ sung và nộp lại: 17:00:00 ngày 14\/05\/2026/);
      assert.match(returned, /\/viet#f-answers-tinh-moi/);
      page = await web.page(at('/viet'));
      assert.match(textOf(page), /Nêu rõ khác gì máy bán ngoài chợ/);
      await web.post(at('/viet'), {
        ...posted(fieldOf(page, 'version'), { 'answers.tinh-moi': 'Tháo rời được.' }),
        act: 'save',
      });
      assert.ok(textOf(await web.page(at())).includes(dossierWords.next.returned));
      page = await web.page(at('/kiem-tra'));
      const again = await web.post(at('/nop'), { version: fieldOf(page, 'version') });
      assert.match(again.headers.get('location') ?? '', /bien-nhan\/2/);
      assert.match(textOf(await web.page(at('/bien-nhan/1'))), /Đã có lần nộp thứ 2/);
      await provable(web, at('/bien-nhan/2'));
      // Withdrawn: typed, with the reason.
      page = await web.page(at('/rut'));
      const unsure = await web.post(at('/rut'), {
        version: fieldOf(page, 'version'),
        confirm_code: 'x',
        reason: '',
      });
      assert.equal(unsure.status, 422);
      const gone = await web.post(at('/rut'), {
        version: fieldOf(page, 'version'),
        confirm_code: 'rut',
        reason: 'Gửi nhầm cuộc thi.',
      });
      assert.equal(gone.status, 303);
      const left = textOf(await web.page(at()));
      assert.match(left, /Gửi nhầm cuộc thi/);
      assert.match(left, /Ban thư ký trả hồ sơ để bổ sung/);
      assert.equal((await editionByPid(cx, edition)).state, 'open');
    }),
  );

  /** The receipt can be checked with what is downloaded alone. */
  async function provable(web: Site, address: string): Promise<void> {
    const frozen = await web.page(`${address}/noi-dung`);
    const hash = createHash('sha256').update(frozen).digest('hex');
    const proof = JSON.parse(await web.page(`${address}/chu-ky`));
    const receipt = JSON.parse(proof.receipt);
    assert.equal(receipt.sha256, hash);
    const good = verify(
      null,
      Buffer.from(proof.receipt),
      createPublicKey(proof.publicKey),
      Buffer.from(proof.signature, 'base64url'),
    );
    assert.ok(good);
    const asked = `/bien-nhan?so=${receipt.number.toLowerCase()}&ma=${hash.toUpperCase().replace(/(.{8})/g, '$1%20')}`;
    const told = textOf(await web.page(asked));
    assert.ok(told.includes(receiptWords.check.yes));
    assert.doesNotMatch(told, /Ngọc|ngô|Hòa/);
    const other = await web.page(
      asked.replace(/ma=./, (text) => `ma=${text.at(-1) === '0' ? '1' : '0'}`),
    );
    assert.ok(textOf(other).includes(receiptWords.check.no));
    const same = await web.get(`/bien-nhan/chu-ky?so=${receipt.number}&ma=${hash}`);
    assert.equal(JSON.parse(await same.text()).signature, proof.signature);
    const pdf = await pdfTexts(Buffer.from(await (await web.get(`${address}/pdf`)).arrayBuffer()));
    assert.match(pdf.join(' '), new RegExp(receipt.number));
  }

  test(
    'nothing leaks: an unknown secret is any missing page, other dossiers have no files here',
    inTrial(async ({ cx, edition, web }) => {
      const mine = await begun(cx, edition, 'mot@example.vn');
      const other = await begun(cx, edition, 'hai@example.vn');
      for (const token of [mine, other]) await completed(cx, token);
      const pids = async (token: string) => {
        const page = await web.page(`/ho-so/${token}/tep`);
        return [...page.matchAll(/\/tep\/([a-z0-9]{16})"/g)].map((one) => one[1]!);
      };
      const [own] = await pids(mine);
      const [foreign] = await pids(other);
      const read = await web.get(`/ho-so/${mine}/tep/${own}`);
      assert.equal(read.status, 200);
      assert.match(await read.text(), /^%PDF/);
      assert.match(read.headers.get('content-disposition') ?? '', /attachment/);
      assert.equal(read.headers.get('cache-control'), 'private, no-store');
      assert.equal((await web.get(`/ho-so/${mine}/tep/${foreign}`)).status, 404);
      assert.equal((await web.post(`/ho-so/${mine}/tep/${foreign}/bo`, {})).status, 404);
      assert.equal((await pids(other)).length, 4);
      const none = 'ab0'.repeat(14).slice(0, 40);
      for (const rest of [
        '',
        '/viet',
        '/tep',
        '/dong-y',
        '/kiem-tra',
        '/rut',
        '/xoa',
        '/bien-nhan/1',
      ])
        assert.equal((await web.get(`/ho-so/${none}${rest}`)).status, 404, rest);
      for (const rest of ['/viet', '/tu-luu', '/nop', '/dong-y', '/dong-y/hoi', '/rut', '/xoa'])
        assert.equal((await web.post(`/ho-so/${none}${rest}`, { version: '1' })).status, 404, rest);
      assert.equal((await web.get(`/ho-so/${mine}/bien-nhan/1`)).status, 404);
      assert.ok(!redactText(`https://hoi.example/ho-so/${mine}/viet`).includes(mine));
      for (const rest of ['', '/viet', '/tep', '/dong-y', '/kiem-tra']) {
        const page = await web.page(`/ho-so/${mine}${rest}`);
        assert.doesNotMatch(page, /href="https?:/, rest);
      }
    }),
  );

  test(
    'files: the wrong kind, too large, the same twice and none are told in words; a phone sends in pieces',
    inTrial(async ({ cx, edition, web }) => {
      const token = await begun(cx, edition);
      const at = `/ho-so/${token}/tep`;
      const send = async (field: string, file: File) => web.send(at, { field, file });
      const said = async (answer: Response) => {
        assert.equal(answer.status, 422);
        return textOf(await answer.text());
      };
      assert.match(
        await said(await send('anh-san-pham', pdfFile('anh.pdf', 'a'))),
        /không nhận loại tệp của “anh\.pdf”/,
      );
      assert.match(
        await said(await send('thuyet-minh', new File(['MZ'], 'virus.exe'))),
        /tệp chương trình/,
      );
      assert.ok(
        (await said(await web.post(at, { field: 'phieu' }))).includes(dossierWords.files.noFile),
      );
      assert.equal((await send('thuyet-minh', pdfFile('a.pdf', 'one'))).status, 303);
      assert.match(
        await said(await send('thuyet-minh', pdfFile('b.pdf', 'one'))),
        /giống hệt tệp “a\.pdf”/,
      );
      assert.match(await said(await send('khong-co', pdfFile('a.pdf', 'x'))), /không nhận tệp/);
      const bytes = Buffer.from(await pdfFile('c.pdf', 'two').arrayBuffer());
      const tus = { 'tus-resumable': '1.0.0', 'sec-fetch-site': 'same-origin' };
      const meta = (values: Record<string, string>) =>
        Object.entries(values)
          .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
          .join(',');
      const begin = await web.app.request(`/ho-so/${token}/gui-tep`, {
        method: 'POST',
        headers: {
          ...tus,
          'upload-length': String(bytes.length),
          'upload-metadata': meta({ filename: 'c.pdf', field: 'thuyet-minh' }),
        },
      });
      assert.equal(begin.status, 201);
      const piece = await web.app.request(begin.headers.get('location') ?? '', {
        method: 'PATCH',
        headers: {
          ...tus,
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
        },
        body: bytes,
      });
      assert.equal(piece.status, 200);
      const page = await web.page(at);
      assert.match(page, /c\.pdf/);
      assert.ok(textOf(page).includes(dossierWords.files.full));
    }),
  );

  test(
    'a second tab keeps what was typed, and may be saved over the other',
    inTrial(async ({ cx, edition, web }) => {
      const token = await begun(cx, edition);
      const at = `/ho-so/${token}/viet`;
      const version = fieldOf(await web.page(at), 'version');
      await web.post(at, {
        ...posted(version, { 'answers.ten': 'Bản của cửa sổ một' }),
        act: 'save',
      });
      const late = posted(version, { 'answers.ten': 'Bản của cửa sổ hai' });
      const quiet = await web.post(`/ho-so/${token}/tu-luu`, late);
      const told = (await quiet.json()) as { tone: string; said: string };
      assert.deepEqual([told.tone, told.said], ['warn', dossierWords.writing.conflictSaid]);
      const answer = await web.post(at, { ...late, act: 'save' });
      assert.equal(answer.status, 409);
      const page = await answer.text();
      assert.match(page, /value="Bản của cửa sổ hai"/);
      assert.ok(textOf(page).includes(dossierWords.writing.conflict));
      assert.match(textOf(page), /“Tên mô hình, sản phẩm”/);
      const over = await web.post(at, { ...late, version: fieldOf(page, 'version'), act: 'save' });
      assert.equal(over.status, 303);
      assert.match(await web.page(at), /value="Bản của cửa sổ hai"/);
      const auto = await web.post(
        `/ho-so/${token}/tu-luu`,
        posted(fieldOf(await web.page(at), 'version')),
      );
      assert.equal(((await auto.json()) as { tone: string }).tone, 'ok');
    }),
  );

  test(
    'a person more and a person fewer: what was typed stays',
    inTrial(async ({ cx, edition, web }) => {
      const token = await begun(cx, edition);
      const at = `/ho-so/${token}/viet`;
      const two = {
        ...posted(fieldOf(await web.page(at), 'version'), { entrant: 'group' }),
        'answers.tac-gia.1.name': 'Lò Thị Mai',
      };
      const added = await web.post(at, { ...two, act: 'add.answers.tac-gia' });
      assert.equal(added.headers.get('location'), `${at}#f-answers-tac-gia`);
      const page = await web.page(at);
      assert.match(page, /name="answers\.tac-gia\.2\.name"/);
      const fewer = { ...two, version: fieldOf(page, 'version'), act: 'drop.answers.tac-gia.0' };
      await web.post(at, fewer);
      const left = await web.page(at);
      assert.equal(fieldOf(left, 'answers.tac-gia.0.name'), 'Lò Thị Mai');
    }),
  );

  test(
    'after the last second nothing is taken and nothing typed is lost',
    inTrial(async ({ cx, clock, edition, web }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await agreed(cx, token, key);
      const at = (rest: string) => `/ho-so/${token}${rest}`;
      const before = await web.page(at('/kiem-tra'));
      clock.move(Date.parse('2026-05-22T17:00:00.999+07:00') - clock.now().getTime());
      assert.match(textOf(await web.page(at('/kiem-tra'))), /Hôm nay là ngày cuối/);
      const form = await web.page(at('/viet'));
      clock.move(1);
      const late = await web.post(at('/viet'), {
        ...posted(fieldOf(form, 'version'), { 'answers.ten': 'Viết phút chót' }),
        act: 'save',
      });
      assert.equal(late.status, 422);
      const page = await late.text();
      assert.match(textOf(page), /Hết hạn .*17:00:00 ngày 22\/05\/2026/);
      assert.match(page, /value="Viết phút chót"/);
      const refused = await web.post(at('/nop'), { version: fieldOf(before, 'version') });
      assert.equal(refused.status, 422);
      assert.match(textOf(await refused.text()), /17:00:00 ngày 22\/05\/2026/);
      assert.equal(
        (await web.send(at('/tep'), { field: 'phieu', file: pdfFile('x.pdf', 'late') })).status,
        422,
      );
      assert.equal((await dossierByToken(cx, token)).state, 'draft');
      const read = await web.page(at('/viet'));
      assert.doesNotMatch(read, /name="answers\.ten"/);
      assert.match(textOf(read), /Máy tách hạt ngô/);
    }),
  );

  test(
    'time given to one dossier after the deadline opens it again, and says until when',
    inTrial(async ({ cx, clock, edition, web }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await agreed(cx, token, key);
      const { pid } = await submitted(cx, token);
      clock.move(11 * 86_400_000);
      assert.doesNotMatch(await web.page(`/ho-so/${token}/viet`), /name="answers\.ten"/);
      const leave = {
        pid,
        until: '2026-05-24T12:00:00',
        acts: ['save', 'submit'],
        reason: 'Mất điện.',
      };
      await done(execute(cx, grantLeave, { ...leave, site }));
      const page = await web.page(`/ho-so/${token}/viet`);
      assert.match(textOf(page), /Hạn nộp: 12:00:00 ngày 24\/05\/2026/);
      const sent = {
        ...posted(fieldOf(page, 'version'), { 'answers.ten': 'Máy tách ngô II' }),
        act: 'save',
      };
      assert.equal((await web.post(`/ho-so/${token}/viet`, sent)).status, 303);
      const overview = textOf(await web.page(`/ho-so/${token}`));
      assert.ok(overview.includes(dossierWords.next.changed));
      const check = await web.page(`/ho-so/${token}/kiem-tra`);
      const answer = await web.post(`/ho-so/${token}/nop`, { version: fieldOf(check, 'version') });
      assert.match(answer.headers.get('location') ?? '', /bien-nhan\/2/);
    }),
  );

  test(
    'a draft is thrown away only when that is typed; its link then opens nothing',
    inTrial(async ({ cx, edition, web }) => {
      const token = await begun(cx, edition);
      const version = fieldOf(await web.page(`/ho-so/${token}/xoa`), 'version');
      const unsure = await web.post(`/ho-so/${token}/xoa`, { version, confirm_code: '' });
      assert.equal(unsure.status, 422);
      const gone = await web.post(`/ho-so/${token}/xoa`, { version, confirm_code: ' xoa ' });
      assert.ok(textOf(await gone.text()).includes(dossierWords.acts.discarded));
      assert.equal((await web.get(`/ho-so/${token}`)).status, 404);
    }),
  );
});

describe('consents', () => {
  test(
    'who has to answer on the birthday and the day before, also born on 29/02',
    inTrial(async ({ cx, clock, edition, web }) => {
      const today = clock.today();
      const token = await begun(cx, edition);
      const rows: [string, string[]][] = [
        [addDays(addYears(today, -7), 1), ['representative']],
        [addYears(today, -7), ['author', 'representative']],
        [addDays(addYears(today, -16), 1), ['author', 'representative']],
        [addYears(today, -16), ['author', 'representative']],
        [addDays(addYears(today, -18), 1), ['author', 'representative']],
        [addYears(today, -18), []],
        ['2008-02-29', []],
        ['2010-02-29'.replace('2010', '2012'), ['author', 'representative']],
      ];
      for (const [birth, parties] of rows) {
        const page = await web.page(`/ho-so/${token}/viet`);
        const form = posted(fieldOf(page, 'version'), {
          'answers.tac-gia.0.birth': birth.split('-').reverse().join('/'),
        });
        assert.equal(
          (await web.post(`/ho-so/${token}/viet`, { ...form, act: 'save' })).status,
          303,
        );
        const consents = await web.page(`/ho-so/${token}/dong-y`);
        const asked = [...consents.matchAll(/<section class="consent" id="y-kien-\w+-(\w+)"/g)].map(
          (one) => one[1],
        );
        assert.deepEqual(asked, parties, birth);
        assert.deepEqual(consentsDue(birth, today), parties, birth);
      }
      clock.move(Date.parse('2027-02-28T12:00:00+07:00') - clock.now().getTime());
      // Born on 29/02/2020 somebody is 7 on 01/03/2027, not the day before.
      assert.deepEqual(consentsDue('2020-02-29', clock.today()), ['representative']);
      assert.deepEqual(consentsDue('2020-02-29', '2027-03-01'), ['author', 'representative']);
    }),
  );

  test(
    'asked by letter: only that party, only of that author, may change the mind at any time',
    inTrial(async ({ cx, clock, edition, web }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      const wrong = await web.post(`/ho-so/${token}/dong-y/hoi`, {
        author: key,
        party: 'representative',
        email: 'cha',
      });
      assert.equal(wrong.status, 422);
      const asked = await web.post(`/ho-so/${token}/dong-y/hoi`, {
        author: key,
        party: 'representative',
        email: 'cha@example.vn',
      });
      assert.equal(asked.status, 303);
      const link = await tokenTo(cx, 'cha@example.vn');
      const page = await web.page(`/ho-so/${link}`);
      const said = textOf(page);
      for (const part of ['Máy tách hạt ngô chạy bằng pin', pupil.name, 'Máy tách hạt ngô gọn nhẹ'])
        assert.ok(said.includes(part), part);
      assert.doesNotMatch(said, /12\/05\/2012|Khung thép/);
      for (const rest of ['/viet', '/tep', '/dong-y', '/kiem-tra', '/rut'])
        assert.equal((await web.get(`/ho-so/${link}${rest}`)).status, 404, rest);
      assert.equal((await web.post(`/ho-so/${link}/viet`, { version: '1' })).status, 404);
      const form = consentForm(page, 'representative');
      const yes = {
        ...form,
        party: 'author',
        told_by: 'Nguyễn Văn Hòa',
        enter: '1',
        publish: '1',
        forward: '0',
      };
      assert.equal((await web.post(`/ho-so/${link}/dong-y`, yes)).status, 303);
      const mine = await web.page(`/ho-so/${token}/dong-y`);
      assert.match(textOf(mine), /Nguyễn Văn Hòa, 10:00 12\/05\/2026, bằng liên kết riêng/);
      assert.equal(textOf(mine).split(consentWords.complete).length - 1, 1);
      clock.move(40 * 86_400_000);
      const again = await web.page(`/ho-so/${link}`);
      const no = { ...consentForm(again, 'representative'), told_by: 'Nguyễn Văn Hòa', enter: '0' };
      assert.equal((await web.post(`/ho-so/${link}/dong-y`, no)).status, 303);
      assert.ok(textOf(await web.page(`/ho-so/${token}/dong-y`)).includes(consentWords.refused));
    }),
  );

  test(
    'when the dossier no longer names the author the link tells nothing of it',
    inTrial(async ({ cx, edition, web }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await web.post(`/ho-so/${token}/dong-y/hoi`, {
        author: key,
        party: 'author',
        email: 'em@example.vn',
      });
      const link = await tokenTo(cx, 'em@example.vn');
      const page = await web.page(`/ho-so/${token}/viet`);
      await web.post(`/ho-so/${token}/viet`, {
        ...posted(fieldOf(page, 'version'), { 'answers.tac-gia.0.name': 'Người khác' }),
        act: 'save',
      });
      const said = textOf(await web.page(`/ho-so/${link}`));
      assert.ok(said.includes(consentWords.link.gone));
      // The same from a page that was open before: it is told, not lost.
      const late = { author: key, party: 'author', told_by: 'Ngọc', enter: '1' };
      const told = await web.post(`/ho-so/${token}/dong-y`, late);
      assert.equal(told.status, 422);
      assert.match(textOf(await told.text()), /Không còn người này trong danh sách tác giả/);
      assert.doesNotMatch(said, /Máy tách/);
    }),
  );
});

describe('links again', () => {
  test(
    'the same answer whether the address has dossiers or not',
    inTrial(async ({ cx, clock, edition, web }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await agreed(cx, token, key);
      await submitted(cx, token);
      clock.move(120_000);
      const ask = async (email: string) =>
        textOf(await (await web.post(`${call}/gui-lai`, { email })).text()).replaceAll(email, '@');
      assert.equal(await ask('dia.chi@example.vn'), await ask('khong.co@example.vn'));
      const fresh = await tokenTo(cx);
      assert.notEqual(fresh, token);
      assert.equal((await web.get(`/ho-so/${fresh}`)).status, 200);
    }),
  );
});
