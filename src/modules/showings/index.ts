import type { Module } from '../../platform/module.ts';
import { showingApi } from './api/index.ts';
import { authorsJob, listening, toDo } from './jobs.ts';
import { showingChoose, showingOffer, showingOffers } from './policy.ts';
import { invariants } from './queries/index.ts';
import { officeWords, permissionNames } from './vi/index.ts';
import { offerOffice, showingSite } from './web/index.ts';
import './web/places.ts';

export { ArticleCard, type Card, Headlines } from './pages/card.tsx';
export { showingChoose, showingOffer, showingOffers } from './policy.ts';
export {
  listPage,
  newestBySection,
  newestOf,
  offerOf,
  openNotices,
  pinnedOf,
  showingByPid,
  showingBySlug,
  showingsByPids,
  tagsOf,
} from './queries/index.ts';
export type {
  ArticleParts,
  ArticleTool,
  Hit,
  Hits,
  Language,
  ListKey,
  PlacePath,
  Showing,
  Suggestion,
} from './schema.ts';
export {
  chooseShowing,
  latestShowings,
  meantShowings,
  mostRecent,
  noticesOf,
  offerShowing,
  refreshArticle,
  searchShowings,
  suggestShowings,
  takeBackShowing,
  unchooseShowing,
} from './service/index.ts';
export { showingIssues } from './vi/index.ts';
export { articleCards, hitCards } from './web/cards.ts';
export { articlePath, hrefOf } from './web/paths.ts';
export { addArticleParts, addPlaces } from './web/ports.ts';

/** Where the public reads what articles says: lists, articles, feeds, sitemaps, search. */
export const showings: Module = {
  name: 'showings',
  permissions: [showingOffers, showingOffer, showingChoose],
  permissionNames,
  menu: [
    { label: officeWords.menu, path: 'bai-gioi-thieu', permission: showingOffers, group: 'site' },
  ],
  office: offerOffice,
  site: showingSite,
  api: showingApi,
  on: listening,
  toDo,
  invariants,
  jobs: {
    handlers: { 'showings.authors': authorsJob },
    cron: [{ name: 'showings.authors', match: '20 19 * * *' }],
  },
};
