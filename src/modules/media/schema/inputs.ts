import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import {
  choice,
  code,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { kinds, mostTags, tagsOf } from '../rules/index.ts';

const pid = z.string().max(16);

/** What is said of a medium; tags between commas. */
export const described = {
  title: text(300),
  alt: optionalText(500),
  caption: optionalText(1000),
  credit: optionalText(200),
  taken_on: optionalDay(),
  tags: optionalText(2000),
  public: yesNo(),
  listed: yesNo(),
};

/** What is wrong with tags between commas. */
export function tagIssues(typed: string | null): Issue[] {
  const { tags, long } = tagsOf(typed ?? '');
  return [
    ...(tags.length > mostTags ? [issue('tags', 'too_many_tags', { max: mostTags })] : []),
    ...(long === null ? [] : [issue('tags', 'tag_too_long', { tag: `${long.slice(0, 60)}…` })]),
  ];
}

const facts = z.strictObject({
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  alpha: z.boolean(),
  animated: z.boolean(),
  seconds: z.number().int().nonnegative().nullable(),
});

/** A file that was taken in already: `facts` and `kind` are what the machine found in it. */
export const addInput = z.strictObject({
  organisation: code(),
  file: pid,
  kind: choice(kinds),
  sent: z.string().regex(/^[0-9a-f]{64}$/),
  facts,
  ...described,
});

export const editBody = z.strictObject({
  ...described,
  poster: optionalText(16),
  version: version(),
});
export const editInput = editBody.extend({ pid });

export const albumBody = z.strictObject({
  title: text(300),
  about: optionalText(4000),
  held_on: optionalDay(),
  public: yesNo(),
});
export const albumInput = albumBody.extend({ organisation: code() });
export const albumChanges = albumBody.extend({ version: version() });
export const albumEditInput = albumChanges.extend({ pid });

/** The most media of one album. */
export const mostInAlbum = 500;

export const placedItem = z.strictObject({ media: pid, caption: optionalText(1000) });
/** All media of an album in their order: what is left out is taken off. */
export const arrangeBody = z.strictObject({
  items: z.array(placedItem).max(mostInAlbum),
  cover: optionalText(16),
  version: version(),
});
export const arrangeInput = arrangeBody.extend({ pid });

export const albumAddBody = z.strictObject({ media: z.array(pid).min(1).max(mostInAlbum) });
export const albumAddInput = albumAddBody.extend({ pid });
