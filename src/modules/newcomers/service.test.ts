import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { proseText } from '../../kernel/prose/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, maybe, one } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Forbidden } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import {
  articleDeletion,
  changeArticle,
  publicArticle,
  withdrawArticle,
} from '../articles/index.ts';
import { albumsByPids, mediaByPids } from '../media/index.ts';
import { actorWith, cxOf, smallFederation } from '../organisations/testing.ts';
import { hearing } from '../showings/testing/index.ts';
import { redirectFor } from '../sites/index.ts';
import { invariants } from './queries/index.ts';
import type { WxrItem } from './testing/index.ts';
import {
  broughtFolder,
  broughtFrom,
  countsOf,
  officeSite,
  officeUploads,
  wxr,
} from './testing/index.ts';

let database: Database;
let cx: Cx;
let sonla = '';
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-newcomers-'));
let uploads = '';

before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  cx = hearing(cxOf(database.db, undefined, testClock()));
  await smallFederation(cx);
  sonla = (await one(cx.db, sql<{ id: string }>`select id from organisation where code = 'sonla'`))
    .id;
  uploads = await officeUploads(folder);
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  readonly id: string;
  readonly pid: string;
  readonly title: string;
  readonly state: string;
  readonly slug: string | null;
  readonly version: number;
  readonly comments: boolean;
  readonly pinned: number | null;
  readonly published: string | null;
}

const article = (title: string, where = 'sonla'): Promise<Row> =>
  one(
    cx.db,
    sql<Row>`select a.id, a.pid, a.title, a.state, a.slug, a.version, a.comments, a.pinned,
        to_char(a.published_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as published
      from article a join organisation o on o.id = a.organisation_id
      where a.title = ${title} and o.code = ${where} and a.deleted_at is null`,
  );

const shown = async (title: string, where = 'sonla') => {
  const found = await publicArticle(cx.db, (await article(title, where)).id);
  assert.ok(found, `${title} is public`);
  return found;
};

const codes = (problems: readonly { code: string; count: number }[]): string[] =>
  problems.map(({ code, count }) => `${code} ${count}`).sort();

