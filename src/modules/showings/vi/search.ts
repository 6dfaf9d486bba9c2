import { count } from './say.ts';

/** Words of the part of the search page that has articles. */
export const searchWords = {
  title: 'Tin, bài',
  found: (total: number, more: boolean) =>
    more ? `Hơn ${count(total)} bài, xếp theo độ khớp` : `${count(total)} bài`,
  section: 'Chuyên mục',
  anySection: 'Mọi chuyên mục',
  year: 'Năm',
  anyYear: 'Mọi năm',
  none: 'Không có bài nào khớp. Gõ có dấu hay không dấu đều được; đặt cụm từ trong ngoặc kép để tìm đúng cụm đó.',
  list: 'Các bài tìm thấy',
  inSite: 'Tìm trong tin, bài',
};
