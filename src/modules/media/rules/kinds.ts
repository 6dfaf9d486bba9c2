export const kinds = ['picture', 'video', 'audio', 'document'] as const;
export type Kind = (typeof kinds)[number];

/** Bytes: what is sent at most. */
export const largest: Readonly<Record<Kind, number>> = {
  picture: 40_000_000,
  video: 1_000_000_000,
  audio: 200_000_000,
  document: 50_000_000,
};

const endOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a file that is no picture counts as. A film of sound alone is told by its name. */
export function kindOf(mediaType: string, name: string): Kind {
  if (mediaType.startsWith('audio/') || endOf(name) === 'm4a') return 'audio';
  if (mediaType.startsWith('video/')) return 'video';
  return mediaType.startsWith('image/') ? 'picture' : 'document';
}

/** The limit for a file that is no picture, by its name: the content is not there yet. */
export function limitFor(name: string): number {
  const end = endOf(name);
  if (end === 'mp4' || end === 'm4v') return largest.video;
  return end === 'mp3' || end === 'm4a' ? largest.audio : largest.document;
}

/** Pictures by their first bytes, also those that are refused. */
export type PictureKind =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'avif'
  | 'heic'
  | 'svg'
  | 'bmp';

const magic: readonly (readonly [RegExp, PictureKind])[] = [
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, 'tiff'],
  [/^[\s\S]{4}ftyp(?:avif|avis)/, 'avif'],
  [/^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms])/, 'heic'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'bmp'],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i,
    'svg',
  ],
];

/** The kind of picture that a file begins as; null: something else. */
export function pictureIn(head: Uint8Array, name: string): PictureKind | null {
  const text = String.fromCharCode(...head.subarray(0, 1024));
  const found = magic.find(([pattern]) => pattern.test(text))?.[1];
  if (found !== undefined) return found;
  // Of mixed brands the ones behind the first tell what is inside.
  if (/^[\s\S]{4}ftyp(?:mif1|msf1)/.test(text))
    return text.slice(8, 64).includes('avif') ? 'avif' : 'heic';
  return ['svg', 'svgz'].includes(endOf(name)) ? 'svg' : null;
}
