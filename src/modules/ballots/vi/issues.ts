import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);
const text = (value: unknown): string => String(value ?? '');

const ballotStateWords: Readonly<Record<string, string>> = {
  draft: 'Cuộc bỏ phiếu này chưa mở.',
  open: 'Cuộc bỏ phiếu này đang mở nên không làm việc đó được nữa.',
  closed:
    'Cuộc bỏ phiếu này đã đóng; kết quả giữ nguyên. Cần bỏ phiếu lại thì lập cuộc bỏ phiếu mới.',
  cancelled: 'Cuộc bỏ phiếu này đã hủy. Lập cuộc bỏ phiếu mới nếu cần.',
};

export const ballotIssues: IssueWords = {
  result_edition_not_open: () => 'Lần tổ chức này không mở nên không thay đổi được kết quả.',
  ballot_rule_missing: () =>
    'Chưa biết cần bao nhiêu phiếu. Chọn thể lệ biểu quyết, hoặc ghi thể lệ ấy cho hội đồng.',
  ballot_dossiers_missing: () => 'Chọn ít nhất một hồ sơ để đưa ra bỏ phiếu.',
  ballot_question_alone: () => 'Câu hỏi biểu quyết không kèm danh sách hồ sơ. Bỏ chọn các hồ sơ.',
  ballot_twice: () => 'Một hồ sơ được chọn hai lần. Bỏ bớt một lần.',
  ballot_no_dossier: () => 'Không có hồ sơ hợp lệ này trong lần tổ chức. Chọn hồ sơ khác.',
  ballot_other_council: (d) =>
    `Hồ sơ ${text(d.number)} thuộc lĩnh vực của hội đồng khác. Chọn hồ sơ của hội đồng này.`,
  ballot_most_missing: () => 'Ghi mỗi phiếu được chọn nhiều nhất bao nhiêu hồ sơ.',
  ballot_most_over: (d) => `Chỉ có ${count(d.many)} hồ sơ. Ghi một số không quá ${count(d.many)}.`,
  ballot_nobody: () =>
    'Hội đồng chưa có thành viên nào đã nhận lời và có quyền bỏ phiếu. Mời thành viên trước.',
  ballot_not_entitled: () =>
    'Người được đánh dấu có mặt không có quyền bỏ phiếu lần này. Bỏ đánh dấu.',
  ballot_voted_there: (d) => `${text(d.name)} đã bỏ phiếu nên không ghi vắng được.`,
  ballot_state: (d) => ballotStateWords[text(d.state)] ?? '',
  ballot_over: () => 'Cuộc bỏ phiếu đã đóng. Lá phiếu này không được tính.',
  ballot_on_paper: () => 'Cuộc bỏ phiếu này bỏ trên giấy tại cuộc họp.',
  ballot_not_on_paper: () =>
    'Cuộc bỏ phiếu này bỏ trên trang của từng thành viên, máy tự kiểm phiếu.',
  ballot_voted: () => 'Thành viên này đã bỏ phiếu. Lá phiếu đã bỏ không thay đổi được.',
  ballot_not_present: () =>
    'Thư ký chưa ghi thành viên này có mặt. Báo thư ký hội đồng ghi có mặt rồi bỏ phiếu lại.',
  ballot_code: () => 'Mã phiếu đã có người dùng. Mở lại trang bỏ phiếu để nhận mã khác.',
  ballot_too_many: (d) => `Chỉ được chọn nhiều nhất ${count(d.most)} hồ sơ. Bỏ bớt rồi gửi lại.`,
  ballot_not_counted: () => 'Tổ kiểm phiếu chưa ghi số phiếu. Ghi kết quả kiểm phiếu rồi mới đóng.',
  ballot_tellers_missing: () => 'Ghi họ tên những người kiểm phiếu, mỗi dòng một người.',
  ballot_issued_over: (d) =>
    `Số phiếu phát ra (${count(d.issued)}) nhiều hơn số thành viên có mặt (${count(d.present)}).`,
  ballot_collected_over: (d) =>
    `Số phiếu thu về (${count(d.collected)}) nhiều hơn số phiếu phát ra (${count(d.issued)}).`,
  ballot_parts_differ: (d) =>
    `Phiếu hợp lệ ${count(d.valid)}, phiếu trắng ${count(d.blank)}, phiếu không hợp lệ ${count(d.invalid)} cộng lại không bằng số phiếu thu về ${count(d.collected)}.`,
  ballot_options_differ: () => 'Thiếu số phiếu của một số hồ sơ. Ghi đủ từng dòng.',
  ballot_option_sum: (d) =>
    `Đồng ý, không đồng ý và để trắng cộng lại được ${count(d.sum)}, không bằng ${count(d.valid)} phiếu hợp lệ.`,
  ballot_no_without: () => 'Phiếu chọn chỉ có số phiếu được chọn. Để 0 ở ô không đồng ý.',
  ballot_chosen_range: (d) =>
    `Tổng số lượt chọn là ${count(d.chosen)}; với số phiếu hợp lệ đã ghi phải từ ${count(d.least)} đến ${count(d.limit)}.`,
};
