import { siteKey } from './origin.ts';

/** The host of addresses that say none, where nobody told the old site's. */
export const NO_HOST = 'site.invalid';

/** The old site as its texts name it. */
export interface OldSite {
  /** 'https://lhh.example' or with a path, without a slash at the end; '' when nobody told. */
  readonly address: string;
  readonly key: string;
}

export const oldSite = (address: string): OldSite => {
  const typed = address.trim().replace(/\/+$/, '');
  const whole = typed === '' || /^https?:\/\//i.test(typed) ? typed : `http://${typed}`;
  const key = siteKey(whole);
  return { address: key === '' ? '' : whole, key };
};

/** What addresses in a text of the old site are relative to; `file`: the page itself, where pages are files. */
export const baseOf = ({ address }: OldSite, file = ''): string =>
  `${address === '' ? `http://${NO_HOST}` : address}/${encodeURI(file)}`;

/** Path and question of an address of the old site itself, from its own first page on; null for one elsewhere. */
export function ownPath(site: OldSite, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  if (url.hostname === NO_HOST) return `${url.pathname}${url.search}`;
  const at = `${siteKey(url.origin)}${url.pathname}`;
  if (site.key === '' || (at !== site.key && !at.startsWith(`${site.key}/`))) return null;
  return `${at.slice(site.key.length) || '/'}${url.search}`;
}

const UPLOADS = /\/(?:wp-content\/uploads|wp-content\/blogs\.dir\/\d+\/files)\/(.+)$/;
// What a program makes of a picture: smaller sizes, the one that it shrank when it came, one turned upright.
const MADE = /(?:-\d{1,5}x\d{1,5})?(?:-(?:scaled|rotated))?(\.[a-z0-9]{2,5})$/i;

/**
 * Paths under which the file of an address may lie below the folder of uploads: the whole picture first, then the
 * very one that was named. Nothing for an address elsewhere.
 */
export function filesOf(site: OldSite, address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { hostname, pathname } = new URL(address);
  // Sites at wordpress.com have their files at a host of their own.
  const apart = hostname.endsWith('.files.wordpress.com') ? pathname.slice(1) : undefined;
  const uploaded = UPLOADS.exec(pathname)?.[1] ?? apart;
  const own = ownPath(site, address)?.split('?')[0];
  const path = uploaded ?? (own === undefined ? undefined : own.replace(/^\/+/, ''));
  const file = path === undefined ? null : pathIn(path);
  if (file === null) return [];
  const whole = file.replace(MADE, '$1');
  return whole === file ? [file] : [whole, whole.replace(/(\.\w+)$/, '-scaled$1'), file];
}

/** A path below a folder, decoded; null for what leads out of it or names nothing. */
export function pathIn(written: string): string | null {
  let path = written.replaceAll('\\', '/');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A name with a percent sign in it.
  }
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || path.includes('\u0000')) return null;
  return parts.join('/').normalize('NFC');
}

/** Where a file may lie in what was handed over: the folder itself, one around it or one inside it. */
export function spots(file: string): string[] {
  const inner = file.replace(/^(wp-content\/uploads|uploads|images|media)\//, '');
  return [
    ...new Set([
      file,
      inner,
      ...['wp-content/uploads/', 'uploads/', 'images/', 'media/'].map((before) => before + inner),
    ]),
  ];
}
