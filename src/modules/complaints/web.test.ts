import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { demoProduct, type FormFields } from '../../testing.ts';
import { openYouth } from '../dossiers/testing.ts';
import { complaintByPid } from './queries/index.ts';
import { sendLetter } from './service/index.ts';
import { complained, entered, lettered, openContest, said } from './testing.ts';
import { entryWords, ownIssues, stateNames, words } from './vi/index.ts';

const product = await demoProduct();
after(() => product.close());
const cx: Cx = product.runtime.cx('cli');
const edition = await openContest(cx, 'khieu-nai-trang');
const own = await entered(cx, edition, 'nguoi.gui@example.vn');
const accused = await entered(cx, edition, 'bi.khieu.nai@example.vn');
const mine = `/ho-so/${own.token}/khieu-nai`;
const office = `/vp/sonla/hoi-thi/${edition}/khieu-nai`;
const clerk = await product.signIn('clerk');
const leader = await product.signIn('leader');
const auditor = await product.signIn('auditor');
const typedToday = cx.clock.today().split('-').reverse().join('/');

const plain = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00a0]+/g, ' ');

async function read(address: string, headers?: Headers) {
  const answer = await product.get(address, headers);
  const html = await answer.text();
  return { status: answer.status, headers: answer.headers, html, text: plain(html) };
}

async function send(address: string, fields: FormFields, headers?: Headers) {
  const answer = await product.post(address, fields, headers);
  const html = await answer.text();
  const to = answer.headers.get('location') ?? '';
  return { status: answer.status, to, html, text: plain(html) };
}

/** A form with a file, as a browser sends it. */
async function upload(address: string, fields: FormFields, file: File, given?: Headers) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const text of typeof value === 'string' ? [value] : value) body.append(name, text);
  body.append('file', file);
  const headers = new Headers(given);
  headers.set('sec-fetch-site', 'same-origin');
  const answer = await product.app.request(address, { method: 'POST', headers, body });
  const html = await answer.text();
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    html,
    text: plain(html),
    kept: [...html.matchAll(/name="files" value="([0-9a-z]{16})"/g)].map((m) => m[1]!),
  };
}

const pdf = (name: string) =>
  new File(
    [`%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`],
    name,
    { type: 'application/pdf' },
  );

test('the link of a dossier opens its complaints, kept by nothing; another secret opens none', async () => {
  const page = await read(mine);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('cache-control') ?? '', /no-store/);
  assert.ok(page.text.includes(entryWords.none));
  assert.ok(page.text.includes('Nhận khiếu nại, kiến nghị đến 17:00:00'));
  assert.equal((await read(`/ho-so/${'f'.repeat(40)}/khieu-nai`)).status, 404);
});

test('the page of the dossier leads to the door while it is open, and to what was sent ever after', async () => {
  const home = await read(`/ho-so/${own.token}`);
  assert.ok(home.html.includes(`href="${mine}/viet"`));
  assert.ok(home.html.includes(`href="${mine}"`));
  const shut = await entered(cx, await openYouth(cx, 'chua-nhan-khieu-nai'), 'chua@example.vn');
  const early = await read(`/ho-so/${shut.token}`);
  assert.ok(!early.html.includes('/khieu-nai/viet'));
  assert.ok(early.html.includes(`/ho-so/${shut.token}/khieu-nai"`));
});

test('what is missing is said beside its field, and what was typed stays', async () => {
  const { complainant: _, ...rest } = said;
  const back = await send(`${mine}/viet`, { ...rest, complainant: 'Ẩn danh', topic: 'plagiarism' });
  assert.equal(back.status, 422);
  assert.ok(back.text.includes(ownIssues.anonymous!({})));
  assert.ok(back.text.includes(ownIssues.about_missing!({})));
  assert.ok(back.html.includes(said.body));
});

test('files come one at a time and go along; the complaint is received with number and hash', async () => {
  const form = { ...said, act: 'them-tep' };
  const first = await upload(`${mine}/viet`, form, pdf('phieu-1.pdf'));
  assert.equal(first.status, 200);
  assert.equal(first.kept.length, 1);
  assert.ok(first.html.includes(said.asks));
  const second = await upload(`${mine}/viet`, { ...form, files: first.kept }, pdf('phieu-2.pdf'));
  assert.equal(second.kept.length, 2);
  const bad = await upload(
    `${mine}/viet`,
    { ...form, files: second.kept },
    new File(['MZ not a document'], 'chay.exe'),
  );
  assert.equal(bad.status, 422);
  assert.equal(bad.kept.length, 2);
  const none = await send(`${mine}/viet`, { ...form, files: second.kept });
  assert.equal(none.status, 422);
  const key = 'abcdefgh12345678';
  const sent = { ...said, files: second.kept, _key: key };
  const done = await send(`${mine}/viet`, sent);
  assert.equal(done.status, 303, done.text);
  // The same form again writes nothing more.
  assert.equal((await send(`${mine}/viet`, sent)).to, done.to);
  const page = await read(done.to);
  for (const told of ['KN-0001', 'phieu-1.pdf', 'phieu-2.pdf', said.body, stateNames.received])
    assert.ok(page.text.includes(told), told);
  const path = done.to.split('?')[0]!;
  const href = /href="([^"]+\/tep\/[0-9a-z]{16})"/.exec(page.html)?.[1] ?? '';
  assert.match((await read(href)).html, /^%PDF-1\.4/);
  assert.equal(JSON.parse((await read(`${path}/noi-dung`)).html).files.length, 2);
  // Neither the page nor its files open behind another link.
  for (const one of [path, `${path}/noi-dung`, `${path}/rut`, href])
    assert.equal((await read(one.replace(own.token, accused.token))).status, 404, one);
});

