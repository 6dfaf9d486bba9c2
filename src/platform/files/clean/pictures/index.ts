import { type Clean, Uncleanable } from '../types.ts';
import { cleanBmp, cleanEmf, isEmf, isWmf } from './drawn.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

export { cleanGif, cleanJpeg, cleanPng, cleanWebp };

/** A picture inside a document, whatever its name says it is. @throws Uncleanable */
export function cleanPicture(bytes: Buffer): Clean {
  const head = bytes.toString('latin1', 0, 4);
  if (head.startsWith('\xff\xd8\xff')) return cleanJpeg(bytes);
  if (head === '\x89PNG') return cleanPng(bytes);
  if (head === 'GIF8') return cleanGif(bytes);
  if (head === 'RIFF') return cleanWebp(bytes);
  if (head.startsWith('BM')) return cleanBmp(bytes);
  if (isEmf(bytes)) return cleanEmf(bytes);
  if (isWmf(bytes)) return { bytes, text: '' };
  throw new Uncleanable('inside', 'picture');
}
