import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { HTML_DEPTH, type HtmlElement, type HtmlNode } from '../../../kernel/prose/html/index.ts';

/** HTML taken apart as a browser does it: parse5, without scripts. Whole pages and pieces alike. */
export function nodesOfHtml(html: string): HtmlNode[] {
  const document = parse(html, { scriptingEnabled: false });
  const root: HtmlNode[] = [];
  const waiting: { node: Tree.ChildNode; into: HtmlNode[]; depth: number }[] = [];
  const wait = (nodes: readonly Tree.ChildNode[], into: HtmlNode[], depth: number) => {
    for (let at = nodes.length - 1; at >= 0; at--) waiting.push({ node: nodes[at]!, into, depth });
  };
  wait(document.childNodes, root, 0);
  // No recursion: a page may be nested deeper than the stack is.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, into, depth } = next;
    if ('value' in node) into.push({ text: node.value });
    else if ('tagName' in node) {
      const children: HtmlNode[] = [];
      const deep = depth >= HTML_DEPTH;
      if (!deep) into.push(elementOf(node, children));
      wait(node.childNodes, deep ? into : children, deep ? depth : depth + 1);
    }
  }
  return root;
}

function elementOf(node: Tree.Element, children: readonly HtmlNode[]): HtmlElement {
  return {
    name: node.tagName.toLowerCase(),
    attr: (name) => node.attrs.find((one) => one.name.toLowerCase() === name)?.value,
    children,
  };
}
