import { countAddresses, foreignShare, wordsIn } from './text.ts';

/** What the machine found in what a reader sent; `points` say how much it speaks against it. */
export interface Finding {
  readonly code:
    | 'trap'
    | 'addresses'
    | 'same_text'
    | 'word'
    | 'foreign'
    | 'many'
    | 'no_letters'
    | 'first_of_name';
  readonly points: number;
  /** How many, or which word. */
  readonly data?: string | number;
}

export interface Sent {
  readonly name: string;
  readonly text: string;
  /** A field that no human sees was filled. */
  readonly trapped: boolean;
  /** The words of the site's list. */
  readonly words: readonly string[];
  /** How often the same text, folded, came from others within a day. */
  readonly same: number;
  /** How many came from the same machine within the hour, this one not counted. */
  readonly recent: number;
  /** Something of this name was published before. */
  readonly known: boolean;
}

/** From so many points on it is put aside; the queue shows it under what was refused. */
export const refusedFrom = 10;

/** What speaks against what was sent, the heaviest first. */
export function weigh(sent: Sent): Finding[] {
  const text = `${sent.name}\n${sent.text}`;
  const addresses = countAddresses(text);
  const foreign = foreignShare(sent.text);
  const found: (Finding | null)[] = [
    sent.trapped ? { code: 'trap', points: refusedFrom } : null,
    addresses > 0 ? { code: 'addresses', points: addressPoints(addresses), data: addresses } : null,
    sent.same > 0 ? { code: 'same_text', points: sent.same > 1 ? 10 : 4, data: sent.same } : null,
    ...wordsIn(text, sent.words).map((word): Finding => ({ code: 'word', points: 5, data: word })),
    foreign > 0.3 ? { code: 'foreign', points: 4 } : null,
    /\p{L}/u.test(sent.text) ? null : { code: 'no_letters', points: 3 },
    sent.recent >= 3 ? { code: 'many', points: 3, data: sent.recent } : null,
    sent.known ? null : { code: 'first_of_name', points: 1 },
  ];
  return found.filter((one) => one !== null).toSorted((a, b) => b.points - a.points);
}

const addressPoints = (many: number): number => (many === 1 ? 2 : many <= 3 ? 5 : 10);

export const scoreOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { points }) => sum + points, 0);

/** What becomes of a comment at once; `before`: every one waits for somebody to look. */
export function verdict(
  score: number,
  moderation: 'before' | 'after',
): 'held' | 'published' | 'refused' {
  if (score >= refusedFrom) return 'refused';
  return moderation === 'after' && score === 0 ? 'published' : 'held';
}
