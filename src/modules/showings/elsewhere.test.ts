// What is read elsewhere than on its own page: in the national frame, before it is public, in feeds; and what helps a
// search that found nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { type Ask, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { articles, changeArticle, publishArticle } from '../articles/index.ts';
import { bodyOf, published, section, written } from '../articles/testing.ts';
import { chooseShowing, meantShowings, offerShowing, showings, unchooseShowing } from './index.ts';
import { invariants } from './queries/index.ts';
import { meantBy } from './rules/index.ts';
import { checkAtom, checkRss } from './testing/feeds.ts';
import { hearing, must } from './testing/index.ts';

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

interface World {
  readonly cx: Cx;
  readonly at: (code: string, role?: string) => Promise<Ask>;
}

const inside = (work: (world: World) => Promise<void>) => () =>
  withRollback(database, async (trx) => {
    const cx = hearing(cxOf(trx));
    await work({
      cx,
      at: async (code, role) =>
        testDoors({
          cx:
            role === undefined
              ? { ...cx, actor: { kind: 'anonymous' } }
              : await someone(cx, role, code),
          place: await placeAt(cx, code),
          roles: role === undefined ? [] : [role],
          ...(articles.office ? { office: articles.office } : {}),
          ...(showings.site ? { site: showings.site } : {}),
        }),
    });
    await sound(trx, invariants);
  });

async function page(ask: Ask, path: string, status = 200): Promise<string> {
  const answer = await ask(path);
  const text = await answer.text();
  assert.equal(answer.status, status, `${path} ${text.slice(0, 500)}`);
  return text;
}

describe('an article that the national site chose', () => {
  test(
    'is read there under the union’s name, and at the union once it is not chosen',
    inside(async ({ cx, at }) => {
      const place = await section(cx, 'Các tỉnh', { organisation: 'vusta' });
      const { pid, slug } = await published(cx, { title: 'Đất dốc xanh lại' });
      const root = await at('vusta');
      const here = `/vusta/bai/tu/sonla/${slug}`;
      const away = await root(here);
      assert.equal(away.status, 302);
      assert.equal(away.headers.get('location'), `/sonla/bai/${slug}`);
      await must(execute(cx, offerShowing, { pid }));
      await must(execute(cx, chooseShowing, { pid, section: place.slug, version: 1 }));
      const html = await page(root, here);
      assert.match(html, /Sáng nay, hội thảo khai mạc/);
      assert.match(html, new RegExp(`Bài của <a href="/sonla/bai/${slug}">`));
      for (const list of ['/vusta/thong-bao', `/vusta/chuyen-muc/${place.slug}`])
        assert.match(await page(root, list), new RegExp(`href="/bai/tu/sonla/${slug}"`));
      assert.match(
        await page(await at('sonla'), '/sonla/thong-bao'),
        new RegExp(`"/sonla/bai/${slug}"`),
      );
      // Programs are told of the one address, which is the union's.
      assert.match(await page(root, '/vusta/rss.xml'), new RegExp(`/sonla/bai/${slug}</link>`));
      await must(execute(cx, unchooseShowing, { pid, version: 2 }));
      assert.equal((await root(here)).status, 302);
      await page(root, '/vusta/bai/tu/sonla/chua-tung-co', 404);
      await page(root, `/vusta/bai/tu/laichau/${slug}`, 404);
    }),
  );

  test(
    'is found by an earlier address, and a union shows nobody else’s',
    inside(async ({ cx, at }) => {
      const { pid, slug } = await published(cx, { title: 'Tên cũ' });
      await must(execute(cx, offerShowing, { pid }));
      await must(execute(cx, chooseShowing, { pid, version: 1 }));
      await must(
        execute(cx, changeArticle, {
          pid,
          title: 'Tên mới',
          lead: 'x',
          body: bodyOf('y'),
          slug: 'ten-moi',
        }),
      );
      await must(execute(cx, publishArticle, { pid }));
      const root = await at('vusta');
      const moved = await root(`/vusta/bai/tu/sonla/${slug}`);
      assert.equal(moved.status, 301);
      assert.equal(moved.headers.get('location'), '/bai/tu/sonla/ten-moi');
      const other = await at('laichau');
      const away = await other('/laichau/bai/tu/sonla/ten-moi');
      assert.equal(away.headers.get('location'), '/sonla/bai/ten-moi');
    }),
  );
});

