import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { changed, inTcvn3, madeText, realTexts } from '../../kernel/similarity/testing.ts';
import type { Cx } from '../../platform/command.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { eventually, sound } from '../../platform/testing.ts';
import { demoProduct } from '../../testing.ts';
import { startWork } from '../../work.ts';
import { invariants, listFindings } from './queries/index.ts';
import { compareDossier, compareLater } from './service/index.ts';
import { found, openContest, submittedDossier, textCalled } from './testing.ts';
import { stateNames, words } from './vi.ts';

const product = await demoProduct();
// The demo's own dossiers wait to be compared; here the office begins without any.
await product.runtime.database.ownerPool.query(`select graphile_worker.complete_jobs(
  array(select id from graphile_worker.jobs where task_identifier = 'likeness.compare'))`);
await product.runtime.database.ownerPool.query(
  'truncate likeness_text, likeness_posting, likeness_frequent cascade',
);
const work = await startWork(product.runtime);
after(async () => {
  await work.stop();
  await sound(cx.db, invariants);
  await product.close();
});
const cx: Cx = product.runtime.cx('cli');
const office = '/vp/sonla/hoi-thi/so-trung';
const clerk = await product.signIn('clerk');
const auditor = await product.signIn('auditor');
const officer = await product.signIn('officer');
const national = await product.signIn('national');

async function read(address: string, headers = clerk) {
  const answer = await product.get(address, headers);
  return { status: answer.status, body: await answer.text() };
}

