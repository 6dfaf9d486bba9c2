/** What is known of a medium or an album of the library. */
export interface Item {
  readonly pid: string;
  readonly kind: 'picture' | 'video' | 'audio' | 'document' | 'album';
  readonly title: string;
  /** A picture to show; empty where there is none. */
  readonly src?: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

/** All items that this page has heard of: with the text, from suggestions, just uploaded. */
export class Library {
  readonly #items = new Map<string, Item>();

  constructor(items: readonly Item[]) {
    for (const item of items) this.put(item);
  }

  put(item: Item): void {
    this.#items.set(item.pid, item);
  }

  get(pid: string): Item | undefined {
    return this.#items.get(pid);
  }
}

const nodes = {
  picture: 'figure',
  video: 'video',
  audio: 'audio',
  document: 'attachment',
  album: 'album',
} as const satisfies Record<Item['kind'], string>;

/** The block that shows an item, as JSON of the editor. */
export function blockOf(item: Item): {
  readonly type: string;
  readonly attrs: Readonly<Record<string, string>>;
} {
  const type = nodes[item.kind];
  if (type === 'album') return { type, attrs: { album: item.pid } };
  return { type, attrs: { media: item.pid } };
}
