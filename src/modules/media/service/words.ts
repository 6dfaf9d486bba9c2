import type { Day } from '../../../kernel/day.ts';
import { searchText, tagsOf } from '../rules/index.ts';
import type { Medium } from '../schema/index.ts';

interface Described {
  readonly title: string;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly taken_on: Day | null;
  readonly tags: string | null;
  readonly public: boolean;
  readonly listed: boolean;
}

/** The columns that what is said of a medium comes to. */
export function writtenWords(input: Described) {
  const { title, alt, caption, credit, taken_on } = input;
  const { tags } = tagsOf(input.tags ?? '');
  const search = searchText([title, alt, caption, credit, ...tags]);
  const shown = { public: input.public, listed: input.listed };
  return { title, alt, caption, credit, taken_on, tags, ...shown, search };
}

/** The same columns as they stand. */
export function standingWords(medium: Medium) {
  const { title, alt, caption, credit, takenOn: taken_on, tags, listed } = medium;
  return { title, alt, caption, credit, taken_on, tags, public: medium.public, listed };
}
