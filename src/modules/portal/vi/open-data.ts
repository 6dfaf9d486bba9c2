import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const changed = (day: string): string => `Thay đổi gần nhất ${formatDate(day)}`;

/** Words of the page that lists what can be taken as data. */
export const openDataWords = {
  title: 'Dữ liệu mở',
  lead: (name: string) =>
    `Dữ liệu của ${name} mà ai cũng lấy về dùng được: tệp cho bảng tính và địa chỉ cho chương trình máy tính.`,
  changed,
  steady: 'Lấy thẳng từ sổ: luôn là số liệu lúc tải về',
  licence: 'Giấy phép',
  licences: {
    open: {
      name: 'CC BY 4.0',
      href: 'https://creativecommons.org/licenses/by/4.0/deed.vi',
      words: 'dùng lại tự do khi ghi rõ nguồn',
    },
    kept: {
      name: 'Dẫn nguồn',
      href: null,
      words:
        'được dẫn lại tên, tóm tắt kèm đường dẫn; nội dung, tệp và ảnh thuộc tác giả, muốn đăng lại thì hỏi văn phòng',
    },
  },
  page: 'Xem trên trang',
  figures: {
    title: 'Số hội viên, trí thức',
    about: 'Số khai báo đang có hiệu lực của từng đơn vị, kèm ngày và nguồn.',
  },
  organisations: {
    title: 'Các hội, tổ chức trực thuộc',
    about: 'Mã, tên, loại, ngày thành lập và nơi trực thuộc của từng tổ chức.',
  },
  dashboard: 'Từng con số của bảng, theo đơn vị, chỉ tiêu và kỳ.',
  result: (name: string) => `Kết quả: ${name}`,
  resultAbout: 'Giải, tên giải pháp và tác giả đã đồng ý công bố.',
  solutions: {
    title: 'Kho giải pháp',
    about: (total: number) => `${formatNumber(total)} giải pháp của các lần tổ chức đã xong.`,
  },
  activities: {
    title: 'Hoạt động',
    about: (total: number) =>
      `${formatNumber(total)} hội thảo, tập huấn, hội thi và hoạt động khác: tên, loại, ngày, địa điểm.`,
  },
  articles: {
    title: 'Bài viết, thông báo',
    about: (total: number) =>
      `${formatNumber(total)} bài đang đăng: tên, lời dẫn, chuyên mục, ngày.`,
  },
  documents: {
    title: 'Tài liệu',
    about: (total: number) => `${formatNumber(total)} tài liệu để tải về.`,
  },
  programs: {
    title: 'Dành cho người viết chương trình',
    about:
      'Mọi địa chỉ JSON ở trên được mô tả theo chuẩn OpenAPI 3.1; đọc dữ liệu mở không cần tài khoản.',
    link: 'Mô tả REST (OpenAPI)',
  },
  privacy:
    'Danh bạ chuyên gia không phải dữ liệu mở: đó là thông tin của từng người, chỉ hiện trên trang khi người ấy đồng ý.',
  formats: {
    excel: 'Excel',
    csv: 'CSV',
    json: 'JSON',
    rss: 'RSS',
    atom: 'Atom',
    calendar: 'iCalendar',
  },
  mime: {
    excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    csv: 'text/csv',
    json: 'application/json',
    rss: 'application/rss+xml',
    atom: 'application/atom+xml',
    calendar: 'text/calendar',
  },
} as const;
