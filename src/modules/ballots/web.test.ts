import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { sound } from '../../platform/testing.ts';
import { demoProduct } from '../../testing.ts';
import { ballotsOf, invariants } from './queries/index.ts';
import { contest, dossier, council as newCouncil, type TestDossier } from './testing.ts';

const product = await demoProduct();
const cx: Cx = product.runtime.cx('cli');
after(async () => {
  await sound(cx.db, invariants);
  await product.close();
});
const [clerk, auditor] = await Promise.all(
  ['clerk', 'auditor'].map((persona) => product.signIn(persona)),
);
const edition = await contest(cx);
const council = await newCouncil(cx, edition, 5);
const dossiers = new Map<string, TestDossier>();
for (const title of ['Máy bóc lạc', 'Máy sấy chè', 'Lò đốt rác', 'Phần mềm quản lý tưới'])
  dossiers.set(title, await dossier(cx, edition, title));
const base = `/vp/sonla/hoi-thi/${edition.pid}/ket-qua`;
const pidOf = (title: string): string => dossiers.get(title)!.pid;

async function read(address: string, headers = clerk) {
  const answer = await product.get(address, headers);
  return { status: answer.status, body: await answer.text() };
}
const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('a ballot in the browser', () => {
  let ballot = '';

  test('is made, told what is missing, opened', async () => {
    const form = await read(`${base}/bieu-quyet/moi`);
    assert.equal(form.status, 200);
    const empty = await product.post(
      `${base}/bieu-quyet/moi`,
      { subject: 'Thử', council: council.pid, phase: 'chung-khao', kind: 'approve', how: 'link' },
      clerk,
    );
    assert.equal(empty.status, 422);
    assert.ok((await empty.text()).includes('Chọn ít nhất một hồ sơ'));
    const raw = {
      subject: 'Thông qua giải <i>năm nay</i>',
      council: council.pid,
      phase: 'chung-khao',
      kind: 'approve',
      how: 'link',
      dossiers: [...dossiers.values()].map(({ pid }) => pid),
      _key: 'aaaabbbbccccdddd',
    };
    const made = await product.post(`${base}/bieu-quyet/moi`, raw, clerk);
    const again = await product.post(`${base}/bieu-quyet/moi`, raw, clerk);
    assert.equal(made.status, 303);
    assert.equal(again.headers.get('location'), made.headers.get('location'));
    ballot = /bieu-quyet\/([0-9a-z]{16})/.exec(made.headers.get('location') ?? '')![1]!;
    const page = await read(`${base}/bieu-quyet/${ballot}`);
    assert.ok(page.body.includes('Thông qua giải &lt;i&gt;'));
    const version = hidden(page.body, 'version');
    const present = council.judges.slice(0, 4).map(({ pid }) => pid);
    const opened = await product.post(
      `${base}/bieu-quyet/${ballot}/mo`,
      { version, present },
      clerk,
    );
    assert.equal(opened.status, 303);
    assert.equal((await read(`${base}/bieu-quyet`)).body.includes('0/5 đã bỏ phiếu'), true);
    assert.equal((await read(`${base}/bieu-quyet/moi`, auditor)).status, 403);
  });

  const paper = (member: number) =>
    `/giam-khao/${council.judges[member]!.token}/bieu-quyet/${ballot}`;
  const yes = { 'choice.0': 'yes', 'choice.1': 'yes', 'choice.2': 'yes', 'choice.3': 'no' };

  test('a member votes on a page of their own: a code is shown, nothing is kept with it', async () => {
    const list = await product.get(`/giam-khao/${council.judges[0]!.token}/bieu-quyet`);
    assert.equal(list.status, 200);
    assert.equal(list.headers.get('cache-control'), 'private, no-store');
    const page = await (await product.get(paper(0))).text();
    const code = hidden(page, 'code');
    assert.match(code, /^[0-9a-z]{5}-[0-9a-z]{5}$/);
    const cast = await product.post(paper(0), { ...yes, code, _key: 'kkkkaaaabbbbcccc' });
    const said = await cast.text();
    assert.equal(cast.status, 200);
    assert.ok(said.includes(code) && said.includes('nằm trong hòm phiếu'));
    const { many } = await one(
      cx.db,
      sql<{
        many: number;
      }>`select count(*)::integer as many from submission where answer::text like ${`%${code}%`}`,
    );
    assert.equal(many, 0, 'the answer of the form is not kept');
    const after = await (await product.get(paper(0))).text();
    assert.ok(after.includes('đã bỏ phiếu') && !after.includes(code));
    const twice = await product.post(paper(0), { ...yes, code });
    assert.ok((await twice.text()).includes('đã bỏ phiếu'));
    assert.equal((await read(`${base}/bieu-quyet/${ballot}`)).body.includes(code), false);
  });

  test('who is not there yet is told so; another link opens nothing', async () => {
    assert.ok((await (await product.get(paper(4))).text()).includes('Chưa được ghi có mặt'));
    assert.equal(
      (await product.get(`/giam-khao/${'0'.repeat(40)}/bieu-quyet/${ballot}`)).status,
      404,
    );
  });

  test('once closed the papers are published by code to the office and to the members', async () => {
    for (const member of [1, 2, 3]) {
      const code = hidden(await (await product.get(paper(member))).text(), 'code');
      assert.equal((await product.post(paper(member), { ...yes, code })).status, 200);
    }
    const ask = await read(`${base}/bieu-quyet/${ballot}/dong`);
    const closed = await product.post(
      `${base}/bieu-quyet/${ballot}/dong`,
      { version: hidden(ask.body, 'version') },
      clerk,
    );
    assert.equal(closed.status, 303);
    const office = await read(`${base}/bieu-quyet/${ballot}`);
    const member = await (await product.get(paper(1))).text();
    for (const body of [office.body, member]) {
      assert.ok(body.includes('Không thông qua') && body.includes('Danh sách lá phiếu'));
      assert.equal([...body.matchAll(/<code>[0-9a-z]{5}-[0-9a-z]{5}<\/code>/g)].length, 4);
    }
    const [kept] = await ballotsOf(cx, edition.id);
    assert.deepEqual(
      kept!.result!.options.map(({ passed }) => passed),
      [true, true, true, false],
    );
  });

  test('on paper the tellers type; what does not add up comes back with their figures', async () => {
    const made = await product.post(
      `${base}/bieu-quyet/moi`,
      {
        subject: 'Thông qua biên bản',
        council: council.pid,
        phase: 'chung-khao',
        kind: 'question',
        how: 'paper',
      },
      clerk,
    );
    const at = made.headers.get('location')!.split('?')[0]!;
    const opened = await product.post(
      `${at}/mo`,
      { version: '1', present: council.judges.map(({ pid }) => pid) },
      clerk,
    );
    assert.equal(opened.status, 303);
    const figures = {
      tellers: 'Lò Văn Ẵm\nCầm Thị Ổn',
      issued: '5',
      collected: '5',
      valid: '5',
      blank: '0',
      invalid: '0',
    };
    const wrong = await product.post(
      `${at}/kiem-phieu`,
      { ...figures, version: '2', 'options.0.yes': '3', 'options.0.no': '1' },
      clerk,
    );
    const body = await wrong.text();
    assert.equal(wrong.status, 422);
    assert.ok(body.includes('cộng lại được 4') && body.includes('Cầm Thị Ổn'));
    const right = await product.post(
      `${at}/kiem-phieu`,
      { ...figures, version: '2', 'options.0.yes': '5' },
      clerk,
    );
    assert.equal(right.status, 303);
    assert.equal((await product.post(`${at}/dong`, { version: '3' }, clerk)).status, 303);
    assert.ok((await read(at)).body.includes('Lò Văn Ẵm'));
  });
});

