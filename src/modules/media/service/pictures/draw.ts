import sharp, { type Metadata, type Sharp } from 'sharp';
import { longestSide, mostPixels } from '../../rules/index.ts';
import type { Ask, Drawn, Master, PictureFault, SizeAsked } from './messages.ts';

// One picture at a time, nothing kept of it; and only the readers of what the library takes.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map(
    (kind) => `VipsForeignLoad${kind}`,
  ),
});

/** Above this a picture without transparency is a photograph, whatever it was sent as. */
const largestPng = 3_000_000;

/** Does what is asked in this process: for `process.ts`, and for tests. Never throws. */
export async function drawHere({ bytes, sizes }: Pick<Ask, 'bytes' | 'sizes'>): Promise<Drawn> {
  try {
    if (sizes === undefined) return { ok: true, master: await masterOf(bytes) };
    const made: Uint8Array[] = [];
    for (const one of sizes) made.push(await sizeOf(bytes, one));
    return { ok: true, sizes: made };
  } catch (error) {
    return { ok: false, why: faultOf(String(error)) };
  }
}

function faultOf(said: string): PictureFault {
  if (/pixel limit|too large|dimensions/i.test(said)) return 'picture_pixels';
  return /unsupported image format|blocked|no decod/i.test(said)
    ? 'picture_kind'
    : 'picture_broken';
}

const open = (bytes: Uint8Array, moving: boolean): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: moving });

async function masterOf(bytes: Uint8Array): Promise<Master> {
  const known = await open(bytes, false).metadata();
  const animated = (known.format === 'gif' || known.format === 'webp') && (known.pages ?? 1) > 1;
  const drawn = open(bytes, animated)
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const alpha = known.hasAlpha === true && !(await open(bytes, false).stats()).isOpaque;
  const { data, format, width, height } = await kept(drawn, known, { alpha, animated });
  return { bytes: data, format, width, height, alpha, animated, takenOn: dayIn(known.exif) };
}

interface Kept {
  readonly data: Buffer;
  readonly format: Master['format'];
  readonly width: number;
  readonly height: number;
}

async function kept(
  drawn: Sharp,
  known: Metadata,
  { alpha, animated }: Pick<Master, 'alpha' | 'animated'>,
): Promise<Kept> {
  if (animated) {
    const { data, info } = await drawn.webp({ quality: 85, effort: 3 }).toBuffer({
      resolveWithObject: true,
    });
    return { data, format: 'webp', width: info.width, height: info.pageHeight ?? info.height };
  }
  const lossless = alpha || ['png', 'gif'].includes(known.format ?? '');
  if (lossless) {
    const { data, info } = await drawn.png({ compressionLevel: 8 }).toBuffer({
      resolveWithObject: true,
    });
    if (alpha || data.length <= largestPng) return { data, format: 'png', ...sidesOf(info) };
  }
  const { data, info } = await drawn
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { data, format: 'jpg', ...sidesOf(info) };
}

const sidesOf = ({ width, height }: { width: number; height: number }) => ({ width, height });

async function sizeOf(bytes: Uint8Array, { width, format, moving }: SizeAsked): Promise<Buffer> {
  const drawn = open(bytes, moving).resize({ width, withoutEnlargement: true });
  switch (format) {
    case 'avif':
      return drawn.avif({ quality: 52, effort: 2 }).toBuffer();
    case 'webp':
      return drawn.webp({ quality: 78, effort: 4 }).toBuffer();
    case 'png':
      return drawn.png({ compressionLevel: 8 }).toBuffer();
    case 'jpg':
      return drawn
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80, progressive: true })
        .toBuffer();
  }
}

// The earliest of the times that a camera wrote: programs that changed the picture later wrote others.
function dayIn(exif: Buffer | undefined): string | null {
  const said = exif?.toString('latin1').matchAll(/((?:19|20)\d\d):(\d\d):(\d\d) \d\d:\d\d:\d\d/g);
  const days = [...(said ?? [])].map(([, y, m, d]) => `${y}-${m}-${d}`).sort();
  const day = days.find((one) => Number.isFinite(Date.parse(one)));
  return day !== undefined && new Date(day).toISOString().startsWith(day) ? day : null;
}
