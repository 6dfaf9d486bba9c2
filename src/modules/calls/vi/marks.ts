import type { IssueWords } from '../../../kernel/issue.ts';
import { figure, quoted, typed } from './say.ts';

/** What keeps a score sheet from being signed. */
export const markIssues: IssueWords = {
  mark_missing: (d) =>
    d.from === d.to
      ? `${quoted(d.label)}: chưa ghi điểm. Ghi ${figure(d.to)} điểm, hoặc chọn mức khác.`
      : `${quoted(d.label)}: chưa ghi điểm. Ghi từ ${figure(d.from)} đến ${figure(d.to)} điểm.`,
  mark_unreadable: (d) =>
    `${quoted(d.label)}: không đọc được điểm ${typed(d.typed)}. Ghi bằng chữ số, ví dụ ${Number(d.step) < 1 ? '7,5' : '7'}.`,
  mark_outside: (d) =>
    `${quoted(d.label)}: ${figure(d.points)} điểm ở ngoài khoảng ${figure(d.from)} đến ${figure(d.to)}. Sửa lại điểm.`,
  mark_outside_band: (d) =>
    `${quoted(d.label)}: ${figure(d.points)} điểm không thuộc mức đã chọn ${quoted(d.band)} (${figure(d.from)} đến ${figure(d.to)}). Sửa điểm, hoặc chọn mức khác.`,
  mark_in_no_band: (d) =>
    `${quoted(d.label)}: ${figure(d.points)} điểm không thuộc mức nào của phiếu. Sửa lại điểm.`,
  mark_step: (d) =>
    `${quoted(d.label)}: phiếu cho điểm cách nhau ${figure(d.step)}, ${figure(d.points)} điểm thì lẻ. Sửa lại điểm.`,
  band_missing: (d) => `${quoted(d.label)}: chưa chọn mức. Chọn một mức rồi ghi điểm.`,
  comment_missing: (d) =>
    `${quoted(d.label)}: phiếu yêu cầu ghi nhận xét. Ghi vài dòng vì sao cho điểm như vậy.`,
  gate_missing: (d) => `${quoted(d.label)}: chưa trả lời. Chọn có hoặc không.`,
  gate_comment_missing: (d) => `${quoted(d.label)}: đã trả lời không. Ghi lý do.`,
  note_missing: (d) => `${quoted(d.label)}: phiếu yêu cầu ghi mục này. Ghi vài dòng.`,
  mark_words_long: (d) =>
    `${quoted(d.label)}: dài quá ${figure(d.most)} ký tự. Rút gọn lại, giữ ý chính.`,
};
