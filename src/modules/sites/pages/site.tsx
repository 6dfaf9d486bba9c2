import {
  DefinitionList,
  EntryList,
  ExternalLink,
  Quote,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';

export interface QuoteView {
  readonly words: string;
  readonly who: string;
  readonly source: string;
  readonly href: string | null;
}

/** All quotes of a site, each with who said it and where. */
export function QuotesPage(props: {
  readonly lead: string;
  readonly quotes: readonly QuoteView[];
}) {
  return (
    <>
      <h1>{words.quotes}</h1>
      <p class="lead">{props.lead}</p>
      {props.quotes.length === 0 ? <p>{words.noQuotes}</p> : null}
      <div class="quotes">
        {props.quotes.map((quote) => (
          <figure class="quoted">
            <blockquote>
              <p>{quote.words}</p>
            </blockquote>
            <figcaption>
              <strong>{quote.who}</strong>
              {', '}
              {quote.href === null ? quote.source : <a href={quote.href}>{quote.source}</a>}
            </figcaption>
          </figure>
        ))}
      </div>
    </>
  );
}

export interface LinkGroup {
  readonly heading: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/** The links of a site under their headings. */
export function LinksPage(props: { readonly groups: readonly LinkGroup[] }) {
  return (
    <>
      <h1>{words.links}</h1>
      <p class="lead">{words.linksLead}</p>
      {props.groups.length === 0 ? <p>{words.noLinks}</p> : null}
      {props.groups.map((group) => (
        <Section title={group.heading === '' ? words.otherLinks : group.heading}>
          <LinkLines links={group.links} />
        </Section>
      ))}
    </>
  );
}

export function LinkLines(props: { readonly links: LinkGroup['links'] }) {
  return (
    <ul class="site-links">
      {props.links.map((link) => (
        <li>
          {/^https?:/i.test(link.href) ? (
            <ExternalLink href={link.href}>{link.label}</ExternalLink>
          ) : (
            <a href={link.href}>{link.label}</a>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface MapView {
  readonly title: string;
  readonly lead: string;
  readonly own: readonly Term[];
  /** Opens the map of the reader's own device. */
  readonly point: string | null;
  readonly groups: readonly {
    readonly title: string | null;
    readonly rows: readonly {
      readonly name: string;
      readonly href: string;
      readonly meta: string;
    }[];
  }[];
}

/** Where the union and those under it are found. */
export function MapPage(props: MapView) {
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.own.length > 0 ? (
        <Section title={words.ourOffice}>
          <DefinitionList items={props.own} />
          {props.point === null ? null : (
            <p>
              <a href={props.point}>{words.openMap}</a>. {words.openMapNote}
            </p>
          )}
        </Section>
      ) : null}
      {props.groups.map((group) => (
        <Section title={group.title ?? words.noAddress}>
          <EntryList
            plain
            items={group.rows.map((row) => ({ title: row.name, href: row.href, meta: row.meta }))}
          />
        </Section>
      ))}
    </>
  );
}

/** The quote of the day on a home. */
export function QuoteOfDay(props: { readonly quote: QuoteView; readonly allHref: string }) {
  const { quote } = props;
  return (
    <section class="home-quote">
      <Quote source={`${quote.who}, ${quote.source}`}>{quote.words}</Quote>
      <p>
        <a href={props.allHref}>{words.allQuotes}</a>
      </p>
    </section>
  );
}
