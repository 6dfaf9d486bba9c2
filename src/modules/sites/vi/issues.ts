import type { IssueWords } from '../../../kernel/issue.ts';

const show = (value: unknown): string => String(value ?? '');

export const siteIssues: IssueWords = {
  unknown: (d) => `Không có đơn vị nào mang mã “${show(d.code)}”.`,
  not_an_address: (d) =>
    `“${show(d.typed)}” chưa phải là địa chỉ dẫn đi được. Ghi như https://vusta.vn, /lien-he hoặc mailto:vanphong@hoi.vn.`,
  not_an_old_address: (d) =>
    `“${show(d.typed)}” chưa phải là địa chỉ cũ. Ghi phần sau tên miền, bắt đầu bằng dấu /, ví dụ /tin-tuc/bai-1.html.`,
  home_stays: () =>
    'Trang chủ luôn có mặt, không chuyển đi đâu được. Ghi địa chỉ của một trang cũ.',
  redirect_taken: (d) => `Địa chỉ ${show(d.source)} đã có nơi chuyển đến. Sửa dòng đã có.`,
  redirect_circle: () =>
    'Nơi đến lại chuyển về chính địa chỉ cũ này, người đọc sẽ đi vòng mãi. Chọn một trang đang có.',
  not_a_picture: () => 'Không có ảnh này trong thư viện, hoặc ảnh đã rút. Chọn ảnh khác.',
  half_a_point: () =>
    'Một điểm trên bản đồ cần đủ vĩ độ và kinh độ. Ghi nốt số còn thiếu, hoặc bỏ cả hai.',
  menu_two_levels: () =>
    'Danh mục chỉ có hai cấp: mục này đã nằm dưới một mục khác. Chọn một mục ở hàng trên cùng.',
  menu_below_itself: () => 'Một mục không thể nằm dưới chính nó. Chọn mục khác.',
  menu_has_entries: (d) =>
    `Còn ${show(d.count)} mục nằm dưới mục này. Chuyển hoặc xóa các mục đó trước.`,
  menu_other_language: () =>
    'Mục ở trên thuộc danh mục của ngôn ngữ khác. Chọn một mục cùng ngôn ngữ.',
  menu_below_other_language: () =>
    'Mục này còn các mục nằm dưới bằng ngôn ngữ cũ. Chuyển hoặc xóa các mục đó trước.',
  menu_parent_gone: () => 'Mục ở trên đã xóa. Khôi phục mục ở trên trước.',
  heading_below: () => 'Mục không dẫn đi đâu chỉ đặt được ở hàng trên cùng. Chọn nơi dẫn đến.',
  block_not_there: () => 'Khối này không đặt được ở chỗ đã chọn. Chọn chỗ khác.',
  not_a_domain: (d) => `“${show(d.typed)}” chưa phải là tên miền. Ghi như lienhiephoi.vn.`,
  domain_with_path: () => 'Chỉ ghi tên miền, không ghi phần sau dấu /.',
  domain_with_port: () => 'Tên miền không kèm số cổng. Bỏ phần sau dấu hai chấm.',
  domain_is_main: () => 'Đây là địa chỉ chính của cả hệ thống. Ghi tên miền riêng của đơn vị.',
  no_main_address: () =>
    'Máy chủ chưa khai báo địa chỉ chính nên chưa dùng được tên miền riêng. Nhờ người quản trị đặt LIENTRI_URL rồi khởi động lại.',
  domain_here: (d) => `Trang này đã có tên miền ${show(d.host)}.`,
  domain_taken: (d) =>
    `Tên miền ${show(d.host)} đã được đơn vị khác xác nhận. Nếu tên miền là của quý đơn vị, hỏi người quản trị hệ thống.`,
  domain_contested: (d) =>
    `Có đơn vị khác cũng khai ${show(d.host)}, nên chỉ xác nhận được bằng bản ghi TXT. Thêm bản ghi TXT rồi kiểm tra lại.`,
  too_many_domains: (d) =>
    `Mỗi trang có tối đa ${show(d.max)} tên miền. Xóa bớt tên miền không dùng.`,
  domain_unverified: (d) =>
    `Tên miền ${show(d.host)} chưa xác nhận. Kiểm tra xong mới chọn làm địa chỉ chính được.`,
};

/** What the check of a domain found wrong. */
export const proofProblems: Readonly<Record<string, (host: string) => string>> = {
  not_found_in_dns: (host) =>
    `Chưa thấy bản ghi TXT, và ${host} chưa trỏ về đâu trong DNS. Bản ghi mới có khi vài giờ sau mới có hiệu lực.`,
  inside_network: (host) =>
    `${host} đang trỏ vào một địa chỉ mạng nội bộ. Trỏ về địa chỉ công khai của máy chủ, hoặc dùng bản ghi TXT.`,
  no_answer: (host) =>
    `${host} không trả lời. Xem lại máy chủ của tên miền, hoặc dùng bản ghi TXT.`,
  other_answer: (host) =>
    `${host} trả lời nhưng không đưa đúng mã. Xem lại nội dung tệp, hoặc dùng bản ghi TXT.`,
};