test('somebody else’s file does not come along by its id', async () => {
  const stranger = await upload(
    `/ho-so/${accused.token}/khieu-nai/viet`,
    { ...said, act: 'them-tep' },
    pdf('khac.pdf'),
  );
  const taken = await complained(cx, accused.token, { files: stranger.kept });
  assert.ok(taken);
  const back = await send(`${mine}/viet`, { ...said, act: 'them-tep', files: stranger.kept });
  assert.equal(back.status, 422);
  assert.ok(!back.html.includes(stranger.kept[0]!));
});

test('the complainant sees how it stands, and neither what the office does inside nor the draft', async () => {
  const pid = await complained(cx, own.token, {
    topic: 'plagiarism',
    about: accused.dossier.number,
  });
  const page = `${mine}/${pid}`;
  const at = `${office}/${pid}`;
  const acts: readonly (readonly [string, FormFields, Headers])[] = [
    ['thu-ly', { on: '', reason: 'Ghi chú nội bộ' }, clerk],
    ['giao', { handler: 'Tổ giải quyết số 7' }, clerk],
    ['hoi-dong', { reason: 'Câu hỏi cho hội đồng', reopens: '1' }, clerk],
    ['gia-han', { days: '5', reason: 'Chờ hội đồng họp' }, clerk],
    ['du-thao', { outcome: 'upheld', answer: 'Hai giải pháp trùng nhau.' }, clerk],
  ];
  for (const [word, fields, who] of acts) {
    assert.equal((await read(`${at}/${word}`, who)).status, 200, word);
    const done = await send(`${at}/${word}`, fields, who);
    assert.equal(done.status, 303, `${word}: ${done.text}`);
    assert.equal((await read(done.to, who)).status, 200);
  }
  const before = await read(page);
  assert.ok(before.text.includes('Chờ hội đồng họp'));
  const secrets = [
    'Ghi chú nội bộ',
    'Tổ giải quyết số 7',
    'Câu hỏi cho hội đồng',
    'Hai giải pháp trùng nhau',
    accused.dossier.title,
  ];
  for (const secret of secrets) assert.ok(!before.html.includes(secret), secret);
  // The leader approves; a clerk is not let in.
  assert.equal((await read(`${at}/tra-loi`, clerk)).status, 403);
  const asked = await read(`${at}/tra-loi`, leader);
  assert.ok(asked.text.includes('Hai giải pháp trùng nhau.'));
  const wrong = await send(`${at}/tra-loi`, { document: '', answered_on: '31/02/2026' }, leader);
  assert.equal(wrong.status, 422);
  const answer = { document: '9/BTC', answered_on: typedToday };
  assert.equal((await send(`${at}/tra-loi`, answer, leader)).status, 303);
  const after = await read(page);
  assert.ok(after.text.includes('Hai giải pháp trùng nhau.') && after.text.includes('9/BTC'));
  assert.ok(!after.html.includes(accused.dossier.title));
  const letter = await product.get(`${at}/cong-van.docx`, clerk);
  assert.match(letter.headers.get('content-type') ?? '', /wordprocessingml/);
  const bytes = Buffer.from(await letter.arrayBuffer());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
});

test('the dossier complained about learns nothing: no page of its link names the complaint', async () => {
  const about = accused.dossier.number;
  const pid = await complained(cx, own.token, {
    topic: 'eligibility',
    about,
    body: 'Quá tuổi rồi',
  });
  const { about: found } = await complaintByPid(cx, pid);
  assert.equal(found?.pid, accused.dossier.pid);
  for (const page of ['', '/khieu-nai', `/bien-nhan/1`]) {
    const shown = await read(`/ho-so/${accused.token}${page}`);
    assert.equal(shown.status, 200, page);
    for (const secret of ['Quá tuổi rồi', pid]) assert.ok(!shown.html.includes(secret), secret);
  }
});

test('taken back behind the link, with a reason', async () => {
  const page = `${mine}/${await complained(cx, own.token)}`;
  assert.equal((await send(`${page}/rut`, { reason: ' ' })).status, 422);
  const done = await send(`${page}/rut`, { reason: 'Đã được giải thích', version: '1' });
  assert.equal(done.status, 303);
  assert.ok((await read(done.to)).text.includes(stateNames.withdrawn));
  // Nothing is asked for once more.
  assert.equal((await product.get(`${page}/rut`)).status, 303);
});

