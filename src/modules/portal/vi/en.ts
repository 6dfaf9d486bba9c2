import { englishCount, englishNumber } from '../../../kernel/english.ts';

/** The public search on pages in English. The office's own speaks Vietnamese. */
export const searchInEnglish = {
  home: 'Home',
  title: 'Search',
  titleFor: (q: string) => `Search for “${q}”`,
  publicLabel: 'Words of an article',
  help: 'Put words in quotes to find them side by side.',
  found: (total: number, q: string) =>
    `${englishCount(total, 'article')} ${total === 1 ? 'has' : 'have'} “${q}”.`,
  ask: 'Type what you are looking for above.',
  tooShort: 'Type at least one letter or digit.',
  noneTitle: (q: string) => `Nothing found for “${q}”`,
  none: 'Try fewer words, or look among the Vietnamese pages.',
  meant: 'Did you mean',
  frequent: 'Tags with many articles',
  otherLanguage: 'Tìm trong các trang tiếng Việt',
  directory: 'See the news',
  groups: {
    organisations: 'Organisations',
    articles: 'Articles, notices',
    solutions: 'Solutions',
    experts: 'Experts',
    documents: 'Documents',
    activities: 'Activities',
    distinctions: 'Distinctions',
    members: 'Members',
    persons: 'People',
  },
  all: (total: number) => `See all ${englishNumber(total)}`,
};

/** What an article says of how often it was read. */
export const countsInEnglish = { reads: (count: number) => englishCount(count, 'read') };