describe('a preview', () => {
  test(
    'is the public page of a draft, kept by nobody and told to nobody',
    inside(async ({ cx, at }) => {
      const { pid } = await written(cx, { title: 'Chưa đăng' });
      const clerk = await at('sonla', 'clerk');
      const answer = await clerk(`/vp/sonla/bai-viet/${pid}/xem-truoc`);
      const html = await answer.text();
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow');
      assert.match(html, /Bản xem trước/);
      assert.match(html, /<article class="article">/);
      assert.ok(!html.includes('article-tools'), 'no tools for what has no address');
      await page(await at('sonla'), `/vp/sonla/bai-viet/${pid}/xem-truoc`, 404);
    }),
  );

  test(
    'leads to what is public of it in the other language',
    inside(async ({ cx, at }) => {
      const { pid, slug } = await published(cx, { title: 'Đất dốc' });
      const draft = await written(cx, {
        title: 'Sloping land',
        language: 'en',
        translation_of: pid,
      });
      const clerk = await at('sonla', 'clerk');
      const html = await page(clerk, `/vp/sonla/bai-viet/${draft.pid}/xem-truoc`);
      assert.match(html, new RegExp(`/sonla/bai/${slug}" hreflang="vi"`));
      assert.match(html, /<div lang="vi">/);
    }),
  );
});

describe('texts in feeds', () => {
  test(
    'are whole, with whole addresses, in one query however many articles there are',
    inside(async ({ cx, at }) => {
      const ask = await at('sonla');
      const link = {
        type: 'text',
        text: 'bảng',
        marks: [{ type: 'link', attrs: { href: '/sonla/so-lieu' } }],
      };
      const body = { type: 'doc', content: [{ type: 'paragraph', content: [link] }] };
      await published(cx, { title: 'Một', body });
      const count = async (path: string) => (await countQueries(() => page(ask, path))).queries;
      const few = await count('/sonla/rss.xml');
      for (const title of ['Hai', 'Ba', 'Bốn']) await published(cx, { title });
      assert.equal((await count('/sonla/atom.xml')).length, few.length);
      const rss = checkRss(await page(ask, '/sonla/rss.xml'));
      const texts = rss.map(
        (item) => item.children.find(({ name }) => name === 'content:encoded')?.text,
      );
      assert.equal(texts[3], '<p><a href="http://localhost/sonla/so-lieu">bảng</a></p>');
      assert.match(texts[0] ?? '', /^<p>Sáng nay/);
      const [first] = checkAtom(await page(ask, '/sonla/atom.xml'));
      const content = first?.children.find(({ name }) => name === 'content');
      assert.deepEqual([content?.attributes.type, content?.text], ['html', texts[0]]);
    }),
  );

  test(
    'of a text that is very long have its first part and the way to the rest',
    inside(async ({ cx, at }) => {
      const { slug } = await published(cx, {
        title: 'Rất dài',
        body: bodyOf(...Array.from({ length: 300 }, (_, n) => `Đoạn ${n}. ${'chữ '.repeat(80)}`)),
      });
      const [item] = checkRss(await page(await at('sonla'), '/sonla/rss.xml'));
      const text = item?.children.find(({ name }) => name === 'content:encoded')?.text ?? '';
      assert.match(text, /^<p>Đoạn 0\./);
      assert.ok(!text.includes('Đoạn 299.') && text.length < 100_000, String(text.length));
      assert.match(text, new RegExp(`<p><a href="http://localhost/sonla/bai/${slug}">Đọc tiếp`));
    }),
  );
});

describe('what was meant', () => {
  const texts = ['Nhà sấy năng lượng mặt trời', 'Năng lượng sạch', 'Phản biện quy hoạch'];
  for (const [typed, meant] of [
    ['nang luogn', 'nang lượng'],
    ['năng lưọngg', 'năng lượng'],
    ['phan bien quy hoac', 'phan bien quy hoạch'],
    ['mat trowi', 'mat trời'],
    ['năng lượng', null],
    ['xyzxyz', null],
    ['ab', null],
    ['', null],
  ] as const)
    test(`“${typed}” may mean ${meant}`, () => assert.equal(meantBy(typed, texts), meant));

  test('of words as near the one that stands beside the others is meant', () => {
    const names = ['cây chè', 'cây chè', 'cây chè', 'nhà che nắng'];
    assert.equal(meantBy('nha chw', names), 'nha chè');
    assert.equal(meantBy('chw nang', ['cây cho', 'cây cho', 'nhà che nắng']), 'che nang');
  });

  test(
    'is asked of the site only, and only what finds something is offered',
    inside(async ({ cx }) => {
      const { rootId, ids } = await sites(cx);
      await published(cx, { title: 'Nhà sấy năng lượng mặt trời' });
      const asked = { siteId: ids.sonla, within: ids.sonla, language: 'vi' } as const;
      assert.equal(await meantShowings(cx, { ...asked, typed: 'nang luongj' }), 'nang lượng');
      assert.equal(await meantShowings(cx, { ...asked, typed: 'mat sayy' }), 'mat sấy');
      assert.equal(await meantShowings(cx, { ...asked, typed: 'qwxz' }), null);
      assert.equal(
        await meantShowings(cx, { ...asked, siteId: rootId, within: rootId, typed: 'nang luongj' }),
        null,
      );
    }),
  );
});

async function sites(cx: Cx) {
  const sonla = await placeAt(cx, 'sonla');
  const root = await placeAt(cx, 'vusta');
  return { rootId: root.organisationId, ids: { sonla: sonla.organisationId } };
}
