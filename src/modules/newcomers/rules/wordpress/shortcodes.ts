import type { Problems } from '../problems.ts';

/** What a shortcode has between its name and the bracket: `ids="1,2"` and bare values. */
export interface Attributes {
  readonly named: Readonly<Record<string, string>>;
  readonly bare: readonly string[];
}

const ATTRIBUTE =
  /([\w-]+)\s*=\s*"([^"]*)"|([\w-]+)\s*=\s*'([^']*)'|([\w-]+)\s*=\s*([^\s"'\]]+)|"([^"]*)"|(\S+)/g;

export function attributesOf(text: string): Attributes {
  const named: Record<string, string> = Object.create(null);
  const bare: string[] = [];
  // Editors turn straight quotes into curly ones.
  const straight = text.replace(/[\u201c\u201d\u2033]/g, '"').replace(/\u00a0/g, ' ');
  for (const [, a, x, b, y, c, z, quoted, word] of straight.matchAll(ATTRIBUTE)) {
    const name = (a ?? b ?? c)?.toLowerCase();
    if (name !== undefined) named[name] = x ?? y ?? z ?? '';
    else if ((quoted ?? word) !== '/') bare.push(quoted ?? word ?? '');
  }
  return { named, bare };
}

const escaped = (text: string): string =>
  text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;');

const link = (address: string): string =>
  /^https?:\/\//i.test(address)
    ? `<p><a href="${escaped(address)}">${escaped(address)}</a></p>`
    : '';

function caption({ named }: Attributes, inner: string): string {
  const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? '';
  const words = named.caption ?? inner.slice(picture.length).trim();
  return `\n\n<figure>${picture.trim()}<figcaption>${words}</figcaption></figure>\n\n`;
}

function player(tag: 'audio' | 'video', { named, bare }: Attributes): string {
  const formats = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv'];
  const source = formats.map((name) => named[name]).find(Boolean) ?? bare[0] ?? '';
  return source === '' ? '' : `\n\n<${tag} controls src="${escaped(source)}"></${tag}>\n\n`;
}

export interface Shortcodes {
  readonly problems: Problems;
  /** Ids of the pictures of each gallery, in the order of their places. */
  readonly galleries: string[][];
  /** Where it was met: the article's id. */
  readonly where: string;
}

type Known = (attributes: Attributes, inner: string, context: Shortcodes) => string;

const idsOf = (text = ''): string[] => text.match(/\d+/g) ?? [];

/** The place of a gallery, to be filled when its pictures are known; no ids: those that were added to the article. */
export function galleryPlace(ids: string[], { galleries }: Shortcodes): string {
  galleries.push(ids);
  return `\n\n<figure data-gallery="${galleries.length - 1}"></figure>\n\n`;
}

const known: Readonly<Record<string, Known>> = {
  caption,
  wp_caption: caption,
  gallery: ({ named }, _, context) => galleryPlace(idsOf(named.ids ?? named.include), context),
  embed: ({ named }, inner) => `\n\n${link((inner.trim() || named.src) ?? '')}\n\n`,
  youtube: ({ named, bare }, inner) =>
    `\n\n${link((inner.trim() || named.url) ?? bare[0]?.replace(/^=/, '') ?? '')}\n\n`,
  audio: (attributes) => player('audio', attributes),
  video: (attributes) => player('video', attributes),
};

const SHORTCODE =
  /\[(\[?)([a-z][\w-]*)(?![\w-])((?:[^\]"'/]|"[^"]*"|'[^']*'|\/(?!\]))*)(\/)?\](\]?)/gi;

// "[sic]" and "[1]" are words. A shortcode has attributes, an end, or a name that no word has.
const looksLikeOne = (name: string, rest: string, closed: boolean): boolean =>
  closed || name.includes('_') || name.includes('-') || /=\s*["'\u201c]?\S/.test(rest);

/** Finds ends of shortcodes from a place on; -1: none. Where there is none once there is none later: each is sought once. */
function closings(text: string): (name: string, from: number) => number {
  const next = new Map<string, number>();
  return (name, from) => {
    const known = next.get(name);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const find = new RegExp(`\\[/${name}\\]`, 'gi');
    find.lastIndex = from;
    const at = find.exec(text)?.index ?? -1;
    next.set(name, at);
    return at;
  };
}

/**
 * Text in which shortcodes have become HTML; those that nobody knows are taken out, with what is between them left, and
 * told as problems. `[[name]]` is the text `[name]`.
 */
export function withoutShortcodes(text: string, context: Shortcodes, depth = 0): string {
  if (!text.includes('[')) return text;
  let result = '';
  let from = 0;
  const find = new RegExp(SHORTCODE);
  const closing = closings(text);
  for (;;) {
    find.lastIndex = from;
    const match = find.exec(text);
    if (match === null) break;
    const [whole, extra = '', written = '', rest = '', selfClosed, more = ''] = match;
    result += text.slice(from, match.index);
    const end = match.index + whole.length;
    from = end;
    if (extra === '[' && more === ']') {
      result += whole.slice(1, -1);
      continue;
    }
    const name = written.toLowerCase();
    const close = selfClosed === undefined ? closing(name, end) : -1;
    const make = Object.hasOwn(known, name) ? known[name] : undefined;
    if (make === undefined && !looksLikeOne(name, rest, close >= 0 || selfClosed !== undefined)) {
      result += whole;
      continue;
    }
    const inner = close < 0 ? '' : text.slice(end, close);
    if (close >= 0) from = close + name.length + 3;
    const read = depth < 8 ? withoutShortcodes(inner, context, depth + 1) : inner;
    if (make === undefined) {
      context.problems.add('unknown_shortcode', { name }, context.where);
      result += extra + read + more;
    } else result += extra + make(attributesOf(rest), read, context) + more;
  }
  return result + text.slice(from);
}
