import { type Feed, type FeedItem, feedUpdated } from './types.ts';
import { declaration, element, empty } from './xml.ts';

/** A feed as Atom (RFC 4287). */
export function atomOf(feed: Feed): string {
  return [
    declaration,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element('id', feed.self),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', feedUpdated(feed).toISOString()),
    `<author>${element('name', feed.publisher)}</author>`,
    empty('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    empty('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
    ...feed.items.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(item: FeedItem): string {
  const { cover, html } = item;
  return [
    '<entry>',
    element('id', item.id),
    element('title', item.title),
    element('published', item.publishedAt.toISOString()),
    element('updated', item.updatedAt.toISOString()),
    ...item.authors.map((name) => `<author>${element('name', name)}</author>`),
    empty('link', { rel: 'alternate', type: 'text/html', href: item.href }),
    ...(cover === null
      ? []
      : [
          empty('link', {
            rel: 'enclosure',
            type: cover.type,
            length: cover.bytes,
            href: cover.href,
          }),
        ]),
    ...item.categories.map((term) => empty('category', { term })),
    element('summary', item.lead),
    ...(html === null ? [] : [element('content', html, { type: 'html' })]),
    '</entry>',
  ].join('\n');
}
