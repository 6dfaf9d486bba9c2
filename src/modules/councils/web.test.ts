import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { closeEdition, editionByPid } from '../calls/index.ts';
import { fieldOf, siteOn, textOf } from '../dossiers/web/entry/testing.ts';
import { openContest, submittedDossier } from '../likenesses/testing.ts';
import { createMember } from '../people/index.ts';
import { done } from '../rounds/testing.ts';
import { councilApi } from './api/index.ts';
import { invariants, judgeByPid, judgesOf, listConflicts, seatsOf } from './queries/index.ts';
import { acceptedJudge, councilWith, invitedJudge, judgeToken, proposedJudge } from './testing.ts';
import { councilOffice } from './web/office/index.ts';

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
  readonly id: string;
  readonly base: string;
  /** The office pages and REST as somebody with a role meets them. */
  readonly as: (role: string, code: string) => Promise<Ask>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const edition = await openContest(cx);
    const { id } = await editionByPid(cx, edition);
    const as: Trial['as'] = async (role, code) => {
      const own = { ...(await someone(cx, role, code)), clock };
      const place = await placeAt(cx, code);
      return testDoors({
        cx: own,
        place,
        roles: [role],
        office: councilOffice,
        api: councilApi,
        files: cx.files,
      });
    };
    await work({ cx, clock, edition, id, base: `/vp/sonla/hoi-thi/${edition}`, as });
    await sound(cx.db, invariants);
  });

const form = (values: Record<string, string>) => posted(Object.entries(values));
const to = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const ok = async (answer: Promise<Response>): Promise<string> => {
  const got = await answer;
  const page = await got.text();
  assert.equal(got.status, 200, page.slice(0, 500));
  return textOf(page);
};
const bad = async (answer: Promise<Response>, status = 422): Promise<string> => {
  const got = await answer;
  const page = textOf(await got.text());
  assert.equal(got.status, status, page.slice(0, 500));
  return page;
};

async function conflicted(cx: Cx, edition: string): Promise<string> {
  const id = await submittedDossier(cx, { edition, text: 'x', title: 'Máy <b>bóc</b> lạc' });
  const details = JSON.stringify({ workplace: 'Sở Y tế, Sơn La' });
  await sql`update dossier_author set details = ${details}::jsonb where dossier_id = ${id}`.execute(
    cx.db,
  );
  return id;
}

