// Pages in English: all that stands around and in them is English, and what is not says so.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { demoProduct } from '../src/testing.ts';
import { textOf } from './support/html.ts';

const product = await demoProduct();
after(() => product.close());
const { db } = product.runtime.cx('cli');

const { rows: pieces } = await sql<{ pid: string; slug: string; other: string }>`
  select e.pid, e.slug, v.slug as other from showing_article e join article a on a.id = e.article_id
    join showing_article v on v.article_id = a.translation_of join organisation o on o.id = e.organisation_id
  where o.code = 'sonla' and e.language = 'en' order by e.published_at desc`.execute(db);
const [piece] = pieces;
assert.ok(pieces.length >= 2 && piece !== undefined);
const { rows: polls } = await sql<{ pid: string }>`select p.pid from poll p
  join organisation o on o.id = p.organisation_id where o.code = 'sonla' and p.state <> 'draft'`.execute(
  db,
);
const { rows: comments } = await sql<{ pid: string }>`select m.pid from comment m
  join discussion d on d.id = m.discussion_id where d.subject_pid = ${piece.pid}
    and m.state = 'published' order by m.posted_at`.execute(db);

const article = `/sonla/bai/${piece.slug}`;
const discussion = `/sonla/binh-luan/article/${piece.pid}`;
const pages = [
  '/sonla/en',
  '/sonla/tin?ngon-ngu=en',
  '/sonla/tin?ngon-ngu=en&nam=1999',
  '/sonla/thong-bao?ngon-ngu=en',
  '/sonla/tu-khoa/longan?ngon-ngu=en',
  article,
  `${article}/in`,
  '/sonla/tim?ngon-ngu=en',
  '/sonla/tim?ngon-ngu=en&q=solar',
  '/sonla/tim?ngon-ngu=en&q=qwxz',
  discussion,
  `${discussion}/viet`,
  `${discussion}/tra-loi/${comments[0]?.pid}`,
  `${discussion}/da-gui`,
  `/sonla/binh-luan/${comments[0]?.pid}/bao-vi-pham`,
  `/sonla/binh-luan/${comments[0]?.pid}/da-bao`,
  `/sonla/gui-thu/article/${piece.pid}`,
  `/sonla/gui-thu/article/${piece.pid}/da-gui`,
  '/sonla/tham-do?ngon-ngu=en',
  `/sonla/tham-do/${polls[0]?.pid}?ngon-ngu=en`,
];

const letters = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;
// Names stay as people and products write them.
const names = /Tòng Thị Mai|Hoàng Minh Khuê|Lò Văn Chựa|Liên Trí/gu;
const spoken = ['title', 'alt', 'aria-label', 'placeholder', 'value', 'content'];

type Node = DefaultTreeAdapterTypes.Node;

/** What a page says in Vietnamese letters where it does not say that it is Vietnamese. */
function vietnameseIn(node: Node): string[] {
  const attributes = 'attrs' in node ? node.attrs : [];
  const lang = attributes.find(({ name }) => name === 'lang')?.value;
  if (lang === 'vi') return [];
  const said = [
    ...(node.nodeName === '#text' && 'value' in node ? [node.value] : []),
    ...attributes.filter(({ name }) => spoken.includes(name)).map(({ value }) => value),
  ];
  return [
    ...said.filter((text) => letters.test(text.replace(names, ''))),
    ...('childNodes' in node ? node.childNodes.flatMap(vietnameseIn) : []),
  ];
}

for (const address of pages)
  test(`${address.replaceAll(/[0-9a-z]{16}/g, '…')} speaks English`, async () => {
    const answer = await product.get(address);
    const html = await answer.text();
    assert.equal(answer.status, 200, textOf(html).slice(0, 300));
    assert.match(html, /<html lang="en">/);
    assert.deepEqual(vietnameseIn(parse(html)), []);
  });

test('each page names the other language and leads to it', async () => {
  const english = await (await product.get(article)).text();
  const vietnamese = await (await product.get(`/sonla/bai/${piece.other}`)).text();
  for (const html of [english, vietnamese]) {
    assert.match(html, new RegExp(`<link rel="alternate" hreflang="en" href="[^"]*${article}"`));
    assert.match(
      html,
      new RegExp(`<link rel="alternate" hreflang="vi" href="[^"]*/sonla/bai/${piece.other}"`),
    );
  }
  assert.match(english, /lang="vi">\s*Đọc bằng tiếng Việt/);
  assert.match(vietnamese, /lang="en">\s*Read in English/);
  assert.match(vietnamese, /<html lang="vi">/);
  // The utility line: on an article to its translation, elsewhere to the home in the other language.
  const utility = (html: string) => /<div class="utility.*?<\/nav>/s.exec(html)?.[0] ?? '';
  assert.match(utility(vietnamese), new RegExp(`href="${article}" lang="en" hreflang="en"`));
  const home = await (await product.get('/sonla')).text();
  assert.match(utility(home), /href="\/sonla\/en" lang="en" hreflang="en"/);
  const list = await (await product.get('/sonla/tin?ngon-ngu=en')).text();
  assert.match(utility(list), /href="\/sonla\/tin" lang="vi" hreflang="vi"/);
});

test('what a reader sends under an English article is answered in English', async () => {
  const html = await (await product.get(article)).text();
  const opened = /name="luc" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const answer = await product.post(discussion, { luc: opened, name: '', email: 'x', body: '' });
  const page = await answer.text();
  assert.equal(answer.status, 422);
  assert.match(page, /<html lang="en">/);
  assert.deepEqual(vietnameseIn(parse(page)), []);
});

test('the English frame has the menu lines and the name that the site was given', async () => {
  const html = await (await product.get('/sonla/en')).text();
  const menu = textOf(/<nav class="portal-menu.*?<\/nav>/s.exec(html)?.[0] ?? '');
  assert.equal(menu, 'Home News Poll Contact (in Vietnamese)');
  assert.match(html, /<h1>Son La Union of Science and Technology Associations<\/h1>/);
  const other = await (await product.get('/sonla')).text();
  assert.ok(!other.includes('Contact (in Vietnamese)'));
});

test('a site without anything in English has no English home, and no way to it', async () => {
  assert.equal((await product.get('/quangngai/en')).status, 404);
  assert.equal((await product.get('/en')).status, 404);
  const html = await (await product.get('/quangngai')).text();
  assert.ok(!/hreflang="en"/.test(html));
  const list = await (await product.get('/quangngai/tin?ngon-ngu=en')).text();
  assert.match(list, /has published nothing in English/);
});

test('English has its own feeds, and the Vietnamese ones stay Vietnamese', async () => {
  const english = await (await product.get('/sonla/en/rss.xml')).text();
  assert.match(english, /<language>en<\/language>/);
  for (const { slug } of pieces) assert.ok(english.includes(`/sonla/bai/${slug}<`), slug);
  const vietnamese = await (await product.get('/sonla/rss.xml')).text();
  assert.match(vietnamese, /<language>vi<\/language>/);
  for (const { slug } of pieces) assert.ok(!vietnamese.includes(`/sonla/bai/${slug}<`), slug);
});
