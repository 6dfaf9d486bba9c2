import { crc32 } from 'node:zlib';
import { bytesOf } from '../testing-samples.ts';

// Files that somebody made: the same twice, but for who made them, when and with what.

/** Somebody, as files remember them. */
export interface Maker {
  readonly name: string;
  readonly company: string;
  readonly machine: string;
  /** ISO, in UTC. */
  readonly at: string;
  readonly revision: string;
}

export const makers: readonly [Maker, Maker] = [
  {
    name: 'Lò Văn Bình',
    company: 'THCS Chiềng Sinh',
    machine: 'C:\\Users\\binh.lo\\Desktop',
    at: '2026-03-01T08:00:00Z',
    revision: '00A1B2C3',
  },
  {
    name: 'Nguyễn Thị Minh Khai Hoàng',
    company: 'Trường Đại học Tây Bắc',
    machine: 'D:\\khai\\ho so',
    at: '2025-12-24T21:13:07Z',
    revision: '00FF00EE',
  },
];

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

// --- pictures ---

async function pixmap(): Promise<{ jpeg: Buffer; png: Buffer }> {
  const { ColorSpace, Pixmap } = await import('mupdf');
  const map = new Pixmap(ColorSpace.DeviceRGB, [0, 0, 24, 16], false);
  const pixels = map.getPixels();
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 37) % 251;
  return { jpeg: Buffer.from(map.asJPEG(80, false)), png: Buffer.from(map.asPNG()) };
}

/** TIFF data with an orientation, the name of a camera's owner and a place. */
export function exifOf({ name, machine }: Maker, orientation: number): Buffer {
  const words = Buffer.from(`${name}\0${machine}\0`, 'utf8');
  const block = Buffer.alloc(38 + words.length);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(2, 8);
  block.writeUInt16LE(0x0112, 10);
  block.writeUInt16LE(3, 12);
  block.writeUInt32LE(1, 14);
  block.writeUInt16LE(orientation, 18);
  block.writeUInt16LE(0x013b, 22);
  block.writeUInt16LE(2, 24);
  block.writeUInt32LE(words.length, 26);
  block.writeUInt32LE(38, 30);
  words.copy(block, 38);
  return block;
}

const jpegSegment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

export async function jpegBy(maker: Maker, orientation = 6): Promise<Buffer> {
  const { jpeg } = await pixmap();
  const name = Buffer.from(maker.name);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    jpegSegment(0xe1, Buffer.concat([latin('Exif\0\0'), exifOf(maker, orientation)])),
    jpegSegment(0xe1, Buffer.concat([latin('http://ns.adobe.com/xap/1.0/\0'), xmpOf(maker)])),
    jpegSegment(0xe2, Buffer.concat([latin('ICC_PROFILE\0\x01\x01'), profileOf(maker)])),
    jpegSegment(0xed, Buffer.concat([latin('Photoshop 3.0\0'), name])),
    jpegSegment(0xfe, name),
    jpeg.subarray(2),
    name,
  ]);
}

export const xmpOf = ({ name, at }: Maker): Buffer =>
  Buffer.from(`<x:xmpmeta><dc:creator>${name}</dc:creator><d>${at}</d></x:xmpmeta>`);

const point = (x: number, y: number, z: number): Buffer =>
  Buffer.concat([latin('XYZ \0\0\0\0'), ...[x, y, z].map((n) => fixed(n))]);
const fixed = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(n * 65_536));
  return bytes;
};

