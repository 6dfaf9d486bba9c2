import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, idOf, smallFederation, someone } from '../activities/testing.ts';
import { changeArticle, editSection, publishArticle } from '../articles/index.ts';
import { bodyOf, freely, published, section, seminar } from '../articles/testing.ts';
import {
  articlePlaces,
  invariants,
  listPage,
  listPlaces,
  neighboursOf,
  newestBySection,
  offerOf,
  openNotices,
  pinnedOf,
  relatedTo,
  type Spot,
  showingByPid,
  showingsByPids,
  stampOf,
  tagsOf,
} from './queries/index.ts';
import {
  chooseShowing,
  offerShowing,
  searchShowings,
  suggestShowings,
  takeBackShowing,
  unchooseShowing,
} from './service/index.ts';
import { hearing, must, refused, titlesIn, withdrawn } from './testing/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface World {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly sonla: string;
  readonly vusta: string;
  readonly as: (role: string, code?: string) => Promise<Cx>;
}

const inside = (work: (world: World) => Promise<void>) => () =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = hearing({ ...cxOf(trx), clock });
    await work({
      cx,
      clock,
      sonla: await idOf(cx, 'sonla'),
      vusta: await idOf(cx, 'vusta'),
      as: (role, code = 'sonla') => someone(cx, role, code),
    });
    await sound(trx, invariants);
  });

const news = { kind: 'news', lead: 'Một câu dẫn.' };

async function spotOf(cx: Cx, pid: string): Promise<Spot> {
  const one = await showingByPid(cx, pid);
  if (one === null) throw new Error(`no showing ${pid}`);
  const { articleId, kind, language, publishedAt, publisher } = one;
  return {
    articleId,
    kind,
    language,
    publishedAt,
    siteId: publisher.id,
    sectionId: one.section?.id ?? null,
  };
}

const found = async (cx: Cx, q: string, more: object = {}): Promise<string[]> =>
  (await searchShowings(cx, { siteId: null, q, page: 1, size: 20, ...more })).items.map(
    ({ article }) => article.title,
  );

