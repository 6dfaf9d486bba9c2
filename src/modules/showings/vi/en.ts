import {
  englishCount,
  englishDate,
  englishDayOf,
  englishMonth,
  englishNumber,
} from '../../../kernel/english.ts';

// What the public lists, feeds and search of articles say on pages in English.

export const lists = {
  home: 'Home',
  news: 'News',
  newsMenu: 'News',
  newsLead: (name: string) => `News from ${name}, the newest first.`,
  notices: 'Notices',
  noticesLead: (name: string) => `Notices of ${name}, the newest first.`,
  tag: (label: string) => `Tag: ${label}`,
  day: englishDayOf,
  date: englishDate,
  count: (total: number) => englishCount(total, 'article'),
  year: (year: number) => String(year),
  month: (month: number, year: number) => `${englishMonth(month)} ${year}`,
  monthShort: englishMonth,
  archive: 'By time',
  archiveOf: (title: string, when: string) => `${title}, ${when}`,
  everything: 'All times',
  pages: 'Pages of this list',
  newer: 'Newer',
  older: 'Older',
  pageOf: (page: number, last: number) => `Page ${englishNumber(page)} of ${englishNumber(last)}`,
  titleOfPage: (title: string, page: number) => (page === 1 ? title : `${title}, page ${page}`),
  feeds: 'Follow by feed',
  number: (number: string) => `No. ${number}`,
  due: (day: string) => `Deadline ${day}`,
  dueOver: (day: string) => `Deadline ${day}, over`,
  emptyTitle: 'Nothing here yet',
  emptySite: (name: string) =>
    `${name} has published nothing in English here. The newest will stand first.`,
  emptyPeriod:
    'Nothing was published in this time. Choose another year or month, or see everything.',
  emptyPage: (last: number) =>
    `This list has ${last === 1 ? 'one page' : `${englishNumber(last)} pages`} only: articles may have been taken off since.`,
  toFirst: 'See the first page',
  toNews: 'See the news',
  toHome: 'To the home page',
  goneTitle: 'This article is no longer published',
  gone: 'The article at this address was taken off. If you need it, please write to the office at the address below.',
  likely: 'You may be looking for',
  englishHome: (name: string) => `${name} in English`,
  englishLead: (name: string) => `News and notices of ${name} in English.`,
  allNews: 'All news',
  allNotices: 'All notices',
};

export const feeds = {
  all: (name: string) => `News from ${name}`,
  notices: (name: string) => `Notices of ${name}`,
  description: (name: string) => `What is new from ${name}, in English.`,
  readOn: 'Read the rest on our site',
};
