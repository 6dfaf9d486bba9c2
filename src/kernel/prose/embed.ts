import type { Embed } from './types.ts';

export type EmbedFilm = Pick<Embed['attrs'], 'provider' | 'id'>;

const ID: Readonly<Record<EmbedFilm['provider'], RegExp>> = {
  youtube: /^[A-Za-z0-9_-]{6,20}$/,
  vimeo: /^\d{1,12}$/,
};

/** The film that an address shows (a page of it or its frame), or null. */
export function embedOf(raw: string): EmbedFilm | null {
  const address = raw.trim().replace(/^\/\//, 'https://');
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname.replace(/^(www|m|music)\./, '');
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean);
  if (host === 'youtu.be') return film('youtube', first);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const named = ['embed', 'v', 'shorts', 'live'].includes(first);
    return film('youtube', named ? second : (url.searchParams.get('v') ?? ''));
  }
  if (host === 'vimeo.com') return film('vimeo', first);
  return host === 'player.vimeo.com' && first === 'video' ? film('vimeo', second) : null;
}

function film(provider: EmbedFilm['provider'], id: string): EmbedFilm | null {
  // Players of former times had more behind the id: `/v/…&hl=vi`.
  const own = id.replace(/&.*$/, '');
  return ID[provider].test(own) ? { provider, id: own } : null;
}

/** Whether it can be the id of a film of this provider. */
export function isEmbed(provider: unknown, id: unknown): provider is EmbedFilm['provider'] {
  return (
    (provider === 'youtube' || provider === 'vimeo') &&
    typeof id === 'string' &&
    ID[provider].test(id)
  );
}

/** The page of the film at its provider. */
export function embedHref({ provider, id }: EmbedFilm): string {
  return provider === 'youtube'
    ? `https://www.youtube.com/watch?v=${id}`
    : `https://vimeo.com/${id}`;
}

/** What is shown in a frame once the reader has asked for it: the provider's way without cookies. */
export function embedFrame({ provider, id }: EmbedFilm): string {
  return provider === 'youtube'
    ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`
    : `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`;
}

/** The places that frames may come from. */
export const embedHosts = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const;
