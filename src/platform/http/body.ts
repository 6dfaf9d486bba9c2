import { TooLarge } from '../errors.ts';
import type { WebContext } from './env.ts';
import { Unreadable } from './problems.ts';
import { pieceType } from './tus-headers.ts';

/** A posted form: the last text of each name, all texts of each name, its files, and its one-time key. */
export interface FormBody {
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly File[]>>;
  readonly key: string | null;
}

/** The largest form without files (also what all texts of a form come to), and with them; bytes. */
export const formLimit = 2_000_000;
export const uploadLimit = 64_000_000;

/**
 * Reads a form whose body was already held to a limit by `limitBody`. Empty file inputs are left out.
 * All its texts together are no longer than a form without files, also where files make the whole
 * larger: a form that is refused comes back with what was typed.
 * @throws Unreadable, TooLarge
 */
export async function formOf(c: WebContext): Promise<FormBody> {
  const values: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const files: Record<string, File[]> = {};
  let size = 0;
  for (const [name, value] of await sentFields(c)) {
    if (typeof value === 'string') {
      size += value.length;
      if (size > formLimit) throw new TooLarge(formLimit, size);
      values[name] = value;
      push(lists, name, value);
    } else if (value.size > 0 || value.name !== '') {
      push(files, name, value);
    }
  }
  return { values, lists, files, key: keyIn(values) };
}

/** The one-time key among the texts of a form. */
export function keyIn({ _key: key }: Readonly<Record<string, string>>): string | null {
  return key !== undefined && /^[a-z0-9]{16}$/.test(key) ? key : null;
}

// A body that is no form, or is cut off, is the sender's mistake.
async function sentFields(c: WebContext): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new Unreadable();
  }
}

function push<T>(map: Record<string, T[]>, name: string, value: T): void {
  const list = map[name];
  if (list === undefined) map[name] = [value];
  else list.push(value);
}

/**
 * Refuses a body over the limit, by its declared length or by counting what really arrives. Forms and
 * pieces of files at the addresses in `streams` are counted while they are read (`streamedForm`, `uploadDoors`).
 */
export async function limitBody(c: WebContext, streams: readonly RegExp[] = []): Promise<void> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const type = c.req.header('content-type') ?? '';
  const multipart = type.startsWith('multipart/form-data');
  const streamed =
    c.req.method === 'PATCH' ? type === pieceType : multipart && c.req.method === 'POST';
  if (streamed && streams.some((address) => address.test(c.req.path))) return;
  const limit = multipart ? uploadLimit : formLimit;
  const length = c.req.header('content-length');
  if (length !== undefined) {
    if (Number(length) > limit) throw new TooLarge(limit, Number(length));
    return;
  }
  const body = await readUpTo(c.req.raw.body, limit);
  const { method, headers } = c.req.raw;
  c.req.raw = new Request(c.req.url, { method, headers, body: body.length === 0 ? null : body });
}

/**
 * Waits for the whole of a form without files, before anything is looked up for it: from then on the
 * server has the request. What cannot be read is told by `formOf`.
 */
export async function wholeForm(c: WebContext): Promise<void> {
  if (c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') !== true)
    return;
  await c.req.formData().catch(() => undefined);
}

async function readUpTo(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (stream ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new TooLarge(limit, null);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks) as Buffer<ArrayBuffer>;
}
