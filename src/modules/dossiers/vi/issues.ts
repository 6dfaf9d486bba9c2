import type { IssueWords } from '../../../kernel/issue.ts';

const show = (value: unknown): string => String(value ?? '');

/** What keeps something from happening with a dossier, beside what the rules of calls say. */
export const ownIssues: IssueWords = {
  too_many_drafts: (d) =>
    `Địa chỉ này đã có ${show(d.max)} hồ sơ đang viết trong lần tổ chức này. Mở lại một hồ sơ đã có bằng liên kết trong thư, hoặc xóa bớt.`,
  not_eligible: (d) => show(d.words),
  consent_to_enter_missing: (d) =>
    d.party === 'author'
      ? `Chưa có ý kiến đồng ý tham gia của ${show(d.author)}. Ghi ở phần Ý kiến đồng ý, rồi nộp lại.`
      : `Chưa có ý kiến đồng ý của người đại diện theo pháp luật của ${show(d.author)}. Ghi ở phần Ý kiến đồng ý, hoặc gửi thư xin ý kiến.`,
  no_such_files: () => 'Mục này không nhận tệp. Mở lại hồ sơ rồi thử lại.',
  author_unknown: () =>
    'Không còn người này trong danh sách tác giả. Mở lại hồ sơ, xem danh sách tác giả rồi thử lại.',
  dossier_reason_missing: () => 'Ghi lý do: người nộp hồ sơ sẽ đọc.',
  field_not_there: () => 'Lần tổ chức này không có lĩnh vực ấy. Chọn một lĩnh vực trong danh sách.',
  field_same: () => 'Hồ sơ đang ở chính lĩnh vực này. Chọn lĩnh vực khác.',
  draft_unreadable: (d) =>
    `“${show(d.typed)}” không phải địa chỉ thư hay mã hồ sơ. Ghi địa chỉ như ten@congty.vn, hoặc đủ 16 chữ và số của mã.`,
  until_unreadable: (d) =>
    `Không đọc được “${show(d.typed)}” là thời điểm. Chọn ngày và giờ, ví dụ 31/08/2026 17:00.`,
  until_over: () => 'Thời hạn này đã qua. Chọn một thời điểm còn ở phía trước.',
  remark_nowhere: () => 'Mục này không còn trong mẫu hồ sơ. Chọn mục khác.',
  award_state: () =>
    'Chỉ ghi giải cho hồ sơ đã nộp và còn dự thi. Hồ sơ này đang soạn, đang chờ bổ sung, không hợp lệ hoặc đã rút.',
  prize_unknown: () =>
    'Cơ cấu giải của lần tổ chức này không có giải ấy. Chọn một giải trong danh sách, hoặc ghi tên giải.',
  award_name_missing: () => 'Chọn một giải trong cơ cấu giải, hoặc ghi tên giải.',
  decided_before_year: (d) =>
    `Ngày quyết định không thể trước năm đạt giải ${show(d.year)}. Sửa một trong hai.`,
  forward_state: () =>
    'Chỉ gửi lên cấp trên hồ sơ hợp lệ hoặc đã đạt giải. Kiểm tra hồ sơ, hoặc ghi giải trước.',
  forward_consent_missing: (d) => {
    const who =
      d.party === 'author'
        ? `tác giả ${show(d.author)}`
        : `người đại diện theo pháp luật của ${show(d.author)}`;
    return d.why === 'withdrawn'
      ? `Đã có ý kiến không đồng ý gửi lên cấp trên của ${who}. Hồ sơ không gửi lên được.`
      : `Chưa có ý kiến đồng ý gửi lên cấp trên của ${who}. Ghi ở phần Ý kiến đồng ý khi có giấy, hoặc đề nghị người nộp trả lời bằng liên kết.`;
  },
  forward_not_above: () =>
    'Lần tổ chức này không thuộc đơn vị cấp trên. Chọn một lần tổ chức của cấp trên trong danh sách.',
  forward_twice: () =>
    'Hồ sơ này đã gửi lên lần tổ chức ấy rồi. Mở bản đã gửi ở phần Kết quả ở cấp trên.',
  nobody_to_write_to: () =>
    'Không có hồ sơ nào khớp điều kiện mà có địa chỉ thư điện tử. Chọn điều kiện khác.',
  too_many_letters: (d) =>
    `Một lần gửi nhiều nhất ${show(d.max)} thư. Chia nhỏ bằng điều kiện lọc, rồi gửi từng phần.`,
  one_line: () => 'Tiêu đề chỉ có một dòng.',
  unknown_letter_field: (d) =>
    `Không có mục ${show(d.names)}. Các mục dùng được: ${show(d.known)}.`,
  lone_brace: (d) =>
    `Dấu { hoặc } đứng lẻ. Mỗi mục viết trong một cặp ngoặc nhọn, như: ${show(d.known)}.`,
};
