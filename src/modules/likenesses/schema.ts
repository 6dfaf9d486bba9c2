import { z } from 'zod';
import type { Passage } from '../../kernel/similarity/index.ts';
import {
  choice,
  code,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../platform/forms/fields.ts';
import type { EditionState } from '../calls/index.ts';

export const findingStates = ['open', 'same', 'other'] as const;
/** open: nobody decided; same: it is the same work; other: it is not. */
export type FindingState = (typeof findingStates)[number];

export const answers = ['same', 'other'] as const;

/** One of the two texts of a finding, as far as the one who asks may know it. */
export interface Side {
  /** The organisation's code and name. */
  readonly organisation: { readonly code: string; readonly name: string };
  readonly year: number | null;
  /** Whether it came from a file. */
  readonly imported: boolean;
  /** False: title, edition, number and authors are kept back, and so is what is not in a passage. */
  readonly open: boolean;
  readonly title: string | null;
  /** Of the receipt. */
  readonly number: string | null;
  /** Public id; null for a text from a file. */
  readonly dossier: string | null;
  readonly edition: { readonly pid: string; readonly name: string } | null;
  readonly authors: string | null;
}

export interface Finding {
  readonly id: string;
  readonly pid: string;
  /** Ids of the texts. */
  readonly newerId: number;
  readonly earlierId: number;
  /** The union whose edition the newer dossier was entered in: it decides. */
  readonly organisationId: string;
  readonly score: number;
  readonly words: number;
  readonly state: FindingState;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** Name of the account; null where it is gone. */
  readonly decidedBy: string | null;
  /** Whether one of the texts was sent anew after the decision. */
  readonly changedSince: boolean;
  readonly foundAt: Date;
  readonly version: number;
  readonly newer: Side;
  readonly earlier: Side;
}

/** A finding with what both texts have in common. */
export interface ComparedFinding extends Finding {
  /** Without stock phrases, in the order of the newer text, which is the first. */
  readonly passages: readonly Passage[];
  readonly bodies: { readonly newer: string; readonly earlier: string };
}

/** What a side is made from. */
export interface SideRow extends Omit<Side, 'open' | 'authors' | 'edition' | 'imported'> {
  readonly dossierId: string | null;
  readonly seen: boolean;
  readonly writtenAuthors: string | null;
  readonly state: string | null;
  readonly edition: {
    readonly pid: string;
    readonly name: string;
    readonly state: EditionState;
    readonly representative: boolean;
  } | null;
}

export interface FindingFilter {
  /** Id of the organisation: its own editions and those of all below it. */
  readonly under: string | null;
  /** Public id. */
  readonly edition?: string | null;
  /** Public id of a dossier that is one of the two. */
  readonly dossier?: string | null;
  readonly state?: FindingState | null;
}

export const decideInput = z.strictObject({
  pid: text(16),
  answer: choice(answers),
  reason: text(2000),
  version: version(),
});

/** In characters: as long as a book of 100 pages. */
export const longestText = 300_000;

export const importInput = z.strictObject({
  organisation: code(),
  title: text(500),
  authors: optionalText(1000),
  year: optionalNumber({ min: 1900, max: 2999, integer: true }),
  text: text(longestText),
  /** Name of the file that it came in. */
  origin: optionalText(200),
});

export const forgetInput = z.strictObject({ pid: text(16) });

/** A text that came from a file. */
export interface ImportedText {
  readonly pid: string;
  readonly title: string;
  readonly authors: string | null;
  readonly year: number | null;
  readonly origin: string;
  readonly words: number;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
}
