import { createHash } from 'node:crypto';
import type { Cx } from '../../../platform/cx.ts';
import { blindIndex, blindIndexes } from '../../../platform/keys.ts';
import { textKey } from '../rules/index.ts';

// What tells one reader from another without telling who it is.

/**
 * What is kept of a reader at one comment or poll. The mark in the reader's browser has 160 random bits, so one
 * SHA-256 hides it; without the mark nobody can tell that two of these belong together.
 */
export const readerHash = (reader: string, about: string): Buffer =>
  createHash('sha256').update(`${reader}|${about}`).digest();

/** What makes two texts the same one. */
export const textHash = (text: string): Buffer =>
  createHash('sha256').update(textKey(text)).digest();

interface Writer {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string | null;
  readonly reader: string | null;
}

// A name alone is anybody's: it is known only together with an address or a browser.
const whole = ({ organisationId, name, email, reader }: Writer): string | null =>
  email === null && reader === null
    ? null
    : `${organisationId}|${textKey(name)}|${email ?? `#${reader}`}`;

/** By which somebody who writes again is known; null: nothing was given to know anybody by. */
export function authorHash(cx: Cx, writer: Writer): string | null {
  const value = whole(writer);
  return value === null ? null : blindIndex(cx.keys, 'comment.author', value);
}

/** The same under every key there is. */
export function authorHashes(cx: Cx, writer: Writer): string[] {
  const value = whole(writer);
  return value === null ? [] : blindIndexes(cx.keys, 'comment.author', value);
}

export const recipientHash = (cx: Cx, address: string): string =>
  blindIndex(cx.keys, 'passed_letter.recipient', address);

export const recipientHashes = (cx: Cx, address: string): string[] =>
  blindIndexes(cx.keys, 'passed_letter.recipient', address);

/** Where something came from, for counting tries: a keyed hash that is another one each day. */
export const senderMark = (cx: Cx, address: string): string =>
  blindIndex(cx.keys, 'discussion.sender', `${cx.clock.today()}|${address}`);
