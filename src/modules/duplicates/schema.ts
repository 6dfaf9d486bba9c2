import { z } from 'zod';

export const answers = ['same', 'different', 'later'] as const;
export type Answer = (typeof answers)[number];

export interface Evidence {
  readonly code: string;
  readonly points: number;
}

/** One of the two records of a pair, as a page and the API show it. */
export interface PairSide {
  readonly pid: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly workplace: string | null;
  readonly address: string | null;
  /** Where this actor may see the person as a member: names, with card numbers. */
  readonly memberships: readonly {
    readonly organisation: string;
    readonly branch: string | null;
    readonly cardNumber: string | null;
  }[];
}

export interface Pair {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly personA: string;
  readonly personB: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly state: 'open' | Answer;
}

export interface ShownPair extends Pair {
  readonly a: PairSide;
  readonly b: PairSide;
}

export const decideInput = z.strictObject({
  pid: z.string(),
  answer: z.enum(answers),
  /** The record that stays when both are the same; the older one when left out. */
  keep: z.string().optional(),
});

export const mergeInput = z.strictObject({ keep: z.string(), merge: z.string() });
export const unmergeInput = z.strictObject({ pid: z.string() });

/** What is needed to take a joining apart again. */
export interface MergeUndo {
  readonly references: readonly {
    readonly table: string;
    readonly column: string;
    /** Primary keys of the rows that were given to the kept record. */
    readonly keys: readonly Readonly<Record<string, unknown>>[];
  }[];
  /** By field of the kept record: what stood there, and what the joining wrote. */
  readonly fields: Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>;
  /** Memberships of the merged record that were closed because the kept one has the same. */
  readonly closed: readonly string[];
  readonly moved: readonly string[];
  /** By field of a membership of the kept record, as `fields`. */
  readonly filled: Readonly<
    Record<string, Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>>
  >;
  /** Sensitive fields (still encrypted) that the kept record got. */
  readonly sensitive: readonly string[];
  readonly account: string | null;
  /** Persons whose identity changed, with the one they had. */
  readonly identity: { readonly old: string; readonly persons: readonly string[] } | null;
}
