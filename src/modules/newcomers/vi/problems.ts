import type { IssueWords } from '../../../kernel/issue.ts';

const say = (value: unknown): string => String(value ?? '');
const number = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));
const megabytes = (value: unknown): string => number(Math.round(Number(value) / 1_000_000));

/** Why a file cannot be read, and what to do. */
export const unreadableWords: IssueWords = {
  empty_file: () => 'Tệp không có gì bên trong. Xuất lại từ trang cũ rồi gửi lại.',
  not_wxr: () =>
    'Đây không phải tệp xuất của WordPress. Trong trang quản trị cũ chọn Công cụ, Xuất ra, Tất cả nội dung, rồi gửi tệp .xml tải về.',
  not_a_feed: () =>
    'Đây không phải nguồn tin RSS hoặc Atom. Mở địa chỉ nguồn tin của trang cũ, thường là /feed hoặc /rss, lưu trang ấy thành tệp rồi gửi lại.',
  not_xml: () =>
    'Tệp XML sai quá nhiều chỗ nên không đọc được. Xuất lại từ trang cũ; đừng mở và lưu bằng Word.',
  no_joomla: () =>
    'Không thấy bảng bài viết nào của Joomla trong tệp. Vào phpMyAdmin của trang cũ, chọn cả cơ sở dữ liệu, Xuất (Export), kiểu SQL, rồi gửi tệp ấy.',
  no_pages: () =>
    'Không thấy trang HTML nào. Nén cả thư mục trang cũ, trong đó có các tệp .html, thành một tệp ZIP rồi gửi lại.',
  xml_entities: () =>
    'Tệp có phần định nghĩa riêng (ENTITY) mà tệp xuất thật không bao giờ có, nên không đọc. Xuất lại từ trang cũ.',
  xml_too_deep: (d) =>
    `Tệp lồng nhau quá ${number(d.most)} tầng, tệp xuất thật không như vậy. Xuất lại từ trang cũ.`,
  xml_too_long: (d) =>
    `Có một bài dài quá ${megabytes(d.most)} triệu ký tự. Tìm và bỏ bài ấy ở trang cũ rồi xuất lại.`,
  xml_cut_off: () => 'Tệp bị đứt giữa chừng, có lẽ tải về chưa trọn. Tải lại rồi gửi lại.',
  sql_too_long: () =>
    'Có một dòng dữ liệu dài khác thường nên không đọc được. Xuất lại, bỏ những bảng không phải bài viết.',
  sql_cut_off: () => 'Tệp SQL bị đứt giữa chừng, có lẽ tải về chưa trọn. Tải lại rồi gửi lại.',
  json_too_long: () =>
    'Có một dòng dữ liệu dài khác thường nên không đọc được. Xuất lại dưới dạng SQL rồi gửi lại.',
  json_cut_off: () => 'Tệp JSON bị đứt giữa chừng, có lẽ tải về chưa trọn. Tải lại rồi gửi lại.',
  not_json: () => 'Tệp JSON sai cú pháp. Xuất lại dưới dạng SQL rồi gửi lại.',
  zip_broken: () => 'Không mở được tệp ZIP. Nén lại rồi gửi lại; đừng đặt mật khẩu.',
  zip_too_many: (d) =>
    `Tệp ZIP có quá ${number(d.most)} tệp. Chia làm nhiều tệp, hoặc dùng lệnh lientri import trên máy chủ.`,
  file_gone: () => 'Tệp đã được xóa sau khi dùng. Gửi lại tệp thành một lần chuyển mới.',
};

const example = (d: Readonly<Record<string, unknown>>): string =>
  d.example === undefined || d.example === '' ? '' : ` Ví dụ: ${say(d.example)}.`;
const why = (d: Readonly<Record<string, unknown>>): string =>
  d.because === '' || d.because === undefined ? '' : ` ${say(d.because)}`;

