import type { Content } from './types.ts';
import { vi } from './vi.ts';

interface BannerPicture {
  readonly alt: string;
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

export interface BannerView {
  readonly title: string;
  readonly href: string | null;
  readonly picture: BannerPicture | null;
  /** Says what it is: an advertisement is never taken for the office's own word. */
  readonly mark: string;
}

const sizes = {
  top: '(min-width: 1280px) 1200px, 100vw',
  aside: '(min-width: 1024px) 376px, 100vw',
  foot: '(min-width: 1280px) 1200px, 100vw',
} as const;

/** Banners of a place, each with its mark in words; without a picture the title stands alone. */
export function Banners(props: {
  readonly place: keyof typeof sizes;
  readonly items: readonly BannerView[];
}) {
  return (
    <aside class={`banners banners-${props.place}`} aria-label={vi.banners[props.place]}>
      {props.items.map((item) => (
        <figure class="banner">
          <Linked href={item.href}>
            {item.picture ? (
              <BannerImage picture={item.picture} title={item.title} sizes={sizes[props.place]} />
            ) : (
              <span class="banner-words">{item.title}</span>
            )}
          </Linked>
          <figcaption>{item.mark}</figcaption>
        </figure>
      ))}
    </aside>
  );
}

function Linked(props: { readonly href: string | null; readonly children?: Content }) {
  if (props.href === null) return <>{props.children}</>;
  const outside = /^https?:/i.test(props.href);
  return (
    <a href={props.href} rel={outside ? 'noopener nofollow' : undefined}>
      {props.children}
    </a>
  );
}

function BannerImage(props: {
  readonly picture: BannerPicture;
  readonly title: string;
  readonly sizes: string;
}) {
  const { picture } = props;
  return (
    <picture>
      {picture.sources.map((source) => (
        <source type={source.type} srcset={source.srcset} sizes={props.sizes} />
      ))}
      <img
        src={picture.src}
        alt={picture.alt === '' ? props.title : picture.alt}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        loading="lazy"
      />
    </picture>
  );
}
