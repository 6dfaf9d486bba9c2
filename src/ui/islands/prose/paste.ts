import {
  HTML_DEPTH,
  type HtmlElement,
  type HtmlNode,
  type HtmlOptions,
  htmlOfShortcodes,
  type ProseOfHtml,
  proseFromNodes,
} from '../../../kernel/prose/html/index.ts';

// `<form><input name="childNodes">` hides what a form's own property of that name holds: only the prototypes tell
// the truth about a tree that somebody else wrote.
function truth<T, V>(prototype: T, name: keyof T): (of: T) => V {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => V;
  return (of) => get.call(of);
}

const childrenOf = truth<Node, NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const nameOf = truth<Node, string>(Node.prototype, 'nodeName');
const typeOf = truth<Node, number>(Node.prototype, 'nodeType');
const textOf = truth<Node, string | null>(Node.prototype, 'nodeValue');

/** The text of HTML that was pasted: the browser takes it apart in a document that runs and loads nothing. */
export function proseFromPaste(html: string, options: HtmlOptions = {}): ProseOfHtml {
  const page = new DOMParser().parseFromString(htmlOfShortcodes(html), 'text/html');
  return proseFromNodes(nodesUnder(page, 0), options);
}

function nodesUnder(parent: Node, depth: number): HtmlNode[] {
  return Array.from(childrenOf(parent)).flatMap((node): HtmlNode[] => {
    const type = typeOf(node);
    if (type === 3) return [{ text: textOf(node) ?? '' }];
    if (type !== 1) return [];
    const deep = depth >= HTML_DEPTH;
    const children = nodesUnder(node, deep ? depth : depth + 1);
    return deep ? children : [elementOf(node as Element, children)];
  });
}

function elementOf(element: Element, children: readonly HtmlNode[]): HtmlElement {
  return {
    name: nameOf(element).toLowerCase(),
    attr: (name) => Element.prototype.getAttribute.call(element, name) ?? undefined,
    children,
  };
}
