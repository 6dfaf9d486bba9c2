import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { closePdf } from '../../platform/documents/pdf/index.ts';
import { lettersOf, pdfLetters } from '../../platform/documents/pdf/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { changeArticle, publishArticle } from '../articles/index.ts';
import { bodyOf, freely, published, section } from '../articles/testing.ts';
import { closePainting } from '../media/index.ts';
import { addedTo, picture } from '../media/testing.ts';
import { addArticleParts, addPlaces, showings } from './index.ts';
import { invariants } from './queries/index.ts';
import { checkAtom, checkRss, checkSitemap } from './testing/feeds.ts';
import { hearing, must, withdrawn } from './testing/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
  setRootCode('vusta');
});
after(async () => {
  closePdf();
  closePainting();
  setRootCode(null);
  await database.close();
});

interface World {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly ask: Ask;
  readonly root: Ask;
  readonly as: (role: string, code?: string) => Promise<Ask>;
}

const inside = (work: (world: World) => Promise<void>) => () =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = hearing({ ...cxOf(trx), clock });
    const doors = async (who: Cx, code: string, roles: readonly string[] = []) =>
      testDoors({
        cx: who,
        place: await placeAt(cx, code),
        roles,
        files: cx.files,
        ...(showings.office ? { office: showings.office } : {}),
        ...(showings.site ? { site: showings.site } : {}),
        ...(showings.api ? { api: showings.api } : {}),
      });
    const nobody: Cx = { ...cx, actor: { kind: 'anonymous' } };
    await work({
      cx,
      clock,
      ask: await doors(nobody, 'sonla'),
      root: await doors(nobody, 'vusta'),
      as: async (role, code = 'sonla') => doors(await someone(cx, role, code), code, [role]),
    });
    await sound(trx, invariants);
  });

async function page(ask: Ask, path: string, status = 200): Promise<string> {
  const answer = await ask(path);
  const text = await answer.text();
  assert.equal(answer.status, status, `${path} ${text.slice(0, 500)}`);
  return text;
}

