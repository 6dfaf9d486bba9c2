import type { ProseMedia } from '../../../kernel/prose/index.ts';

/** A picture of the library in the size that it is shown in. */
export function Picture(props: {
  readonly media: ProseMedia;
  readonly alt: string;
  readonly sizes: string;
  /** The first thing of the page: loaded at once. */
  readonly first?: boolean | undefined;
}) {
  const { media, alt, sizes, first } = props;
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
        loading={first ? 'eager' : 'lazy'}
        fetchpriority={first ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  );
}
