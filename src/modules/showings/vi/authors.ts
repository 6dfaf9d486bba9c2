import { inLanguages } from '../../../kernel/language.ts';

/** Words of the pages of authors. */
export const authorWords = inLanguages(
  {
    title: (name: string) => `Bài của ${name}`,
    lead: (name: string, site: string) => `Các bài của ${name} trên trang của ${site}.`,
    expert: 'Trong danh bạ chuyên gia',
    namesake: (name: string) => `Tác giả khác trùng tên: ${name}`,
    written: 'Bài viết',
    all: 'Mọi bài',
  },
  {
    title: (name: string) => `Articles by ${name}`,
    lead: (name: string, site: string) => `Articles by ${name} on the site of ${site}.`,
    expert: 'In the directory of experts',
    namesake: (name: string) => `Another author of the same name: ${name}`,
    written: 'Articles',
    all: 'All articles',
  },
);
