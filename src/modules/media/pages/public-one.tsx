import type { ProseMedia } from '../../../kernel/prose/index.ts';
import { DefinitionList, InlineLinks, type LinkItem, type Term } from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';
import { MediumView } from './picture.tsx';

export interface PublicMediumProps {
  readonly title: string;
  readonly media: ProseMedia;
  readonly terms: readonly Term[];
  readonly tags: readonly LinkItem[];
  /** The size of the largest picture; null for what is no picture. */
  readonly whole: string | null;
  /** In an album: where it stands, and its neighbours. */
  readonly walk?:
    | {
        readonly place: string;
        readonly previous: string | null;
        readonly next: string | null;
        readonly album: string;
      }
    | undefined;
  readonly links: readonly LinkItem[];
}

/** One picture, film, recording or document on a page of its own. */
export function PublicMedium(props: PublicMediumProps) {
  const { media, walk } = props;
  const alt = media.alt === '' ? words.noAlt(props.title) : media.alt;
  return (
    <>
      <h1>{props.title}</h1>
      {walk === undefined ? null : <Walk {...walk} />}
      <figure class="media-one">
        <MediumView
          media={media}
          alt={alt}
          sizes="(min-width: 1280px) 1120px, 92vw"
          noPlayer={words.noPlayer}
          download={props.title}
        />
        {media.caption === '' ? null : <figcaption>{media.caption}</figcaption>}
      </figure>
      {props.terms.length === 0 ? null : <DefinitionList items={props.terms} compact />}
      {props.tags.length === 0 ? null : (
        <p>
          {words.tags}:{' '}
          {props.tags.map((tag, at) => (
            <>
              {at > 0 ? ', ' : null}
              <a href={tag.href}>{tag.label}</a>
            </>
          ))}
        </p>
      )}
      <InlineLinks items={[...wholeLink(props), ...props.links]} />
    </>
  );
}

function wholeLink({ media, whole }: PublicMediumProps): LinkItem[] {
  if (media.kind === 'picture')
    return whole === null ? [] : [{ href: media.href, label: `${words.whole} (${whole})` }];
  return [{ href: media.href, label: words.download }];
}

function Walk(walk: NonNullable<PublicMediumProps['walk']>) {
  return (
    <nav class="media-walk" aria-label={words.walk}>
      {walk.previous === null ? (
        <span />
      ) : (
        <a href={walk.previous} rel="prev">
          {words.previous}
        </a>
      )}
      <span>{walk.place}</span>
      {walk.next === null ? (
        <a href={walk.album}>{words.backToAlbum}</a>
      ) : (
        <a href={walk.next} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}