describe('lists', () => {
  test(
    'an article stands in every list it belongs to, and in none after it was withdrawn',
    inside(async ({ cx, sonla }) => {
      const parent = await section(cx, 'Hội thi, cuộc thi');
      const child = await section(cx, 'Giải pháp đoạt giải', { parent: parent.pid });
      const { pid, slug } = await published(cx, {
        ...news,
        title: 'Nhà sấy năng lượng mặt trời',
        section: child.pid,
        tags: ['Sấy nông sản', 'Sơn La'],
      });
      const all = async () => ({
        all: await titlesIn(cx, { siteId: sonla, kind: 'all' }),
        news: await titlesIn(cx, { siteId: sonla, kind: 'news' }),
        notices: await titlesIn(cx, { siteId: sonla, kind: 'notice' }),
        child: await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: child.id }),
        parent: await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: parent.id }),
        tag: await titlesIn(cx, { siteId: sonla, kind: 'tag', tag: 'say-nong-san' }),
        search: await found(cx, 'mat troi'),
        suggested: (await suggestShowings(cx, null, 'nha say')).length,
        tags: (await tagsOf(cx, sonla, 10)).length,
        suggestedTags: (await suggestShowings(cx, sonla, 'say nong')).filter(
          (x) => x.kind === 'tag',
        ).length,
        map: (await articlePlaces(cx, sonla, 0, 10)).map((one) => one.slug),
        lists: (await listPlaces(cx, sonla)).length,
        one: (await showingByPid(cx, pid))?.title ?? null,
        chosen: (await showingsByPids(cx, [pid])).length,
      });
      const title = ['Nhà sấy năng lượng mặt trời'];
      assert.deepEqual(await all(), {
        all: title,
        news: title,
        notices: [],
        child: title,
        parent: title,
        tag: title,
        search: title,
        suggested: 1,
        tags: 2,
        suggestedTags: 1,
        map: [slug],
        lists: 4,
        one: title[0],
        chosen: 1,
      });
      const before = await stampOf(cx, sonla);
      await withdrawn(cx, pid);
      assert.deepEqual(await all(), {
        all: [],
        news: [],
        notices: [],
        child: [],
        parent: [],
        tag: [],
        search: [],
        suggested: 0,
        tags: 0,
        suggestedTags: 0,
        map: [],
        lists: 0,
        one: null,
        chosen: 0,
      });
      assert.notEqual((await stampOf(cx, sonla)).changes, before.changes);
    }),
  );

  test(
    'a change of title, tags, section and day moves it everywhere; a page that stays is in no list',
    inside(async ({ cx, sonla }) => {
      await freely(cx);
      const [one, two] = [
        await section(cx, 'Tin hoạt động'),
        await section(cx, 'Phổ biến kiến thức'),
      ];
      const { pid } = await published(cx, {
        ...news,
        title: 'Bài đầu',
        section: one.pid,
        tags: ['lúa'],
      });
      await must(
        execute(cx, changeArticle, {
          lead: 'Một câu dẫn.',
          body: seminar.body,
          pid,
          title: 'Bài đã đổi',
          section: two.pid,
          tags: ['ngô'],
        }),
      );
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: one.id }), [
        'Bài đầu',
      ]);
      await must(execute(cx, publishArticle, { pid }));
      assert.deepEqual(
        await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: one.id }),
        [],
      );
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: two.id }), [
        'Bài đã đổi',
      ]);
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'tag', tag: 'lua' }), []);
      assert.deepEqual(await found(cx, 'bài đầu'), []);
      assert.deepEqual(await found(cx, 'ngô'), ['Bài đã đổi']);
      await published(cx, { kind: 'page', title: 'Giới thiệu chung' });
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'all' }), ['Bài đã đổi']);
      assert.deepEqual(await found(cx, 'giới thiệu chung'), ['Giới thiệu chung']);
      assert.equal((await articlePlaces(cx, sonla, 0, 10)).length, 2);
    }),
  );

  test(
    'a section that gets another parent takes its articles along, also out of the old one',
    inside(async ({ cx, sonla }) => {
      const [a, b] = [await section(cx, 'Khoa học'), await section(cx, 'Đời sống')];
      const child = await section(cx, 'Nông nghiệp', { parent: a.pid });
      await published(cx, { ...news, title: 'Cấy lúa', section: child.pid });
      await published(cx, { ...news, title: 'Ở cả hai', section: child.pid, sections: [a.pid] });
      await must(execute(cx, editSection, { pid: child.pid, name: 'Nông nghiệp', parent: b.pid }));
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: a.id }), [
        'Ở cả hai',
      ]);
      assert.equal(
        (await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: b.id })).length,
        2,
      );
      await must(execute(cx, editSection, { pid: child.pid, name: 'Nông nghiệp' }));
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'section', sectionId: b.id }), []);
      assert.deepEqual(await found(cx, 'lúa', { sectionIds: [child.id] }), ['Cấy lúa']);
    }),
  );

  test(
    'languages have lists of their own',
    inside(async ({ cx, sonla }) => {
      await published(cx, { title: 'Thông báo một' });
      await published(cx, { title: 'Call for solutions', language: 'en' });
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'notice' }), ['Thông báo một']);
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'notice', language: 'en' }), [
        'Call for solutions',
      ]);
    }),
  );

  test(
    'every page of a list follows the one before it, within months and years too; two queries each',
    inside(async ({ cx, sonla }) => {
      const days = [
        '2024-12-31T23:59:00+07:00',
        '2025-01-01T00:00:00+07:00',
        '2025-03-05T08:00:00+07:00',
      ];
      const titles: string[] = [];
      for (let n = 0; n < 21; n += 1) {
        const at = n < 3 ? days[n] : `2026-0${1 + (n % 4)}-1${n % 10}T0${n % 10}:00:00+07:00`;
        titles.push(`Thông báo số ${n}`);
        await published(cx, { title: titles[n] }, at);
      }
      const key = { siteId: sonla, kind: 'notice', language: 'vi' } as const;
      const seen: string[] = [];
      for (let page = 1; page <= 5; page += 1) seen.push(...(await titlesIn(cx, key, page, 5)));
      const whole = await titlesIn(cx, key, 1, 100);
      assert.deepEqual(seen, whole);
      assert.equal(new Set(whole).size, 21);
      assert.deepEqual(await titlesIn(cx, key, 6, 5), []);
      const year = await listPage(cx, key, {
        page: 1,
        size: 5,
        within: { from: '2025-01-01', to: '2026-01-01' },
      });
      assert.deepEqual(
        year.rows.map(({ title }) => title),
        ['Thông báo số 2', 'Thông báo số 1'],
      );
      assert.equal(year.total, 2);
      const second = await listPage(cx, key, {
        page: 2,
        size: 1,
        within: { from: '2025-01-01', to: '2026-01-01' },
      });
      assert.deepEqual(
        second.rows.map(({ title }) => title),
        ['Thông báo số 1'],
      );
      const last = await listPage(cx, key, {
        page: 1,
        size: 5,
        within: { from: '2024-01-01', to: '2025-01-01' },
      });
      assert.deepEqual(
        last.rows.map(({ title }) => title),
        ['Thông báo số 0'],
      );
      assert.equal(year.months.at(-1)?.month, '2024-12-01');
      for (const page of [1, 4]) {
        const { count } = await countQueries(() => listPage(cx, key, { page, size: 5 }));
        assert.equal(count, 2);
      }
    }),
  );

  test(
    'homes: pinned, notices by their day, the newest of several sections at once',
    inside(async ({ cx, sonla }) => {
      const [a, b] = [await section(cx, 'Khoa học'), await section(cx, 'Đời sống')];
      for (const [n, at] of [a, b, a, a].entries())
        await published(
          cx,
          { ...news, title: `Bài ${n}`, section: at.pid },
          `2026-01-0${n + 1}T08:00:00+07:00`,
        );
      await published(cx, { title: 'Đã qua', due_on: '11/05/2026' });
      await published(cx, { title: 'Còn lâu', due_on: '30/06/2026' });
      await published(cx, { title: 'Hôm nay', due_on: '12/05/2026', number: '38/TB-LHH' });
      assert.deepEqual(
        (await openNotices(cx, sonla, 5)).map(({ title }) => title),
        ['Hôm nay', 'Còn lâu'],
      );
      const by = await newestBySection(cx, sonla, [a.id, b.id], 2);
      assert.deepEqual(
        by.get(a.id)?.map(({ title }) => title),
        ['Bài 3', 'Bài 2'],
      );
      assert.deepEqual(
        by.get(b.id)?.map(({ title }) => title),
        ['Bài 1'],
      );
      assert.deepEqual(await pinnedOf(cx, sonla, 3), []);
    }),
  );

  test(
    'neighbours within the section; related ones share tags before sections and lie near in time',
    inside(async ({ cx }) => {
      const [a, b] = [await section(cx, 'Khoa học'), await section(cx, 'Đời sống')];
      const make = async (title: string, at: string, more: object) =>
        (await published(cx, { ...news, title, ...more }, `2026-0${at}T08:00:00+07:00`)).pid;
      await make('Cũ', '1-01', { section: a.pid });
      const pid = await make('Giữa', '2-01', { section: a.pid, tags: ['sấy'] });
      await make('Nơi khác', '2-10', { section: b.pid, tags: ['sấy'] });
      await make('Mới', '3-01', { section: a.pid });
      await make('Không dính', '2-02', { section: b.pid });
      const spot = await spotOf(cx, pid);
      const { newer, older } = await neighboursOf(cx, spot);
      assert.deepEqual([newer?.title, older?.title], ['Mới', 'Cũ']);
      assert.deepEqual(
        (await relatedTo(cx, spot, 4)).map(({ title }) => title),
        ['Nơi khác', 'Mới', 'Cũ'],
      );
      const { count } = await countQueries(() => relatedTo(cx, spot, 4));
      assert.equal(count, 1);
    }),
  );
});

