import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { getCookie } from 'hono/cookie';
import type { Cx } from '../../../platform/cx.ts';
import { clientAddress, siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { countTry } from '../../../platform/tries.ts';
import { senderMark } from '../service/index.ts';

// A reader who only reads gets no cookie, and sees pages from the page cache. Whoever likes or votes gets two:
// - 'ban-doc', a random mark with our signature, on the whole site. The cache does not look at it: such a reader
//   still reads from the cache, and pages show nothing of their own.
// - 'lientri.rieng' with the path of the one page on which something of their own is to be seen. The cache leaves
//   alone whoever sends it, so only there the page is made for them, and never kept for others.

const MARK = 'ban-doc';
const OWN = 'lientri.rieng';
/** As long as likes can be taken back; seconds. */
const AGE = 180 * 86_400;

const signed = (cx: Cx, id: string): string =>
  createHmac('sha256', cx.keys.current('session').secret)
    .update(`reader|${id}`)
    .digest('base64url')
    .slice(0, 22);

/** The mark of the reader, when the browser sends one of ours; else null. */
export function readerOf(c: WebContext): string | null {
  const [id = '', signature = ''] = (getCookie(c, MARK) ?? '').split('.');
  if (!/^[0-9a-f]{40}$/.test(id)) return null;
  const expected = Buffer.from(signed(c.var.cx, id));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

/** The same, where the page may show something of the reader's own: what is made here is not kept for others. */
export const ownReader = (c: WebContext): string | null =>
  getCookie(c, OWN) === undefined ? null : readerOf(c);

export const newReader = (): string => randomBytes(20).toString('hex');

/** Sets both cookies: the mark, and that on these pages something of the reader's own is to be seen. */
export function rememberReader(c: WebContext, reader: string, ...pages: readonly string[]): void {
  const secure = siteOf(c).startsWith('https:') ? '; Secure' : '';
  const rest = `; Max-Age=${AGE}; HttpOnly; SameSite=Lax${secure}`;
  const add = (cookie: string) => c.header('set-cookie', `${cookie}${rest}`, { append: true });
  add(`${MARK}=${reader}.${signed(c.var.cx, reader)}; Path=/`);
  for (const page of new Set(pages)) {
    const path = pathOnly(page);
    if (path !== null) add(`${OWN}=1; Path=${path}`);
  }
}

// A cookie of the whole site would keep the reader from the cache everywhere; nothing may end the attribute early.
function pathOnly(page: string): string | null {
  if (!URL.canParse(page, 'http://here')) return null;
  const { pathname } = new URL(page, 'http://here');
  return pathname === '/' || /[;,\s]/.test(pathname) ? null : pathname;
}

const HOUR = 3_600_000;

/** Notes one more of something from where the request comes; how many there were within the time before. */
export async function earlier(c: WebContext, what: string, within = HOUR): Promise<number> {
  const { cx } = c.var;
  const many = await countTry(cx, `${what}:${senderMark(cx, addressOf(c))}`, within);
  return many - 1;
}

// Whoever is given a whole network of the sixth version has 2^64 addresses: they count as one.
function addressOf(c: WebContext): string {
  const address = clientAddress(c);
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  return address.split(':').slice(0, 4).join(':');
}
