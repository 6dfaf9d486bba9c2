import { type Feed, type FeedItem, feedUpdated } from './types.ts';
import { declaration, element, empty } from './xml.ts';

/** A feed as RSS 2.0, with the whole texts as `content:encoded`. */
export function rssOf(feed: Feed): string {
  return [
    declaration,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.page),
    element('description', feed.description),
    element('language', feed.language),
    element('lastBuildDate', feedUpdated(feed).toUTCString()),
    empty('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
    ...feed.items.map(itemOf),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function itemOf(item: FeedItem): string {
  const { cover, html } = item;
  return [
    '<item>',
    element('title', item.title),
    element('link', item.href),
    element('guid', item.id, { isPermaLink: 'false' }),
    element('description', item.lead),
    ...(html === null ? [] : [element('content:encoded', html)]),
    element('pubDate', item.publishedAt.toUTCString()),
    ...item.authors.map((name) => element('dc:creator', name)),
    ...item.categories.map((name) => element('category', name)),
    ...(cover === null
      ? []
      : [empty('enclosure', { url: cover.href, length: cover.bytes, type: cover.type })]),
    '</item>',
  ].join('\n');
}
