import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Cx } from '../cx.ts';

// A form that anybody may send without an account carries the time at which its page was made, signed: what
// comes without it, or faster than anybody writes, was not typed into a page of ours.

/** Nobody reads a form and fills it in in less; milliseconds. */
const QUICK = 3_000;
/** Pages for everybody are kept until the next write, at most until midnight. */
const LONG = 2 * 86_400_000;

/** Name of the hidden field. */
export const openedField = 'luc';

const signed = (cx: Cx, about: string, at: string): string =>
  createHmac('sha256', cx.keys.current('session').secret)
    .update(`opened|${about}|${at}`)
    .digest('base64url')
    .slice(0, 22);

/** What the form carries; `about` names the form, so that one's time is not another's. */
export function openedNow(cx: Cx, about: string): string {
  const at = cx.clock.now().getTime().toString(36);
  return `${at}.${signed(cx, about, at)}`;
}

/** `stale`: no time of ours, or too old a page: it is shown again with a new one. */
export type Opened = 'fine' | 'quick' | 'stale';

export function readOpened(cx: Cx, about: string, typed: string | undefined): Opened {
  const [at = '', signature = ''] = (typed ?? '').split('.');
  const expected = Buffer.from(signed(cx, about, at));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'stale';
  const age = cx.clock.now().getTime() - Number.parseInt(at, 36);
  if (age < QUICK) return 'quick';
  return age > LONG ? 'stale' : 'fine';
}
