import { type Issue, issue } from '../issue.ts';
import { readBlocks } from './blocks.ts';
import { contentOf, Reading, rawOf, TooMuch } from './reading.ts';
import { emptyProse } from './text.ts';
import type { Prose } from './types.ts';

export interface ReadProse {
  /** Built anew, whatever was handed in; empty when it is more than may be kept. */
  readonly prose: Prose;
  /** Why it may not be kept: `prose_unreadable`, `prose_too_large`, `prose_too_many`, `prose_words_too_long`. */
  readonly issues: readonly Issue[];
}

/**
 * Reads what says that it is a text: only the nodes, marks and attributes of `types.ts` come out, with addresses
 * that may be followed and words in NFC without controls. What is not known becomes its words.
 */
export function readProse(raw: unknown): ReadProse {
  const doc = rawOf(raw);
  if (doc === null || doc.type !== 'doc')
    return { prose: emptyProse, issues: [issue('', 'prose_unreadable')] };
  const reading = new Reading();
  try {
    const content = readBlocks(reading, contentOf(doc));
    const prose: Prose = content.length > 0 ? { type: 'doc', content } : emptyProse;
    return { prose, issues: reading.issues };
  } catch (error) {
    if (error instanceof TooMuch) return { prose: emptyProse, issues: [error.issue] };
    throw error;
  }
}
