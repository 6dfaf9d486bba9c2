import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { buildApp } from '../../app.tsx';
import type { Cx } from '../../platform/command.ts';
import { projectRoot } from '../../platform/config.ts';
import { all, maybe } from '../../platform/database/query.ts';
import { pdfLetters } from '../../platform/documents/pdf/testing.ts';
import { buildAssets } from '../../platform/http/assets.ts';
import { silentLog } from '../../platform/log.ts';
import { eventually } from '../../platform/testing.ts';
import { demoProduct, type FormFields } from '../../testing.ts';
import { startWork } from '../../work.ts';
import { authorKey } from '../calls/index.ts';
import { fromMultikey, isListed, type Json, proofHolds, readFrozen } from './rules/index.ts';
import { sendLetter } from './service/index.ts';
import {
  adult,
  certificateNamed,
  chooseDesign,
  contestName,
  issueAll,
  openContest,
  site,
  winner,
} from './testing.ts';
import {
  certificateIssues,
  checkWords,
  designWords,
  ownWords,
  stateNames,
  words,
} from './vi/index.ts';

const product = await demoProduct();
after(() => product.close());
const cx: Cx = product.runtime.cx('cli');
const edition = await openContest(cx, 'sonla', 'giay-chung-nhan');
const office = `/vp/sonla/hoi-thi/${edition}/chung-nhan`;
const leader = await product.signIn('leader');
const auditor = await product.signIn('auditor');
const today = cx.clock.today();
const typedToday = today.split('-').reverse().join('/');

async function read(address: string, headers?: Headers) {
  const answer = await product.get(address, headers);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

async function send(address: string, fields: FormFields, headers = leader) {
  const answer = await product.post(address, fields, headers);
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    type: answer.headers.get('content-type') ?? '',
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

const text = ({ bytes }: { bytes: Buffer }): string => bytes.toString('utf8');
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

const designFields = {
  per: 'person',
  heading: 'BAN TỔ CHỨC HỘI THI',
  title: 'GIẤY CHỨNG NHẬN',
  grant: 'Chứng nhận',
  grant_group: 'Chứng nhận nhóm tác giả',
  grant_organisation: 'Chứng nhận',
  unit: '1',
  prize: 'Đã đạt {giai}',
  wording: 'Giải pháp: “{giai_phap}”\r\ntại {hoi_thi}',
  basis: 'Theo Quyết định số {quyet_dinh} ngày {ngay_quyet_dinh}',
  place: 'Sơn La',
  signer_authority: 'TM. BAN TỔ CHỨC',
  signer_post: 'TRƯỞNG BAN',
  signer_name: 'Cầm Văn Thịnh',
  seal: 'signer',
  symbol: 'GCN-BTCHT',
  frame: 'drum',
  colour: 'red',
  face: 'serif',
};

test('an office that has issued nothing is led to the design, which is called a sample', async () => {
  const list = await read(office, leader);
  assert.equal(list.status, 200);
  assert.ok(list.body.includes(words.firstTitle));
  const issue = await read(`${office}/cap`, leader);
  assert.ok(issue.body.includes(words.withoutDesign));
  const design = await read(`${office}/mau`, leader);
  assert.ok(design.body.includes(designWords.sampleTitle));
  const sample = await product.get(`${office}/mau/xem-truoc.pdf`, leader);
  assert.equal(sample.headers.get('content-type'), 'application/pdf');
  assert.ok(pdfLetters(Buffer.from(await sample.arrayBuffer())).includes('MẪU'));
});

test('a design is previewed before it is saved; what is wrong comes back as it was typed', async () => {
  const bad = await send(`${office}/mau`, {
    ...designFields,
    wording: 'Đạt {giải} <b>',
    signer_name: 'TS. Cầm Văn Thịnh',
  });
  assert.equal(bad.status, 422);
  assert.ok(text(bad).includes('Đạt {giải} &lt;b&gt;'));
  assert.ok(plain(text(bad)).includes('Ghi là “Cầm Văn Thịnh”'));
  const address = `${office}/mau/xem-truoc.pdf`;
  const wrong = await send(address, { ...designFields, symbol: 'gcn' });
  assert.equal(wrong.status, 422);
  const shown = await send(address, { ...designFields, title: 'GIẤY KHEN' });
  assert.equal(shown.type, 'application/pdf');
  assert.ok(pdfLetters(shown.bytes).includes('GIẤYKHEN'));
  const saved = await send(`${office}/mau`, designFields);
  assert.equal(saved.status, 303);
  const stale = await send(`${office}/mau`, { ...designFields, version: '9' });
  assert.equal(stale.status, 422);
  const page = await read(`${office}/mau?da-luu=1`, leader);
  assert.ok(page.body.includes(designWords.saved) && page.body.includes('Cầm Văn Thịnh'));
});

const child = { name: 'Giàng A Tủa', birth: '2014-06-01', details: { school: 'THCS Nậm Lạnh' } };

test('who waits is listed; they are issued and printed; the list, the page, the files', async () => {
  await winner(cx, { edition, people: [adult], title: 'Máy <tách> hạt' });
  await winner(cx, { edition, people: [child], title: 'Bẫy ruồi từ chai nhựa' });
  const form = await read(`${office}/cap`, leader);
  assert.ok(form.body.includes(words.issueMany(2)));
  assert.ok(form.body.includes('Máy &lt;tách&gt; hạt'));
  const early = await send(`${office}/cap`, { issued_on: '01/01/2020' });
  assert.equal(early.status, 422);
  assert.ok(
    plain(text(early)).includes(
      certificateIssues.before_decision?.({ decided: '2026-05-10' }) ?? '-',
    ),
  );
  const key = cx.ids.pid();
  const fields = { issued_on: typedToday, any_address: '1', _key: key };
  const sent = () => send(`${office}/cap`, fields);
  const issued = await sent();
  assert.equal(issued.status, 303, text(issued));
  // Sent twice, issued once.
  assert.equal((await sent()).to, issued.to);
  const printing = await read(issued.to, leader);
  const file = /href="([^"]*ban-in\/[^"]+\/[^"]+)"/.exec(printing.body)?.[1] ?? '';
  const pdf = await product.get(file, leader);
  const letters = pdfLetters(Buffer.from(await pdf.arrayBuffer()));
  assert.ok(letters.includes('LòVănBình') && letters.includes('GiàngATủa'));
  const list = await read(office, leader);
  assert.ok(list.body.includes('01/GCN-BTCHT') && list.body.includes(stateNames.valid));
  const narrowed = await read(`${office}?q=giang+a+tua`, leader);
  assert.ok(narrowed.body.includes('Giàng A Tủa') && !narrowed.body.includes('Lò Văn Bình'));
  const { pid } = await certificateNamed(cx, adult.name);
  const page = await read(`${office}/${pid}`, leader);
  assert.ok(page.body.includes(words.replaceAsk) && page.body.includes(adult.name));
  const own = await product.get(`${office}/${pid}/giay.pdf`, leader);
  assert.match(own.headers.get('cache-control') ?? '', /no-store/);
  assert.ok(pdfLetters(Buffer.from(await own.arrayBuffer())).includes('LòVănBình'));
});

