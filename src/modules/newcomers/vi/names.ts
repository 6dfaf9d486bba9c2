import type { Program } from '../rules/index.ts';

export const permissionNames: Readonly<Record<string, string>> = {
  'site.import': 'Chuyển trang cũ về đây và hoàn tác việc chuyển',
};

export const programNames: Readonly<Record<Program, string>> = {
  wordpress: 'WordPress',
  joomla: 'Joomla',
  rss: 'Nguồn tin RSS, Atom',
  html: 'Thư mục trang HTML',
};

/** The title of an article that has neither title nor words. */
export const untitled = 'Không đề';
/** A reader who gave no name. */
export const someReader = 'Bạn đọc';
/** Why an article is taken off with its import; the office reads it. */
export const undoReason = 'Hoàn tác lần chuyển trang cũ';
