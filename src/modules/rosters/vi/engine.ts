import type { IssueWords } from '../../../kernel/issue.ts';

const states: Readonly<Record<string, string>> = {
  opened: 'mới tải lên',
  mapped: 'chờ kiểm tra',
  checking: 'đang được kiểm tra',
  checked: 'chờ nhập',
  applying: 'đang được nhập',
  applied: 'đã nhập',
  undoing: 'đang được hoàn tác',
  undone: 'đã hoàn tác',
  cancelled: 'đã bỏ',
  failed: 'dừng giữa chừng',
};

const stateOf = (state: unknown): string => states[String(state)] ?? String(state);

/** What is wrong with an import as a whole, and what to do. */
export const importIssues: IssueWords = {
  roster_no_rows: () =>
    'Tệp chưa có dòng hội viên nào: để trống, hoặc chỉ có tiêu đề. Điền danh sách rồi gửi lại.',
  roster_no_names: () =>
    'Chưa tìm thấy cột họ và tên trong tệp. Ghi tiêu đề “Họ và tên” trên cột tên rồi gửi lại.',
  roster_file_gone: () =>
    'Tệp của lần nhập này đã được xóa khỏi máy chủ sau thời hạn giữ. Gửi lại tệp để nhập.',
  roster_refused: () => 'Chưa đọc được tệp. Chưa ghi gì vào sổ.',
  roster_state: (d) =>
    `Lần nhập này ${stateOf(d.state)} nên chưa làm được việc này. Tải lại trang.`,
  roster_not_applied: (d) =>
    `Lần nhập này ${stateOf(d.state)}; chỉ hoàn tác được lần nhập đã ghi vào sổ.`,
  mapping_without_name: () => 'Chưa có cột nào là họ và tên. Chọn cột họ và tên, hoặc cột tên.',
  field_twice: (d) =>
    `Cột ${String(d.letter)} trùng mục với một cột khác. Giữ một cột, bỏ qua cột kia.`,
};

export const permissionNames: Readonly<Record<string, string>> = {
  'roster.read': 'Xem các lần nhập danh sách hội viên',
  'roster.import': 'Nhập danh sách hội viên từ tệp, hoàn tác lần nhập',
};

/** What is wrong with a row by its place, besides its cells. */
export const placeIssues: IssueWords = {
  association_unknown: (d) =>
    `Không có hội nào tên “${String(d.value ?? '')}” ở đây; người này được ghi vào đơn vị đang nhập. Chọn hội nếu khác.`,
};

/** 'tỉnh Sơn La' behind the name of an association, folded. */
export const ofProvince = / (?:tinh|thanh pho|tp|quan|huyen|thi xa) \S.*$/;
