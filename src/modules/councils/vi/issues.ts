import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { JudgeState } from '../schema/types.ts';
import { judgeStateNames } from './names.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);
const stateOf = (state: unknown): string =>
  (judgeStateNames[state as JudgeState] ?? String(state)).toLowerCase();

const refusedActs: Readonly<Record<string, string>> = {
  invite: 'Chỉ mời người dự kiến, người đã từ chối hoặc đã thôi tham gia.',
  send_link: 'Chỉ gửi lại liên kết cho người đã được mời hoặc đã nhận lời.',
  end: 'Người này đã thôi tham gia từ trước.',
  remove: 'Người đã được mời thì không xóa khỏi danh sách: ghi “Thôi tham gia” kèm lý do.',
  seat: 'Chỉ giao ghế cho người dự kiến, đã mời hoặc đã nhận lời.',
};

export const councilIssues: IssueWords = {
  judge_sheet_field: (d) =>
    `Lần tổ chức này không có lĩnh vực “${d.typed}”. Ghi đúng tên lĩnh vực, cách nhau bằng dấu chấm phẩy.`,
  judge_too_often: () => 'Đã gửi quá nhiều lần trong một giờ. Đợi một lát rồi gửi lại.',
  judge_known: (d) => `Danh sách đã có ${d.name}: cùng hồ sơ cá nhân hoặc cùng thư điện tử.`,
  judge_state: (d) =>
    `Giám khảo đang ở tình trạng “${stateOf(d.state)}”. ${refusedActs[String(d.act)] ?? ''}`.trim(),
  judge_edition_not_open: () =>
    'Lần tổ chức chưa công bố hoặc đã khép. Công bố lần tổ chức rồi gửi thư mời.',
  judge_email_missing: () =>
    'Chưa có thư điện tử của giám khảo. Ghi thư điện tử để gửi được liên kết.',
  judge_conflicted: (d) =>
    `Có ${count(d.count)} hồ sơ mà người này không được chấm. Xem các căn cứ bên dưới; nếu vẫn mời thì đánh dấu “Vẫn mời”.`,
  judge_answered: (d) => `Câu trả lời đã được ghi trước đó: ${stateOf(d.state)}.`,
  judge_reason_missing: () => 'Xin cho biết lý do để Ban tổ chức mời người khác.',
  judge_undeclared: () =>
    'Đánh dấu xác nhận đã khai đủ. Không có quan hệ nào thì để trống các dòng và đánh dấu.',
  judge_not_accepted: () => 'Nhận lời trước rồi khai quan hệ.',
  relation_of_nobody: () => 'Ghi tên người hoặc tên đơn vị.',
  too_many_relations: (d) => `Khai được nhiều nhất ${count(d.max)} dòng. Bỏ bớt dòng không cần.`,
  field_not_there: () => 'Lần tổ chức không có lĩnh vực này. Chọn lĩnh vực trong danh sách.',
  phase_not_reviewing: () => 'Giai đoạn này không chấm theo phiếu. Chọn giai đoạn chấm.',
  voting_not_there: () =>
    'Lần tổ chức không có quy tắc biểu quyết này. Chọn quy tắc trong danh sách.',
  council_name_taken: () => 'Đã có hội đồng tên này. Đặt tên khác để khỏi nhầm.',
  council_used: () =>
    'Hội đồng đã được phân công hồ sơ nên không xóa được. Bỏ phân công trước, hoặc đổi tên và thành phần.',
  chair_taken: (d) =>
    `Hội đồng đã có chủ tịch là ${d.name}. Mỗi hội đồng có một chủ tịch: đổi ghế người đó trước.`,
  conflict_declared: () =>
    'Quan hệ do giám khảo tự khai chỉ giám khảo rút lại được. Đề nghị giám khảo sửa ở trang của mình.',
  conflict_same_state: () => 'Đã kết luận như vậy trước đó.',
  conflict_known: () =>
    'Đã có quan hệ loại này giữa giám khảo và hồ sơ. Mở quan hệ đó để kết luận.',
  dossier_not_there: () =>
    'Không có hồ sơ đã nộp nào mang số này trong lần tổ chức. Ghi số biên nhận hoặc mã hồ sơ.',
};
