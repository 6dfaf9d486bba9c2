import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import type { LetterField } from '../../rules/index.ts';

export const letterFieldNames: Readonly<Record<LetterField, string>> = {
  ten_ho_so: 'tên hồ sơ',
  so_bien_nhan: 'số biên nhận',
  tac_gia: 'các tác giả',
  linh_vuc: 'lĩnh vực',
  tinh_trang: 'tình trạng hồ sơ',
  han_bo_sung: 'hạn bổ sung',
  cuoc_thi: 'tên cuộc thi',
  noi_gui: 'nơi gửi',
  ngay: 'ngày gửi',
};

/** One letter to many entrants. */
export const bulkWords = {
  title: 'Gửi thư cho người nộp hồ sơ',
  lead: (many: number) =>
    many === 0
      ? 'Không có hồ sơ nào khớp điều kiện mà có địa chỉ thư.'
      : `${formatNumber(many)} hồ sơ có địa chỉ thư sẽ nhận, mỗi hồ sơ một thư.`,
  who: 'Gửi cho',
  everybody: 'Mọi hồ sơ của lần tổ chức này',
  labels: { subject: 'Tiêu đề', body: 'Nội dung' },
  help: 'Các mục trong ngoặc nhọn được thay bằng thông tin của từng hồ sơ:',
  preview: 'Xem thử',
  previewOf: (title: string) => `Thư gửi hồ sơ ${title}`,
  send: (many: number) => `Gửi ${formatNumber(many)} thư`,
  back: 'Quay lại danh sách',
  sample: {
    subject: 'Thông báo về hồ sơ {so_bien_nhan}',
    body: 'Kính gửi Ông/Bà,\n\nVề hồ sơ “{ten_ho_so}”, số biên nhận {so_bien_nhan}, ban thư ký thông báo:\n\n',
  },
  run: {
    title: 'Đang gửi thư',
    done: 'Đã gửi thư',
    label: 'Đã đưa vào hàng gửi',
    result: (many: number) =>
      `${formatNumber(many)} thư đã vào hàng gửi, đi dần theo số thư mỗi giờ của hệ thống.`,
    failed: 'Không gửi được. Thử lại, hoặc báo người quản trị.',
    cancelled: 'Đã dừng gửi. Những thư đã vào hàng gửi vẫn đi.',
    stop: 'Dừng gửi',
  },
} as const;

/** What was sent on to higher editions. */
export const sentOnWords = {
  title: 'Đã gửi lên cấp trên',
  lead: (many: number) => `${formatNumber(many)} hồ sơ`,
  columns: {
    dossier: 'Hồ sơ',
    edition: 'Lần tổ chức cấp trên',
    state: 'Tình trạng ở cấp trên',
    result: 'Kết quả',
  },
  empty: 'Chưa gửi hồ sơ nào lên cấp trên',
  emptyBody: 'Mở một hồ sơ hợp lệ hoặc đã đạt giải rồi chọn Gửi lên cấp trên.',
  open: 'Viết tiếp',
} as const;
