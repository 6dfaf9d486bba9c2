import type { Module } from '../../platform/module.ts';
import { addMediaUses } from '../media/index.ts';
import { articleApi } from './api/index.ts';
import { dueJob, purgeJob, toDo } from './jobs.ts';
import {
  articleApprove,
  articlePublish,
  articleRead,
  articleWrite,
  sectionManage,
} from './policy.ts';
import { invariants } from './queries/index.ts';
import { DUE, mediaUses } from './service/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { articleOffice } from './web/index.ts';

export {
  articleApprove,
  articlePublish,
  articleRead,
  articleWrite,
  sectionManage,
} from './policy.ts';
export {
  articleOfOrigin,
  publicArticle,
  publicArticleBySlug,
  publicArticles,
  sectionOfAddress,
  sectionsOf,
} from './queries/index.ts';
export {
  type ArticleKind,
  type ArticleLanguage,
  articleKinds,
  articleLanguages,
  authorRoles,
} from './rules/index.ts';
export type { PublicArticle, Section } from './schema/index.ts';
export {
  ARTICLE_CHANGED,
  articleDeletion,
  changeArticle,
  createArticle,
  createSection,
  editSection,
  placeArticle,
  publishArticle,
  publishTakenIn,
  scheduleArticle,
  sectionDeletion,
  setRules as setArticleRules,
  takeIn as takeInArticle,
  unscheduleArticle,
  withdrawArticle,
} from './service/index.ts';
export {
  actionNames as articleActionNames,
  articleIssues,
  authorRoleNames,
  kindNames as articleKindNames,
  labels as articleFieldNames,
  languageNames as articleLanguageNames,
} from './vi/index.ts';
export {
  type ArticlePanel,
  type ArticlePreview,
  addArticlePanel,
  setArticlePreview,
} from './web/index.ts';

addMediaUses(mediaUses);

/** What a site's office writes: sections, articles, notices, pages. Where the public reads them is the module showings. */
export const articles: Module = {
  name: 'articles',
  permissions: [articleRead, articleWrite, articleApprove, articlePublish, sectionManage],
  permissionNames,
  menu: [{ label: words.menu, path: 'bai-viet', permission: articleRead, group: 'site' }],
  office: articleOffice,
  api: articleApi,
  toDo,
  invariants,
  jobs: {
    handlers: { [DUE]: dueJob, 'article.purge': purgeJob },
    cron: [
      { name: DUE, match: '* * * * *' },
      { name: 'article.purge', match: '35 19 * * *' },
    ],
  },
};
