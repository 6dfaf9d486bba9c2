import type { ProseMedia } from '../../../kernel/prose/index.ts';
import { Icon } from '../../../ui/index.ts';

/** A picture in the format and size that the reader's screen asks for. `sizes`: how wide it is shown. */
export function PictureView(props: {
  readonly media: ProseMedia;
  readonly sizes: string;
  readonly alt: string;
  /** The one that the page is about: loaded at once. */
  readonly first?: boolean | undefined;
}) {
  const { media, sizes } = props;
  return (
    <picture>
      {media.sources.map(({ type, srcset }) => (
        <source type={type} srcset={srcset} sizes={sizes} />
      ))}
      <img
        src={media.src}
        alt={props.alt}
        width={media.width ?? undefined}
        height={media.height ?? undefined}
        loading={props.first ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  );
}

/** A film, a recording or a file in its place. */
export function MediumView(props: {
  readonly media: ProseMedia;
  readonly alt: string;
  readonly sizes: string;
  readonly noPlayer: string;
  readonly download: string;
}) {
  const { media } = props;
  const link = <a href={media.src}>{props.download}</a>;
  switch (media.kind) {
    case 'picture':
      return <PictureView media={media} alt={props.alt} sizes={props.sizes} first />;
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: films of offices come without captions; words stand under them
        <video
          controls
          preload="metadata"
          src={media.src}
          poster={media.poster}
          width={media.width ?? undefined}
          height={media.height ?? undefined}
        >
          {props.noPlayer} {link}
        </video>
      );
    case 'audio':
      return (
        // biome-ignore lint/a11y/useMediaCaption: as above
        <audio controls preload="metadata" src={media.src}>
          {props.noPlayer} {link}
        </audio>
      );
    case 'document':
      return (
        <p class="media-file">
          <Icon name="file" />
          {link}
        </p>
      );
  }
}
