import { plainText } from '../bytes/plain.ts';
import type { Problems } from '../problems.ts';

// `{name …}` and `{name}…{/name}` ask a plugin of Joomla for something when the page is shown.
const PAIRED = /\{([a-z][\w-]*)((?:\s+|=)[^{}]*)?\}([^{}]*)\{\/\1\}/gi;
const SINGLE = /\{([a-z][\w-]*)(?:(?:\s+|=|\|)[^{}<>]*)?\}/gi;
const READ_MORE = /<hr\b[^>]*\bid=["']system-readmore["'][^>]*>/i;
const PAGE_BREAK = /<hr\b[^>]*class=["']system-pagebreak["'][^>]*>/gi;

const films: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
};

const asLink = (address: string): string => `<p><a href="${address}">${address}</a></p>`;

export interface Prepared {
  readonly html: string;
  readonly lead: string;
}

/** HTML that stands for itself; what stood before "read more" is also the lead. */
export function prepared(intro: string, full: string, problems: Problems, where: string): Prepared {
  const cut = full === '' ? READ_MORE.exec(intro) : null;
  const before = cut === null ? (full === '' ? '' : intro) : intro.slice(0, cut.index);
  const whole = full === '' ? intro.replace(READ_MORE, '') : `${intro}\n${full}`;
  const plain = (html: string, told: Problems | null) =>
    html
      .replace(PAIRED, (_, written: string, __, inner: string) => {
        const name = written.toLowerCase();
        const film = Object.hasOwn(films, name) ? films[name] : undefined;
        const id = inner.trim();
        if (film !== undefined && /^[\w-]+$/.test(id)) return asLink(film(id));
        if (film !== undefined && /^https?:\/\/[^\s"<>]+$/.test(id)) return asLink(id);
        told?.add('unknown_plugin', { name }, where);
        return '';
      })
      .replace(SINGLE, (_, name: string) => {
        told?.add('unknown_plugin', { name: name.toLowerCase() }, where);
        return '';
      });
  return {
    html: plain(whole, problems).replace(PAGE_BREAK, '<hr>').trim(),
    lead: plainText(plain(before, null)),
  };
}
