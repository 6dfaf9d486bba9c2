import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Problems } from '../problems.ts';
import { cut, listed, made, of, problemsOf } from '../testing.ts';
import { paragraphs } from './autop.ts';
import { prepared } from './content.ts';
import { readWordpress } from './index.ts';

// Memory is measured after what is not held was collected.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

interface Item {
  readonly id: number;
  readonly type?: string;
  readonly status?: string;
  readonly title?: string;
  readonly content?: string;
  readonly more?: string;
  readonly gmt?: string;
  readonly password?: string;
}

/** An item as WordPress 6 writes it. */
const item = ({
  id,
  type = 'post',
  status = 'publish',
  title = `Bài ${id}`,
  ...rest
}: Item): string => `
  <item>
    <title>${cdata(title)}</title>
    <link>https://lhh.example/2019/05/bai-${id}/</link>
    <pubDate>Mon, 20 May 2019 01:30:00 +0000</pubDate>
    <dc:creator>${cdata('vanphong')}</dc:creator>
    <guid isPermaLink="false">https://lhh.example/?p=${id}</guid>
    <description></description>
    <content:encoded>${cdata(rest.content ?? '')}</content:encoded>
    <excerpt:encoded>${cdata('')}</excerpt:encoded>
    <wp:post_id>${id}</wp:post_id>
    <wp:post_date>${cdata('2019-05-20 08:30:00')}</wp:post_date>
    <wp:post_date_gmt>${cdata(rest.gmt ?? '2019-05-20 01:30:00')}</wp:post_date_gmt>
    <wp:post_modified_gmt>${cdata('2019-06-01 00:00:00')}</wp:post_modified_gmt>
    <wp:comment_status>${cdata('open')}</wp:comment_status>
    <wp:post_name>${cdata(`bai-${id}`)}</wp:post_name>
    <wp:status>${cdata(status)}</wp:status>
    <wp:post_parent>0</wp:post_parent>
    <wp:menu_order>${id}</wp:menu_order>
    <wp:post_type>${cdata(type)}</wp:post_type>
    <wp:post_password>${cdata(rest.password ?? '')}</wp:post_password>
    <wp:is_sticky>0</wp:is_sticky>
    ${rest.more ?? ''}
  </item>`;

const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;

const comment = (id: number, more: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    author: 'Bạn đọc &amp; người nhà',
    author_email: 'ban@doc.example',
    author_IP: '203.0.113.9',
    date: '2019-05-21 09:00:00',
    date_gmt: '2019-05-21 02:00:00',
    content: 'Bài hay.\nMong có thêm số liệu <b>năm 2018</b>.',
    approved: '1',
    type: 'comment',
    parent: '0',
    ...more,
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `<wp:comment_${name}>${cdata(value)}</wp:comment_${name}>`,
  );
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id>${parts.join('')}</wp:comment>`;
};

const terms = `
  <wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata('vanphong')}</wp:author_login>
    <wp:author_email>${cdata('vp@lhh.example')}</wp:author_email>
    <wp:author_display_name>${cdata('Văn phòng Liên hiệp hội')}</wp:author_display_name></wp:author>
  <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>${cdata('tin-tuc')}</wp:category_nicename>
    <wp:category_parent></wp:category_parent><wp:cat_name>${cdata('Tin tức &amp; sự kiện')}</wp:cat_name></wp:category>
  <wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>${cdata('hoi-thao')}</wp:category_nicename>
    <wp:category_parent>${cdata('tin-tuc')}</wp:category_parent><wp:cat_name>${cdata('Hội thảo')}</wp:cat_name></wp:category>
  <wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>${cdata('dat-doc')}</wp:tag_slug><wp:tag_name>${cdata('đất dốc')}</wp:tag_name></wp:tag>`;

const wxr = (
  items: string,
  head = terms,
  version = '1.2',
): string => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/${version}/">
<channel>
  <title>Liên hiệp hội tỉnh</title>
  <link>https://lhh.example</link>
  <language>vi</language>
  <wp:wxr_version>${version}</wp:wxr_version>
  <wp:base_site_url>https://lhh.example</wp:base_site_url>
  <wp:base_blog_url>https://lhh.example</wp:base_blog_url>
  ${head}
  <generator>https://wordpress.org/?v=6.4</generator>
  ${items}
</channel></rss>`;

