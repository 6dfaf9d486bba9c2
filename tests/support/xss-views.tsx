import {
  type Prose,
  type ProseAlbum,
  type ProseMedia,
  readProse,
} from '../../src/kernel/prose/index.ts';
import { proseFromHtml } from '../../src/platform/documents/prose/index.ts';
import { ProseView } from '../../src/ui/prose.tsx';
import { evilWords, xssCorpus } from './xss-corpus.ts';

export const pid = '0123456789abcdef';

/** Everything in the library is named as somebody bad would name it. */
export function evilMedia(words: string): ProseMedia {
  return {
    pid,
    kind: 'picture',
    title: words,
    alt: words,
    caption: words,
    credit: words,
    width: 640,
    height: 480,
    sources: [{ type: 'image/webp', srcset: '/own/320.webp 320w' }],
    src: '/own/640.jpg',
    href: 'javascript:alert(1)',
    bytes: 1,
    mime: words,
  };
}

const albumOf = (words: string): ProseAlbum => ({
  pid,
  title: words,
  href: 'javascript:alert(1)',
  pictures: [evilMedia(words)],
});

export const viewOf = (prose: Prose, media: ProseMedia = evilMedia('x')): string =>
  String(
    <ProseView
      prose={prose}
      media={new Map([[pid, media]])}
      albums={new Map([[pid, albumOf(media.title)]])}
    />,
  );

/** What a reader would be sent of each HTML of the corpus: pasted, and with every picture taken for ours. */
export const pastedViews: readonly { readonly from: string; readonly html: string }[] =
  xssCorpus.flatMap((from) =>
    [{}, { media: () => pid, album: () => pid, lineEnds: true, base: 'https://cu.example/x/' }].map(
      (options) => ({ from, html: viewOf(readProse(proseFromHtml(from, options).prose).prose) }),
    ),
  );

const mark = (words: string) => ({ type: 'link', attrs: { href: words, onclick: 'alert(1)' } });

/** A text in which every word, address, name and number is the same bad one, as REST would take it. */
export function evilProse(words: string): unknown {
  const text = { type: 'text', text: words, marks: [mark(words), { type: words }] };
  const paragraph = { type: 'paragraph', attrs: { align: words, style: words }, content: [text] };
  const attrs = {
    media: pid,
    album: pid,
    alt: words,
    caption: words,
    credit: words,
    title: words,
    width: words,
  };
  const media = ['figure', 'album', 'video', 'audio', 'attachment'];
  return {
    type: 'doc',
    content: [
      paragraph,
      { type: 'heading', attrs: { level: words, id: words }, content: [text] },
      {
        type: 'orderedList',
        attrs: { start: words },
        content: [{ type: 'listItem', content: [paragraph] }],
      },
      {
        type: 'table',
        attrs: { caption: words },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: words }, content: [paragraph] }],
          },
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { rowspan: words }, content: [paragraph] }],
          },
        ],
      },
      ...media.map((type) => ({ type, attrs })),
      ...media.map((type) => ({ type, attrs: { ...attrs, media: words, album: words } })),
      { type: 'embed', attrs: { provider: 'youtube', id: words, title: words } },
      { type: 'embed', attrs: { provider: words, id: 'abcdefghijk', title: words } },
      { type: 'embed', attrs: { provider: 'youtube', id: 'abcdefghijk', title: words } },
      { type: words, text: words, content: [text] },
    ],
  };
}

const kinds = ['picture', 'video', 'audio', 'document'] as const;

/** What a reader would be sent of such texts, over a library named as badly: words as every kind of medium. */
export const wordViews: readonly { readonly from: string; readonly html: string }[] = [
  ...evilWords.flatMap((from) => kinds.map((kind) => ({ from, kind }))),
  ...xssCorpus.map((from, at) => ({ from, kind: kinds[at % kinds.length]! })),
].map(({ from, kind }) => ({
  from,
  html: viewOf(readProse(evilProse(from)).prose, { ...evilMedia(from), kind }),
}));
