import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { breadcrumbs } from '../../platform/http/linked-data.ts';
import { dataBlock } from '../../ui/document.tsx';
import {
  atomOf,
  type Feed,
  highlighted,
  MOST_PLACES,
  newsArticle,
  openGraph,
  placeMapOf,
  readSearch,
  robotsOf,
  rssOf,
  searchKeys,
  sitemapIndexOf,
  snippetOf,
  tiersOf,
} from './rules/index.ts';
import { checkAtom, checkRss, checkSitemap } from './testing/feeds.ts';

const of = { title: 'Đất dốc', lead: 'Giữ đất', tags: ['Sơn La'], body: 'Đất, đất và nước.' };

describe('the words of a text', () => {
  test('stand folded, with dấu, in pairs, and by where they are', () => {
    const keys = searchKeys(of, ['@k:news']);
    for (const key of [
      't:dat',
      't:=đất',
      't:dat_doc',
      'l:giu_dat',
      'l:son_la',
      'l:dat_doc',
      'nuoc',
      '=nước',
      'dat_va',
      '@k:news',
    ])
      assert.ok(keys.includes(key), key);
    for (const key of ['t:giu', 't:nuoc', 'l:nuoc', '=va', 'doc_giu'])
      assert.ok(!keys.includes(key), key);
    assert.equal(new Set(keys).size, keys.length);
  });

  test('are the same whatever form they were typed in', () => {
    const typed = searchKeys({ ...of, title: 'ĐẤT DỐC'.normalize('NFD') }, []);
    assert.deepEqual(typed.toSorted(), searchKeys(of, []).toSorted());
    const spelt = (body: string) => searchKeys({ ...of, body }, []).toSorted();
    assert.deepEqual(spelt('hoà bình, thuý'), spelt('hòa bình, thúy'));
    assert.notDeepEqual(spelt('quý'), spelt('quy'));
  });

  test('an endless word and an endless text stay within bounds', () => {
    const keys = searchKeys(
      { ...of, body: `${'x'.repeat(10_000)} ${'chữ số 1234 '.repeat(20_000)}` },
      [],
    );
    assert.ok(keys.every((key) => key.length <= 85));
    assert.ok(keys.length < 100);
    assert.deepEqual(searchKeys({ title: '', lead: '', tags: [], body: '!!! … ☺' }, []), []);
  });
});

describe('what was typed', () => {
  test('is words and phrases in quotes of any kind', () => {
    const search = readSearch('nông dân “đất dốc” "giữ đất" lạ');
    assert.deepEqual(
      search.words.map(({ folded }) => folded),
      ['nong', 'dan', 'la'],
    );
    assert.deepEqual(
      search.phrases.map((words) => words.map(({ folded }) => folded)),
      [
        ['dat', 'doc'],
        ['giu', 'dat'],
      ],
    );
    assert.equal(search.exact, true);
    assert.equal(readSearch('dat doc').exact, false);
    assert.deepEqual(readSearch('một “hai').words.length, 2);
    assert.equal(readSearch('a b '.repeat(50)).words.length, 12);
  });

  test('is looked for with dấu first, side by side first, title before lead before text', () => {
    assert.deepEqual(tiersOf(readSearch('lúa'), ['@s:1']), [
      ['t:=lúa', '@s:1'],
      ['l:=lúa', '@s:1'],
      ['=lúa', '@s:1'],
      ['t:lua', '@s:1'],
      ['l:lua', '@s:1'],
      ['lua', '@s:1'],
    ]);
    assert.deepEqual(tiersOf(readSearch('dat doc'), [])[0], ['t:dat_doc']);
    assert.deepEqual(tiersOf(readSearch('"dat doc"'), []).at(-1), ['dat_doc']);
  });

  test('is marked in a title, words side by side as one', () => {
    const marked = (text: string, q: string) =>
      highlighted(text, readSearch(q))
        .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
        .join('');
    assert.equal(marked('Hội thảo Phục hồi đất dốc', 'dat doc'), 'Hội thảo Phục hồi [đất dốc]');
    assert.equal(marked('Đất tốt, dốc cao', 'đất dốc'), '[Đất] tốt, [dốc] cao');
    assert.equal(marked('Băng và bằng', 'bằng'), 'Băng và [bằng]');
    assert.equal(marked('Băng và bằng', 'bang'), '[Băng] và [bằng]');
    assert.equal(marked('đất và đất dốc', '"đất dốc"'), 'đất và [đất dốc]');
    assert.equal(marked('', 'x'), '');
  });

  test('is shown where most of it stands', () => {
    const text = `${'Lời mở đầu rất dài. '.repeat(60)}Ở đây có đất dốc của tỉnh. ${'Lời kết. '.repeat(60)}`;
    const pieces = snippetOf(text, readSearch('đất dốc tỉnh'));
    assert.deepEqual(
      pieces.filter(({ hit }) => hit).map(({ text: piece }) => piece),
      ['đất dốc', 'tỉnh'],
    );
    assert.equal(pieces[0]?.text, '… ');
    assert.equal(pieces.at(-1)?.text, ' …');
    assert.equal(
      pieces
        .map(({ text: piece }) => piece)
        .join('')
        .includes('Ở đây có đất dốc của tỉnh.'),
      true,
    );
    assert.equal(
      snippetOf('Không có gì.', readSearch('đất'))
        .map((one) => one.text)
        .join(''),
      'Không có gì.',
    );
    assert.deepEqual(snippetOf('', readSearch('đất')), []);
  });
});

