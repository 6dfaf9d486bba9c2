import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { openedNow } from '../../platform/forms/opened.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import type { Env } from '../../platform/http/env.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { done, outbox } from '../rounds/testing.ts';
import { discussions } from './index.ts';
import { commentsOf, invariants, publicPoll } from './queries/index.ts';
import {
  approveComment,
  createPoll,
  openPollForVotes,
  setDiscussions,
  subjectFor,
} from './service/index.ts';
import { commented, poll, thing, typed } from './testing.ts';
import { discussionUnder } from './web/site/under.tsx';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
  setRootCode('vusta');
});
after(async () => {
  setRootCode(null);
  await database.close();
});

interface Trial {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly public: Ask;
  readonly as: (role: string, code?: string) => Promise<Ask>;
}

// The page of a thing: what a module that has things would put under them.
const thingPage = (app: Hono<Env>): void => {
  app.get('/bai/:slug', async (c) => {
    const pid = c.req.param('slug').split('-').at(-1)!;
    const ref = { kind: 'thing', pid };
    const { under } = await discussionUnder(c, ref, await subjectFor(c.var.cx, ref));
    return c.var.shell.portal(c, { title: 'Bài', body: under });
  });
};

const trial = (work: (on: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx: Cx = { ...cxOf(trx), clock };
    const doors = async (who: Cx, code: string, roles: readonly string[] = []) =>
      testDoors({
        cx: who,
        place: await placeAt(cx, code),
        roles,
        files: cx.files,
        office: discussions.office!,
        site: (app) => {
          discussions.site!(app);
          thingPage(app);
        },
        api: discussions.api!,
      });
    await work({
      cx,
      clock,
      public: await doors({ ...cx, actor: { kind: 'anonymous' } }, 'sonla'),
      as: async (role, code = 'sonla') => doors(await someone(cx, role, code), 'sonla', [role]),
    });
    await sound(cx.db, invariants);
  });

const page = async (ask: Ask, path: string, status = 200, cookie = ''): Promise<string> => {
  const answer = await ask(path, cookie === '' ? {} : { headers: { cookie } });
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return text;
};

