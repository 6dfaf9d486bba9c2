import type { Issue } from '../../issue.ts';
import { readProse } from '../read.ts';
import type { Prose } from '../types.ts';
import type { HtmlOptions, HtmlProblem } from './context.ts';
import type { HtmlNode } from './node.ts';
import { walkHtml } from './walk.ts';

export type { HtmlOptions, HtmlProblem } from './context.ts';
export { HTML_DEPTH, type HtmlElement, type HtmlNode, type HtmlText } from './node.ts';
export { htmlOfShortcodes } from './shortcodes.ts';

export interface ProseOfHtml {
  readonly prose: Prose;
  /** What was left out. */
  readonly problems: readonly HtmlProblem[];
  /** Why it may not be kept, as `readProse` says. */
  readonly issues: readonly Issue[];
}

/** The text that a tree of HTML holds. It was made by others: nothing of it comes through but words. */
export function proseFromNodes(nodes: readonly HtmlNode[], options: HtmlOptions = {}): ProseOfHtml {
  const { content, problems } = walkHtml(nodes, options);
  return { ...readProse({ type: 'doc', content }), problems };
}
