import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);

type Data = Readonly<Record<string, string | number>>;

/** What is wrong in a file of papers, reviewers, preferences or conflicts. */
const faults: Readonly<Record<string, (d: Data) => string>> = {
  csv_not_text: () => 'tệp không phải văn bản UTF-8. Lưu lại dưới dạng CSV UTF-8.',
  csv_empty: (d) => `tệp trống. Dòng đầu phải là tên các cột, có cột “${d.column}”.`,
  csv_column: (d) => `thiếu cột “${d.column}”; dòng đầu đang có: ${d.found}.`,
  csv_cells: (d) =>
    `dòng có ${d.cells} ô mà bảng chỉ có ${d.columns} cột. Đặt chữ có dấu phẩy trong ngoặc kép.`,
  file_unreadable: (d) =>
    d.code === 'ENOENT' ? 'không có tệp này trong thư mục.' : `không đọc được tệp (${d.code}).`,
  file_without_rows: () => 'tệp chưa có dòng nào dưới dòng tên cột.',
  too_many_pairs: (d) =>
    `${count(d.papers)} bài với ${count(d.reviewers)} người chấm là quá nhiều cặp (nhiều nhất ${count(d.most)}). Chia thành nhiều đợt.`,
  id_missing: () => 'thiếu mã ở cột “id”.',
  id_twice: (d) => `mã “${d.id}” đã có ở dòng ${d.before}.`,
  paper_unknown: (d) => `không có bài mang mã “${d.id}” trong papers.csv.`,
  reviewer_unknown: (d) => `không có người chấm mang mã “${d.id}” trong reviewers.csv.`,
  score_no_number: (d) => `điểm “${d.typed}” không phải là số.`,
  score_negative: (d) =>
    `điểm ${d.typed} nhỏ hơn 0. Cặp không được phân công thì ghi vào conflicts.csv.`,
  score_too_large: (d) => `điểm ${d.typed} lớn quá ${count(d.most)}.`,
  pair_twice: (d) => `bài “${d.paper}” và người chấm “${d.reviewer}” đã có điểm ở dòng trên.`,
  load_no_number: (d) => `max_load “${d.typed}” không phải số nguyên từ 0 trở lên.`,
};

export interface SaidFault {
  readonly file: string;
  readonly line: number | null;
  readonly code: string;
  readonly data: Data;
}

/** 'preferences.csv, dòng 12: …' */
export function sayFault({ file, line, code, data }: SaidFault): string {
  const said = faults[code];
  if (said === undefined) throw new Error(`no words for ${code}`);
  return `${file}${line === null ? '' : `, dòng ${line}`}: ${said(data)}`;
}

export const sayMoreFaults = (more: number): string => `… và ${count(more)} chỗ khác.`;

export interface SaidShortage {
  readonly lacks: number;
  readonly judges: number;
  readonly why: string;
  readonly dossiers?: number;
  readonly asked?: number;
  readonly room?: number;
}

/** Why a paper or dossier lacks judges; `who`: 'người chấm', 'giám khảo'. */
export function sayShortage({ why, judges, ...d }: SaidShortage, who: string): string {
  const lacks = `thiếu ${d.lacks} ${who}`;
  if (why === 'conflicts')
    return `${lacks}: trừ những người có xung đột lợi ích thì chỉ còn ${judges} người chấm được.`;
  if (why === 'experts') return `${lacks}: chỉ có ${judges} người có chuyên môn của lĩnh vực.`;
  if (why === 'limit')
    return `${lacks}: với giới hạn xác suất đã chọn, ${judges} người chấm được là chưa đủ.`;
  return `${lacks}: ${count(judges)} người chấm được chỉ nhận thêm ${count(d.room)} lượt, mà ${count(d.dossiers)} hồ sơ cần đến họ đòi ${count(d.asked)} lượt.`;
}
