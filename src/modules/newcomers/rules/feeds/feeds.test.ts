import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, listed, of, problemsOf } from '../testing.ts';
import { readFeeds } from './index.ts';

const read = (file: string | Uint8Array, size = 50) => listed(readFeeds([cut(file, size)]));

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Liên hiệp hội &amp; bạn</title><link>https://lhh.example/</link><language>vi</language>
<item><title>Đất dốc &lt;b&gt;mới&lt;/b&gt;</title><link>https://lhh.example/tin/dat-doc.html?x=1&amp;y=2</link>
<guid isPermaLink="false">12</guid><pubDate>Mon, 20 May 2019 08:30:00 +0700</pubDate><dc:creator>Văn phòng</dc:creator>
<category>Tin tức</category><category>Hội thảo</category><description>Tóm &lt;i&gt;tắt&lt;/i&gt;</description>
<content:encoded><![CDATA[<p>Thân bài</p>]]></content:encoded>
<enclosure url="https://lhh.example/a.jpg" type="image/jpeg" length="3"/></item>
<item><title>Chỉ tóm tắt</title><link>https://lhh.example/b</link><description>&lt;p&gt;Ngắn&lt;/p&gt;</description><category>Tin tức</category></item>
<item><title>Chỉ tóm tắt</title><link>https://lhh.example/b</link></item>
</channel></rss>`;

test('RSS 2.0, wherever it is cut', async () => {
  const all = await read(rss);
  assert.deepEqual(await read(rss, 1), all);
  const [first, second] = of(all, 'article');
  assert.deepEqual(
    [
      first?.originId,
      first?.title,
      first?.html,
      first?.lead,
      first?.author,
      first?.sections,
      first?.publishedAt,
    ],
    [
      '12',
      'Đất dốc mới',
      '<p>Thân bài</p>',
      'Tóm tắt',
      'Văn phòng',
      ['Tin tức', 'Hội thảo'],
      '2019-05-20T01:30:00Z',
    ],
  );
  assert.deepEqual(first?.cover, { address: 'https://lhh.example/a.jpg' });
  assert.deepEqual(
    [second?.originId, second?.html, second?.publishedAt],
    ['https://lhh.example/b', '<p>Ngắn</p>', null],
  );
  assert.deepEqual(
    of(all, 'section').map(({ name }) => name),
    ['Tin tức', 'Hội thảo'],
  );
  assert.deepEqual(
    of(all, 'redirect').map(({ from }) => from),
    ['/tin/dat-doc.html?x=1&y=2', '/b'],
  );
  assert.deepEqual(
    of(all, 'site').map(({ title, address, language }) => [title, address, language]),
    [['Liên hiệp hội & bạn', 'https://lhh.example', 'vi']],
  );
  assert.deepEqual(problemsOf(all), ['only_summary 1', 'without_date 1', 'entry_twice 1']);
});

test('Atom, with HTML as text and as markup', async () => {
  const all =
    await read(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Hội</title>
    <link rel="self" href="https://hoi.example/atom"/><link href="https://hoi.example/"/>
    <entry><id>tag:hoi.example,2020:1</id><title type="html">Một &amp;amp; hai</title>
      <link rel="alternate" href="https://hoi.example/1"/><published>2020-02-29T23:30:00Z</published>
      <updated>2020-03-01T00:00:00+07:00</updated><author><name>Lò Văn Hặc</name></author>
      <category term="tin" label="Tin"/><content type="html">&lt;p&gt;Bài&lt;/p&gt;</content></entry>
    <entry><id>2</id><title>B</title><link href="/2"/><updated>2020-03-02T00:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>Đầu</h2><p>a &lt; b</p></div></content></entry></feed>`);
  const [first, second] = of(all, 'article');
  assert.deepEqual(
    [
      first?.title,
      first?.html,
      first?.author,
      first?.sections,
      first?.publishedAt,
      first?.changedAt,
    ],
    [
      'Một & hai',
      '<p>Bài</p>',
      'Lò Văn Hặc',
      ['Tin'],
      '2020-02-29T23:30:00Z',
      '2020-02-29T17:00:00Z',
    ],
  );
  assert.deepEqual(
    [second?.html, second?.publishedAt],
    ['<h2>Đầu</h2><p>a &lt; b</p>', '2020-03-02T00:00:00Z'],
  );
  assert.equal(of(all, 'site')[0]?.address, 'https://hoi.example');
});

test('RDF, and a feed in Windows-1258', async () => {
  const rdf =
    await read(`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/">
    <title>A</title><link>https://a.example/</link></channel><item rdf:about="https://a.example/x">
    <title>X</title><link>https://a.example/x</link><dc:date>2005-06-07T08:09:10+07:00</dc:date>
    <description>m</description></item></rdf:RDF>`);
  assert.deepEqual(
    of(rdf, 'article').map(({ originId, publishedAt }) => [originId, publishedAt]),
    [['https://a.example/x', '2005-06-07T01:09:10Z']],
  );
  // "Hôị" as Windows-1258 keeps it: the vowel, then its tone.
  const head =
    '<?xml version="1.0" encoding="windows-1258"?><rss><channel><item><guid>1</guid><title>H';
  const tail =
    '</title><content>x</content><pubDate>2005-06-07 08:00:00</pubDate></item></channel></rss>';
  const bytes = Buffer.concat([
    Buffer.from(head),
    Buffer.from([0xf4, 0xf2, 0x69]),
    Buffer.from(tail),
  ]);
  const old = await read(bytes, 7);
  assert.equal(of(old, 'article')[0]?.title, 'Hộ\u0069'.normalize('NFC'));
});

test('what is no feed is refused', async () => {
  await assert.rejects(read('<html><body>a</body></html>'), { code: 'not_a_feed' });
});
