import { vietnamDay } from '../../../kernel/clock.ts';
import { albumsOf, mediaOf } from '../../../kernel/prose/index.ts';
import type { Cx } from '../../../platform/cx.ts';
import { contentDisposition } from '../../../platform/documents/index.ts';
import { renderPdf } from '../../../platform/documents/pdf/index.ts';
import { proseForTypst, typstProse } from '../../../platform/documents/prose/index.ts';
import { site } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { wholeOf } from '../../../platform/http/linked-data.ts';
import type { PublicArticle } from '../../articles/index.ts';
import { pictureForPaper } from '../../media/index.ts';
import { type ArticleView, PrintPage } from '../pages/article.tsx';
import { calledHere } from './english.tsx';
import { articlePath } from './paths.ts';
import { viewOf } from './view.ts';

/** The article alone, as a browser prints it. */
export async function printPage(c: WebContext, article: PublicArticle): Promise<Response> {
  const { cx, place, shell } = c.var;
  const view = await viewOf(cx, article);
  const href = site(place.code, articlePath(article.kind, article.slug));
  return shell.plain(c, {
    title: article.title,
    styles: ['prose', 'article'],
    head: { canonical: wholeOf(c, href), metas: [{ name: 'robots', content: 'noindex' }] },
    body: (
      <PrintPage
        {...view}
        address={wholeOf(c, href)}
        backHref={href}
        printedOn={view.words.date(vietnamDay(cx.clock.now()))}
      />
    ),
  });
}

/** Pixels of a picture over the width of the paper: 150 to the inch. */
const WIDE = 1_000;
/** Pictures that a paper shows; of the others it shows the words. */
const MOST = 30;

/** The article as a PDF: the same article on the same day is the same file. */
export async function articlePdf(c: WebContext, article: PublicArticle): Promise<Response> {
  const { cx, place } = c.var;
  const view = await viewOf(cx, article);
  const pictures = await picturesOf(cx, article);
  const body = proseForTypst(article.body, {
    pictures,
    media: view.media,
    albums: view.albums,
    site: siteOf(c),
  });
  const cover = article.cover === null ? undefined : pictures.get(article.cover.media);
  const data = {
    ...wordsOf(view, (await calledHere(c)).name),
    address: wholeOf(c, site(place.code, articlePath(article.kind, article.slug))),
    cover: cover === undefined ? '' : '/cover.jpg',
    blocks: body.blocks,
  };
  const files = { ...body.files, ...(cover === undefined ? {} : { 'cover.jpg': cover }) };
  const pdf = await renderPdf(typstProse + template, data, files);
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(`${article.slug}.pdf`),
    'cache-control': 'no-cache',
    'x-robots-tag': 'noindex',
  });
}

async function picturesOf(cx: Cx, article: PublicArticle): Promise<Map<string, Uint8Array>> {
  const albums = new Set(albumsOf(article.body));
  const wanted = [
    ...new Set([
      ...(article.cover === null ? [] : [article.cover.media]),
      ...mediaOf(article.body),
    ]),
  ].filter((pid) => !albums.has(pid));
  const found = new Map<string, Uint8Array>();
  for (const pid of wanted.slice(0, MOST)) {
    const picture = await pictureForPaper(cx, pid, WIDE);
    if (picture !== null) found.set(pid, picture.bytes);
  }
  return found;
}

function wordsOf(view: ArticleView, publisher: string) {
  const { words, notice, source } = view;
  return {
    publisher,
    title: view.title,
    lead: view.lead,
    language: view.language,
    by: view.authors.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join(', '),
    when: [view.published, view.edited === null ? null : words.edited(view.edited)]
      .filter(Boolean)
      .join(' · '),
    facts: [
      ...(notice?.number ? [`${words.number}: ${notice.number}`] : []),
      ...(notice?.due ? [`${words.due}: ${notice.due}`] : []),
    ],
    caption: view.cover?.caption ?? '',
    alt: view.cover?.alt ?? '',
    source:
      source === null
        ? ''
        : `${words.source}: ${[source.name, source.href].filter(Boolean).join(', ')}`,
  };
}

const template = `
#let data = json("/data.json")
#set text(size: 11pt, lang: data.language)
#set par(leading: 0.72em, spacing: 1em, justify: false)
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 22mm), footer: context [
  #set text(size: 8.5pt, fill: luma(85))
  #data.address #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set document(title: data.title)
#text(size: 9.5pt, weight: 600, fill: luma(85), data.publisher)
#v(2pt)
#heading(level: 1, outlined: false, text(size: 20pt, weight: 700, data.title))
#if data.lead != "" { par(text(size: 12.5pt, weight: 500, data.lead)) }
#text(size: 9.5pt, fill: luma(85))[#if data.by != "" [#text(fill: black, weight: 600, data.by) · ]#data.when]
#for fact in data.facts { block(above: 0.5em, strong(fact)) }
#line(length: 100%, stroke: 0.6pt + luma(120))
#if data.cover != "" { block(breakable: false, {
  image(data.cover, width: 100%, height: 90mm, fit: "contain", alt: if data.alt == "" { none } else { data.alt })
  if data.caption != "" { block(above: 0.5em, text(size: 9.5pt, fill: luma(85), data.caption)) }
}) }
#prose(data.blocks)
#if data.source != "" { text(size: 9.5pt, fill: luma(85), data.source) }
`;
