import { namedCounts, wordedNumbers } from './counts.ts';
import type { Read } from './mentions.ts';
import { type Finding, partSums } from './parts.ts';
import { relations } from './relations.ts';

export { agrees, type Mention, type Read, readText, readTexts } from './mentions.ts';
export type { Finding } from './parts.ts';

/** Everything that a text says against itself, in its order. */
export function textFindings(read: Read): Finding[] {
  return [
    ...partSums(read),
    ...namedCounts(read),
    ...wordedNumbers(read),
    ...relations(read),
  ].toSorted((a, b) => a.start - b.start);
}
