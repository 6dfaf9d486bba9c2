import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import { pdfLetters, pdfTexts } from '../../platform/documents/pdf/testing.ts';
import { eventually } from '../../platform/testing.ts';
import { demoProduct, type FormFields } from '../../testing.ts';
import { startWork } from '../../work.ts';
import { addMember, type TestMember } from './testing.ts';
import { checkWords, stateNames, words } from './vi.ts';

const product = await demoProduct();
after(() => product.close());
const cx: Cx = product.runtime.cx('cli');
// The demo has cards of its own; here the office begins without any.
await product.runtime.database.ownerPool.query('truncate card, card_printing, card_design cascade');
const office = '/vp/sonla-khuyenhoc/hoi-vien';
const clerk = await product.signIn('officer');
const today = cx.clock.today();

const member = (name: string, parts: Partial<TestMember> = {}) =>
  addMember(cx, { name, organisation: 'sonla-khuyenhoc', ...parts });

async function read(address: string, headers = clerk) {
  const answer = await product.get(address, headers);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

async function send(address: string, fields: FormFields, headers = clerk) {
  const answer = await product.post(address, fields, headers);
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    body: await answer.text(),
  };
}

async function issue(name: string, parts: Partial<TestMember> = {}): Promise<string> {
  const { membershipPid } = await member(name, parts);
  const answer = await send(`${office}/the/cap`, { 'hoi-vien': membershipPid, issued_on: today });
  assert.equal(answer.status, 303, answer.body);
  return /the\/([a-z0-9]{16})\?da-cap=1/.exec(answer.to)?.[1] ?? '';
}

interface Seen {
  readonly pid: string;
  readonly person: { readonly name: string };
  readonly replaces: string | null;
  readonly pattern: string;
  readonly items: readonly { readonly pid: string }[];
}

const tokenOf = async (pid: string): Promise<string> => {
  const [row] = await all(cx.db, sql<{ token: string }>`select token from card where pid = ${pid}`);
  return row?.token ?? '';
};

test('an office without cards says what to do', async () => {
  const page = await read(`${office}/the`);
  assert.equal(page.status, 200);
  assert.ok(page.body.includes(words.firstTitle));
});

test('the design comes back with what is wrong and what was typed', async () => {
  const fields = {
    pattern: 'KH-<b>',
    title: 'Thẻ hội viên',
    signer_post: 'Chủ tịch',
    signer_name: '',
  };
  const bad = await send(`${office}/the/mau`, fields);
  assert.equal(bad.status, 422);
  assert.ok(bad.body.includes('KH-&lt;b&gt;'));
  assert.ok(bad.body.includes('{000001}'));
  const good = await send(`${office}/the/mau`, {
    ...fields,
    pattern: 'KH-{0001}',
    signer_name: 'Lò Văn Ký',
  });
  assert.equal(good.status, 303);
  const stale = await send(`${office}/the/mau`, {
    ...fields,
    pattern: 'KH-{01}',
    signer_name: 'X',
    version: '9',
  });
  assert.equal(stale.status, 422);
  const sample = await product.get(`${office}/the/mau/the-mau.pdf`, clerk);
  assert.equal(sample.headers.get('content-type'), 'application/pdf');
  const letters = pdfLetters(Buffer.from(await sample.arrayBuffer()));
  assert.ok(letters.includes('KH-0001') && letters.includes('LòVănKý'));
});

test('a card is issued, shown, printed, replaced and revoked', async () => {
  const pid = await issue('Nguyễn Thị Ngọc Quỳnh Hương Giang', { branch: 'Chi hội Ẵm Ổ' });
  const page = await read(`${office}/the/${pid}?da-cap=1`);
  assert.ok(page.body.includes('KH-0001') && page.body.includes(stateNames.valid));
  for (const file of ['the.pdf', 'to-a4.pdf']) {
    const pdf = await product.get(`${office}/the/${pid}/${file}`, clerk);
    assert.match(pdf.headers.get('cache-control') ?? '', /no-store/);
    const letters = pdfLetters(Buffer.from(await pdf.arrayBuffer()));
    assert.ok(letters.includes('NguyễnThịNgọcQuỳnhHươngGiang'), file);
  }
  const empty = await send(`${office}/the/${pid}/cap-lai`, { reason: '', version: '1' });
  assert.equal(empty.status, 422);
  const done = await send(`${office}/the/${pid}/cap-lai`, { reason: 'Mất thẻ', version: '1' });
  const fresh = /the\/([a-z0-9]{16})\?/.exec(done.to)?.[1] ?? '';
  assert.notEqual(fresh, pid);
  assert.ok((await read(`${office}/the/${pid}`)).body.includes(stateNames.replaced));
  const stale = await send(`${office}/the/${fresh}/thu-hoi`, { reason: 'x', version: '7' });
  assert.equal(stale.status, 422);
  const gone = await send(`${office}/the/${fresh}/thu-hoi`, { reason: 'Ra hội', version: '1' });
  assert.equal(gone.status, 303);
  assert.ok((await read(`${office}/the/${fresh}`)).body.includes(stateNames.revoked));
});

