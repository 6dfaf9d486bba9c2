import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { roundsApi } from './api/index.ts';
import { roundByPid } from './queries/index.ts';
import { moveObligation } from './service/index.ts';
import { again, opened, outbox, owed, reader, year2025, yearTemplate } from './testing.ts';
import { roundOffice } from './web/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
  /** The same product as somebody else meets it. */
  readonly as: (role: string, code: string) => Promise<Ask>;
}

const inOffice =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const as = async (who: string, at: string): Promise<Ask> => {
        const cx = await someone(cxOf(trx), who, at);
        const place = await placeAt(cx, at);
        return testDoors({ cx, place, roles: [who], office: roundOffice, api: roundsApi });
      };
      await work({ cx: cxOf(trx), ask: await as(role, code), as });
    });

const base = '/vp/vusta/bao-cao/dot';
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const to = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const form = (values: Record<string, string>) => posted(Object.entries(values));
const json = async (answer: Promise<Response>, status = 200) => {
  const got = await answer;
  assert.equal(got.status, status, await got.clone().text());
  return got.json() as Promise<Record<string, never>>;
};

describe('a round in the browser', () => {
  test(
    'template, form with what is wrong, draft, opened, all asked',
    inOffice('national', 'vusta', async ({ cx, ask }) => {
      assert.match(await text(ask(base)), /Chưa có đợt báo cáo nào/);
      assert.match(await text(ask(`${base}/moi`)), /Chọn mẫu báo cáo/);
      const template = await yearTemplate(cx);
      const address = `${base}/moi?mau=${template}`;
      const page = await text(ask(address));
      assert.match(page, /Liên hiệp hội tỉnh, thành phố \(2\)/);
      assert.match(page, /<option value="2025"/);
      const typed = { template, period: '2025', opens_on: '12/05/2026', words: 'Viết ngắn' };
      const bad = await ask(address, form({ ...typed, due_on: '11/05/2026' }));
      assert.equal(bad.status, 422);
      const again = await text(bad);
      assert.match(again, /Hạn nộp phải từ ngày mở đợt trở đi/);
      assert.match(again, /Chọn ít nhất một loại đơn vị/);
      assert.match(again, /Viết ngắn/);
      const right = { ...typed, asked: 'provincial_union', due_on: '15/06/2026', cascades: '1' };
      const draft = to(await ask(address, form(right)));
      assert.match(await text(ask(draft)), /Bản nháp/);
      const pid = /dot\/(\w+)/.exec(draft)?.[1] ?? '';
      assert.match(await text(ask(`${base}/${pid}/mo`)), /yêu cầu 2 đơn vị nộp báo cáo/);
      const round = to(await ask(`${base}/${pid}/mo`, form({ version: '1' })));
      const overview = await text(ask(round));
      assert.match(overview, /0\/2/);
      assert.match(overview, /2 chưa nộp, còn hạn/);
      assert.match(overview, /Liên hiệp hội tỉnh Sơn La<\/a>/);
      assert.equal((await roundByPid(cx, pid)).words, 'Viết ngắn');
    }),
  );

  test(
    'filters open from the bar; chosen ones are given more time',
    inOffice('leader', 'vusta', async ({ cx, ask }) => {
      const pid = await opened(cx);
      const own = await owed(cx, pid, 'sonla');
      await moveObligation(cx, own, 'checked');
      const sent = await text(ask(`${base}/${pid}?tinh-trang=checked`));
      assert.match(sent, /Sơn La<\/a>/);
      assert.doesNotMatch(sent, /Lai Châu<\/a>/);
      assert.match(await text(ask(`${base}/${pid}?q=lai+chau`)), /Lai Châu<\/a>/);
      const none = await ask(`${base}/${pid}/gia-han`);
      assert.equal(none.status, 422);
      assert.match(await text(none), /Đánh dấu ít nhất một đơn vị/);
      const late = await owed(cx, pid, 'laichau');
      const more = { chon: late.pid, due_on: '30/06/2026', reason: 'Mưa lũ' };
      const early = await ask(`${base}/${pid}/gia-han`, form({ ...more, due_on: '01/06/2026' }));
      assert.match(await text(early), /Hạn mới phải sau ngày ấy/);
      to(await ask(`${base}/${pid}/gia-han`, form(more)));
      assert.equal((await again(cx, late)).dueOn, '2026-06-30');
      const page = await text(ask(`${base}/${pid}/don-vi/${late.pid}`));
      assert.match(page, /Đã gia hạn: Mưa lũ/);
    }),
  );

  test(
    'an edit over a newer version comes back with what was typed',
    inOffice('national', 'vusta', async ({ cx, ask }) => {
      const pid = await opened(cx);
      const edit = `${base}/${pid}/sua`;
      assert.match(await text(ask(edit)), /chỉ sửa được hạn nộp và lời dặn/);
      const old = await ask(edit, form({ version: '1', due_on: '20/06/2026', words: 'Gấp' }));
      assert.equal(old.status, 422);
      assert.match(await text(old), /người khác đã lưu bản mới[\s\S]*Gấp/);
      to(await ask(edit, form({ version: '2', due_on: '20/06/2026', words: 'Gấp' })));
      assert.equal((await roundByPid(cx, pid)).dueOn, '2026-06-20');
    }),
  );

  test(
    'who is overdue for more than eight weeks is told, and written to again with one press',
    inOffice('national', 'vusta', async ({ cx, ask, as }) => {
      await reader(cx, 'clerk', 'sonla', 'vanthu@sonla.example');
      await reader(cx, 'clerk', 'laichau', 'vanthu@laichau.example');
      const pid = await opened(cx, { asked: ['provincial_union'] });
      const move = (code: string, days: number) =>
        sql`update report_obligation b set due_on = ${cx.clock.today()}::date - ${days}::integer
          from organisation o where o.id = b.organisation_id and o.code = ${code}`.execute(cx.db);
      await move('sonla', 56);
      assert.doesNotMatch(await text(ask(`${base}/${pid}`)), /không còn tự nhắc/);
      await move('sonla', 57);
      const page = await text(ask(`${base}/${pid}`));
      assert.match(page, /1 đơn vị quá hạn hơn 8 tuần, phần mềm không còn tự nhắc/);
      assert.match(page, /Sơn La: hạn 16\/03\/2026, chưa có thư nhắc nào/);
      const told = to(await ask(`${base}/${pid}/nhac`, form({ nhom: 'im-lang', version: '1' })));
      const after = await text(ask(told));
      assert.match(after, /Đã gửi 1 thư nhắc về 1 báo cáo/);
      assert.match(after, /thư nhắc gần nhất 12\/05\/2026/);
      assert.match(after, /Hôm nay đã gửi thư nhắc/);
      assert.deepEqual(
        (await outbox(cx)).map((letter) => letter.to),
        ['vanthu@sonla.example'],
      );
      const officer = await as('officer', 'vusta');
      assert.doesNotMatch(await text(officer(`${base}/${pid}`)), /không còn tự nhắc/);
      await sql`update report_obligation set due_on = ${cx.clock.today()}`.execute(cx.db);
      // Nobody is left: the same press writes to nobody else.
      to(await ask(`${base}/${pid}/nhac`, form({ nhom: 'im-lang', version: '1' })));
      assert.equal((await outbox(cx)).length, 1);
    }),
  );

  test(
    'one more, one less, reminded, closed, opened again',
    inOffice('national', 'vusta', async ({ cx, ask }) => {
      await reader(cx, 'clerk', 'sonla', 'vanthu@sonla.example');
      const pid = await opened(cx, { asked: ['provincial_union'] });
      const late = await owed(cx, pid, 'laichau');
      const drop = `${base}/${pid}/don-vi/${late.pid}/bo`;
      assert.equal((await ask(drop, form({ reason: '' }))).status, 422);
      to(await ask(drop, form({ reason: 'Đang sáp nhập' })));
      assert.match(await text(ask(`${base}/${pid}/them`)), /<option value="laichau"/);
      to(await ask(`${base}/${pid}/them`, form({ organisation: 'laichau', reason: 'Nhầm' })));
      assert.match(await text(ask(`${base}/${pid}/nhac`)), /Gửi thư nhắc 2 đơn vị/);
      const told = to(await ask(`${base}/${pid}/nhac`, form({ version: '2' })));
      assert.match(await text(ask(told)), /Đã gửi 1 thư nhắc về 1 báo cáo/);
      assert.match(await text(ask(`${base}/${pid}/dong`)), /2 đơn vị chưa nộp/);
      to(await ask(`${base}/${pid}/dong`, form({ version: '2' })));
      assert.match(await text(ask(`${base}/${pid}`)), /Đã đóng/);
      to(await ask(`${base}/${pid}/mo-lai`, form({ version: '3' })));
      assert.equal((await roundByPid(cx, pid)).state, 'open');
    }),
  );

  test(
    'a draft is deleted and taken back',
    inOffice('national', 'vusta', async ({ cx, ask }) => {
      const template = await yearTemplate(cx);
      const typed = { template, period: '2025', opens_on: '12/05/2026', due_on: '15/06/2026' };
      const sent = form({ ...typed, asked: 'provincial_union' });
      const pid = /dot\/(\w+)/.exec(to(await ask(`${base}/moi?mau=${template}`, sent)))?.[1] ?? '';
      const list = to(await ask(`${base}/${pid}/xoa`, form({ version: '1' })));
      assert.match(await text(ask(list)), /Đã xóa bản nháp/);
      assert.match(await text(ask(`${base}/${pid}`)), /Khôi phục/);
      to(await ask(`${base}/${pid}/khoi-phuc`, form({})));
      assert.match(await text(ask(`${base}/${pid}`)), /Bản nháp/);
    }),
  );
});