test('readers look and print, and are offered nothing more', async () => {
  const { pid } = await certificateNamed(cx, adult.name);
  const page = await read(`${office}/${pid}`, auditor);
  assert.equal(page.status, 200);
  assert.ok(!page.body.includes(words.revokeAsk));
  for (const rest of ['cap', 'mau', `${pid}/thay`, `${pid}/thu-hoi`])
    assert.equal((await read(`${office}/${rest}`, auditor)).status, 403, rest);
  const post = await send(`${office}/${pid}/thu-hoi`, { reason: 'x' }, auditor);
  assert.equal(post.status, 403);
  // Under the edition of another union there is no such certificate.
  const elsewhere = await openContest(cx, 'hanoi', 'noi-khac');
  assert.equal((await read(`/vp/sonla/hoi-thi/${elsewhere}/chung-nhan`, leader)).status, 404);
  const crossed = `/vp/sonla/hoi-thi/${elsewhere}/chung-nhan/${pid}`;
  assert.equal((await read(crossed, leader)).status, 404);
});

const check = async (code: string) => read(`/chung-nhan/${code}`);

test('everybody learns whether it is genuine; the name of an adult, not that of a child', async () => {
  const grown = await check((await certificateNamed(cx, adult.name)).code);
  assert.equal(grown.status, 200);
  const said = plain(grown.body);
  for (const part of [
    checkWords.verdicts.valid,
    '01/GCN-BTCHT',
    contestName,
    '15/QĐ-BTC',
    'Lò Văn Bình',
    checkWords.signed.good(''),
  ])
    assert.ok(said.includes(part.trim()), part);
  const { code } = await certificateNamed(cx, child.name);
  const young = await check(code);
  const kept = plain(young.body);
  assert.ok(kept.includes(checkWords.verdicts.valid) && kept.includes('02/GCN-BTCHT'));
  for (const part of ['Tủa', 'Giàng', 'Nậm Lạnh', 'Bẫy ruồi', '2014'])
    assert.ok(!young.body.includes(part), part);
  assert.ok(kept.includes(checkWords.withheld));
  for (const page of [grown, young]) {
    assert.match(page.headers.get('cache-control') ?? '', /no-store/);
    assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/);
  }
});