describe('the office', () => {
  test(
    'finds somebody in the registry, proposes, sees the conflicts, and invites all the same',
    inTrial(async ({ cx, edition, id, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      assert.match(await ok(clerk(`${base}/giam-khao`)), /Chưa có giám khảo nào/);
      await conflicted(cx, edition);
      const member = await done(
        execute(cx, createMember, {
          organisation: 'sonla-y',
          full_name: 'Cà Thị Tình',
          workplace: 'Sở Y tế tỉnh Sơn La',
          degrees: 'TS',
          email: 'tinh@example.vn',
        }),
      );
      const add = `${base}/giam-khao/moi`;
      assert.match(await ok(clerk(`${add}?tim=khong+ai`)), /Không có ai tên như vậy/);
      const search = await (await clerk(`${add}?tim=ca+thi+tinh`)).text();
      assert.match(search, new RegExp(`${add}\\?nguoi=${member.pid}`));
      const chosen = await (await clerk(`${add}?nguoi=${member.pid}`)).text();
      assert.equal(fieldOf(chosen, 'name'), 'Cà Thị Tình');
      assert.equal(fieldOf(chosen, 'title'), 'TS');
      const sent = {
        name: 'Cà Thị Tình',
        unit: 'Sở Y tế tỉnh Sơn La',
        email: 'tinh@example.vn',
        'expertise.cntt': '1',
        max_load: '12',
      };
      const wrong = await bad(
        clerk(`${add}?nguoi=${member.pid}`, form({ ...sent, max_load: 'x' })),
      );
      assert.match(wrong, /Số hồ sơ nhận chấm/);
      const page = to(await clerk(`${add}?nguoi=${member.pid}`, form(sent)));
      const judge = (await judgesOf(cx, id))[0]!;
      assert.equal(page, `${base}/giam-khao/${judge.pid}?da-them=1`);
      assert.deepEqual([judge.expertise, judge.maxLoad], [['cntt'], 12]);
      const shown = await ok(clerk(page));
      assert.match(shown, /Đã thêm vào danh sách/);
      assert.match(shown, /Đơn vị của giám khảo “Sở Y tế tỉnh Sơn La” và của tác giả Lò Văn Bình/);
      const inviting = `${base}/giam-khao/${judge.pid}/moi`;
      assert.match(await ok(clerk(inviting)), /không được chấm 1 hồ sơ/);
      assert.match(await bad(clerk(inviting, form({}))), /Vẫn mời/);
      assert.equal((await judgeByPid(cx, judge.pid)).state, 'proposed');
      const invited = to(await clerk(inviting, form({ anyway: '1', words: 'Chấm 3 ngày' })));
      assert.match(await ok(clerk(invited)), /Đã gửi thư mời.*Chờ trả lời/);
      assert.match(await judgeToken(cx, 'tinh@example.vn'), /^[0-9a-f]{40}$/);
      const list = await ok(clerk(`${base}/giam-khao?q=tinh`));
      assert.match(list, /TS Cà Thị Tình/);
      assert.match(await ok(clerk(`${base}/giam-khao?q=khong`)), /Không có giám khảo nào khớp/);
    }),
  );

  test(
    'sets up a council, gives, changes and takes back seats, and is told what is missing',
    inTrial(async ({ cx, edition, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      const councils = `${base}/hoi-dong`;
      assert.match(await ok(clerk(councils)), /Chưa có hội đồng nào/);
      const [one, two] = [await acceptedJudge(cx, edition), await invitedJudge(cx, edition)];
      assert.match(await bad(clerk(`${councils}/moi`, form({ name: '' }))), /Tên hội đồng/);
      const made = to(
        await clerk(
          `${councils}/moi`,
          form({ name: 'Hội đồng CNTT', 'fields.cntt': '1', decided_on: '01/06/2026' }),
        ),
      );
      const page = made.split('?')[0]!;
      assert.match(await ok(clerk(made)), /Chưa có thành viên nào/);
      assert.match(await ok(clerk(councils)), /chưa có hội đồng chấm ở giai đoạn/);
      const edit = await (await clerk(`${page}/sua`)).text();
      assert.equal(fieldOf(edit, 'decided_on'), '01/06/2026');
      assert.match(edit, /name="fields\.cntt"[^>]*checked/);
      const give = (judge: string, role: string) =>
        clerk(`${page}/ghe`, form({ judge, role, votes: '1' }));
      to(await give(one.pid, 'chair'));
      assert.match(await bad(give(two.pid, 'chair')), /đã có chủ tịch là/);
      to(await give(two.pid, 'member'));
      const seats = await ok(clerk(page));
      assert.match(seats, /Chưa có thư ký/);
      assert.match(seats, /1 thành viên chưa nhận lời/);
      const change = `${page}/ghe?giam-khao=${two.pid}`;
      to(await clerk(change, form({ role: 'secretary' })));
      const seat = (await seatsOf(cx, [await councilId(cx, page)])).find(
        ({ judge }) => judge.pid === two.pid,
      )!;
      assert.deepEqual([seat.role, seat.votes], ['secretary', false]);
      const back = `${page}/ghe/${seat.pid}/bo`;
      assert.match(await ok(clerk(back)), /Bỏ ghế của/);
      to(await clerk(back, form({})));
      assert.match(await ok(clerk(`${page}/xoa`)), /Xóa Hội đồng CNTT\?/);
      assert.equal(to(await clerk(`${page}/xoa`, form({}))), `${councils}?da-xoa=1`);
    }),
  );

  test(
    'looks at conflicts, filters, decides with a reason; nothing typed is lost',
    inTrial(async ({ cx, edition, id, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      const list = `${base}/xung-dot`;
      assert.match(await ok(clerk(list)), /Chưa thấy quan hệ nào/);
      await conflicted(cx, edition);
      const judge = await proposedJudge(cx, edition, { name: 'Lê Sáu', unit: 'Sở Y tế, Sơn La' });
      const all = await (await clerk(list)).text();
      assert.match(all, /Máy &lt;b&gt;bóc&lt;\/b&gt; lạc/);
      assert.match(textOf(all), /1 quan hệ chờ xem xét, trong 1/);
      assert.match(await ok(clerk(`${list}?chac=trung-ten`)), /Không có quan hệ nào khớp/);
      assert.match(await ok(clerk(`${list}?loai=same_unit&giam-khao=${judge}`)), /Cùng đơn vị/);
      assert.equal(to(await clerk(`${list}/tim`, form({}))), `${list}?them=0&bot=0`);
      assert.match(await ok(clerk(`${list}?them=0&bot=0`)), /không có gì thay đổi/);
      const [row] = (await listConflicts(cx, id, { page: 1, size: 1 })).rows;
      const page = `${list}/${row!.pid}`;
      assert.match(await ok(clerk(page)), /Căn cứ/);
      assert.match(await bad(clerk(page, form({ reason: 'Khác' }))), /Kết luận/);
      assert.match(await bad(clerk(page, form({ answer: 'dismiss' }))), /Lý do/);
      const stale = form({ answer: 'dismiss', reason: 'Sở khác', version: '7' });
      assert.match(await bad(clerk(page, stale), 409), /Sở khác/);
      to(await clerk(page, form({ answer: 'dismiss', reason: 'Sở khác', version: '1' })));
      assert.match(await ok(clerk(`${page}?da-luu=1`)), /Bỏ qua: được chấm/);
      const added = form({ judge, dossier: row!.dossier.number!, kind: 'family', words: 'Em' });
      to(await clerk(`${list}/moi`, added));
      assert.match(await ok(clerk(list)), /Ban thư ký ghi: Em/);
    }),
  );

  test(
    'changes, ends and removes judges, and sends links again',
    inTrial(async ({ cx, edition, base, as }) => {
      const clerk = await as('clerk', 'sonla');
      const one = await acceptedJudge(cx, edition, { email: 'cu@example.vn' });
      const page = `${base}/giam-khao/${one.pid}`;
      const { name } = one.judge;
      const edited = form({ name, email: 'moi@example.vn', birth: '03/1970' });
      assert.equal(to(await clerk(`${page}/sua`, edited)), `${page}?da-doi-thu=1`);
      assert.match(await ok(clerk(`${page}/lien-ket`)), /moi@example.vn/);
      to(await clerk(`${page}/lien-ket`, form({})));
      assert.match(await judgeToken(cx, 'moi@example.vn'), /^[0-9a-f]{40}$/);
      assert.match(await bad(clerk(`${page}/ket-thuc`, form({}))), /Lý do/);
      to(await clerk(`${page}/ket-thuc`, form({ reason: 'Chuyển công tác' })));
      assert.match(await ok(clerk(page)), /Thôi tham gia.*Chuyển công tác/);
      const other = await proposedJudge(cx, edition);
      to(await clerk(`${base}/giam-khao/${other}/bo`, form({})));
      assert.equal((await clerk(`${base}/giam-khao/${other}`)).status, 404);
    }),
  );

  test(
    'is for its own union: an auditor reads only, another union finds nothing',
    inTrial(async ({ cx, edition, id, base, as }) => {
      await conflicted(cx, edition);
      const judge = await proposedJudge(cx, edition, { unit: 'Sở Y tế, Sơn La' });
      const { pid } = await councilWith(cx, edition);
      const [conflict] = (await listConflicts(cx, id, { page: 1, size: 1 })).rows;
      const pages = [
        'hoi-dong',
        `hoi-dong/${pid}`,
        'giam-khao',
        `giam-khao/${judge}`,
        'xung-dot',
        `xung-dot/${conflict!.pid}`,
      ];
      const forms = [
        'hoi-dong/moi',
        `hoi-dong/${pid}/sua`,
        `hoi-dong/${pid}/ghe`,
        `hoi-dong/${pid}/xoa`,
        'giam-khao/moi',
        `giam-khao/${judge}/sua`,
        `giam-khao/${judge}/moi`,
        'xung-dot/moi',
      ];
      const auditor = await as('auditor', 'sonla');
      const stranger = await as('clerk', 'laichau');
      for (const page of pages) {
        const text = await (await auditor(`${base}/${page}`)).text();
        assert.ok(!text.includes('<form action'), page);
        for (const act of forms) assert.ok(!text.includes(`href="${base}/${act}"`), act);
      }
      for (const page of forms) assert.equal((await auditor(`${base}/${page}`)).status, 403, page);
      const there = base.replace('sonla', 'laichau');
      for (const page of [...pages, ...forms])
        assert.equal((await stranger(`${there}/${page}`)).status, 404, page);
    }),
  );
});

async function councilId(cx: Cx, page: string): Promise<string> {
  const pid = page.split('/').at(-1)!;
  const rows = await sql<{ id: string }>`select id from council where pid = ${pid}`.execute(cx.db);
  return rows.rows[0]!.id;
}

describe('a judge by the link', () => {
  test(
    'reads the invitation, declares, accepts; nothing tells what matched',
    inTrial(async ({ cx, edition, id }) => {
      await conflicted(cx, edition);
      const one = await invitedJudge(cx, edition, { name: 'TS Lê Sáu' });
      await councilWith(cx, edition, { name: 'Hội đồng CNTT', judges: [one] });
      const site = await siteOn(cx);
      const home = `/giam-khao/${one.token}`;
      const first = await site.get(home);
      assert.equal(first.headers.get('cache-control'), 'private, no-store');
      assert.equal(first.headers.get('x-robots-tag'), 'noindex, nofollow');
      const page = await first.text();
      assert.match(textOf(page), /Kính gửi TS Lê Sáu.*Chủ tịch, Hội đồng CNTT.*Khai quan hệ/);
      assert.equal((await judgeByPid(cx, one.pid)).state, 'invited', 'looking changes nothing');
      const typed = { 'relations.1.name': 'Lò Văn Bình', 'relations.1.relation': '' };
      const wrong = await site.post(`${home}/tra-loi`, typed);
      assert.equal(wrong.status, 422);
      const again = await wrong.text();
      assert.equal(fieldOf(again, 'relations.1.name'), 'Lò Văn Bình');
      assert.match(again, /href="#[^"]*relations[^"]*1[^"]*relation/);
      const full = { ...typed, 'relations.1.relation': 'family', complete: '1' };
      const sent = { ...full, _key: fieldOf(again, '_key') };
      for (let turn = 0; turn < 2; turn += 1)
        assert.equal(to(await site.post(`${home}/tra-loi`, sent)), `${home}?da-nhan-loi=1`);
      const inside = textOf(await site.page(home));
      assert.match(inside, /Việc (cần làm|đã xong).*Chủ tịch, Hội đồng CNTT, có quyền biểu quyết/);
      const { rows } = await listConflicts(cx, id, { page: 1, size: 5 });
      assert.deepEqual(
        rows.map(({ kind }) => kind),
        ['declared'],
      );
      const relations = await site.page(`${home}/quan-he`);
      assert.match(textOf(relations), /Lò Văn Bình/);
      for (const text of [page, inside, relations])
        for (const secret of ['bóc', rows[0]!.dossier.number!, rows[0]!.dossier.pid])
          assert.ok(!text.includes(secret), secret);
      const out = /action="([^"]+\/rut)"/.exec(relations)![1]!;
      assert.equal(to(await site.post(out, {})), `${home}/quan-he?da-rut=1`);
      assert.equal((await listConflicts(cx, id, { page: 1, size: 5 })).total, 0);
      const empty = await site.post(`${home}/quan-he`, { relation: 'unit' });
      assert.equal(empty.status, 422);
      const unit = { relation: 'unit', unit: 'Sở Y tế, Sơn La' };
      to(await site.post(`${home}/quan-he`, unit));
      assert.equal((await listConflicts(cx, id, { page: 1, size: 5 })).total, 1);
    }),
  );

  test(
    'declines with a reason, may think again, and leaves later',
    inTrial(async ({ cx, edition }) => {
      const one = await invitedJudge(cx, edition);
      const site = await siteOn(cx);
      const home = `/giam-khao/${one.token}`;
      assert.equal((await site.post(`${home}/tu-choi`, { reason: ' ' })).status, 422);
      to(await site.post(`${home}/tu-choi`, { reason: 'Đi công tác' }));
      assert.match(textOf(await site.page(home)), /đã từ chối lời mời này/);
      to(await site.post(`${home}/tra-loi`, { complete: '1' }));
      assert.match(textOf(await site.page(`${home}/tu-choi`)), /Xin thôi làm giám khảo/);
      to(await site.post(`${home}/tu-choi`, { reason: 'Ốm' }));
      assert.equal((await judgeByPid(cx, one.pid)).reason, 'Ốm');
    }),
  );

  test(
    'an unknown secret is any missing page; a closed edition only shows',
    inTrial(async ({ cx, edition }) => {
      const one = await acceptedJudge(cx, edition, {}, [{ relation: 'unit', unit: 'Sở Y tế' }]);
      const site = await siteOn(cx);
      for (const rest of ['', '/quan-he', '/tu-choi'])
        assert.equal((await site.get(`/giam-khao/${'a'.repeat(40)}${rest}`)).status, 404);
      assert.equal((await site.post(`/giam-khao/${'a'.repeat(40)}/tra-loi`, {})).status, 404);
      const { version } = await editionByPid(cx, edition);
      await done(execute(cx, closeEdition, { pid: edition, version }));
      const home = `/giam-khao/${one.token}`;
      assert.match(textOf(await site.page(home)), /Lần tổ chức đã khép/);
      const relations = await site.page(`${home}/quan-he`);
      assert.ok(!relations.includes('/rut"'));
      assert.equal((await site.post(`${home}/tu-choi`, { reason: 'Ốm' })).status, 422);
    }),
  );
});

