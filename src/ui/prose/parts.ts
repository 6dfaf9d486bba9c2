import type { ProseAlbum, ProseMedia } from '../../kernel/prose/index.ts';
import type { ProseWords } from './vi.ts';

/** What the views of a text share. */
export interface ProseParts {
  readonly media: ReadonlyMap<string, ProseMedia>;
  readonly albums: ReadonlyMap<string, ProseAlbum>;
  readonly words: ProseWords;
  /** Before the ids of headings and tables: two texts may stand on one page. */
  readonly prefix: string;
}