test('a code that is nobody’s is answered with the same status and shape', async () => {
  const known = await check((await certificateNamed(cx, child.name)).code);
  const unknown = await check('0'.repeat(16));
  assert.equal(unknown.status, known.status);
  assert.ok(plain(unknown.body).includes(checkWords.verdicts.unknown));
  const terms = ({ body }: { body: string }) =>
    [...body.matchAll(/<dt[^>]*>([^<]*)/g)].map((m) => m[1]);
  assert.deepEqual(terms(unknown), terms(known));
  assert.equal((await check('khong-phai-ma')).status, 200);
  const asked = await product.get('/chung-nhan?ma=7K3M+9QAB+CD2E+FGH4');
  assert.equal(asked.headers.get('location'), '/chung-nhan/7k3m9qabcd2efgh4');
  const wrong = await product.get('/chung-nhan?ma=abc');
  assert.equal(wrong.headers.get('location'), `/chung-nhan/${'0'.repeat(16)}`);
  assert.equal((await read('/chung-nhan/0000000000000000.json')).status, 404);
});

async function keysOf(address: string): Promise<string[]> {
  const document = JSON.parse((await read(address)).body) as {
    verificationMethod: { publicKeyMultibase: string }[];
  };
  return document.verificationMethod.map(({ publicKeyMultibase }) => publicKeyMultibase);
}

test('the public credential of a child names nobody, the holder’s does; both hold', async () => {
  const { code, pid } = await certificateNamed(cx, child.name);
  const open = await read(`/chung-nhan/${code}.json`);
  assert.equal(open.headers.get('content-type'), 'application/vc');
  for (const part of ['Tủa', 'Giàng', 'Nậm Lạnh', 'identifier', 'Bẫy'])
    assert.ok(!open.body.includes(part), part);
  const own = await read(`${office}/${pid}/ban-ky.json`, leader);
  assert.ok(own.body.includes('Giàng A Tủa'));
  const [key] = await keysOf('/.well-known/did.json');
  for (const body of [open.body, own.body])
    assert.equal(proofHolds(JSON.parse(body) as Json, key ?? ''), true);
  const grown = await read(`/chung-nhan/${(await certificateNamed(cx, adult.name)).code}.json`);
  assert.ok(grown.body.includes('Lò Văn Bình'));
});

