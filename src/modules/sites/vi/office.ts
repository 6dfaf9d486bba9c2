import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

/** Words of one kind of ordered things. */
export interface KindWords {
  readonly list: string;
  readonly lead: string;
  readonly add: string;
  readonly edit: string;
  readonly save: string;
  readonly none: string;
  readonly removeQuestion: (name: string) => string;
  readonly removed: (name: string) => string;
}

const removing = (what: string) => ({
  removeQuestion: (name: string) => `Xóa ${what} “${name}”?`,
  removed: (name: string) => `Đã xóa ${what} “${name}”.`,
});

export const words = {
  menu: 'Trang điện tử',
  title: 'Trang điện tử',
  lead: (address: string) => `Trang công khai đang ở ${address}.`,
  see: 'Xem trang công khai',
  settings: 'Tên, biểu trưng, liên hệ',
  settingsLead: 'Những gì đứng ở đầu và chân mỗi trang. Ô để trống thì trang dùng như trước.',
  saveSettings: 'Lưu thiết lập',
  count: (n: number) => (n === 0 ? 'Chưa có mục nào' : `${formatNumber(n)} mục`),
  saved: 'Đã lưu.',
  movedUp: 'Đã đổi thứ tự.',
  restored: 'Đã khôi phục.',
  up: 'Lên',
  down: 'Xuống',
  upOf: (name: string) => `Lên: ${name}`,
  downOf: (name: string) => `Xuống: ${name}`,
  editLink: 'Sửa',
  editOf: (name: string) => `Sửa ${name}`,
  remove: 'Xóa',
  removeOf: (name: string) => `Xóa ${name}`,
  removeBody: 'Khôi phục được trong 30 ngày.',
  keep: 'Giữ lại',
  cannotRemove: 'Chưa xóa được.',
  back: 'Về danh sách',
  choose: 'Chọn một mục',
  contactLegend: 'Liên hệ',
  pointLegend: 'Điểm trên bản đồ',
  topRow: 'Hàng trên cùng',
  usualPlace: 'Chỗ thường đặt',
  headings: (names: readonly string[]) => `Nhóm đang có: ${names.join('; ')}.`,
  chooseKind: 'Chọn loại khối trước, rồi đặt thêm chi tiết.',
  parts: 'Các phần của trang',
  languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh' } as const,
  usual: 'Chưa đặt gì riêng',
  address: 'Địa chỉ trang',
  gone: 'Nơi đến không còn, người đọc không thấy mục này',
  under: (name: string) => `dưới “${name}”`,
  until: (from: string | null, until: string | null) => {
    if (from === null && until === null) return 'không hạn ngày';
    if (until === null) return `từ ${formatDate(from ?? '')}`;
    return from === null
      ? `đến hết ${formatDate(until)}`
      : `từ ${formatDate(from)} đến hết ${formatDate(until)}`;
  },
  bannerStates: { waiting: 'Chưa đến ngày', shown: 'Đang hiện', over: 'Hết hạn' },
  kindGone: 'Loại khối này không còn, trang chủ bỏ qua',
};

export const kindWords = {
  menu: {
    list: 'Danh mục',
    lead: 'Hàng đầu mỗi trang, hai cấp. Chưa có mục nào thì trang dùng danh mục có sẵn.',
    add: 'Thêm mục',
    edit: 'Sửa mục',
    save: 'Lưu mục',
    none: 'Trang đang dùng danh mục có sẵn. Thêm mục đầu tiên để tự sắp đặt.',
    ...removing('mục'),
  },
  banner: {
    list: 'Banner',
    lead: 'Ảnh tuyên truyền hoặc quảng cáo, hiện theo ngày, luôn ghi rõ là loại nào.',
    add: 'Thêm banner',
    edit: 'Sửa banner',
    save: 'Lưu banner',
    none: 'Chưa có banner nào. Thêm banner đầu tiên.',
    ...removing('banner'),
  },
  link: {
    list: 'Liên kết website',
    lead: 'Đường dẫn đến trang của cơ quan, đơn vị khác, xếp theo nhóm.',
    add: 'Thêm liên kết',
    edit: 'Sửa liên kết',
    save: 'Lưu liên kết',
    none: 'Chưa có liên kết nào. Thêm liên kết đầu tiên.',
    ...removing('liên kết'),
  },
  quote: {
    list: 'Danh ngôn khoa học',
    lead: 'Mỗi ngày trang chủ hiện một câu, lần lượt từ trên xuống.',
    add: 'Thêm danh ngôn',
    edit: 'Sửa danh ngôn',
    save: 'Lưu danh ngôn',
    none: 'Chưa có câu nào. Thêm câu đầu tiên, kèm người nói và nguồn.',
    ...removing('danh ngôn của'),
  },
  block: {
    list: 'Trang chủ',
    lead: 'Các khối của trang chủ theo thứ tự. Khối chưa có nội dung thì không hiện và không để lại chỗ trống.',
    add: 'Thêm khối',
    edit: 'Sửa khối',
    save: 'Lưu khối',
    none: 'Trang chủ đang bày như có sẵn. Thêm khối đầu tiên để tự sắp đặt.',
    ...removing('khối'),
  },
  redirect: {
    list: 'Chuyển hướng',
    lead: 'Địa chỉ cũ dẫn đến trang mới, để đường dẫn đã in, đã gửi vẫn dùng được.',
    add: 'Thêm chuyển hướng',
    edit: 'Sửa chuyển hướng',
    save: 'Lưu chuyển hướng',
    none: 'Chưa có chuyển hướng nào.',
    ...removing('chuyển hướng từ'),
  },
} as const satisfies Record<string, KindWords>;

