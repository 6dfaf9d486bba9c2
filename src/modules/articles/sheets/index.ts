import { vietnamDay } from '../../../kernel/clock.ts';
import type { SheetShape } from '../../../platform/documents/sheets/shape.ts';
import type { ListedArticle } from '../schema/index.ts';
import { kindNames, languageNames, stateNames, words } from '../vi/index.ts';

const label = words.sheet.columns;

/** The list of articles as a workbook. */
export const articleShape: SheetShape = {
  columns: [
    { key: 'pid', header: label.pid, type: 'text', width: 20 },
    { key: 'title', header: label.title, type: 'text', width: 60 },
    { key: 'kind', header: label.kind, type: 'text', width: 14 },
    { key: 'state', header: label.state, type: 'text', width: 18 },
    { key: 'section', header: label.section, type: 'text', width: 24 },
    { key: 'authors', header: label.authors, type: 'text', width: 30 },
    { key: 'language', header: label.language, type: 'text', width: 14 },
    { key: 'created', header: label.created, type: 'text', width: 24 },
    { key: 'changed', header: label.changed, type: 'day' },
    { key: 'published', header: label.published, type: 'day' },
    { key: 'slug', header: label.slug, type: 'text', width: 40 },
  ],
};

/** One article as a row, under the keys of `articleShape`. */
export const articleRow = (row: ListedArticle): Record<string, unknown> => ({
  pid: row.pid,
  title: row.title,
  kind: kindNames[row.kind],
  state: stateNames[row.state],
  section: row.section,
  authors: row.authors,
  language: languageNames[row.language],
  created: words.one.who(row.createdName),
  changed: vietnamDay(row.changedAt),
  published: row.publishedAt === null ? null : vietnamDay(row.publishedAt),
  slug: row.slug,
});
