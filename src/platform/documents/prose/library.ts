import {
  type Block,
  embedHref,
  type ProseAlbum,
  type ProseMedia,
  safeHref,
} from '../../../kernel/prose/index.ts';
import { proseWords } from '../vi.ts';
import { type PaperPicture, pictureOf } from './size.ts';

/** What a text on paper is told of the library. */
export interface PaperLibrary {
  /** JPEG or PNG by pid; a figure without any is only its caption. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly media?: ReadonlyMap<string, ProseMedia> | undefined;
  readonly albums?: ReadonlyMap<string, ProseAlbum> | undefined;
  /** What stands before the name of who made a picture; in Vietnamese when left out. */
  readonly creditBy?: string | undefined;
  /** The address of the site, before addresses that begin with a slash: `https://lhh.example`. */
  readonly site?: string | undefined;
}

export function paperPicture(library: PaperLibrary, pid: string): PaperPicture | null {
  const bytes = library.pictures.get(pid);
  return bytes === undefined ? null : pictureOf(bytes);
}

/** An address as it stands on paper: whole, or null when it leads nowhere outside its page. */
export function paperHref(library: PaperLibrary, href: string): string | null {
  const address = safeHref(href);
  if (address === null || address.startsWith('#')) return null;
  if (!address.startsWith('/')) return address;
  return library.site === undefined ? null : library.site.replace(/\/$/, '') + address;
}

export interface PaperLink {
  readonly words: string;
  readonly href: string | null;
}

type Elsewhere = Extract<Block, { type: 'album' | 'video' | 'audio' | 'attachment' | 'embed' }>;

/** What cannot stand on paper, as its name and where it is found; null when it is gone. */
export function paperLink(library: PaperLibrary, block: Elsewhere): PaperLink | null {
  if (block.type === 'embed')
    return { words: block.attrs.title ?? embedHref(block.attrs), href: embedHref(block.attrs) };
  if (block.type === 'album') {
    const album = library.albums?.get(block.attrs.album);
    if (album === undefined) return null;
    return { words: block.attrs.caption ?? album.title, href: paperHref(library, album.href) };
  }
  const media = library.media?.get(block.attrs.media);
  if (media === undefined) return null;
  const own = 'title' in block.attrs ? block.attrs.title : undefined;
  const caption = 'caption' in block.attrs ? block.attrs.caption : undefined;
  return {
    words: own ?? caption ?? (media.title || media.caption),
    href: paperHref(library, media.href),
  };
}

/** The words under a picture. */
export function paperCaption(
  library: PaperLibrary,
  attrs: Extract<Block, { type: 'figure' }>['attrs'],
): string {
  const media = library.media?.get(attrs.media);
  const caption = attrs.caption ?? media?.caption ?? '';
  const who = attrs.credit ?? media?.credit ?? '';
  const credit =
    who === '' || who.includes(':') ? who : `${library.creditBy ?? proseWords.creditBy} ${who}`;
  if (caption === '' || credit === '') return caption + credit;
  return `${/[.!?…]$/.test(caption) ? caption : `${caption}.`} ${credit}`;
}
