import type { ProseMedia } from '../../kernel/prose/index.ts';
import type { ProseParts } from './parts.ts';

// How wide a picture is shown, so that a browser takes the size it needs.
export const SIZES = {
  text: '(min-width: 800px) 760px, calc(100vw - 32px)',
  half: '(min-width: 720px) 372px, calc(100vw - 32px)',
  wide: '(min-width: 1280px) 1120px, calc(100vw - 32px)',
  thumb: '(min-width: 720px) 240px, 45vw',
} as const;

export function Picture(props: {
  readonly media: ProseMedia;
  readonly alt: string;
  readonly sizes: string;
}) {
  const { media, alt, sizes } = props;
  return (
    <picture>
      {media.sources.map((source) => (
        <source type={source.type} srcset={source.srcset} sizes={sizes} />
      ))}
      <img
        src={media.src}
        alt={alt}
        width={media.width ?? undefined}
        height={media.height ?? undefined}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}

export function Caption(props: {
  readonly caption: string;
  readonly credit: string;
  readonly parts: ProseParts;
}) {
  const { caption, credit, parts } = props;
  if (caption === '' && credit === '') return null;
  // Some already say what they are: "Nguồn: …".
  const who = credit === '' || credit.includes(':') ? credit : parts.words.credit(credit);
  const ended = caption === '' || /[.!?…]$/.test(caption) ? caption : `${caption}.`;
  return <figcaption>{credit === '' ? caption : `${ended} ${who}`.trim()}</figcaption>;
}
