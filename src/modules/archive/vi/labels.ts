import type { PastLabels } from '../rules/content.ts';

/** Labels of the form of a past edition. */
export const pastLabels: PastLabels = {
  title: 'Tên giải pháp, đề tài, sản phẩm',
  authors: 'Tác giả',
  place: 'Đơn vị, địa chỉ',
  summary: 'Tóm tắt',
};
