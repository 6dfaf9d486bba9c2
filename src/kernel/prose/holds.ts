import type { Block, Inline, Prose } from './types.ts';

// What a text refers to, each once, in the order of reading.

/** pids of the pictures, films, recordings and files. */
export function mediaOf(prose: Prose): string[] {
  return distinct(
    prose.content.flatMap((block) =>
      'attrs' in block && block.attrs !== undefined && 'media' in block.attrs
        ? [block.attrs.media]
        : [],
    ),
  );
}

/** pids of the albums. */
export function albumsOf(prose: Prose): string[] {
  return distinct(
    prose.content.flatMap((block) => (block.type === 'album' ? [block.attrs.album] : [])),
  );
}

/** Addresses of the links. */
export function linksOf(prose: Prose): string[] {
  return distinct(
    inlinesOf(prose).flatMap((inline) =>
      inline.type === 'text'
        ? (inline.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))
        : [],
    ),
  );
}

/** Whether it shows films of other sites. */
export const holdsEmbed = (prose: Prose): boolean =>
  prose.content.some((block) => block.type === 'embed');

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Every word and break of a text, in the order of reading. */
export function inlinesOf(prose: Prose): Inline[] {
  const found: Inline[] = [];
  for (const block of prose.content) gather(block, found);
  return found;
}

type Holder = Block | { readonly content: readonly unknown[] };

function gather(node: Holder, found: Inline[]): void {
  if (!('content' in node) || node.content === undefined) return;
  for (const child of node.content as readonly (Inline | Holder)[]) {
    if ('type' in child && (child.type === 'text' || child.type === 'hardBreak')) found.push(child);
    else gather(child as Holder, found);
  }
}