/** The profile of a screen, which names whoever measured it. */
export function profileOf({ name, at }: Maker): Buffer {
  const curve = Buffer.from('63757276000000000000000102330000', 'hex');
  const words = Buffer.from(`desc\0\0\0\0\0\0\0\0${name}\0`);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', words],
    ['dmnd', words],
    ['wtpt', point(0.9642, 1, 0.8249)],
    ['rXYZ', point(0.4361, 0.2225, 0.0139)],
    ['gXYZ', point(0.3851, 0.7169, 0.0971)],
    ['bXYZ', point(0.1431, 0.0606, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const head = Buffer.alloc(128 + 4 + tags.length * 12);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  head.writeUInt16BE(Number(at.slice(0, 4)), 24);
  head.write('acsp', 36, 'latin1');
  point(0.9642, 1, 0.8249).copy(head, 68, 8);
  head.writeUInt32BE(tags.length, 128);
  const bodies: Buffer[] = [head];
  let end = head.length;
  tags.forEach(([tag, body], n) => {
    head.write(tag, 132 + n * 12, 'latin1');
    head.writeUInt32BE(end, 136 + n * 12);
    head.writeUInt32BE(body.length, 140 + n * 12);
    const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
    body.copy(padded);
    bodies.push(padded);
    end += padded.length;
  });
  head.writeUInt32BE(end, 0);
  return Buffer.concat(bodies);
}

function pngChunk(name: string, body: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), latin(name), body, Buffer.alloc(4)]);
  whole.writeUInt32BE(body.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

export async function pngBy(maker: Maker): Promise<Buffer> {
  const { png } = await pixmap();
  const head = png.subarray(0, 33);
  return Buffer.concat([
    head,
    pngChunk('tEXt', Buffer.from(`Author\0${maker.name}`)),
    pngChunk('iTXt', Buffer.concat([latin('XML:com.adobe.xmp\0\0\0\0\0'), xmpOf(maker)])),
    pngChunk('tIME', Buffer.from([7, 0xea, maker.revision.charCodeAt(3), 1, 1, 1, 1])),
    pngChunk('eXIf', exifOf(maker, 1)),
    png.subarray(33),
    Buffer.from(maker.name),
  ]);
}

const webpPixel = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** Without a maker: as a plain file. */
export function webpBy(maker: Maker | null): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const whole = Buffer.alloc(8 + body.length + (body.length % 2));
    whole.write(name, 0, 'latin1');
    whole.writeUInt32LE(body.length, 4);
    body.copy(whole, 8);
    return whole;
  };
  if (maker === null) return webpPixel;
  const body = Buffer.concat([
    latin('WEBP'),
    chunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpPixel.subarray(12),
    chunk('EXIF', exifOf(maker, 1)),
    chunk('XMP ', xmpOf(maker)),
  ]);
  const head = latin('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export function gifBy({ name }: Maker): Buffer {
  const { gif } = bytesOf;
  const words = Buffer.from(name);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, words.length]), words, Buffer.from([0])]);
  return Buffer.concat([gif.subarray(0, 19), comment, gif.subarray(19), words]);
}

// --- sound ---

// 128 kbit/s, 44.1 kHz: 417 bytes.
const frame = (n: number): Buffer =>
  Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413, n)]);

export function mp3By({ name, company }: Maker): Buffer {
  const words = Buffer.from(`TIT2${name}TPE1${company}`);
  const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1');
  head[9] = words.length;
  const old = Buffer.alloc(128);
  old.write(`TAG${company}`, 0, 'utf8');
  return Buffer.concat([head, words, ...[1, 2, 3].map(frame), old]);
}

export const mp4Box = (name: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const numbers = (...all: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(all.length * 4);
  all.forEach((value, at) => {
    bytes.writeUInt32BE(value, at * 4);
  });
  return bytes;
};

/** One track of three samples in two pieces, with a track of places beside it; the sound lies first. */
export function mp4By(maker: Maker): Buffer {
  const { name, machine, at } = maker;
  const seconds = Math.floor(Date.parse(at) / 1000);
  const type = mp4Box('ftyp', latin('isom\0\0\0\0isommp42'));
  const junk = Buffer.from(machine);
  const start = type.length + 8 + junk.length;
  const data = mp4Box('mdat', junk, latin('aaabb'), junk, latin('cc'), junk);
  const track = (kind: string, first: number, second: number) =>
    mp4Box(
      'trak',
      mp4Box(
        'tkhd',
        numbers(0, seconds, seconds, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      ),
      mp4Box('udta', Buffer.from(name)),
      mp4Box(
        'mdia',
        mp4Box('mdhd', numbers(0, seconds, seconds, 1000, 3, 0)),
        mp4Box('hdlr', numbers(0, 0), latin(kind), numbers(0, 0, 0), Buffer.from(`${machine}\0`)),
        mp4Box(
          'minf',
          mp4Box('dinf', mp4Box('dref', numbers(0, 1), mp4Box('url ', numbers(1)))),
          mp4Box(
            'stbl',
            mp4Box('stsd', numbers(0, 0)),
            mp4Box('stts', numbers(0, 1, 3, 1)),
            mp4Box('stsc', numbers(0, 2, 1, 2, 1, 2, 1, 1)),
            mp4Box('stsz', numbers(0, 0, 3, 3, 2, 2)),
            mp4Box('stco', numbers(0, 2, first, second)),
          ),
        ),
      ),
    );
  const moov = mp4Box(
    'moov',
    mp4Box('mvhd', numbers(0, seconds, seconds, 1000, 3)),
    track('vide', start, start + 5 + junk.length),
    track('meta', start, start),
    mp4Box('udta', mp4Box('©xyz', Buffer.from(name))),
  );
  return Buffer.concat([type, data, moov, mp4Box('free', Buffer.from(name))]);
}
