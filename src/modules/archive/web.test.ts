import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { outbox, reader } from '../rounds/testing.ts';
import { archive } from './index.ts';
import { invariants, listRequests } from './queries/index.ts';
import { forgetSenders, refreshEdition } from './service/index.ts';
import { entered, openContest } from './testing.ts';

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
  readonly root: Ask;
  /** Doors of somebody with a role at the office of Sơn La. */
  readonly as: (role: string, code?: string) => Promise<Ask>;
}

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
        ...(archive.office ? { office: archive.office } : {}),
        ...(archive.site ? { site: archive.site } : {}),
        ...(archive.api ? { api: archive.api } : {}),
      });
    const nobody: Cx = { ...cx, actor: { kind: 'anonymous' } };
    await work({
      cx,
      clock,
      public: await doors(nobody, 'sonla'),
      root: await doors(nobody, 'vusta'),
      as: async (role, code = 'sonla') => doors(await someone(cx, role, code), 'sonla', [role]),
    });
    await sound(cx.db, invariants);
  });

const page = async (ask: Ask, path: string, status = 200): Promise<string> => {
  const answer = await ask(path);
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return text;
};

const grown = { name: 'Hà Minh', birth: '1980', details: { phone: '0912345678' } };

/** A closed contest of a union with public solutions; gives their public ids. */
async function solutions(cx: Cx, titles: readonly string[], organisation = 'sonla') {
  const edition = await openContest(cx, organisation);
  const pids = [];
  for (const [at, title] of titles.entries()) {
    const award = at % 2 === 0 ? { award: 'Giải Nhất' } : {};
    pids.push((await entered(cx, edition, { title, authors: [grown], ...award })).pid);
  }
  await edition.close();
  await refreshEdition(cx, edition.id);
  return { edition, pids };
}

const base = '/sonla/kho-giai-phap';