const titles = (html: string): (string | undefined)[] =>
  [...html.matchAll(/story-title"><a [^>]*>([^<]*)</g)].map((match) => match[1]);

const evil = `<script>alert(1)</script> & "dấu"`;

describe('the page of an article', () => {
  test(
    'has title, lead, names, times, tools, tags, the way to others; markup stays text',
    inside(async ({ cx, ask }) => {
      const [top] = [await section(cx, 'Hội thi, cuộc thi')];
      const at = await section(cx, 'Giải pháp', { parent: top.pid });
      const make = (title: string, day: string, more: object = {}) =>
        published(
          cx,
          { kind: 'news', title, lead: 'Dẫn.', section: at.pid, tags: ['sấy nông sản'], ...more },
          `2026-05-${day}T08:15:00+07:00`,
        );
      await make('Bài cũ hơn nữa', '02');
      const { slug } = await make(evil, '03', {
        lead: evil,
        authors: [
          { name: 'Tòng Thị Mai', role: 'author', consent: true },
          { name: 'Vì Văn Chung', role: 'photo', consent: true },
        ],
        source_name: evil,
        source_href: 'https://example.org/a?b=1&c=2',
        body: bodyOf(evil),
      });
      await make('Bài mới hơn nữa', '04');
      const { result: html, count } = await countQueries(() => page(ask, `/sonla/bai/${slug}`));
      assert.ok(!html.includes('<script>alert'));
      for (const part of [
        '<h1 class="display">',
        'Tòng Thị Mai',
        'Vì Văn Chung',
        '03/05/2026, 08:15',
        'In bài',
        'Tải PDF',
        'sấy nông sản',
        'Nguồn',
        'https://example.org/a?b=1&amp;c=2',
        'Bài mới hơn',
        'Bài cũ hơn',
        'Bài liên quan',
        `/sonla/bai/${slug}/in`,
        '/sonla/tu-khoa/say-nong-san',
      ])
        assert.ok(html.includes(part), part);
      await make('Bài nữa', '05');
      assert.equal((await countQueries(() => page(ask, `/sonla/bai/${slug}`))).count, count);
      const print = await page(ask, `/sonla/bai/${slug}/in`);
      assert.match(print, /In ngày 12\/05\/2026/);
      assert.ok(!print.includes('Bài liên quan'));
    }),
  );

  test(
    'an old address leads to the new one, one under another word to the right one; what was taken off says so',
    inside(async ({ cx, ask }) => {
      await freely(cx);
      const { pid, slug } = await published(cx, { title: 'Tên cũ của bài' });
      await must(
        execute(cx, changeArticle, {
          pid,
          title: 'Tên mới hẳn',
          lead: 'x',
          body: bodyOf('y'),
          slug: 'ten-moi-han',
        }),
      );
      await must(execute(cx, publishArticle, { pid }));
      const moved = await ask(`/sonla/bai/${slug}?a=1`);
      assert.deepEqual(
        [moved.status, moved.headers.get('location')],
        [301, '/sonla/bai/ten-moi-han?a=1'],
      );
      const print = await ask(`/sonla/bai/${slug}/in`);
      assert.equal(print.headers.get('location'), '/sonla/bai/ten-moi-han/in');
      const other = await ask('/sonla/trang/ten-moi-han');
      assert.equal(other.headers.get('location'), '/sonla/bai/ten-moi-han');
      const about = await published(cx, { kind: 'page', title: 'Giới thiệu' });
      await page(ask, `/sonla/trang/${about.slug}`);
      await published(cx, { title: 'Tên mới nhất' });
      await withdrawn(cx, pid);
      for (const address of [slug, 'ten-moi-han']) {
        const gone = await page(ask, `/sonla/bai/${address}`, 410);
        assert.match(gone, /không còn đăng/);
        assert.deepEqual(titles(gone), ['Tên mới nhất']);
      }
      await page(ask, '/sonla/bai/chua-tung-co', 404);
      await page(ask, '/laichau/bai/chua-tung-co', 404);
    }),
  );

  test(
    'a notice has its number and its last day, and says when that is over',
    inside(async ({ cx, ask, clock }) => {
      const { slug } = await published(cx, {
        title: 'Nộp hồ sơ',
        number: '38/TB-LHH',
        due_on: '12/05/2026',
      });
      const html = await page(ask, `/sonla/bai/${slug}`);
      assert.match(html, /38\/TB-LHH/);
      assert.match(html, /12\/05\/2026/);
      assert.ok(!html.includes('đã qua hạn'));
      clock.move(86_400_000);
      assert.match(await page(ask, `/sonla/bai/${slug}`), /đã qua hạn/);
      assert.match(await page(ask, '/sonla/thong-bao'), /Hạn 12\/05\/2026, đã qua/);
    }),
  );

  test(
    'the same in another language is told to people and programs',
    inside(async ({ cx, ask }) => {
      const vi = await published(cx, { title: 'Đất dốc' });
      const en = await published(cx, {
        title: 'Sloping land',
        language: 'en',
        translation_of: vi.pid,
      });
      assert.match(
        await page(ask, `/sonla/bai/${vi.slug}`),
        new RegExp(`/sonla/bai/${en.slug}" hreflang="en" lang="en">Read in English`),
      );
      const english = await page(ask, `/sonla/bai/${en.slug}`);
      assert.match(english, /<article class="article" lang="en">/);
      assert.match(english, /Đọc bằng tiếng Việt/);
    }),
  );

  test(
    'later modules put parts under it, beside it and among its tools',
    inside(async ({ cx, ask }) => {
      const { slug, pid } = await published(cx, { title: 'Có phần thêm' });
      addArticleParts((_c, article) =>
        article.pid === pid
          ? {
              under: 'PHẦN DƯỚI',
              aside: 'PHẦN BÊN',
              tools: [{ href: '#x', label: '14 bình luận', icon: 'edit' }],
              counts: ['2.318 lượt đọc'],
            }
          : null,
      );
      const html = await page(ask, `/sonla/bai/${slug}`);
      for (const part of ['PHẦN DƯỚI', 'PHẦN BÊN', '14 bình luận', '2.318 lượt đọc'])
        assert.ok(html.includes(part), part);
    }),
  );
});

describe('on paper', () => {
  test(
    'an article is a PDF with its words and pictures, the same every time',
    inside(async ({ cx, ask }) => {
      const file = await picture(1200, 800).jpeg().toBuffer();
      const said = {
        title: 'Nhà sấy',
        alt: 'Một nhà sấy',
        caption: 'Nhà sấy 96 m²',
        credit: 'Vì Văn Chung',
      };
      const cover = await addedTo(cx, 'nha-say.jpg', file, said);
      const { slug } = await published(cx, {
        title: 'Nhà sấy “#read("/etc/passwd")”',
        number: '38/TB-LHH',
        cover: cover.pid,
        cover_alt: 'Nhà sấy giữa nương',
      });
      const first = await ask(`/sonla/bai/${slug}.pdf`);
      const bytes = Buffer.from(await first.arrayBuffer());
      assert.equal(first.headers.get('content-type'), 'application/pdf');
      const letters = pdfLetters(bytes);
      for (const part of [
        '#read("/etc/passwd")',
        'Sáng nay, hội thảo khai mạc',
        '38/TB-LHH',
        'Nhà sấy 96 m². Ảnh: Vì Văn Chung',
        `/sonla/bai/${slug}`,
      ])
        assert.ok(letters.includes(lettersOf(part)), part);
      assert.ok(bytes.includes('/Subtype /Image') || bytes.includes('/Subtype/Image'));
      const again = Buffer.from(await (await ask(`/sonla/bai/${slug}.pdf`)).arrayBuffer());
      assert.ok(again.equals(bytes));
      const html = await page(ask, `/sonla/bai/${slug}`);
      assert.match(html, /<figure class="article-cover">/);
      assert.match(html, /alt="Nhà sấy giữa nương"/);
      assert.match(
        await page(ask, '/sonla/rss.xml'),
        /<enclosure url="http:\/\/localhost\/sonla\/hinh\//,
      );
      checkRss(await page(ask, '/sonla/rss.xml'));
      checkAtom(await page(ask, '/sonla/atom.xml'));
      assert.equal((await ask('/sonla/bai/khong-co.pdf')).status, 404);
    }),
  );
});

describe('lists', () => {
  test(
    'say what to do when they are empty; odd addresses find nothing or the first page',
    inside(async ({ cx, ask }) => {
      for (const path of ['tin', 'thong-bao'])
        assert.match(await page(ask, `/sonla/${path}`), /Chưa có bài nào ở đây/);
      const at = await section(cx, 'Khoa học');
      assert.match(await page(ask, `/sonla/chuyen-muc/${at.slug}`), /Chưa có bài nào/);
      for (const path of [
        'chuyen-muc/khong-co',
        'tu-khoa/khong-co',
        'chuyen-muc/%00',
        'chuyen-muc/khong-co/rss.xml',
      ])
        await page(ask, `/sonla/${path}`, 404);
      await published(cx, { kind: 'news', lead: 'x', title: 'Một bài', section: at.pid });
      for (const odd of ['trang=0', 'trang=x', 'nam=abc', 'nam=2026&thang=13', 'ngon-ngu=fr'])
        assert.deepEqual(titles(await page(ask, `/sonla/tin?${odd}`)), ['Một bài'], odd);
      assert.match(await page(ask, '/sonla/tin?trang=99', 404), /chỉ có 1 trang/);
      assert.match(
        await page(ask, '/sonla/tin?nam=1999'),
        /Không có bài nào trong khoảng thời gian này/,
      );
    }),
  );

  test(
    'lead to newer and older, to years and months; the same number of queries whatever they hold',
    inside(async ({ cx, ask }) => {
      const at = await section(cx, 'Khoa học');
      const make = (n: number, day: string) =>
        published(
          cx,
          { kind: 'news', lead: 'x', title: `Bài ${n}`, section: at.pid },
          `${day}T08:00:00+07:00`,
        );
      await make(0, '2024-02-29');
      const { count } = await countQueries(() => page(ask, '/sonla/tin'));
      for (let n = 1; n <= 24; n += 1) await make(n, `2026-0${1 + (n % 4)}-${10 + (n % 18)}`);
      const first = await countQueries(() => page(ask, '/sonla/tin'));
      assert.equal(first.count, count);
      assert.equal(titles(first.result).length, 20);
      assert.match(first.result, /rel="next" href="\/sonla\/tin\?trang=2">Cũ hơn/);
      assert.ok(!first.result.includes('Mới hơn'));
      assert.match(first.result, /Trang 1 trên 2/);
      const second = await page(ask, '/sonla/tin?trang=2');
      assert.match(second, /rel="prev" href="\/sonla\/tin">Mới hơn/);
      assert.equal(titles(second).length, 5);
      assert.deepEqual(titles(await page(ask, '/sonla/tin?nam=2024')), ['Bài 0']);
      assert.match(await page(ask, '/sonla/tin?nam=2024'), /nam=2024&amp;thang=2"/);
      assert.deepEqual(titles(await page(ask, '/sonla/tin?nam=2024&thang=2')), ['Bài 0']);
      assert.equal(titles(await page(ask, `/sonla/chuyen-muc/${at.slug}`)).length, 20);
    }),
  );
});

describe('feeds, sitemaps, suggestions', () => {
  test(
    'are valid, with whole addresses, whatever stands in them; an id stays when the title changes',
    inside(async ({ cx, ask }) => {
      await freely(cx);
      const at = await section(cx, 'Khoa & học');
      const { pid } = await published(cx, {
        kind: 'news',
        title: `${evil}\u0001`,
        lead: evil,
        section: at.pid,
        tags: [`a & b`],
      });
      await published(cx, { title: 'Thông báo' });
      const feeds = ['', 'thong-bao/', `chuyen-muc/${at.slug}/`];
      for (const path of feeds) {
        checkRss(await page(ask, `/sonla/${path}rss.xml`));
        checkAtom(await page(ask, `/sonla/${path}atom.xml`));
      }
      const ids = async () =>
        [
          ...(await page(ask, `/sonla/chuyen-muc/${at.slug}/rss.xml`)).matchAll(
            /<guid[^>]*>([^<]*)/g,
          ),
        ].map((m) => m[1]);
      const before = await ids();
      assert.equal(before.length, 1);
      await must(
        execute(cx, changeArticle, {
          pid,
          title: 'Khác',
          lead: 'x',
          body: bodyOf('y'),
          section: at.pid,
          slug: 'khac',
        }),
      );
      await must(execute(cx, publishArticle, { pid }));
      assert.deepEqual(await ids(), before);
      checkRss(await page(ask, '/laichau/rss.xml'));
    }),
  );

  test(
    'who has a feed already is told so, until anything changes',
    inside(async ({ cx, ask, clock }) => {
      const { pid } = await published(cx, { title: 'Một' });
      const first = await ask('/sonla/rss.xml');
      const [etag, modified] = [
        first.headers.get('etag') ?? '',
        first.headers.get('last-modified') ?? '',
      ];
      const has = (headers: Record<string, string>, path = '/sonla/rss.xml') =>
        ask(path, { headers });
      assert.equal((await has({ 'if-none-match': etag })).status, 304);
      assert.equal((await has({ 'if-none-match': `W/"x", ${etag}` })).status, 304);
      assert.equal((await has({ 'if-modified-since': modified })).status, 304);
      assert.equal(
        (await has({ 'if-none-match': '"x"', 'if-modified-since': modified })).status,
        200,
      );
      assert.equal((await has({ 'if-none-match': etag }, '/sonla/atom.xml')).status, 200);
      clock.move(2_000);
      await withdrawn(cx, pid);
      const after = await has({ 'if-none-match': etag });
      assert.equal(after.status, 200);
      assert.equal((await has({ 'if-modified-since': modified })).status, 200);
      assert.ok(!(await after.text()).includes('<item>'));
    }),
  );

  test(
    'the index leads to sitemaps of everything public, other modules’ too; robots are told where',
    inside(async ({ cx, ask, root }) => {
      const at = await section(cx, 'Khoa học');
      const { slug } = await published(cx, {
        kind: 'news',
        lead: 'x',
        title: 'Một bài',
        section: at.pid,
        tags: ['lúa'],
      });
      const about = await published(cx, { kind: 'page', title: 'Giới thiệu' });
      addPlaces(async (_cx, { code }) =>
        code === 'sonla' ? [{ path: 'phan-khac', changedAt: null }] : [],
      );
      const maps = checkSitemap(await page(ask, '/sonla/sitemap.xml'), 'sitemapindex');
      assert.equal(maps.length, 2);
      const places: string[] = [];
      for (const map of maps)
        places.push(...checkSitemap(await page(ask, new URL(map).pathname), 'urlset'));
      for (const path of [
        '/sonla',
        '/sonla/tin',
        `/sonla/chuyen-muc/${at.slug}`,
        '/sonla/tu-khoa/lua',
        `/sonla/bai/${slug}`,
        `/sonla/trang/${about.slug}`,
        '/sonla/phan-khac',
        '/sonla/kho-giai-phap',
      ])
        assert.ok(
          places.some((href) => new URL(href).pathname === path),
          path,
        );
      assert.equal(new Set(places).size, places.length);
      await page(ask, '/sonla/sitemap-3.xml', 404);
      const robots = await page(root, '/vusta/robots.txt');
      assert.match(robots, /Sitemap: http:\/\/localhost\/sitemap\.xml\n/);
      assert.match(robots, /Sitemap: http:\/\/localhost\/sonla\/sitemap\.xml\n/);
      assert.match(robots, /Disallow: \/vp\n/);
    }),
  );

  test(
    'suggestions come as JSON, from the site or at the root from all',
    inside(async ({ cx, ask, root }) => {
      const { slug } = await published(cx, { title: 'Hội thi Sáng tạo' });
      const asked = async (of: Ask, path: string) => (await of(path)).json();
      const wanted = [{ kind: 'article', label: 'Hội thi Sáng tạo', href: `/sonla/bai/${slug}` }];
      assert.deepEqual(await asked(ask, '/sonla/tim/goi-y?q=hoi+thi'), wanted);
      assert.deepEqual(await asked(root, '/vusta/tim/goi-y?q=hoi+thi'), wanted);
      assert.deepEqual(await asked(ask, '/sonla/tim/goi-y'), []);
    }),
  );
});

interface RestList {
  readonly items: readonly { readonly pid: string; readonly slug: string }[];
  readonly total: number;
  readonly next: string | null;
}

const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

describe('REST', () => {
  test(
    'tells everybody what is published, and nothing of what is not',
    inside(async ({ cx, ask }) => {
      const at = await section(cx, 'Khoa học');
      const { pid, slug } = await published(cx, {
        kind: 'news',
        lead: 'Dẫn',
        title: 'Đất dốc xanh',
        section: at.pid,
        tags: ['lúa'],
      });
      const list = async (query: string) =>
        json<RestList>(await ask(`/api/v1/public-articles?organisation=sonla${query}`));
      for (const query of [
        '',
        '&kind=news',
        `&section=${at.slug}`,
        '&tag=lua',
        '&q=dat+doc',
        '&year=2026',
        `&q=dat&section=${at.slug}&year=2026`,
      ]) {
        const { items, total, next } = await list(query);
        assert.deepEqual([total, next, items[0]?.pid, items[0]?.slug], [1, null, pid, slug], query);
      }
      assert.equal((await list('&kind=notice')).total, 0);
      assert.equal(
        (await ask('/api/v1/public-articles?organisation=sonla&section=khong')).status,
        404,
      );
      assert.equal((await ask('/api/v1/public-articles?organisation=khong')).status, 404);
      // A filter that does not exist would otherwise give everything.
      const misspelt = await ask('/api/v1/public-articles?organisation=sonla&keyword=dat');
      assert.equal(misspelt.status, 422);
      assert.match(await misspelt.text(), /Không có mục: keyword\./);
      const one = await json<{ title: string; body: { type: string } }>(
        await ask(`/api/v1/public-articles/${pid}`),
      );
      assert.deepEqual([one.title, one.body.type], ['Đất dốc xanh', 'doc']);
      await withdrawn(cx, pid);
      assert.equal((await ask(`/api/v1/public-articles/${pid}`)).status, 404);
      assert.equal((await list('')).total, 0);
    }),
  );
});

describe('what is offered', () => {
  test(
    'is offered by address, chosen into a section, shown at the national site under the union’s name',
    inside(async ({ cx, as, root }) => {
      const at = await section(cx, 'Các tỉnh', { organisation: 'vusta' });
      const { pid, slug } = await published(cx, {
        title: 'Đất dốc xanh lại',
        kind: 'news',
        lead: 'x',
        section: (await section(cx, 'Tin')).pid,
      });
      const [clerk, chief] = [await as('clerk'), await as('national', 'vusta')];
      const path = '/vp/sonla/bai-gioi-thieu';
      const refused = await clerk(
        path,
        posted([
          ['pid', 'khong-co'],
          ['note', 'Lời đã gõ'],
          ['_key', 'a'.repeat(16)],
        ]),
      );
      const text = await refused.text();
      assert.equal(refused.status, 422);
      assert.match(text, /Không có bài nào đang đăng/);
      assert.ok(text.includes('Lời đã gõ') && text.includes('value="khong-co"'));
      const offer = posted([
        ['pid', `https://lhh.example/sonla/bai/${slug}?x=1`],
        ['note', ''],
        ['_key', 'b'.repeat(16)],
      ]);
      const offered = await clerk(path, offer);
      assert.equal(offered.status, 303, await offered.text());
      assert.equal(
        (
          await clerk(
            path,
            posted([
              ['pid', pid],
              ['_key', 'b'.repeat(16)],
            ]),
          )
        ).status,
        303,
      );
      assert.match(await page(clerk, path), /Chờ chọn/);
      const waiting = await page(chief, '/vp/vusta/bai-gioi-thieu?tinh-trang=offered');
      assert.match(waiting, /Đất dốc xanh lại/);
      assert.match(waiting, /1 bài chờ chọn/);
      const chosen = await chief(
        `/vp/vusta/bai-gioi-thieu/${pid}/chon`,
        posted([
          ['section', at.slug],
          ['version', '1'],
        ]),
      );
      assert.equal(chosen.status, 303);
      const national = await page(root, `/vusta/chuyen-muc/${at.slug}`);
      assert.match(national, new RegExp(`href="/bai/tu/sonla/${slug}"`));
      assert.match(national, /Liên hiệp hội tỉnh Sơn La/);
      const off = await chief(`/vp/vusta/bai-gioi-thieu/${pid}/bo`, posted([['version', '2']]));
      assert.equal(off.status, 303);
      assert.ok(!(await page(root, `/vusta/chuyen-muc/${at.slug}`)).includes(slug));
      const reader = await as('reader');
      assert.equal((await reader(path)).status, 404);
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::integer as n from event where action like 'showing.%'`.execute(cx.db);
      assert.equal(rows[0]?.n, 3);
    }),
  );
});
