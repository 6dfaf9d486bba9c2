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

const allocationStateWords: Readonly<Record<string, string>> = {
  draft: 'Dự kiến giải thưởng chưa trình nên chưa duyệt được.',
  proposed: 'Dự kiến giải thưởng đã trình. Cần sửa thì trả lại để sửa.',
  approved: 'Giải thưởng đã được duyệt nên giữ nguyên.',
  published: 'Giải thưởng đã công bố nên giữ nguyên.',
};

const notStanding: Readonly<Record<string, string>> = {
  failed: 'đã bị loại',
  unjudged: 'chưa có phiếu chấm',
  below_pass: 'chưa đạt điểm tối thiểu',
  ineligible: 'không được nhận giải',
};

/** Of hundredths: 86,5. */
const points = (value: unknown): string => formatNumber(Number(value) / 100, 2);

const ballots: IssueWords = {
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

const results: IssueWords = {
  result_edition_not_open: () => 'Lần tổ chức này không mở nên không thay đổi được kết quả.',
  result_settled: () =>
    'Dự kiến giải thưởng đã trình nên xếp hạng giữ nguyên. Cần sửa thì trả lại dự kiến giải trước.',
  result_no_keys: () =>
    'Máy chủ chưa có khóa ký nên không lập được bộ chứng cứ của quyết định. Báo người quản trị.',
  minutes_signed: () => 'Biên bản đã chốt nên không sửa được nữa.',
  paper_numbered: () => 'Văn bản này đã có số. Số đã cấp thì giữ nguyên.',
  rank_not_placed: (d) =>
    d.standing === 'failed'
      ? 'Hồ sơ này đã bị loại nên không xếp hạng được. Hội đồng kết luận lại về việc loại trước.'
      : 'Hồ sơ này chưa có phiếu chấm nào đã ký nên chưa xếp hạng được.',
  rank_not_moved: () =>
    'Hồ sơ này đang đứng đúng hạng theo điểm. Ghi hạng mới nếu muốn điều chỉnh.',
  rank_over: (d) =>
    `Nhóm này chỉ có ${count(d.many)} hồ sơ được xếp hạng. Ghi hạng không quá ${count(d.many)}.`,
  fail_no_sheet: () =>
    'Không có phiếu chấm nào kết luận hồ sơ này không đạt, nên không phải xem xét.',
};

const prizes: IssueWords = {
  allocation_state: (d) => allocationStateWords[text(d.state)] ?? '',
  allocation_there: () => 'Lần tổ chức này đã có dự kiến giải thưởng. Mở dự kiến ấy để sửa.',
  allocation_no_prizes: () => 'Lần tổ chức chưa có cơ cấu giải thưởng. Ghi cơ cấu giải trước.',
  allocation_no_dossier: () => 'Có hồ sơ không còn được xét trong giai đoạn này. Bỏ hồ sơ ấy ra.',
  allocation_twice: () => 'Một hồ sơ được ghi hai giải. Mỗi hồ sơ chỉ nhận một giải.',
  allocation_empty: () => 'Chưa có hồ sơ nào được ghi giải. Chọn giải cho từng hồ sơ rồi trình.',
  allocation_not_voted: (d) =>
    `Hồ sơ ${text(d.number)} chưa được ${text(d.council)} bỏ phiếu thông qua${Number(d.many) > 1 ? `, và còn ${count(Number(d.many) - 1)} hồ sơ khác cũng vậy` : ''}. Tổ chức bỏ phiếu, hoặc bỏ hồ sơ ấy ra khỏi danh sách giải.`,
  prize_unknown: () => 'Cơ cấu giải không có giải này. Chọn một giải trong danh sách.',
  prize_no_contender: (d) =>
    `Hồ sơ ${text(d.number)} không còn được xét trong giai đoạn này. Bỏ hồ sơ ấy ra khỏi danh sách giải.`,
  prize_twice: (d) => `Hồ sơ ${text(d.number)} được ghi hai giải. Mỗi hồ sơ chỉ nhận một giải.`,
  prize_not_standing: (d) =>
    `Hồ sơ ${text(d.number)} ${notStanding[text(d.why)] ?? ''}. Bỏ giải của hồ sơ ấy.`,
  prize_below_floor: (d) =>
    `Hồ sơ ${text(d.number)} được ${points(d.value)} điểm, dưới mức ${points(d.floor)} điểm của ${text(d.prize_name)}. Chọn giải thấp hơn hoặc bỏ giải.`,
  prize_over_quota: (d) =>
    `${text(d.prize_name)}${text(d.field_name) === '' ? '' : `, lĩnh vực ${text(d.field_name)},`} chỉ có ${count(d.quota)} giải mà đang ghi ${count(d.given)}. Bỏ bớt.`,
  prize_passed_over: (d) =>
    `Hồ sơ ${text(d.number)} nhận ${text(d.prize_name)} trong khi hồ sơ ${text(d.other)} xếp trên lại nhận giải thấp hơn hoặc không có giải. Sửa giải, hoặc ghi lý do ở dòng của hồ sơ ${text(d.number)}.`,
  prize_tie_undecided: (d) =>
    `Hồ sơ ${text(d.number)} và hồ sơ ${text(d.other)} cùng hạng mà nhận giải khác nhau. Ghi lý do hội đồng chọn hồ sơ ${text(d.number)}.`,
  prize_not_withheld: (d) =>
    `${text(d.prize_name)}${text(d.field_name) === '' ? '' : `, lĩnh vực ${text(d.field_name)},`} chưa trao cho hồ sơ nào, mà thể lệ không cho để trống giải này. Chọn hồ sơ nhận giải.`,
};

export const resultIssues: IssueWords = { ...ballots, ...results, ...prizes };
