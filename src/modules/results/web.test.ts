import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { unzip } from '../../platform/documents/sheets/zip.ts';
import { sound } from '../../platform/testing.ts';
import { newToken, tokenHash } from '../../platform/tokens.ts';
import { demoProduct } from '../../testing.ts';
import { content } from '../ballots/testing.ts';
import { editEdition } from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { allocationOf, invariants } from './queries/index.ts';
import { approveAllocation, publishAllocation } from './service/index.ts';
import { judged, voted } from './testing.ts';

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
/** What a Word file says, without its form. */
function wordText(file: Buffer): string {
  const read = unzip(file, 50_000_000);
  assert.ok(read.ok);
  const xml = read.entries.get('word/document.xml')!.toString();
  return xml.replaceAll('</w:p>', ' ').replace(/<[^>]+>/g, '');
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

  test('whoever heads a council learns it behind their link once the phase has ended', async () => {
    const [chair, secretary, member] = council.judges.map(({ token }) => `/giam-khao/${token}`);
    const page = (at: string | undefined, phase = 'chung-khao') =>
      product.get(`${at}/muc-cham/${phase}`);
    for (const head of [chair, secretary]) {
      const answer = await page(head);
      const body = await answer.text();
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      for (const { name } of council.judges) assert.ok(body.includes(name), name);
      const home = await (await product.get(head!)).text();
      assert.ok(home.includes(`${head}/muc-cham/chung-khao`));
    }
    assert.equal((await page(member)).status, 404);
    assert.ok(!(await (await product.get(member!)).text()).includes('muc-cham'));
    assert.equal((await page(chair, 'nhan')).status, 404);
    const change = (phases: unknown) =>
      done(
        execute(cx, editEdition, {
          pid: edition.pid,
          content: { ...content, phases },
          reason: 'Thử',
        }),
      );
    const last = (more: object) =>
      content.phases.map((phase) => (phase.key === 'chung-khao' ? { ...phase, ...more } : phase));
    await change(last({ closes: '2099-01-01T00:00:00' }));
    assert.equal((await page(chair)).status, 404, 'while it runs');
    await change(last({ hidden: [{ from: 'chair', what: ['judges'] }] }));
    assert.equal((await page(chair)).status, 404, 'where the chair is not told who judged');
    await change(content.phases);
    assert.equal((await page(chair)).status, 200);
  });

  test('a prize whose floor nobody reaches has no line', async () => {
    const { prizes } = content;
    const change = (floor: number) =>
      done(
        execute(cx, editEdition, {
          pid: edition.pid,
          content: {
            ...content,
            prizes: {
              ...prizes,
              prizes: prizes.prizes.map((one) => (one.key === 'nhat' ? { ...one, floor } : one)),
            },
          },
          reason: 'Thử',
        }),
      );
    await change(99);
    const { body } = await read(base);
    assert.ok(body.includes('Giải Nhất: không còn hồ sơ nào đạt mức 99,00 điểm.'));
    assert.ok(!body.includes('Vạch Giải Nhất') && body.includes('Vạch Giải Nhì: 1 hồ sơ ở trên'));
    await change(90);
    assert.ok((await read(base)).body.includes('Vạch Giải Nhì: 2 hồ sơ ở trên'));
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

describe('prizes in the browser', () => {
  const path = `${base}/giai`;
  const site = '/sonla/hoi-thi/stkt-8/ket-qua';

  test('from the proposal of the ranking to everybody', async () => {
    await voted(cx, all);
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
    const empty = await read(path);
    assert.ok(empty.body.includes('Lý do để trống Giải Nhì, lĩnh vực'));
    const box = /name="(withheld\.nhi\.[^"]+)"/.exec(empty.body)![1]!;
    const why = {
      [box]: 'Chưa <i>đủ</i>',
      [`prize.${pidOf('Máy bóc lạc')}`]: 'nhat',
      version: '2',
    };
    assert.equal((await product.post(path, why, clerk)).status, 303);
    assert.ok((await read(path)).body.includes('Chưa &lt;i&gt;đủ'));
    const right = {
      [`prize.${pidOf('Máy bóc lạc')}`]: 'nhat',
      [`prize.${pidOf('Máy sấy chè')}`]: 'nhi',
      [`prize.${pidOf('Lò đốt rác')}`]: 'ba',
      version: '3',
    };
    assert.equal((await product.post(path, right, clerk)).status, 303);
    assert.equal((await product.post(`${path}/trinh`, { version: '4' }, clerk)).status, 303);
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

  test('a decision that was taken back is told everybody, without who had won', async () => {
    const taken = `${path}/thu-hoi`;
    assert.equal((await read(taken)).status, 403);
    const form = await read(taken, leader);
    const version = hidden(form.body, 'version');
    assert.equal((await product.post(taken, { version, reason: '' }, leader)).status, 422);
    const reason = 'Khiếu nại <b>đúng</b>';
    assert.equal((await product.post(taken, { version, reason }, leader)).status, 303);
    const page = await read(path);
    assert.ok(page.body.includes('24/QĐ-BTCHT ngày 10/05/2026 đã thu hồi'));
    assert.ok(page.body.includes('Khiếu nại &lt;b&gt;đúng'));
    assert.ok(page.body.includes('Chưa cấp giấy chứng nhận nào còn hiệu lực'));
    const shown = await (await product.get(site)).text();
    assert.ok(shown.includes('24/QĐ-BTCHT ngày 10/05/2026 đã được thu hồi'));
    for (const secret of ['Máy bóc lạc', 'Khiếu nại']) assert.ok(!shown.includes(secret), secret);
    const rest = await product.rest('GET', `/api/v1/editions/${edition.pid}/result`);
    const told = (await rest.json()) as { decision: null; taken_back: { decision: string } };
    assert.deepEqual([told.decision, told.taken_back.decision], [null, '24/QĐ-BTCHT']);
    const { pid } = (await allocationOf(cx, edition))!;
    const again = { pid, decision: '31/QĐ-BTCHT', decided_on: '2026-05-12' };
    await done(execute(cx, approveAllocation, again));
    await done(execute(cx, publishAllocation, { pid }));
    const now = await (await product.get(site)).text();
    assert.ok(
      now.includes('31/QĐ-BTCHT') && now.includes('24/QĐ-BTCHT') && now.includes('Máy bóc lạc'),
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
    assert.ok(shown.includes('31/QĐ-BTCHT') && shown.includes('Còn 2 giải'));
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
    const home = async () => await (await product.get(`/ho-so/${token}`)).text();
    assert.ok((await own()).includes('chưa công bố'));
    assert.ok(!(await home()).includes(`/ho-so/${token}/ket-qua`));
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
    assert.ok((await home()).includes(`href="/ho-so/${token}/ket-qua"`));
    assert.equal((await product.get(`/ho-so/${newToken()}/ket-qua`)).status, 404);
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
    assert.ok(list.body.includes(`Biên bản kiểm phiếu của Hội đồng giám khảo: Thông qua giải`));
    assert.ok(list.body.includes(`Biên bản họp Hội đồng giám khảo, Chấm chung khảo`));
    assert.ok(!list.body.includes('hội đồng: Hội đồng'));
  });

  test('minutes are written, asked for what is missing, and signed', async () => {
    const at = `${base}/giay-to/bien-ban?hoi-dong=${council.pid}&giai-doan=chung-khao`;
    const sign = at.replace('bien-ban?', 'bien-ban/chot?');
    const [, secretary, third] = council.judges;
    assert.ok((await read(at)).body.includes(`absent.${third!.pid}`));
    assert.ok((await read(`${base}/giay-to`)).body.includes('bien-ban?'));
    const draft = {
      [`absent.${secretary!.pid}`]: '1',
      [`why.${secretary!.pid}`]: 'Đi công tác',
      [`why.${third!.pid}`]: 'không đánh dấu thì không giữ',
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
    const papers = (await read(`${base}/giay-to`)).body;
    assert.ok(papers.includes('Đã chốt'));
    const written = [...papers.matchAll(/bien-ban\?[^"]*giai-doan=([a-z-]+)/g)];
    assert.deepEqual(
      written.map((match) => match[1]),
      ['so-khao'],
    );
    const printed = at.replace('bien-ban?', 'minutes.docx?');
    const file = Buffer.from(await (await product.get(printed, clerk)).arrayBuffer());
    const text = wordText(file);
    assert.match(text, /Thành viên có mặt \(4\/5\)/);
    assert.match(text, new RegExp(`vắng mặt:.*${secretary!.name}, thư ký, lý do: Đi công tác`));
    assert.match(text, /SHA-256:(?: ?[0-9a-f]{8} ){7}[0-9a-f]{8}/);
  });
});

describe('REST', () => {
  const path = (rest: string) => `/api/v1/${rest}`;

  test('gives the outcome without telling of judges, and the prizes', async () => {
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
    const prizes = (await (
      await product.rest('GET', path(`editions/${edition.pid}/prize-allocation`), token)
    ).json()) as {
      state: string;
      prizes: unknown[];
    };
    assert.deepEqual([prizes.state, prizes.prizes.length], ['published', 3]);
  });
});
