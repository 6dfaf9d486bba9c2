import {
  HTML_DEPTH,
  type HtmlElement,
  type HtmlNode,
} from '../../../../kernel/prose/html/index.ts';

/** HTML taken apart by the browser, in a document that loads nothing and runs nothing. */
export function nodesIn(html: string): HtmlNode[] {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  return childrenOf(page.body, 0);
}

/**
 * The content policy holds in such a document too: there `style` attributes have no effect, and each is a
 * complaint. They are read from `data-style`.
 */
export function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])style\s*=/gi, '$1data-style='));
}

function childrenOf(parent: Node, depth: number): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) nodes.push({ text: child.textContent ?? '' });
    else if (child.nodeType !== Node.ELEMENT_NODE) continue;
    else if (depth < HTML_DEPTH) nodes.push(elementOf(child as Element, depth));
    // What lies deeper comes without its elements.
    else nodes.push({ text: child.textContent ?? '' });
  }
  return nodes;
}

function elementOf(element: Element, depth: number): HtmlElement {
  const children = childrenOf(element, depth + 1);
  return {
    name: element.tagName.toLowerCase(),
    attr: (name) => element.getAttribute(name === 'style' ? 'data-style' : name) ?? undefined,
    children,
  };
}
