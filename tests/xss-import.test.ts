// What wants to run, taken in with an old site in every place that a file of it has: nothing of it is in what a
// reader is sent.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import sharp from 'sharp';
import {
  broughtFolder,
  broughtFrom,
  menuItem,
  wxr,
} from '../src/modules/newcomers/testing/index.ts';
import { all } from '../src/platform/database/query.ts';
import { type DemoProduct, demoProduct } from '../src/testing.ts';
import { evilAddresses, evilWords, xssCorpus } from './support/xss-corpus.ts';

let product: DemoProduct;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-xss-'));
before(async () => {
  product = await demoProduct();
});
after(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const plain = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
const escaped = (text: string): string =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const organisation = 'quangngai';

const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'xlink:href',
  'srcset',
  'background',
]);

/** What of a page would run, load or lead where it may not. */
function wrongIn(node: Tree.Node): string[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(wrongIn) : [];
  if (!('tagName' in node)) return below;
  const { tagName, attrs } = node;
  const of = (name: string): string => attrs.find((one) => one.name === name)?.value ?? '';
  const wrong = attrs.flatMap(({ name, value }) => {
    if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
      return [`${tagName} ${name}`];
    if (!addresses.has(name) || value === '') return [];
    const url = URL.canParse(value, 'http://here.example')
      ? new URL(value, 'http://here.example')
      : null;
    if (url === null || url.username !== '') return [`${tagName} ${name}=${value}`];
    const loaded = name !== 'href' || tagName === 'link';
    const followed = /^(https?|mailto|tel):$/.test(url.protocol);
    // Feeds and the page's own address are named by the host that is asked.
    const ours = url.host === 'here.example' || url.host === 'localhost';
    return followed && (!loaded || ours || of('rel') !== '') ? [] : [`${tagName} ${name}=${value}`];
  });
  const data = tagName === 'script' && of('type') === 'application/ld+json';
  if (data) JSON.parse(node.childNodes.map((one) => ('value' in one ? one.value : '')).join(''));
  if (tagName === 'script' && !data && !of('src').startsWith('/assets/')) wrong.push('script');
  if (/^(iframe|object|embed|applet|base|frame|frameset|style|marquee|math)$/.test(tagName))
    wrong.push(tagName);
  if (tagName === 'meta' && of('http-equiv') !== '') wrong.push('meta http-equiv');
  return [...wrong, ...below];
}

async function look(addresses: Iterable<string>): Promise<number> {
  let seen = 0;
  for (const address of addresses) {
    const answer = await product.get(address);
    const text = await answer.text();
    assert.equal(answer.status, 200, address);
    if ((answer.headers.get('content-type') ?? '').startsWith('text/html'))
      assert.deepEqual(wrongIn(parse(text)), [], `${address}\n${text.slice(0, 200)}`);
    seen += 1;
  }
  return seen;
}

/** Addresses of everything public of the office that this file has brought. */
async function publicPages(origin: string): Promise<string[]> {
  const rows = await all(
    product.runtime.database.db,
    sql<{ kind: string; slug: string }>`select a.kind, a.slug from article a
      join organisation o on o.id = a.organisation_id
      where o.code = ${organisation} and a.origin = ${origin} and a.live_version is not null`,
  );
  return rows.map(
    ({ kind, slug }) => `/${organisation}/${kind === 'page' ? 'trang' : 'bai'}/${slug}`,
  );
}

const cx = () => product.runtime.cx('cli');

test('a WordPress site: texts, titles, leads, names, comments, sections, tags, menus, files', async () => {
  const uploads = path.join(folder, 'uploads');
  mkdirSync(uploads, { recursive: true });
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#264' } })
    .png()
    .toBuffer();
  const words = [...evilWords, ...xssCorpus];
  const at = (n: number): string => words[n % words.length]!;
  const named = evilWords.map((one, n) => `${one.replace(/[/\0]/g, '_').slice(0, 80)}${n}.png`);
  for (const [n, name] of named.entries())
    writeFileSync(path.join(uploads, name), Buffer.concat([bytes, Buffer.from(String(n))]));
  const main = ['chinh', 'Chính'] as const;
  const file = wxr({
    address: 'https://xau.example',
    title: escaped(at(0)),
    authors: evilWords.map((one, n) => [`a${n}`, plain(one)] as const),
    categories: evilWords.map((one, n) => [`muc-${n}`, '', plain(one), plain(one)] as const),
    tags: evilWords.map((one, n) => [`the-${n}`, plain(one)] as const),
    menus: [main],
    items: [
      ...named.map((name, n) => ({
        id: 10_000 + n,
        type: 'attachment',
        status: 'inherit',
        title: plain(at(n)),
        excerpt: plain(at(n)),
        name: `anh-${n}`,
        attachment: `https://xau.example/wp-content/uploads/${encodeURIComponent(name)}`,
        meta: { _wp_attached_file: plain(name), _wp_attachment_image_alt: plain(at(n)) },
      })),
      ...xssCorpus.map((html, n) => ({
        id: n + 1,
        type: n % 9 === 8 ? 'page' : 'post',
        title: plain(at(n)),
        name: `bai-${n}`,
        author: `a${n % evilWords.length}`,
        excerpt: plain(at(n + 7)),
        sticky: n < 6,
        content: `${plain(html)}<img src="https://xau.example/wp-content/uploads/${encodeURIComponent(named[n % named.length]!)}" alt="${escaped(at(n))}">`,
        terms: [
          ['category', `muc-${n % evilWords.length}`, plain(at(n))] as const,
          ['post_tag', `the-${n % evilWords.length}`, plain(at(n))] as const,
        ],
        meta: { _thumbnail_id: String(10_000 + (n % named.length)) },
        comments: (n % 3 === 0 ? [0] : []).flatMap(() => [
          { id: 2 * n + 1, author: plain(at(n)), email: plain(at(n)), content: plain(html) },
          { id: 2 * n + 2, parent: 2 * n + 1, author: plain(at(n + 3)), content: plain(at(n + 3)) },
        ]),
      })),
      ...evilAddresses.map((address, n) =>
        menuItem(20_000 + n, main, n, plain(at(n)) || 'x', { url: plain(address) }),
      ),
    ],
  });
  const done = await broughtFrom(cx(), 'wordpress', file, { organisation, uploads });
  assert.ok(done.counts.articles > 200, JSON.stringify(done.counts));
  assert.ok(done.counts.comments > 100 && done.counts.media > 5, JSON.stringify(done.counts));
  const pages = await publicPages('wordpress');
  const around = ['', '/tin', '/thu-vien', '/rss.xml', '/atom.xml', '/sitemap.xml'].map(
    (one) => `/${organisation}${one}`,
  );
  const sections = await all(
    product.runtime.database.db,
    sql<{
      slug: string;
    }>`select s.slug from section s join organisation o on o.id = s.organisation_id
      where o.code = ${organisation}`,
  );
  const seen = await look([
    ...around,
    ...pages,
    ...sections.map(({ slug }) => `/${organisation}/chuyen-muc/${slug}`),
  ]);
  assert.ok(seen > 250, String(seen));
  // The office reads them too.
  const editor = await product.signIn('admin');
  for (const address of [
    `/vp/${organisation}/bai-viet`,
    `/vp/${organisation}/binh-luan`,
    `/vp/${organisation}/thu-vien`,
  ]) {
    const answer = await product.get(address, editor);
    assert.equal(answer.status, 200, address);
    assert.deepEqual(wrongIn(parse(await answer.text())), [], address);
  }
});

