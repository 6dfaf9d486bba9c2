import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../../../kernel/clock.ts';
import type { Db } from '../../../platform/database/query.ts';
import { type Asked, askedIn } from '../../../platform/http/asked.ts';
import { lastForwarded } from '../../../platform/http/client.ts';
import type { Shown } from '../../../platform/http/shown.ts';
import type { Log } from '../../../platform/log.ts';
import { isAhead, isProgram, Tally } from '../rules/index.ts';
import { forgetReaders, saltOf, writeBundle } from './writing.ts';

export interface CounterParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether `X-Forwarded-For` tells who reads. */
  readonly trustProxy: boolean;
  /** Milliseconds between two bundles. */
  readonly pause?: number;
}

const usualPause = 5_000;
const mostReaders = 2_000;
const forgetEvery = 60_000;

/** Who reads on a connection, as long as address and browser stay the same. */
interface Reader {
  readonly agent: string | undefined;
  readonly address: string;
  readonly salt: string;
  readonly program: boolean;
  readonly hash: string;
}

/**
 * Counts the pages of public sites in memory and writes them every few seconds. What a kill takes away are the
 * seconds since the last bundle.
 */
export class VisitCounter {
  readonly #parts: CounterParts;
  readonly #tally = new Tally(mostReaders);
  readonly #readers = new WeakMap<Socket, Reader>();
  #salt = '';
  #saltDay = '';
  #forgotAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: CounterParts) {
    this.#parts = parts;
  }

  /** Begins to write what is counted; counting itself needs nothing. */
  start(): void {
    const next = () => {
      this.#turn = this.write().catch((error) => {
        this.#parts.log.error('counted pages are not written yet', { error });
      });
      void this.#turn.then(() => {
        this.#timer = setTimeout(next, this.#parts.pause ?? usualPause).unref();
      });
    };
    next();
  }

  /** Resolves when the bundle under way is written. */
  written(): Promise<void> {
    return this.#turn;
  }

  /** Writes what is left and ends. */
  async stop(): Promise<void> {
    await this.#turn;
    clearTimeout(this.#timer);
    await this.write().catch((error) => {
      this.#parts.log.error('the last counted pages are lost', { error });
    });
    clearTimeout(this.#timer);
  }

  /** A page that was made for this request. */
  made(request: IncomingMessage, status: number, shown: Shown | undefined): void {
    if (shown === undefined || status !== 200 || request.method !== 'GET') return;
    this.count(request, askedIn(request.rawHeaders), shown);
  }

  /** A page that was sent: one GET of somebody who is not signed in. Costs some hundred nanoseconds. */
  readonly count = (request: IncomingMessage, asked: Asked, shown: Shown): void => {
    if (isAhead(asked['sec-purpose']) || isAhead(asked.purpose)) return;
    const reader = this.#readerOf(request.socket, asked);
    if (reader.program) return;
    const alike = this.#salt === '' || asked.dnt === '1' || asked['sec-gpc'] === '1';
    this.#tally.count(shown, alike ? null : reader.hash);
  };

  // A connection has one reader, unless a proxy uses it for many: the hash is reckoned once for each.
  #readerOf(socket: Socket, asked: Asked): Reader {
    const forwarded = this.#parts.trustProxy ? lastForwarded(asked['x-forwarded-for']) : null;
    const address = forwarded ?? socket.remoteAddress ?? '';
    const agent = asked['user-agent'];
    const known = this.#readers.get(socket);
    if (known?.address === address && known.agent === agent && known.salt === this.#salt)
      return known;
    const program = isProgram(agent);
    const reader = {
      address,
      agent,
      salt: this.#salt,
      program,
      hash: program ? '' : hash('sha256', `${this.#salt} ${address} ${agent}`, 'base64url'),
    };
    this.#readers.set(socket, reader);
    return reader;
  }

  /** Writes what was counted until now; throws when it cannot, and keeps it. */
  async write(): Promise<void> {
    const { db, clock } = this.#parts;
    const day = clock.today();
    if (this.#saltDay !== day) {
      this.#salt = await saltOf(db, day);
      this.#saltDay = day;
    }
    const bundle = this.#tally.take(day);
    if (bundle !== null) {
      try {
        await writeBundle(db, bundle, clock.now());
      } catch (error) {
        this.#tally.putBack(bundle);
        throw error;
      }
    }
    const now = clock.now().getTime();
    if (now - this.#forgotAt < forgetEvery) return;
    await forgetReaders(db, clock.now());
    this.#forgotAt = now;
  }
}
