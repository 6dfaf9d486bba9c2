import { formatDate, formatSecond } from '../../../../kernel/vietnamese/dates.ts';
import { formatMoney, formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { keepTogether } from '../../../../kernel/vietnamese/spaces.ts';

const count = (n: number): string => formatNumber(n);
const day = (of: string): string => `ngày\u00a0${formatDate(of)}`;

/** A last second as people announce it: its day alone where the whole day counts. */
const until = (second: string): string =>
  second.endsWith('T23:59:59')
    ? `đến hết ${day(second.slice(0, 10))}`
    : `đến ${formatSecond(second)}`;
const since = (second: string): string =>
  second.endsWith('T00:00:00') ? `từ ${day(second.slice(0, 10))}` : `từ ${formatSecond(second)}`;

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}
const bounds = ({ min, max }: Bounds, unit: string): string | null => {
  if (min !== null && max !== null)
    return min === max
      ? `đúng ${count(min)} ${unit}`
      : `từ ${count(min)} đến ${count(max)} ${unit}`;
  if (max !== null) return `không quá ${count(max)} ${unit}`;
  return min === null ? null : `ít nhất ${count(min)} ${unit}`;
};

const MEGA = 1024 * 1024;
const size = (bytes: number): string =>
  keepTogether(
    bytes < MEGA ? `${count(Math.ceil(bytes / 1024))} KB` : `${count(Math.ceil(bytes / MEGA))} MB`,
  );

