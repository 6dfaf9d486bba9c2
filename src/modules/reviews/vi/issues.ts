import type { IssueWords } from '../../../kernel/issue.ts';
import { formatSecond } from '../../../kernel/vietnamese/dates.ts';

const second = (value: unknown): string => formatSecond(String(value));

const stateSaid: Readonly<Record<string, string>> = {
  signed:
    'Phiếu đã ký, không sửa được nữa. Cần sửa thì đề nghị Ban Thư ký hoặc chủ tịch Hội đồng mở lại.',
  assigned: 'Phiếu chưa ký nên không có gì để mở lại.',
  draft: 'Phiếu chưa ký nên không có gì để mở lại.',
  reopened: 'Phiếu đang được mở lại, chưa ký.',
};

export const reviewIssues: IssueWords = {
  sheet_edition_over: () => 'Lần tổ chức này đã kết thúc nên không ghi phiếu chấm được nữa.',
  sheet_not_yours: () =>
    'Hồ sơ này không còn giao cho giám khảo này chấm. Có gì chưa đúng thì liên hệ Ban Thư ký.',
  sheet_dossier_out: () =>
    'Hồ sơ này không còn dự thi (đã rút hoặc không hợp lệ) nên không chấm nữa.',
  sheet_state: (d) => stateSaid[String(d.state)] ?? 'Phiếu không ở tình trạng làm được việc này.',
  sheet_not_open_yet: (d) => `Chưa đến thời gian chấm. Bắt đầu chấm từ ${second(d.opens)}.`,
  sheet_closed: (d) =>
    `Đã hết thời gian chấm (đến ${second(d.closes)}). Cần chấm tiếp thì liên hệ Ban Thư ký.`,
  sheet_not_set: () => 'Thời gian chấm chưa được ấn định. Liên hệ Ban Thư ký.',
  sheet_dossier_changed: () =>
    'Hồ sơ vừa có bản mới sau khi mở trang này. Xem lại hồ sơ rồi ký; điểm đã ghi vẫn còn.',
  sheet_changed: () => 'Phiếu vừa thay đổi ở máy khác. Xem lại điểm dưới đây rồi ký.',
  paper_no_dossier: (d) =>
    `Không có hồ sơ số “${d.typed}” được giao chấm trong giai đoạn này. Xem lại số biên nhận.`,
  paper_no_judge: (d) =>
    `Hồ sơ ${d.number} không giao cho giám khảo nào tên “${d.typed}”. Ghi đúng họ tên hoặc thư điện tử, hay giao hồ sơ trước.`,
  paper_no_council: (d) => `Giám khảo này không chấm hồ sơ ấy trong hội đồng “${d.typed}”.`,
  paper_judge_twice: (d) =>
    `Có hai giám khảo hoặc hai hội đồng khớp với “${d.typed}”. Ghi thư điện tử của giám khảo hoặc tên hội đồng.`,
  paper_row_twice: () => 'Phiếu này đã có ở dòng trên trong cùng tệp. Giữ lại một dòng.',
  assignment_ended: () => 'Hồ sơ này không còn giao cho giám khảo này chấm.',
  assignment_signed: () =>
    'Phiếu chấm hồ sơ này đã ký nên không rút ra ở đây được nữa. Báo Ban Thư ký để xem xét.',
  votes_no_part: () => 'Phiếu chấm của giai đoạn này không có phần điểm bình chọn như vậy.',
  votes_no_dossier: () => 'Không có hồ sơ hợp lệ nào như vậy trong lần tổ chức này.',
  votes_nothing: () => 'Chưa gõ số phiếu nào. Gõ số phiếu của ít nhất một hồ sơ.',
  votes_too_early: () => 'Giai đoạn chấm chưa bắt đầu nên chưa ghi số phiếu bình chọn.',
  review_not_discussed: () => 'Hội đồng chưa vào phần thảo luận nên chưa ghi ý kiến ở đây được.',
  review_phase_not_open: () => 'Chỉ nhắc khi đang trong thời gian chấm.',
  review_nobody_late: () => 'Không có giám khảo nào còn phiếu chưa ký và có địa chỉ thư.',
};
