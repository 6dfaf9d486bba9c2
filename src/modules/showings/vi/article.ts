import { englishDate, englishDayOf, englishMoment } from '../../../kernel/english.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { dayOf, timeOf } from './say.ts';

/** Words of the page of an article, in the language of the article. */
export interface ArticleWords {
  readonly roles: Readonly<Record<string, string>>;
  readonly edited: (at: string) => string;
  readonly print: string;
  readonly pdf: string;
  readonly tools: string;
  readonly photo: (who: string) => string;
  readonly source: string;
  readonly tags: string;
  readonly number: string;
  readonly due: string;
  readonly dueOver: string;
  readonly published: string;
  readonly related: string;
  readonly neighbours: string;
  readonly newer: string;
  readonly older: string;
  readonly other: Readonly<Record<string, string>>;
  readonly printed: (day: string) => string;
  readonly address: string;
  readonly back: string;
  readonly facts: string;
  /** Before the name of the union that it is of. */
  readonly from: string;
  readonly fromNote: string;
  readonly day: (at: Date) => string;
  readonly time: (at: Date) => string;
  readonly date: (day: string) => string;
}

const vi: ArticleWords = {
  roles: {
    author: 'tác giả',
    photo: 'ảnh',
    translator: 'người dịch',
    editor: 'biên tập',
    compiler: 'tổng hợp',
    digest: 'lược thuật',
    source: 'nguồn tin',
  },
  edited: (at) => `sửa lần cuối ${at}`,
  print: 'In bài',
  pdf: 'Tải PDF',
  tools: 'Công cụ của bài',
  photo: (who) => `Ảnh: ${who}`,
  source: 'Nguồn',
  tags: 'Từ khóa',
  number: 'Số thông báo',
  due: 'Hạn',
  dueOver: 'đã qua hạn',
  published: 'Ngày đăng',
  related: 'Bài liên quan',
  neighbours: 'Bài trước và sau trong chuyên mục',
  newer: 'Bài mới hơn',
  older: 'Bài cũ hơn',
  other: { vi: 'Đọc bằng tiếng Việt', en: 'Read in English' },
  printed: (day) => `In ngày ${day}`,
  address: 'Địa chỉ',
  back: 'Về trang của bài',
  facts: 'Thông tin',
  from: 'Bài của',
  fromNote: 'Bình luận và các bài khác ở trang của đơn vị.',
  day: dayOf,
  time: timeOf,
  date: formatDate,
};

const en: ArticleWords = {
  roles: {
    author: 'author',
    photo: 'pictures',
    translator: 'translator',
    editor: 'editor',
    compiler: 'compiled',
    digest: 'digest',
    source: 'source',
  },
  edited: (at) => `last edited ${at}`,
  print: 'Print',
  pdf: 'Download PDF',
  tools: 'Tools of this article',
  photo: (who) => `Photo: ${who}`,
  source: 'Source',
  tags: 'Tags',
  number: 'Notice number',
  due: 'Deadline',
  dueOver: 'over',
  published: 'Published',
  related: 'Related articles',
  neighbours: 'Earlier and later in this section',
  newer: 'Newer',
  older: 'Older',
  other: { vi: 'Đọc bằng tiếng Việt', en: 'Read in English' },
  printed: (day) => `Printed ${day}`,
  address: 'Address',
  back: 'Back to the article',
  facts: 'Facts',
  from: 'An article of',
  fromNote: 'Comments and more articles are on their site.',
  day: englishDayOf,
  time: englishMoment,
  date: englishDate,
};

export const articleWords = { vi, en } as const;
