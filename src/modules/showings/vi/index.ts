export { type ArticleWords, articleWords } from './article.ts';
export { authorWords } from './authors.ts';
export { feedWords, listWords } from './lists.ts';
export { officeWords, permissionNames, showingIssues } from './office.ts';
export { searchWords } from './search.ts';
