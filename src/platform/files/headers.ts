import type { StoredFile } from '../files.ts';
import { SHOWN_IN_PLACE } from './types.ts';

/**
 * Headers with which a stored file is sent: it is downloaded under its name, never guessed at, and
 * may run nothing. `inline` shows a picture in place; other kinds are downloaded all the same.
 */
export function fileHeaders(
  file: Pick<StoredFile, 'name' | 'mediaType' | 'size'>,
  options: { readonly inline?: boolean } = {},
): Record<string, string> {
  const inline = options.inline === true && SHOWN_IN_PLACE.has(file.mediaType);
  return {
    'Content-Type': file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': disposition(inline ? 'inline' : 'attachment', file.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
  };
}

// RFC 6266: a plain name for old readers, the true one in UTF-8 for all others.
function disposition(kind: string, name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111/g, 'd')
    .replace(/\u0110/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