test('a letter on paper is typed in, found in the list, and refused', async () => {
  const empty = await send(`${office}/nhap-don`, { received_on: '' }, clerk);
  assert.equal(empty.status, 422);
  const letter = { ...said, complainant: 'Cầm Thị Én', received_on: typedToday, email: '' };
  const added = await upload(
    `${office}/nhap-don`,
    { ...letter, act: 'them-tep' },
    pdf('don.pdf'),
    clerk,
  );
  const done = await send(`${office}/nhap-don`, { ...letter, files: added.kept }, clerk);
  assert.equal(done.status, 303, done.text);
  const page = await read(done.to, clerk);
  assert.ok(page.text.includes('Cầm Thị Én') && page.text.includes('don.pdf'));
  assert.ok(page.text.includes(words.notMailed));
  const found = await read(`${office}?q=cam+thi+en`, clerk);
  assert.ok(found.text.includes('Cầm Thị Én') && !found.text.includes(said.complainant));
  const nothing = await read(`${office}?q=cam+thi+en&tinh-trang=closed`, clerk);
  assert.ok(nothing.text.includes(words.noneMatch));
  const path = done.to.split('?')[0]!;
  const refusing = { refusal: 'elsewhere', reason: 'Đơn nói về hội thi khác' };
  assert.equal((await send(`${path}/tu-choi`, refusing, clerk)).status, 303);
  assert.ok((await read(path, clerk)).text.includes('Đơn nói về hội thi khác'));
});

test('days are shown as a sample until they are set', async () => {
  const page = await read(`${office}/thoi-han`, auditor);
  assert.ok(page.text.includes(words.rules.sample));
  assert.equal((await read(`${office}/thoi-han/sua`, auditor)).status, 403);
  const form = await read(`${office}/thoi-han/sua`, clerk);
  assert.match(
    form.html,
    /name="days_to_accept"[^>]*value="10"|value="10"[^>]*name="days_to_accept"/,
  );
  const days = { days_to_accept: '5', days_to_answer: '20', counting: 'working', basis: 'Điều 9' };
  const bad = await send(`${office}/thoi-han/sua`, { ...days, days_to_accept: 'năm' }, clerk);
  assert.equal(bad.status, 422);
  assert.ok(bad.html.includes('Điều 9'));
  assert.equal((await send(`${office}/thoi-han/sua`, days, clerk)).status, 303);
  const set = await read(`${office}/thoi-han`, auditor);
  assert.ok(!set.text.includes(words.rules.sample) && set.text.includes('Điều 9'));
  const again = await send(`${office}/thoi-han/sua`, { ...days, version: '7' }, clerk);
  assert.equal(again.status, 409);
});

test('who may only read is offered nothing, and who may not read finds nothing', async () => {
  const pid = await lettered(cx, edition);
  const page = await read(`${office}/${pid}`, auditor);
  assert.equal(page.status, 200);
  assert.ok(!page.html.includes(`${pid}/thu-ly`));
  // Typed in by a program: its label is not a name.
  assert.ok(page.text.includes(`${words.one.machine} `) && !/\bcli\b/.test(page.text));
  assert.ok(!(await read(office, auditor)).html.includes('nhap-don'));
  for (const word of ['thu-ly', 'tu-choi', 'ho-so', 'giao', 'hoi-dong', 'gia-han', 'rut'])
    assert.equal((await read(`${office}/${pid}/${word}`, auditor)).status, 403, word);
  const officer = await product.signIn('officer');
  for (const address of [office, `${office}/${pid}`, `${office}/nhap-don`, `${office}/thoi-han`])
    assert.ok([403, 404].includes((await read(address, officer)).status), address);
  const elsewhere = await openContest(cx, 'khieu-nai-khac');
  const wrong = office.replace(edition, elsewhere);
  assert.equal((await read(`${wrong}/${pid}`, clerk)).status, 404);
});

test('a letter’s link opens the complaint that it tells of', async () => {
  const pid = await complained(cx, own.token);
  const { id, number } = await complaintByPid(cx, pid);
  await sendLetter(cx, { complaint: id, kind: 'receive', site: 'https://hoi.example' });
  const { body } = await one(
    cx.db,
    sql<{ body: string }>`select body from mail_message where recipient = 'nguoi.gui@example.vn'
      and subject like ${`%${number}%`} order by id desc limit 1`,
  );
  const link = /https:\/\/hoi\.example(\/ho-so\/\S+)/.exec(body)?.[1] ?? '';
  assert.ok((await read(link)).text.includes(number));
});

test('what is sent too often behind one link goes no further, and stays as it was typed', async () => {
  const { token } = await entered(cx, edition, 'gui.nhieu@example.vn');
  const path = `/ho-so/${token}/khieu-nai/viet`;
  const form = { ...said, act: 'them-tep' };
  for (let sent = 0; sent < 60; sent += 1) await send(path, form);
  const over = await upload(path, said, pdf('them.pdf'));
  assert.equal(over.status, 422);
  assert.ok(over.text.includes(ownIssues.too_many_tries!({})) && over.html.includes(said.body));
  assert.deepEqual(over.kept, []);
  assert.ok((await read(`/ho-so/${token}/khieu-nai`)).text.includes(entryWords.none));
});
