import type { Child } from 'hono/jsx';
import type { ProseMedia } from '../../../kernel/prose/index.ts';
import {
  ButtonLink,
  Card,
  DefinitionList,
  Icon,
  type LinkItem,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { blockWords as words } from '../vi/index.ts';

/** A picture of the library in the size that it is shown in; text first, pictures when they come into view. */
export function HomePicture(props: {
  readonly media: ProseMedia;
  readonly alt: string;
  readonly sizes: string;
  readonly first?: boolean | undefined;
}) {
  const { media, first } = props;
  return (
    <picture>
      {media.sources.map((source) => (
        <source type={source.type} srcset={source.srcset} sizes={props.sizes} />
      ))}
      <img
        src={media.src}
        alt={props.alt}
        width={media.width ?? undefined}
        height={media.height ?? undefined}
        loading={first ? 'eager' : 'lazy'}
        fetchpriority={first ? 'high' : undefined}
      />
    </picture>
  );
}

export interface StoryView {
  readonly href: string;
  readonly title: string;
  readonly lead: Child;
  readonly meta: string;
  readonly due: string | null;
  readonly language: 'vi' | 'en';
  readonly cover: ProseMedia | null;
}

const lang = (story: StoryView) => (story.language === 'en' ? 'en' : undefined);

/** The leading article with its picture and lead, and others beside one another below it. */
export function LeadBlock(props: { readonly stories: readonly StoryView[] }) {
  const [first, ...rest] = props.stories;
  if (first === undefined) return null;
  return (
    <>
      <article class="lead-story" lang={lang(first)}>
        {first.cover === null ? null : (
          <HomePicture
            media={first.cover}
            alt={first.cover.alt}
            sizes="(min-width: 1024px) 784px, 100vw"
            first
          />
        )}
        <p class="entry-meta">{first.meta}</p>
        <h2>
          <a href={first.href}>{first.title}</a>
        </h2>
        {first.lead ? <p>{first.lead}</p> : null}
      </article>
      {rest.length === 0 ? null : (
        <ul class="entries lead-others">
          {rest.map((story) => (
            <li lang={lang(story)}>
              <Headline story={story} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Headline({ story }: { readonly story: StoryView }) {
  return (
    <div>
      <h3 class="entry-title">
        <a href={story.href}>{story.title}</a>
      </h3>
      <span class="entry-meta">{[story.meta, story.due].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

/** Articles under a heading: the first with its picture and lead, then headlines. */
export function StoriesBlock(props: {
  readonly title: string;
  readonly allHref: string;
  readonly stories: readonly StoryView[];
  /** Headlines only. */
  readonly plain?: boolean | undefined;
}) {
  const first = props.plain ? undefined : props.stories[0];
  const rest = first === undefined ? props.stories : props.stories.slice(1);
  return (
    <Section title={props.title} link={{ href: props.allHref, label: words.all }}>
      {first === undefined ? null : (
        <article class="home-first" lang={lang(first)}>
          {first.cover === null ? null : (
            <div class="home-first-picture">
              <HomePicture media={first.cover} alt="" sizes="(min-width: 720px) 376px, 100vw" />
            </div>
          )}
          <h3>
            <a href={first.href}>{first.title}</a>
          </h3>
          {first.lead ? <p>{first.lead}</p> : null}
          <p class="entry-meta">{first.meta}</p>
        </article>
      )}
      {rest.length === 0 ? null : (
        <ul class="entries">
          {rest.map((story) => (
            <li lang={lang(story)}>
              <Headline story={story} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function CallBlock(props: {
  readonly kicker: string;
  readonly title: string;
  readonly href: string;
  readonly terms: readonly Term[];
}) {
  return (
    <Card accent kicker={props.kicker} title={props.title}>
      <DefinitionList items={props.terms} />
      <ButtonLink kind="primary" wide href={props.href}>
        {words.startDossier}
      </ButtonLink>
    </Card>
  );
}

/** Pictures in a row, each the way to its page. */
export function GalleryBlock(props: {
  readonly title: string;
  readonly allHref: string;
  readonly pictures: readonly { readonly media: ProseMedia; readonly href: string }[];
}) {
  return (
    <Section title={props.title} link={{ href: props.allHref, label: words.all }}>
      <ul class="home-gallery">
        {props.pictures.map(({ media, href }) => (
          <li>
            <a href={href}>
              <HomePicture
                media={media}
                alt={media.alt === '' ? media.title : media.alt}
                sizes="(min-width: 1024px) 280px, 50vw"
              />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export interface WatchItem {
  readonly href: string;
  readonly title: string;
  /** What is done with it; null: an album, that is looked at. */
  readonly mark: string | null;
  /** Address of a film's still. */
  readonly still: string | null;
  readonly cover: ProseMedia | null;
}

/** Films, sound and albums, the first of them large. */
export function WatchBlock(props: {
  readonly title: string;
  readonly links: readonly LinkItem[];
  readonly items: readonly WatchItem[];
}) {
  return (
    <Section title={props.title} links={props.links}>
      <ul class="home-watch">
        {props.items.map((item) => (
          <li>
            <a href={item.href}>
              <span class="home-still">
                {item.still === null ? null : <img src={item.still} alt="" loading="lazy" />}
                {item.cover === null ? null : (
                  <HomePicture media={item.cover} alt="" sizes="(min-width: 720px) 376px, 100vw" />
                )}
                {item.mark === null ? null : (
                  <span class="home-mark">
                    <Icon name="play" />
                    {item.mark}
                  </span>
                )}
              </span>
              <span class="entry-title">{item.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
