import type {
  ArticleAct,
  ArticleKind,
  ArticleLanguage,
  ArticleState,
  AuthorRole,
} from '../rules/index.ts';

export const kindNames: Readonly<Record<ArticleKind, string>> = {
  news: 'Bài',
  notice: 'Thông báo',
  page: 'Trang',
};

export const kindHelp: Readonly<Record<ArticleKind, string>> = {
  news: 'Tin, bài có ngày đăng, nằm trong một chuyên mục.',
  notice: 'Thông báo, có thể có số văn bản và hạn.',
  page: 'Trang ít thay đổi như Giới thiệu, Liên hệ; không nằm trong dòng tin.',
};

export const stateNames: Readonly<Record<ArticleState, string>> = {
  draft: 'Đang viết',
  submitted: 'Chờ biên tập',
  returned: 'Trả lại',
  edited: 'Chờ duyệt',
  approved: 'Đã duyệt',
  scheduled: 'Hẹn giờ đăng',
  published: 'Đã đăng',
  withdrawn: 'Đã gỡ',
};

export const languageNames: Readonly<Record<ArticleLanguage, string>> = {
  vi: 'Tiếng Việt',
  en: 'Tiếng Anh',
};

export const authorRoleNames: Readonly<Record<AuthorRole, string>> = {
  author: 'Tác giả',
  photo: 'Ảnh',
  translator: 'Dịch',
  editor: 'Biên tập',
  compiler: 'Tổng hợp',
  digest: 'Lược thuật',
  source: 'Theo',
};

/** What was done with an article, in its history. */
export const actNames: Readonly<Record<Exclude<ArticleAct, 'remove'> | 'create', string>> = {
  create: 'Bắt đầu viết',
  change: 'Sửa',
  submit: 'Gửi biên tập',
  return: 'Trả lại',
  edit: 'Biên tập xong',
  approve: 'Duyệt',
  publish: 'Đăng',
  schedule: 'Hẹn giờ đăng',
  unschedule: 'Bỏ hẹn giờ',
  withdraw: 'Gỡ khỏi trang',
  discard: 'Bỏ phần đang sửa',
};

export const permissionNames: Readonly<Record<string, string>> = {
  'article.read': 'Xem bài viết và các bản của văn phòng',
  'article.write': 'Viết và sửa bài, gửi biên tập',
  'article.approve': 'Biên tập, trả lại và duyệt bài',
  'article.publish': 'Đăng, hẹn giờ và gỡ bài; đặt quy trình',
  'section.manage': 'Lập và sắp xếp chuyên mục',
};
