import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { TooLarge } from '../errors.ts';
import { type Key, type Keys, KeysError } from '../keys.ts';
import type { Bytes, Content } from './store.ts';

// A file that is kept encrypted: a head (mark, version and id of the key, salt), then pieces of 64 KB,
// each sealed with AES-256-GCM under a key of this file alone. A piece is bound to its place and to
// whether it is the last: none can be cut off, doubled or put elsewhere, and any can be read alone.
const MARK = Buffer.from('LTF1');
const SALT = 16;
const HEAD = MARK.length + 4 + 4 + SALT;
const PIECE = 65_536;
const TAG = 16;
const KEY = 32;
const ABOUT = 'file';

/** What is known of a file once all of it went through `sealing`. */
export interface SealedAway {
  /** Bytes of the file itself. */
  readonly size: number;
  /** The sha256 of the file itself, 64 hex digits: only its keyed fingerprint may be kept. */
  readonly digest: string;
}

/**
 * Encrypts bytes on their way to the store; memory is flat. `outcome` tells after the last byte.
 * Throws TooLarge beyond `limit` bytes of the file itself, KeysError 'keys_missing'.
 */
export function sealing(
  keys: Keys,
  bytes: Bytes,
  limit: number,
): { readonly bytes: AsyncIterable<Buffer>; readonly outcome: () => SealedAway } {
  const key = keys.current('field');
  const hash = createHash('sha256');
  let size = 0;
  async function* plain(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      size += chunk.byteLength;
      if (size > limit) throw new TooLarge(limit, null);
      hash.update(chunk);
      yield chunk;
    }
  }
  let digest = '';
  async function* sealed(): AsyncGenerator<Buffer> {
    const head = headOf(key);
    yield head;
    const secret = secretOf(key, head);
    let place = 0;
    // The last piece is sealed as such, so each waits until there is another byte after it.
    for await (const { piece, last } of pieces(plain())) {
      yield sealPiece(secret, head, place, last, piece);
      place += 1;
    }
    digest = hash.digest('hex');
  }
  return { bytes: sealed(), outcome: () => ({ size, digest }) };
}

async function* pieces(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly piece: Buffer; readonly last: boolean }> {
  let piece = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  for await (const chunk of bytes) {
    let at = 0;
    while (at < chunk.byteLength) {
      if (filled === PIECE) {
        yield { piece, last: false };
        piece = Buffer.allocUnsafe(PIECE);
        filled = 0;
      }
      const taken = Math.min(PIECE - filled, chunk.byteLength - at);
      piece.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { piece: piece.subarray(0, filled), last: true };
}

/**
 * A view of the file itself over its encrypted content, at any place. Throws KeysError
 * 'sealed_file_locked' when its key is not here, and 'sealed_file_damaged' here or while reading.
 */
export async function unsealed(keys: Keys, stored: Content): Promise<Content> {
  const pieceCount = Math.max(1, Math.ceil((stored.size - HEAD) / (PIECE + TAG)));
  const size = stored.size - HEAD - pieceCount * TAG;
  const head = await stored.read(0, HEAD);
  if (size < 0 || !head.subarray(0, MARK.length).equals(MARK)) throw damaged();
  const key = keyOf(keys, head);
  if (key === null) throw new KeysError('sealed_file_locked', ABOUT);
  const secret = secretOf(key, head);
  const open = async (place: number): Promise<Buffer> => {
    const start = HEAD + place * (PIECE + TAG);
    const sealed = await stored.read(start, PIECE + TAG);
    return openPiece(secret, head, place, place === pieceCount - 1, sealed);
  };
  // Readers go on from where they were: the piece that was cut through is wanted again.
  let known: { readonly place: number; readonly piece: Buffer } | null = null;
  const pieceAt = async (place: number): Promise<Buffer> => {
    const held = known;
    if (held !== null && held.place === place) return held.piece;
    const piece = await open(place);
    known = { place, piece };
    return piece;
  };
  return {
    size,
    async read(start, length) {
      const end = Math.min(size, start + length);
      const parts: Buffer[] = [];
      for (let at = start; at < end; ) {
        const place = Math.floor(at / PIECE);
        const piece = await pieceAt(place);
        const part = piece.subarray(at - place * PIECE, end - place * PIECE);
        if (part.length === 0) throw damaged();
        parts.push(part);
        at += part.length;
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    },
  };
}

function headOf(key: Key): Buffer {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(key.version);
  return Buffer.concat([MARK, version, Buffer.from(key.id, 'hex'), randomBytes(SALT)]);
}

function keyOf(keys: Keys, head: Buffer): Key | null {
  const version = head.readUInt32BE(MARK.length);
  const id = head.toString('hex', MARK.length + 4, MARK.length + 8);
  return keys.all('field').find((key) => key.version === version && key.id === id) ?? null;
}

// Of the head's salt: no two files share a key, so the places may stand in for random numbers.
function secretOf(key: Key, head: Buffer): Buffer {
  const salt = head.subarray(HEAD - SALT);
  return Buffer.from(hkdfSync('sha256', key.secret, salt, 'lientri/file', KEY));
}

function nonceOf(place: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(place, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function sealPiece(
  secret: Buffer,
  head: Buffer,
  place: number,
  last: boolean,
  piece: Buffer,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(place, last));
  cipher.setAAD(head);
  const body = cipher.update(piece);
  return Buffer.concat([body, cipher.final(), cipher.getAuthTag()]);
}

function openPiece(
  secret: Buffer,
  head: Buffer,
  place: number,
  last: boolean,
  sealed: Buffer,
): Buffer {
  if (sealed.length < TAG) throw damaged();
  try {
    const options = { authTagLength: TAG };
    const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(place, last), options);
    decipher.setAAD(head);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const body = decipher.update(sealed.subarray(0, sealed.length - TAG));
    decipher.final();
    return body;
  } catch {
    throw damaged();
  }
}

const damaged = (): KeysError => new KeysError('sealed_file_damaged', ABOUT);