test('a Joomla database as JSON', async () => {
  const table = (name: string, data: readonly object[]) => ({
    type: 'table',
    name,
    database: 'cu',
    data,
  });
  const cells = (n: number, html: string) => ({
    id: String(n + 1),
    asset_id: '9',
    title: evilWords[n % evilWords.length],
    alias: `bai-${n}`,
    introtext: html,
    fulltext: n % 2 === 0 ? '' : html,
    state: '1',
    catid: '2',
    created: '2020-01-01 00:00:00',
    created_by: '1',
    created_by_alias: evilWords[(n + 1) % evilWords.length],
    modified: '2020-01-01 00:00:00',
    publish_up: '2020-01-01 00:00:00',
    publish_down: '0000-00-00 00:00:00',
    images: JSON.stringify({ image_intro: html }),
    access: '1',
    hits: '1',
    featured: '0',
    language: '*',
  });
  const file = JSON.stringify([
    { type: 'header', version: '5.2.1' },
    table('jos_categories', [
      {
        id: '2',
        parent_id: '1',
        path: 'x',
        extension: 'com_content',
        title: evilWords[0],
        alias: 'x',
        description: xssCorpus[0],
      },
    ]),
    table(
      'jos_content',
      xssCorpus.map((html, n) => cells(n, html)),
    ),
  ]);
  const done = await broughtFrom(cx(), 'joomla', file, {
    organisation,
    address: 'https://xau2.example',
  });
  assert.ok(done.counts.articles >= xssCorpus.length - 5, JSON.stringify(done.counts));
  assert.ok((await look(await publicPages('joomla'))) >= xssCorpus.length - 5);
});

test('a feed', async () => {
  const items = xssCorpus.map(
    (html, n) => `<item><title>${escaped(evilWords[n % evilWords.length]!)}</title>
      <link>${escaped(evilAddresses[n % evilAddresses.length]!)}</link><guid>tin-${n}</guid>
      <pubDate>Tue, 01 Feb 2022 08:00:00 +0700</pubDate><dc:creator>${escaped(evilWords[(n + 2) % evilWords.length]!)}</dc:creator>
      <category>${escaped(evilWords[(n + 4) % evilWords.length]!)}</category>
      <enclosure type="image/png" url="${escaped(evilAddresses[(n + 1) % evilAddresses.length]!)}"/>
      <description>${escaped(html)}</description><content:encoded>${n % 3 === 0 ? '' : escaped(html)}</content:encoded></item>`,
  );
  const file = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:content="c"><channel><title>x</title>
    <link>https://xau3.example</link>${items.join('')}</channel></rss>`;
  const done = await broughtFrom(cx(), 'rss', file, { organisation });
  assert.ok(done.counts.articles >= xssCorpus.length - 5, JSON.stringify(done.counts));
  assert.ok((await look(await publicPages('rss'))) >= xssCorpus.length - 5);
});

test('a folder of pages', async () => {
  const root = path.join(folder, 'trang');
  mkdirSync(root, { recursive: true });
  for (const [n, html] of xssCorpus.entries())
    writeFileSync(
      path.join(root, `trang-${n}.html`),
      `<!doctype html><html><head><title>${escaped(evilWords[n % evilWords.length]!)}</title>
        <meta name="description" content="${escaped(evilWords[(n + 1) % evilWords.length]!)}">
        <meta name="keywords" content="${escaped(evilWords[(n + 2) % evilWords.length]!)}">
        <meta name="author" content="${escaped(evilWords[(n + 3) % evilWords.length]!)}"></head>
        <body><p>Ngày 12/03/2009, một bài của trang cũ.</p>${plain(html)}</body></html>`,
    );
  const done = await broughtFolder(cx(), root, { organisation });
  assert.ok(done.counts.articles >= xssCorpus.length - 10, JSON.stringify(done.counts));
  assert.ok((await look(await publicPages('html'))) >= xssCorpus.length - 10);
});