/** What did not come over as it was, and what to do about it; `count` says how often. */
export const problemWords: IssueWords = {
  xml_broken: (d) =>
    `${number(d.count)} chỗ trong tệp sai cú pháp XML và đã được bỏ qua. Xem lại vài bài xem có mất chữ không.`,
  skipped_type: (d) =>
    `${number(d.count)} mục loại “${say(d.type)}” là của riêng phần mềm cũ, không mang sang.`,
  other_type: (d) =>
    `${number(d.count)} mục loại “${say(d.type)}” được mang sang thành bài viết.${example(d)} Xem lại chuyên mục của chúng.`,
  skipped_comment: (d) =>
    `${number(d.count)} thông báo tự động loại “${say(d.type)}” giữa các bình luận không mang sang.`,
  too_many_comments: (d) =>
    `Một bài có quá nhiều bình luận: ${number(d.left)} bình luận cuối không mang sang (bài số ${say(d.article)} ở trang cũ).`,
  menu_item_lost: (d) =>
    `Mục thực đơn “${say(d.title)}” không dẫn tới đâu ở đây nên không mang sang. Thêm lại trong Thực đơn nếu còn cần.`,
  menu_left: (d) =>
    `Trang cũ có thêm thực đơn “${say(d.name)}”. Mỗi trang ở đây có một thực đơn; đưa tay những mục còn cần.`,
  menu_too_deep: (d) =>
    `${number(d.count)} mục thực đơn ở tầng ba trở xuống được đưa lên tầng hai.`,
  menu_not_empty: (d) =>
    `Thực đơn ở đây đã có mục nên ${number(d.count)} mục của trang cũ không mang sang. Thêm tay những mục còn thiếu.`,
  unknown_shortcode: (d) =>
    `${number(d.count)} chỗ dùng mã [${say(d.name)}] của tiện ích cũ: chữ bên trong giữ lại, phần do tiện ích vẽ không có.${example(d)}`,
  dynamic_block: (d) =>
    `${number(d.count)} khối “${say(d.name)}” do phần mềm cũ tự vẽ khi mở trang, không có nội dung để mang sang.`,
  unknown_plugin: (d) =>
    `${number(d.count)} chỗ dùng tiện ích {${say(d.name)}} của Joomla đã được bỏ ra khỏi bài.${example(d)}`,
  only_summary: (d) =>
    `${number(d.count)} bài trong nguồn tin chỉ có phần tóm tắt. Mở bài cũ chép phần còn lại, hoặc xuất từ trang quản trị cũ.${example(d)}`,
  without_date: (d) => `${number(d.count)} bài không ghi ngày đăng.${example(d)}`,
  entry_without_id: (d) => `${number(d.count)} mục không có tên lẫn địa chỉ nên không mang sang.`,
  entry_twice: (d) => `${number(d.count)} mục lặp lại trong nguồn tin, chỉ lấy một lần.`,
  other_file: (d) =>
    `${number(d.count)} tệp trong thư mục không phải trang, ảnh hay tài liệu nên bỏ qua.${example(d)}`,
  page_too_large: (d) =>
    `${number(d.count)} trang nặng quá ${megabytes(d.most)} MB nên không đọc.${example(d)}`,
  page_without_words: (d) => `${number(d.count)} trang không có chữ nào nên bỏ qua.${example(d)}`,

  picture_left_out: (d) =>
    `${number(d.count)} ảnh trong bài không có ở đây nên không hiện.${example(d)} Chạy lại cùng thư mục ảnh của trang cũ, hoặc thêm ảnh vào bài.`,
  recording_left_out: (d) =>
    `${number(d.count)} phim hoặc tệp âm thanh trong bài không có ở đây nên không hiện.${example(d)}`,
  gallery_left_out: (d) =>
    `${number(d.count)} bộ ảnh trong bài không có ảnh nào ở đây nên không hiện.${example(d)}`,
  gallery_short: (d) => `${number(d.count)} bộ ảnh thiếu một vài ảnh không có ở đây.${example(d)}`,
  frame_left_out: (d) =>
    `${number(d.count)} khung nhúng trang khác được thay bằng một liên kết.${example(d)}`,
  form_left_out: (d) => `${number(d.count)} biểu mẫu trong bài không mang sang.${example(d)}`,
  link_left_out: (d) =>
    `${number(d.count)} liên kết không an toàn hoặc không dẫn tới đâu, chỉ giữ lại chữ.${example(d)}`,
  too_large: (d) =>
    `${number(d.count)} bài quá dài nên phần chữ không mang sang.${example(d)} Chia bài ấy ở trang cũ rồi chạy lại.`,
  text_refused: (d) => `${number(d.count)} bài có phần chữ không giữ được.${example(d)}${why(d)}`,
  old_letters: (d) =>
    `${number(d.count)} tên bài còn ở bảng mã cũ (TCVN3, VNI).${example(d)} Sửa tên bài.`,

  no_uploads: (d) =>
    `${number(d.count)} ảnh và tệp của trang cũ chưa mang sang vì chưa có thư mục ảnh. Gửi thêm tệp ZIP của thư mục ấy, hoặc chạy lệnh với --uploads.`,
  file_missing: (d) =>
    `${number(d.count)} ảnh hoặc tệp có trong danh sách nhưng không thấy trong thư mục ảnh.${example(d)}`,
  file_refused: (d) => `${number(d.count)} tệp không đưa được vào thư viện.${example(d)}${why(d)}`,

  section_too_deep: (d) =>
    `Chuyên mục “${say(d.name)}” nằm ở tầng ba trở xuống; bài của nó đứng trong chuyên mục tầng hai phía trên.`,
  section_refused: (d) => `Chuyên mục “${say(d.name)}” không lập được.${why(d)}`,
  without_section: (d) =>
    `${number(d.count)} bài đã đăng không đứng trong chuyên mục nào.${example(d)} Chọn chuyên mục cho chúng.`,
  too_many_tags: (d) =>
    `${number(d.count)} bài có quá ${number(d.most)} từ khóa, chỉ giữ những từ đầu.${example(d)}`,

  kept_draft: (d) => `${number(d.count)} bài nháp ở trang cũ vẫn là bản nháp ở đây.${example(d)}`,
  kept_private: (d) =>
    `${number(d.count)} bài chỉ dành cho nội bộ ở trang cũ được giữ làm bản nháp.${example(d)}`,
  kept_protected: (d) =>
    `${number(d.count)} bài có mật khẩu ở trang cũ được giữ làm bản nháp.${example(d)}`,
  kept_archived: (d) =>
    `${number(d.count)} bài đã hết hạn hoặc đã cất ở trang cũ được giữ làm bản nháp.${example(d)}`,
  kept_undated: (d) =>
    `${number(d.count)} bài không rõ ngày đăng được giữ làm bản nháp.${example(d)} Xem lại rồi đăng từng bài.`,
  left_trash: (d) =>
    `${number(d.count)} bài trong thùng rác của trang cũ không mang sang.${example(d)}`,
  still_public: (d) =>
    `${number(d.count)} bài trang cũ đã gỡ nhưng ở đây vẫn đăng.${example(d)} Gỡ ở đây nếu cần.`,
  changed_here: (d) =>
    `${number(d.count)} bài khác với trang cũ nhưng đã có người sửa ở đây, nên giữ nguyên bản ở đây.${example(d)}`,
  moved_here: (d) =>
    `${number(d.count)} bài khác với trang cũ nhưng ở đây đã được đăng hoặc gỡ bằng tay, nên giữ nguyên.${example(d)}`,
  removed_here: (d) =>
    `${number(d.count)} bài đã được xóa ở đây nên không mang sang lại.${example(d)}`,
  article_refused: (d) => `${number(d.count)} bài không mang sang được.${example(d)}${why(d)}`,
  lead_left: (d) =>
    `Trang cũ có thêm ${number(d.count)} bài nổi bật; ở đây chỉ ${number(d.most)} bài mới nhất đứng đầu trang.`,

  left_comments: (d) => `${number(d.count)} bình luận rác hoặc đã xóa không mang sang.`,
  comments_without_article: (d) =>
    `${number(d.count)} bình luận thuộc bài không đăng ở đây nên không mang sang.${example(d)}`,
  comment_refused: (d) =>
    `${number(d.count)} bình luận không mang sang được.${example(d)}${why(d)}`,
  comment_cut: (d) => `${number(d.count)} bình luận dài quá ${number(d.most)} ký tự được cắt bớt.`,

  redirect_taken: (d) =>
    `${number(d.count)} địa chỉ cũ ở đây đã dẫn tới nơi khác, giữ nguyên.${example(d)}`,
  redirect_refused: (d) =>
    `${number(d.count)} địa chỉ cũ không chuyển tiếp được.${example(d)}${why(d)}`,
  link_kept: (d) =>
    `${number(d.count)} liên kết trong bài trỏ tới trang cũ mà nơi ấy không mang sang; vẫn để địa chỉ cũ.${example(d)}`,
  link_lost: (d) =>
    `${number(d.count)} liên kết trong bài không rõ dẫn tới đâu, chỉ giữ lại chữ.${example(d)} Ghi địa chỉ trang cũ rồi chạy lại.`,
};
