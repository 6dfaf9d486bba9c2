import pg from 'pg';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';

/** Address as it may be shown: no name, no password. */
function shown(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? hostname}${port && `:${port}`}${pathname}`;
}

/** Checks that an office's own PostgreSQL can be used. Throws StartError with one clear line. */
export async function checkExternal(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
      `select current_setting('server_version_num') as number,
              current_setting('server_version') as version,
              current_setting('server_encoding') as encoding`,
    );
    const { number, version, encoding } = rows[0]!;
    if (Number(number) < 160_000) throw new StartError(vi.database.tooOld(version));
    if (encoding !== 'UTF8') throw new StartError(vi.database.notUtf8(encoding));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw explain(url, error as NodeJS.ErrnoException);
  } finally {
    client.end().catch(() => {});
  }
}

function explain(url: string, error: NodeJS.ErrnoException): StartError {
  const address = shown(url);
  // A name with several addresses fails with one error for each.
  const code = error.code ?? (error as { errors?: NodeJS.ErrnoException[] }).errors?.[0]?.code;
  if (code === '28P01' || code === '28000') return new StartError(vi.database.badPassword(address));
  if (code === '3D000') return new StartError(vi.database.missing(address));
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: vi.database.refused(),
    ENOENT: vi.database.refused(),
    ENOTFOUND: vi.database.notFound(),
    EAI_AGAIN: vi.database.notFound(),
    ETIMEDOUT: vi.database.timeout(),
  };
  const late = /timeout/i.test(error.message) ? vi.database.timeout() : error.message;
  return new StartError(vi.database.unreachable(address, reasons[code ?? ''] ?? late));
}