describe('whoever owes', () => {
  test(
    'sees what is due, asks those below, and not what is of others',
    inOffice('clerk', 'sonla', async ({ cx, ask, as }) => {
      const pid = await opened(cx, { due_on: '2026-05-14' });
      const own = await owed(cx, pid, 'sonla');
      const list = await text(ask('/vp/sonla/bao-cao/dot'));
      assert.match(list, /1 báo cáo phải nộp/);
      assert.match(list, /Trong bảy ngày[\s\S]*còn 2 ngày/);
      const page = await text(ask(`/vp/sonla/bao-cao/dot/${pid}`));
      assert.match(page, new RegExp(`/vp/sonla/bao-cao/phieu/${own.pid}`));
      assert.doesNotMatch(page, /Lai Châu/);
      const give = `/vp/sonla/bao-cao/dot/${pid}/don-vi/${own.pid}/giao`;
      assert.match(await text(ask(give)), /Hội thành viên \(2\)/);
      assert.equal((await ask(give, form({ due_on: '14/05/2026' }))).status, 422);
      to(await ask(give, form({ kinds: 'member_association', due_on: '13/05/2026' })));
      assert.match(await text(ask(`/vp/sonla/bao-cao/dot/${pid}`)), /0\/2/);
      assert.equal((await ask(`/vp/sonla/bao-cao/dot/${pid}/dong`)).status, 403);
      assert.equal((await ask(`/vp/sonla/bao-cao/dot/${pid}/gia-han?chon=${own.pid}`)).status, 403);
      const association = await as('officer', 'sonla-y');
      const theirs = await text(association(`/vp/sonla-y/bao-cao/dot/${pid}`));
      assert.match(theirs, /Hạn nộp/);
      assert.doesNotMatch(theirs, /Hội Khoa học đất/);
      const other = await as('clerk', 'laichau');
      assert.equal((await other(`/vp/laichau/bao-cao/dot/${pid}/don-vi/${own.pid}`)).status, 404);
    }),
  );
});

