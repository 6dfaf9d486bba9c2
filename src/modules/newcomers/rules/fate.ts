import type { NewArticle } from './types.ts';

/** What becomes of an article here: public, from a day on, or kept in the office. */
export type Fate =
  | { readonly act: 'publish'; readonly at: string | null }
  | { readonly act: 'schedule'; readonly at: Date }
  | { readonly act: 'keep'; readonly why: string }
  | { readonly act: 'leave' };

export function fateOf(
  { kind, state, publishedAt, changedAt, until }: NewArticle,
  now: Date,
): Fate {
  if (state === 'trash') return { act: 'leave' };
  if (state !== 'published' && state !== 'scheduled') return { act: 'keep', why: `kept_${state}` };
  if (until !== null && new Date(until) <= now) return { act: 'keep', why: 'kept_archived' };
  const at = publishedAt ?? changedAt;
  if (at === null) {
    // As of today it would stand before everything that is new.
    return kind === 'page' ? { act: 'publish', at: null } : { act: 'keep', why: 'kept_undated' };
  }
  if (new Date(at) <= now) return { act: 'publish', at };
  return { act: 'schedule', at: new Date(at) };
}
