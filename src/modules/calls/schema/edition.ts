import { z } from 'zod';
import { code, optionalCode, optionalText, text, version } from '../../../platform/forms/fields.ts';
import type { EditionContent } from '../rules/index.ts';
import { editionContent } from './content.ts';

export const editionStates = ['draft', 'open', 'closed'] as const;
export type EditionState = (typeof editionStates)[number];

export interface Edition {
  readonly id: string;
  readonly pid: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  /** Its address below the union's. */
  readonly code: string;
  readonly content: EditionContent;
  readonly state: EditionState;
  /** Number of the revision that holds; 0 before it was opened. */
  readonly revision: number;
  readonly openedAt: Date | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

/** What a list tells of an edition. */
export type ListedEdition = Pick<
  Edition,
  'id' | 'pid' | 'organisation' | 'code' | 'state' | 'openedAt' | 'version'
> &
  Pick<EditionContent, 'kind' | 'name' | 'ordinal' | 'years'>;

export interface Revision {
  readonly number: number;
  readonly content: EditionContent;
  readonly reason: string | null;
  readonly since: Date;
}

/** A new edition: from a sample, or with content of one's own. */
export const editionInput = z.strictObject({
  organisation: code(),
  code: code(),
  sample: optionalCode(),
  content: editionContent.optional(),
});

/** A change: what is left out stays; content is replaced as a whole. */
export const editionEdit = z.strictObject({
  pid: text(16),
  code: optionalCode(),
  content: editionContent.optional(),
  reason: optionalText(1000),
  version: version(),
});

/** The next edition of the same; without a code of an organisation, of the same union. */
export const copyInput = z.strictObject({
  pid: text(16),
  code: code(),
  organisation: optionalCode(),
});

export const editionAct = z.strictObject({ pid: text(16), version: version() });