describe('search', () => {
  test(
    'words with dấu first, then title, lead, text; phrases; years and sites; one query',
    inside(async ({ cx, sonla }) => {
      const day = (n: number) => `2026-01-1${n}T08:00:00+07:00`;
      await published(
        cx,
        { title: 'Một bài khác', lead: 'Không có gì', body: bodyOf('Nói về bằng khen của tỉnh.') },
        day(5),
      );
      await published(cx, { title: 'Tặng bằng khen', lead: 'x' }, day(0));
      await published(cx, { title: 'Lễ tổng kết', lead: 'Có trao bằng khen' }, day(1));
      await published(cx, { title: 'Băng khen lạ', lead: 'x' }, day(9));
      await published(
        cx,
        { title: 'Khen tặng và bằng cấp', lead: 'x' },
        '2025-06-01T08:00:00+07:00',
      );
      assert.deepEqual(await found(cx, 'bằng khen'), [
        'Tặng bằng khen',
        'Khen tặng và bằng cấp',
        'Lễ tổng kết',
        'Một bài khác',
        'Băng khen lạ',
      ]);
      assert.deepEqual(await found(cx, 'BANG khen'), [
        'Băng khen lạ',
        'Tặng bằng khen',
        'Khen tặng và bằng cấp',
        'Lễ tổng kết',
        'Một bài khác',
      ]);
      assert.deepEqual(await found(cx, '“bằng khen” tỉnh'), ['Một bài khác']);
      assert.deepEqual(await found(cx, '"khen bằng"'), []);
      assert.deepEqual(await found(cx, 'khen', { year: 2025 }), ['Khen tặng và bằng cấp']);
      assert.deepEqual(await found(cx, 'khen', { siteId: await idOf(cx, 'laichau') }), []);
      assert.equal((await found(cx, 'khen', { siteId: sonla })).length, 5);
      for (const odd of [
        '',
        '   ',
        '"',
        '“”',
        '%',
        "'; drop",
        '\\',
        'ÿ',
        'không-có-chữ-này',
        'a'.repeat(5000),
      ])
        assert.deepEqual(await found(cx, odd), [], odd);
      const { count } = await countQueries(() => found(cx, 'bằng khen'));
      assert.equal(count, 1);
      const [hit] = (
        await searchShowings(cx, { siteId: null, q: 'bằng khen tỉnh', page: 1, size: 5 })
      ).items;
      assert.deepEqual(
        hit?.snippet.filter((piece) => piece.hit).map(({ text }) => text),
        ['bằng khen', 'tỉnh'],
      );
    }),
  );

  test(
    'pages of results follow each other and tell how many there are',
    inside(async ({ cx }) => {
      for (let n = 0; n < 7; n += 1)
        await published(cx, { title: n % 2 ? `Đất dốc ${n}` : `Rừng ${n}`, lead: 'đất dốc' });
      const page = (at: number) =>
        searchShowings(cx, { siteId: null, q: 'đất dốc', page: at, size: 3 });
      const pages = [await page(1), await page(2), await page(3), await page(4)];
      assert.deepEqual(
        pages.map(({ items }) => items.length),
        [3, 3, 1, 0],
      );
      assert.equal(pages[0]?.total, 7);
      const titles = pages.flatMap(({ items }) => items.map(({ article }) => article.title));
      assert.equal(new Set(titles).size, 7);
      assert.ok(titles.slice(0, 3).every((title) => title.startsWith('Đất dốc')));
    }),
  );

  test(
    'however many are asked for, they are the newest that have the keys, of whatever year',
    inside(async ({ cx }) => {
      const { pid } = await section(cx, 'Môi trường');
      const days = [2026, 2026, 2025, 2024, 2023, 2021, 2020, 2012].map(
        (year, n) => `${year}-01-01T00:${10 + n}:00+07:00`,
      );
      for (const [n, day] of days.entries())
        await published(cx, { title: `Rừng ${n}`, ...(n % 2 ? { section: pid } : {}) }, day);
      await published(cx, { title: 'Đồi' }, '2022-05-01T00:00:00+07:00');
      const id = await one<{ id: string }>(cx.db, sql`select id from section where pid = ${pid}`);
      for (const within of [null, [`@c:${id.id}`]])
        for (let most = 1; most <= days.length + 1; most += 1) {
          const asked = sql`array['rung'], ${within}::text[], 2026, ${most}`;
          const got = await all(cx.db, sql`select article_id from showing_newest(${asked})`);
          const wanted = await all(
            cx.db,
            sql`select article_id from showing_words where keys @> array['rung']
              and (${within}::text[] is null or keys && ${within}::text[])
              order by published_at desc, article_id desc limit ${most}`,
          );
          assert.deepEqual(got, wanted, `${most}`);
          const { many } = await one<{ many: number }>(
            cx.db,
            sql`select showing_many(${asked}) as many`,
          );
          assert.equal(many, wanted.length);
        }
    }),
  );

  test(
    'a page that is full before all was looked for tells the whole number, in the same order',
    inside(async ({ cx }) => {
      const texts = ['Đất dốc', 'Đất trên dốc', 'Bài', 'Bài', 'Bài'];
      for (const [n, title] of [...texts, ...texts].entries())
        await published(cx, {
          title: `${title} ${n}`,
          lead: n % 5 === 2 ? 'dat doc' : 'x',
          body: bodyOf(n % 5 === 3 ? 'Về đất dốc.' : 'Dốc, và đất.'),
        });
      for (const q of ['đất dốc', 'dat doc', '"đất dốc"', '"đất dốc" bài']) {
        const ask = (page: number, size: number) =>
          searchShowings(cx, { siteId: null, q, page, size });
        const whole = await ask(1, 100);
        const titles: string[] = [];
        for (let page = 1; titles.length < whole.items.length; page += 1) {
          const { items, total } = await ask(page, 2);
          assert.equal(total, whole.items.length, `${q} ${page}`);
          titles.push(...items.map(({ article }) => article.title));
        }
        assert.deepEqual(
          titles,
          whole.items.map(({ article }) => article.title),
        );
      }
    }),
  );

  test(
    'suggestions begin as typed, the last word unfinished, with or without dấu',
    inside(async ({ cx, sonla }) => {
      await published(cx, { title: 'Hội thi Sáng tạo kỹ thuật', tags: ['Sáng tạo trẻ'] });
      await published(cx, { title: 'Kết quả hội thi sáng tác' });
      const labels = async (q: string) =>
        (await suggestShowings(cx, sonla, q)).map(({ label }) => label);
      assert.deepEqual(await labels('hội thi sá'), [
        'Hội thi Sáng tạo kỹ thuật',
        'Kết quả hội thi sáng tác',
      ]);
      assert.deepEqual(await labels('hoi thi sang ta'), [
        'Hội thi Sáng tạo kỹ thuật',
        'Kết quả hội thi sáng tác',
      ]);
      assert.deepEqual(await labels('sang tao'), ['Sáng tạo trẻ', 'Hội thi Sáng tạo kỹ thuật']);
      assert.deepEqual(await labels('tre'), ['Sáng tạo trẻ']);
      assert.deepEqual(await labels('x'), []);
      assert.deepEqual(await labels('100%'), []);
    }),
  );
});

