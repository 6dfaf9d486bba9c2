import type { IssueWords } from '../../../kernel/issue.ts';
import { pastIssues } from './past.ts';

/** The sentences of all issue codes of this module. */
export const archiveIssues: IssueWords = {
  ...pastIssues,
  past_edition_nameless: () =>
    'Tệp chưa ghi tên lần tổ chức. Ghi name (JSON), hoặc một dòng tên phía trên bảng, rồi nhập lại.',
  past_edition_used: () =>
    'Lần tổ chức này đã có ý kiến đồng ý, yêu cầu chuyển giao hoặc hồ sơ gắn vào, nên không thay hay bỏ được nữa. Muốn nhập một bảng khác, đổi tên lần tổ chức trong tệp.',
  past_choose_file: () => 'Chưa chọn tệp. Chọn một tệp Excel, CSV hoặc JSON rồi bấm nút đọc tệp.',
  transfer_too_many: () =>
    'Địa chỉ này đã gửi nhiều yêu cầu trong một giờ qua. Chờ một giờ rồi gửi lại, hoặc gọi điện thoại cho liên hiệp hội.',
  transfer_too_quick: () => 'Yêu cầu được gửi quá nhanh sau khi mở trang. Bấm nút gửi lần nữa.',
  transfer_marked: () => 'Yêu cầu này đã ở tình trạng đó. Mở lại danh sách để xem.',
};
