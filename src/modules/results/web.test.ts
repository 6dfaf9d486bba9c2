import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { sound } from '../../platform/testing.ts';
import { newToken, tokenHash } from '../../platform/tokens.ts';
import { demoProduct } from '../../testing.ts';
import { editEdition } from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { allocationOf, ballotsOf, invariants } from './queries/index.ts';
import { checkBundle } from './service/index.ts';
import { content, judged } from './testing.ts';

const product = await demoProduct();
const cx: Cx = product.runtime.cx('cli');
after(async () => {
  await sound(cx.db, invariants);
  await product.close();
});
const [clerk, leader, auditor, officer] = await Promise.all(
  ['clerk', 'leader', 'auditor', 'officer'].map((persona) => product.signIn(persona)),
);
const all = await judged(cx);
const { edition, council, dossiers } = all;
const base = `/vp/sonla/hoi-thi/${edition.pid}/ket-qua`;
const pidOf = (title: string): string => dossiers.get(title)!.pid;

async function read(address: string, headers = clerk) {
  const answer = await product.get(address, headers);
  return { status: answer.status, body: await answer.text() };
}
const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('points', () => {
  test('the table has raw points beside calibrated ones, the lines and the doubts', async () => {
    const { status, body } = await read(base);
    assert.equal(status, 200);
    for (const words of ['Máy bóc lạc', '94,00', 'Vạch Giải Nhất', 'Hiệu chỉnh', 'Bỏ cao, thấp'])
      assert.ok(body.includes(words), words);
    assert.ok(!body.includes(council.judges[2]!.id), 'no inner ids');
    assert.equal((await read(base, officer)).status, 404);
    assert.equal((await product.get(base)).status >= 300, true);
  });

  test('judges are named to those who may know how strict they are', async () => {
    const dossier = `${base}/diem/${pidOf('Máy sấy chè')}?giai-doan=chung-khao`;
    const opened = await read(dossier);
    assert.ok(opened.body.includes(council.judges[0]!.name));
    const sheet = /href="([^"]*phieu\/[^"]*\.docx[^"]*)"/.exec(opened.body)![1]!;
    assert.equal((await product.get(sheet.replaceAll('&amp;', '&'), clerk)).status, 200);
    assert.ok((await read(base, auditor)).body.includes('Mức chặt, lỏng'));
    assert.ok(!(await read(base)).body.includes('Mức chặt, lỏng'));
  });

  test('a place is given by hand with its reason, and told; a wrong one comes back as it was typed', async () => {
    const dossier = `${base}/diem/${pidOf('Lò đốt rác')}`;
    const at = '?giai-doan=chung-khao';
    const wrong = await product.post(
      `${dossier}/hang${at}`,
      { place: '77', reason: 'Vì <b>thế</b>' },
      clerk,
    );
    const back = await wrong.text();
    assert.equal(wrong.status, 422);
    assert.ok(back.includes('Vì &lt;b&gt;thế') && back.includes('value="77"'));
    const sent = await product.post(
      `${dossier}/hang${at}`,
      { place: '2', reason: 'Áp dụng rộng' },
      clerk,
    );
    assert.equal(sent.status, 303);
    assert.ok((await read(`${dossier}${at}`)).body.includes('Áp dụng rộng'));
    assert.equal(
      (await product.post(`${dossier}/hang${at}`, { place: '1', reason: 'x' }, auditor)).status,
      403,
    );
    await product.post(`${dossier}/hang${at}`, { place: '', reason: 'Về theo điểm' }, clerk);
  });

  test('points that are hidden from the secretariat are not shown while the phase runs', async () => {
    const phases = content.phases.map((phase) =>
      phase.key === 'chung-khao'
        ? {
            ...phase,
            closes: '2099-01-01T00:00:00',
            hidden: [{ from: 'secretariat', what: ['scores'] }],
          }
        : phase,
    );
    const change = async (to: unknown) =>
      done(
        execute(cx, editEdition, {
          pid: edition.pid,
          content: { ...content, phases: to },
          reason: 'Thử',
        }),
      );
    await change(phases);
    const { body } = await read(base);
    assert.ok(body.includes('chưa được xem') && !body.includes('94,00'));
    assert.equal(
      (await read(`${base}/diem/${pidOf('Máy bóc lạc')}?giai-doan=chung-khao`)).status,
      404,
    );
    assert.equal((await read(`${base}/giay-to/summary.docx?giai-doan=chung-khao`)).status, 404);
    const token = await product.token('clerk');
    const rest = await product.rest(
      'GET',
      `/api/v1/editions/${edition.pid}/phases/chung-khao/outcome`,
      token,
    );
    assert.equal(rest.status, 404);
    await change(content.phases);
    assert.equal((await read(base)).body.includes('94,00'), true);
  });
});

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

