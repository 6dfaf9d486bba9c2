import { vietnamTime } from '../../../kernel/clock.ts';
import { daysBetween, yearOf } from '../../../kernel/day.ts';
import { inLanguages } from '../../../kernel/language.ts';
import { formatPartialDate } from '../../../kernel/partial-date.ts';
import {
  formatDate,
  formatDateTime,
  formatTime,
  weekdayName,
} from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { searchInEnglish } from './en.ts';

const number = (value: number): string => formatNumber(value);
const moment = (at: Date): string => formatDateTime(vietnamTime(at));

const vietnameseSearch = {
  home: 'Trang chủ',
  title: 'Tìm kiếm',
  titleFor: (q: string) => `Tìm “${q}”`,
  label: 'Tìm',
  publicLabel: 'Chữ trong bài, tên hội, giải pháp…',
  help: 'Gõ có dấu hay không dấu đều được; tên gõ đủ dấu được xếp trước.',
  count: (total: number, atLeast = false) => `${atLeast ? 'Hơn ' : ''}${number(total)} kết quả`,
  found: (total: number, q: string) => `Có ${number(total)} kết quả cho “${q}”.`,
  ask: 'Gõ tên cần tìm vào ô trên.',
  tooShort: 'Gõ ít nhất một chữ cái hoặc chữ số.',
  noneTitle: (q: string) => `Không tìm thấy “${q}”`,
  none: 'Thử gõ ít chữ hơn, hoặc bỏ dấu.',
  meant: 'Có phải quý vị tìm',
  frequent: 'Từ khóa có nhiều bài',
  otherLanguage: 'Search the pages in English',
  elsewhere: 'Tìm trong cả liên hiệp hội toàn quốc',
  directory: 'Xem danh bạ',
  formerName: (name: string) => `Tên cũ: ${name}`,
  closed: (day: string) => `chấm dứt ${formatDate(day)}`,
  outside: 'ngoài đơn vị này',
  groups: {
    organisations: 'Tổ chức',
    articles: 'Bài viết, thông báo',
    solutions: 'Giải pháp dự thi',
    experts: 'Chuyên gia',
    documents: 'Tài liệu',
    activities: 'Hoạt động',
    distinctions: 'Khen thưởng',
    members: 'Hội viên',
    persons: 'Người được khen thưởng, được giao quyền',
  },
  jump: 'Đi nhanh tới nhóm',
  all: (total: number, atLeast = false) =>
    atLeast ? `Hơn ${number(total)} người, xem danh sách` : `Xem cả ${number(total)}`,
  groupOf: (title: string, total: number, atLeast: boolean) =>
    `${title} (${atLeast ? 'hơn ' : ''}${number(total)})`,
  born: (date: string) => `sinh ${formatPartialDate(date)}`,
  personDistinctions: (count: number) => `${number(count)} lần được khen thưởng`,
  personGrants: (count: number) => `${number(count)} quyền được giao`,
};

/** Search, public and in the office. */
export const searchWords = inLanguages(vietnameseSearch, searchInEnglish);

