import type { Bounds, DatePrecision } from '../rules/content/form.ts';
import { amount, bytes, figure } from './say.ts';

const from = ({ min, max }: Bounds, unit: (n: number) => string): string | null => {
  if (min !== null && max !== null)
    return min === max ? `đúng ${unit(min)}` : `từ ${figure(min)} đến ${unit(max)}`;
  if (max !== null) return `không quá ${unit(max)}`;
  return min === null ? null : `ít nhất ${unit(min)}`;
};
const upper = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const sentence = (parts: readonly (string | null)[]): string => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? '' : `${upper(said.join('; '))}.`;
};

const dateHints: Readonly<Record<DatePrecision, string>> = {
  day: 'Ví dụ 05/01/2026',
  month: 'Ví dụ 03/2026',
  year: 'Ví dụ 2026',
};

/** Words of the dossier form as an entrant sees it. */
export const formWords = {
  dateHints,
  choose: 'Chọn…',
  unanswered: 'Chưa ghi',
  declared: 'Đã cam đoan',
  notDeclared: 'Chưa cam đoan',
  lengths: (words: Bounds, characters: Bounds) =>
    sentence([
      from(words, (n) => `${figure(n)} chữ`),
      from(characters, (n) => `${figure(n)} ký tự`),
    ]),
  counted: (words: number) => `Đang có ${figure(words)} chữ.`,
  countedBoth: (words: number, characters: number) =>
    `Đang có ${figure(words)} chữ, ${figure(characters)} ký tự.`,
  bounds: (bounds: Bounds, unit: string | null) => sentence([from(bounds, (n) => amount(n, unit))]),
  dong: 'đồng',
  percent: '%',
  moneyWords: 'Lợi ích không tính được thành tiền',
  moneyWordsHelp: 'Viết bằng lời: môi trường, sức khỏe, an toàn, học tập…',
  moneyAmount: 'Tính được thành tiền',
  people: {
    counts: (bounds: Bounds) => sentence([from(bounds, (n) => `${figure(n)} người`)]),
    shares: 'Tỷ lệ đóng góp của mọi người cộng lại đúng 100 %.',
    legend: (row: number, name: string) =>
      name === '' ? `Người thứ ${row}` : `Người thứ ${row}: ${name}`,
    spare: (row: number) => `Người thứ ${row}, để trống nếu không có`,
    add: 'Thêm người',
    addHelp: 'Ghi xong người ở ô cuối rồi chọn Thêm người để có ô cho người tiếp theo.',
    addOf: (label: string) => `Thêm người: ${label}`,
    drop: 'Bỏ người này',
    dropOf: (row: number, name: string) =>
      name === '' ? `Bỏ người này: người thứ ${row}` : `Bỏ người này: ${name}`,
    representative: 'Chỉ cần với người chưa đủ 18 tuổi.',
    column: upper,
  },
  files: {
    limits: (types: string, size: number, count: Bounds) =>
      `${sentence([from(count, (n) => `${figure(n)} tệp`), `mỗi tệp không quá ${bytes(size)}`])} Nhận ${types}.`,
    none: 'Chưa có tệp.',
  },
} as const;