const category = (domain: string, nicename: string, name: string): string =>
  `<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>`;

const read = (...files: readonly string[]) =>
  listed(readWordpress(files.map((file) => cut(file, 1_000))));

describe('a WXR file', () => {
  test('an article with everything around it', async () => {
    const whole = item({
      id: 12,
      title: 'Đất dốc &amp; rừng ]]> Sơn La',
      content: 'Đoạn một\ncòn một dòng.\n\nĐoạn hai.',
      more:
        category('category', 'hoi-thao', 'Hội thảo') +
        category('post_tag', 'dat-doc', 'đất dốc') +
        category('post_tag', 'rung', 'rừng') +
        meta('_edit_last', '1') +
        meta('_thumbnail_id', '15') +
        meta('_wp_old_slug', 'bai-cu') +
        comment(5) +
        comment(6, { parent: '5', approved: '0' }) +
        comment(7, { type: 'pingback' }) +
        comment(8, { approved: 'spam' }),
    });
    const all = await read(wxr(whole));
    assert.deepEqual(of(all, 'author'), [
      {
        kind: 'author',
        originId: 'vanphong',
        name: 'Văn phòng Liên hiệp hội',
        email: 'vp@lhh.example',
      },
    ]);
    assert.deepEqual(
      of(all, 'section').map(({ originId, parent, name }) => [originId, parent, name]),
      [
        ['tin-tuc', null, 'Tin tức & sự kiện'],
        ['hoi-thao', 'tin-tuc', 'Hội thảo'],
      ],
    );
    assert.deepEqual(
      of(all, 'tag').map(({ name }) => name),
      ['đất dốc', 'rừng'],
    );
    assert.equal(of(all, 'site')[0]?.address, 'https://lhh.example');
    const [article] = of(all, 'article');
    assert.deepEqual(
      { ...article, html: '' },
      {
        kind: 'article',
        originId: '12',
        type: 'post',
        title: 'Đất dốc & rừng ]]> Sơn La',
        slug: 'bai-12',
        html: '',
        lead: '',
        author: 'vanphong',
        sections: ['hoi-thao'],
        tags: ['dat-doc', 'rung'],
        cover: { originId: '15' },
        galleries: [],
        state: 'published',
        publishedAt: '2019-05-20T01:30:00Z',
        changedAt: '2019-06-01T00:00:00Z',
        until: null,
        language: null,
        comments: true,
        pinned: false,
        reads: null,
      },
    );
    assert.equal(article?.html, '<p>Đoạn một<br>\ncòn một dòng.</p>\n<p>Đoạn hai.</p>');
    assert.deepEqual(
      of(all, 'redirect').map(({ from }) => from),
      ['/2019/05/bai-12/', '/2019/05/bai-cu/', '/?p=12'],
    );
    assert.deepEqual(
      of(all, 'comment').map(({ originId, parent, state }) => [originId, parent, state]),
      [
        ['5', null, 'approved'],
        ['6', '5', 'waiting'],
        ['8', null, 'spam'],
      ],
    );
    const [first] = of(all, 'comment');
    assert.equal(first?.text, 'Bài hay.\nMong có thêm số liệu năm 2018.');
    assert.equal(first?.at, '2019-05-21T02:00:00Z');
    assert.equal(first?.name, 'Bạn đọc & người nhà');
    assert.ok(!JSON.stringify(all).includes('203.0.113.9'));
    assert.deepEqual(problemsOf(all), ['skipped_comment pingback 1']);
  });

  test('wherever the file is cut, the records are the same', async () => {
    const file = wxr(item({ id: 1, content: 'Chữ ]]> Việt: ễ ộ ữ', more: comment(2) }));
    const whole = await read(file);
    for (const size of [1, 2, 3, 7, 64])
      assert.deepEqual(await listed(readWordpress([cut(file, size)])), whole, String(size));
  });

  test('every status and kind of item', async () => {
    const statuses: [Item, string][] = [
      [{ id: 1, status: 'publish' }, 'published'],
      [{ id: 2, status: 'future' }, 'scheduled'],
      [{ id: 3, status: 'draft', gmt: '0000-00-00 00:00:00' }, 'draft'],
      [{ id: 4, status: 'pending' }, 'draft'],
      [{ id: 5, status: 'private' }, 'private'],
      [{ id: 6, status: 'trash' }, 'trash'],
      [{ id: 7, password: 'x' }, 'protected'],
      [{ id: 8, type: 'page' }, 'published'],
      [{ id: 9, type: 'van-ban' }, 'published'],
    ];
    const rest = [
      { id: 20, type: 'revision', status: 'inherit' },
      { id: 21, type: 'wp_global_styles' },
      { id: 22, type: 'wpcf7_contact_form' },
      { id: 23, status: 'auto-draft' },
    ];
    const all = await read(wxr([...statuses.map(([one]) => one), ...rest].map(item).join('')));
    assert.deepEqual(
      of(all, 'article', 'page').map(({ originId, state }) => [Number(originId), state]),
      statuses.map(([{ id }, state]) => [id, state]),
    );
    assert.equal(of(all, 'article').find((one) => one.originId === '3')?.publishedAt, null);
    assert.deepEqual(problemsOf(all), [
      'other_type van-ban 1',
      'skipped_type revision 1',
      'skipped_type wp_global_styles 1',
      'skipped_type wpcf7_contact_form 1',
      'skipped_type post 1',
    ]);
  });

  test('without Greenwich time the local one is Vietnam’s', async () => {
    const all = await read(wxr(item({ id: 1, gmt: '0000-00-00 00:00:00' })));
    assert.equal(of(all, 'article')[0]?.publishedAt, '2019-05-20T01:30:00Z');
  });

  test('media and menus', async () => {
    const address = 'https://lhh.example/wp-content/uploads/2019/05/%C4%91at-doc.jpg';
    const attachment = item({
      id: 15,
      type: 'attachment',
      status: 'inherit',
      more: `<wp:attachment_url>${cdata(address)}</wp:attachment_url>${meta('_wp_attachment_image_alt', 'Đồi chè')}`,
    });
    const menu = (id: number, entries: Record<string, string>, label = '') =>
      item({
        id,
        type: 'nav_menu_item',
        title: label,
        more:
          category('nav_menu', 'chinh', 'Menu chính') +
          Object.entries(entries)
            .map(([name, value]) => meta(`_menu_item_${name}`, value))
            .join(''),
      });
    const all = await read(
      wxr(
        attachment +
          menu(31, { type: 'custom', url: 'https://vusta.vn/' }, 'LHH Việt Nam') +
          menu(32, {
            type: 'taxonomy',
            object: 'category',
            object_id: '4',
            menu_item_parent: '31',
          }) +
          menu(33, { type: 'post_type', object: 'page', object_id: '8' }) +
          menu(34, { type: 'taxonomy', object: 'category', object_id: '99' }),
      ),
    );
    const [medium] = of(all, 'media');
    assert.equal(medium?.file, '2019/05/đat-doc.jpg');
    assert.equal(medium?.alt, 'Đồi chè');
    assert.ok(of(all, 'redirect').some(({ from }) => from === new URL(address).pathname));
    assert.deepEqual(
      of(all, 'menu_item').map(({ originId, parent, target, menu: name }) => [
        originId,
        parent,
        target,
        name,
      ]),
      [
        ['31', null, { href: 'https://vusta.vn/' }, 'Menu chính'],
        ['32', '31', { kind: 'section', originId: 'hoi-thao' }, 'Menu chính'],
        ['33', null, { kind: 'page', originId: '8' }, 'Menu chính'],
      ],
    );
    assert.deepEqual(problemsOf(all), ['menu_item_lost 1']);
  });

  test('several files are one export: nothing of the head or of an item comes twice', async () => {
    const all = await read(
      wxr(item({ id: 1 }) + item({ id: 2 })),
      wxr(item({ id: 2 }) + item({ id: 3 })),
    );
    assert.deepEqual(
      of(all, 'article').map(({ originId }) => originId),
      ['1', '2', '3'],
    );
    assert.equal(of(all, 'author').length, 1);
    assert.equal(of(all, 'section').length, 2);
  });

  test('version 1.0, without a head', async () => {
    const all = await read(
      wxr(item({ id: 1, more: category('category', 'tin', 'Tin') }), '', '1.0'),
    );
    assert.deepEqual(
      of(all, 'section').map(({ name }) => name),
      ['Tin'],
    );
  });

  test('letters that XML forbids are dropped, the rest is read', async () => {
    const all = await read(wxr(item({ id: 1, content: 'a\u0008b\u000bc' })));
    assert.equal(of(all, 'article')[0]?.html, '<p>abc</p>');
  });
});