test('the public page tells validity, issuer and number, and nothing else', async () => {
  const pid = await issue('Cầm Văn Kín', {
    branch: 'Chi hội Kín',
    address: 'Bản Kín',
    joined: '1999',
  });
  const token = await tokenOf(pid);
  const page = await read(`/the/${token}`, new Headers());
  assert.equal(page.status, 200);
  assert.ok(page.body.includes(checkWords.verdicts.valid));
  assert.ok(page.body.includes('Hội Khuyến học tỉnh Sơn La'));
  assert.match(page.body, /KH-\d{4}/);
  for (const secret of ['Cầm Văn Kín', 'Kín', 'Chi hội', '1999', pid])
    assert.ok(!page.body.includes(secret), secret);
  assert.match(page.headers.get('cache-control') ?? '', /no-store/);
  assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/);
});

test('a code that is nobody’s gets the same page: status, headers and shape', async () => {
  const token = await tokenOf(await issue('Cầm Văn Thật'));
  const shape = async (code: string) => {
    const { status, headers, body } = await read(`/the/${code}`, new Headers());
    const fixed = [...headers].filter(([name]) => name !== 'x-request-id');
    const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '';
    return { status, fixed, shape: main.replace(/>[^<]*</g, '><').replace(/alert-\w+/, 'alert') };
  };
  const known = await shape(token);
  for (const code of ['0123456789abcdef', 'x', '%3Cscript%3E', token.slice(1), `${token}0`])
    assert.deepEqual(await shape(code), known, code);
  const { body } = await read('/the/0123456789abcdef', new Headers());
  assert.ok(body.includes(checkWords.verdicts.unknown));
});

test('neither the id of a card nor of a person or membership opens the public page', async () => {
  const { membershipPid } = await member('Cầm Văn Khác');
  const pid = await issue('Cầm Văn Riêng');
  for (const code of [pid, membershipPid])
    assert.ok(
      (await read(`/the/${code}`, new Headers())).body.includes(checkWords.verdicts.unknown),
    );
});

test('a code typed by hand, in fours or with look-alikes, finds its card', async () => {
  const token = await tokenOf(await issue('Cầm Văn Gõ'));
  const typed = token
    .toUpperCase()
    .replace(/(.{4})/g, '$1 ')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I');
  const answer = await product.get(`/the?ma=${encodeURIComponent(typed)}`);
  assert.equal(answer.headers.get('location'), `/the/${token}`);
  const none = await product.get('/the?ma=khong-co');
  assert.match(none.headers.get('location') ?? '', /^\/the\/0{16}$/);
});

test('cards and members of another association are not there', async () => {
  const elsewhere = await addMember(cx, { name: 'Lê Thị Xa', organisation: 'sonla-yhoc' }).catch(
    () => addMember(cx, { name: 'Lê Thị Xa', organisation: 'sonla' }),
  );
  const query = `${office}/the/cap?hoi-vien=${elsewhere.membershipPid}`;
  assert.equal((await read(query)).status, 404);
  const fields = { 'hoi-vien': elsewhere.membershipPid, issued_on: today };
  assert.equal((await send(`${office}/the/cap`, fields)).status, 404);
  const leader = await product.signIn('leader');
  const issued = await send('/vp/sonla/hoi-vien/the/cap', fields, leader);
  assert.equal(issued.status, 303);
  const pid = /the\/([a-z0-9]{16})\?/.exec(issued.to)?.[1] ?? '';
  for (const page of ['', '/the.pdf', '/cap-lai', '/thu-hoi'])
    assert.equal((await read(`${office}/the/${pid}${page}`)).status, 404, page);
  assert.ok(!(await read(`${office}/the`)).body.includes('Lê Thị Xa'));
});

test('who may only read sees and prints cards but issues none', async () => {
  const auditor = await product.signIn('auditor');
  const pid = await issue('Lò Thị Xem');
  assert.equal((await read(`/vp/vusta/hoi-vien/the/${pid}`, auditor)).status, 200);
  assert.equal((await read('/vp/vusta/hoi-vien/the/cap', auditor)).status, 403);
  const answer = await send(`/vp/vusta/hoi-vien/the/${pid}/thu-hoi`, { reason: 'x' }, auditor);
  assert.equal(answer.status, 403);
});

test('a few cards are printed at once, and the same form sent twice prints once', async () => {
  const page = await read(`${office}/the`);
  const key = /name="_key" value="([a-z0-9]{16})"/.exec(page.body)?.[1] ?? '';
  const fields = { _key: key, 'tinh-trang': 'valid', back: '1' };
  const first = await send(`${office}/the/in`, fields);
  const second = await send(`${office}/the/in`, fields);
  assert.equal(first.status, 303);
  assert.equal(second.to, first.to);
  const printing = await read(first.to);
  const file = /href="([^"]*ban-in\/[a-z0-9]{16}\/[a-z0-9]{16})"/.exec(printing.body)?.[1] ?? '';
  const pdf = Buffer.from(await (await product.get(file, clerk)).arrayBuffer());
  const texts = pdfTexts(pdf);
  assert.equal(texts.length, 2);
  assert.ok(!texts[0]?.includes('Lê Thị Xa'));
  const leader = await product.signIn('leader');
  assert.equal((await read(file.replace('sonla-khuyenhoc', 'sonla'), leader)).status, 200);
  assert.equal((await read(file, new Headers())).status, 303);
});

