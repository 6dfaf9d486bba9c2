import { keptText } from '../../../kernel/text.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

export const mostTags = 20;
const longestTag = 60;

/** Tags as they are typed: between commas, semicolons or on lines; one of each, whatever its dấu. */
export function tagsOf(typed: string): { readonly tags: string[]; readonly long: string | null } {
  const tags = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const tag = keptText(part).replace(/\s+/g, ' ').replace(/^#+/, '').trim();
    const folded = foldForSearch(tag);
    if (folded !== '' && !tags.has(folded)) tags.set(folded, tag);
  }
  const all = [...tags.values()];
  return { tags: all, long: all.find((tag) => tag.length > longestTag) ?? null };
}

/** A title from the name of a file: 'dai-hoi_lan_9.JPG' is 'dai-hoi lan 9'. */
export function titleOf(name: string): string {
  const stem = keptText(name)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return stem.slice(0, 300).trim() || name.slice(0, 300);
}

/** What a search looks through. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  return foldForSearch(parts.filter(Boolean).join(' '));
}