async function sendFile(address: string, name: string, text: string, headers = clerk) {
  const body = new FormData();
  body.append('file', new File([text], name));
  const sent = new Headers(headers);
  sent.set('sec-fetch-site', 'same-origin');
  const answer = await product.app.request(address, { method: 'POST', body, headers: sent });
  return { status: answer.status, body: await answer.text() };
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (...rows: readonly (readonly string[])[]) =>
  `\ufeff${[['Tên bài', 'Tác giả', 'Năm', 'Nội dung'], ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;

describe('pages', () => {
  let pid = '';

  test('an office without findings says what will be there', async () => {
    const page = await read(office);
    assert.equal(page.status, 200);
    assert.ok(page.body.includes(words.none));
    assert.ok(page.body.includes(`${office}/nhap`));
    const reader = await read(office, auditor);
    assert.equal(reader.status, 200);
    assert.ok(!reader.body.includes(`${office}/nhap`));
  });

  test('a file is looked at first: bad rows are told by row, good ones are written after', async () => {
    const text = csv(
      ['Máy bóc lạc', 'Lò Văn Bình', '2019', inTcvn3(madeText(1))],
      ['Ngắn', '', '2019', 'Chưa có gì'],
      ['Năm lạ', '', 'hai nghìn', madeText(2)],
      ['', '', '2020', madeText(3)],
    );
    const look = await sendFile(`${office}/nhap`, 'cu.csv', text);
    assert.equal(look.status, 200, look.body);
    assert.ok(look.body.includes('Nội dung mới có 3 chữ'));
    assert.ok(look.body.includes('C4'));
    assert.equal(await textCalled(cx, 'Máy bóc lạc'), null);
    const file = /name="file" value="([0-9a-z]{16})"/.exec(look.body)?.[1] ?? '';
    const key = /name="_key" value="([^"]+)"/.exec(look.body)?.[1] ?? '';
    for (let turn = 0; turn < 2; turn += 1) {
      const wrote = await product.post(`${office}/nhap/ghi`, { file, _key: key }, clerk);
      assert.equal(wrote.status, 200);
    }
    assert.notEqual(await textCalled(cx, 'Máy bóc lạc'), null);
    const again = await sendFile(`${office}/nhap`, 'cu.csv', text);
    assert.ok(again.body.includes('không đổi 1'));
    const list = await read(`${office}/bai`);
    assert.ok(list.body.includes('Máy bóc lạc'));
    assert.ok(list.body.includes('cu.csv'));
    assert.equal((await sendFile(`${office}/nhap`, 'cu.csv', text, auditor)).status, 403);
  });

  test('the empty workbook has the columns', async () => {
    const answer = await product.get(`${office}/tep-mau`, clerk);
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()), {});
    const texts = sheets[0]!.rows.flat().map((one) => one.text);
    for (const header of Object.values(words.sheetColumns))
      assert.ok(
        texts.some((one) => one.startsWith(header)),
        header,
      );
  });

  test('what a job finds is listed, shown side by side and decided', async () => {
    const lai = await openContest(cx, 'laichau', 'so-trung-lai');
    const son = await openContest(cx, 'sonla', 'so-trung-son');
    const text = realTexts()[3]!;
    const earlier = await submittedDossier(cx, {
      edition: lai,
      title: 'Máy sấy chè <b>kín</b>',
      text,
      at: '2026-03-01T08:00:00+07:00',
      author: 'Giàng A Páo',
    });
    await compareDossier(cx, earlier);
    const newer = await submittedDossier(cx, {
      edition: son,
      title: 'Máy sấy <i>chè</i> cải tiến',
      text: `Mở đầu riêng của tác giả.\n\n${changed(text, 0.15, 'w')}`,
    });
    await compareLater(cx, newer);
    pid = (await eventually(async () => (await found(cx))[0])).pid;
    const list = await read(office);
    assert.ok(list.body.includes('Máy sấy &lt;i&gt;chè&lt;/i&gt; cải tiến'));
    assert.ok(list.body.includes('Hồ sơ của Liên hiệp'));
    assert.ok(!list.body.includes('kín'));
    const page = await read(`${office}/${pid}`);
    assert.equal(page.status, 200);
    assert.ok(page.body.includes('<mark>'));
    assert.ok(page.body.includes('Mở đầu riêng của tác giả.'));
    assert.ok(page.body.includes(words.keptBack));
    for (const secret of ['kín', 'Giàng A Páo']) assert.ok(!page.body.includes(secret), secret);
    const dossier = /<h2><a href="([^"]+)"/.exec(page.body)?.[1] ?? '';
    assert.match(dossier, /^\/vp\/sonla\/hoi-thi\/[0-9a-z]{16}\/ho-so\/[0-9a-z]{16}$/);
    assert.equal((await read(dossier)).status, 200);
    assert.equal(page.body.split('<h2><a ').length, 2, 'only the newer one is linked');
    for (const id of [...page.body.matchAll(/href="#((?:sau|truoc)-\d+)"/g)].map((m) => m[1]))
      assert.equal(page.body.split(`id="${id}"`).length, 2, id);
    const above = await read(`/vp/vusta/hoi-thi/so-trung/${pid}`, national);
    assert.ok(above.body.includes('Giàng A Páo'));
    assert.ok(!above.body.includes(words.keptBack));
  });

  test('only who sees it finds it; who only reads gets no form', async () => {
    assert.equal((await read(`${office}/${pid}`, officer)).status, 404);
    assert.equal((await read(`${office}/0000000000000000`)).status, 404);
    const page = await read(`/vp/vusta/hoi-thi/so-trung/${pid}`, auditor);
    assert.equal(page.status, 200);
    assert.ok(!page.body.includes('name="reason"'));
    const sent = await product.post(
      `/vp/vusta/hoi-thi/so-trung/${pid}`,
      { answer: 'same', reason: 'x' },
      auditor,
    );
    assert.equal(sent.status, 403);
  });

  test('the decision comes back as it was typed, is kept, and warns of another one', async () => {
    const address = `${office}/${pid}`;
    const bad = await product.post(address, { reason: 'Đã <hỏi> tác giả' }, clerk);
    assert.equal(bad.status, 422);
    const body = await bad.text();
    assert.ok(body.includes('Đã &lt;hỏi&gt; tác giả'));
    const fields = { answer: 'same', reason: 'Chép gần hết phần mô tả.', version: '1' };
    const good = await product.post(address, fields, clerk);
    assert.equal(good.status, 303);
    const page = await read(`${address}?da-ghi=1`);
    assert.ok(page.body.includes('Chép gần hết phần mô tả.'));
    assert.ok(page.body.includes(stateNames.same));
    const stale = await product.post(address, { ...fields, reason: 'Khác' }, clerk);
    assert.equal(stale.status, 422);
    assert.ok((await stale.text()).includes('Khác'));
    assert.ok((await read(`${office}?tinh-trang=open`)).body.includes(words.noneMatch));
    assert.ok((await read(`${office}?tinh-trang=same`)).body.includes('cải tiến'));
    const { dossier, edition } = (await listFindings(cx, { under: null, page: 1, size: 5 }))
      .rows[0]!.newer;
    const narrowed = await product.get(
      `/vp/sonla/hoi-thi/${edition!.pid}/so-trung?ho-so=${dossier}`,
      clerk,
    );
    assert.equal(narrowed.status, 302);
    const only = await read(narrowed.headers.get('location')!);
    assert.ok(only.body.includes(`${office}/${pid}`));
    assert.ok((await read(`${office}?ho-so=${pid}`)).body.includes(words.noneMatch));
    const log = await read('/vp/vusta/nhat-ky', await product.signIn('admin'));
    assert.ok(log.body.includes('kết luận về việc trùng của hồ sơ'));
    assert.ok(log.body.includes(`hoi-thi/so-trung/${pid}`));
  });

  test('a text is taken out after a question', async () => {
    const list = await read(`${office}/bai`);
    const [, address] = /href="([^"]+\/bo)"/.exec(list.body) ?? [];
    assert.ok((await read(address!)).body.includes('Máy bóc lạc'));
    assert.equal((await read(address!, auditor)).status, 403);
    assert.equal((await read(address!, officer)).status, 404);
    const gone = await product.post(address!, {}, clerk);
    assert.equal(gone.status, 303);
    assert.equal(await textCalled(cx, 'Máy bóc lạc'), null);
  });
});

describe('REST', () => {
  let token = '';
  before(async () => {
    token = await product.token('clerk');
  });
  const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>;

  test('findings are listed, read with passages, decided', async () => {
    const list = await json(
      await product.rest('GET', '/api/v1/likeness-findings?org=sonla', token),
    );
    const [item] = list.items as { pid: string; version: number }[];
    const path = `/api/v1/likeness-findings/${item!.pid}`;
    const one = await json(await product.rest('GET', path, token));
    const { earlier, passages } = one as unknown as {
      earlier: { open: boolean; title: null };
      passages: { newer: string; earlier: string }[];
    };
    assert.deepEqual([earlier.open, earlier.title], [false, null]);
    assert.ok(passages[0]!.newer.length > 40 && passages[0]!.earlier.length > 40);
    const said = { answer: 'other', reason: 'Cùng nhóm tác giả', version: item!.version };
    const done = await product.rest('POST', `${path}/decision`, token, said);
    assert.equal((await json(done)).state, 'other');
    assert.equal((await product.rest('POST', `${path}/decision`, token, said)).status, 409);
    const other = await product.token('officer');
    assert.equal((await product.rest('GET', path, other)).status, 404);
    assert.equal((await product.rest('GET', path)).status, 401);
  });

  test('texts are brought in one by one or in a file, listed and taken out', async () => {
    const path = '/api/v1/likeness-texts';
    const sent = { organisation: 'sonla', title: 'Bếp đun', year: 2018, text: madeText(60) };
    assert.equal((await product.rest('POST', path, token, sent)).status, 201);
    assert.equal((await product.rest('POST', path, token, sent)).status, 422);
    const rows = csv(['Bếp đun', '', '2018', madeText(60)], ['Ngắn', '', '', 'ít chữ']);
    const sendRows = async (fields: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append('file', new File([rows], 'rest.csv'));
      const headers = { authorization: `Bearer ${token}` };
      const address = '/api/v1/likeness-text-files';
      return product.app.request(address, { method: 'POST', body, headers });
    };
    const report = (await (await sendRows({ organisation: 'sonla', dry: '1' })).json()) as {
      counts: Record<string, number>;
      refused: { row: number; cell: string }[];
    };
    assert.deepEqual(report.counts, { added: 0, changed: 0, same: 1, refused: 1 });
    assert.deepEqual([report.refused[0]!.row, report.refused[0]!.cell], [3, 'D3']);
    assert.equal((await sendRows({ organisation: 'laichau' })).status, 403);
    const list = await json(await product.rest('GET', `${path}?org=sonla`, token));
    const [text] = list.items as { pid: string; title: string }[];
    assert.equal(text!.title, 'Bếp đun');
    assert.equal((await product.rest('DELETE', `${path}/${text!.pid}`, token)).status, 204);
    assert.equal((await product.rest('DELETE', `${path}/${text!.pid}`, token)).status, 404);
  });
});