describe('a WordPress site', { concurrency: false }, () => {
  test('comes with its pictures, sections, comments, menu and addresses', async () => {
    const done = await broughtFrom(cx, 'wordpress', wxr(officeSite), { uploads });
    assert.deepEqual(done.counts, { articles: 7, pages: 1, comments: 5, media: 3, redirects: 27 });
    assert.deepEqual(codes(done.problems), [
      'comment_refused 1',
      'dynamic_block 1',
      'file_missing 1',
      'file_refused 1',
      'gallery_short 1',
      'kept_draft 1',
      'kept_private 1',
      'kept_protected 1',
      'left_comments 1',
      'left_trash 1',
      'link_kept 1',
      'menu_too_deep 1',
      'picture_left_out 1',
      'section_too_deep 1',
      'skipped_comment 1',
      'skipped_type 1',
      'unknown_shortcode 1',
      'without_section 1',
    ]);
    const row = await one(
      cx.db,
      sql<{ state: string; counts: object }>`select state, counts from site_import`,
    );
    assert.deepEqual(row, { state: 'done', counts: done.counts });
  });

  test('an article has its day, place, names, pictures and links', async () => {
    const seminar = await shown('Hội thảo phục hồi đất dốc');
    assert.equal(seminar.publishedAt.toISOString(), '2019-05-20T01:30:00.000Z');
    assert.equal(seminar.updatedAt.toISOString(), '2019-05-20T01:30:00.000Z');
    assert.deepEqual(
      seminar.sections.map(({ name }) => name),
      ['Tin tức', 'Hội thảo'],
    );
    assert.deepEqual(
      seminar.tags.map(({ name }) => name),
      ['đất dốc', 'khuyến nông'],
    );
    assert.deepEqual(
      seminar.authors.map(({ name }) => name),
      ['Văn phòng Liên hiệp hội'],
    );
    assert.equal(seminar.pinned, 1);
    const body = JSON.stringify(seminar.body);
    const links = [...body.matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href);
    const media = await mediaByPids(cx.db, seminar.media);
    assert.deepEqual(
      links.map((href) => href?.replace(/[0-9a-z]{16}/, 'PID')),
      [
        '/sonla/bai/tong-ket-2019',
        '/sonla/bai/trao-giai',
        '/sonla/tep/PID/bao-cao.pdf',
        'https://vusta.example/tin',
        'https://lhh.example/danh-ba-cu/',
      ],
    );
    const [cover, terrace] = [...media.values()];
    assert.deepEqual(
      [cover?.alt, cover?.caption, cover?.width],
      ['Trao giải', 'Ảnh: Văn phòng', 640],
    );
    // The whole picture, not the small one that the text shows.
    assert.equal(terrace?.width, 400);
    assert.match(body, /"caption":"Ruộng bậc thang ở Mộc Châu"/);
  });

  test('what was typed without blocks has its lines, gallery and caption, and nothing that runs', async () => {
    const year = await shown('Tổng kết năm 2019 – những điều còn lại');
    const kinds = year.body.content.map(({ type }) => type);
    assert.deepEqual(kinds, ['paragraph', 'album', 'figure', 'paragraph']);
    assert.equal(proseText(year.body).includes('alert'), false);
    assert.equal(year.comments, false);
    assert.deepEqual(year.authors, [], 'the account that the program made is nobody');
    const album = year.body.content.find(({ type }) => type === 'album') as {
      attrs: { album: string };
    };
    const [shownAlbum] = (await albumsByPids(cx.db, [album.attrs.album])).values();
    assert.equal(shownAlbum?.title, 'Tổng kết năm 2019 – những điều còn lại');
    assert.equal(shownAlbum?.pictures.length, 2);
  });

  test('what was not public there is a draft; what is to come is scheduled', async () => {
    for (const title of ['Bản nháp', 'Nội bộ', 'Có mật khẩu'])
      assert.equal((await article(title)).state, 'draft', title);
    assert.equal((await article('Đại hội sắp tới')).state, 'scheduled');
    const gone = sql`select from article where title = 'Đã bỏ'`;
    assert.equal(await maybe(cx.db, gone), null);
    assert.equal((await article('Giới thiệu')).published, '2017-01-02 03:00');
  });

  test('comments stand under what they answer', async () => {
    const rows = await all(
      cx.db,
      sql<{ name: string; state: string; parent: string | null; email: string | null }>`
        select m.name, m.state, p.name as parent, m.email from comment m
        left join comment p on p.id = m.parent_id order by m.name collate "C"`,
    );
    assert.deepEqual(rows, [
      { name: 'Hà', state: 'held', parent: null, email: null },
      { name: 'Hạnh', state: 'published', parent: 'Lò Văn Tâm', email: null },
      { name: 'Lò Văn Tâm', state: 'published', parent: null, email: 'tam@thu.example' },
      { name: 'Quàng Thị Mai', state: 'published', parent: 'Lò Văn Tâm', email: null },
      { name: 'Văn phòng', state: 'published', parent: 'Lò Văn Tâm', email: null },
    ]);
  });

  test('sections stand in two levels, the menu is filled', async () => {
    const sections = await all(
      cx.db,
      sql<{ name: string; up: string | null }>`select s.name, p.name as up from section s
        left join section p on p.id = s.parent_id order by s.name collate "C"`,
    );
    assert.deepEqual(sections, [
      { name: 'Hội thảo', up: 'Tin tức' },
      { name: 'Tin tức', up: null },
      { name: 'Văn bản & biểu mẫu', up: null },
    ]);
    const menu = await all(
      cx.db,
      sql<{ line: string }>`select concat_ws(' ', p.label, '›', m.label, m.target_kind) as line
        from site_menu m left join site_menu p on p.id = m.parent_id
        order by coalesce(p.position, m.position), p.id is not null, m.position`,
    );
    assert.deepEqual(
      menu.map(({ line }) => line),
      [
        '› Trang chủ room',
        '› Tin tức section',
        'Tin tức › Hội thảo section',
        'Tin tức › Bài đất dốc page',
        '› Giới thiệu page',
        '› Liên kết heading',
        'Liên kết › VUSTA address',
      ],
    );
  });

  test('old addresses lead on, in every form in which they were known', async () => {
    const leads = async (address: string) =>
      (await redirectFor(cx.db, sonla, address))?.replace(/[0-9a-z]{16}/, 'PID') ?? null;
    const seminar = '/bai/hoi-thao-phuc-hoi-dat-doc';
    assert.equal(await leads('/2019/05/hoi-thao-phuc-hoi-dat-doc/'), seminar);
    assert.equal(await leads('/2019/05/hoi-thao-phuc-hoi-dat-doc/?utm_source=zalo'), seminar);
    assert.equal(await leads('/index.php/2019/05/hoi-thao-phuc-hoi-dat-doc'), seminar);
    assert.equal(await leads('/2019/05/hoi-thao-dat-doc/'), seminar, 'an earlier slug');
    assert.equal(await leads('/?p=101'), seminar);
    assert.equal(await leads('/gioi-thieu-chung'), '/trang/gioi-thieu-chung');
    assert.equal(await leads('/category/tin-tuc/hoi-thao/'), '/chuyen-muc/hoi-thao');
    assert.equal(await leads('/tag/dat-doc/'), '/tu-khoa/dat-doc');
    assert.equal(await leads('/wp-content/uploads/2019/05/bao-cao.pdf'), '/tep/PID/bao-cao.pdf');
    assert.equal(await leads('/2019/05/noi-bo/'), null, 'what nobody may read has no address');
  });

  test('the same file again changes nothing: no row, no event, no time', async () => {
    const told = sql<{
      told: string;
    }>`select string_agg(concat_ws(' ', pid, version, changed_at), ',' order by id) as told
      from article`;
    const [counts, articles] = [await countsOf(cx.db), await one(cx.db, told)];
    const again = await broughtFrom(cx, 'wordpress', wxr(officeSite), { uploads });
    assert.deepEqual(again.counts, { articles: 0, pages: 0, comments: 0, media: 0, redirects: 0 });
    assert.equal(again.pid, null);
    assert.deepEqual(await countsOf(cx.db), counts);
    assert.deepEqual(await one(cx.db, told), articles);
    // A menu that was filled by it is not told as one that the office made.
    assert.equal(
      again.problems.some(({ code }) => code === 'menu_not_empty'),
      false,
    );
  });

  test('what was changed there is changed here, unless the office has changed it', async () => {
    const before = await article('Trao giải sáng tạo');
    const edited = await article('Giới thiệu');
    const { body } = await shown('Giới thiệu');
    const said = {
      pid: edited.pid,
      title: 'Giới thiệu',
      body,
      lead: 'Sửa ở đây.',
      slug: edited.slug,
    };
    assert.equal((await execute(cx, changeArticle, said)).ok, true);
    const withdrawn = await article('Hội thảo phục hồi đất dốc');
    await execute(cx, withdrawArticle, { pid: withdrawn.pid, reason: 'Sai số liệu' });
    const draft = await article('Nội bộ');
    await execute(cx, articleDeletion.remove, { pid: draft.pid });
    const newer = withItems((item) =>
      [101, 102, 104, 106].includes(item.id)
        ? { ...item, content: `${item.content}<p>Thêm một đoạn.</p>` }
        : item,
    );
    const done = await broughtFrom(cx, 'wordpress', wxr(newer), { uploads });
    assert.deepEqual(done.counts, { articles: 1, pages: 0, comments: 0, media: 0, redirects: 0 });
    const here = done.problems.filter(({ code }) => code.endsWith('_here'));
    assert.deepEqual(here.map(({ code, data }) => `${code} ${data.example}`).sort(), [
      'changed_here Giới thiệu',
      'moved_here Hội thảo phục hồi đất dốc',
      'removed_here Nội bộ',
    ]);
    const changed = await shown('Trao giải sáng tạo');
    assert.match(proseText(changed.body), /Thêm một đoạn/);
    assert.equal(changed.slug, before.slug);
    // Its day stays, and that it was changed is told.
    assert.equal(changed.publishedAt.toISOString(), '2018-11-05T08:00:00.000Z');
    assert.equal(changed.updatedAt.getTime() > changed.publishedAt.getTime(), true);
    const again = await broughtFrom(cx, 'wordpress', wxr(newer), { uploads });
    assert.equal(again.pid, null);
  });

  test('two old sites may come to one office: their ids are two', async () => {
    const other = { ...officeSite, address: 'https://cu.lhh.example' };
    const done = await broughtFrom(cx, 'wordpress', wxr(other), {
      uploads,
      organisation: 'sonla-y',
    });
    assert.equal(done.counts.articles, 7);
    const both = await broughtFrom(cx, 'wordpress', wxr(other), { uploads });
    assert.equal(both.counts.articles, 7);
    // Pictures are those that are here; sections of the same name are one.
    assert.equal(both.counts.media, 0);
    assert.equal(
      (await all(cx.db, sql`select from section where organisation_id = ${sonla}`)).length,
      3,
    );
    assert.equal(codes(both.problems).includes('menu_not_empty 7'), true);
    const slugs = await all(
      cx.db,
      sql<{ slug: string }>`select slug from article where title = 'Trao giải sáng tạo'
        and organisation_id = ${sonla} order by slug`,
    );
    assert.deepEqual(
      slugs.map(({ slug }) => slug),
      ['trao-giai', 'trao-giai-2'],
    );
    const third = { ...officeSite, address: 'https://ba.lhh.example' };
    assert.equal((await broughtFrom(cx, 'wordpress', wxr(third), { uploads })).counts.articles, 7);
    assert.equal((await all(cx.db, sql`select from article where slug = 'trao-giai-3'`)).length, 1);
    // The address with www and over http is the same site.
    const named = { ...officeSite, address: 'http://www.cu.lhh.example' };
    const same = await broughtFrom(
      cx,
      'wordpress',
      wxr(named)
        .replaceAll('http://www.cu.', 'https://cu.')
        .replace('<wp:base_blog_url>https://cu.', '<wp:base_blog_url>http://www.cu.'),
      { uploads },
    );
    assert.deepEqual(same.counts, { articles: 0, pages: 0, comments: 0, media: 0, redirects: 0 });
  });

  test('pictures may come later', async () => {
    const first = await broughtFrom(cx, 'wordpress', wxr(officeSite), {
      organisation: 'sonla-dat',
    });
    assert.equal(first.counts.media, 0);
    assert.equal(codes(first.problems).includes('no_uploads 6'), true);
    assert.equal((await shown('Hội thảo phục hồi đất dốc', 'sonla-dat')).media.length, 0);
    const then = await broughtFrom(cx, 'wordpress', wxr(officeSite), {
      organisation: 'sonla-dat',
      uploads,
    });
    assert.equal(then.counts.media, 3);
    // The two that show pictures.
    assert.equal(then.counts.articles, 2);
    assert.equal((await shown('Hội thảo phục hồi đất dốc', 'sonla-dat')).media.length, 2);
  });
});

