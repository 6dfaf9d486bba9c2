import type { Comparison } from '../../../kernel/similarity/index.ts';

/** How alike two compared texts are. */
export interface Nearness {
  /** The larger share of one that stands in the other, 0 to 1. */
  readonly score: number;
  /** Words in common, stock phrases left out. */
  readonly words: number;
}

export function nearnessOf({ share, common }: Comparison): Nearness {
  return {
    score: Math.min(1, Math.max(share.first, share.second)),
    words: Math.round(Math.max(common.first, common.second)),
  };
}

/** What orders two texts: when it was first submitted, and its number for two at one instant. */
export interface Dated {
  readonly id: number;
  /** Null: from a file or an edition of the past, so before all that is submitted. */
  readonly submittedAt: Date | null;
}

/**
 * Which of two texts may have been taken from the other one; null where neither was submitted here,
 * so that nobody has to decide.
 */
export function inOrder<T extends Dated>(a: T, b: T): { newer: T; earlier: T } | null {
  if (a.submittedAt === null && b.submittedAt === null) return null;
  const time = ({ submittedAt }: Dated) => submittedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const later = time(a) - time(b) || a.id - b.id;
  return later > 0 ? { newer: a, earlier: b } : { newer: b, earlier: a };
}

export const amounts = ['whole', 'most', 'half', 'part', 'passages'] as const;
/** A score in words: nearly all, most, about a half, a part, only some passages. */
export type Amount = (typeof amounts)[number];

export function amountOf(score: number): Amount {
  if (score >= 0.9) return 'whole';
  if (score >= 0.6) return 'most';
  if (score >= 0.4) return 'half';
  return score >= 0.2 ? 'part' : 'passages';
}
