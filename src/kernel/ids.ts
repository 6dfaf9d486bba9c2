import type { Clock } from './clock.ts';
import { randomFromSeed } from './random.ts';

/** Makes ids. `uuid` is for storage and joins and never shown; `pid` is for everything outside. */
export interface IdSource {
  /** uuidv7, lower case; each one of a source sorts after the one before. */
  uuid(): string;
  /** 80 random bits as 16 characters of lower-case base32 without i, l, o, u. */
  pid(): string;
}

// Crockford's alphabet: nothing in it is mistaken for 0, 1 or v when read aloud or typed.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PID = /^[0-9a-hjkmnp-tv-z]{16}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const COUNTER_LIMIT = 0x1000;

type Fill = (bytes: Uint8Array<ArrayBuffer>) => void;

export function isPid(value: unknown): value is string {
  return typeof value === 'string' && PID.test(value);
}

/** Any uuid in lower-case canonical form, not only version 7. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** Ids from the clock and the random generator of the system. */
export function randomIds(clock: Clock): IdSource {
  return sourceOf(clock, fillRandom, fillRandom);
}

// Asked for in one go: an import makes hundreds of thousands of ids.
const drawn = new Uint8Array(8192);
let used = drawn.length;

const fillRandom: Fill = (bytes) => {
  if (used + bytes.length > drawn.length) {
    globalThis.crypto.getRandomValues(drawn);
    used = 0;
  }
  for (let at = 0; at < bytes.length; at++) bytes[at] = drawn[used + at]!;
  // What was given out is not kept.
  drawn.fill(0, used, used + bytes.length);
  used += bytes.length;
};

/**
 * The same ids for the same seed and clock, for tests, replays and the demo; never for real data.
 * The two kinds have streams of their own: one uuid more does not change the pids after it.
 */
export function seededIds(seed: string, clock: Clock): IdSource {
  return sourceOf(clock, seededFill(`${seed}/uuid`), seededFill(`${seed}/pid`));
}

function sourceOf(clock: Clock, fillUuid: Fill, fillPid: Fill): IdSource {
  let lastMs = -1;
  let counter = 0;
  return {
    uuid() {
      const bytes = new Uint8Array(10);
      fillUuid(bytes);
      const ms = clock.now().getTime();
      if (ms > lastMs) {
        lastMs = ms;
        // Half of the counter's room stays free for the ids of this millisecond.
        counter = ((bytes[8]! << 8) | bytes[9]!) & (COUNTER_LIMIT / 2 - 1);
      } else if (++counter === COUNTER_LIMIT) {
        lastMs++;
        counter = 0;
      }
      return uuidv7(lastMs, counter, bytes);
    },
    pid() {
      const bytes = new Uint8Array(10);
      fillPid(bytes);
      return base32(bytes);
    },
  };
}

function uuidv7(ms: number, counter: number, random: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  const variant = (0x80 | (random[0]! & 0x3f)).toString(16);
  const tail = hex(random.subarray(2, 8));
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${hex(random.subarray(1, 2))}-${tail}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) text += HEX[bytes[at]!];
  return text;
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

function seededFill(seed: string): Fill {
  const next = randomFromSeed(seed);
  return (bytes) => {
    for (let at = 0; at < bytes.length; at++) bytes[at] = next() >>> 24;
  };
}
