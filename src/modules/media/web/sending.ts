import { Readable } from 'node:stream';
import { contentDisposition } from '../../../platform/documents/filename.ts';
import { type OpenContent, openFile } from '../../../platform/files.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type Part, partOf } from '../rules/index.ts';

/** Stored bytes, and how they are sent. */
export interface Sending {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  /** Under which name it is saved. */
  readonly name: string;
  /** Shown or played in place; otherwise downloaded. */
  readonly inline: boolean;
  readonly cache: string;
}

const always = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

/** Sends a file, or the part of it that is asked for; 304 to those who have it, 416 for what is not there. */
export async function sendBytes(c: WebContext, file: Sending): Promise<Response> {
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    ...always,
    // What is public stands on other sites too: in feeds, and where an article is shared.
    'cross-origin-resource-policy': file.cache.startsWith('public')
      ? 'cross-origin'
      : 'same-origin',
    etag,
    'content-type': file.mime,
    'content-disposition': contentDisposition(file.name, file.inline ? 'inline' : 'attachment'),
    'cache-control': file.cache,
    'accept-ranges': 'bytes',
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const whole = c.req.header('if-range');
  const asked = whole === undefined || whole === etag ? c.req.header('range') : undefined;
  const part = partOf(asked, file.bytes);
  if (part === 'none')
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` });
  const sent = part === 'all' ? { first: 0, last: file.bytes - 1 } : part;
  const length = { ...headers, 'content-length': String(sent.last - sent.first + 1) };
  const more =
    part === 'all'
      ? length
      : { ...length, 'content-range': `bytes ${part.first}-${part.last}/${file.bytes}` };
  const status = part === 'all' ? 200 : 206;
  if (c.req.method === 'HEAD') return c.body(null, status, more);
  const { files, keys } = c.var.cx;
  const content = await openFile({ files, keys }, { sha256: file.sha256, sealed: false });
  const body = Readable.toWeb(Readable.from(bytesOf(content, sent), { objectMode: false }));
  return c.body(body as ReadableStream, status, more);
}

const PIECE = 256 * 1024;

/** Closes the file when all was read, and when the reader went away. */
async function* bytesOf(content: OpenContent, { first, last }: Part): AsyncGenerator<Buffer> {
  try {
    for (let at = first; at <= last; at += PIECE)
      yield await content.read(at, Math.min(PIECE, last - at + 1));
  } finally {
    await content.close();
  }
}
