import { safeHref } from '../../../kernel/prose/index.ts';

// Added by those who send letters and posts; no page was ever told by them.
const TRACKING = /^(utm_\w+|fbclid|gclid|zarsrc|mc_[a-z]+)$/i;
const LONGEST = 1000;

/**
 * An old address as it is kept and looked for: path and question, decoded, without what is behind #, the question's
 * parts in order; null for what is none. 'https://cu.vn/tin/B%C3%A0i-1/?b=2&a=1' is '/tin/Bài-1?a=1&b=2'.
 */
export function oldAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || text.length > LONGEST || !/^(https?:\/\/|\/)/i.test(text)) return null;
  if (!URL.canParse(text, 'https://here.invalid')) return null;
  const url = new URL(text.replace(/^\/+/, '/'), 'https://here.invalid');
  const path = decoded(url.pathname).replace(/\/{2,}/g, '/');
  const asked = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`.normalize('NFC'))
    .sort();
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  return `${bare === '' ? '/' : bare}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}

// Words of a question that say how a page is shown, not which.
const MANNER = /^(itemid|catid|lang|tmpl|print|format|layout|limitstart|start|replytocom)=/i;

/**
 * The old addresses under which one that is asked may be kept, the likeliest first: itself; without `/index.php` before
 * it, `.html` behind it or the question's small parts, as a program has them or not by its settings; at last without
 * its question. Addresses as `oldAddress` writes them.
 */
export function olderForms(address: string): string[] {
  const [path = '/', question = ''] = address.split(/\?(.*)/s);
  const plain = path.replace(/^\/index\.php(?=\/)/, '').replace(/\.html?$/, '');
  const said = question
    .split('&')
    .filter((part) => part !== '' && !MANNER.test(part))
    .map((part) => part.replace(/^(id=\d+)[:-].*$/, '$1'));
  const fewer = said.length === 0 ? '' : `?${said.join('&')}`;
  const paths = [path, plain, `${plain}.html`, `/index.php${plain}`];
  const all = [address, ...paths.map((one) => `${one}${fewer}`), ...paths];
  return [...new Set(all)].filter((one) => one !== '/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** Where an old address leads: a path of this site or an address elsewhere; null for anything else. */
export function newAddress(typed: string): string | null {
  const href = safeHref(typed);
  return href !== null && /^(\/|https?:)/i.test(href) ? href : null;
}

/**
 * The addresses that are passed when one follows `target`, as long as each leads on; `next` gives where one leads.
 * Ends at the first that leads nowhere, that was passed already, or after `most`.
 */
export function followed(
  target: string,
  next: (path: string) => string | null,
  most = 10,
): { readonly path: readonly string[]; readonly loop: boolean } {
  const path: string[] = [];
  let at: string | null = oldAddress(target);
  while (at !== null) {
    if (path.includes(at)) return { path, loop: true };
    path.push(at);
    if (path.length > most) return { path, loop: true };
    const onward = next(at);
    at = onward === null || !onward.startsWith('/') ? null : oldAddress(onward);
  }
  return { path, loop: false };
}
