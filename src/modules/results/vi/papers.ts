import { formatDateLong } from '../../../kernel/vietnamese/dates.ts';
import { formatMoney, formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const count = (value: number): string => formatNumber(value, 0);
/** 'ngày 05 tháng 01 năm 2026', or dots to be filled in. */
const dayWords = (day: string | null): string =>
  day === null ? 'ngày … tháng … năm …' : formatDateLong(day);

/** The code of each paper's type, as it stands in its number. */
export const paperTypes = {
  summary: 'BTH',
  minutes: 'BB',
  count: 'BB',
  proposal: 'TTr',
  decision: 'QĐ',
} as const;

export const paperNames = {
  summary: 'Bảng tổng hợp điểm',
  minutes: 'Biên bản họp hội đồng',
  count: 'Biên bản kiểm phiếu',
  proposal: 'Tờ trình',
  decision: 'Quyết định trao giải',
  sheet: 'Phiếu chấm',
} as const;

/** What the papers themselves say. */
export const printed = {
  titles: {
    summary: 'Bảng tổng hợp điểm',
    minutes: 'Biên bản',
    count: 'Biên bản',
    proposal: 'Tờ trình',
    decision: 'Quyết định',
    sheet: 'Phiếu chấm điểm',
  },
  subjects: {
    summary: (phase: string, edition: string) => `${phase}, ${edition}`,
    minutes: (council: string, phase: string) => `Họp ${council}, giai đoạn ${phase}`,
    count: (subject: string) => `Kiểm phiếu: ${subject}`,
    proposal: (edition: string) => `Về việc trao giải ${edition}`,
    decision: (edition: string) => `Về việc trao giải ${edition}`,
    sheet: (edition: string) => edition,
  },
  head: 'Trưởng Ban',
  committeeHead: 'Trưởng Ban Tổ chức',
  chair: 'Chủ tịch Hội đồng',
  secretary: 'Thư ký',
  tellers: 'Người kiểm phiếu',
  judge: 'Giám khảo',
  noDay: 'ngày … tháng … năm …',
  summary: {
    intro: (basis: string) => `Xếp theo ${basis}; điểm tính từ các phiếu chấm đã ký.`,
    field: (name: string) => `Lĩnh vực: ${name}`,
    columns: [
      'Hạng',
      'Số hồ sơ',
      'Tên giải pháp',
      'Số phiếu',
      'Trung bình',
      'Bỏ cao, thấp',
      'Hiệu chỉnh',
      'Điểm xếp hạng',
      'Ghi chú',
    ],
    failed: 'Bị loại',
    unjudged: 'Chưa chấm',
    moved: (reason: string) => `Hội đồng xếp hạng: ${reason}`,
    judges: 'Danh sách phiếu chấm kèm theo bộ chứng cứ của quyết định.',
  },
  minutes: {
    time: (from: string | null, to: string | null, day: string | null, place: string | null) =>
      `Thời gian: từ ${from ?? '…'} đến ${to ?? '…'}, ${dayWords(day)}. Địa điểm: ${place ?? '…'}.`,
    present: 'I. THÀNH PHẦN',
    seats: 'Thành viên hội đồng:',
    presentOf: (present: number, all: number) =>
      `Thành viên có mặt (${count(present)}/${count(all)}):`,
    absent: 'Thành viên vắng mặt:',
    nobodyAbsent: 'Thành viên vắng mặt: không.',
    why: (reason: string) => `lý do: ${reason}`,
    guests: 'Khách mời:',
    proceedings: 'II. NỘI DUNG',
    conclusion: 'III. KẾT LUẬN',
    changes: 'Hội đồng điều chỉnh hạng của các hồ sơ sau:',
    change: (number: string, place: string, reason: string) =>
      `Hồ sơ ${number}: ${place}. Lý do: ${reason}`,
    withheld: 'Các giải để trống, kèm lý do:',
    back: 'theo điểm',
    place: (place: number) => `hạng ${count(place)}`,
    fails: 'Hội đồng kết luận về các hồ sơ có phiếu không đạt:',
    fail: (number: string, fails: boolean, reason: string) =>
      `Hồ sơ ${number}: ${fails ? 'loại' : 'không loại'}. Lý do: ${reason}`,
    ballots: 'Kết quả bỏ phiếu:',
    ballot: (subject: string, passed: number, all: number) =>
      `${subject}: ${count(passed)}/${count(all)} nội dung được thông qua.`,
    hash: 'Biên bản đã chốt, mã SHA-256:',
    end: 'Biên bản đã đọc cho các thành viên cùng nghe và nhất trí thông qua',
    signers: (chair: string, secretary: string) => `Chủ trì: ${chair}. Thư ký: ${secretary}.`,
  },
  count: {
    opened: (council: string, day: string | null) => `${council} bỏ phiếu kín ${dayWords(day)}.`,
    rule: 'Thể lệ biểu quyết:',
    attendance: (present: number, members: number) =>
      `Số thành viên có quyền bỏ phiếu: ${count(members)}; có mặt: ${count(present)}.`,
    papers: (issued: number, collected: number, valid: number, blank: number, invalid: number) =>
      `Số phiếu phát ra: ${count(issued)}; thu về: ${count(collected)}; hợp lệ: ${count(valid)}; trắng: ${count(blank)}; không hợp lệ: ${count(invalid)}.`,
    columns: ['TT', 'Nội dung', 'Đồng ý', 'Không đồng ý', 'Để trắng', 'Kết quả'],
    passed: 'Thông qua',
    failed: 'Không thông qua',
    electronic:
      'Phiếu bỏ trên trang riêng của từng thành viên, máy kiểm phiếu; danh sách lá phiếu theo mã được lưu kèm.',
    tellers: (names: string) => `Tổ kiểm phiếu: ${names}.`,
    end: 'Biên bản lập xong và thông qua tại cuộc họp',
  },
  prizes: {
    columns: [
      'TT',
      'Số hồ sơ',
      'Tên giải pháp',
      'Tác giả',
      'Lĩnh vực',
      'Giải',
      'Tiền thưởng (đồng)',
    ],
    appendixTitle: (edition: string) => `Danh sách giải ${edition}`,
    total: 'Cộng',
    money: (money: bigint) => formatMoney(money),
    plain: (money: number) => formatNumber(money, 0),
  },
  proposal: {
    opening: (edition: string, phase: string) =>
      `Căn cứ kết quả giai đoạn ${phase} và biên bản họp của hội đồng, Ban Thư ký kính trình Trưởng Ban Tổ chức xem xét, quyết định trao giải ${edition}.`,
    figures: (many: number, money: string) =>
      `Số giải đề nghị: ${count(many)}; tổng tiền thưởng: ${money}.`,
    byPrize: (prize: string, many: number) => `${prize}: ${count(many)} giải.`,
    reasons: 'Các giải khác với thứ tự xếp hạng, kèm lý do của hội đồng:',
    reason: (number: string, prize: string, reason: string) =>
      `Hồ sơ ${number}, ${prize}: ${reason}`,
    withheld: 'Các giải để trống, kèm lý do:',
    withheldLine: (prize: string, field: string, reason: string) =>
      `${prize}${field === '' ? '' : `, lĩnh vực ${field}`}: ${reason}`,
    belowFloor: 'không còn hồ sơ nào đạt mức điểm của giải.',
    closing: 'Kính trình Trưởng Ban Tổ chức xem xét, quyết định (danh sách kèm theo)',
    secretariat: 'Trưởng Ban Thư ký',
  },
  decision: {
    grounds: {
      basis: (symbol: string, title: string) => `Căn cứ ${title} (số ${symbol})`,
      minutes: 'Căn cứ biên bản họp của hội đồng giám khảo',
      proposal: 'Xét đề nghị của Ban Thư ký',
    },
    decides: 'QUYẾT ĐỊNH:',
    one: (many: number, edition: string) =>
      `Điều 1. Trao ${count(many)} giải ${edition} cho các tác giả, nhóm tác giả và tổ chức có tên trong danh sách kèm theo.`,
    two: (money: string) =>
      `Điều 2. Tổng tiền thưởng là ${money}, chi từ kinh phí tổ chức theo quy định.`,
    three:
      'Điều 3. Ban Tổ chức, Ban Thư ký, các đơn vị, cá nhân có liên quan và các tác giả có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này',
    recipients: ['Như Điều 3', 'Các cơ quan phối hợp tổ chức'],
  },
  sheet: {
    terms: (number: string, title: string) => `Hồ sơ ${number}: ${title}.`,
    judge: (name: string) => `Giám khảo: ${name}.`,
    signed: (at: string) => `Ký lúc ${at}.`,
    columns: ['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm', 'Nhận xét'],
    total: 'Tổng điểm',
    yes: 'Đạt',
    no: 'Không đạt',
    hash: 'Mã SHA-256 của phiếu:',
  },
  authors: (names: readonly string[]): string => names.join(', '),
  recipients: ['Trưởng Ban Tổ chức', 'Các thành viên hội đồng'],
} as const;

export const paperWords = {
  title: 'Giấy tờ',
  lead: 'Tải về bằng Word theo Nghị định 30/2020/NĐ-CP. Văn bản lấy số trong dãy số riêng của Ban Tổ chức.',
  list: 'Văn bản của lần tổ chức',
  columns: { paper: 'Văn bản', number: 'Số', get: 'Tải về' },
  get: 'Tải Word',
  number: 'Cấp số',
  notNumbered: 'Chưa có số',
  of: (name: string, what: string): string => `${name}: ${what}`,
  countOf: (council: string, subject: string): string =>
    `Biên bản kiểm phiếu của ${council}: ${subject}`,
  meeting: (council: string, phase: string): string => `Biên bản họp ${council}, ${phase}`,
  signed: 'Đã chốt',
  numberTitle: 'Cấp số văn bản',
  numbered: 'Đã cấp số.',
  numberHelp: 'Số lấy tiếp trong dãy số của Ban Tổ chức và giữ nguyên mãi.',
  labels: {
    signed_on: 'Ngày ký',
    signer: 'Người ký',
    position: 'Chức vụ người ký',
    authority: 'Ký thay, thừa lệnh',
    authority_of: 'Của ai',
    held_on: 'Ngày họp',
    from: 'Bắt đầu lúc',
    to: 'Kết thúc lúc',
    place: 'Nơi họp',
    guests: 'Khách mời',
    proceedings: 'Diễn biến',
    conclusion: 'Kết luận',
  } as Readonly<Record<string, string>>,
  signerHelp: 'Chỉ ghi họ và tên, không ghi học hàm, học vị.',
  positionHelp: 'Ví dụ: Trưởng Ban.',
  noAuthority: 'Không',
  authorityHelp: 'Ví dụ TM. và Ban Tổ chức.',
  minutes: 'Viết biên bản họp',
  minutesOf: (council: string): string => `Biên bản họp ${council}`,
  minutesLead:
    'Danh sách thành viên, điều chỉnh hạng, kết luận loại và kết quả bỏ phiếu do máy ghi vào bản in.',
  minutesSave: 'Lưu biên bản',
  minutesSaved: 'Đã lưu biên bản.',
  minutesSign: 'Chốt biên bản',
  minutesSigned: 'Đã chốt biên bản.',
  minutesQuestion: 'Chốt biên bản?',
  minutesBody:
    'Chốt rồi thì nội dung không sửa được nữa; mã SHA-256 và chữ ký của biên bản vào bộ chứng cứ.',
  attendance: 'Thành viên dự họp',
  attendanceColumns: { name: 'Họ và tên', role: 'Chức danh', there: 'Dự họp', why: 'Lý do vắng' },
  there: 'Có mặt',
  absent: 'Vắng mặt',
  thereOf: (name: string): string => `${name}: có mặt hay vắng mặt`,
  whyOf: (name: string): string => `Lý do vắng mặt của ${name}`,
  timeHelp: 'Ví dụ: 8 giờ 00.',
  keep: 'Để sau',
  back: 'Về giấy tờ',
  none: 'Chưa có văn bản nào',
  file: {
    summary: (code: string, phase: string): string => `bang-tong-hop-diem-${code}-${phase}`,
    minutes: (code: string): string => `bien-ban-hop-${code}`,
    count: (code: string): string => `bien-ban-kiem-phieu-${code}`,
    proposal: (code: string): string => `to-trinh-trao-giai-${code}`,
    decision: (code: string): string => `quyet-dinh-trao-giai-${code}`,
    sheet: (code: string): string => `phieu-cham-${code}`,
  },
} as const;