const send = (ask: Ask, path: string, fields: Record<string, string | string[]>, cookie = '') => {
  const init = posted(
    Object.entries(fields).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
    ),
  );
  return ask(path, cookie === '' ? init : { ...init, headers: { cookie } });
};

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** The cookies that an answer sets, as a browser sends them back to a path. */
function cookiesFor(answer: Response, path: string): string {
  return answer.headers
    .getSetCookie()
    .filter((cookie) => {
      const at = /Path=([^;]+)/.exec(cookie)![1]!;
      return at === '/' || path === at || path.startsWith(`${at}/`);
    })
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const own = (subject: string) => `/sonla/binh-luan/thing/${subject}`;
const article = (subject: string) => `/sonla/bai/nha-say-${subject}`;

describe('comments', () => {
  test(
    'are written under an article, wait, and the page says what happens next',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const under = await page(on.public, article(subject));
      assert.match(under, /Quý vị có thể viết bình luận đầu tiên/);
      assert.match(under, /thường trong một ngày làm việc/);
      assert.ok(
        !under.includes('name="_key"'),
        'a page for everybody carries no key of one reader',
      );
      on.clock.move(20_000);
      const fields = { ...typed, luc: hidden(under, 'luc') };
      const answer = await send(on.public, own(subject), fields);
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get('location'), `${own(subject)}/da-gui`);
      assert.deepEqual(answer.headers.getSetCookie(), []);
      assert.match(
        await page(on.public, `${own(subject)}/da-gui`),
        /Đã nhận bình luận[\s\S]*sau khi được duyệt/,
      );
      await send(on.public, own(subject), fields);
      assert.equal((await all(on.cx.db, sql`select from comment`)).length, 1);
      const clerk = await on.as('clerk');
      const queue = await page(clerk, '/vp/sonla/binh-luan');
      assert.match(queue, /1 chờ duyệt/);
      assert.match(queue, /lần đầu của tên này \(1 điểm\)/);
      const pid = hidden(queue, 'pids') || /name="pids" value="([^"]+)"/.exec(queue)![1]!;
      const decided = await send(clerk, '/vp/sonla/binh-luan', { pids: pid, act: 'approve' });
      assert.equal(decided.headers.get('location'), '/vp/sonla/binh-luan?da-lam=approve%3A1');
      const shown = await page(on.public, article(subject));
      assert.match(shown, /1\u00a0bình luận/);
      assert.match(shown, /Lường Kim Oanh[\s\S]*Gia đình tôi/);
      assert.ok(!shown.includes(typed.email));
    }),
  );

  test(
    'that are refused come back as typed: too quick, too old, forged, too many, empty',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const under = await page(on.public, `${own(subject)}/viet`);
      const luc = hidden(under, 'luc');
      const attempt = async (fields: Record<string, string>) => {
        const answer = await send(on.public, own(subject), { ...typed, luc, ...fields });
        return { status: answer.status, text: await answer.text() };
      };
      const quick = await attempt({});
      assert.equal(quick.status, 422);
      assert.match(quick.text, /quá nhanh[\s\S]*Lớp đá bao nhiêu/);
      on.clock.move(20_000);
      for (const wrong of [
        '',
        'x',
        `${luc}x`,
        openedNow(on.cx, 'comment:thing:khac'),
        luc.replace(/^./, '0'),
      ])
        assert.match((await attempt({ luc: wrong })).text, /mở đã lâu[\s\S]*Lớp đá bao nhiêu/);
      assert.match((await attempt({ email: 'khong' })).text, /thiếu dấu @[\s\S]*Lớp đá bao nhiêu/);
      assert.match((await attempt({ body: ' ' })).text, /Chưa ghi nội dung/);
      for (let time = 0; time < 10; time += 1) await attempt({ body: `Lần ${time}` });
      const many = await attempt({ body: 'Một lần nữa' });
      assert.match(many.text, /nhiều lần trong một giờ[\s\S]*Một lần nữa/);
      on.clock.move(3 * 86_400_000);
      assert.match((await attempt({})).text, /mở đã lâu/);
      assert.equal((await all(on.cx.db, sql`select from comment`)).length, 6);
    }),
  );

  test(
    'with markup in name, text and address stay text',
    trial(async (on) => {
      const subject = await thing(on.cx, { title: '<script>alert(0)</script>' });
      const { pid } = await commented(on.cx, subject, {
        name: '"><img src=x onerror=alert(1)>',
        body: '<script>alert(2)</script>\njavascript:alert(3)\nhttps://a.example/"onclick="alert(4) https://b.example/<b>',
      });
      const queue = await page(await on.as('clerk'), '/vp/sonla/binh-luan');
      await done(execute(on.cx, approveComment, { pid }));
      const pages = [
        queue,
        await page(on.public, article(subject)),
        await page(on.public, own(subject)),
        await page(on.public, `${own(subject)}/tra-loi/${pid}`),
        await page(on.public, `/sonla/binh-luan/${pid}/bao-vi-pham`),
        await page(await on.as('clerk'), `/vp/sonla/binh-luan/${pid}`),
      ];
      for (const text of pages) {
        assert.ok(!/<script|<img|<b>|href="javascript|\sonclick="alert/i.test(text), text);
        assert.ok(text.includes('&lt;script&gt;'));
      }
      assert.match(
        pages[1]!,
        /<a href="https:\/\/a\.example\/" rel="nofollow ugc noopener noreferrer">/,
      );
    }),
  );

  test(
    'newest or most agreed by address; more than a few lead to their own page',
    trial(async (on) => {
      const subject = await thing(on.cx);
      for (let at = 1; at <= 26; at += 1) {
        const { pid } = await commented(on.cx, subject, {
          body: `Bình luận số ${at}`,
          name: `Người ${at}`,
        });
        await done(execute(on.cx, approveComment, { pid }));
        on.clock.move(1000);
      }
      await sql`update comment set likes = 3, likes_settled = 3 where body = 'Bình luận số 7'`.execute(
        on.cx.db,
      );
      const bodies = (text: string) =>
        [...text.matchAll(/Bình luận số (\d+)</g)].map((m) => Number(m[1]));
      assert.deepEqual(bodies(await page(on.public, article(subject))), [26, 25, 24, 23, 22]);
      const agreed = await page(on.public, `${article(subject)}?binh-luan=dong-tinh`);
      assert.deepEqual(bodies(agreed), [7, 26, 25, 24, 23]);
      assert.match(agreed, /Xem 21 bình luận còn lại/);
      assert.equal(bodies(await page(on.public, own(subject))).length, 20);
      assert.deepEqual(
        bodies(await page(on.public, `${own(subject)}?trang=2`)),
        [6, 5, 4, 3, 2, 1],
      );
      for (const odd of ['trang=0', 'trang=x', 'trang=999999', 'binh-luan=x'])
        await page(on.public, `${own(subject)}?${odd}`);
      await page(on.public, '/sonla/binh-luan/thing/0000000000000000', 404);
      await page(on.public, `/sonla/binh-luan/khac/${subject}`, 404);
    }),
  );

  test(
    'closed ones say why; without any there is nothing',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const { pid } = await commented(on.cx, subject);
      await done(execute(on.cx, approveComment, { pid }));
      await done(
        execute(on.cx, setDiscussions, { organisation: 'sonla', comments: 'off', promise_days: 2 }),
      );
      const text = await page(on.public, article(subject));
      assert.match(text, /Trang này không nhận bình luận/);
      assert.ok(!text.includes('<textarea') && !text.includes('/tra-loi/'));
      const bare = await page(on.public, article(await thing(on.cx)));
      assert.ok(!bare.includes('binh-luan'));
    }),
  );
});

