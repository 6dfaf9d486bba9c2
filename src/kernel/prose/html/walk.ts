import type { HtmlOptions, HtmlProblem, Piece, State, Walk } from './context.ts';
import { addressOf, plainState } from './context.ts';
import { Lines } from './line.ts';
import { isMarker, withWordLists, wordItem, wordItemOf } from './lists.ts';
import {
  figureBlocks,
  frameBlocks,
  galleryBlocks,
  isSmiley,
  pictureBlocks,
  recordingBlocks,
} from './media.ts';
import { elementsIn, type HtmlElement, type HtmlNode, isText, isUnseen } from './node.ts';
import { unbold } from './piece.ts';
import { stateIn } from './state.ts';
import { tableBlocks } from './tables.ts';

const BLOCKS = new Set(
  `address article aside body center dd details dir div dl dt fieldset figcaption footer form header hgroup html
  legend li main menu nav p section summary`.split(/\s+/),
);
const FRAMES = new Set(['iframe', 'object', 'embed', 'applet', 'frame']);
const FORMS = new Set(['input', 'select', 'textarea', 'button']);
const MOST_PROBLEMS = 200;

/** The blocks that a tree of HTML becomes, for the reader of texts, and what was left out of it. */
export function walkHtml(
  nodes: readonly HtmlNode[],
  options: HtmlOptions,
): { readonly content: readonly Piece[]; readonly problems: readonly HtmlProblem[] } {
  const problems: HtmlProblem[] = [];
  const walk: Walk = {
    options,
    problem(code, what) {
      const known = problems.some((one) => one.code === code && one.what === what.slice(0, 300));
      if (!known && problems.length < MOST_PROBLEMS)
        problems.push({ code, what: what.slice(0, 300) });
    },
    blocks(children, state) {
      const lines = new Lines();
      for (const child of children) step(walk, lines, child, state);
      lines.end();
      return withWordLists(lines.blocks);
    },
  };
  return { content: walk.blocks(nodes, plainState), problems };
}

function step(walk: Walk, lines: Lines, node: HtmlNode, state: State): void {
  if (isText(node)) {
    words(walk, lines, node.text, state);
    return;
  }
  if (media(walk, lines, node, state) || isUnseen(node) || isMarker(node)) return;
  const inside = stateIn(walk, node, state);
  if (!block(walk, lines, node, inside))
    for (const child of node.children) step(walk, lines, child, inside);
}

function words(walk: Walk, lines: Lines, text: string, state: State): void {
  if (walk.options.lineEnds !== true || state.pre) {
    lines.words(text, state);
    return;
  }
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (at > 0) lines.break();
    lines.words(line, state);
  });
}

/** Pictures, films and frames; true when the node was one, or must not be looked into. */
function media(walk: Walk, lines: Lines, node: HtmlElement, state: State): boolean {
  if (node.name === 'img') {
    if (isSmiley(node)) lines.words(node.attr('alt') ?? '', state);
    else put(lines, pictureBlocks(walk, node, state.href));
    return true;
  }
  if (node.name === 'video' || node.name === 'audio') put(lines, recordingBlocks(walk, node));
  else if (FRAMES.has(node.name)) put(lines, frameBlocks(walk, node));
  else if (node.name === 'picture') {
    // Its last picture is the one that every browser knows.
    const found = [...elementsIn(node.children)].find((one) => one.name === 'img');
    if (found !== undefined) put(lines, pictureBlocks(walk, found, state.href));
  } else if (node.name === 'lt-gallery') put(lines, galleryBlocks(walk, node.attr('ids') ?? ''));
  else {
    if (FORMS.has(node.name)) walk.problem('form_left_out', node.name);
    return false;
  }
  return true;
}

// Nothing found is nothing: the line goes on.
function put(lines: Lines, pieces: readonly Piece[]): void {
  if (pieces.length > 0) lines.all(pieces);
}

/** A block, with what is in it; false for an element that stands inside a line. */
function block(walk: Walk, lines: Lines, node: HtmlElement, state: State): boolean {
  const { name, children } = node;
  const inner = (): Piece[] => walk.blocks(children, state);
  if (name === 'br') lines.break();
  else if (name === 'hr') lines.block({ type: 'horizontalRule' });
  else if (/^h[1-6]$/.test(name) || headingClass(node) !== null) heading(walk, lines, node, state);
  else if (name === 'ul' || name === 'ol') lines.block(listPiece(walk, node, state));
  else if (name === 'blockquote') lines.block({ type: 'blockquote', content: inner() });
  else if (name === 'table') lines.all(tableBlocks(walk, node, state));
  else if (name === 'figure') {
    const caption = children.find((one) => !isText(one) && one.name === 'figcaption');
    const rest = children.filter((one) => one !== caption);
    const held = walk.blocks(rest, { ...state, align: null });
    lines.block(
      ...figureBlocks(held, caption === undefined || isText(caption) ? undefined : caption),
    );
  } else if (name === 'pre')
    lines.all(walk.blocks(children, { ...state, marks: new Set([...state.marks, 'code']) }));
  else if (name === 'dt' || name === 'summary')
    lines.all(walk.blocks(children, { ...state, marks: new Set([...state.marks, 'bold']) }));
  else if (BLOCKS.has(name)) {
    const item = wordItemOf(node);
    if (item === null) lines.all(inner());
    else lines.block(wordItem(item, inner()));
  } else return false;
  return true;
}

// Word writes headings as what they are, unless their style is one of an office's own.
function headingClass(node: HtmlElement): number | null {
  if (node.name !== 'p') return null;
  const named = /^(?:mso)?(title|subtitle|heading\s*-?(\d))$/i.exec(
    node.attr('class')?.trim() ?? '',
  );
  if (named === null) return null;
  return named[2] === undefined ? 2 : Number(named[2]);
}

function heading(walk: Walk, lines: Lines, node: HtmlElement, state: State): void {
  const own = Number(/^h([1-6])$/.exec(node.name)?.[1] ?? headingClass(node) ?? 2);
  const level = Math.min(4, Math.max(2, own));
  for (const one of walk.blocks(node.children, state)) {
    if (one.type !== 'paragraph') lines.block(one);
    else lines.block({ ...unbold(one), type: 'heading', attrs: { level, align: state.align } });
  }
}

function listPiece(walk: Walk, node: HtmlElement, state: State): Piece {
  const content: Piece[] = [];
  const outside: State = { ...state, align: null };
  for (const child of node.children) {
    if (isText(child)) {
      if (child.text.trim() !== '')
        content.push({ type: 'listItem', content: walk.blocks([child], outside) });
      continue;
    }
    const nested = child.name === 'ul' || child.name === 'ol';
    const last = content.at(-1);
    const blocks = walk.blocks(
      child.name === 'li' ? child.children : [child],
      stateIn(walk, child, outside),
    );
    if (blocks.length === 0) continue;
    // A list beside the items belongs to the one before it.
    if (nested && last !== undefined)
      content[content.length - 1] = { ...last, content: [...(last.content as Piece[]), ...blocks] };
    else content.push({ type: 'listItem', content: blocks });
  }
  if (node.name === 'ul') return { type: 'bulletList', content };
  return { type: 'orderedList', attrs: { start: Number(node.attr('start') ?? 1) }, content };
}

/** The address of a page's `<base>`, when it has one. */
export function baseIn(nodes: readonly HtmlNode[], options: HtmlOptions): string | undefined {
  const found = [...elementsIn(nodes)].find((one) => one.name === 'base')?.attr('href');
  const walk = { options } as Walk;
  return found === undefined ? undefined : (addressOf(walk, found) ?? undefined);
}
