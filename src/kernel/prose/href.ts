import { cleanLetters } from './letters.ts';

const LONGEST = 2048;
// What a browser, or the next program that reads the page, might take for something else.
const UNCLEAN = /[\s"'<>\\^`{|}]/;
const HERE = 'https://here.invalid';

/**
 * The address when a reader may follow it, else null: http, https, mailto, tel, a place on this site
 * (`/…`, not `//…`) or on this page (`#…`). What browsers ignore in an address is gone from the answer.
 */
export function safeHref(raw: string): string | null {
  // Browsers drop tabs and line ends inside an address: `java\nscript:` is a script too.
  const address = cleanLetters(raw.replace(/[\t\r\n]/g, '')).trim();
  if (address === '' || address.length > LONGEST) return null;
  if (/^https?:/i.test(address)) return webAddress(address);
  if (/^mailto:/i.test(address)) return mailAddress(address);
  if (/^tel:/i.test(address)) return /^tel:\+?[\d().\- ]{3,30}$/i.test(address) ? address : null;
  if (address.startsWith('/') || address.startsWith('#')) return placeHere(address);
  return null;
}

function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // `https://known.example@other.example` is the other one.
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return /^https?:\/\/[^/]/i.test(address) && !UNCLEAN.test(address) ? address : url.href;
}

function mailAddress(address: string): string | null {
  if (!/^mailto:[^\s"'<>\\?]+@[^\s"'<>\\?]+(\?|$)/i.test(address)) return null;
  return address.replace(/[\s"'<>\\^`{|}]/g, (letter) => encodeURIComponent(letter));
}

function placeHere(address: string): string | null {
  if (/^\/[/\\]/.test(address) || !URL.canParse(address, HERE)) return null;
  const url = new URL(address, HERE);
  // `/..//other.example` is a place here; written anew it would be another site.
  if (url.origin !== HERE || url.pathname.startsWith('//')) return null;
  if (!UNCLEAN.test(address)) return address;
  return address.startsWith('#') ? url.hash || null : url.pathname + url.search + url.hash;
}
