import type { IssueWords } from '../../../kernel/issue.ts';
import { inLanguages } from '../../../kernel/language.ts';
import { issues } from './en.ts';
import { stateNames } from './names.ts';
import { type Data, dayText, figure, quoted, show } from './say.ts';

const many = (value: unknown): string => figure(Number(value));
const stateOf = (d: Data): string =>
  (stateNames as Readonly<Record<string, string>>)[show(d.state)]?.toLocaleLowerCase('vi') ??
  show(d.state);

const vietnamese: IssueWords = {
  form_quick: () => 'Biểu mẫu được gửi quá nhanh sau khi mở trang. Bấm nút gửi lần nữa.',
  form_stale: () => 'Trang này mở đã lâu. Nội dung vẫn còn ở dưới; bấm nút gửi lần nữa.',
  no_cookie_many: () =>
    'Từ đường truyền này đã có nhiều phiếu trong hôm nay. Quay lại vào ngày mai, hoặc bỏ phiếu từ một nơi khác.',
  too_many: () =>
    'Từ đường truyền này đã gửi nhiều lần trong một giờ qua. Nội dung vẫn còn ở dưới; chờ một giờ rồi gửi lại.',
  like_many: () =>
    'Từ đường truyền này đã có quá nhiều lần đồng tình trong một giờ qua. Chờ một giờ rồi bấm lại.',
  comments_closed_off: () => 'Trang này hiện không nhận bình luận. Có thể gửi góp ý cho văn phòng.',
  comments_closed_subject: () => 'Bài này không nhận bình luận. Có thể gửi góp ý cho văn phòng.',
  comments_closed_over: () =>
    'Bài này đã hết thời gian nhận bình luận. Có thể gửi góp ý cho văn phòng.',
  comment_not_so: (d) =>
    `Bình luận này đang ở tình trạng ${quoted(stateOf(d))} nên không làm được việc ấy. Mở lại danh sách để xem.`,
  comment_parent_missing: (d) =>
    `Chưa nhập bình luận gốc mang mã ${quoted(d.id)}. Nhập bình luận gốc trước.`,
  'reason.required': () => 'Ghi lý do ẩn: bình luận này đã hiện công khai.',
  'name.required': () => 'Chưa ghi họ và tên.',
  erase_unsure: () =>
    'Đánh dấu vào ô xác nhận người viết đã yêu cầu, rồi bấm lại. Việc này không lấy lại được.',
  choose_comments: () => 'Chưa chọn bình luận nào. Đánh dấu vào ô trước tên rồi bấm lại.',
  poll_two_options: () => 'Cần ít nhất hai phương án, mỗi phương án một dòng.',
  poll_many_options: (d) =>
    `Đang có ${many(d.many)} phương án, chỉ nhận đến ${many(d.max)}. Gộp bớt lại.`,
  poll_long_option: (d) =>
    `Phương án ${quoted(`${show(d.option)}…`)} dài quá ${many(d.max)} ký tự. Rút gọn lại.`,
  poll_option_twice: (d) => `Phương án ${quoted(d.option)} được ghi hai lần. Bỏ một dòng.`,
  poll_most: (d) =>
    `Cho chọn đến ${many(d.most)} phương án nhưng chỉ có ${many(d.options)}. Giảm số được chọn, hoặc thêm phương án.`,
  poll_choose: () => 'Hãy chọn một phương án rồi bấm nút bỏ phiếu.',
  poll_no_option: () => 'Phương án này không có trong cuộc thăm dò. Mở lại trang rồi chọn.',
  poll_too_many: (d) =>
    `Chỉ chọn được đến ${many(d.most)} phương án, đang chọn ${many(d.many)}. Bỏ bớt.`,
  poll_over: () => 'Cuộc thăm dò này đã kết thúc nên không thay đổi được nữa.',
  poll_waiting: (d) =>
    d.day === null || d.day === undefined
      ? 'Cuộc thăm dò này chưa mở.'
      : `Cuộc thăm dò này mở từ ngày ${dayText(d.day)}. Quay lại vào ngày ấy.`,
  poll_voted: (d) =>
    `Đã có ${many(d.voters)} người bỏ phiếu nên không sửa được mục này. Kết thúc cuộc thăm dò rồi lập cuộc mới.`,
  poll_not_draft: () => 'Cuộc thăm dò này đã mở rồi.',
  poll_not_open: () => 'Cuộc thăm dò này không đang mở nên không kết thúc được.',
  poll_closes_past: (d) => `Ngày kết thúc ${dayText(d.day)} đã qua. Sửa ngày rồi mở.`,
  poll_still_open: () => 'Cuộc thăm dò đang mở. Kết thúc trước, rồi xóa.',
  feedback_closed: () =>
    'Trang này hiện không nhận góp ý qua biểu mẫu. Xem cách liên hệ với văn phòng ở cuối trang.',
  feedback_done: () => 'Góp ý này đã được trả lời hoặc đóng. Mở lại danh sách để xem.',
  feedback_not_closed: () => 'Chỉ mở lại được góp ý đã đóng mà chưa trả lời.',
  feedback_no_address: () =>
    'Người gửi không để lại thư điện tử nên không trả lời qua thư được. Đóng góp ý và ghi cách đã xử lý.',
  letters_closed: () =>
    'Trang này không gửi bài qua thư điện tử. Sao chép địa chỉ của bài rồi gửi.',
  letters_many: () =>
    'Hôm nay trang này đã gửi đủ số thư cho phép. Sao chép địa chỉ của bài rồi tự gửi, hoặc quay lại vào ngày mai.',
  letter_recipient_many: () =>
    'Hôm nay địa chỉ này đã nhận đủ số thư cho phép. Gửi lại vào ngày mai, hoặc sao chép địa chỉ của bài rồi tự gửi.',
  letter_name_address: () => 'Ở ô họ và tên chỉ ghi tên, không ghi địa chỉ trang.',
};

/** The sentences of all issue codes of this module. */
export const ownIssues: IssueWords = inLanguages(vietnamese, issues);
