import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { performCopy } from './copying.ts';

/** The text of every query sent inside one `countQueries`. */
const counting = new AsyncLocalStorage<string[]>();

/** Runs `work` and reports what it sent to any database, BEGIN and COMMIT included. */
export async function countQueries<T>(
  work: () => Promise<T>,
): Promise<{ result: T; count: number; queries: string[] }> {
  const queries: string[] = [];
  const result = await counting.run(queries, work);
  return { result, count: queries.length, queries };
}

const text = (value: string): string => value;

/** Safe integers stay numbers; beyond 2^53 a bigint keeps the value exact. */
function integer(value: string): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

const stringArray = pg.types.getTypeParser(1009 as never) as unknown as (
  value: string,
) => (string | null)[];
const integerArray = (value: string) =>
  stringArray(value).map((item) => (item === null ? null : integer(item)));

/**
 * What SQL types become: date 'YYYY-MM-DD', numeric string, int8 number (bigint beyond 2^53),
 * ranges string, timestamptz Date, timestamp without zone string (it names no instant).
 */
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  20: integer,
  1016: integerArray,
  1700: text,
  1231: stringArray,
  1082: text,
  1182: stringArray,
  1114: text,
  1115: stringArray,
};

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parsers[oid];
    return own ?? pg.types.getTypeParser(oid as never, format as never);
  },
} as unknown as pg.CustomTypesConfig;

// A statement that comes again and again is prepared once for each session: the server then neither
// parses nor, mostly, plans it. One that was made up for a single request never gets a name, and
// the names are few, so a session's memory stays small.
const againBefore = 4;
const mostNames = 400;
const mostCounted = 5_000;
const seen = new Map<string, number>();
const names = new Map<string, string>();

function statementName(statement: string): string | null {
  const known = names.get(statement);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return null;
  const times = (seen.get(statement) ?? 0) + 1;
  if (times <= againBefore) {
    if (seen.size >= mostCounted) seen.clear();
    seen.set(statement, times);
    return null;
  }
  seen.delete(statement);
  const name = `s${createHash('sha256').update(statement).digest('hex').slice(0, 24)}`;
  names.set(statement, name);
  return name;
}

class CountedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the driver's query has six signatures
  override query(...args: any[]): any {
    const [query] = args;
    counting.getStore()?.push(typeof query === 'string' ? query : (query?.text ?? 'copy'));
    const copied = performCopy(query, (stream) => super.query(stream));
    if (copied !== null) return copied;
    const [, values, callback] = args;
    const name = typeof query === 'string' && Array.isArray(values) ? statementName(query) : null;
    if (name !== null) {
      // biome-ignore lint/suspicious/noExplicitAny: the same statement with a name
      return (super.query as any)({ text: query, values, name }, callback);
    }
    // biome-ignore lint/suspicious/noExplicitAny: passed on as it came
    return (super.query as any)(...args);
  }
}

class ContextPool extends pg.Pool {
  // A caller who waits for a connection is woken in the context of the one who gave it back.
  // biome-ignore lint/suspicious/noExplicitAny: the driver's connect has two signatures
  override connect(callback?: any): any {
    return callback ? super.connect(AsyncResource.bind(callback)) : super.connect();
  }
}

export interface PoolOptions {
  readonly name: string;
  readonly max: number;
  /** Milliseconds; 0 means a statement may run as long as it needs. */
  readonly statementTimeout: number;
}

/** Settings every session of ours has, whatever the server's own defaults are. */
export function clientConfig(url: string, options: Omit<PoolOptions, 'max'>): pg.ClientConfig {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.delete('options');
  const session = [
    given ?? '',
    '-c TimeZone=UTC',
    '-c DateStyle=ISO,YMD',
    '-c IntervalStyle=postgres',
  ];
  if (options.statementTimeout > 0) {
    session.push(`-c statement_timeout=${options.statementTimeout}`);
    session.push('-c idle_in_transaction_session_timeout=600000');
  }
  return {
    connectionString: address.href,
    application_name: options.name,
    options: session.join(' ').trim(),
    connectionTimeoutMillis: 20_000,
    keepAlive: true,
    types,
  };
}

/** A pool whose idle connections may break without taking the process along. */
export function makePool(url: string, options: PoolOptions): pg.Pool {
  const pool = new ContextPool({
    ...clientConfig(url, options),
    max: options.max,
    idleTimeoutMillis: 30_000,
    // What keeps the process alive is its work, never a session that waits for some.
    allowExitOnIdle: true,
    Client: CountedClient,
  } as pg.PoolConfig);
  // A session may break while somebody holds it between two statements, not only while it rests.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  return pool;
}
