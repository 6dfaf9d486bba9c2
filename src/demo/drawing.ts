import { crc32, deflateSync } from 'node:zlib';

// A picture of its own for each number, so that demo dossiers have files that a browser shows.

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const width = 480;
const height = 320;

/** A PNG of 480 × 320: a frame, a wheel and a crate in colours that follow from `seed`. */
export function drawing(seed: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  const tint = [(seed * 67) % 120, (seed * 131) % 120, (seed * 29) % 120];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const far = Math.hypot(x - 160 - (seed % 5) * 30, y - 170);
      const wheel =
        far < 70 && (far > 54 || Math.abs(Math.sin(Math.atan2(y - 170, x - 160) * 4)) < 0.12);
      const crate = x > 300 && x < 420 && y > 120 && y < 240;
      const base = wheel ? 40 : crate ? 150 : 235 - Math.round(y / 12);
      tint.forEach((shade, at) => {
        rows[y * (width * 3 + 1) + 1 + x * 3 + at] = Math.max(
          0,
          base - (crate || wheel ? shade : shade / 8),
        );
      });
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
