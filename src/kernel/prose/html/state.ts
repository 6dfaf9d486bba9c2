import { encodingOfFont } from '../../vietnamese/encodings/fonts.ts';
import { addressOf, type State, type Walk } from './context.ts';
import { type HtmlElement, styleOf } from './node.ts';

const MARKS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** What an element says of the words inside it. */
export function stateIn(walk: Walk, node: HtmlElement, state: State): State {
  const marks = marksIn(node, state.marks);
  return {
    marks,
    href: node.name === 'a' ? hrefOf(walk, node) : state.href,
    align: alignOf(node) ?? state.align,
    pre: state.pre || node.name === 'pre' || styleOf(node, 'white-space').startsWith('pre-wrap'),
    encoding: encodingIn(node, state.encoding),
  };
}

function marksIn(node: HtmlElement, outer: ReadonlySet<string>): ReadonlySet<string> {
  const marks = new Set(outer);
  const own = MARKS[node.name];
  // What was added while changes were tracked is no underlining.
  const tracked = node.name === 'ins' && node.attr('datetime') !== undefined;
  if (own !== undefined && !tracked) marks.add(own);
  if (node.attr('style') !== undefined) marksOfStyle(node, marks);
  return marks;
}

function marksOfStyle(node: HtmlElement, marks: Set<string>): void {
  const weight = styleOf(node, 'font-weight');
  if (/^(bold|[6-9]\d\d)/.test(weight)) marks.add('bold');
  // Google Docs puts all it copies into a <b> that is not bold.
  else if (/^(normal|[1-5]\d\d)/.test(weight)) marks.delete('bold');
  const slant = styleOf(node, 'font-style');
  if (/^(italic|oblique)/.test(slant)) marks.add('italic');
  else if (slant.startsWith('normal')) marks.delete('italic');
  const lines = `${styleOf(node, 'text-decoration')} ${styleOf(node, 'text-decoration-line')}`;
  if (lines.includes('underline') && node.name !== 'a') marks.add('underline');
  if (lines.includes('line-through')) marks.add('strike');
  if (/^none/.test(lines)) marks.delete('underline');
  const place = styleOf(node, 'vertical-align');
  if (place === 'super') marks.add('superscript');
  if (place === 'sub') marks.add('subscript');
}

function hrefOf(walk: Walk, node: HtmlElement): string | null {
  const raw = node.attr('href')?.trim() ?? '';
  // A place on the page it came from: a footnote, a bookmark.
  if (raw === '' || raw.startsWith('#')) return null;
  const href = addressOf(walk, raw);
  if (href === null) return null;
  if (walk.options.link === undefined) return href;
  const led = walk.options.link(href);
  if (led === null) walk.problem('link_left_out', href);
  return led;
}

/** Where an element puts its lines; null when it says nothing. */
export function alignOf(node: HtmlElement): State['align'] {
  if (node.name === 'center') return 'center';
  const align = styleOf(node, 'text-align') || (node.attr('align') ?? '').toLowerCase();
  if (node.name === 'table' || node.name === 'img' || node.name === 'div') {
    // Such a one is placed, not its words; a div does both.
    if (node.name !== 'div') return null;
  }
  return align === 'center' || align === 'right' ? align : null;
}

function encodingIn(node: HtmlElement, outer: State['encoding']): State['encoding'] {
  const fonts = node.name === 'font' ? node.attr('face') : undefined;
  const named = styleOf(node, 'font-family') || fonts;
  if (named === undefined || named === '') return outer;
  return encodingOfFont(named.split(',')[0] ?? '');
}
