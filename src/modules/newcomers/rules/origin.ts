import { createHash } from 'node:crypto';

/** The programs whose sites are read. */
export const programs = ['wordpress', 'joomla', 'rss', 'html'] as const;
export type Program = (typeof programs)[number];

/**
 * An old site by its address, whatever way it was written: 'https://www.LHH.example/blog/' is 'lhh.example/blog'; ''
 * for what is no address.
 */
export function siteKey(address: string): string {
  const typed = address.trim();
  const whole = /^https?:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (typed === '' || !URL.canParse(whole)) return '';
  const { hostname, port, pathname } = new URL(whole);
  const host = hostname.toLowerCase().replace(/^www\./, '');
  const path = pathname.replace(/\/+$/, '');
  return `${host}${port === '' ? '' : `:${port}`}${path}`;
}

/** Where ids come from: those of two old sites of one program are two. */
export const originOf = (program: Program, key: string): string =>
  key === '' ? program : `${program} ${shortened(key, 120)}`;

/** An id of the other program as it is kept: a long one by its beginning and its digest. */
export function shortened(id: string, most = 200): string {
  const plain = id.toWellFormed().replaceAll('\u0000', '');
  if (plain.length <= most) return plain;
  const digest = createHash('sha256').update(plain).digest('hex').slice(0, 40);
  return `${plain.slice(0, most - 41)}~${digest}`.toWellFormed();
}

/** What articles and comments keep as their origin: the program, and site and id together. */
export const originId = (key: string, id: string): string =>
  shortened(key === '' ? id : `${key} ${id}`);

/** The same things said make the same fingerprint. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');
