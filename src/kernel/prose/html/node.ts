// HTML that somebody else has taken apart: parse5 on the server, the browser itself in the editor. Nothing of it
// comes out: the walk builds a text of its own from the words and a few attributes that it asks for by name.

export type HtmlNode = HtmlText | HtmlElement;

export interface HtmlText {
  readonly text: string;
}

export interface HtmlElement {
  /** In lower case, as it is written: `p`, `o:p`. */
  readonly name: string;
  /** The value of an attribute, its name in lower case. */
  attr(name: string): string | undefined;
  readonly children: readonly HtmlNode[];
}

/** What takes a tree apart does not go deeper: children of what lies there are children of its parent. */
export const HTML_DEPTH = 200;

export const isText = (node: HtmlNode): node is HtmlText => 'text' in node;

/** Every element under these nodes, in order. */
export function* elementsIn(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (isText(node)) continue;
    yield node;
    yield* elementsIn(node.children);
  }
}

/** Whether such an element stands under these nodes; looks no further than to the first. */
export function holds(nodes: readonly HtmlNode[], test: (node: HtmlElement) => boolean): boolean {
  return nodes.some(
    (node) => !isText(node) && node.children.some((child) => isOrHolds(child, test)),
  );
}

function isOrHolds(node: HtmlNode, test: (node: HtmlElement) => boolean): boolean {
  return !isText(node) && (test(node) || node.children.some((child) => isOrHolds(child, test)));
}

/** The words under these nodes. */
export function textIn(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.text;
      if (node.name === 'br') return ' ';
      return isUnseen(node) ? '' : textIn(node.children);
    })
    .join('');
}

/** Words on one line, without the blanks that HTML has between them. */
export const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();

// Neither read nor heard: programs, forms, drawings, what is said for other readers only.
const UNSEEN = new Set(
  `annotation annotation-xml applet area audio base basefont bgsound button canvas datalist dialog embed frame frameset head iframe img input
  link map meta meter nextid noembed noframes noscript object optgroup option param picture progress rp rt script
  select slot source style svg template textarea title track video xml`.split(/\s+/),
);

/** Whether what stands inside is no text. */
export function isUnseen(node: HtmlElement): boolean {
  if (UNSEEN.has(node.name) || /^v:/.test(node.name) || node.attr('hidden') !== undefined)
    return true;
  const style = node.attr('style') ?? '';
  if (style === '') return false;
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment/i.test(
    style,
  );
}

/** The value of a property of the style that an element carries, in lower case; '' without. */
export function styleOf(node: HtmlElement, property: string): string {
  const style = node.attr('style');
  if (style === undefined) return '';
  for (const one of style.split(';')) {
    const colon = one.indexOf(':');
    if (one.slice(0, colon).trim().toLowerCase() === property)
      return one
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return '';
}
