import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { crc32 } from 'node:zlib';

/**
 * A gzip member that holds the SHA-256 of all bytes before it, in a form that is always the same.
 * gzip's own sum is over what was packed, and packed repetitions may be damaged without a change to
 * it; the seal is over the very bytes of the file. Programs that unpack take it for an empty tail.
 */
function sealOf(sha256: string): Buffer {
  const text = Buffer.from(sha256, 'ascii');
  const seal = Buffer.alloc(10 + 5 + text.length + 8);
  seal.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255], 0);
  seal.writeUInt8(1, 10);
  seal.writeUInt16LE(text.length, 11);
  seal.writeUInt16LE(0xffff - text.length, 13);
  text.copy(seal, 15);
  seal.writeUInt32LE(crc32(text), 15 + text.length);
  seal.writeUInt32LE(text.length, 19 + text.length);
  return seal;
}

const sealLength = sealOf('0'.repeat(64)).length;

/** Passes bytes on and puts their seal behind them. */
export function sealing(): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, sealOf(hash.digest('hex')));
    },
  });
}

/** True when every byte of the file is the one that was written. */
export async function sealHolds(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size <= sealLength) return false;
    const found = Buffer.alloc(sealLength);
    await handle.read(found, 0, sealLength, size - sealLength);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file, { end: size - sealLength - 1 }))
      hash.update(chunk as Buffer);
    return sealOf(hash.digest('hex')).equals(found);
  } finally {
    await handle.close();
  }
}
