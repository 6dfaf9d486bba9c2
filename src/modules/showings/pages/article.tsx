import type { Child } from 'hono/jsx';
import type { Prose, ProseAlbum, ProseMedia } from '../../../kernel/prose/index.ts';
import { ExternalLink, Icon, type IconName, type LinkItem, ProseView } from '../../../ui/index.ts';
import type { ArticleWords } from '../vi/index.ts';
import { Picture } from './picture.tsx';

export interface ArticleView {
  readonly words: ArticleWords;
  readonly language: 'vi' | 'en';
  readonly title: string;
  readonly lead: string;
  readonly authors: readonly {
    readonly name: string;
    readonly role: string;
    /** The page of the author; null: there is none. */
    readonly href: string | null;
  }[];
  readonly published: string;
  /** null: as it was published. */
  readonly edited: string | null;
  readonly counts: readonly string[];
  readonly cover: {
    readonly media: ProseMedia;
    readonly alt: string;
    readonly caption: string;
  } | null;
  readonly body: Prose;
  readonly media: ReadonlyMap<string, ProseMedia>;
  readonly albums: ReadonlyMap<string, ProseAlbum>;
  readonly notice: { readonly number: string | null; readonly due: string | null } | null;
  readonly source: { readonly name: string; readonly href: string | null } | null;
}

export interface ArticlePageProps extends ArticleView {
  readonly tools: readonly {
    readonly href: string;
    readonly label: string;
    readonly icon: IconName;
  }[];
  readonly tags: readonly LinkItem[];
  /** The union that it is of, on another site. */
  readonly from: LinkItem | null;
  readonly translations: readonly (LinkItem & { readonly language: string })[];
  readonly newer: LinkItem | null;
  readonly older: LinkItem | null;
  readonly under: readonly Child[];
}

/** The page of an article. */
export function ArticlePage(props: ArticlePageProps) {
  const { words } = props;
  return (
    <>
      <article class="article" lang={props.language === 'en' ? 'en' : undefined}>
        <Head view={props} />
        {props.from === null ? null : (
          <p class="article-language">
            {words.from} <a href={props.from.href}>{props.from.label}</a>. {words.fromNote}
          </p>
        )}
        {props.translations.map((one) => (
          <p class="article-language">
            <a href={one.href} hreflang={one.language} lang={one.language}>
              {one.label}
            </a>
          </p>
        ))}
        {props.tools.length === 0 ? null : (
          <ul class="article-tools" aria-label={words.tools}>
            {props.tools.map((tool) => (
              <li>
                <a class="tool" href={tool.href}>
                  <Icon name={tool.icon} />
                  <span>{tool.label}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <Body view={props} />
        {props.tags.length === 0 ? null : (
          <p class="article-tags">
            <span>{words.tags}:</span>{' '}
            {props.tags.map((tag) => (
              <>
                <a rel="tag" href={tag.href}>
                  {tag.label}
                </a>{' '}
              </>
            ))}
          </p>
        )}
      </article>
      <Neighbours {...props} />
      {props.under}
    </>
  );
}

function Head({ view, bare }: { readonly view: ArticleView; readonly bare?: boolean }) {
  const { words } = view;
  return (
    <header>
      {bare ? null : <h1 class="display">{view.title}</h1>}
      {view.lead ? <p class="lead article-lead">{view.lead}</p> : null}
      <p class="article-meta">
        {view.authors.length === 0 ? null : (
          <span>
            {view.authors.map(({ name, role, href }, at) => (
              <>
                {at > 0 ? ', ' : null}
                <strong>
                  {href === null || bare ? (
                    name
                  ) : (
                    <a rel="author" href={href}>
                      {name}
                    </a>
                  )}
                </strong>
                {role ? ` · ${role}` : null}
              </>
            ))}
          </span>
        )}
        <span>
          {view.published}
          {view.edited === null ? null : ` · ${words.edited(view.edited)}`}
        </span>
        {view.counts.map((one) => (
          <span>{one}</span>
        ))}
      </p>
      {view.notice === null ? null : <Notice view={view} />}
    </header>
  );
}

function Notice({ view }: { readonly view: ArticleView }) {
  const { words, notice } = view;
  if (notice === null || (notice.number === null && notice.due === null)) return null;
  return (
    <dl class="terms terms-compact article-notice">
      {notice.number === null ? null : (
        <div>
          <dt>{words.number}</dt>
          <dd class="nowrap">{notice.number}</dd>
        </div>
      )}
      {notice.due === null ? null : (
        <div>
          <dt>{words.due}</dt>
          <dd>
            <strong>{notice.due}</strong>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Body({ view }: { readonly view: ArticleView }) {
  const { words, cover, source } = view;
  return (
    <>
      {cover === null ? null : (
        <figure class="article-cover">
          <Picture
            media={cover.media}
            alt={cover.alt}
            sizes="(min-width: 1024px) 760px, 100vw"
            first
          />
          {cover.caption ? <figcaption>{cover.caption}</figcaption> : null}
        </figure>
      )}
      <ProseView
        prose={view.body}
        media={view.media}
        albums={view.albums}
        language={view.language}
      />
      {source === null ? null : (
        <p class="article-source">
          {words.source}:{' '}
          {source.href === null ? (
            source.name
          ) : (
            <ExternalLink href={source.href}>{source.name}</ExternalLink>
          )}
        </p>
      )}
    </>
  );
}

function Neighbours(props: ArticlePageProps) {
  const { words, newer, older } = props;
  if (newer === null && older === null) return null;
  return (
    <nav class="neighbours" aria-label={words.neighbours}>
      {newer === null ? null : (
        <p>
          <span class="entry-meta">{words.newer}</span>
          <a class="entry-title" rel="prev" href={newer.href}>
            {newer.label}
          </a>
        </p>
      )}
      {older === null ? null : (
        <p>
          <span class="entry-meta">{words.older}</span>
          <a class="entry-title" rel="next" href={older.href}>
            {older.label}
          </a>
        </p>
      )}
    </nav>
  );
}

export interface PrintPageProps extends ArticleView {
  readonly address: string;
  readonly backHref: string;
  readonly printedOn: string;
}

/** The same for paper, under the title that its frame gives: the words, the pictures, and where it stands. */
export function PrintPage(props: PrintPageProps) {
  const { words } = props;
  return (
    <article class="article article-print" lang={props.language === 'en' ? 'en' : undefined}>
      <p class="print-hidden">
        <a href={props.backHref}>{words.back}</a>
      </p>
      <Head view={props} bare />
      <Body view={props} />
      <footer class="article-foot">
        <p>
          {words.address}: {props.address}
        </p>
        <p>{words.printed(props.printedOn)}</p>
      </footer>
    </article>
  );
}