describe('the archive', () => {
  test(
    'is searched without dấu and narrowed; a union shows its own, the root everybody’s',
    trial(async (on) => {
      const { edition } = await solutions(on.cx, ['Máy gieo hạt', 'Máy tách hạt ngô', 'Ủ phân']);
      await solutions(on.cx, ['Thuyền năng lượng mặt trời'], 'laichau');
      const titles = async (ask: Ask, path: string) =>
        [...(await page(ask, path)).matchAll(/entry-title"><a [^>]*>([^<]*)</g)].map((m) => m[1]);
      assert.deepEqual((await titles(on.public, base)).toSorted(), [
        'Máy gieo hạt',
        'Máy tách hạt ngô',
        'Ủ phân',
      ]);
      assert.equal((await titles(on.root, '/vusta/kho-giai-phap')).length, 4);
      assert.deepEqual(await titles(on.public, `${base}?q=MAY+tach`), ['Máy tách hạt ngô']);
      assert.deepEqual(await titles(on.public, `${base}?q=${encodeURIComponent('Hà Minh phân')}`), [
        'Ủ phân',
      ]);
      assert.equal((await titles(on.public, `${base}?giai=nhat`)).length, 2);
      assert.equal((await titles(on.public, `${base}?lan=${edition.pid}&nam=2026`)).length, 3);
      assert.equal((await titles(on.root, '/vusta/kho-giai-phap?lien-hiep-hoi=laichau')).length, 1);
      const none = await page(on.public, `${base}?nam=1999&q=abc`);
      assert.match(none, /Không có giải pháp nào khớp/);
      for (const odd of [
        'nam=x',
        'trang=0',
        'trang=99999',
        'q=%25_',

        'lan=x',
        'linh-vuc=',
      ])
        await page(on.public, `${base}?${odd}`);
    }),
  );

  test(
    'says kindly that it is empty; what is not there is 404',
    trial(async (on) => {
      assert.match(await page(on.public, base), /Kho chưa có giải pháp nào/);
      await page(on.public, `${base}/0000000000000000`, 404);
      await page(on.public, `${base}/0000000000000000/lien-he`, 404);
      assert.match(await page(on.public, `${base}/nguon-tin`), /<feed/);
      const other = await solutions(on.cx, ['Thuyền'], 'laichau');
      await page(on.public, `${base}/${other.pids[0]}`, 404);
      await page(on.root, `/vusta/kho-giai-phap/${other.pids[0]}`);
    }),
  );

  test(
    'markup in a title stays text, on the page and in the feed',
    trial(async (on) => {
      const { pids } = await solutions(on.cx, ['<script>alert(1)</script> & "máy"\u0001']);
      for (const path of [base, `${base}/${pids[0]}`, `${base}/nguon-tin`]) {
        const text = await page(on.public, path);
        assert.ok(!text.includes('<script>alert'), path);
        assert.ok(text.includes('&lt;script&gt;'), path);
      }
      assert.ok(!(await page(on.public, `${base}/nguon-tin`)).includes('\u0001'));
    }),
  );
});

describe('asking for a transfer', () => {
  const form = async (on: Trial, pid: string) => {
    const text = await page(on.public, `${base}/${pid}/lien-he`);
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    return { text, _key: hidden('_key'), luc: hidden('luc') };
  };
  const send = (on: Trial, pid: string, fields: Record<string, string>) =>
    on.public(`${base}/${pid}/lien-he`, posted(Object.entries(fields)));
  const typed = { name: 'Trần B, Hợp tác xã', contact: 'b@demo.example', message: 'Muốn dùng thử' };

  test(
    'is kept and told to the office, once, without anything of the authors',
    trial(async (on) => {
      const { pids } = await solutions(on.cx, ['Máy gieo hạt']);
      const pid = pids[0]!;
      await reader(on.cx, 'clerk', 'sonla', 'clerk@sonla.example');
      await reader(on.cx, 'auditor', 'sonla', 'auditor@sonla.example');
      const { text, ...hidden } = await form(on, pid);
      assert.ok(!text.includes('0912345678'));
      on.clock.move(20_000);
      for (let time = 0; time < 2; time += 1) {
        const answer = await send(on, pid, { ...typed, ...hidden });
        assert.equal(answer.headers.get('location'), `${base}/${pid}/da-gui`);
      }
      const letters = await outbox(on.cx);
      assert.deepEqual(
        letters.map(({ to }) => to),
        ['clerk@sonla.example'],
      );
      assert.match(letters[0]!.text, /Trần B, Hợp tác xã[\s\S]*b@demo.example[\s\S]*Muốn dùng thử/);
      assert.ok(!letters[0]!.text.includes('0912345678'));
      const { rows } = await listRequests(on.cx, {
        organisation: null,
        state: null,
        page: 1,
        size: 9,
      });
      assert.deepEqual(
        rows.map(({ title, state }) => [title, state]),
        [['Máy gieo hạt', 'new']],
      );
    }),
  );

  test(
    'what a machine sends is not kept; what is wrong comes back as typed',
    trial(async (on) => {
      const pid = (await solutions(on.cx, ['Máy gieo hạt'])).pids[0]!;
      const { text: _, ...hidden } = await form(on, pid);
      const quick = await send(on, pid, { ...typed, ...hidden });
      assert.equal(quick.status, 422);
      assert.match(await quick.text(), /quá nhanh[\s\S]*Muốn dùng thử/);
      on.clock.move(20_000);
      const trapped = await send(on, pid, { ...typed, ...hidden, website: 'http://x' });
      assert.equal(trapped.status, 302 + 1);
      const empty = await send(on, pid, { ...typed, ...hidden, contact: ' ' });
      assert.equal(empty.status, 422);
      assert.match(await empty.text(), /Muốn dùng thử/);
      const stale = await send(on, pid, { ...typed, ...hidden, luc: '5' });
      assert.equal(stale.status, 422);
      assert.equal((await outbox(on.cx)).length, 0);
      assert.deepEqual(await all(on.cx.db, sql`select id from transfer_request`), []);
    }),
  );

  test(
    'nobody asks more than five times an hour; from where is forgotten after a day',
    trial(async (on) => {
      const pid = (await solutions(on.cx, ['Máy gieo hạt'])).pids[0]!;
      const luc = String(on.clock.now().getTime());
      on.clock.move(20_000);
      const statuses = [];
      for (let time = 0; time < 6; time += 1)
        statuses.push((await send(on, pid, { ...typed, luc, _key: `${time}` })).status);
      assert.deepEqual(statuses, [303, 303, 303, 303, 303, 422]);
      on.clock.move(2 * 86_400_000);
      await forgetSenders(on.cx);
      assert.deepEqual(
        await all(on.cx.db, sql`select id from transfer_request where sender is not null`),
        [],
      );
    }),
  );

  test(
    'the office answers; others do not see who asked',
    trial(async (on) => {
      const pid = (await solutions(on.cx, ['Máy gieo hạt'])).pids[0]!;
      const luc = String(on.clock.now().getTime());
      on.clock.move(20_000);
      await send(on, pid, { ...typed, luc });
      const clerk = await on.as('clerk');
      const list = '/vp/sonla/hoi-thi/chuyen-giao';
      assert.match(await page(clerk, list), /1 yêu cầu chờ trả lời[\s\S]*Trần B/);
      const { rows } = await listRequests(on.cx, {
        organisation: null,
        state: null,
        page: 1,
        size: 9,
      });
      const request = rows[0]!;
      const mark = (ask: Ask, fields: Record<string, string>) =>
        ask(`${list}/${request.pid}`, posted(Object.entries(fields)));
      const auditor = await on.as('auditor');
      assert.ok(!(await page(auditor, list)).includes('<textarea'));
      assert.equal((await mark(auditor, { state: 'answered' })).status, 403);
      const done = await mark(clerk, { state: 'answered', note: 'Đã gọi', version: '1' });
      assert.equal(done.status, 303);
      assert.match(await page(clerk, `${list}?tinh-trang=answered`), /Đã gọi/);
      assert.equal((await mark(clerk, { state: 'answered', version: '1' })).status, 409);
      await page(await on.as('clerk', 'laichau'), list, 404);
      const rest = await clerk('/api/v1/transfer-requests?state=answered');
      assert.equal(((await rest.json()) as { total: number }).total, 1);
      const again = await clerk(
        `/api/v1/transfer-requests/${request.pid}`,
        sentJson('PATCH', { state: 'new', version: 2 }),
      );
      assert.equal(((await again.json()) as { state: string }).state, 'new');
    }),
  );
});

describe('bringing a past edition in', () => {
  const path = '/vp/sonla/hoi-thi/nhap-lan-truoc';
  const file = (text: string, name = 'lan-7.csv') => posted([['file', new File([text], name)]]);
  const good = 'Hội thi lần thứ VII năm 2019;\nGiải;Số lượng\nNhất;6\nNhì;12\nTổng;19';

  test(
    'in the browser: read, shown, confirmed, told, taken back',
    trial(async (on) => {
      const clerk = await on.as('clerk');
      assert.match(await page(clerk, path), /type="file"/);
      const read = await (await clerk(path, file(good))).text();
      assert.match(read, /Hội thi lần thứ VII năm 2019/);
      assert.match(read, /1 chỗ mâu thuẫn[\s\S]*Ghi tổng số giải là 19/);
      assert.match(read, /Sẽ lập một lần tổ chức mới/);
      assert.deepEqual(await all(on.cx.db, sql`select id from edition`), []);
      const hidden = (name: string) =>
        new RegExp(`name="${name}" value="([^"]*)"`).exec(read)?.[1] ?? '';
      const confirm = posted([
        ['file', hidden('file')],
        ['_key', hidden('_key')],
      ]);
      const done = await clerk(`${path}/ghi`, confirm);
      const to = done.headers.get('location') ?? '';
      assert.match(to, /\?da-nhap=added$/);
      assert.match(await page(clerk, to), /Đã nhập lần tổ chức/);
      assert.match(await page(clerk, path), /Hội thi lần thứ VII/);
      const own = to.split('?')[0]!;
      assert.match(await page(clerk, `${own}/hoan-tac`), /Bỏ “Hội thi lần thứ VII/);
      const gone = await clerk(`${own}/hoan-tac`, posted([]));
      assert.match(gone.headers.get('location') ?? '', /da-bo=0/);
      await page(clerk, own, 404);
    }),
  );

  test(
    'a wrong file, none, another’s, and those who may not',
    trial(async (on) => {
      const clerk = await on.as('clerk');
      for (const [sent, words] of [
        [file('a;b\n1;2'), /không có số liệu của lần tổ chức nào/],
        [file('{', 'a.json'), /sai cú pháp/],
        [posted([]), /Chưa chọn tệp/],
      ] as const) {
        const answer = await clerk(path, sent);
        assert.equal(answer.status, 422);
        assert.match(await answer.text(), words);
      }
      const auditor = await on.as('auditor');
      assert.ok(!(await page(auditor, path)).includes('type="file"'));
      assert.equal((await auditor(path, file(good))).status, 403);
      await page(await on.as('clerk', 'laichau'), path, 404);
      assert.equal((await clerk(`${path}/ghi`, posted([['file', '0'.repeat(16)]]))).status, 404);
    }),
  );

  test(
    'over REST: the same',
    trial(async (on) => {
      const clerk = await on.as('clerk');
      const edition = { name: 'Hội thi 2019', prizes: { Nhất: 6 }, prizes_total: 7 };
      const send = (more: object = {}) =>
        clerk(
          '/api/v1/past-editions',
          sentJson('POST', { organisation: 'sonla', edition, ...more }),
        );
      const tried = (await (await send({ dry_run: true })).json()) as Record<string, unknown>;
      assert.equal(tried.edition, null);
      const made = await send();
      assert.equal(made.status, 201);
      const { edition: pid, problems } = (await made.json()) as {
        edition: string;
        problems: { code: string; path: string }[];
      };
      assert.deepEqual(
        problems.map(({ code, path: at }) => `${code} ${at}`),
        ['sum /prizes_total'],
      );
      assert.equal(((await (await send()).json()) as { state: string }).state, 'unchanged');
      assert.equal((await send({ edition: {} })).status, 422);
      assert.equal((await clerk(`/api/v1/past-editions/${pid}`)).status, 200);
      assert.equal((await clerk(`/api/v1/past-editions/${pid}`, { method: 'DELETE' })).status, 204);
      assert.equal((await clerk(`/api/v1/past-editions/${pid}`)).status, 404);
    }),
  );
});
