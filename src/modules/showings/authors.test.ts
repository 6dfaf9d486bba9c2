// The pages of authors, and sections whose address was changed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { type Ask, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation } from '../activities/testing.ts';
import { changeArticle, editSection, publishArticle } from '../articles/index.ts';
import { published, section, seminar } from '../articles/testing.ts';
import { people, setConsent } from '../people/index.ts';
import { member } from '../people/testing.ts';
import { showings } from './index.ts';
import { authorsJob } from './jobs.ts';
import { invariants } from './queries/index.ts';
import { hearing, must, withdrawn } from './testing/index.ts';

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

const inside = (work: (cx: Cx, ask: Ask) => Promise<void>) => () =>
  withRollback(database, async (trx) => {
    const cx = hearing(cxOf(trx));
    const ask = testDoors({
      cx: { ...cx, actor: { kind: 'anonymous' } },
      place: await placeAt(cx, 'sonla'),
      roles: [],
      site: (app) => {
        people.site?.(app);
        showings.site?.(app);
      },
    });
    await work(cx, ask);
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

const by = (name: string, person: string | null = null, role = 'author') => [
  { name, role, consent: true, person },
];

let hour = 0;
const article = (cx: Cx, title: string, authors: readonly object[], more: object = {}) => {
  hour += 1;
  const at = new Date(Date.UTC(2026, 3, 1, hour)).toISOString();
  return published(cx, { title, authors, ...more }, at);
};

test(
  'the name at an article leads to all that the author wrote for the site, with dấu told apart',
  inside(async (cx, ask) => {
    const { slug } = await article(cx, 'Bài một', by('Trần Văn Hòa'));
    await article(cx, 'Bài hai', by('Trần Văn Hoà'));
    await article(cx, 'Của người khác', by('Trần Văn Hoa'));
    await article(cx, 'Chỉ chụp ảnh', by('Trần Văn Hòa', null, 'photo'));
    const html = await page(ask, `/sonla/bai/${slug}`);
    assert.match(html, /<a rel="author" href="\/sonla\/tac-gia\/tran-van-hoa">Trần Văn Hòa<\/a>/);
    assert.deepEqual(titles(await page(ask, '/sonla/tac-gia/tran-van-hoa')), [
      'Bài hai',
      'Bài một',
    ]);
    assert.deepEqual(titles(await page(ask, '/sonla/tac-gia/tran-van-hoa-2')), ['Của người khác']);
    await page(ask, '/sonla/tac-gia/khong-co-ai', 404);
    const photo = await page(ask, '/sonla/bai/chi-chup-anh');
    assert.ok(photo.includes('Trần Văn Hòa') && !photo.includes('tac-gia/'));
    const map = await page(ask, '/sonla/sitemap-1.xml');
    assert.ok(map.includes('/sonla/tac-gia/tran-van-hoa<'));
  }),
);

test(
  'what is withdrawn or signed otherwise is gone from the page at once, and an empty page with it',
  inside(async (cx, ask) => {
    const one = await article(cx, 'Bài một', by('Lò Văn Một'));
    const two = await article(cx, 'Bài hai', by('Lò Văn Một'));
    await withdrawn(cx, one.pid);
    assert.deepEqual(titles(await page(ask, '/sonla/tac-gia/lo-van-mot')), ['Bài hai']);
    await must(
      execute(cx, changeArticle, {
        lead: seminar.lead,
        body: seminar.body,
        pid: two.pid,
        title: 'Bài hai',
        authors: by('Lò Văn Hai'),
      }),
    );
    await must(execute(cx, publishArticle, { pid: two.pid }));
    await page(ask, '/sonla/tac-gia/lo-van-mot', 404);
    assert.deepEqual(titles(await page(ask, '/sonla/tac-gia/lo-van-hai')), ['Bài hai']);
    await withdrawn(cx, two.pid);
    await page(ask, '/sonla/tac-gia/lo-van-hai', 404);
  }),
);

test(
  'a person has one page whatever the name; two of one name are told apart; only an expert is led to',
  inside(async (cx, ask) => {
    const known = { birth_date: '1970', degrees: 'TS' };
    const first = await member(cx, 'sonla', 'Cầm Văn An', known);
    const second = await member(cx, 'sonla', 'Cầm Văn An', known);
    await article(cx, 'Chưa ghi là ai', by('Cầm Văn An'));
    await article(cx, 'Người thứ nhất', by('Cầm Văn An', first));
    await article(cx, 'Bút danh', by('Bản Mường', first));
    await article(cx, 'Người thứ hai', by('Cầm Văn An', second));
    const page1 = await page(ask, '/sonla/tac-gia/cam-van-an');
    assert.deepEqual(titles(page1), ['Bút danh', 'Người thứ nhất', 'Chưa ghi là ai']);
    assert.deepEqual(titles(await page(ask, '/sonla/tac-gia/cam-van-an-2')), ['Người thứ hai']);
    assert.ok(page1.includes('/sonla/tac-gia/cam-van-an-2'), 'the other one of the name');
    assert.ok(!page1.includes(first) && !page1.includes('chuyen-gia'), 'nobody was asked');
    await page(ask, `/sonla/chuyen-gia/${first}`, 404);
    const yes = { pid: first, purpose: 'directory', given: true, source: null };
    await must(execute(cx, setConsent, yes));
    const led = await page(ask, '/sonla/tac-gia/cam-van-an');
    assert.ok(led.includes(`/sonla/chuyen-gia/${first}`));
    const expert = await page(ask, `/sonla/chuyen-gia/${first}`);
    assert.ok(expert.includes('Bút danh') && expert.includes('/sonla/tac-gia/cam-van-an"'));
    assert.ok(!expert.includes('Người thứ hai') && !expert.includes('Chưa ghi là ai'));
    assert.ok(!(await page(ask, '/sonla/tac-gia/cam-van-an-2')).includes('chuyen-gia'));
    const map = await page(ask, '/sonla/sitemap-1.xml');
    assert.ok(map.includes(first) && !map.includes(second));
    await must(execute(cx, setConsent, { ...yes, given: false }));
    assert.ok(!(await page(ask, '/sonla/sitemap-1.xml')).includes(first), 'at once');
  }),
);

test(
  'a page of an author costs the same however much was written, and goes on to the next',
  inside(async (cx, ask) => {
    await article(cx, 'Bài 0', by('Lò Văn Nhiều'));
    const cost = async () =>
      (await countQueries(() => page(ask, '/sonla/tac-gia/lo-van-nhieu'))).count;
    const one = await cost();
    for (let n = 1; n < 22; n += 1) await article(cx, `Bài ${n}`, by('Lò Văn Nhiều'));
    assert.equal(await cost(), one);
    assert.equal(titles(await page(ask, '/sonla/tac-gia/lo-van-nhieu')).length, 20);
    assert.equal(titles(await page(ask, '/sonla/tac-gia/lo-van-nhieu?trang=2')).length, 2);
  }),
);

test(
  'articles from before there were pages of authors get theirs',
  inside(async (cx, ask) => {
    await article(cx, 'Bài cũ', by('Lò Văn Xưa'));
    await sql`delete from showing where list_id in (select id from showing_list where kind = 'author')`.execute(
      cx.db,
    );
    await sql`delete from showing_author`.execute(cx.db);
    await sql`update showing_article set authors = '[{"name": "Lò Văn Xưa", "role": "author"}]'`.execute(
      cx.db,
    );
    await page(ask, '/sonla/tac-gia/lo-van-xua', 404);
    await authorsJob(cx);
    assert.deepEqual(titles(await page(ask, '/sonla/tac-gia/lo-van-xua')), ['Bài cũ']);
  }),
);

test(
  'a section whose address was changed leads on, with its feeds, until another has the address',
  inside(async (cx, ask) => {
    const { pid } = await section(cx, 'Hội thi');
    const rename = (name: string, slug: string) =>
      must(
        execute(cx, editSection, {
          pid,
          version: null,
          name,
          slug,
          description: null,
          parent: null,
        }),
      );
    await rename('Hội thi, cuộc thi', 'hoi-thi-cuoc-thi');
    await rename('Thi', 'thi');
    for (const old of ['hoi-thi', 'hoi-thi-cuoc-thi'])
      for (const [rest, query] of [
        ['', '?trang=2&nam=2026'],
        ['/rss.xml', ''],
        ['/atom.xml', ''],
      ]) {
        const answer = await ask(`/sonla/chuyen-muc/${old}${rest}${query}`);
        assert.equal(answer.status, 301, old + rest);
        assert.equal(answer.headers.get('location'), `/sonla/chuyen-muc/thi${rest}${query}`);
      }
    await page(ask, '/sonla/chuyen-muc/thi');
    await page(ask, '/sonla/chuyen-muc/chua-tung-co', 404);
    await section(cx, 'Hội thi');
    await page(ask, '/sonla/chuyen-muc/hoi-thi');
    // Back to an address of its own: nothing leads in a circle.
    await rename('Hội thi, cuộc thi', 'hoi-thi-cuoc-thi');
    await page(ask, '/sonla/chuyen-muc/hoi-thi-cuoc-thi');
    assert.equal((await ask('/sonla/chuyen-muc/thi')).status, 301);
  }),
);
