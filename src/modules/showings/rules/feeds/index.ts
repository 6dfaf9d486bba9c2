export { atomOf } from './atom.ts';
export { rssOf } from './rss.ts';
export { MOST_PLACES, type Place, placeMapOf, robotsOf, sitemapIndexOf } from './sitemap.ts';
export { type Feed, type FeedItem, feedUpdated } from './types.ts';
