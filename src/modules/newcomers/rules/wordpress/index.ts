import { unescaped } from '../bytes/plain.ts';
import { type XmlHandler, xmlPieces } from '../bytes/xml.ts';
import { Problems } from '../problems.ts';
import { type Bytes, type Newcomer, type Newcomers, Unreadable } from '../types.ts';
import { type Fields, keptMeta, newFields } from './parts.ts';
import { recordsOf, type Seen } from './records.ts';

const mostComments = 20_000;

/** Reads the files of one export ("Công cụ → Xuất ra"), in their order, as one. Memory stays flat. */
export async function* readWordpress(files: Iterable<Bytes>): Newcomers {
  const problems = new Problems();
  const seen: Seen = { terms: new Map(), ids: new Set(), named: new Set() };
  for (const bytes of files) yield* oneFile(bytes, seen, problems);
  yield* problems.all();
}

async function* oneFile(bytes: Bytes, seen: Seen, problems: Problems): Newcomers {
  const out: Newcomer[] = [];
  const handler = new WxrHandler(out, seen, problems);
  for await (const _ of xmlPieces(bytes, handler)) {
    yield* out;
    out.length = 0;
  }
  yield* out;
  if (!handler.isWxr) throw new Unreadable('not_wxr');
}

/** Puts the elements of a WXR file together: what stands in the channel's head, then item after item. */
class WxrHandler implements XmlHandler {
  isWxr = false;
  readonly #out: Newcomer[];
  readonly #seen: Seen;
  readonly #problems: Problems;
  #head = new Map<string, string>();
  #headTold = false;
  #item: Fields | null = null;
  #term: Map<string, string> | null = null;
  #comment: Map<string, string> | null = null;
  #meta: { key: string; value: string } | null = null;
  #category: Readonly<Record<string, string>> = {};

  constructor(out: Newcomer[], seen: Seen, problems: Problems) {
    this.#out = out;
    this.#seen = seen;
    this.#problems = problems;
  }

  broken(): void {
    this.#problems.add('xml_broken');
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'item') {
      this.#tellHead();
      this.#item = newFields();
    } else if (name === 'wp:comment') this.#comment = new Map();
    else if (name === 'wp:postmeta') this.#meta = { key: '', value: '' };
    else if (name === 'category') this.#category = attributes;
    else if (/^wp:(category|tag|term|author)$/.test(name)) this.#term = new Map();
  }

  close(name: string, text: string): void {
    if (name === 'wp:wxr_version') this.isWxr = true;
    if (this.#item !== null) this.#inItem(this.#item, name, text);
    else this.#inHead(name, text);
  }

  #inItem(item: Fields, name: string, text: string): void {
    if (name === 'item') {
      this.#out.push(...recordsOf(item, this.#seen, this.#problems));
      this.#item = null;
    } else if (name === 'wp:comment') {
      if (item.comments.length < mostComments) item.comments.push(this.#comment ?? new Map());
      else item.more += 1;
      this.#comment = null;
    } else if (this.#comment !== null) {
      if (name.startsWith('wp:comment_')) this.#comment.set(name, text);
    } else if (this.#meta !== null) this.#inMeta(item, this.#meta, name, text);
    else if (name === 'category') {
      const { domain = 'category', nicename = '' } = this.#category;
      // Very old files name a term once more without its nicename.
      if (nicename !== '') item.categories.push({ domain, nicename, name: text });
    } else item.text.set(name, text);
  }

  #inMeta(item: Fields, meta: { key: string; value: string }, name: string, text: string): void {
    if (name === 'wp:meta_key') meta.key = text.trim();
    else if (name === 'wp:meta_value') meta.value = text;
    else if (name === 'wp:postmeta') {
      this.#meta = null;
      if (!keptMeta.has(meta.key)) return;
      item.meta.set(meta.key, [...(item.meta.get(meta.key) ?? []), meta.value]);
    }
  }

  #inHead(name: string, text: string): void {
    if (this.#term === null) {
      if (
        ['title', 'link', 'language', 'generator', 'wp:base_site_url', 'wp:base_blog_url'].includes(
          name,
        )
      )
        this.#head.set(name, text.trim());
      if (name === 'channel') this.#tellHead();
      return;
    }
    const value = (key: string) => this.#term?.get(`wp:${key}`)?.trim() ?? '';
    if (name === 'wp:author') {
      const login = value('author_login');
      if (this.#first('author', login))
        this.#out.push({
          kind: 'author',
          originId: login,
          name: unescaped(value('author_display_name')) || login,
          email: value('author_email') || null,
        });
    } else if (
      name === 'wp:category' ||
      (name === 'wp:term' && value('term_taxonomy') === 'category')
    )
      this.#section(value);
    else if (name === 'wp:tag' || (name === 'wp:term' && value('term_taxonomy') === 'post_tag'))
      this.#tag(value);
    else if (name !== 'wp:term') {
      this.#term.set(name, text);
      return;
    }
    this.#term = null;
  }

  #section(value: (key: string) => string): void {
    const slug = value('category_nicename') || value('term_slug');
    if (value('term_id') !== '') this.#seen.terms.set(value('term_id'), slug);
    if (!this.#first('category', slug)) return;
    this.#out.push({
      kind: 'section',
      originId: slug,
      parent: value('category_parent') || value('term_parent') || null,
      name: unescaped(value('cat_name') || value('term_name')) || slug,
      slug,
      description: unescaped(value('category_description') || value('term_description')),
    });
  }

  #tag(value: (key: string) => string): void {
    const slug = value('tag_slug') || value('term_slug');
    if (value('term_id') !== '') this.#seen.terms.set(value('term_id'), slug);
    if (!this.#first('post_tag', slug)) return;
    const name = unescaped(value('tag_name') || value('term_name')) || slug;
    this.#out.push({ kind: 'tag', originId: slug, name, slug });
  }

  #first(domain: string, slug: string): boolean {
    const key = `${domain} ${slug}`;
    if (slug === '' || this.#seen.named.has(key)) return false;
    this.#seen.named.add(key);
    return true;
  }

  #tellHead(): void {
    if (this.#headTold) return;
    this.#headTold = true;
    const value = (name: string) => this.#head.get(name) ?? '';
    const address = value('wp:base_blog_url') || value('wp:base_site_url') || value('link');
    this.#out.push({
      kind: 'site',
      title: unescaped(value('title')),
      address: address.replace(/\/+$/, ''),
      language: value('language'),
      generator: value('generator'),
    });
  }
}