describe('what is no export, or means harm', () => {
  const refused = (file: string) =>
    read(file).then(
      () => 'read',
      (error: { code: string }) => error.code,
    );
  test('each is refused with its reason', async () => {
    assert.equal(await refused(''), 'empty_file');
    assert.equal(await refused('<rss><channel><item/></channel></rss>'), 'not_wxr');
    assert.equal(await refused(wxr(item({ id: 1 })).slice(0, -40)), 'xml_cut_off');
    assert.equal(await refused('<a>'.repeat(200)), 'xml_too_deep');
  });
  test('entities of its own are refused before anything is read or grows', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
      <!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&b;&x;</rss>`;
    assert.equal(await refused(bomb), 'xml_entities');
  });
  test('one endless element fills no memory', async () => {
    const endless = function* () {
      yield wxr('').split('<channel>')[0]!;
      for (let n = 0; n < 2_000; n += 1) yield 'x'.repeat(65_536);
    };
    await assert.rejects(listed(readWordpress([made(endless())])), { code: 'xml_too_long' });
  });
});

test('memory stays flat however long the file is', async () => {
  const [head = '', tail = ''] = wxr('<!--items-->').split('<!--items-->');
  const body = 'Một đoạn văn dài về đất dốc và rừng. '.repeat(200);
  function* file(items: number): Generator<string> {
    yield head;
    for (let id = 1; id <= items; id += 1) yield item({ id, content: body, more: comment(id) });
    yield tail;
  }
  const heldAfter = async (items: number): Promise<number> => {
    let articles = 0;
    let most = 0;
    for await (const one of readWordpress([made(file(items))])) {
      if (one.kind !== 'article') continue;
      articles += 1;
      if (articles % 100 !== 0) continue;
      collect();
      most = Math.max(most, process.memoryUsage().heapUsed);
    }
    assert.equal(articles, items);
    return most;
  };
  await heldAfter(300);
  const few = await heldAfter(300);
  const many = await heldAfter(3_000);
  assert.ok(many - few < 15_000_000, `${many - few} bytes more for 10 times the file`);
});

describe('content', () => {
  const html = (content: string, problems = new Problems()) =>
    prepared(content, problems, '1').html;

  test('classic text becomes paragraphs; what is HTML stays', () => {
    const cases: [string, string][] = [
      ['a\n\nb', '<p>a</p>\n<p>b</p>'],
      ['a\r\nb', '<p>a<br>\nb</p>'],
      ['<h2>T</h2>\na', '<h2>T</h2>\n<p>a</p>'],
      [
        'a <b>b</b>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\nc',
        '<p>a <b>b</b></p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<p>c</p>',
      ],
      ['<blockquote>a\n\nb</blockquote>', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>'],
      ['<pre>a\n\n  b</pre>', '<pre>a\n\n  b</pre>'],
      ['<p>đã có</p>\n\nchưa có', '<p>đã có</p>\n<p>chưa có</p>'],
      ['<img src="a.jpg"\nalt="b" />', '<p><img src="a.jpg" alt="b" /></p>'],
      ['', ''],
    ];
    for (const [typed, expected] of cases) assert.equal(paragraphs(typed), expected, typed);
  });

  test('captions old and new, galleries, players, addresses', () => {
    const picture = '<img src="a.jpg" alt="A" />';
    const figure = `<figure>${picture}<figcaption>Lễ trao giải</figcaption></figure>`;
    assert.equal(html(`[caption id="x" width="3"]${picture} Lễ trao giải[/caption]`), figure);
    assert.equal(html(`[caption width="3" caption="Lễ trao giải"]${picture}[/caption]`), figure);
    const galleries = prepared(
      '[gallery ids="3, 5,8"] và [gallery columns="2"]',
      new Problems(),
      '1',
    );
    assert.deepEqual(galleries.galleries, [['3', '5', '8'], []]);
    assert.match(galleries.html, /<figure data-gallery="0">[\s\S]*<figure data-gallery="1">/);
    const film = 'https://www.youtube.com/watch?v=abc&t=3';
    const link =
      '<p><a href="https://www.youtube.com/watch?v=abc&amp;t=3">https://www.youtube.com/watch?v=abc&amp;t=3</a></p>';
    assert.equal(html(`[embed width="3"]${film}[/embed]`), link);
    assert.equal(html('[video mp4="/a.mp4"][/video]'), '<video controls src="/a.mp4"></video>');
    assert.equal(
      html('https://vimeo.com/1'),
      '<p><a href="https://vimeo.com/1">https://vimeo.com/1</a></p>',
    );
  });

  test('shortcodes that nobody knows are told once, brackets of words stay', () => {
    const problems = new Problems();
    const text =
      '[su_box title="x"]Bên trong[/su_box] [contact-form-7 id="3"] [sic] [1] [[gallery]] [su_box]y[/su_box]';
    assert.equal(html(text, problems), '<p>Bên trong  [sic] [1] [gallery] y</p>');
    assert.deepEqual(
      problems.all().map(({ code, count, data }) => [code, count, data.name]),
      [
        ['unknown_shortcode', 2, 'su_box'],
        ['unknown_shortcode', 1, 'contact-form-7'],
      ],
    );
  });

  test('ends are found whatever their case; brackets without end in great number take no time', () => {
    assert.equal(
      html('İİ [Caption]<img src="a.jpg">b[/CAPTION] c'),
      '<p>İİ</p>\n<figure><img src="a.jpg"><figcaption>b</figcaption></figure>\n<p>c</p>',
    );
    const many = '[ab_c] '.repeat(50_000);
    assert.equal(html(many), '');
  });

  test('blocks lose their remarks; what the program would draw is told', () => {
    const problems = new Problems();
    const content = `<!-- wp:paragraph {"align":"center"} -->
<p class="has-text-align-center">Một</p>
<!-- /wp:paragraph -->

<!-- wp:gallery {"ids":[7,9]} --><figure class="wp-block-gallery"></figure><!-- /wp:gallery -->

<!-- wp:embed {"url":"https://youtu.be/x"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://youtu.be/x
</div></figure>
<!-- /wp:embed -->
<!-- wp:spacer {"height":"20px"} /-->
<!-- wp:latest-posts {"postsToShow":3} /-->`;
    const read = prepared(content, problems, '1');
    assert.match(read.html, /^<p class="has-text-align-center">Một<\/p>/);
    assert.match(read.html, /<a href="https:\/\/youtu\.be\/x">/);
    assert.ok(!read.html.includes('wp:'));
    assert.deepEqual(read.galleries, [['7', '9']]);
    assert.deepEqual(
      problems.all().map(({ code, data }) => [code, data.name]),
      [['dynamic_block', 'latest-posts']],
    );
  });

  test('what stands before "read more" is the lead', () => {
    const { before, html: read } = prepared(
      'Mở <b>đầu</b>.<!--more-->\n\nThân bài.',
      new Problems(),
      '1',
    );
    assert.equal(before, 'Mở đầu.');
    assert.equal(read, '<p>Mở <b>đầu</b>.</p>\n<p>Thân bài.</p>');
  });
});