describe('the national site', () => {
  test(
    'a union offers, the national editor chooses a section; both can go back; a withdrawn article goes',
    inside(async ({ cx, vusta, sonla, as }) => {
      const national = await section(cx, 'Các tỉnh', { organisation: 'vusta' });
      const { pid } = await published(cx, { title: 'Đất dốc xanh lại' });
      const [clerk, chief] = [await as('clerk'), await as('national', 'vusta')];
      assert.deepEqual(await refused(execute(chief, chooseShowing, { pid })), ['offer_none']);
      await must(execute(clerk, offerShowing, { pid, note: 'Có số liệu cả vùng' }));
      assert.deepEqual(await refused(execute(clerk, offerShowing, { pid })), ['offer_already']);
      assert.deepEqual(await titlesIn(cx, { siteId: vusta, kind: 'all' }), []);
      await assert.rejects(execute(clerk, chooseShowing, { pid }), Forbidden);
      await assert.rejects(
        execute(await as('clerk', 'laichau'), takeBackShowing, { pid }),
        Forbidden,
      );
      assert.deepEqual(await refused(execute(chief, chooseShowing, { pid, section: 'khong-co' })), [
        'offer_section_unknown',
      ]);
      await must(execute(chief, chooseShowing, { pid, section: 'cac-tinh' }));
      assert.deepEqual(
        await titlesIn(cx, { siteId: vusta, kind: 'section', sectionId: national.id }),
        ['Đất dốc xanh lại'],
      );
      assert.equal((await offerOf(cx, pid))?.sectionName, 'Các tỉnh');
      assert.deepEqual(await found(cx, 'đất dốc', { siteId: vusta }), ['Đất dốc xanh lại']);
      await assert.rejects(execute(chief, chooseShowing, { pid, version: 1 }), Conflict);
      await must(execute(chief, unchooseShowing, { pid, note: 'Đã có bài tương tự' }));
      assert.deepEqual(await titlesIn(cx, { siteId: vusta, kind: 'all' }), []);
      await must(execute(chief, chooseShowing, { pid }));
      assert.deepEqual(await titlesIn(cx, { siteId: vusta, kind: 'notice' }), ['Đất dốc xanh lại']);
      assert.deepEqual(
        await titlesIn(cx, { siteId: vusta, kind: 'section', sectionId: national.id }),
        [],
      );
      await sound(cx.db, invariants);
      await withdrawn(cx, pid);
      assert.deepEqual(await titlesIn(cx, { siteId: vusta, kind: 'all' }), []);
      await assert.rejects(execute(clerk, takeBackShowing, { pid }), NotFound);
      await must(execute(cx, publishArticle, { pid }));
      assert.deepEqual(await titlesIn(cx, { siteId: vusta, kind: 'all' }), ['Đất dốc xanh lại']);
      await must(execute(clerk, takeBackShowing, { pid }));
      assert.deepEqual(await titlesIn(cx, { siteId: vusta, kind: 'all' }), []);
      assert.deepEqual(await titlesIn(cx, { siteId: sonla, kind: 'all' }), ['Đất dốc xanh lại']);
    }),
  );

  test(
    'its own articles and pages that stay are not offered',
    inside(async ({ cx }) => {
      const own = await published(cx, { organisation: 'vusta', title: 'Của chính mình' });
      const page = await published(cx, { kind: 'page', title: 'Giới thiệu' });
      assert.deepEqual(await refused(execute(cx, offerShowing, { pid: own.pid })), [
        'offer_own_site',
      ]);
      assert.deepEqual(await refused(execute(cx, offerShowing, { pid: page.pid })), ['offer_page']);
    }),
  );
});

