import type { IssueWords } from '../../../kernel/issue.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));

const encodings: Readonly<Record<string, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  viqr: 'VIQR',
  windows1258: 'Windows-1258',
};

const acts: Readonly<Record<string, string>> = { edit: 'biên tập', approve: 'duyệt' };

/** What is wrong with an article or a section, and what to do. */
export const articleIssues: IssueWords = {
  unknown: (d) => `Không có đơn vị nào mang mã ${show(d.code)}. Chọn đơn vị khác.`,
  too_many_tags: (d) => `Mỗi bài có tối đa ${count(d.max)} từ khóa. Bỏ bớt.`,
  tag_too_long: (d) => `Một từ khóa dài quá ${count(d.max)} ký tự. Ngăn các từ khóa bằng dấu phẩy.`,
  address_unsafe: (d) =>
    `Không dùng được địa chỉ “${show(d.typed)}”. Ghi địa chỉ bắt đầu bằng https://.`,
  not_a_slug: () =>
    'Đường dẫn chỉ có chữ thường không dấu, chữ số và dấu gạch nối, dài tối đa 80 ký tự, ví dụ hoi-thao-dat-doc.',
  slug_taken: (d) => `Đường dẫn “${show(d.slug)}” đã có nơi khác dùng. Ghi đường dẫn khác.`,
  not_a_time: (d) => `“${show(d.typed)}” không phải là giờ. Ghi như 17:05.`,
  not_future: () => 'Giờ đăng phải sau lúc này. Ghi giờ khác, hoặc đăng ngay.',
  not_past: () => 'Ngày đăng đầu tiên phải trước lúc này.',
  section_unknown: () => 'Không có chuyên mục này. Chọn một chuyên mục có sẵn.',
  person_unknown: (d) =>
    `Không tìm thấy hồ sơ của ${show(d.name)}. Chọn lại từ gợi ý, hoặc chỉ ghi tên.`,
  translation_unknown: () => 'Không tìm thấy bài gốc. Chọn lại từ gợi ý.',
  translation_same_language: () =>
    'Bài gốc cùng ngôn ngữ với bài này. Chọn ngôn ngữ khác cho bản dịch.',
  translation_of_translation: () =>
    'Bài được chọn cũng là bản dịch, hoặc bài này đã có bản dịch. Chọn bài gốc.',
  language_of_translation: () =>
    'Bài này đã có bản dịch sang ngôn ngữ ấy. Giữ ngôn ngữ cũ, hoặc bỏ bản dịch.',
  origin_taken: () => 'Bài này đã được nhập trước đây.',
  pinned_not_public: () => 'Chỉ bài đang đăng mới đặt được vào nhóm bài chính.',
  until_past: () => 'Ngày gỡ đã qua. Ghi từ hôm nay trở đi, hoặc gỡ bài ngay.',
  with_editors: () =>
    'Bài đang ở ban biên tập nên người viết chưa sửa được. Chờ trả lại, hoặc nhờ biên tập viên sửa.',
  own_article: (d) =>
    `Người viết không tự ${acts[show(d.act)] ?? show(d.act)} bài của mình. Nhờ người khác, hoặc đổi quy trình của văn phòng.`,
  withdraw_first: () => 'Bài đang đăng. Gỡ bài trước, rồi xóa.',
  unschedule_first: () => 'Bài đã hẹn giờ đăng. Bỏ hẹn trước, rồi sửa.',
  not_when_unready: () => 'Bài chưa qua đủ các bước trước khi đăng.',
  not_when_draft: () => 'Bài đang viết, chưa làm được việc này.',
  not_when_submitted: () => 'Bài đang chờ biên tập, chưa làm được việc này.',
  not_when_returned: () => 'Bài đã trả lại người viết, chưa làm được việc này.',
  not_when_edited: () => 'Bài đang chờ duyệt, không làm được việc này.',
  not_when_approved: () => 'Bài đã duyệt, không làm được việc này.',
  not_when_scheduled: () => 'Bài đã hẹn giờ đăng, không làm được việc này.',
  not_when_published: () => 'Bài đã đăng, không làm được việc này.',
  not_when_withdrawn: () => 'Bài đã gỡ, không làm được việc này.',
  title_long: (d) =>
    `Tên bài dài ${count(d.length)} ký tự, quá mức ${count(d.max)}. Rút gọn để hiện trọn trong danh sách.`,
  lead_missing: () => 'Chưa có lời dẫn. Viết một, hai câu tóm tắt.',
  lead_long: (d) => `Lời dẫn dài ${count(d.length)} ký tự, quá mức ${count(d.max)}. Rút gọn.`,
  body_empty: () => 'Chưa có nội dung.',
  legacy_encoding: (d) =>
    `Chữ có vẻ gõ bằng bảng mã ${encodings[show(d.encoding)] ?? show(d.encoding)}, người đọc sẽ thấy sai. Chuyển sang Unicode, hoặc gõ lại.`,
  section_missing: () => 'Chưa chọn chuyên mục.',
  section_gone: () => 'Chuyên mục đã bị xóa. Chọn chuyên mục khác.',
  medium_gone: () =>
    'Một ảnh hoặc tệp không còn công khai trong thư viện. Chọn lại, hoặc cho hiện trong thư viện.',
  cover_no_picture: (d) => `“${show(d.title)}” không phải là ảnh. Chọn một ảnh.`,
  cover_alt_missing: () =>
    'Ảnh đại diện chưa có lời mô tả cho người không nhìn thấy ảnh. Ghi ảnh chụp gì.',
  figure_alt_missing: (d) => `Ảnh “${show(d.title)}” trong bài chưa có lời mô tả. Ghi ảnh chụp gì.`,
  table_headless: (d) =>
    d.caption === ''
      ? 'Một bảng chưa có dòng tiêu đề. Đặt dòng đầu làm tiêu đề.'
      : `Bảng “${show(d.caption)}” chưa có dòng tiêu đề. Đặt dòng đầu làm tiêu đề.`,
  link_unsafe: (d) => `Liên kết “${show(d.href)}” không an toàn. Bỏ, hoặc ghi địa chỉ https://.`,
  author_unasked: (d) =>
    `Chưa ghi ${show(d.name)} đồng ý được nêu tên. Hỏi rồi đánh dấu, hoặc bỏ tên.`,
  media_none: (d) =>
    `Không có ảnh nào khớp “${show(d.typed)}”. Tìm bằng từ khác, hoặc tải ảnh lên.`,
  media_many: (d) => `Có ${count(d.count)} ảnh khớp “${show(d.typed)}”. Chọn một ảnh từ gợi ý.`,
  media_other_kind: () => 'Tệp này không phải là ảnh. Chọn tệp ảnh.',
  parent_unknown: () => 'Không có chuyên mục cha này. Chọn lại.',
  two_levels: () => 'Chuyên mục chỉ có hai cấp. Chọn một chuyên mục cấp trên, hoặc để trống.',
  section_named: (d) => `Đã có chuyên mục “${show(d.name)}” ở cấp này. Đặt tên khác.`,
  order_incomplete: () =>
    'Thứ tự gửi lên không đủ các chuyên mục cùng cấp. Tải lại trang rồi sắp xếp lại.',
  section_has_below: (d) =>
    `Còn ${count(d.below)} chuyên mục con. Chuyển hoặc xóa chuyên mục con trước.`,
  section_has_articles: (d) =>
    `Còn ${count(d.articles)} bài trong chuyên mục này, tính cả bài đã xóa chưa quá 30 ngày. Chuyển bài sang chuyên mục khác trước.`,
  parent_gone: () => 'Chuyên mục cha đã bị xóa. Khôi phục chuyên mục cha trước.',
};
