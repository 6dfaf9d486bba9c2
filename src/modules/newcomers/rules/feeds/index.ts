import { pathOf, plainText, unescaped } from '../bytes/plain.ts';
import { feedTime } from '../bytes/times.ts';
import { type XmlHandler, xmlPieces } from '../bytes/xml.ts';
import { Problems } from '../problems.ts';
import {
  type Bytes,
  type NewArticle,
  type Newcomer,
  type Newcomers,
  Unreadable,
} from '../types.ts';

/** Reads feeds: RSS 0.9 to 2.0, RDF (RSS 1.0) and Atom. What a feed leaves out cannot come over. */
export async function* readFeeds(files: Iterable<Bytes>): Newcomers {
  const problems = new Problems();
  const told = new Set<string>();
  for (const bytes of files) {
    const out: Newcomer[] = [];
    const handler = new FeedHandler(out, told, problems);
    for await (const _ of xmlPieces(bytes, handler)) {
      yield* out;
      out.length = 0;
    }
    yield* out;
    if (!handler.isFeed) throw new Unreadable('not_a_feed');
  }
  yield* problems.all();
}

interface Entry {
  readonly text: Map<string, string>;
  readonly categories: string[];
  link: string;
  picture: string;
  /** The markup of Atom's XHTML content, put together again. */
  markup: string;
}

const bare = (name: string): string => name.replace(/^(rss|atom|a10):/, '');
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

class FeedHandler implements XmlHandler {
  isFeed = false;
  readonly #out: Newcomer[];
  readonly #told: Set<string>;
  readonly #problems: Problems;
  #entry: Entry | null = null;
  #head = new Map<string, string>();
  #headLink = '';
  /** How deep inside XHTML content we are. */
  #inside = 0;
  #asHtml = '';
  #author = false;

  constructor(out: Newcomer[], told: Set<string>, problems: Problems) {
    this.#out = out;
    this.#told = told;
    this.#problems = problems;
  }

  broken(): void {
    this.#problems.add('xml_broken');
  }

  open(written: string, attributes: Readonly<Record<string, string>>): void {
    const name = bare(written);
    if (/^(rss|feed|rdf:RDF)$/.test(name)) this.isFeed = true;
    if (this.#inside > 0) {
      this.#inside += 1;
      return;
    }
    if (name === 'item' || name === 'entry') {
      this.#entry = { text: new Map(), categories: [], link: '', picture: '', markup: '' };
      if (attributes['rdf:about'] !== undefined)
        this.#entry.text.set('id', attributes['rdf:about']);
    }
    if (name === 'author') this.#author = true;
    const rel = attributes.rel ?? 'alternate';
    if (name === 'link' && attributes.href !== undefined && rel === 'alternate') {
      if (this.#entry === null) this.#headLink = attributes.href;
      else if (this.#entry.link === '') this.#entry.link = attributes.href;
    }
    if (this.#entry === null) return;
    if (name === 'category' && attributes.term !== undefined)
      this.#entry.categories.push(attributes.label ?? attributes.term);
    const isPicture =
      (name === 'enclosure' && (attributes.type ?? '').startsWith('image/')) ||
      name === 'media:thumbnail' ||
      (name === 'media:content' &&
        (attributes.medium === 'image' || /^image\//.test(attributes.type ?? '')));
    if (isPicture && this.#entry.picture === '') this.#entry.picture = attributes.url ?? '';
    if ((name === 'content' || name === 'summary') && attributes.type === 'xhtml') {
      this.#inside = 1;
      this.#asHtml = '';
    }
  }

  close(written: string, text: string): void {
    const name = bare(written);
    if (this.#inside > 0) {
      this.#inside -= 1;
      if (this.#inside > 0) this.#asHtml += this.#element(name, text);
      else this.#entry?.text.set(name, this.#asHtml);
      return;
    }
    const value = text.trim();
    if (name === 'item' || name === 'entry') this.#tell();
    else if (this.#entry === null) {
      if (!this.#head.has(name)) this.#head.set(name, value);
    } else if (name === 'category' || name === 'dc:subject') {
      if (value !== '') this.#entry.categories.push(value);
    } else if (name === 'name' && this.#author) this.#entry.text.set('author name', value);
    else if (!this.#entry.text.has(name)) this.#entry.text.set(name, value);
    if (name === 'author') this.#author = false;
  }

  // Of XHTML the words of each element are kept as paragraphs: its own nesting does not come through in order.
  #element(name: string, text: string): string {
    const words = text.trim();
    if (words === '') return '';
    return /^h[1-6]$/.test(name)
      ? `<${name}>${escaped(words)}</${name}>`
      : `<p>${escaped(words)}</p>`;
  }

  #tell(): void {
    const entry = this.#entry;
    this.#entry = null;
    if (entry === null) return;
    this.#tellHead();
    const value = (...names: string[]): string =>
      names.map((name) => entry.text.get(name) ?? '').find((text) => text !== '') ?? '';
    const link = entry.link || value('link', 'feedburner:origLink');
    const originId = value('guid', 'id') || link || value('title');
    if (originId === '' || this.#told.has(originId)) {
      this.#problems.add(originId === '' ? 'entry_without_id' : 'entry_twice');
      return;
    }
    this.#told.add(originId);
    const summary = value('description', 'summary');
    const full = value('content:encoded', 'content');
    if (full === '') this.#problems.add('only_summary', {}, originId);
    for (const name of entry.categories) this.#section(unescaped(name));
    const published = feedTime(
      value('pubDate', 'published', 'dc:date', 'issued', 'updated', 'modified'),
    );
    if (published === null) this.#problems.add('without_date', {}, originId);
    const article: NewArticle = {
      kind: 'article',
      originId,
      type: 'entry',
      title: plainText(value('title')),
      slug: '',
      html: full || summary,
      lead: full === '' ? '' : plainText(summary),
      author: unescaped(value('dc:creator', 'author name', 'author')) || null,
      sections: [...new Set(entry.categories.map((name) => unescaped(name)))],
      tags: [],
      cover: entry.picture === '' ? null : { address: entry.picture },
      galleries: [],
      state: 'published',
      publishedAt: published,
      changedAt: feedTime(value('updated', 'modified', 'atom:updated')),
      until: null,
      language: null,
      comments: false,
      pinned: false,
      reads: null,
    };
    this.#out.push(article);
    const from = link === '' ? null : pathOf(link);
    if (from !== null)
      this.#out.push({ kind: 'redirect', from, to: { kind: 'article', originId } });
  }

  #section(name: string): void {
    const key = `section ${name}`;
    if (name === '' || this.#told.has(key)) return;
    this.#told.add(key);
    this.#out.push({
      kind: 'section',
      originId: name,
      parent: null,
      name,
      slug: '',
      description: '',
    });
  }

  #tellHead(): void {
    const value = (name: string) => this.#head.get(name) ?? '';
    const key = 'site';
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#out.push({
      kind: 'site',
      title: plainText(value('title')),
      address: (this.#headLink || value('link')).replace(/\/+$/, ''),
      language: value('language') || value('dc:language'),
      generator: value('generator'),
    });
  }
}
