import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';

/** Lines of the desk. */
export const deskWords = {
  waiting: (many: number, back: number): string =>
    back === 0
      ? `Kiểm tra ${formatNumber(many)} hồ sơ dự thi đã nộp`
      : `Kiểm tra ${formatNumber(many)} hồ sơ dự thi đã nộp, ${formatNumber(back)} hồ sơ vừa bổ sung`,
  overdue: (many: number): string => `${formatNumber(many)} hồ sơ quá hạn bổ sung`,
  closing: 'Sắp hết hạn nhận hồ sơ dự thi',
  open: 'Mở danh sách',
} as const;

/** How long jobs of this module end. */
export const jobMessages: Readonly<Record<string, string>> = {
  letters_not_allowed:
    'Người đặt gửi thư không còn quyền làm thư ký của lần tổ chức này. Thư chưa vào hàng gửi thì không đi.',
};
