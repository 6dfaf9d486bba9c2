import type { IssueWords } from '../../../kernel/issue.ts';
import type { Kind } from '../rules/index.ts';
import { kindNouns } from './names.ts';

const show = (value: unknown): string => String(value ?? '');
const megabytes = (value: unknown): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 }).format(Number(value) / 1_000_000);

export const mediaIssues: IssueWords = {
  file_too_large: (d) =>
    `Tệp nặng quá ${megabytes(d.limit)} MB. Giảm dung lượng hoặc cắt thành nhiều phần rồi gửi lại.`,
  file_type: () =>
    'Thư viện không nhận loại tệp này. Nhận ảnh (JPG, PNG, WEBP, GIF, TIFF, AVIF), phim MP4, âm thanh MP3, M4A, và tài liệu PDF, Word, Excel, PowerPoint, TXT, CSV, ZIP.',
  picture_svg: () =>
    'Tệp SVG chứa được mã lệnh chạy trong máy người đọc nên thư viện không nhận. Xuất hình ra PNG, ngang ít nhất 1.200 điểm ảnh, rồi gửi lại.',
  picture_heic: () =>
    'Ảnh HEIC của điện thoại chưa mở được ở đây. Đổi sang JPG rồi gửi lại; trên iPhone: Cài đặt, Camera, Định dạng, chọn Tương thích nhất.',
  picture_kind: () => 'Không mở được loại ảnh này. Lưu lại thành JPG hoặc PNG rồi gửi lại.',
  picture_broken: () =>
    'Ảnh bị hỏng hoặc gửi lên chưa trọn. Mở thử trên máy, lưu lại thành JPG rồi gửi lại.',
  picture_pixels: () =>
    'Ảnh có quá 100 triệu điểm ảnh. Thu nhỏ còn cạnh dài khoảng 4.000 điểm ảnh rồi gửi lại.',
  picture_slow: () =>
    'Mở ảnh này mất quá nhiều thời gian nên đã dừng. Lưu lại thành JPG cỡ nhỏ hơn rồi gửi lại.',
  choose_file: () => 'Hãy chọn một tệp.',
  too_many_tags: (d) => `Ghi tối đa ${show(d.max)} từ khóa. Bỏ bớt những từ ít dùng.`,
  tag_too_long: (d) =>
    `Từ khóa “${show(d.tag)}” dài quá 60 chữ. Viết ngắn lại, hoặc tách bằng dấu phẩy.`,
  no_poster: () => 'Chỉ phim và âm thanh có ảnh đại diện. Để trống ô này.',
  poster_unknown: () => 'Không có ảnh này trong thư viện. Chọn lại một ảnh trong thư viện.',
  media_used: (d) =>
    `Đang dùng ở ${show(d.count)} nơi: ${show(d.titles)}${d.more === true ? '…' : ''}. Gỡ khỏi những nơi ấy rồi xóa, hoặc bỏ chọn Công khai để ẩn ngay.`,
  twin_there: (d) =>
    `Tệp này đã được gửi lại và đang có trong thư viện với tên “${show(d.title)}”. Dùng bản ấy, hoặc xóa bản ấy rồi khôi phục.`,
  media_unknown: (d) =>
    `Có ${show(d.count)} mục không còn trong thư viện, hoặc không đưa vào album được. Tải lại trang rồi chọn lại.`,
  media_twice: () => 'Có một ảnh được chọn hai lần. Bỏ bớt một lần.',
  cover_not_there: () => 'Ảnh bìa phải nằm trong album. Chọn một ảnh của album.',
  album_full: (d) => `Mỗi album có tối đa ${show(d.max)} ảnh, phim. Lập thêm một album nữa.`,
  nothing_chosen: () => 'Chưa chọn ảnh nào. Đánh dấu ít nhất một ảnh.',
  media_none: (d) =>
    `Không có mục nào trong thư viện khớp với “${show(d.typed)}”. Gõ vài chữ trong tên rồi chọn trong gợi ý.`,
  media_many: (d) =>
    `Có ${show(d.count)} mục khớp với “${show(d.typed)}”. Gõ thêm chữ, hoặc chọn trong gợi ý.`,
  media_other_kind: (d) => {
    const name = (kind: unknown) => kindNouns[String(kind) as Kind] ?? String(kind);
    const wanted = (Array.isArray(d.kinds) ? d.kinds : []).map(name).join(' hoặc ');
    return `Tệp này là ${name(d.kind)}, ở đây cần ${wanted}. Chọn tệp khác; tệp vừa gửi vẫn nằm trong thư viện.`;
  },
  'organisation.unknown': (d) => `Không có đơn vị nào mang mã ${show(d.code)}. Chọn đơn vị khác.`,
  'title.required': () => 'Hãy ghi tên.',
};