describe('prizes in the browser', () => {
  const path = `${base}/giai`;
  const site = '/sonla/hoi-thi/stkt-8/ket-qua';

  test('from the proposal of the ranking to everybody', async () => {
    assert.equal((await product.get(site)).status, 404);
    assert.ok((await read(path)).body.includes('Chưa có dự kiến giải thưởng'));
    assert.equal((await product.post(`${path}/lap`, { phase: 'chung-khao' }, clerk)).status, 303);
    const draft = await read(path);
    assert.ok(draft.body.includes('Máy đề xuất'));
    const version = hidden(draft.body, 'version');
    const wrong = { [`prize.${pidOf('Máy sấy chè')}`]: 'nhat', version };
    assert.equal((await product.post(path, wrong, clerk)).status, 303, 'a draft may be anything');
    const refused = await product.post(`${path}/trinh`, { version: '2' }, clerk);
    assert.equal(refused.status, 422);
    assert.ok((await refused.text()).includes('dưới mức 90,00 điểm'));
    const right = {
      [`prize.${pidOf('Máy bóc lạc')}`]: 'nhat',
      [`prize.${pidOf('Máy sấy chè')}`]: 'nhi',
      [`prize.${pidOf('Lò đốt rác')}`]: 'ba',
      version: '2',
    };
    assert.equal((await product.post(path, right, clerk)).status, 303);
    assert.equal((await product.post(`${path}/trinh`, { version: '3' }, clerk)).status, 303);
    assert.equal((await read(`${path}/duyet`)).status, 403);
    const form = await read(`${path}/duyet`, leader);
    const approve = {
      decision: '24/QĐ-BTCHT',
      decided_on: '10/05/2026',
      version: hidden(form.body, 'version'),
    };
    assert.equal(
      (await product.post(`${path}/duyet`, { ...approve, decided_on: '' }, leader)).status,
      422,
    );
    assert.equal((await product.post(`${path}/duyet`, approve, leader)).status, 303);
    assert.equal((await product.get(site)).status, 404, 'nothing is told before it is published');
    const allocation = (await allocationOf(cx, edition))!;
    assert.equal(
      (await product.post(`${path}/cong-bo`, { version: String(allocation.version) }, leader))
        .status,
      303,
    );
  });

  test('everybody sees prizes of those who agreed, and nothing of the others', async () => {
    // One author said no; another is a child, whose representative was never asked.
    await sql`insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
      select ${cx.ids.uuid()}, a.dossier_id, a.key, 'author', 'publish', false, a.name, 'page', ${cx.clock.now()}
      from dossier_author a where a.dossier_id = ${dossiers.get('Máy sấy chè')!.id}`.execute(cx.db);
    await sql`update dossier_author set birth = '2018-05-01'
      where dossier_id = ${dossiers.get('Lò đốt rác')!.id}`.execute(cx.db);
    const answer = await product.get(site);
    const shown = await answer.text();
    assert.equal(answer.status, 200);
    assert.ok(shown.includes('Máy bóc lạc') && shown.includes('Trường THPT Chuyên'));
    assert.ok(shown.includes('24/QĐ-BTCHT') && shown.includes('Còn 2 giải'));
    for (const secret of ['Máy sấy chè', 'Lò đốt rác', '1980', 'tac.gia@example.vn', '94,00'])
      assert.ok(!shown.includes(secret), secret);
    const rest = await product.rest('GET', `/api/v1/editions/${edition.pid}/result`);
    const told = (await rest.json()) as { kept_back: number; prizes: { title: string }[] };
    assert.deepEqual([told.kept_back, told.prizes.map(({ title }) => title)], [2, ['Máy bóc lạc']]);
  });

  test('an entrant learns the own result only where a phase lets them', async () => {
    const token = newToken();
    await sql`insert into dossier_link (token_hash, dossier_id, email, created_at, expires_at)
      values (${tokenHash(token)}, ${dossiers.get('Lò đốt rác')!.id}, 'a@b.example', now(),
        '2099-01-01')`.execute(cx.db);
    const own = async () => await (await product.get(`/ho-so/${token}/ket-qua`)).text();
    assert.ok((await own()).includes('chưa công bố'));
    const open = {
      key: 'cong-bo',
      name: 'Công bố',
      opens: '2026-01-01T00:00:00',
      closes: '2099-01-01T00:00:00',
      permits: [{ who: 'entrant', may: ['see_results'] }],
      hidden: [],
      rubric: null,
      review: null,
    };
    const changed = { ...content, phases: [...content.phases, open] };
    await done(execute(cx, editEdition, { pid: edition.pid, content: changed, reason: 'Công bố' }));
    assert.ok((await own()).includes('Giải Ba'));
    assert.equal((await product.get(`/ho-so/${newToken()}/ket-qua`)).status, 404);
  });

  test('the bundle is for those who may see every sheet, and verifies as it is sent', async () => {
    const answer = await product.get(`${base}/chung-cu.zip`, auditor);
    assert.equal(answer.headers.get('content-type'), 'application/zip');
    const verdict = checkBundle(Buffer.from(await answer.arrayBuffer()));
    assert.ok(verdict.whole && verdict.ok);
    assert.equal((await product.get(`${base}/chung-cu.zip`)).status >= 300, true);
  });
});

