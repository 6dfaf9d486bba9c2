import type { Contradiction, PastCode } from '../rules/past/index.ts';
import { type Data, figure, quoted } from './say.ts';

const labels: Readonly<Record<string, string>> = {
  entries_total: 'tổng số hồ sơ',
  prizes_total: 'tổng số giải',
};
const label = (d: Data): string => {
  const known = labels[String(d.label)];
  return known ?? quoted(d.label);
};

type Say = (d: Data, stated: string, computed: string) => string;

const sentences: Readonly<Record<PastCode, Say>> = {
  sum: (d, stated, computed) =>
    `Ghi ${label(d)} là ${stated}, cộng các phần được ${computed}. Số ghi được giữ nguyên.`,
  part_exceeds_whole: (d, stated, computed) =>
    `Số giải ${stated} (${label(d)}) nhiều hơn số hồ sơ ${computed}. Số ghi được giữ nguyên.`,
  share: (d, stated, computed) =>
    `Tỷ lệ của ${label(d)} ghi ${stated}, tính lại từ ${figure(d.part)} trên ${figure(d.whole)} được ${computed}.`,
  share_total: (d, stated, computed) =>
    `Các tỷ lệ cộng lại được ${figure(d.sum)}, lẽ ra 100; ${label(d)} ghi ${stated}, theo phần dư lớn nhất là ${computed}.`,
  missing_value: (d) => `Chưa ghi số của ${label(d)}.`,
  not_a_number: (d, stated) => `Số của ${label(d)} ghi ${quoted(stated)}, không đọc được là số.`,
  negative: (d, stated) => `Số của ${label(d)} ghi ${stated}, nhỏ hơn 0.`,
  fraction: (d, stated) => `Số của ${label(d)} ghi ${stated}, lẽ ra là số nguyên.`,
  total_unlike_rows: (d, stated, computed) =>
    `Ghi ${label(d)} là ${stated}, đếm trong danh sách được ${computed}.`,
  field_unknown: (d, stated) =>
    `Hồ sơ ${label(d)} ghi lĩnh vực ${quoted(stated)}, không có trong các lĩnh vực đã nêu.`,
  twice: (_d, stated) => `${quoted(stated)} ghi hai lần.`,
};

/** The sentence of what contradicts itself in a past edition. */
export function sayContradiction({ code, stated, computed, data }: Contradiction): string {
  return sentences[code](data, figure(stated), figure(computed));
}

/** Why a file is no past edition. */
export const pastIssues = {
  not_a_past_edition: () =>
    'Tệp không có số liệu của lần tổ chức nào. Cần một bảng có cột lĩnh vực, cột giải hoặc cột tên giải pháp; tệp JSON thì ghi entries_total, by_field, prizes, prizes_total.',
};
