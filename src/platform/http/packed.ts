import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { takes } from './encoding.ts';
import type { PageNotes, Shown } from './shown.ts';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** A body in one encoding with all its headers, as they go over the line. */
export interface Packed {
  readonly body: Buffer;
  /** Names and values in turn. */
  readonly head: readonly string[];
}

export interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly plain: Packed;
  readonly gzip: Packed;
  readonly brotli: Packed;
  readonly weight: number;
  readonly shown: Shown | undefined;
  /** When it has to be made again (milliseconds since 1970); undefined: not before something is written. */
  readonly until: number | undefined;
  /** The turn in which it was last asked for. */
  used: number;
}

/** A page in the three forms in which it is asked for, so that sending it compresses nothing. */
export async function pack(answer: Response, plain: Buffer, notes: PageNotes): Promise<Kept> {
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const headers = Object.fromEntries(
    [...answer.headers].filter(([name]) => name !== 'x-request-id'),
  );
  headers.etag = etag;
  headers.vary = 'Cookie, Accept-Encoding';
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const form = (body: Buffer, encoding: string | null): Packed => ({
    body,
    head: [
      ...Object.entries(headers).flat(),
      'content-length',
      String(body.length),
      ...(encoding === null ? [] : ['content-encoding', encoding]),
    ],
  });
  const forms = {
    plain: form(plain, null),
    gzip: form(await gzipped(plain), 'gzip'),
    brotli: form(await brotlied(plain, quality), 'br'),
  };
  const bytes = Object.values(forms).reduce((sum, { body }) => sum + body.length, 1_000);
  return {
    status: answer.status,
    headers,
    etag,
    ...forms,
    weight: bytes,
    shown: notes.shown,
    until: notes.keepFor === undefined ? undefined : Date.now() + notes.keepFor,
    used: 0,
  };
}

/** The form that whoever sends this `Accept-Encoding` can read. */
export function choose(kept: Kept, accept: string | undefined): Packed {
  if (takes(accept, 'br')) return kept.brotli;
  return takes(accept, 'gzip') ? kept.gzip : kept.plain;
}
