import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);
const text = (value: unknown): string => String(value ?? '');

const allocationStateWords: Readonly<Record<string, string>> = {
  draft: 'Dự kiến giải thưởng chưa trình nên chưa duyệt được.',
  proposed: 'Dự kiến giải thưởng đã trình. Cần sửa thì trả lại để sửa.',
  approved:
    'Giải thưởng đã được duyệt nên giữ nguyên. Quyết định sai thì thu hồi quyết định trước.',
  published: 'Giải thưởng đã công bố nên giữ nguyên. Quyết định sai thì thu hồi quyết định trước.',
};

const notStanding: Readonly<Record<string, string>> = {
  failed: 'đã bị loại',
  unjudged: 'chưa có phiếu chấm',
  below_pass: 'chưa đạt điểm tối thiểu',
  ineligible: 'không được nhận giải',
};

/** Of hundredths: 86,5. */
const points = (value: unknown): string => formatNumber(Number(value) / 100, 2);

const results: IssueWords = {
  result_settled: () =>
    'Dự kiến giải thưởng đã trình nên xếp hạng giữ nguyên. Cần sửa thì trả lại dự kiến giải trước.',
  result_no_keys: () =>
    'Máy chủ chưa có khóa ký nên không lập được bộ chứng cứ của quyết định. Báo người quản trị.',
  absent_no_member: () =>
    'Người ghi vắng mặt không còn trong hội đồng. Mở lại trang rồi điểm danh lại.',
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
  prize_withheld_unsaid: (d) =>
    `${text(d.prize_name)}${text(d.field_name) === '' ? '' : `, lĩnh vực ${text(d.field_name)},`} để trống trong khi có hồ sơ đủ điều kiện. Ghi lý do để trống rồi lưu dự kiến, hoặc chọn hồ sơ nhận giải.`,
  prize_not_withheld: (d) =>
    `${text(d.prize_name)}${text(d.field_name) === '' ? '' : `, lĩnh vực ${text(d.field_name)},`} chưa trao cho hồ sơ nào, mà thể lệ không cho để trống giải này. Chọn hồ sơ nhận giải.`,
};

export const resultIssues: IssueWords = { ...results, ...prizes };
