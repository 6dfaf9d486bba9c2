import {
  type Album,
  type Attachment,
  type Embed,
  embedHref,
  type Figure,
  type ProseMedia,
  type Recording,
  safeHref,
} from '../../kernel/prose/index.ts';
import { cls } from '../format.ts';
import { Icon } from '../icon.tsx';
import type { Content } from '../types.ts';
import type { ProseParts } from './parts.ts';
import { Caption, Picture, SIZES } from './picture.tsx';

export function FigureView(props: {
  readonly attrs: Figure['attrs'];
  readonly media: ProseMedia;
  readonly parts: ProseParts;
}) {
  const { attrs, media, parts } = props;
  const caption = attrs.caption ?? media.caption;
  return (
    <figure class={cls('prose-figure', attrs.width && `prose-${attrs.width}`)}>
      <Picture media={media} alt={attrs.alt ?? media.alt} sizes={SIZES[attrs.width ?? 'text']} />
      <Caption caption={caption} credit={attrs.credit ?? media.credit} parts={parts} />
    </figure>
  );
}

const MOST_SHOWN = 12;

export function AlbumView(props: { readonly attrs: Album['attrs']; readonly parts: ProseParts }) {
  const { attrs, parts } = props;
  const album = parts.albums.get(attrs.album);
  if (album === undefined || album.pictures.length === 0) return null;
  const href = safeHref(album.href) ?? undefined;
  return (
    <figure class="prose-album">
      <ul class="prose-pictures">
        {album.pictures.slice(0, MOST_SHOWN).map((picture, at) => (
          <li>
            <a href={safeHref(picture.href) ?? href}>
              <Picture
                media={picture}
                alt={picture.alt || picture.caption || parts.words.picture(at + 1, album.title)}
                sizes={SIZES.thumb}
              />
            </a>
          </li>
        ))}
      </ul>
      <figcaption>
        {attrs.caption ?? album.title}
        {href === undefined ? null : (
          <>
            {' · '}
            <a href={href}>{parts.words.wholeAlbum(album.pictures.length)}</a>
          </>
        )}
      </figcaption>
    </figure>
  );
}

export function RecordingView(props: {
  readonly attrs: Recording['attrs'];
  readonly media: ProseMedia;
  readonly parts: ProseParts;
}) {
  const { attrs, media, parts } = props;
  const kind = media.kind === 'audio' ? 'audio' : 'video';
  const name = attrs.caption ?? (media.caption || media.title);
  const away = <a href={safeHref(media.href) ?? undefined}>{parts.words.takeAway(kind)}</a>;
  return (
    <figure class={`prose-${kind}`}>
      {kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: the library keeps recordings without captions
        <audio controls preload="none" src={media.src} aria-label={name}>
          {away}
        </audio>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the library keeps films without captions
        <video
          controls
          playsinline
          preload={media.poster === undefined ? 'metadata' : 'none'}
          poster={media.poster}
          width={media.width ?? undefined}
          height={media.height ?? undefined}
          src={media.src}
          aria-label={name}
        >
          {away}
        </video>
      )}
      <figcaption>
        {name} · {away} ({parts.words.size(media.bytes)})
      </figcaption>
    </figure>
  );
}

export function AttachmentView(props: {
  readonly title?: string | undefined;
  readonly media: ProseMedia;
  readonly parts: ProseParts;
}) {
  const { media, parts } = props;
  const { kind, size } = parts.words;
  const facts = [kind(media.mime), media.bytes > 0 ? size(media.bytes) : ''].filter(Boolean);
  return (
    <p class="prose-file">
      <a class="with-icon" href={safeHref(media.href) ?? undefined}>
        <Icon name="download" />
        <span>{props.title ?? media.title}</span>
      </a>
      {facts.length > 0 ? <span> ({facts.join(', ')})</span> : null}
    </p>
  );
}

/** A film of another site: a link to it, which the island turns into a frame once it is followed. */
export function EmbedView(props: { readonly attrs: Embed['attrs']; readonly parts: ProseParts }) {
  const { attrs, parts } = props;
  const provider = parts.words.film[attrs.provider];
  return (
    <figure class="prose-embed">
      <lt-embed provider={attrs.provider} film={attrs.id} name={attrs.title ?? ''}>
        <a class="with-icon" href={embedHref(attrs)} rel="noopener noreferrer">
          <Icon name="play" />
          <span>{parts.words.watch(attrs.title ?? parts.words.film1, provider)}</span>
        </a>
      </lt-embed>
      <figcaption>{parts.words.outside(provider)}</figcaption>
    </figure>
  );
}

type MediaBlock = Figure | Recording | Attachment;

/** A medium of the library as what it is, whatever it was put in as; nothing when it was taken away. */
export function MediaView(props: {
  readonly block: MediaBlock;
  readonly parts: ProseParts;
}): Content {
  const { block, parts } = props;
  const media = parts.media.get(block.attrs.media);
  if (media === undefined) return null;
  if (block.type === 'attachment')
    return <AttachmentView title={block.attrs.title} media={media} parts={parts} />;
  if (media.kind === 'document')
    return <AttachmentView title={block.attrs.caption} media={media} parts={parts} />;
  if (media.kind === 'picture')
    return <FigureView attrs={block.attrs} media={media} parts={parts} />;
  return <RecordingView attrs={block.attrs} media={media} parts={parts} />;
}
