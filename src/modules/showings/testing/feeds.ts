import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';

// Strict checks of what we send to programs: well-formed XML, the elements that RSS 2.0, RFC 4287 and the sitemap
// protocol require, each as often as it may stand, whole addresses, dates of the form asked for.

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads XML; throws for what is not well-formed. */
export function readXml(text: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [
        name,
        (value as { value: string }).value,
      ]),
    );
    const node: Node = { name: tag.name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (piece) => {
    open.at(-1)!.text += piece;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  const [root] = top.children;
  assert.ok(root);
  return root;
}

const named = (node: Node, name: string): Node[] =>
  node.children.filter((one) => one.name === name);

function once(node: Node, name: string): Node {
  const [one, more] = named(node, name);
  assert.ok(one !== undefined && more === undefined, `one ${name} in ${node.name}`);
  return one;
}

const atMostOnce = (node: Node, ...names: readonly string[]): void => {
  for (const name of names) assert.ok(named(node, name).length <= 1, `${name} in ${node.name}`);
};

function whole(address: string): void {
  assert.match(address, /^https?:\/\/[^/\s]+\//, address);
  assert.ok(URL.canParse(address), address);
}

const DATE_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const DATE_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function different(nodes: readonly Node[]): void {
  const texts = nodes.map(({ text }) => text);
  assert.ok(
    texts.every((text) => text !== '') && new Set(texts).size === texts.length,
    'ids differ',
  );
}

/** RSS 2.0, as rssboard.org tells it. */
export function checkRss(text: string): Node[] {
  const rss = readXml(text);
  assert.equal(rss.name, 'rss');
  assert.equal(rss.attributes.version, '2.0');
  const channel = once(rss, 'channel');
  for (const name of ['title', 'description']) assert.notEqual(once(channel, name).text.trim(), '');
  whole(once(channel, 'link').text);
  atMostOnce(channel, 'language', 'lastBuildDate', 'pubDate', 'ttl', 'image');
  assert.match(once(channel, 'lastBuildDate').text, DATE_822);
  const self = once(channel, 'atom:link');
  assert.equal(self.attributes.rel, 'self');
  whole(self.attributes.href ?? '');
  const items = named(channel, 'item');
  for (const item of items) {
    assert.ok(once(item, 'title').text !== '' || once(item, 'description').text !== '');
    whole(once(item, 'link').text);
    assert.match(once(item, 'pubDate').text, DATE_822);
    const guid = once(item, 'guid');
    if (guid.attributes.isPermaLink !== 'false') whole(guid.text);
    atMostOnce(item, 'description', 'enclosure', 'content:encoded', 'author', 'comments');
    for (const enclosure of named(item, 'enclosure')) {
      whole(enclosure.attributes.url ?? '');
      assert.match(enclosure.attributes.length ?? '', /^\d+$/);
      assert.match(enclosure.attributes.type ?? '', /^[a-z]+\/[\w.+-]+$/);
    }
  }
  different(items.map((item) => once(item, 'guid')));
  return items;
}

/** RFC 4287. */
export function checkAtom(text: string): Node[] {
  const feed = readXml(text);
  assert.equal(feed.name, 'feed');
  assert.equal(feed.attributes.xmlns, 'http://www.w3.org/2005/Atom');
  for (const name of ['id', 'title', 'updated']) assert.notEqual(once(feed, name).text.trim(), '');
  assert.ok(URL.canParse(once(feed, 'id').text));
  assert.match(once(feed, 'updated').text, DATE_3339);
  atMostOnce(feed, 'generator', 'icon', 'logo', 'rights', 'subtitle');
  const entries = named(feed, 'entry');
  const authored = named(feed, 'author').length > 0;
  for (const author of named(feed, 'author')) assert.notEqual(once(author, 'name').text, '');
  assert.equal(named(feed, 'link').filter((link) => link.attributes.rel === 'self').length, 1);
  for (const link of named(feed, 'link')) whole(link.attributes.href ?? '');
  for (const entry of entries) {
    for (const name of ['id', 'title', 'updated']) once(entry, name);
    assert.ok(URL.canParse(once(entry, 'id').text));
    assert.match(once(entry, 'updated').text, DATE_3339);
    assert.match(once(entry, 'published').text, DATE_3339);
    atMostOnce(entry, 'content', 'summary', 'source', 'rights');
    assert.ok(authored || named(entry, 'author').length > 0);
    const alternate = named(entry, 'link').filter((link) => link.attributes.rel === 'alternate');
    assert.equal(alternate.length, 1);
    for (const link of named(entry, 'link')) whole(link.attributes.href ?? '');
    for (const category of named(entry, 'category')) assert.ok(category.attributes.term);
  }
  different(entries.map((entry) => once(entry, 'id')));
  return entries;
}

/** The sitemap protocol 0.9; gives the addresses. */
export function checkSitemap(text: string, root: 'urlset' | 'sitemapindex'): string[] {
  const map = readXml(text);
  assert.equal(map.name, root);
  assert.equal(map.attributes.xmlns, 'http://www.sitemaps.org/schemas/sitemap/0.9');
  const places = named(map, root === 'urlset' ? 'url' : 'sitemap');
  assert.equal(places.length, map.children.length);
  assert.ok(places.length >= 1 && places.length <= 50_000);
  assert.ok(Buffer.byteLength(text) <= 52_428_800);
  return places.map((place) => {
    const { text: href } = once(place, 'loc');
    whole(href);
    assert.ok(href.length < 2_048);
    for (const changed of named(place, 'lastmod')) assert.match(changed.text, DATE_3339);
    return href;
  });
}
