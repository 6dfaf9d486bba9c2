import { english } from './en.ts';
import { inLanguages } from './kernel/language.ts';
import { formatDateWithWeekday } from './kernel/vietnamese/dates.ts';

const vietnamese = {
  office: 'Văn phòng',
  siteName: 'Diễn đàn trí thức',
  publicSite: 'Trang công khai',
  account: 'Tài khoản',
  toOffice: 'Vào văn phòng',
  signIn: 'Đăng nhập',
  signInOffice: 'Đăng nhập văn phòng',
  contact: 'Liên hệ',
  today: formatDateWithWeekday,
  feedback: 'Góp ý',
  news: 'Tin qua RSS',
  api: 'Dữ liệu cho máy đọc (API)',
  requestId: 'Mã yêu cầu',
  backHome: 'Về trang chủ',
  backToDesk: 'Về bàn làm việc',
  searchAll: 'Tìm trong toàn trang',
  likely: 'Có thể quý vị cần',
  missing: 'Địa chỉ có thể gõ thiếu, hoặc trang đã chuyển chỗ. Không có gì của quý vị bị mất.',
  missingInOffice: 'Địa chỉ có thể gõ thiếu, hoặc bản ghi đã chuyển chỗ hay đã xóa.',
  menuGroups: { site: 'Trang tin' },
  missingFoot: (when: string) => `Mã lỗi 404, lúc ${when}.`,
  bannerMarks: { campaign: 'Tuyên truyền', advertisement: 'Quảng cáo' },
  englishMenu: { home: 'Trang chủ', news: 'Tin tức', notices: 'Thông báo' },
  siteMenu: {
    home: 'Trang chủ',
    organisations: 'Các hội thành viên',
    contests: 'Hội thi, cuộc thi',
    archive: 'Kho giải pháp',
  },
  started: (address: string) => `Liên Trí đã sẵn sàng: ${address}`,
  signIns: 'Tài khoản trình diễn (cùng một mật khẩu):',
  password: (password: string) => `Mật khẩu: ${password}`,
  preparing: 'Đang chuẩn bị dữ liệu trình diễn lần đầu…',
  stopping: 'Đang dừng…',
  stopped: 'Đã dừng. Dữ liệu nằm nguyên trong thư mục dữ liệu.',
  alreadyInstalled: 'Thư mục này đã có dữ liệu. Chọn thư mục khác bằng --data.',
  portBusy: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ PORT=${port + 1} npm start.`,
  cannotListen: (host: string, reason: string) => `Không mở được địa chỉ ${host}: ${reason}.`,
};

/** Words of the shell: what every page carries whatever its module. */
export const shellWords = inLanguages(vietnamese, english);

/** Each language by its own name. */
export const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const;
