import {
  type HtmlOptions,
  htmlOfShortcodes,
  type ProseOfHtml,
  proseFromNodes,
} from '../../../kernel/prose/html/index.ts';
import { emptyProse } from '../../../kernel/prose/index.ts';
import { nodesOfHtml } from './nodes.ts';

/** A page of words is not longer; what is holds pictures as letters. */
const LONGEST = 10_000_000;

/**
 * The text of HTML that was made elsewhere: pasted from Word or Google Docs, taken from an old portal. Pictures
 * become figures where `media` knows them; what is neither words nor known is left out and named in `problems`.
 */
export function proseFromHtml(html: string, options: HtmlOptions = {}): ProseOfHtml {
  if (html.length > LONGEST) {
    const problem = { code: 'too_large', what: String(html.length) } as const;
    return { prose: emptyProse, problems: [problem], issues: [] };
  }
  return proseFromNodes(nodesOfHtml(htmlOfShortcodes(html)), options);
}