describe('agreeing', () => {
  test(
    'is remembered by the browser on that page alone; mere readers get no cookie',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const { pid } = await commented(on.cx, subject);
      await done(execute(on.cx, approveComment, { pid }));
      const path = article(subject);
      const like = (act: string, cookie = '') =>
        send(on.public, `/sonla/binh-luan/${pid}/dong-tinh`, { act, ve: path }, cookie);
      const answer = await like('like');
      assert.equal(answer.headers.get('location'), `${path}#bl-${pid}`);
      const set = answer.headers.getSetCookie();
      assert.equal(set.length, 2);
      for (const cookie of set) assert.match(cookie, /HttpOnly; SameSite=Lax/);
      assert.deepEqual(
        set
          .filter((cookie) => cookie.includes('lientri.'))
          .map((cookie) => /Path=([^;]+)/.exec(cookie)![1]),
        [path],
      );
      assert.ok(
        !cookiesFor(answer, '/sonla').includes('lientri.'),
        'the rest of the site comes from the cache',
      );
      const cookie = cookiesFor(answer, path);
      assert.match(
        await page(on.public, path, 200, cookie),
        /aria-pressed="true"[\s\S]*Đã đồng tình \(1\)/,
      );
      // The mark alone shows nothing: such a page might be kept for everybody.
      const mark = cookie.split('; ').find((one) => one.startsWith('ban-doc='))!;
      assert.match(await page(on.public, path, 200, mark), /aria-pressed="false"/);
      const forged = `${mark.slice(0, -1)}${mark.endsWith('A') ? 'B' : 'A'}; lientri.rieng=1`;
      assert.match(await page(on.public, path, 200, forged), /aria-pressed="false"/);
      await like('like', cookie);
      assert.match(await page(on.public, path), /Đồng tình \(1\)/);
      await like('unlike', cookie);
      assert.ok(!(await page(on.public, path)).includes('Đồng tình (1)'));
      for (const ve of [
        '//evil.example/x',
        'https://evil.example',
        '/\\evil.example',
        'javascript:x',
      ]) {
        const back = await send(on.public, `/sonla/binh-luan/${pid}/dong-tinh`, {
          act: 'like',
          ve,
        });
        assert.ok(back.headers.get('location')!.startsWith('/sonla/bai/'), ve);
      }
    }),
  );

  test(
    'reporting asks why and tells what happens next',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const { pid } = await commented(on.cx, subject);
      await page(on.public, `/sonla/binh-luan/${pid}/bao-vi-pham`, 404);
      await done(execute(on.cx, approveComment, { pid }));
      const path = `/sonla/binh-luan/${pid}/bao-vi-pham`;
      const luc = hidden(await page(on.public, path), 'luc');
      on.clock.move(20_000);
      const empty = await send(on.public, path, { luc, note: 'Sai số liệu' });
      assert.equal(empty.status, 422);
      assert.match(await empty.text(), /Hãy chọn một mục[\s\S]*Sai số liệu/);
      const sent = await send(on.public, path, { luc, cause: 'false', note: 'Sai số liệu' });
      assert.match(await page(on.public, sent.headers.get('location')!), /Đã nhận báo vi phạm/);
      const clerk = await on.as('clerk');
      assert.match(await page(clerk, '/vp/sonla/binh-luan?xem=reported'), /1 báo vi phạm/);
      assert.match(await page(clerk, `/vp/sonla/binh-luan/${pid}`), /Sai sự thật: Sai số liệu/);
      assert.match(await page(on.public, article(subject)), /Lường Kim Oanh/);
    }),
  );
});