/** The desk of an office. */
export const deskWords = {
  menu: 'Bàn làm việc',
  number,
  date: formatDate,
  title: (count: number) =>
    count === 0 ? 'Hôm nay không có việc chờ' : `Hôm nay có ${number(count)} việc cần làm`,
  lead(day: string, overdue: number, today: number): string {
    const parts = [
      overdue > 0 ? `${number(overdue)} việc đã quá hạn` : '',
      today > 0 ? `${number(today)} việc phải xong trong hôm nay` : '',
    ].filter(Boolean);
    const words = parts.join(', ');
    const said = words === '' ? '' : `. ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    return `${weekdayName(day)}, ${formatDate(day)}${said}.`;
  },
  tasks: 'Việc cần làm',
  overdue: 'Quá hạn',
  today: 'Hôm nay',
  soon: 'Bảy ngày tới',
  later: 'Sau đó, hoặc không có hạn',
  due(due: string | null, today: string): string {
    if (due === null) return 'Không có hạn';
    if (due < today) {
      const late = daysBetween(due, today);
      return `Hạn ${formatDate(due).slice(0, 5)}, chậm ${number(late)} ngày`;
    }
    if (due === today) return 'Trong hôm nay';
    const weekday = weekdayName(due);
    return `${formatDate(due).slice(0, 5)}, ${weekday.charAt(0).toLowerCase()}${weekday.slice(1)}`;
  },
  calmTitle: 'Không có việc nào chờ',
  calm: 'Sổ đã ghi đủ những việc có hạn. Khi có việc mới, việc ấy hiện ra ở đây theo hạn.',
  calmNoWork: 'Việc được giao cho tài khoản này sẽ hiện ra ở đây theo hạn.',
  firstTitle: 'Sổ của đơn vị chưa có gì',
  first:
    'Ghi nhận hoạt động ngay khi có kế hoạch; số liệu, báo cáo và bảng so sánh lấy từ đây. Đã có danh sách trong Excel thì nhập một lần.',
  recordActivity: 'Ghi nhận hoạt động…',
  recordDistinction: 'Ghi khen thưởng…',
  importActivities: 'Nhập từ Excel',
  figures: 'Số liệu của đơn vị',
  members: 'tổ chức thành viên',
  activitiesYear: (day: string) => `hoạt động năm ${yearOf(day)}`,
  distinctionsYear: (day: string) => `khen thưởng năm ${yearOf(day)}`,
  benchmark: 'Bảng so sánh',
  figuresNote: (day: string) =>
    `Của đơn vị và các đơn vị bên dưới, tính đến ${formatDate(day)}. Bấm vào con số để xem từng mục.`,
  latest: 'Mới ghi vào sổ',
  distinction: 'Khen thưởng',
  latestCaption: 'Hoạt động và khen thưởng mới ghi',
  allActivities: 'Tất cả hoạt động',
  record: 'Tên',
  kind: 'Loại',
  organisation: 'Đơn vị',
  day: 'Ngày',
  events: 'Vừa diễn ra',
  log: 'Nhật ký',
  letters: 'Thư chờ gửi',
  noEvents: 'Chưa có gì diễn ra.',
  publicSite: 'Trang công khai của đơn vị',
  organisationChart: 'Danh bạ và sơ đồ tổ chức',
  shortcuts: 'Đi nhanh',
  /** When, as short as it is still clear. */
  when(at: Date, today: string): string {
    const time = vietnamTime(at);
    if (time.day === today) return formatTime(time);
    const days = daysBetween(time.day, today);
    if (days === 1) return 'hôm qua';
    return time.day.slice(0, 4) === today.slice(0, 4)
      ? formatDate(time.day).slice(0, 5)
      : formatDate(time.day);
  },
};

/** Letters that wait. */
export const letterWords = {
  title: 'Thư chờ gửi',
  lead: (waiting: number) =>
    waiting === 0
      ? 'Không có thư nào chờ. Thư giữ lại 30 ngày.'
      : `${number(waiting)} thư chưa gửi được. Khi máy chủ chưa nối với hệ thống thư (SMTP), văn phòng chuyển thư bằng cách khác. Thư giữ lại 30 ngày.`,
  caption: 'Thư, mới nhất trước',
  subject: 'Nội dung',
  recipient: 'Người nhận',
  created: 'Lập lúc',
  state: 'Tình trạng',
  moment,
  sent: (at: Date) => `Đã gửi ${moment(at)}`,
  waiting: 'Chờ gửi',
  failed: (attempts: number) => `Đã thử ${number(attempts)} lần, chưa gửi được`,
  error: 'Máy chủ thư trả lời',
  text: 'Thư',
  secret: 'Thư có thể chứa đường dẫn đăng nhập: chỉ chuyển cho đúng người nhận.',
  emptyTitle: 'Chưa có thư nào',
  empty: 'Thư mà hệ thống lập ra (đường dẫn đăng nhập, thông báo) hiện ra ở đây.',
};

/** Long jobs. */
export const jobWords = {
  number,
  moment,
  names: {
    'rosters.check': 'Kiểm tra danh sách hội viên',
    'rosters.apply': 'Nhập danh sách hội viên',
    'rosters.undo': 'Hoàn tác lần nhập danh sách',
    'newcomers.look': 'Xem trước trang cũ',
    'newcomers.bring': 'Chuyển trang cũ về',
    'newcomers.undo': 'Hoàn tác lần chuyển trang cũ',
    'duplicates.find': 'Tìm người ghi hai lần trong sổ',
    'cards.issue': 'Cấp và in thẻ hội viên',
    'cards.print': 'In thẻ hội viên',
    'cards.labels': 'In nhãn địa chỉ',
    'certificates.issue': 'Cấp và in giấy chứng nhận',
    'certificates.print': 'In giấy chứng nhận',
    'mailing.send': 'Gửi thư cho hội viên',
    'dossier.letters': 'Gửi thư cho người nộp hồ sơ',
    'report.freeze_round': 'Chốt số liệu của đợt báo cáo',
  } as Readonly<Record<string, string>>,
  messages: {
    matching: 'Đang đối chiếu với sổ',
    comparing: 'Đang so các bản ghi với nhau',
    writing: 'Đang ghi vào sổ',
    noting: 'Đang ghi kết quả',
    cards_issuing: 'Đang cấp thẻ',
    certificates_issuing: 'Đang cấp giấy chứng nhận',
    letters_not_allowed:
      'Người đặt gửi thư không còn quyền làm thư ký của lần tổ chức này. Thư chưa vào hàng gửi thì không đi.',
    mailing_gone: 'Thư đã bị xóa trước khi gửi.',
    mailing_not_allowed:
      'Người ra lệnh gửi không còn quyền gửi thư của đơn vị. Thư chưa gửi thì chưa đi.',
    roster_refused: 'Chưa đọc được tệp. Chưa ghi gì vào sổ.',
    roster_state: 'Lần nhập đã ở bước khác nên việc này không chạy. Chưa ghi gì vào sổ.',
  } as Readonly<Record<string, string>>,
  name: (name: string) => jobWords.names[name] ?? 'Việc chạy lâu',
  states: {
    waiting: 'Chờ bắt đầu',
    running: 'Đang chạy',
    done: 'Đã xong',
    failed: 'Không xong',
    cancelled: 'Đã dừng',
  },
  progress: 'Đã làm',
  stopping: 'Đã yêu cầu dừng; việc sẽ dừng ở bước kế tiếp.',
  note: 'Có thể đóng trang này; việc vẫn chạy và kết quả được giữ lại. Trang tự tải lại sau mỗi vài giây.',
  stop: 'Dừng',
  failed: 'Việc dừng giữa chừng.',
  failedBody: 'Những gì đã ghi trước đó vẫn còn. Có thể chạy lại từ nơi đã bắt đầu.',
  cancelledBody: 'Việc đã dừng theo yêu cầu.',
  doneBody: 'Kết quả được giữ lại.',
  open: 'Mở kết quả',
  back: 'Về trang đã yêu cầu việc này',
  created: 'Yêu cầu lúc',
  started: 'Bắt đầu',
  finished: 'Kết thúc',
  count: 'Đã làm',
  of: (done: number, total: number | null) =>
    total === null ? number(done) : `${number(done)} / ${number(total)}`,
};

/** What the permissions of this module let a person do, for the table of rights. */
export const portalPermissionNames: Readonly<Record<string, string>> = {
  'site.read': 'Xem trang công khai',
  'job.read': 'Xem việc chạy lâu của đơn vị',
  'job.stop': 'Dừng việc chạy lâu của người khác',
};
