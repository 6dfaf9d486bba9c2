import { vietnamTime } from '../../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../../kernel/vietnamese/dates.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Words of receipts and of their public check. */
export const receiptWords = {
  title: 'Biên nhận hồ sơ',
  received: 'Hồ sơ đã được nhận.',
  mailed: (address: string) => `Biên nhận cũng đã gửi tới ${address}.`,
  number: 'Số biên nhận',
  name: 'Tên hồ sơ',
  authors: 'Tác giả',
  field: 'Lĩnh vực',
  entrant: 'Đối tượng',
  at: 'Nhận lúc',
  atWords: (at: Date): string => {
    const { hour, minute, second, day } = vietnamTime(at);
    return `${two(hour)} giờ ${two(minute)} phút ${two(second)} giây, ngày ${formatDate(day)}`;
  },
  atNote: 'Giờ máy chủ, giờ Việt Nam: lúc máy chủ nhận trọn hồ sơ.',
  version: 'Lần nộp',
  sha256: 'Mã kiểm nội dung (SHA-256)',
  shaNote: 'Chỉ cần đổi một chữ hay một tệp, mã này sẽ khác. Giữ lại để đối chiếu.',
  signature: 'Chữ ký số',
  signed: {
    good: (key: string) => `Đúng, ký bằng khóa ${key} của hệ thống.`,
    bad: (key: string) => `Không khớp với khóa ${key}. Báo ban tổ chức ngay.`,
    unknown: (key: string) => `Ký bằng khóa ${key}, khóa này hiện không có trên máy chủ.`,
  },
  files: 'Tệp đã nộp',
  noFiles: 'Không có tệp.',
  newer: (version: number) => `Đã có lần nộp thứ ${version} thay cho lần này.`,
  withdrawn: 'Hồ sơ đã rút sau khi nộp.',
  pdf: 'Tải biên nhận (PDF)',
  pdfName: (number: string, version: number) => `bien-nhan-${number}-lan-${version}.pdf`,
  frozen: 'Tải nội dung đã nộp (JSON)',
  frozenName: (number: string, version: number) => `ho-so-${number}-lan-${version}.json`,
  proof: 'Tải biên nhận có chữ ký số (JSON)',
  proofName: (number: string, version: number) => `chu-ky-${number}-lan-${version}.json`,
  follow: 'Về trang chung của hồ sơ',
  nextTitle: 'Việc tiếp theo',
  nextWords: [
    'Ban thư ký kiểm tra tính hợp lệ. Nếu thiếu, ban thư ký gửi thư nêu rõ thiếu gì và hạn bổ sung.',
    'Kết quả được báo qua thư và công bố trên trang của ban tổ chức.',
  ],
  check: {
    title: 'Kiểm tra biên nhận',
    lead: 'Ghi số biên nhận và mã kiểm nội dung như trên biên nhận, hoặc quét mã vuông trên bản in. Trang này trả lời biên nhận ấy có đúng do hệ thống này cấp hay không; không nêu tên người, tên hồ sơ.',
    number: 'Số biên nhận',
    numberHelp: 'Ví dụ STKT9-0042',
    sha256: 'Mã kiểm nội dung (SHA-256)',
    shaHelp: '64 chữ số và chữ cái từ a đến f; chép cả dòng, có dấu cách cũng được.',
    ask: 'Kiểm tra',
    another: 'Kiểm tra biên nhận khác',
    yes: 'Biên nhận đúng do hệ thống này cấp.',
    no: 'Không tìm thấy biên nhận này.',
    noWhat:
      'Hệ thống không cấp biên nhận nào có đúng số và mã ấy. Kiểm tra lại từng ký tự; nếu vẫn không thấy thì hỏi ban tổ chức.',
    shaWrong: (length: number) =>
      `Mã kiểm nội dung phải đủ 64 chữ số và chữ cái từ a đến f, đang có ${length}. Chép lại cả dòng.`,
    numberWrong: 'Số biên nhận chưa đúng dạng. Ghi như trên biên nhận, ví dụ STKT9-0042.',
    checked: (at: Date) => `Kiểm tra lúc ${formatDateTime(vietnamTime(at))}.`,
    newer: 'Sau lần này hồ sơ đã được nộp lại; biên nhận mới có mã khác.',
    self: 'Tự kiểm tra không cần hệ thống',
    selfWhat:
      'Tệp JSON có nguyên văn biên nhận, chữ ký số Ed25519 và khóa công khai. Dùng bất kỳ phần mềm nào có Ed25519 để kiểm; mã kiểm nội dung là SHA-256 của tệp nội dung đã nộp.',
    keys: 'Khóa công khai của hệ thống',
    keyName: 'khoa-cong-khai-bien-nhan.pem',
    issuer: 'Ban tổ chức',
  },
  print: {
    title: 'BIÊN NHẬN HỒ SƠ',
    scan: 'Quét để kiểm tra biên nhận này',
    self: 'Biên nhận do máy chủ lập và ký số, không cần đóng dấu. Ai có biên nhận cũng kiểm tra được tại:',
    signature: (key: string) => `Chữ ký số (Ed25519, khóa ${key})`,
  },
} as const;