describe('REST', () => {
  const path = (rest: string) => `/api/v1/${rest}`;

  test('ballots are listed by pages', async () => {
    const token = await product.token('clerk');
    const ballots = (await (
      await product.rest('GET', path(`ballots?edition=${edition.pid}&size=1`), token)
    ).json()) as {
      items: unknown[];
      total: number;
      next: string | null;
    };
    assert.deepEqual([ballots.items.length, ballots.total], [1, 2]);
    assert.match(ballots.next ?? '', /page=2/);
  });

  test('a ballot is made, opened and cancelled; what is wrong is told by field', async () => {
    const token = await product.token('clerk');
    const refused = await product.rest('POST', path('ballots'), token, {
      council: council.pid,
      phase: 'chung-khao',
      kind: 'choose',
      how: 'link',
      subject: 'X',
      dossiers: [pidOf('Máy bóc lạc')],
    });
    assert.equal(refused.status, 422);
    assert.ok((await refused.text()).includes('ballot_most_missing'));
    const made = await product.rest('POST', path('ballots'), token, {
      council: council.pid,
      phase: 'chung-khao',
      kind: 'question',
      how: 'link',
      subject: 'Họp lại',
    });
    const { pid } = (await made.json()) as { pid: string };
    assert.equal(made.status, 201);
    const opened = await product.rest('POST', path(`ballots/${pid}/opening`), token, {});
    assert.equal(opened.status, 200);
    const cancelled = await product.rest('POST', path(`ballots/${pid}/cancellation`), token, {
      reason: 'Nhầm',
    });
    assert.equal(((await cancelled.json()) as { state: string }).state, 'cancelled');
    assert.equal(
      (await product.rest('POST', path(`ballots/${pid}/closing`), token, {})).status,
      422,
    );
    const stranger = await product.token('officer');
    assert.equal((await product.rest('GET', path(`ballots/${pid}`), stranger)).status, 404);
  });
});
