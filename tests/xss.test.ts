import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Prose, proseFromText, readProse } from '../src/kernel/prose/index.ts';
import { closePdf, renderPdf } from '../src/platform/documents/pdf/index.ts';
import {
  proseDocx,
  proseForTypst,
  proseFromHtml,
  typstProse,
} from '../src/platform/documents/prose/index.ts';
import { evilAddresses, evilWords, xssCorpus } from './support/xss-corpus.ts';
import { pastedViews, viewOf, wordViews } from './support/xss-views.tsx';

after(closePdf);

/** Every element that the reading view may write, with the attributes it may carry. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  div: ['class'],
  p: ['class'],
  h2: ['id', 'class'],
  h3: ['id', 'class'],
  h4: ['id', 'class'],
  a: ['href', 'rel', 'class'],
  ul: ['class'],
  ol: ['start'],
  td: ['class', 'colspan', 'rowspan'],
  th: ['class', 'colspan', 'rowspan', 'scope'],
  figure: ['class'],
  figcaption: ['id'],
  section: ['class', 'tabindex', 'aria-label', 'aria-labelledby'],
  source: ['type', 'srcset', 'sizes'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  video: ['controls', 'playsinline', 'preload', 'poster', 'width', 'height', 'src', 'aria-label'],
  audio: ['controls', 'preload', 'src', 'aria-label'],
  'lt-embed': ['provider', 'film', 'name'],
  svg: ['class', 'viewBox', 'width', 'height', 'aria-hidden', 'focusable'],
  path: ['d'],
  ...Object.fromEntries(
    'span li strong em u s sub sup code br hr blockquote table thead tbody tr picture'
      .split(' ')
      .map((name) => [name, []]),
  ),
};

// Addresses by what browsers make of them; what is loaded is ours alone.
const followed = ['https:', 'http:', 'mailto:', 'tel:'];
const here = 'https://own.example';

function wrongIn(node: Tree.Node): string[] {
  if ('tagName' in node) {
    const names = allowed[node.tagName];
    if (names === undefined) return [`<${node.tagName}>`];
    const wrong = node.attrs.flatMap(({ name, value }) => {
      if (!names.includes(name)) return [`${node.tagName} ${name}`];
      if (name === 'href') return mayBeFollowed(value) ? [] : [`href ${value}`];
      if (name === 'src' || name === 'poster' || name === 'srcset')
        return value.startsWith('/own/') ? [] : [`${name} ${value}`];
      if (name === 'class' || name === 'id')
        return /^[a-z][a-z0-9 -]*$/.test(value) ? [] : [`${name} ${value}`];
      return [];
    });
    return [...wrong, ...node.childNodes.flatMap(wrongIn)];
  }
  if ('childNodes' in node) return node.childNodes.flatMap(wrongIn);
  return node.nodeName === '#text' ? [] : [node.nodeName];
}

function mayBeFollowed(href: string): boolean {
  if (!URL.canParse(href, here)) return false;
  const url = new URL(href, here);
  if (url.username !== '') return false;
  return href.startsWith('/') || href.startsWith('#')
    ? url.origin === here
    : followed.includes(url.protocol);
}

test('the corpus is large, and each of it is another', () => {
  assert.ok(xssCorpus.length >= 250, String(xssCorpus.length));
  assert.equal(new Set(xssCorpus).size, xssCorpus.length);
});

test('whatever HTML is taken in, the page holds only elements, attributes and addresses of ours', () => {
  for (const { from, html } of pastedViews)
    assert.deepEqual(wrongIn(parseFragment(html)), [], `${from}\n${html}`);
});

test('whatever stands in words, names, numbers and addresses of a text or of the library, neither', () => {
  for (const { from, html } of wordViews)
    assert.deepEqual(wrongIn(parseFragment(html)), [], `${from}\n${html.slice(0, 2000)}`);
});

test('what is written is parsed as what was meant: written again and parsed again it is the same', () => {
  for (const { from, html } of [...pastedViews, ...wordViews]) {
    const once = serialize(parseFragment(html));
    assert.equal(serialize(parseFragment(once)), once, from);
  }
});

test('no address that may not be followed is in what is kept, however it was written', () => {
  for (const address of evilAddresses) {
    const html = `<a href="${address.replaceAll('"', '&quot;')}">chữ</a>`;
    const { prose } = proseFromHtml(html);
    assert.ok(!JSON.stringify(prose).includes('href'), address);
    assert.match(JSON.stringify(prose), /chữ/, address);
  }
});

test('what is kept is read again as itself: nothing grows by being saved', () => {
  for (const html of xssCorpus) {
    const { prose, issues } = readProse(proseFromHtml(html).prose);
    assert.deepEqual(issues, [], html);
    assert.deepEqual(readProse(JSON.parse(JSON.stringify(prose))).prose, prose, html);
  }
});

test('the words of a page survive, and no program is among them', () => {
  const page =
    '<p>Trước<script>alert(1)</script><b onclick=alert(1)>giữa</b><style>x</style></p><svg><text>vẽ</text></svg><p>sau</p>';
  assert.equal(
    viewOf(proseFromHtml(page).prose),
    '<div class="prose prose-view"><p>Trước<strong>giữa</strong></p><p>sau</p></div>',
  );
});

test('whatever was taken in can be set as PDF and written as Word', async () => {
  const all = [
    ...xssCorpus.map((html) => proseFromHtml(html).prose),
    ...evilWords.map((words) => proseFromText(words)),
  ];
  const prose: Prose = { type: 'doc', content: all.flatMap(({ content }) => content) };
  const library = { pictures: new Map<string, Uint8Array>(), site: 'https://own.example' };
  const { blocks, files } = proseForTypst(prose, library);
  const pdf = await renderPdf(`${typstProse}#prose(json("/data.json"))`, blocks, files);
  const word = await proseDocx({ title: evilWords.join(' '), prose }, library);
  assert.ok(pdf.length > 10_000 && word.length > 10_000);
  assert.ok(
    !/\/(JavaScript|JS|Launch|URI \((?!https?:|mailto:|tel:))/.test(pdf.toString('latin1')),
  );
});