export const domainWords = {
  list: 'Tên miền riêng',
  lead: 'Trang mở được ở tên miền của đơn vị sau khi xác nhận tên miền là của mình.',
  none: 'Chưa có tên miền riêng.',
  add: 'Thêm tên miền',
  save: 'Thêm tên miền',
  host: 'Tên miền',
  hostHelp: 'Như lienhiephoi.vn, không ghi https:// và phần sau dấu /.',
  check: 'Kiểm tra',
  checkOf: (host: string) => `Kiểm tra ${host}`,
  home: 'Dùng làm địa chỉ chính',
  homeOf: (host: string) => `Dùng làm địa chỉ chính: ${host}`,
  isHome: 'Địa chỉ chính',
  verified: 'Đã xác nhận',
  waiting: 'Chờ xác nhận',
  verifiedNow: 'Đã xác nhận tên miền.',
  homeNow: 'Đã đổi địa chỉ chính.',
  addedNow: 'Đã thêm tên miền. Làm theo một trong hai cách dưới đây rồi bấm Kiểm tra.',
  how: 'Cách xác nhận',
  byRecord: 'Cách 1: thêm bản ghi TXT ở nơi quản lý tên miền',
  recordName: 'Tên bản ghi',
  recordValue: 'Nội dung',
  byFile: 'Cách 2: đặt tệp trên máy chủ đang giữ tên miền, hoặc trỏ tên miền về hệ thống này',
  fileAddress: 'Địa chỉ tệp',
  fileText: 'Nội dung tệp',
  https:
    'Người đọc vào bằng https. Máy chủ đứng trước (proxy) giữ chứng thư và chuyển nguyên tên miền trong Host.',
  removeBody:
    'Trang không còn mở ở tên miền này. Khôi phục được trong 30 ngày, rồi phải xác nhận lại.',
  unicode: (shown: string) => `hiện là ${shown}`,
  ...removing('tên miền'),
};

export const labels: Readonly<Record<string, string>> = {
  name: 'Tên trang',
  english_name: 'Tên đơn vị bằng tiếng Anh',
  language: 'Ngôn ngữ',
  emblem: 'Biểu trưng',
  licence: 'Giấy phép',
  responsible: 'Người chịu trách nhiệm',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  latitude: 'Vĩ độ',
  longitude: 'Kinh độ',
  directions: 'Cách đến',
  label: 'Tên hiện ra',
  parent: 'Nằm dưới',
  target_kind: 'Dẫn đến',
  room: 'Trang có sẵn',
  section: 'Chuyên mục',
  page: 'Bài hoặc trang',
  title: 'Tiêu đề',
  place: 'Chỗ đặt',
  kind: 'Loại',
  picture: 'Ảnh',
  href: 'Địa chỉ dẫn đến',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  heading: 'Nhóm',
  words: 'Câu nói',
  who: 'Người nói',
  source: 'Nguồn',
  count: 'Số mục hiện ra',
  of: 'Lấy từ',
  host: 'Tên miền',
};

export const redirectLabels: Readonly<Record<string, string>> = {
  source: 'Địa chỉ cũ',
  target: 'Chuyển đến',
};

export const help = {
  name: 'Dòng lớn ở đầu mỗi trang, như Diễn đàn trí thức.',
  english_name: 'Đầu các trang tiếng Anh, như Son La Union of Science and Technology Associations.',
  language: 'Mục tiếng Anh chỉ hiện trên các trang tiếng Anh.',
  emblem: 'Ảnh vuông trong thư viện, hiện thay dấu ở đầu trang.',
  licence: 'Như Giấy phép số 12/GP-TTĐT ngày 05/01/2026 của Sở Văn hóa, Thể thao và Du lịch.',
  responsible: 'Họ tên và chức vụ.',
  contact: 'Để trống thì lấy theo hồ sơ của đơn vị.',
  point: 'Độ thập phân, như 21,32840 và 103,91880. Lấy từ bản đồ nào cũng được.',
  directions: 'Tòa nhà, tầng, lối vào.',
  parent: 'Để trống thì đứng ở hàng trên cùng.',
  address: 'Như https://vusta.vn, hoặc /lien-he cho một trang ở đây.',
  href: 'Như https://vusta.vn, hoặc /lien-he cho một trang ở đây. Để trống thì không dẫn đi đâu.',
  heading: 'Các liên kết cùng nhóm đứng dưới một tiêu đề.',
  title: 'Cũng là lời thay ảnh cho người không xem được ảnh.',
  source: 'Sách, bài, ngày phát biểu: đủ để tìm lại.',
  blockTitle: 'Để trống thì dùng tên của loại khối.',
  count: (n: number) => `Để trống thì hiện ${formatNumber(n)}.`,
  redirectSource: 'Phần sau tên miền của trang cũ, như /tin-tuc/bai-1.html hoặc /index.php?id=5.',
  redirectTarget: 'Trang ở đây như /bai/ten-bai, hoặc địa chỉ đầy đủ của trang khác.',
};

export const redirectWords = {
  search: 'Tìm trong địa chỉ',
  find: 'Tìm',
  to: (target: string) => `chuyển đến ${target}`,
  nothing: (q: string) => `Không có chuyển hướng nào khớp với “${q}”.`,
};
