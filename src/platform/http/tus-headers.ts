import type { Upload } from '../uploads.ts';
import type { httpWords } from './vi.ts';

export const tusVersion = '1.0.0';
export const pieceType = 'application/offset+octet-stream';

/** A request that is not as the protocol has it; `headers` go with the answer. */
export class TusError extends Error {
  readonly code: keyof typeof httpWords.upload;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: keyof typeof httpWords.upload, headers: Readonly<Record<string, string>> = {}) {
    super(`upload: ${code}`);
    this.code = code;
    this.headers = headers;
  }
}

/** The status of each of them. */
export const tusStatus = {
  version: 412,
  header: 400,
  piece: 415,
  offset: 409,
  busy: 423,
  gone: 410,
  beyond: 413,
} as const satisfies Record<keyof typeof httpWords.upload, number>;

/** A header that is a whole number of bytes. @throws TusError */
export function bytesIn(value: string | undefined): number {
  if (value === undefined || !/^\d{1,15}$/.test(value)) throw new TusError('header');
  return Number(value);
}

const mostMetadata = 8_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `Upload-Metadata`: keys with texts in base64. @throws TusError */
export function metadataIn(header: string | undefined): Record<string, string> {
  if (header === undefined || header.trim() === '') return {};
  if (header.length > mostMetadata) throw new TusError('header');
  const pairs = header.split(',').map((pair): [string, string] => {
    const [key = '', value = '', ...more] = pair.trim().split(' ');
    if (!/^[\w.-]{1,40}$/.test(key) || more.length > 0) throw new TusError('header');
    return [key, textIn(value)];
  });
  return Object.fromEntries(pairs);
}

function textIn(base64: string): string {
  if (!/^[A-Za-z0-9+/]*=*$/.test(base64)) throw new TusError('header');
  try {
    const text = utf8.decode(Buffer.from(base64, 'base64'));
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw new TusError('header');
}

/** The same header again, for those who ask. */
export function metadataOf(upload: Upload): string {
  return Object.entries({ filename: upload.name, ...upload.told })
    .map(([key, text]) => `${key} ${Buffer.from(text).toString('base64')}`)
    .join(',');
}