describe('the queue', () => {
  test(
    'decides on several at once, tells what stayed, keeps what was typed',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const pids: string[] = [];
      for (const name of ['Một', 'Hai', 'Ba'])
        pids.push((await commented(on.cx, subject, { name, body: `Của ${name}` })).pid);
      const clerk = await on.as('clerk');
      const path = '/vp/sonla/binh-luan';
      const all1 = await page(clerk, `${path}?chon=tat-ca`);
      assert.equal(all1.split(' checked').length - 1, 3);
      assert.match(
        await (await send(clerk, path, { act: 'approve' })).text(),
        /Chưa chọn bình luận nào/,
      );
      await done(execute(on.cx, approveComment, { pid: pids[0] }));
      const some = await send(clerk, path, { act: 'approve', pids: pids.slice(0, 2) });
      const told = await page(clerk, some.headers.get('location')!);
      assert.match(told, /Đã duyệt 1\u00a0bình luận\.[\s\S]*1\u00a0bình luận không đổi/);
      const bare = await send(clerk, `${path}?xem=published`, { act: 'hide', pids: pids[0]! });
      assert.equal(bare.status, 422);
      assert.match(
        await bare.text(),
        new RegExp(`Ghi lý do ẩn[\\s\\S]*value="${pids[0]}" checked`),
      );
      await send(clerk, `${path}?xem=published`, {
        act: 'hide',
        pids: pids[0]!,
        reason: 'Lộ số điện thoại',
      });
      assert.match(await page(clerk, `${path}?xem=hidden`), /Của Một[\s\S]*Lộ số điện thoại/);
      assert.match(await page(clerk, `${path}?xem=all&q=cua+ba`), /Của Ba/);
      assert.match(await page(clerk, `${path}?xem=all&q=khong-co`), /Không có bình luận nào khớp/);
      const auditor = await on.as('auditor');
      assert.ok(!(await page(auditor, path)).includes('name="pids"'));
      assert.equal((await send(auditor, path, { act: 'approve', pids: pids[2]! })).status, 403);
      await page(await on.as('clerk', 'laichau'), path, 404);
      const one = await send(clerk, `${path}/${pids[2]}/tra-loi`, {
        voice: 'office',
        body: 'Cảm ơn.',
      });
      assert.equal(one.status, 303);
      assert.match(await page(on.public, article(subject)), /Của Ba[\s\S]*Cơ quan[\s\S]*Cảm ơn\./);
      const book = await clerk(`${path}.xlsx`);
      assert.equal(book.status, 200);
      assert.ok((await book.arrayBuffer()).byteLength > 1000);
    }),
  );

  test(
    'is narrowed to one article and to one state, and stays so after a decision',
    trial(async (on) => {
      const [one, two] = [await thing(on.cx), await thing(on.cx, { title: 'Bài thứ hai' })];
      const { pid } = await commented(on.cx, one, { name: 'Một', body: 'Về bài thứ nhất' });
      await commented(on.cx, one, { name: 'Hai', body: 'Cũng về bài thứ nhất' });
      const other = await commented(on.cx, two, { name: 'Ba', body: 'Về bài kia' });
      await done(execute(on.cx, approveComment, { pid: other.pid }));
      const clerk = await on.as('clerk');
      const path = '/vp/sonla/binh-luan';
      assert.match(await page(clerk, path), new RegExp(`href="${path}\\?bai=${one}"`));
      const held = await page(clerk, `${path}?bai=${one}`);
      assert.match(held, /Một[\s\S]*Hai/);
      assert.match(held, /Bài: Nhà sấy năng lượng mặt trời/);
      const elsewhere = await page(clerk, `${path}?bai=${two}`);
      assert.ok(!elsewhere.includes('Về bài'), 'what waits of another article');
      assert.match(await page(clerk, `${path}?bai=${two}&xem=published`), /Về bài kia/);
      assert.match(await page(clerk, `${path}?bai=khong-co`), /Không có bình luận nào khớp/);
      const decided = await send(clerk, `${path}?bai=${one}`, { act: 'approve', pids: [pid] });
      const after = await page(clerk, decided.headers.get('location')!);
      assert.match(after, /Đã duyệt 1\u00a0bình luận/);
      assert.match(after, /Bài: Nhà sấy/);
      assert.ok(!after.includes('Về bài kia'));
    }),
  );

  test(
    'forgets who wrote once somebody confirms it',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const { pid } = await commented(on.cx, subject, { name: 'Quàng Thị Quên', body: 'Tôi thấy' });
      await done(execute(on.cx, approveComment, { pid }));
      const clerk = await on.as('clerk');
      const path = `/vp/sonla/binh-luan/${pid}`;
      assert.match(await page(clerk, path), /Người viết yêu cầu xóa thông tin/);
      const unsure = await send(clerk, `${path}/xoa-thong-tin`, { text: '1', version: '2' });
      assert.equal(unsure.status, 422);
      assert.match(await unsure.text(), /name="text"[^>]* checked[\s\S]*Đánh dấu vào ô xác nhận/);
      const stale = await send(clerk, `${path}/xoa-thong-tin`, { sure: '1', version: '1' });
      assert.equal(stale.status, 409);
      const gone = await send(clerk, `${path}/xoa-thong-tin`, {
        text: '1',
        sure: '1',
        version: '2',
      });
      assert.equal(gone.status, 303);
      assert.match(
        await page(clerk, gone.headers.get('location')!),
        /Đã xóa thông tin người viết ở 1\u00a0bình luận/,
      );
      const open = await page(on.public, article(subject));
      assert.match(open, /Bạn đọc[\s\S]*đã được xóa theo yêu cầu/);
      assert.ok(!open.includes('Quàng Thị Quên') && !open.includes('Tôi thấy'));
      const auditor = await on.as('auditor');
      assert.ok(!(await page(auditor, path)).includes('xoa-thong-tin'));
      const forbidden = await send(auditor, `${path}/xoa-thong-tin`, { sure: '1' });
      assert.equal(forbidden.status, 403);
    }),
  );

  test(
    'the settings of a site are set, refused, and not by everybody',
    trial(async (on) => {
      const path = '/vp/sonla/binh-luan/cach-nhan';
      const leader = await on.as('leader');
      const fresh = await page(leader, path);
      assert.equal(hidden(fresh, 'version'), '0');
      const fields = {
        comments: 'after',
        promise_days: '3',
        words: 'cờ bạc\nvay nóng',
        version: '0',
      };
      const bad = await send(leader, path, { ...fields, promise_days: 'x' });
      assert.match(await bad.text(), /không phải là số[\s\S]*cờ bạc/);
      assert.equal((await send(leader, path, fields)).status, 303);
      assert.equal((await send(leader, path, fields)).status, 409);
      assert.match(await page(leader, path), /cờ bạc\nvay nóng/);
      assert.equal((await send(await on.as('auditor'), path, fields)).status, 403);
    }),
  );
});

