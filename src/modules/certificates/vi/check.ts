import type { Verdict } from '../rules/index.ts';

/** The public page: what is said of each verdict. */
export const checkWords = {
  title: 'Kiểm tra giấy chứng nhận',
  verdicts: {
    valid: 'Giấy chứng nhận là thật và còn giá trị',
    replaced: 'Giấy chứng nhận đã được thay bằng giấy khác',
    revoked: 'Giấy chứng nhận đã bị thu hồi',
    unknown: 'Không tìm thấy giấy chứng nhận nào có mã này',
  } satisfies Record<Verdict, string>,
  says: {
    valid: 'Còn giá trị',
    replaced: 'Đã thay bằng giấy khác',
    revoked: 'Đã thu hồi',
    unknown: 'Không tìm thấy',
  } satisfies Record<Verdict, string>,
  advice: {
    valid: 'So những dòng dưới đây với chữ in trên giấy. Khác nhau thì giấy đã bị sửa.',
    replaced: 'Hỏi người cầm giấy về giấy mới, rồi kiểm tra mã của giấy mới.',
    revoked: 'Giấy này không còn giá trị, dù chữ ký và dấu trên giấy là thật.',
    unknown:
      'Xem lại mã: 16 chữ và số ở cạnh hình QR. Mã đúng mà vẫn không thấy thì giấy không phải do hệ thống này cấp.',
  } satisfies Record<Verdict, string>,
  home: 'Trang chủ',
  checkedAt: (moment: string) => `Kiểm tra lúc ${moment}.`,
  number: 'Số',
  issuer: 'Nơi cấp',
  edition: 'Lần tổ chức',
  prize: 'Giải',
  holder: 'Người được cấp',
  issued: 'Ngày cấp',
  decision: 'Quyết định trao giải',
  decisionOf: (number: string, day: string | null) =>
    day === null ? number : `${number} ngày ${day}`,
  ended: 'Ngày thu hồi hoặc thay',
  revokedBy: 'Quyết định thu hồi',
  nothing: 'Không có',
  withheld: 'Không công khai',
  another: 'Kiểm tra giấy khác',
  code: 'Mã trên giấy',
  codeHelp: '16 chữ và số ở cạnh hình QR.',
  check: 'Kiểm tra',
  lead: 'Quét hình QR trên giấy chứng nhận, hoặc gõ mã in ở cạnh hình.',
  outcomes: 'Các kết quả có thể gặp',
  offline: 'Tự kiểm tra, không cần trang này',
  offlineBody:
    'Mỗi giấy chứng nhận có một bản ký số theo chuẩn Open Badges 3.0. Ai cũng kiểm tra được chữ ký bằng khóa công khai dưới đây, kể cả khi không có mạng.',
  credential: 'Tải bản ký số (JSON)',
  credentialNameless: 'Tải bản ký số không ghi tên (JSON)',
  keys: 'Tải khóa công khai (PEM)',
  fingerprint: 'Khóa công khai',
  fingerprintUnknown: 'Khóa đã ký giấy này không còn trong máy chủ.',
  signature: 'Chữ ký số',
  signed: {
    good: (id: string) => `Đúng, ký bằng khóa ${id}`,
    bad: () => 'Không đúng',
    unknown: (id: string) => `Không rõ: không còn khóa ${id}`,
  },
};

/** The page of a link that came by letter. */
export const ownWords = {
  title: 'Giấy chứng nhận của hồ sơ',
  lead: 'Trang này mở bằng liên kết riêng trong thư. Ai có liên kết đều tải được giấy có họ tên, nên đừng chuyển cho người khác.',
  number: (number: string) => `Số ${number}`,
  pdf: 'Tải giấy (PDF)',
  credential: 'Tải bản ký số (JSON)',
  page: 'Trang kiểm tra',
  columns: { number: 'Số', holder: 'Người được cấp', prize: 'Giải', state: 'Tình trạng' },
  none: 'Chưa có giấy chứng nhận nào',
  noneBody: 'Khi Ban Tổ chức cấp giấy, giấy hiện ở đây.',
  notesTitle: 'Bản ký số để làm gì',
  notes:
    'Bản ký số là tệp JSON theo chuẩn Open Badges 3.0, ghi họ tên và giải. Gửi tệp ấy cho trường học hoặc nơi tuyển dụng, họ tự kiểm tra được mà không cần hỏi Ban Tổ chức. Tệp PDF cũng đính kèm bản ký số này.',
};
