import type { ProseMedia } from '../../../kernel/prose/index.ts';
import { cls, Icon, type IconName } from '../../../ui/index.ts';
import type { Content } from '../../../ui/types.ts';
import { PictureView } from './picture.tsx';

export interface Tile {
  readonly href: string;
  readonly title: string;
  /** Null: an album without a picture. */
  readonly media: ProseMedia | null;
  /** The second line. */
  readonly meta?: Content;
  /** Under it: a state, a box to tick. */
  readonly more?: Content;
}

const icons: Readonly<Record<ProseMedia['kind'], IconName>> = {
  picture: 'file',
  video: 'play',
  audio: 'play',
  document: 'file',
};

const tileSizes = '(min-width: 1024px) 280px, (min-width: 480px) 45vw, 92vw';

/** Pictures and films beside each other, each a link to its page. */
export function Tiles(props: { readonly items: readonly Tile[]; readonly label: string }) {
  return (
    <ul class="media-grid" aria-label={props.label}>
      {props.items.map((item) => (
        <li class="media-tile">
          <a href={item.href}>
            <span class={cls('media-thumb', bare(item.media) && 'media-thumb-bare')}>
              <Thumb media={item.media} />
            </span>
            <span class="media-title">{item.title}</span>
          </a>
          {item.meta ? <span class="media-meta">{item.meta}</span> : null}
          {item.more}
        </li>
      ))}
    </ul>
  );
}

/** Nothing to see of it but what it is. */
const bare = (media: ProseMedia | null): boolean =>
  media === null || (media.kind !== 'picture' && media.poster === undefined);

// The link has the title in words: the picture says no more.
function Thumb({ media }: Pick<Tile, 'media'>) {
  if (media === null) return <Icon name="file" />;
  if (media.kind === 'picture') return <PictureView media={media} sizes={tileSizes} alt="" />;
  return (
    <>
      {media.poster === undefined ? null : (
        <img src={media.poster} alt="" loading="lazy" decoding="async" />
      )}
      <span class="media-mark">
        <Icon name={icons[media.kind]} />
      </span>
    </>
  );
}
