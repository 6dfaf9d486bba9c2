import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

/** Why a file cannot be checked, beside the words for files in general. */
export const ownIssues: IssueWords = {
  checks_not_json: (d) =>
    `Tệp JSON sai cú pháp ở dòng ${formatNumber(Number(d.line))}. Xuất lại tệp, hoặc gửi bảng dưới dạng .xlsx hay .csv.`,
  checks_too_many_cells: (d) =>
    `Tệp có hơn ${formatNumber(Number(d.limit))} ô. Chỉ giữ bảng cần kiểm tra rồi gửi lại.`,
  checks_too_much_text: (d) =>
    `Tệp có hơn ${formatNumber(Number(d.limit))} chữ. Chỉ giữ bảng và đoạn văn cần kiểm tra rồi gửi lại.`,
  checks_choose_file: () =>
    'Chưa chọn tệp. Chọn một tệp Excel, CSV hoặc JSON rồi bấm nút kiểm tra.',
};