describe('over REST', () => {
  test(
    'a round is made, changed, opened, watched, extended, asked below, closed',
    inOffice('national', 'vusta', async ({ cx, ask }) => {
      const api = '/api/v1/report-rounds';
      const made = await json(ask(api, sentJson('POST', await year2025(cx))), 201);
      assert.equal(made.state, 'draft');
      const pid: string = made.pid ?? '';
      const changed = await json(
        ask(`${api}/${pid}`, sentJson('PATCH', { due_on: '2026-06-20', version: 1 })),
      );
      assert.equal(changed.due_on, '2026-06-20');
      assert.equal((await json(ask(`${api}/${pid}/open`, sentJson('POST')))).state, 'open');
      const list = await json(ask(`${api}/${pid}/obligations?timeliness=not_yet`));
      assert.equal(list.total, 2);
      const own = await owed(cx, pid, 'sonla');
      const path = `/api/v1/report-obligations/${own.pid}`;
      const more = { due_on: '2026-06-30', reason: 'Mưa lũ' };
      const extended = await json(ask(`${path}/extend`, sentJson('POST', more)));
      assert.equal(extended.extended_reason, 'Mưa lũ');
      const below = { kinds: ['member_association'] };
      assert.equal((await json(ask(`${path}/ask-below`, sentJson('POST', below)))).asked, 2);
      const children = await json(ask(`${api}/${pid}/obligations?collector=${own.pid}`));
      assert.equal(children.total, 2);
      const counts = await json(ask(`${api}/${pid}/completeness`));
      assert.deepEqual(counts.timeliness, { on_time: 0, late: 0, not_yet: 2, overdue: 0 });
      const late = await owed(cx, pid, 'laichau');
      const other = await opened(cx);
      const wrong = { obligations: [late.pid], ...more };
      assert.equal((await ask(`${api}/${other}/extend`, sentJson('POST', wrong))).status, 404);
      const dropped = `/api/v1/report-obligations/${late.pid}/drop`;
      assert.equal((await ask(dropped, sentJson('POST', { reason: 'Nhầm' }))).status, 204);
      assert.equal((await json(ask(`${api}?organisation=vusta`))).total, 2);
      assert.equal((await json(ask(`${api}/${pid}/close`, sentJson('POST')))).state, 'closed');
      assert.equal((await ask(`${api}/${pid}`, { method: 'DELETE' })).status, 422);
    }),
  );
});