const at = new Date('2026-05-11T01:15:00Z');
const evil = `<script>alert("1")</script> & ]]> \u0001 Ổ \ud800`;
const feed: Feed = {
  title: evil,
  description: evil,
  language: 'vi',
  page: 'https://sonla.example/tin?a=1&b=2',
  self: 'https://sonla.example/rss.xml',
  publisher: evil,
  items: [
    {
      id: 'tag:sonla.example,2026:article/abcd',
      title: evil,
      href: 'https://sonla.example/bai/nha-say',
      lead: evil,
      html: `<p>${evil}</p>`,
      publishedAt: at,
      updatedAt: new Date('2026-05-11T03:02:00Z'),
      authors: [evil],
      categories: [evil],
      cover: { href: 'https://sonla.example/hinh/a/1.jpg', type: 'image/jpeg', bytes: 1234 },
    },
    {
      id: 'tag:sonla.example,2026:article/efgh',
      title: 'Hai',
      href: 'https://sonla.example/bai/hai',
      lead: '',
      html: null,
      publishedAt: at,
      updatedAt: at,
      authors: [],
      categories: [],
      cover: null,
    },
  ],
};

describe('feeds', () => {
  test('have all that RSS 2.0 and RFC 4287 ask for, also when they are empty', () => {
    checkRss(rssOf(feed));
    checkAtom(atomOf(feed));
    checkRss(rssOf({ ...feed, items: [] }));
    checkAtom(atomOf({ ...feed, items: [] }));
  });

  test('the check finds what is missing', () => {
    const wrong: readonly [string, (text: string) => void][] = [
      [rssOf(feed).replace(/<guid[^>]*>[^<]*<\/guid>/, ''), checkRss],
      [
        rssOf(feed).replace(
          '<language>vi</language>',
          '<language>vi</language><language>en</language>',
        ),
        checkRss,
      ],
      [rssOf(feed).replace(/<pubDate>[^<]*/, '<pubDate>2026-05-11'), checkRss],
      [rssOf(feed).replace('https://sonla.example/bai/nha-say', '/bai/nha-say'), checkRss],
      [rssOf(feed).replace('</item>', ''), checkRss],
      [atomOf(feed).replace(/<id>tag[^<]*<\/id>/, ''), checkAtom],
      [
        atomOf(feed).replace(
          'tag:sonla.example,2026:article/efgh',
          'tag:sonla.example,2026:article/abcd',
        ),
        checkAtom,
      ],
      [atomOf(feed).replace(/<updated>[^<]*<\/updated>/, ''), checkAtom],
      [atomOf(feed).replace('rel="self"', 'rel="other"'), checkAtom],
      [atomOf(feed).replace('&amp;', '&'), checkAtom],
    ];
    for (const [text, check] of wrong) assert.throws(() => check(text));
  });

  test('a sitemap has at most fifty thousand addresses, whole and escaped', () => {
    const place = { href: 'https://sonla.example/tin?a=1&b=2', changedAt: at };
    checkSitemap(placeMapOf([place, { ...place, changedAt: null }]), 'urlset');
    checkSitemap(sitemapIndexOf([place]), 'sitemapindex');
    assert.throws(() => placeMapOf(Array.from({ length: MOST_PLACES + 1 }, () => place)));
    assert.match(
      robotsOf(['/vp'], ['https://a.example/sitemap.xml']),
      /^User-agent: \*\nDisallow: \/vp\n\nSitemap: https:/,
    );
  });
});

describe('what programs are told', () => {
  const facts = {
    kind: 'news' as const,
    href: 'https://sonla.example/bai/nha-say',
    title: '</script><!--<script>',
    lead: 'Dẫn',
    language: 'vi',
    publishedAt: at,
    updatedAt: at,
    authors: ['Tòng Thị Mai'],
    publisher: { name: 'Liên hiệp hội', href: 'https://sonla.example/' },
    section: 'Hội thi',
    tags: ['sấy'],
    picture: { href: 'https://sonla.example/a.jpg', width: 1200, height: 800, alt: 'Nhà sấy' },
  };

  test('a data block cannot end its element, and reads back as it was', () => {
    const block = dataBlock(newsArticle(facts));
    assert.ok(!/[<>&\u2028\u2029]/.test(block));
    const read = JSON.parse(block);
    assert.equal(read.headline, facts.title);
    assert.equal(read['@type'], 'NewsArticle');
    assert.equal(read.author[0].name, 'Tòng Thị Mai');
    assert.equal(read.image[0].width, 1200);
    assert.equal(
      JSON.parse(dataBlock(newsArticle({ ...facts, authors: [] }))).author[0]['@type'],
      'Organization',
    );
  });

  test('crumbs are counted from one; Open Graph leaves out what is not there', () => {
    const crumbs = JSON.parse(
      JSON.stringify(
        breadcrumbs([
          { name: 'a', href: 'x' },
          { name: 'b', href: 'y' },
        ]),
      ),
    );
    assert.deepEqual(
      crumbs.itemListElement.map((one: { position: number }) => one.position),
      [1, 2],
    );
    const bare = openGraph({ ...facts, lead: '', picture: null, section: null, tags: [] });
    assert.ok(!bare.some(({ property }) => /image|section|tag|description/.test(property)));
    assert.ok(
      openGraph(facts).some(
        ({ property, content }) => property === 'og:image' && content.startsWith('https:'),
      ),
    );
  });
});