describe('REST', () => {
  test(
    'judges, councils, seats and conflicts, by the same commands',
    inTrial(async ({ cx, edition, as }) => {
      await conflicted(cx, edition);
      const clerk = await as('clerk', 'sonla');
      const send = async (method: string, path: string, body?: object) => {
        const answer = await clerk(`/api/v1${path}`, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await answer.text();
        return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
      };
      const proposed = await send('POST', `/editions/${edition}/judges`, {
        name: 'TS. Lê Sáu',
        unit: 'Sở Y tế, Sơn La',
        email: 'sau@example.vn',
        expertise: ['cntt'],
      });
      assert.equal(proposed.status, 201);
      const { pid } = proposed.body;
      assert.deepEqual([proposed.body.name, proposed.body.title], ['Lê Sáu', 'TS']);
      const refused = await send('POST', `/judges/${pid}/invite`, {});
      assert.equal(refused.status, 422);
      assert.match(JSON.stringify(refused.body), /judge_conflicted/);
      const invited = await send('POST', `/judges/${pid}/invite`, { anyway: true });
      assert.equal(invited.body.state, 'invited');
      assert.equal((await send('POST', `/judges/${pid}/link`)).status, 204);
      const changed = await send('PATCH', `/judges/${pid}`, { max_load: 5 });
      assert.deepEqual([changed.body.max_load, changed.body.unit], [5, 'Sở Y tế, Sơn La']);
      const list = await send('GET', `/editions/${edition}/judges?q=sau`);
      assert.deepEqual(
        [list.body.total, list.body.next, list.body.items[0].conflicted],
        [1, null, 1],
      );
      assert.equal((await send('GET', `/judges/${pid}/relations`)).body.total, 0);

      const made = await send('POST', `/editions/${edition}/councils`, { name: 'Hội đồng' });
      assert.equal(made.status, 201);
      const council = `/councils/${made.body.pid}`;
      const seated = await send('POST', `${council}/seats`, { judge: pid, role: 'chair' });
      assert.deepEqual([seated.body.seats[0].role, seated.body.seats[0].votes], ['chair', true]);
      assert.ok(seated.body.problems.some((one: { code: string }) => one.code === 'no_secretary'));
      assert.equal((await send('GET', `/editions/${edition}/councils`)).body.total, 1);
      assert.ok((await send('GET', `/editions/${edition}/council-problems`)).body.total > 0);
      const edited = await send('PATCH', council, { decision: '15/QĐ' });
      assert.equal(edited.body.decision, '15/QĐ');
      const seat = seated.body.seats[0].pid;
      assert.equal((await send('DELETE', `${council}/seats/${seat}`)).status, 204);
      assert.equal((await send('DELETE', `${council}/seats/${seat}`)).status, 404);
      assert.equal((await send('DELETE', council)).status, 204);

      const conflicts = await send(
        'GET',
        `/editions/${edition}/conflicts?kind=same_unit&sure=true`,
      );
      assert.equal(conflicts.body.total, 1);
      const [conflict] = conflicts.body.items;
      assert.match(conflict.evidence[0].text, /Sở Y tế, Sơn La/);
      const one = `/conflicts/${conflict.pid}`;
      assert.equal((await send('POST', `${one}/dismiss`, {})).status, 422);
      const dismissed = await send('POST', `${one}/dismiss`, { reason: 'Khác', version: 1 });
      assert.equal(dismissed.body.state, 'dismissed');
      assert.equal((await send('POST', `${one}/uphold`, {})).body.state, 'upheld');
      const again = await send('POST', `/editions/${edition}/conflicts/find`);
      assert.deepEqual(again.body, { added: 0, changed: 0, gone: 0 });
      const noted = { judge: pid, dossier: conflict.dossier.pid, kind: 'family', words: 'Em' };
      assert.equal((await send('POST', `/editions/${edition}/conflicts`, noted)).status, 201);
      const ended = await send('POST', `/judges/${pid}/end`, { reason: 'Ốm' });
      assert.equal(ended.body.state, 'ended');
      assert.equal((await send('DELETE', `/judges/${pid}`)).status, 422);
      assert.equal((await send('GET', `/editions/${edition}/conflicts?state=x`)).status, 422);

      const stranger = await as('clerk', 'laichau');
      for (const path of [`/judges/${pid}`, one, `/editions/${edition}/judges`])
        assert.equal((await stranger(`/api/v1${path}`)).status, 404, path);
    }),
  );
});