test('once both agree the child is named, and no more when one takes it back', async () => {
  const { code } = await certificateNamed(cx, child.name);
  const row = await maybe(
    cx.db,
    sql<{ id: string }>`select dossier_id as id from certificate where code = ${code}`,
  );
  const agree = async (party: string, given: boolean) =>
    sql`insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
      values (${cx.ids.uuid()}, ${row?.id}, ${authorKey(child.name, child.birth)}, ${party},
        'publish', ${given}, 'x', 'paper', ${cx.clock.now()})`.execute(cx.db);
  await agree('author', true);
  assert.ok(!(await check(code)).body.includes('Giàng A Tủa'));
  await agree('representative', true);
  assert.ok((await check(code)).body.includes('Giàng A Tủa'));
  assert.ok((await read(`/chung-nhan/${code}.json`)).body.includes('Giàng A Tủa'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await agree('representative', false);
  assert.ok(!(await check(code)).body.includes('Giàng A Tủa'));
  assert.ok(!(await read(`/chung-nhan/${code}.json`)).body.includes('Tủa'));
});

test('the keys stand at addresses that programs and people find', async () => {
  const pem = await read('/chung-nhan/khoa');
  assert.equal(pem.headers.get('content-type'), 'application/x-pem-file; charset=utf-8');
  const [, multikey = ''] = /# [0-9a-f]{8} (z6Mk\w+)/.exec(pem.body) ?? [];
  const { x } = createPublicKey(/-----BEGIN[\s\S]+?END[^\n]*/.exec(pem.body)?.[0] ?? '').export({
    format: 'jwk',
  });
  assert.equal(Buffer.from(fromMultikey(multikey) ?? []).toString('base64url'), x);
  for (const address of ['/.well-known/did.json', '/did.json', '/sonla/did.json'])
    assert.deepEqual(await keysOf(address), [multikey], address);
  const document = JSON.parse((await read('/sonla/did.json')).body) as { id: string };
  const { credential } = await certificateNamed(cx, adult.name);
  const { issuer } = JSON.parse(credential) as { issuer: { id: string } };
  assert.equal(document.id, issuer.id);
});

test('a certificate is replaced, then revoked; pages, list and credential say so', async () => {
  const { pid, code } = await certificateNamed(cx, adult.name);
  const empty = await send(`${office}/${pid}/thay`, {
    names: '',
    reason: '',
    issued_on: typedToday,
  });
  assert.equal(empty.status, 422);
  const key = cx.ids.pid();
  const fields = {
    names: 'Lò Văn Bính',
    any_address: '1',
    unit: '',
    reason: 'Sai dấu',
    issued_on: typedToday,
    version: '1',
    _key: key,
  };
  const replaced = await send(`${office}/${pid}/thay`, fields);
  assert.equal(replaced.status, 303, text(replaced));
  const old = await check(code);
  assert.ok(plain(old.body).includes(checkWords.verdicts.replaced));
  assert.ok(!old.body.includes('Lò Văn B'));
  const fresh = await certificateNamed(cx, 'Lò Văn Bính');
  const stale = await send(`${office}/${fresh.pid}/thu-hoi`, { reason: 'x', version: '7' });
  assert.equal(stale.status, 422);
  const gone = await send(`${office}/${fresh.pid}/thu-hoi`, {
    reason: 'Sao chép bài người khác',
    decision: '20/QĐ-BTC',
    version: '1',
  });
  assert.equal(gone.status, 303);
  const now = await check(fresh.code);
  const said = plain(now.body);
  assert.ok(said.includes(checkWords.verdicts.revoked) && said.includes('20/QĐ-BTC'));
  assert.ok(!now.body.includes('Sao chép') && !now.body.includes('Lò Văn B'));
  assert.ok(!(await read(`/chung-nhan/${fresh.code}.json`)).body.includes('Bính'));
  const list = JSON.parse((await read(`/chung-nhan/thu-hoi/${fresh.list}`)).body) as Json & {
    credentialSubject: { encodedList: string };
  };
  assert.equal(isListed(list.credentialSubject.encodedList, fresh.index), true);
  assert.equal(proofHolds(list, (await keysOf('/did.json'))[0] ?? ''), true);
  assert.equal((await read('/chung-nhan/thu-hoi/77')).status, 404);
});

test('the link of the letter opens the certificates with names, and nothing else does', async () => {
  const { id } = await winner(cx, { edition, people: [{ ...child, name: 'Vàng Thị Mỷ' }] });
  await issueAll(cx, edition);
  await sendLetter(cx, { dossier: id, site });
  const [letter] = await all(
    cx.db,
    sql<{ body: string }>`select body from mail_message where subject like 'Giấy chứng nhận%'
      order by created_at desc limit 1`,
  );
  const path = /https:\/\/lhh\.example(\/chung-nhan\/nhan\/[0-9a-f]{40})/.exec(
    letter?.body ?? '',
  )?.[1];
  const page = await read(path ?? '');
  assert.equal(page.status, 200);
  assert.ok(page.body.includes('Vàng Thị Mỷ') && page.body.includes(ownWords.pdf));
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
  assert.ok(!/href="https?:/.test(page.body.replace(/<(head|footer)[\s\S]*?<\/\1>/g, '')));
  const { pid } = await certificateNamed(cx, 'Vàng Thị Mỷ');
  const pdf = await product.get(`${path}/${pid}/giay.pdf`);
  assert.ok(pdfLetters(Buffer.from(await pdf.arrayBuffer())).includes('VàngThịMỷ'));
  assert.ok((await read(`${path}/${pid}/ban-ky.json`)).body.includes('Vàng Thị Mỷ'));
  const other = await certificateNamed(cx, 'Lò Văn Bính');
  assert.equal((await read(`${path}/${other.pid}/giay.pdf`)).status, 404);
  assert.equal((await read(`/chung-nhan/nhan/${'0'.repeat(40)}`)).status, 404);
  await sql`update certificate_link set expires_at = now() - interval '1 day'`.execute(cx.db);
  assert.equal((await read(path ?? '')).status, 404);
});

test('many become a job with progress, and its page leads to the files', async () => {
  const many = await openContest(cx, 'sonla', 'dong-nguoi');
  await chooseDesign(cx, many, { symbol: 'GCN-DONG' });
  for (let at = 0; at < 23; at += 1)
    await winner(cx, { edition: many, people: [{ name: `Người Thứ ${at}` }] });
  const address = `/vp/sonla/hoi-thi/${many}/chung-nhan`;
  const ordered = await send(`${address}/cap`, {
    issued_on: typedToday,
    any_address: '1',
    letters: '1',
  });
  assert.match(ordered.to, /\/vp\/sonla\/viec\//, text(ordered));
  const work = await startWork(product.runtime);
  try {
    const href = await eventually(async () => {
      const { body } = await read(ordered.to, leader);
      return /href="([^"]*\/chung-nhan\/ban-in\/[a-z0-9]{16})"/.exec(body)?.[1];
    });
    assert.ok((await read(href, leader)).body.includes(words.printedCount(23)));
  } finally {
    await work.stop();
  }
  const list = await read(address, leader);
  assert.ok(plain(list.body).includes(words.found(23, false)));
  const printed = await send(`${address}/in`, {});
  assert.match(printed.to, /\/viec\//);
});

test('while nobody has set the address that readers use, it is told and has to be accepted', async () => {
  const asked = await openContest(cx, 'sonla', 'chua-dat-dia-chi');
  await chooseDesign(cx, asked, { symbol: 'GCN-DC' });
  await winner(cx, { edition: asked, people: [{ name: 'Chờ Địa Chỉ' }] });
  const address = `/vp/sonla/hoi-thi/${asked}/chung-nhan`;
  const form = await read(`${address}/cap`, leader);
  assert.ok(form.body.includes(words.addressUnset) && form.body.includes('http://localhost'));
  const refused = await send(`${address}/cap`, { issued_on: typedToday });
  assert.equal(refused.status, 422);
  assert.ok(plain(text(refused)).includes('nếu chỉ cấp thử thì đánh dấu ô này'));
  assert.ok((await read(address, leader)).body.includes(words.firstTitle));
  await issueAll(cx, asked);
  const { pid } = await certificateNamed(cx, 'Chờ Địa Chỉ');
  const fields = { names: 'Chờ Địa Chí', reason: 'Sai', issued_on: typedToday, version: '1' };
  const kept = await send(`${address}/${pid}/thay`, fields);
  assert.equal(kept.status, 422);
  assert.ok(text(kept).includes(words.addressUnset));
});

test('the address that the office has set stands on paper, in its code and in both credentials', async () => {
  const set = await openContest(cx, 'sonla', 'da-dat-dia-chi');
  await chooseDesign(cx, set, { symbol: 'GCN-DD' });
  await winner(cx, { edition: set, people: [{ name: 'Có Địa Chỉ' }] });
  const app = buildApp({
    ...product.runtime,
    db: product.runtime.database.db,
    services: { ...product.runtime.services, publicUrl: 'https://giay.example' },
    assets: await buildAssets(projectRoot),
    log: silentLog,
    version: '0',
  });
  const address = `/vp/sonla/hoi-thi/${set}/chung-nhan`;
  const form = await (await app.request(`${address}/cap`, { headers: leader })).text();
  assert.ok(!form.includes(words.addressUnset) && !form.includes('name="any_address"'));
  const body = new URLSearchParams({ issued_on: typedToday });
  const issued = await app.request(`${address}/cap`, { method: 'POST', headers: leader, body });
  assert.equal(issued.status, 303);
  const { pid, code, frozen, credential, nameless } = await certificateNamed(cx, 'Có Địa Chỉ');
  assert.equal(readFrozen(frozen).address, `https://giay.example/chung-nhan/${code}`);
  for (const signed of [credential, nameless]) {
    assert.ok(signed.includes(`https://giay.example/chung-nhan/${code}`));
    assert.ok(!signed.includes('localhost'));
  }
  const pdf = await product.get(`${address}/${pid}/giay.pdf`, leader);
  assert.ok(pdfLetters(Buffer.from(await pdf.arrayBuffer())).includes('giay.example'));
});

test('the award goes by the page of dossiers, and its certificate with it', async () => {
  const { pid } = await winner(cx, { edition, people: [{ name: 'Mất Giải' }] });
  await issueAll(cx, edition);
  const dossier = await read(`/vp/sonla/hoi-thi/${edition}/ho-so/${pid}`, leader);
  const award = /giai-thuong\/([0-9a-f]{16})/.exec(dossier.body)?.[1];
  assert.ok(award !== undefined);
  const gone = await send(`/vp/sonla/hoi-thi/${edition}/ho-so/${pid}/giai-thuong/${award}/xoa`, {});
  assert.equal(gone.status, 303, text(gone).slice(0, 300));
  const { code } = await certificateNamed(cx, 'Mất Giải');
  assert.ok(plain((await check(code)).body).includes(checkWords.verdicts.revoked));
});