const opened = async (on: Trial, more: object = {}): Promise<string> => {
  const { pid } = await done(execute(on.cx, createPoll, { ...poll, ...more }));
  await done(execute(on.cx, openPollForVotes, { pid }));
  return pid;
};

describe('polls', () => {
  test(
    'ask, show how they stand after voting, and let the choice be changed',
    trial(async (on) => {
      const pid = await opened(on);
      const path = `/sonla/tham-do/${pid}`;
      const fresh = await page(on.public, path);
      assert.match(fresh, /Kết quả hiện sau khi quý vị bỏ phiếu/);
      assert.ok(!fresh.includes('poll-bars'));
      on.clock.move(20_000);
      const luc = hidden(fresh, 'luc');
      const none = await send(on.public, path, { luc });
      assert.equal(none.status, 422);
      assert.match(await none.text(), /Hãy chọn một phương án/);
      const voted = await send(on.public, path, { luc, choices: '2', ve: article('x') });
      assert.equal(voted.headers.get('location'), `${path}?da-ghi=moi#ket-qua`);
      const cookie = cookiesFor(voted, path);
      const result = await page(on.public, `${path}?da-ghi=moi`, 200, cookie);
      assert.match(
        result,
        /Đã ghi nhận phiếu[\s\S]*1\u00a0lượt[\s\S]*Quý vị đã chọn:[\s\S]*Lò than, củi/,
      );
      const change = await page(on.public, `${path}?doi=1`, 200, cookie);
      assert.match(change, /value="2" checked/);
      await send(on.public, path, { luc, choices: '1' }, cookie);
      const found = (await publicPoll(on.cx.db, pid))!;
      assert.deepEqual([found.voters, found.options.map(({ votes }) => votes)], [1, [1, 0, 0, 0]]);
      assert.ok(!(await page(on.public, path)).includes('poll-bars'));
      assert.match(await page(on.public, `${path}?da-ghi=moi`), /không giữ cookie/);
      assert.match(await page(on.public, '/sonla/tham-do'), /Gia đình quý vị[\s\S]*Đang mở/);
    }),
  );

  test(
    'count only so many from one place in a day, and say so',
    trial(async (on) => {
      const pid = await opened(on);
      const path = `/sonla/tham-do/${pid}`;
      const luc = hidden(await page(on.public, path), 'luc');
      on.clock.move(20_000);
      let last = '';
      for (let time = 0; time < 33; time += 1)
        last = await (await send(on.public, path, { luc, choices: '1' })).text();
      assert.match(last, /đã có nhiều phiếu trong hôm nay/);
      assert.equal((await publicPoll(on.cx.db, pid))!.voters, 30);
      assert.match(await page(on.public, path), /giảm chứ không ngăn hết/);
      on.clock.move(86_400_000);
      assert.equal((await send(on.public, path, { luc, choices: '1' })).status, 303);
    }),
  );

  test(
    'are made, opened, ended, deleted and restored in the office',
    trial(async (on) => {
      const clerk = await on.as('clerk');
      const path = '/vp/sonla/tham-do';
      assert.match(await page(clerk, path), /Chưa có cuộc thăm dò nào/);
      const { organisation: _, most, ...rest } = poll;
      const fields = { ...rest, most: String(most) };
      const bad = await send(clerk, `${path}/lap`, {
        ...fields,
        options: 'Một',
        closes_on: '31/02/2026',
      });
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), /không có ngày 31[\s\S]*/);
      const form = await page(clerk, `${path}/lap`);
      const made = await send(clerk, `${path}/lap`, { ...fields, _key: hidden(form, '_key') });
      const twice = await send(clerk, `${path}/lap`, { ...fields, _key: hidden(form, '_key') });
      assert.equal(twice.headers.get('location'), made.headers.get('location'));
      const own1 = made.headers.get('location')!.split('?')[0]!;
      const pid = own1.split('/').at(-1)!;
      await page(on.public, `/sonla/tham-do/${pid}`, 404);
      assert.equal((await send(clerk, `${own1}/mo`, { version: '1' })).status, 303);
      assert.match(await page(on.public, `/sonla/tham-do/${pid}`), /Phơi nắng/);
      assert.match(await page(clerk, own1), /Kết thúc cuộc thăm dò…/);
      assert.match(await page(clerk, `${own1}/ket-thuc`), /Không mở lại được/);
      const stale = await send(clerk, `${own1}/ket-thuc`, { version: '1' });
      assert.equal(stale.status, 422);
      await send(clerk, `${own1}/ket-thuc`, { version: '2' });
      assert.match(await page(on.public, `/sonla/tham-do/${pid}`), /Đã kết thúc[\s\S]*poll-bars/);
      const csv = await (await clerk(`${own1}/ket-qua.csv`)).text();
      assert.match(csv, /Phương án,Phiếu,Tỷ lệ \(%\)\r\nPhơi nắng,0,0/);
      assert.equal((await clerk(`${own1}/ket-qua.xlsx`)).status, 200);
      const gone = await send(clerk, `${own1}/xoa`, { version: '3' });
      assert.match(await page(clerk, gone.headers.get('location')!), /Đã xóa cuộc thăm dò/);
      await page(on.public, `/sonla/tham-do/${pid}`, 404);
      assert.equal((await send(clerk, `${own1}/khoi-phuc`, {})).status, 303);
      await page(on.public, `/sonla/tham-do/${pid}`);
      await page(await on.as('clerk', 'laichau'), own1, 404);
      const auditor = await on.as('auditor');
      assert.ok(!(await page(auditor, own1)).includes('/sua'));
      assert.equal((await send(auditor, `${path}/lap`, fields)).status, 403);
    }),
  );
});

