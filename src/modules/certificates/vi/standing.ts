import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

/** Under the prizes whose decision was taken back. */
export const standingWords = {
  title: 'Giấy chứng nhận đã cấp',
  many: (many: number): string =>
    many === 0
      ? 'Chưa cấp giấy chứng nhận nào còn hiệu lực.'
      : `${formatNumber(many, 0)} giấy chứng nhận đã cấp vẫn còn hiệu lực. Giấy nào sai thì thu hồi từng giấy.`,
  list: 'Xem giấy chứng nhận',
} as const;