test('more than fifty cards are a job whose result opens from its page', async () => {
  await Promise.all(
    Array.from({ length: 53 }, (_, i) =>
      member(`Quàng Văn ${'abcdefgh'[i % 8]}`, { branch: 'Chi hội Đông' }),
    ),
  );
  const page = await read(`${office}/the/cap?chi-hoi=${encodeURIComponent('Chi hội Đông')}`);
  assert.ok(page.body.includes(words.issueMany(53)));
  const answer = await send(`${office}/the/cap`, { 'chi-hoi': 'Chi hội Đông', issued_on: today });
  assert.match(answer.to, /\/vp\/sonla-khuyenhoc\/viec\/[a-z0-9]{16}$/);
  const worker = await startWork(product.runtime);
  try {
    const href = await eventually(async () => {
      const { body } = await read(answer.to);
      return /href="([^"]*\/the\/ban-in\/[a-z0-9]{16})"/.exec(body)?.[1];
    });
    const { body } = await read(href);
    assert.ok(body.includes(words.printedCards(53)));
    const file = /href="([^"]*ban-in\/[a-z0-9]{16}\/[a-z0-9]{16})"/.exec(body)?.[1] ?? '';
    const pdf = Buffer.from(await (await product.get(file, clerk)).arrayBuffer());
    assert.equal(pdfTexts(pdf).length, 6);
  } finally {
    await worker.stop();
  }
});

test('a form with a day that is none comes back as it was typed', async () => {
  const bad = await send(`${office}/the/cap`, {
    issued_on: '31/02/2026',
    valid_until: 'mai',
    q: '',
  });
  assert.equal(bad.status, 422);
  assert.ok(bad.body.includes('31/02/2026') && bad.body.includes('mai'));
});

test('labels: says how many are left out, prints the others', async () => {
  await member('Sùng A Có', { address: 'Bản Hua Nà\nxã Chiềng Cọ', branch: 'Chi hội Nhãn' });
  await member('Sùng A Không', { branch: 'Chi hội Nhãn' });
  const query = `chi-hoi=${encodeURIComponent('Chi hội Nhãn')}`;
  const page = await read(`${office}/nhan?${query}`);
  assert.ok(page.body.includes(words.labelsLead(2, 1)));
  const answer = await send(`${office}/nhan`, { 'chi-hoi': 'Chi hội Nhãn', size: '2x7' });
  const printing = await read(answer.to);
  assert.ok(printing.body.includes(words.leftOutLabels(1)));
  const file = /href="([^"]*ban-in\/[a-z0-9]{16}\/[a-z0-9]{16})"/.exec(printing.body)?.[1] ?? '';
  const letters = pdfLetters(Buffer.from(await (await product.get(file, clerk)).arrayBuffer()));
  assert.equal(letters, 'SùngACóBảnHuaNàxãChiềngCọ');
});

test('REST issues, lists, replaces and revokes as the pages do', async () => {
  const bearer = await product.token('officer');
  const { membershipPid } = await member('Giàng A Máy');
  const body = { membership: membershipPid, issued_on: today, valid_until: null };
  const made = await product.rest('POST', '/api/v1/membership-cards', bearer, body);
  assert.equal(made.status, 201);
  const card = (await made.json()) as Seen;
  assert.equal(card.person.name, 'Giàng A Máy');
  const again = await product.rest('POST', '/api/v1/membership-cards', bearer, body);
  assert.equal(again.status, 422);
  const list = await product.rest(
    'GET',
    `/api/v1/membership-cards?membership=${membershipPid}`,
    bearer,
  );
  assert.deepEqual(
    ((await list.json()) as Seen).items.map((one) => one.pid),
    [card.pid],
  );
  const pdf = await product.rest('GET', `/api/v1/membership-cards/${card.pid}/pdf`, bearer);
  assert.equal(pdfTexts(Buffer.from(await pdf.arrayBuffer())).length, 2);
  const path = `/api/v1/membership-cards/${card.pid}`;
  const fresh = await product.rest('POST', `${path}/replace`, bearer, { reason: 'Hỏng' });
  assert.equal(((await fresh.json()) as Seen).replaces, card.pid);
  const twice = await product.rest('POST', `${path}/revoke`, bearer, { reason: 'x' });
  assert.equal(twice.status, 422);
  assert.equal((await product.rest('GET', path)).status, 401);
  const design = await product.rest('GET', '/api/v1/card-designs/sonla-khuyenhoc', bearer);
  assert.equal(((await design.json()) as Seen).pattern, 'KH-{0001}');
  assert.equal((await product.rest('GET', '/api/v1/card-designs/vusta', bearer)).status, 404);
});