describe('papers', () => {
  test('each is a Word file; a number is given once, without a title before the name', async () => {
    const list = await read(`${base}/giay-to`);
    const links = [...list.body.matchAll(/href="([^"]*\.docx[^"]*)"/g)].map((match) =>
      match[1]!.replaceAll('&amp;', '&'),
    );
    assert.ok(links.length >= 6, String(links.length));
    for (const link of links) {
      const answer = await product.get(link, clerk);
      assert.equal(answer.status, 200, link);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(bytes.subarray(0, 2).toString(), 'PK', link);
    }
    const number = `${base}/giay-to/cap-so?van-ban=decision`;
    const titled = {
      signed_on: '10/05/2026',
      signer: 'PGS.TS Lò Văn Bình',
      position: 'Trưởng Ban',
    };
    const refused = await product.post(number, titled, clerk);
    assert.equal(refused.status, 422);
    const given = { ...titled, signer: 'Lò Văn Bình' };
    assert.equal((await product.post(number, given, clerk)).status, 303);
    assert.equal((await product.post(number, given, clerk)).status, 422);
    assert.ok((await read(`${base}/giay-to`)).body.includes('01/QĐ-BTCHT'));
  });

  test('minutes are written, asked for what is missing, and signed', async () => {
    const at = `${base}/giay-to/bien-ban?hoi-dong=${council.pid}&giai-doan=chung-khao`;
    const sign = at.replace('bien-ban?', 'bien-ban/chot?');
    const draft = {
      held_on: '08/05/2026',
      place: 'Hội trường Liên hiệp hội',
      proceedings: 'Thảo luận.\nBỏ phiếu.',
    };
    assert.equal((await product.post(at, { ...draft, version: '1' }, clerk)).status, 303);
    const early = await product.post(sign, { version: '1' }, clerk);
    assert.equal(early.status, 422);
    assert.ok((await early.text()).includes('Kết luận'));
    const conclusion = 'Nhất trí trao 03 giải.';
    assert.equal(
      (await product.post(at, { ...draft, conclusion, version: '1' }, clerk)).status,
      303,
    );
    assert.equal((await product.post(sign, { version: '2' }, clerk)).status, 303);
    assert.ok((await read(at)).body.includes('SHA-256'));
    assert.equal((await product.post(at, { ...draft, version: '3' }, clerk)).status, 422);
  });
});

describe('REST', () => {
  const path = (rest: string) => `/api/v1/${rest}`;

  test('gives the outcome without telling of judges, ballots with papers once closed, and the prizes', async () => {
    const token = await product.token('clerk');
    const outcome = await product.rest(
      'GET',
      path(`editions/${edition.pid}/phases/chung-khao/outcome`),
      token,
    );
    const body = await outcome.text();
    assert.equal(outcome.status, 200);
    assert.ok(!council.judges.some(({ pid }) => body.includes(pid)));
    const rows = (
      JSON.parse(body) as { groups: { rows: { place: number; points: { mean: number } }[] }[] }
    ).groups[0]!.rows;
    assert.deepEqual([rows[0]!.place, rows[0]!.points.mean], [1, 9400]);
    const ballots = (await (
      await product.rest('GET', path(`ballots?edition=${edition.pid}&size=1`), token)
    ).json()) as {
      items: unknown[];
      total: number;
      next: string | null;
    };
    assert.deepEqual([ballots.items.length, ballots.total], [1, 2]);
    assert.match(ballots.next ?? '', /page=2/);
    const prizes = (await (
      await product.rest('GET', path(`editions/${edition.pid}/prize-allocation`), token)
    ).json()) as {
      state: string;
      prizes: unknown[];
    };
    assert.deepEqual([prizes.state, prizes.prizes.length], ['published', 3]);
    const bundle = await product.rest(
      'GET',
      path(`editions/${edition.pid}/decision-bundle`),
      await product.token('auditor'),
    );
    assert.equal(bundle.headers.get('content-type'), 'application/zip');
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