describe('the invariants', () => {
  const plants: readonly (readonly [name: string, sql: string])[] = [
    [
      'showing_of_what_is_not_public',
      `update article set live_version = null, state = 'withdrawn'`,
    ],
    ['showing_missing_of_what_is_public', 'delete from showing_article'],
    ['showing_unlike_its_article', `update showing_article set slug = slug || '-x'`],
    [
      'showing_lists_of_an_article',
      `delete from showing where list_id in (select id from showing_list where kind = 'all')`,
    ],
    [
      'showing_in_another_section',
      `delete from showing where list_id in (select id from showing_list where kind = 'section')`,
    ],
    [
      'showing_at_its_authors',
      `delete from showing where list_id in (select id from showing_list where kind = 'author')`,
    ],
    ['showing_month_counted', 'update showing_month set articles = articles + 1'],
    ['showing_words_of_each', 'delete from showing_words'],
    [
      'showing_elsewhere_only_chosen',
      `update showing_offer set state = 'chosen', decided_at = now(), decided_by = 'x'`,
    ],
  ];
  for (const [name, plant] of plants)
    test(`${name} finds what was planted`, () =>
      withRollback(database, async (trx) => {
        const cx = hearing({ ...cxOf(trx), clock: testClock() });
        const at = await section(cx, 'Khoa học');
        const authors = [{ name: 'Lò Thị Mai', consent: true }];
        const { pid } = await published(cx, { ...news, title: 'Bài', section: at.pid, authors });
        await must(execute(cx, offerShowing, { pid }));
        await sound(trx, invariants);
        await sql.raw(plant).execute(trx);
        assert.ok((await broken(trx, invariants)).includes(name));
      }));
});
