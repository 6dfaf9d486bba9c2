import { contentDisposition } from '../documents/filename.ts';
import type { StoredFile } from './types.ts';
import { SHOWN_IN_PLACE } from './types.ts';

/**
 * Headers with which a stored file is sent: it is downloaded under its name, never guessed at, and
 * may run nothing; `size` is null for what is made while it is sent. `inline` shows a picture in place; other kinds are downloaded all the same.
 */
export function fileHeaders(
  file: Pick<StoredFile, 'name' | 'mediaType'> & { readonly size: number | null },
  options: { readonly inline?: boolean } = {},
): Record<string, string> {
  const inline = options.inline === true && SHOWN_IN_PLACE.has(file.mediaType);
  return {
    'Content-Type': file.mediaType,
    ...(file.size === null ? {} : { 'Content-Length': String(file.size) }),
    'Content-Disposition': contentDisposition(file.name, inline ? 'inline' : 'attachment'),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
  };
}