/** The office's site with its items changed. */
const withItems = (change: (item: WxrItem) => WxrItem) => ({
  ...officeSite,
  items: officeSite.items.map(change),
});

/** As mysqldump writes Joomla 3. */
const joomla = `-- MariaDB dump
INSERT INTO \`x7k_categories\` (\`id\`, \`parent_id\`, \`path\`, \`extension\`, \`title\`, \`alias\`, \`description\`) VALUES
(1,0,'','system','ROOT','root',NULL),(2,1,'tin-tuc','com_content','Tin tức y','tin-tuc','<p>Tin</p>'),
(3,2,'tin-tuc/hoi-thao','com_content','Hội thảo y học','hoi-thao',NULL);
INSERT INTO \`x7k_content\` (\`id\`, \`asset_id\`, \`title\`, \`alias\`, \`introtext\`, \`fulltext\`, \`state\`, \`catid\`, \`created\`, \`created_by\`, \`created_by_alias\`, \`modified\`, \`publish_up\`, \`publish_down\`, \`images\`, \`access\`, \`hits\`, \`featured\`, \`language\`) VALUES
(7,70,'Lễ \\"trao giải\\" năm 2019','le-trao-giai','<p>Mở đầu.</p>','<p>Xem <a href="index.php?option=com_content&amp;view=article&amp;id=8:bai-sau&amp;catid=2">bài sau</a>.</p><p><img src="images/tin/le.png" alt="Trao giải"></p>{loadposition trai}',1,3,'2019-05-20 01:30:00',42,'','0000-00-00 00:00:00','2019-05-20 01:30:00','0000-00-00 00:00:00','',1,9,1,'vi-VN'),
(8,71,'Bài sau','bai-sau','<p>Đây là bài sau.</p>','',1,2,'2019-06-20 01:30:00',42,'','0000-00-00 00:00:00','2019-06-20 01:30:00',NULL,'',1,9,0,'*'),
(9,72,'Cho hội viên','hoi-vien','<p>Riêng.</p>','',1,2,'2019-06-21 01:30:00',42,'','0000-00-00 00:00:00','2019-06-21 01:30:00',NULL,'',2,9,0,'*');
INSERT INTO \`x7k_menu\` (\`id\`, \`menutype\`, \`title\`, \`alias\`, \`path\`, \`link\`, \`type\`, \`published\`, \`parent_id\`, \`lft\`, \`home\`, \`client_id\`) VALUES
(101, 'mainmenu', 'Trang chủ', 'trang-chu', 'trang-chu', 'index.php?option=com_content&view=featured', 'component', 1, 1, 11, 1, 0),
(102, 'mainmenu', 'Hội thảo', 'hoi-thao', 'hoi-thao', 'index.php?option=com_content&view=category&layout=blog&id=3', 'component', 1, 1, 13, 0, 0),
(103, 'mainmenu', 'Lễ', 'le', 'hoi-thao/le', 'index.php?option=com_content&view=article&id=7', 'component', 1, 102, 14, 0, 0);
INSERT INTO \`x7k_users\` (\`id\`, \`name\`, \`username\`, \`email\`) VALUES (42,'Văn phòng Hội Y','vp','vp@hoi-y.example');
`;

