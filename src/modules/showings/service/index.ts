export { type AuthorPage, withoutAuthorPages } from './authors.ts';
export * from './finding.ts';
export * from './latest.ts';
export { relistSection } from './listing.ts';
export * from './meaning.ts';
export * from './offering.ts';
export {
  articlesOf,
  chosenInto,
  refreshArticle,
  refreshArticles,
  touchSite,
} from './refreshing.ts';
