import { parse, serialize, type DefaultTreeAdapterTypes as Types } from 'parse5';
import { encodingOfFonts, inUnicode, legacyOf } from './letters.ts';

type Node = Types.Node;
type Parent = Types.ParentNode;
export type Element = Types.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): readonly Node[] =>
  'childNodes' in node ? node.childNodes : [];
export const attribute = (node: Element, name: string): string =>
  node.attrs.find((one) => one.name === name)?.value ?? '';

const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
]);
const mostDeep = 400;

/** The document of a page, without what is no content, its letters in Unicode whatever fonts it was made for. */
export function treeOf(html: string): Types.Document {
  const document = parse(html);
  const whole = legacyOf(textOf(document, 100_000));
  walk(document, whole, 0);
  return document;
}

function walk(node: Parent, encoding: ReturnType<typeof legacyOf>, depth: number): void {
  const children = node.childNodes.filter(
    (child) => !(child.nodeName === '#comment' || (isElement(child) && dropped.has(child.tagName))),
  );
  node.childNodes = depth > mostDeep ? [] : children;
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') {
      const text = child as Types.TextNode;
      if (encoding !== null) text.value = inUnicode(text.value, encoding);
    } else if ('childNodes' in child) {
      const said = isElement(child) ? fontOf(child) : undefined;
      walk(child, said === undefined ? encoding : said, depth + 1);
    }
  }
}

/** The encoding that an element's own font says; null: a font of today; undefined: it names none. */
function fontOf(element: Element): ReturnType<typeof legacyOf> | undefined {
  const style = /font-family\s*:\s*([^;]+)/i.exec(attribute(element, 'style'))?.[1];
  const fonts = element.tagName === 'font' ? attribute(element, 'face') || style : style;
  if (fonts === undefined || fonts === '') return undefined;
  const encoding = encodingOfFonts(fonts);
  // A page in old letters often names fonts of today here and there; only an old font says something.
  return encoding ?? undefined;
}

/** The words below a node, up to so many characters. */
export function textOf(node: Node, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let length = 0;
  const add = (one: Node): void => {
    if (length > most) return;
    if (one.nodeName === '#text') {
      const { value } = one as Types.TextNode;
      parts.push(value);
      length += value.length;
    } else if (!(isElement(one) && (one.tagName === 'script' || one.tagName === 'style'))) {
      for (const child of childrenOf(one)) add(child);
      if (isElement(one) && /^(p|div|td|tr|li|br|h\d|title)$/.test(one.tagName)) parts.push('\n');
    }
  };
  add(node);
  return parts.join('');
}

/** The first element that fits, in the order of the page. */
export function firstOf(node: Node, fits: (element: Element) => boolean): Element | null {
  for (const child of childrenOf(node)) {
    if (isElement(child) && fits(child)) return child;
    const below = firstOf(child, fits);
    if (below !== null) return below;
  }
  return null;
}

interface Weight {
  /** Characters outside of links. */
  readonly words: number;
}

function weigh(node: Node, weights: Map<Node, Weight>): number {
  if (node.nodeName === '#text')
    return (node as Types.TextNode).value.replace(/\s+/g, ' ').trim().length;
  if (isElement(node) && node.tagName === 'a') return 0;
  const words = childrenOf(node).reduce((sum, child) => sum + weigh(child, weights), 0);
  weights.set(node, { words });
  return words;
}

const holder = /^(body|table|tbody|tr|td|div|center|section|article|main|font|span|p|dl|dd|ul|li)$/;

/**
 * The part of a page that holds its words: what the page itself calls so, else down through tables and boxes as long as
 * one of them has nearly all words that are no links.
 */
export function mainOf(document: Types.Document): Element | null {
  const body = firstOf(document, ({ tagName }) => tagName === 'body');
  if (body === null) return null;
  const weights = new Map<Node, Weight>();
  const all = weigh(body, weights);
  const words = (node: Node): number => weights.get(node)?.words ?? 0;
  const named = firstOf(
    body,
    (one) =>
      (/^(article|main)$/.test(one.tagName) || attribute(one, 'role') === 'main') &&
      words(one) >= all * 0.4,
  );
  let here = named ?? body;
  for (;;) {
    const inner = here.childNodes.filter(isElement).filter((one) => holder.test(one.tagName));
    const best = inner.reduce<Element | null>(
      (most, one) => (most === null || words(one) > words(most) ? one : most),
      null,
    );
    if (best === null || words(best) < words(here) * 0.7 || /^(p|span|font|li)$/.test(best.tagName))
      return here;
    here = best;
  }
}

export const htmlOf = (element: Element): string => serialize(element).trim();