test('an import that was cut off anywhere goes on and ends the same', async () => {
  const many: WxrItem[] = Array.from({ length: 40 }, (_, at) => ({
    id: 1_000 + at,
    title: `Bài ${at}`,
    name: `bai-${at}`,
    terms: [['category', 'tin-tuc', 'Tin tức']],
    content: `<p>Xem <a href="/?p=${1_000 + ((at + 1) % 40)}">bài sau</a>.</p>`,
    comments: [
      { id: at * 2 + 1, author: 'A', content: 'Một' },
      { id: at * 2 + 2, parent: at * 2 + 1, author: 'B', content: 'Hai' },
    ],
  }));
  const file = wxr({ ...officeSite, address: 'https://dai.example', items: many });
  let total = { articles: 0, comments: 0, redirects: 0 };
  let cuts = 0;
  for (let steps = 3; ; steps += 17) {
    let left = steps;
    const watch = {
      progress: async () => {},
      cancelled: () => {
        left -= 1;
        return left < 0;
      },
    };
    try {
      await broughtFrom(cx, 'wordpress', file, { organisation: 'vusta', watch });
      break;
    } catch (error) {
      assert.equal((error as Error).constructor.name, 'Stopped');
      cuts += 1;
    }
  }
  assert.ok(cuts > 3, `cut ${cuts} times`);
  total = await one(
    cx.db,
    sql<
      typeof total
    >`select (select count(*)::integer from article where organisation_id = o.id) as articles,
      (select count(*)::integer from comment m join discussion d on d.id = m.discussion_id
        where d.organisation_id = o.id) as comments,
      (select count(*)::integer from site_redirect where organisation_id = o.id) as redirects
      from organisation o where o.code = 'vusta'`,
  );
  assert.deepEqual(total, { articles: 40, comments: 80, redirects: 40 * 2 + 6 + 2 });
  assert.match(JSON.stringify((await shown('Bài 39', 'vusta')).body), /\/bai\/bai-0"/);
  assert.equal((await all(cx.db, sql`select from site_staged`)).length, 0);
});

test('a Joomla database', async () => {
  const here = {
    uploads: path.join(folder, 'joomla'),
    address: 'http://cu.hoi-y.example',
    organisation: 'sonla-y',
  };
  mkdirSync(path.join(here.uploads, 'images/tin'), { recursive: true });
  cpSync(
    path.join(uploads, '2019/05/ruong-bac-thang-300x225.png'),
    path.join(here.uploads, 'images/tin/le.png'),
  );
  const done = await broughtFrom(cx, 'joomla', joomla, here);
  assert.deepEqual(done.counts, { articles: 3, pages: 0, comments: 0, media: 1, redirects: 8 });
  assert.deepEqual(codes(done.problems), [
    'kept_private 1',
    'menu_not_empty 3',
    'unknown_plugin 1',
  ]);
  const article = await shown('Lễ "trao giải" năm 2019', 'sonla-y');
  assert.equal(article.publishedAt.toISOString(), '2019-05-20T01:30:00.000Z');
  assert.deepEqual([article.lead, article.comments, article.media.length], ['Mở đầu.', false, 1]);
  assert.deepEqual(
    article.sections.map(({ name }) => name),
    ['Hội thảo y học'],
  );
  assert.match(JSON.stringify(article.body), /"href":"\/sonla-y\/bai\/bai-sau"/);
  const { id } = await one(
    cx.db,
    sql<{ id: string }>`select id from organisation where code = 'sonla-y'`,
  );
  const leads = (address: string) => redirectFor(cx.db, id, address);
  const lead = '/bai/le-trao-giai';
  assert.equal(await leads('/tin-tuc/hoi-thao/7-le-trao-giai'), lead);
  assert.equal(await leads('/index.php/tin-tuc/hoi-thao/7-le-trao-giai.html'), lead);
  assert.equal(await leads('/tin-tuc/hoi-thao/7-le-trao-giai.html?tmpl=component&print=1'), lead);
  const asked = '/index.php?option=com_content&view=article';
  assert.equal(await leads(`${asked}&id=7`), lead);
  assert.equal(await leads(`${asked}&id=7:le-trao-giai&catid=3&Itemid=102`), lead);
  assert.equal(await leads(`${asked}&id=7:ten-khac&catid=3:hoi-thao&Itemid=9&lang=vi`), lead);
  assert.equal(await leads('/hoi-thao'), '/chuyen-muc/hoi-thao-y-hoc');
  assert.equal(await leads(`${asked}&id=9`), null, 'what only members read');
  const again = await broughtFrom(cx, 'joomla', joomla, here);
  assert.deepEqual([again.pid, again.counts.redirects], [null, 0]);
});

test('feeds, and a folder of pages', async () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Hội</title>
    <link>https://nguon.example</link>${[1, 2]
      .map(
        (n) => `<item><title>Tin ${n}</title><link>https://nguon.example/tin-${n}.html</link>
      <guid>https://nguon.example/tin-${n}.html</guid><pubDate>Tue, 0${n} Feb 2022 08:00:00 +0700</pubDate>
      <category>Khoa học</category><description>&lt;p&gt;Xem &lt;a href="/tin-2.html"&gt;tin hai&lt;/a&gt;.&lt;/p&gt;</description></item>`,
      )
      .join('')}</channel></rss>`;
  const done = await broughtFrom(cx, 'rss', feed, { organisation: 'hoi-dat' });
  assert.deepEqual(done.counts, { articles: 2, pages: 0, comments: 0, media: 0, redirects: 2 });
  assert.match(JSON.stringify((await shown('Tin 1', 'hoi-dat')).body), /\/hoi-dat\/bai\/tin-2/);
  assert.equal((await broughtFrom(cx, 'rss', feed, { organisation: 'hoi-dat' })).pid, null);

  const root = path.join(folder, 'trang');
  mkdirSync(path.join(root, 'tin/anh'), { recursive: true });
  cpSync(path.join(uploads, '2019/05/ruong-bac-thang.png'), path.join(root, 'tin/anh/ruong.png'));
  const page = (title: string, words: string) =>
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body><div><h1>${title}</h1>${words}</div></body></html>`;
  writeFileSync(
    path.join(root, 'index.html'),
    page('Trang đầu', '<p>Chào bạn đọc, đây là trang của hội.</p>'),
  );
  writeFileSync(
    path.join(root, 'tin/ruong.htm'),
    page(
      'Ruộng bậc thang',
      '<p>Ngày 12/03/2009. <img src="anh/ruong.png"> Xem <a href="../index.html">trang đầu</a>.</p>',
    ),
  );
  writeFileSync(
    path.join(root, 'tin/khong-ngay.htm'),
    page('Không ngày', '<p>Bài không ghi ngày nào cả.</p>'),
  );
  const made = await broughtFolder(cx, root, { organisation: 'hoi-dat' });
  assert.deepEqual(made.counts, { articles: 2, pages: 1, comments: 0, media: 1, redirects: 2 });
  assert.equal(codes(made.problems).includes('kept_undated 1'), true);
  const field = await shown('Ruộng bậc thang', 'hoi-dat');
  assert.equal(
    field.publishedAt.toISOString().slice(0, 10),
    '2009-03-11',
    'the day began in Vietnam',
  );
  assert.match(JSON.stringify(field.body), /"type":"figure"[\s\S]*\/hoi-dat\/trang\//);
  assert.equal((await broughtFolder(cx, root, { organisation: 'hoi-dat' })).pid, null);
});

test('only who may bring a site here does', async () => {
  const actor = async (role: string) => ({
    ...cx,
    actor: await actorWith(cx.db, [role, 'hoi-dat']),
  });
  const site = wxr({ ...officeSite, address: 'https://quyen.example' });
  for (const role of ['clerk', 'editor', 'auditor'])
    await assert.rejects(
      broughtFrom(await actor(role), 'wordpress', site, { organisation: 'hoi-dat' }),
      Forbidden,
    );
  const done = await broughtFrom(await actor('leader'), 'wordpress', site, {
    organisation: 'hoi-dat',
  });
  assert.equal(done.counts.articles, 7);
});

test('what is kept holds together', async () => {
  await sound(cx.db, invariants);
});
