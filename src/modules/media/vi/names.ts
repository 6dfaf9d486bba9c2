import type { Kind } from '../rules/index.ts';

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'media.read': 'Xem thư viện ảnh, phim, âm thanh và tài liệu',
  'media.manage': 'Thêm, sửa, ẩn, xóa ảnh, phim, âm thanh, tài liệu và album',
};

export const kindNames: Readonly<Record<Kind, string>> = {
  picture: 'Ảnh',
  video: 'Phim',
  audio: 'Âm thanh',
  document: 'Tài liệu',
};

/** As it stands in the middle of a sentence. */
export const kindNouns: Readonly<Record<Kind, string>> = {
  picture: 'ảnh',
  video: 'phim',
  audio: 'bản âm thanh',
  document: 'tài liệu',
};

/** What uses a medium. */
export const useNames = { album: 'Album', poster: 'Ảnh đại diện của' };

/** Words of the history: what each command did. */
export const actionNames: Readonly<Record<string, string>> = {
  'media.add': 'Thêm vào thư viện',
  'media.edit': 'Sửa',
  'media.draw': 'Làm các cỡ ảnh',
  'media.remove': 'Xóa',
  'media.restore': 'Khôi phục',
  'album.create': 'Lập album',
  'album.edit': 'Sửa',
  'album.arrange': 'Xếp ảnh',
  'album.add': 'Thêm ảnh',
  'album.remove': 'Xóa',
  'album.restore': 'Khôi phục',
};

export const fieldNames: Readonly<Record<string, string>> = {
  kind: 'Loại',
  title: 'Tên',
  alt: 'Lời mô tả cho người không nhìn thấy ảnh',
  caption: 'Chú thích',
  credit: 'Tác giả, nguồn',
  taken_on: 'Ngày chụp, ngày ghi',
  tags: 'Từ khóa',
  public: 'Công khai',
  listed: 'Hiện trong thư viện công khai',
  poster: 'Ảnh đại diện',
  files: 'Tệp',
  sizes: 'Các cỡ ảnh',
  deleted_at: 'Xóa lúc',
  about: 'Lời giới thiệu',
  held_on: 'Ngày',
  items: 'Ảnh, phim trong album',
  cover: 'Ảnh bìa',
};
