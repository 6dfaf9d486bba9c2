import type { Language } from '../../../kernel/language.ts';
import { ButtonLink, Empty, InlineLinks, type LinkItem, Section } from '../../../ui/index.ts';
import { listWords as words } from '../vi/index.ts';
import { ArticleCard, type Card } from './card.tsx';

export interface StoryListProps {
  readonly title: string;
  readonly lead: string | null;
  /** Of title and lead, where it is not that of the page. */
  readonly lang?: Language | undefined;
  readonly cards: readonly Card[];
  readonly page: number;
  readonly last: number;
  readonly total: number;
  readonly pageHref: (page: number) => string;
  /** Sections below this one, or other languages. */
  readonly links: readonly LinkItem[];
  readonly empty: { readonly body: string; readonly action: LinkItem };
}

/** A list of articles, the newest first, with the way to newer and older ones. */
export function StoryList(props: StoryListProps) {
  const { cards, page } = props;
  return (
    <>
      <h1 lang={props.lang}>{props.title}</h1>
      {props.lead ? (
        <p class="lead" lang={props.lang}>
          {props.lead}
        </p>
      ) : null}
      {props.links.length > 0 ? <InlineLinks items={props.links} /> : null}
      {cards.length === 0 ? (
        <Empty
          kind="first"
          title={words.emptyTitle}
          actions={
            <ButtonLink href={props.empty.action.href}>{props.empty.action.label}</ButtonLink>
          }
        >
          {props.empty.body}
        </Empty>
      ) : (
        <>
          <div class="stories">
            {cards.map((card, at) => (
              <ArticleCard card={card} large={at === 0 && page === 1} />
            ))}
          </div>
          <Leaves page={page} last={props.last} pageHref={props.pageHref} />
        </>
      )}
    </>
  );
}

/** Newer and older: what a reader of news looks for, more than numbers. */
function Leaves(props: {
  readonly page: number;
  readonly last: number;
  readonly pageHref: (page: number) => string;
}) {
  const { page, last, pageHref } = props;
  if (last === 1) return null;
  return (
    <nav class="leaves" aria-label={words.pages}>
      {page > 1 ? (
        <a class="btn btn-secondary" rel="prev" href={pageHref(page - 1)}>
          {words.newer}
        </a>
      ) : null}
      <span>{words.pageOf(page, last)}</span>
      {page < last ? (
        <a class="btn btn-secondary" rel="next" href={pageHref(page + 1)}>
          {words.older}
        </a>
      ) : null}
    </nav>
  );
}

export interface ArchiveYear {
  readonly year: number;
  readonly href: string;
  readonly articles: number;
  readonly current: boolean;
  /** Of the chosen year. */
  readonly months: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
  }[];
}

/** Beside a list: what there is of each year, and how to follow it. */
export function ListAside(props: {
  readonly years: readonly ArchiveYear[];
  readonly all: LinkItem | null;
  readonly feeds: readonly LinkItem[];
}) {
  return (
    <>
      {props.years.length > 1 || props.all !== null ? (
        <Section title={words.archive} links={props.all === null ? [] : [props.all]}>
          <ul class="years">
            {props.years.map((one) => (
              <li>
                <a href={one.href} aria-current={one.current ? 'true' : undefined}>
                  {words.year(one.year)}
                </a>{' '}
                <span class="entry-meta">{words.count(one.articles)}</span>
                {one.months.length === 0 ? null : (
                  <ul class="months">
                    {one.months.map((month) => (
                      <li>
                        <a href={month.href} aria-current={month.current ? 'true' : undefined}>
                          {month.label}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={words.feeds}>
        <InlineLinks items={props.feeds} />
      </Section>
    </>
  );
}

/** An article that was taken off. */
export function GonePage(props: { readonly likely: readonly Card[]; readonly newsHref: string }) {
  return (
    <>
      <h1>{words.goneTitle}</h1>
      <p>{words.gone}</p>
      {props.likely.length === 0 ? null : (
        <>
          <h2>{words.likely}</h2>
          <div class="stories">
            {props.likely.map((card) => (
              <ArticleCard card={card} level={3} />
            ))}
          </div>
        </>
      )}
      <p>
        <ButtonLink href={props.newsHref}>{words.toNews}</ButtonLink>
      </p>
    </>
  );
}
