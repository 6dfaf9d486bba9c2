import { vietnamDay, vietnamTime } from '../../../../kernel/clock.ts';
import type { IssueWords } from '../../../../kernel/issue.ts';
import { formatDate, formatDateTime, formatSecond } from '../../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';

const count = (n: number): string => formatNumber(n);
const called = (title: string): string => (title === '' ? 'chưa đặt tên' : `“${title}”`);
const two = (n: number): string => String(n).padStart(2, '0');

/** '14:32:05', with the day where it is not today. */
const savedAt = (at: Date, now: Date): string => {
  const { hour, minute, second, day } = vietnamTime(at);
  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  return day === vietnamDay(now) ? time : `${time} ngày ${formatDate(day)}`;
};

/** What keeps these pages from going on, beside what the rules say. */
export const entryIssues: IssueWords = {
  'entrant.choose_one': () => 'Chưa chọn đối tượng tham gia. Chọn ở đầu bước 1.',
  'field.choose_one': () => 'Chưa chọn lĩnh vực. Chọn trong danh sách ở đầu bước 1.',
};

/** Words of the pages behind the link of a dossier. */
export const dossierWords = {
  dossier: 'Hồ sơ',
  untitled: 'Hồ sơ chưa đặt tên',
  steps: ['Hồ sơ', 'Tệp', 'Ý kiến đồng ý', 'Kiểm tra và nộp'],
  stepTitles: ['Nội dung hồ sơ', 'Tệp gửi kèm', 'Ý kiến đồng ý', 'Kiểm tra và nộp'],
  stepsLabel: 'Bốn bước của hồ sơ',
  home: 'Trang chung của hồ sơ',
  when: (at: Date) => formatDateTime(vietnamTime(at)),
  second: formatSecond,
  saved: (at: Date, now: Date) => `Đã lưu lúc ${savedAt(at, now)}.`,
  autosaved: (at: Date, now: Date) => `Đã lưu lúc ${savedAt(at, now)}. Chưa nộp.`,
  autosaveFailed: 'Chưa lưu được vì mất mạng. Nội dung vẫn còn trên màn hình, máy sẽ tự thử lại.',
  notSaved: 'Chưa lưu được phần vừa ghi',
  typedKept: 'Nội dung vừa ghi vẫn còn nguyên bên dưới.',
  deadline: (second: string, days: number) =>
    `${days === 0 ? 'Hôm nay là ngày cuối.' : `Còn ${count(days)} ngày.`} Hạn nộp: ${formatSecond(second)}, theo giờ máy chủ.`,
  noDeadline: 'Chưa định hạn nộp.',
  returnedUntil: (second: string) =>
    `Hạn bổ sung và nộp lại: ${formatSecond(second)}, theo giờ máy chủ.`,
  returnedOver: (second: string) =>
    `Đã hết hạn bổ sung (${formatSecond(second)}). Hồ sơ được xét theo bản đã nộp.`,
  returnedStill: (second: string) =>
    `Đã hết hạn bổ sung (${formatSecond(second)}), nhưng còn trong hạn nhận hồ sơ nên vẫn sửa và nộp lại được.`,
  mend: 'Bổ sung hồ sơ',
  leaveUntil: (second: string) => `Hồ sơ này được gia hạn riêng đến ${formatSecond(second)}.`,
  notNow: {
    before: (second: string) => `Chưa đến lúc viết hồ sơ: mở từ ${formatSecond(second)}.`,
    over: (second: string) =>
      `Đã hết hạn lúc ${formatSecond(second)}, theo giờ máy chủ. Những gì đã lưu vẫn xem được; có lý do chính đáng thì hỏi ban thư ký.`,
  },
  seeReceipt: 'Xem biên nhận',
  goOn: 'Tiếp tục bước',
  contact: 'Thư báo',
  pid: 'Mã hồ sơ',
  next: {
    draft: 'Hồ sơ chưa nộp.',
    draftWhat:
      'Làm lần lượt bốn bước dưới đây. Mọi thứ được lưu lại; ban tổ chức chỉ thấy hồ sơ sau khi nộp.',
    submitted: 'Ban tổ chức đã nhận hồ sơ.',
    submittedWhat: (number: string) =>
      `Số biên nhận ${number}. Ban thư ký sẽ kiểm tra và báo kết quả qua thư.`,
    submittedMore:
      'Còn trong hạn nên vẫn sửa và nộp lại được; bản đã nộp có hiệu lực cho đến khi nộp lại.',
    changed: 'Có phần sửa đổi chưa nộp.',
    changedWhat: 'Bản đã nộp vẫn có hiệu lực. Muốn dùng phần sửa đổi thì kiểm tra rồi nộp lại.',
    returned: 'Ban thư ký đề nghị bổ sung hồ sơ.',
    valid: 'Hồ sơ hợp lệ, được đưa vào vòng tiếp theo.',
    invalid: 'Hồ sơ không hợp lệ.',
    withdrawn: 'Hồ sơ đã rút.',
    withdrawnMore: 'Còn trong hạn nên có thể nộp lại.',
    closed: 'Hồ sơ không sửa được lúc này.',
  },
  reason: (words: string) => `Lý do: ${words}`,
  remarks: 'Những chỗ cần bổ sung',
  remarkWhole: 'Cả hồ sơ',
  remarkHere: (words: string) => `Ban thư ký đề nghị: ${words}`,
  stepState: {
    done: 'Đã đủ',
    todo: (n: number) => (n === 1 ? 'Còn 1 chỗ cần xem' : `Còn ${count(n)} chỗ cần xem`),
    first: 'Chọn đối tượng tham gia trước',
    ready: 'Sẵn sàng nộp',
    submitted: 'Đã nộp',
  },
  go: ['Viết hồ sơ', 'Xem tệp', 'Xem ý kiến', 'Kiểm tra'],
  receipts: 'Biên nhận',
  receiptLine: (version: number) => `Lần nộp thứ ${version}`,
  history: 'Đã xảy ra',
  more: 'Việc khác',
  complain: 'Khiếu nại, kiến nghị',
  withdraw: 'Rút hồ sơ',
  discard: 'Xóa bản đang soạn',
  sentTo: (address: string) => `Thư về hồ sơ này gửi tới ${address}.`,
  field: 'Lĩnh vực',
  entrant: 'Đối tượng tham gia',
  state: 'Trạng thái',
  edition: 'Tham gia',
  writing: {
    choose: 'Chọn đối tượng rồi lưu để hiện các mục cần ghi.',
    changeEntrant: 'Đổi đối tượng thì lưu lại: các mục cần ghi có thể khác, phần đã ghi không mất.',
    chooseField: 'Chọn lĩnh vực…',
    showForm: 'Lưu và hiện các mục',
    save: 'Lưu',
    saveNext: 'Lưu và sang bước 2',
    note: 'Chưa nộp ngay: hồ sơ chỉ được gửi đi ở bước 4. Có thể dừng và viết tiếp bằng liên kết trong thư.',
    wrongTitle: (n: number) => `Đã lưu, còn ${count(n)} chỗ ghi chưa đúng`,
    missingTitle: (n: number) => `Còn ${count(n)} chỗ cần ghi hoặc sửa trước khi nộp`,
    wrongNote: 'Có thể sửa sau; hồ sơ chỉ nộp được khi đã sửa hết.',
    conflict: 'Hồ sơ vừa được sửa ở một cửa sổ hoặc máy khác.',
    conflictWhat:
      'Những gì vừa ghi ở đây vẫn còn nguyên bên dưới nhưng chưa lưu. So với bản đang lưu, rồi chọn Lưu nếu muốn giữ phần vừa ghi.',
    conflictFields: 'Khác với bản đang lưu ở:',
    conflictSee: 'Xem bản đang lưu',
    conflictSaid:
      'Hồ sơ vừa được sửa ở cửa sổ khác. Phần ghi ở đây chưa lưu; chọn Lưu để xem chỗ khác nhau.',
    written: 'Nội dung đã ghi',
    readOnly: 'Chỉ xem, không sửa được lúc này.',
  },
  files: {
    none: 'Mẫu hồ sơ này không yêu cầu gửi tệp. Sang bước tiếp theo.',
    add: 'Gửi tệp này',
    choose: (label: string) => `Thêm tệp: ${label}`,
    full: 'Đã đủ số tệp. Muốn thay tệp khác thì bỏ bớt một tệp.',
    remove: 'Bỏ',
    removeOf: (name: string) => `Bỏ tệp ${name}`,
    added: 'Đã nhận tệp.',
    removed: 'Đã bỏ tệp.',
    notAdded: 'Chưa nhận tệp',
    noFile: 'Chưa chọn tệp. Bấm Chọn tệp, chọn một tệp rồi gửi.',
    limits: (most: string) => `mỗi tệp không quá ${most}`,
    next: 'Sang bước 3',
    back: 'Quay lại bước 1',
    summary: (name: string, size: string) => `${name} (${size})`,
    needed: 'Bắt buộc có',
    there: (n: number) => `Đã có ${count(n)} tệp`,
    nothing: 'Chưa có tệp.',
    sent: 'Gửi lúc',
  },
  check: {
    allGood: 'Hồ sơ đã đủ, có thể nộp.',
    missing: (n: number) => `Chưa nộp được: còn ${count(n)} chỗ cần ghi hoặc sửa`,
    missingWhat: 'Chọn từng dòng để đến đúng chỗ. Mọi nội dung đã ghi vẫn còn nguyên.',
    review: 'Đọc lại hồ sơ',
    submit: 'Nộp hồ sơ',
    again: 'Nộp lại',
    submitHelp:
      'Sau khi nộp, hệ thống cấp biên nhận ghi giờ máy chủ và mã kiểm nội dung, đồng thời gửi thư. Còn trong hạn thì vẫn sửa và nộp lại được.',
    notYet: 'Nút nộp hồ sơ hiện ra khi không còn chỗ nào phải sửa.',
    notNow: 'Lúc này không nộp được.',
    same: 'Không có gì khác so với bản đã nộp.',
    changed:
      'Hồ sơ vừa được sửa ở một cửa sổ hoặc máy khác sau khi mở trang này. Đọc lại bản dưới đây rồi nộp.',
    back: 'Quay lại bước 3',
  },
  acts: {
    withdrawAsk: (title: string) => `Rút hồ sơ ${called(title)}?`,
    withdrawWhat:
      'Hồ sơ sẽ không được xét. Biên nhận và những gì đã nộp vẫn được giữ theo quy định lưu trữ. Còn trong hạn thì có thể nộp lại.',
    reason: 'Lý do rút',
    type: 'Gõ RUT để xác nhận',
    code: 'RUT',
    notWithdrawn: 'Chưa rút hồ sơ',
    wrongCode: 'Chưa gõ đúng chữ RUT. Gõ ba chữ cái ấy rồi bấm lại.',
    discardAsk: (title: string) => `Xóa bản đang soạn của hồ sơ ${called(title)}?`,
    discardWhat: 'Toàn bộ nội dung, tệp và liên kết của hồ sơ này mất hẳn, không lấy lại được.',
    discardType: 'Gõ XOA để xác nhận',
    discardCode: 'XOA',
    discardWrong: 'Chưa gõ đúng chữ XOA. Gõ ba chữ cái ấy rồi bấm lại.',
    keep: 'Giữ hồ sơ',
    withdrawn: 'Đã rút hồ sơ.',
    discarded: 'Đã xóa bản đang soạn.',
    discardedWhat: 'Liên kết trong thư không mở được nữa.',
    changed: 'Hồ sơ vừa thay đổi sau khi mở trang này. Xem lại rồi xác nhận lần nữa.',
    reasonMissing: 'Ghi lý do rút hồ sơ, một câu là đủ.',
  },
  events: {
    'dossier.start': 'Bắt đầu hồ sơ',
    'dossier.submit': 'Nộp hồ sơ',
    'dossier.submit_paper': 'Ban thư ký nhập và nộp hồ sơ giấy',
    'dossier.enter_paper': 'Ban thư ký nhập hồ sơ giấy',
    'dossier.return': 'Ban thư ký trả hồ sơ để bổ sung',
    'dossier.grant_leave': 'Được gia hạn riêng',
    'dossier.validate': 'Ban thư ký công nhận hồ sơ hợp lệ',
    'dossier.invalidate': 'Ban thư ký kết luận hồ sơ không hợp lệ',
    'dossier.reopen': 'Ban thư ký xem xét lại',
    'dossier.move': 'Ban thư ký chuyển lĩnh vực',
    'dossier.withdraw': 'Rút hồ sơ',
    'dossier.consent': 'Ghi ý kiến đồng ý',
    'dossier.record_consent': 'Ban thư ký ghi ý kiến đồng ý trên giấy',
    'dossier.ask_consent': 'Gửi thư xin ý kiến',
    'dossier.add_file': 'Thêm tệp',
    'dossier.remove_file': 'Bỏ tệp',
    'dossier.save': 'Lưu nội dung',
  } as Readonly<Record<string, string>>,
  times: (n: number) => `${count(n)} lần`,
} as const;