/** Words of the public pages of editions. */
export const callWords = {
  list: 'Hội thi, cuộc thi, tôn vinh',
  listLead: (name: string) =>
    `Các hội thi, cuộc thi, tôn vinh do ${name} công bố: đang nhận hồ sơ và đã qua.`,
  listLeadAll: 'Các hội thi, cuộc thi, tôn vinh trong cả nước đã công bố trên hệ thống.',
  terms: 'Thể lệ',
  open: 'Đang mở',
  closed: 'Đã khép lại',
  none: 'Chưa có hội thi, cuộc thi nào được công bố',
  noneHelp: 'Khi ban tổ chức công bố, thể lệ và cách gửi hồ sơ có ở trang này.',
  noneOpen: 'Hiện không có hội thi, cuộc thi nào đang mở.',
  ordinal: (roman: string) => `lần thứ ${roman}`,
  years: (first: number, last: number) => (first === last ? `năm ${last}` : `${first}–${last}`),
  daysLeft: (days: number) =>
    days === 0 ? 'Hôm nay là ngày cuối' : days === 1 ? 'Còn 1 ngày' : `Còn ${count(days)} ngày`,
  takesUntil: (second: string) => `Nhận hồ sơ ${until(second)}, theo giờ máy chủ (giờ Việt Nam).`,
  takesOpenEnd: 'Đang nhận hồ sơ.',
  opensFrom: (second: string) => `Nhận hồ sơ ${since(second)}.`,
  over: (second: string) => `Đã hết hạn nhận hồ sơ: ${formatSecond(second)}.`,
  notSet: 'Chưa định lịch nhận hồ sơ. Xem lại khi có thông báo của ban tổ chức.',
  notTaking: 'Không nhận hồ sơ gửi qua trang này. Hỏi ban tổ chức.',
  closedNow: 'Lần tổ chức này đã khép lại, không nhận hồ sơ nữa.',
  start: 'Bắt đầu hồ sơ',
  startHelp:
    'Không cần tài khoản: chỉ cần một địa chỉ thư điện tử. Viết dần, lưu lại, nộp khi đã xong.',
  again: 'Gửi lại liên kết hồ sơ',
  document: 'Tải thể lệ (PDF)',
  fields: 'Lĩnh vực',
  who: 'Ai được tham gia',
  prepare: 'Hồ sơ gồm những gì',
  phases: 'Các mốc thời gian',
  prizes: 'Cơ cấu giải',
  basis: 'Căn cứ',
  organisers: 'Đơn vị tổ chức',
  verify: 'Kiểm tra một biên nhận',
  verifyHelp: 'Ai cũng kiểm tra được một biên nhận có đúng do hệ thống này cấp hay không.',
  entrants: (names: readonly string[]) => `Đối tượng tham gia: ${names.join(', ')}.`,
  born: (first: string | null, last: string | null) =>
    first !== null && last !== null
      ? `Người tham gia sinh từ ${day(first)} đến hết ${day(last)}.`
      : last !== null
        ? `Người tham gia sinh đến hết ${day(last)}.`
        : `Người tham gia sinh từ ${day(first ?? '')} trở về sau.`,
  worked: (years: number) => `Đã công tác đủ ${count(years)} năm trở lên, tính đến ngày nộp hồ sơ.`,
  made: (from: number | null, to: number | null) =>
    from !== null && to !== null
      ? `Giải pháp được tạo ra từ năm ${from} đến hết năm ${to}.`
      : to !== null
        ? `Giải pháp được tạo ra đến hết năm ${to}.`
        : `Giải pháp được tạo ra từ năm ${from} trở lại đây.`,
  awarded: (level: string, own: boolean, from: number | null) =>
    `Không nhận hồ sơ đã đạt giải ${level} ${own ? 'của chính hội thi, cuộc thi này' : 'của bất kỳ hội thi, cuộc thi nào'}${from === null ? '' : ` từ năm ${from} trở lại đây`}.`,
  group: (limits: Bounds) => `Nhóm tác giả có ${bounds(limits, 'người') ?? 'từ 2 người'}.`,
  under7:
    'Tác giả chưa đủ 7 tuổi: người đại diện theo pháp luật (cha, mẹ hoặc người giám hộ) đồng ý.',
  under16:
    'Tác giả từ đủ 7 đến chưa đủ 16 tuổi: cả tác giả và người đại diện theo pháp luật đồng ý.',
  under18: (both: boolean) =>
    both
      ? 'Tác giả từ đủ 16 đến chưa đủ 18 tuổi: tác giả đồng ý, và người đại diện theo pháp luật cũng đồng ý.'
      : 'Tác giả từ đủ 16 đến chưa đủ 18 tuổi: tác giả tự đồng ý.',
  optional: 'không bắt buộc',
  onlyFor: (names: readonly string[]) => `chỉ với ${names.join(', ').toLocaleLowerCase('vi')}`,
  people: (asks: readonly string[], limits: Bounds) =>
    [bounds(limits, 'người'), `ghi ${['họ và tên', ...asks].join(', ')}`]
      .filter(Boolean)
      .join('; '),
  files: (types: readonly string[], most: number, limits: Bounds) =>
    [bounds(limits, 'tệp'), `mỗi tệp không quá ${size(most)}`, `nhận ${types.join(', ')}`]
      .filter(Boolean)
      .join('; '),
  words: (limits: Bounds) => bounds(limits, 'chữ'),
  characters: (limits: Bounds) => bounds(limits, 'ký tự'),
  declares: (words: string) => `“${words}”`,
  precision: { year: 'ghi năm', month: 'ghi tháng, năm', day: 'ghi ngày, tháng, năm' },
  phase: (opens: string | null, closes: string | null) =>
    opens === null
      ? 'chưa định'
      : [since(opens), closes === null ? null : until(closes)].filter(Boolean).join(' '),
  now: 'đang diễn ra',
  prize: (money: number | null, quota: number | null, per: 'field' | 'overall') =>
    [
      quota === null ? 'không hạn chế số giải' : `${count(quota)} giải`,
      per === 'field' ? 'ở mỗi lĩnh vực' : null,
      money === null
        ? null
        : `${quota === 1 && per === 'overall' ? '' : 'mỗi giải '}${formatMoney(BigInt(money))}`,
    ]
      .filter(Boolean)
      .join(', '),
  upper: (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1),
  issued: (date: string) => `ngày ${date}`,
  pdfTitle: 'Thể lệ',
  pdfNote: (on: string) =>
    `Bản in ngày ${formatDate(on)}. Ban tổ chức có thay đổi thì bản trên trang có hiệu lực.`,
  pdfAddress: 'Xem thể lệ và gửi hồ sơ tại',
  pdfName: (code: string) => `the-le-${code}.pdf`,
  startPage: {
    lead: 'Ghi địa chỉ thư điện tử. Hệ thống gửi tới đó một liên kết riêng để mở hồ sơ; ai có liên kết thì mở và sửa được hồ sơ.',
    email: 'Địa chỉ thư điện tử',
    emailHelp: 'Ví dụ ten@example.vn. Học sinh có thể dùng địa chỉ của cha, mẹ hoặc thầy, cô.',
    send: 'Gửi liên kết cho tôi',
    notSent: 'Chưa gửi được thư',
    trap: 'Để trống ô này',
    sentTitle: 'Đã gửi thư',
    sent: (address: string) => `Đã gửi thư tới ${address}.`,
    sentNext: 'Mở thư, chọn liên kết để vào hồ sơ. Thư thường đến sau một, hai phút.',
    sentMissing:
      'Không thấy thư thì xem cả mục thư rác, rồi kiểm tra lại địa chỉ vừa ghi. Mỗi phút chỉ gửi được một thư tới một địa chỉ.',
    otherAddress: 'Ghi địa chỉ khác',
    back: 'Về trang thể lệ',
    tooMany:
      'Từ mạng này vừa có quá nhiều lần gửi trong một giờ. Chờ một lúc rồi gửi lại; thầy, cô làm cho cả lớp có thể dùng mạng khác hoặc hỏi ban tổ chức.',
    privacyTitle: 'Dữ liệu cá nhân',
    privacy:
      'Địa chỉ thư chỉ dùng để gửi liên kết, biên nhận và thông báo về hồ sơ. Bản đang soạn chỉ người có liên kết đọc được; ban tổ chức chỉ thấy hồ sơ đã nộp.',
  },
  againPage: {
    lead: 'Ghi địa chỉ thư đã dùng khi bắt đầu hồ sơ. Nếu địa chỉ ấy có hồ sơ trong lần tổ chức này, hệ thống gửi lại liên kết của mọi hồ sơ.',
    sent: (address: string) =>
      `Nếu ${address} có hồ sơ trong lần tổ chức này, thư đã được gửi tới đó.`,
    send: 'Gửi lại liên kết',
  },
} as const;
