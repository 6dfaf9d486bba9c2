/** The widths that a picture is made in, as far as it has them. */
export const widths = [320, 640, 960, 1280, 1920] as const;
const widest = 1920;
const widestPlain = 1280;

/** Pixels of the longest side that are kept: A4 in print at 300 dpi is 3,508. */
export const longestSide = 4096;
/** Pixels of a picture that is opened at all. */
export const mostPixels = 100_000_000;

export const formats = ['avif', 'webp', 'jpg', 'png'] as const;
export type Format = (typeof formats)[number];

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
  readonly animated: boolean;
}

export interface Size {
  /** '960.webp' */
  readonly name: string;
  readonly width: number;
  readonly format: Format;
}

export const sizeTypes: Readonly<Record<Format, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** The widths of a picture: those below its own, and its own up to the widest. */
export function widthsOf(width: number): number[] {
  const own = Math.min(width, widest);
  return [...widths.filter((one) => one < own), own];
}

/** The formats of a picture, the smallest first. AVIF of what moves is slow to make and to show. */
export const formatsOf = ({ animated }: Pick<Drawn, 'animated'>): readonly Format[] =>
  animated ? ['webp'] : ['avif', 'webp'];

/** The size for browsers and programs that know neither. */
export function plainOf({ width, alpha }: Pick<Drawn, 'width' | 'alpha'>): Size {
  const own = Math.min(width, widestPlain);
  const format = alpha ? 'png' : 'jpg';
  return { name: `${own}.${format}`, width: own, format };
}

/** Every size of a picture. */
export function sizesOf(picture: Drawn): Size[] {
  const made = widthsOf(picture.width).flatMap((width) =>
    formatsOf(picture).map((format) => ({ name: `${width}.${format}`, width, format })),
  );
  return [...made, plainOf(picture)];
}

/** The height that goes with a width. */
export const heightAt = ({ width, height }: Pick<Drawn, 'width' | 'height'>, at: number): number =>
  Math.max(1, Math.round((height * at) / width));
