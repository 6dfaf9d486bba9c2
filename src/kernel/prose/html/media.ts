import { embedOf } from '../embed.ts';
import { safeHref } from '../href.ts';
import { addressOf, firstAttr, type Piece, type Walk } from './context.ts';
import { elementsIn, type HtmlElement, textIn, tidy } from './node.ts';

const PICTURE_FILE = /\.(jpe?g|png|gif|webp|avif|bmp|tiff?)([?#]|$)/i;
// Pages that load pictures late name them so.
const SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'src'];

/** A picture of the library, or nothing and a problem. `whole` is what a link around it leads to. */
export function pictureBlocks(walk: Walk, node: HtmlElement, whole: string | null): Piece[] {
  const src = addressOf(walk, firstAttr(node, SOURCES) ?? largestOf(node.attr('srcset')));
  if (src === null || isNoPicture(node)) return [];
  const around = whole !== null && PICTURE_FILE.test(whole) ? [whole] : [];
  const addresses = [...around, src];
  const media = addresses.map((one) => walk.options.media?.(one, 'picture')).find((pid) => pid);
  if (media === undefined || media === null) {
    walk.problem('picture_left_out', src);
    return [];
  }
  const alt = tidy(node.attr('alt') ?? '');
  return [{ type: 'figure', attrs: { media, alt: PICTURE_FILE.test(alt) ? '' : alt } }];
}

function largestOf(srcset: string | undefined): string | undefined {
  const candidates = (srcset ?? '').split(/,\s+/).map((one) => one.trim().split(/\s+/));
  return candidates.sort(
    (a, b) => Number.parseFloat(b[1] ?? '0') - Number.parseFloat(a[1] ?? '0'),
  )[0]?.[0];
}

/** The sign of a smiley, and what only counts readers. */
function isNoPicture(node: HtmlElement): boolean {
  const size = (name: string): number => Number.parseInt(node.attr(name) ?? '', 10);
  return size('width') <= 2 || size('height') <= 2 || isSmiley(node);
}

/** A smiley is a letter: its words stand in the line. */
export const isSmiley = (node: HtmlElement): boolean =>
  /\b(emoji|wp-smiley|smiley)\b/.test(node.attr('class') ?? '');

/** A film or sound recording of the library. */
export function recordingBlocks(walk: Walk, node: HtmlElement): Piece[] {
  const kind = node.name === 'audio' ? 'audio' : 'video';
  const sources = [node, ...elementsIn(node.children)]
    .filter((one) => one === node || one.name === 'source')
    .map((one) => addressOf(walk, one.attr('src')))
    .filter((src) => src !== null);
  if (sources.length === 0) return [];
  for (const src of sources) {
    const film = embedOf(src);
    if (film !== null) return [{ type: 'embed', attrs: film }];
    const media = walk.options.media?.(src, kind) ?? null;
    if (media !== null) return [{ type: kind, attrs: { media } }];
  }
  walk.problem('recording_left_out', sources[0]!);
  return [];
}

/** A frame, or a plug-in of former times: a film that we know, else a link to what it showed. */
export function frameBlocks(walk: Walk, node: HtmlElement): Piece[] {
  const named = [node, ...elementsIn(node.children)].map((one) =>
    one.name === 'param'
      ? /^(movie|src)$/i.test(one.attr('name') ?? '')
        ? one.attr('value')
        : undefined
      : firstAttr(one, ['data-src', 'src', 'data']),
  );
  const addresses = named.map((one) => addressOf(walk, one)).filter((one) => one !== null);
  const title = tidy(node.attr('title') ?? '');
  for (const address of addresses) {
    const film = embedOf(address);
    // "YouTube video player" says nothing.
    const says = /^(youtube|vimeo)?\s*(video)?\s*player$/i.test(title) ? '' : title;
    if (film !== null) return [{ type: 'embed', attrs: { ...film, title: says } }];
  }
  const [address] = addresses;
  if (address === undefined) return [];
  walk.problem('frame_left_out', address);
  const href = safeHref(address);
  if (href === null || !/^https?:/i.test(href)) return [];
  const marks = [{ type: 'link', attrs: { href } }];
  return [{ type: 'paragraph', content: [{ type: 'text', text: title || href, marks }] }];
}

/** A gallery that WordPress names by the numbers of its pictures. */
export function galleryBlocks(walk: Walk, ids: string): Piece[] {
  const album = walk.options.album?.(ids.split(',').map((id) => id.trim())) ?? null;
  if (album !== null) return [{ type: 'album', attrs: { album } }];
  walk.problem('gallery_left_out', ids);
  return [];
}

/** What a figure holds, with its words as the caption of what can have one. */
export function figureBlocks(blocks: readonly Piece[], caption: HtmlElement | undefined): Piece[] {
  const words = caption === undefined ? '' : tidy(textIn(caption.children));
  if (words === '') return [...blocks];
  const last = blocks.findLastIndex((one) => CAPTIONED.has(String(one.type)));
  const held = blocks[last];
  if (held === undefined)
    return [...blocks, { type: 'paragraph', content: [{ type: 'text', text: words }] }];
  const name = held.type === 'embed' || held.type === 'attachment' ? 'title' : 'caption';
  const attrs = { ...(held.attrs as Piece), [name]: words };
  return blocks.map((one, at) => (at === last ? { ...held, attrs } : one));
}

const CAPTIONED = new Set(['figure', 'album', 'video', 'audio', 'table', 'embed', 'attachment']);
