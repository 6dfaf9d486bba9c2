import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Listen } from './listen.ts';
import type { Tables } from './tables.ts';

/** A database that is open. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** Sessions of the application's role. */
  readonly pool: pg.Pool;
  /** Sessions of the owner, without a time limit: migrations, the job library's own tables, backups. */
  readonly ownerPool: pg.Pool;
  readonly url: string;
  readonly ownerUrl: string;
  readonly mode: 'embedded' | 'external';
  /** True when another process runs the embedded server. */
  readonly joined: boolean;
  /** Resolves when the channel is heard; the answer stops listening. */
  listen(channel: string, fn: Listen): Promise<() => void>;
  /** Ends every session and stops the server when it is ours. Safe to call twice. */
  close(): Promise<void>;
}
