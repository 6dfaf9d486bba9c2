import { inLanguages } from '../../../kernel/language.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { feeds, lists } from './en.ts';
import { count, dayOf } from './say.ts';

const vietnamese = {
  home: 'Trang chủ',
  news: 'Tin mới',
  newsMenu: 'Tin tức',
  newsLead: (name: string) => `Tin, bài của ${name}, bài mới đứng trước.`,
  notices: 'Thông báo',
  noticesLead: (name: string) => `Thông báo của ${name}, thông báo mới đứng trước.`,
  tag: (label: string) => `Từ khóa: ${label}`,
  tagLead: (total: number) => `${count(total)} bài có từ khóa này.`,
  day: dayOf,
  date: formatDate,
  count: (total: number) => `${count(total)} bài`,
  year: (year: number) => `Năm ${year}`,
  month: (month: number, year: number) => `Tháng ${String(month).padStart(2, '0')}/${year}`,
  monthShort: (month: number) => `Tháng ${month}`,
  archive: 'Theo thời gian',
  archiveOf: (title: string, when: string) => `${title}, ${when.toLocaleLowerCase('vi')}`,
  everything: 'Mọi thời gian',
  pages: 'Các trang của danh sách',
  newer: 'Mới hơn',
  older: 'Cũ hơn',
  first: 'Mới nhất',
  pageOf: (page: number, last: number) => `Trang ${count(page)} trên ${count(last)}`,
  titleOfPage: (title: string, page: number) => (page === 1 ? title : `${title}, trang ${page}`),
  below: 'Chuyên mục con',
  rss: 'RSS',
  atom: 'Atom',
  feeds: 'Theo dõi qua nguồn tin',
  number: (number: string) => `Số: ${number}`,
  due: (day: string) => `Hạn ${day}`,
  dueOver: (day: string) => `Hạn ${day}, đã qua`,
  emptyTitle: 'Chưa có bài nào ở đây',
  emptySite: (name: string) =>
    `${name} chưa đăng bài nào. Bài đăng sẽ hiện ở đây, bài mới đứng trước.`,
  emptyPeriod:
    'Không có bài nào trong khoảng thời gian này. Chọn năm, tháng khác, hoặc xem mọi bài.',
  emptyPage: (last: number) =>
    `Danh sách chỉ có ${count(last)} trang: bài có thể đã được gộp lại sau khi một số bài gỡ xuống.`,
  toFirst: 'Xem trang đầu',
  toNews: 'Xem tin mới',
  toHome: 'Về trang chủ',
  english: 'English',
  vietnamese: 'Tiếng Việt',
  goneTitle: 'Bài này không còn đăng',
  gone: 'Bài ở địa chỉ này đã được gỡ xuống. Cần bài đó, quý vị liên hệ văn phòng theo địa chỉ ở cuối trang.',
  likely: 'Có thể quý vị cần',
  search: 'Tìm bài',
  englishHome: (name: string) => `${name}: các bài tiếng Anh`,
  englishLead: (name: string) => `Tin, thông báo bằng tiếng Anh của ${name}.`,
  allNews: 'Mọi tin',
  allNotices: 'Mọi thông báo',
};

/** Words of the public lists. */
export const listWords = inLanguages(vietnamese, lists);

const vietnameseFeeds = {
  all: (name: string) => `Tin, bài của ${name}`,
  section: (section: string, name: string) => `${section}: ${name}`,
  notices: (name: string) => `Thông báo của ${name}`,
  description: (name: string) => `Tin, bài mới của ${name}.`,
  readOn: 'Đọc tiếp trên trang',
};

/** Words of feeds. */
export const feedWords = inLanguages(vietnameseFeeds, feeds);
