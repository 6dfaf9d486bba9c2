import type { Clock } from '../kernel/clock.ts';
import type { IdSource } from '../kernel/ids.ts';
import type { Db } from './database/query.ts';
import type { FileStore } from './files/store.ts';
import type { Keys } from './keys.ts';
import type { Actor, Coverage } from './policy.ts';

/** All that a use case may touch: who asks, when, through which door, and the database. */
export interface Cx {
  readonly db: Db;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly coverage: Coverage;
  readonly via: 'web' | 'api' | 'cli' | 'job' | 'setup';
  readonly requestId: string;
  readonly emit: Emit;
  /** For sensitive fields: what is encrypted opens only with them. */
  readonly keys: Keys;
  readonly files: FileStore;
  /** Called once after a write is committed: this process then forgets what it kept. */
  readonly committed?: (seen: Seen) => void;
}

/**
 * When others see what was written: at once, or within a second. The latter is for what readers of public pages do
 * (like, vote): it is much, each changes little, and whoever did it sees it at once.
 */
export type Seen = 'at_once' | 'soon';

/** Tells later modules that something happened, in the same transaction. */
export type Emit = (cx: Cx, happening: Happening) => Promise<void>;
export interface Happening {
  readonly name: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
}

export interface Change {
  readonly old?: unknown;
  readonly new?: unknown;
}

/** What a command did, for the event log; `result` goes back to the door. */
export interface Done<Result> {
  readonly result: Result;
  readonly subject: { readonly type: string; readonly id: string };
  readonly organisationId: string | null;
  readonly changes: Readonly<Record<string, Change>>;
  readonly reason?: string | null;
  /** The id that its event gets, where rows were written that name the event. */
  readonly eventId?: string;
}