describe('feedback and letters', () => {
  test(
    'feedback goes to the office and is answered there',
    trial(async (on) => {
      const path = '/sonla/gop-y';
      const form = await page(on.public, path);
      const sentFields = {
        name: 'Vì Văn Chung',
        email: 'chung@example.vn',
        topic: 'content',
        body: 'Số liệu ở bài Nhà sấy chưa đúng.',
        luc: hidden(form, 'luc'),
        _key: hidden(form, '_key'),
      };
      on.clock.move(20_000);
      const bad = await send(on.public, path, { ...sentFields, topic: '' });
      assert.match(await bad.text(), /Chưa chọn góp ý về[\s\S]*Số liệu ở bài/);
      const sent = await send(on.public, path, sentFields);
      assert.equal(sent.headers.get('location'), `${path}/da-gui`);
      await send(on.public, path, sentFields);
      const clerk = await on.as('clerk');
      const list = await page(clerk, '/vp/sonla/gop-y');
      assert.match(list, /1 góp ý chờ trả lời/);
      const one = /href="(\/vp\/sonla\/gop-y\/[0-9a-z]{16})"/.exec(list)![1]!;
      assert.match(await page(clerk, one), /chung@example\.vn/);
      const answered = await send(clerk, `${one}/tra-loi`, { answer: 'Đã sửa.', version: '1' });
      assert.equal(answered.status, 303);
      assert.deepEqual(
        (await outbox(on.cx)).map(({ to }) => to),
        ['chung@example.vn'],
      );
      const again = await send(clerk, `${one}/tra-loi`, { answer: 'Lần nữa', version: '2' });
      assert.equal(again.status, 422);
      assert.equal((await send(await on.as('auditor'), `${one}/dong`, {})).status, 403);
      await page(await on.as('clerk', 'laichau'), one, 404);
    }),
  );

  test(
    'an article is passed on, so often from one place',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const path = `/sonla/gui-thu/thing/${subject}`;
      const luc = hidden(await page(on.public, path), 'luc');
      on.clock.move(20_000);
      const to = (at: number) =>
        send(on.public, path, { luc, to: `ban${at}@example.vn`, name: 'Hoa' });
      for (let at = 0; at < 5; at += 1) assert.equal((await to(at)).status, 303);
      const more = await to(6);
      assert.match(await more.text(), /nhiều lần trong một giờ[\s\S]*ban6@example\.vn/);
      assert.equal((await outbox(on.cx)).length, 5);
      assert.equal(
        (await send(on.public, path, { luc, to: 'a@x.vn', name: 'x', website: 'y' })).status,
        422,
      );
    }),
  );

  test(
    'a letter is refused behind its link, also by a mail program',
    trial(async (on) => {
      const subject = await thing(on.cx);
      const path = `/sonla/gui-thu/thing/${subject}`;
      const luc = hidden(await page(on.public, path), 'luc');
      on.clock.move(20_000);
      await send(on.public, path, { luc, to: 'ban@example.vn', name: 'Hoa' });
      const link = /\/thu\/bai\/[0-9a-f]{40}/.exec((await outbox(on.cx))[0]!.text)![0];
      const app = new Hono<Env>();
      app.use(async (c, next) => {
        c.set('cx', { ...on.cx, actor: { kind: 'anonymous' } });
        c.set('shell', {
          plain: (inner, { body }) => inner.html(String(body)),
          office: () => assert.fail(),
          portal: () => assert.fail(),
        });
        await next();
      });
      discussions.web!(app);
      const web = (address: string, init?: RequestInit) => app.request(address, init);
      assert.match(await (await web(link)).text(), /Không nhận nữa/);
      assert.deepEqual(await all(on.cx.db, sql`select from passed_refusal`), []);
      const pressed = await web(link, posted([['List-Unsubscribe', 'One-Click']]));
      assert.equal(pressed.status, 200);
      assert.match(await (await web(link)).text(), /Đã từ chối/);
    }),
  );
});

test('a list of comments costs the same however long it is', async () => {
  await withRollback(database, async (trx) => {
    const cx: Cx = { ...cxOf(trx), clock: testClock() };
    const subject = await thing(cx);
    const read = () =>
      commentsOf(cx.db, { kind: 'thing', pid: subject }, { order: 'newest', page: 1, size: 50 });
    const queriesWith = async (many: number): Promise<number> => {
      for (let at = (await read()).comments; at < many; at += 1) {
        const { pid } = await commented(cx, subject, { body: `Số ${at}` });
        await done(execute(cx, approveComment, { pid }));
      }
      const { result, count } = await countQueries(read);
      assert.equal(result.comments, many);
      return count;
    };
    const one = await queriesWith(1);
    assert.ok(one > 0);
    assert.equal(await queriesWith(12), one);
  });
});
