import { type VietnamTime, vietnamTime } from '../../kernel/clock.ts';
import type { IssueWords } from '../../kernel/issue.ts';
import { formatDate, formatDateTime } from '../../kernel/vietnamese/dates.ts';
import type { LeftOut, LetterField, MailingKind, MailingState, RecipientState } from './rules.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: number): string => new Intl.NumberFormat('vi-VN').format(value);
const moment = (at: Date): string => formatDateTime(vietnamTime(at) satisfies VietnamTime);

export const kindNames: Readonly<Record<MailingKind, string>> = {
  service: 'Việc của hội',
  newsletter: 'Bản tin',
};

export const kindHelp: Readonly<Record<MailingKind, string>> = {
  service: 'Giấy mời, thông báo, hội phí… Gửi cho mọi hội viên, trừ người đã ngừng nhận thư.',
  newsletter: 'Tin tức, giới thiệu… Chỉ gửi cho hội viên đã đồng ý nhận thư.',
};

export const stateNames: Readonly<Record<MailingState, string>> = {
  draft: 'Bản nháp',
  sending: 'Đang gửi',
  stopped: 'Đã dừng',
  sent: 'Đã gửi xong',
};

export const recipientStateNames: Readonly<Record<RecipientState, string>> = {
  waiting: 'Chờ đến lượt',
  queued: 'Đang đưa đi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  left_out: 'Không gửi',
};

export const leftOutNames: Readonly<Record<LeftOut, string>> = {
  no_email: 'Chưa có thư điện tử',
  bad_address: 'Địa chỉ thư chưa đúng',
  refused: 'Đã ngừng nhận thư',
  no_consent: 'Chưa đồng ý nhận bản tin',
  same_address: 'Chung thư với hội viên cùng địa chỉ',
};

/** Why a letter failed, where it was not the mail server that said so. */
const failures: Readonly<Record<string, string>> = {
  not_sent: 'Thư nằm trong hàng chờ quá lâu rồi bị bỏ. Soạn thư mới để gửi lại.',
  refused_to: 'Địa chỉ thư chưa đúng',
  refused_subject: 'Tiêu đề có ký tự không gửi được',
  refused_headers: 'Địa chỉ của trang không dùng được trong thư',
};

/** Why a recipient got no letter; what the mail server answered stays as it is. */
export function reasonWords(reason: string | null): string {
  if (reason === null) return '';
  return leftOutNames[reason as LeftOut] ?? failures[reason] ?? reason;
}

export const fieldNames: Readonly<Record<LetterField, string>> = {
  ho_ten: 'họ và tên',
  ten: 'tên',
  hoi: 'hội của hội viên',
  chi_hoi: 'chi hội',
  so_the: 'số thẻ hội viên',
  noi_gui: 'đơn vị gửi thư',
  ngay: 'ngày gửi',
};

export const labels: Readonly<Record<string, string>> = {
  organisation: 'Đơn vị gửi',
  kind: 'Loại thư',
  name: 'Tên mẫu',
  subject: 'Tiêu đề',
  body: 'Nội dung',
  'filter.association': 'Hội, đơn vị',
  'filter.branch': 'Chi hội',
  'filter.gender': 'Giới',
  'filter.degree': 'Học hàm, học vị',
  'filter.kind': 'Loại hội viên',
  'filter.field': 'Lĩnh vực',
  'filter.q': 'Họ tên có chữ',
  'filter.born_from': 'Sinh từ năm',
  'filter.born_to': 'Sinh đến năm',
  'filter.joined_from': 'Vào hội từ năm',
  'filter.joined_to': 'Vào hội đến năm',
  'filter.has_phone': 'Điện thoại',
  'filter.fee_period': 'Kỳ thu hội phí',
  'filter.fee_state': 'Tình trạng nộp hội phí',
  per_hour: 'Số thư mỗi giờ',
};

export const hasNames = { yes: 'Có', no: 'Chưa có' } as const;

export const mailingIssues: IssueWords = {
  'organisation.required': () => 'Hãy chọn một đơn vị.',
  unknown: (d) => `Không có đơn vị nào mang mã ${show(d.code)}. Chọn đơn vị khác.`,
  unknown_letter_field: (d) =>
    `Không có mục ${show(d.names)}. Các mục dùng được: ${show(d.known)}.`,
  lone_brace: (d) =>
    `Dấu { hoặc } đứng lẻ. Mỗi mục viết trong một cặp ngoặc nhọn, như: ${show(d.known)}.`,
  one_line: () => 'Tiêu đề chỉ có một dòng.',
  name_taken: (d) => `Đã có mẫu tên “${show(d.name)}”. Đặt tên khác.`,
  nobody_to_send_to: () =>
    'Không có hội viên nào nhận được thư này. Sửa phần người nhận, hoặc bổ sung thư điện tử cho hội viên.',
  not_when_draft: () => 'Thư này còn là bản nháp.',
  not_when_sending: () => 'Thư này đang gửi. Dừng gửi trước đã.',
  not_when_stopped: () => 'Thư này đã dừng gửi. Gửi tiếp, hoặc sao chép thành thư mới.',
  not_when_sent: () => 'Thư này đã gửi xong. Sao chép thành thư mới để sửa và gửi lại.',
};

/** What long jobs of this module are called, and how they end. */
export const jobNames: Readonly<Record<string, string>> = {
  'mailing.send': 'Gửi thư cho hội viên',
};
export const jobMessages: Readonly<Record<string, string>> = {
  mailing_gone: 'Thư đã bị xóa trước khi gửi.',
  mailing_not_allowed: 'Người ra lệnh gửi không còn quyền gửi thư của đơn vị.',
};

export const actionNames: Readonly<Record<string, string>> = {
  'mailing.record': 'Soạn thư',
  'mailing.edit': 'Sửa thư',
  'mailing.count': 'Tính lại người nhận',
  'mailing.copy': 'Sao chép thư',
  'mailing.test': 'Gửi thư thử',
  'mailing.send': 'Gửi thư',
  'mailing.stop': 'Dừng gửi',
  'mailing.resume': 'Gửi tiếp',
  'mailing.remove': 'Xóa thư nháp',
  'mailing.restore': 'Khôi phục thư nháp',
  'mailing.answer': 'Hội viên trả lời về việc nhận thư',
  'mailing_pace.set': 'Đặt số thư mỗi giờ',
  'mailing_template.record': 'Soạn mẫu thư',
  'mailing_template.edit': 'Sửa mẫu thư',
  'mailing_template.remove': 'Xóa mẫu thư',
  'mailing_template.restore': 'Khôi phục mẫu thư',
};

/** What the letters themselves say besides what was written. */
export const letterWords = {
  foot: (sender: string, link: string) =>
    `Thư của ${sender}, gửi đến hội viên qua địa chỉ có trong danh sách hội viên.\nKhông muốn nhận thư nữa, hoặc muốn nhận lại: ${link}`,
  linkHere: '(đường dẫn riêng của người nhận)',
  testSubject: (subject: string) => `[Thư thử] ${subject}`,
  noSubject: 'Thư gửi hội viên',
};

/** The page that a letter's link opens. */
export const answerWords = {
  title: 'Nhận thư của hội',
  lead: (sender: string, address: string) => `Thư của ${sender}, gửi đến ${address}.`,
  receives: 'Địa chỉ này đang nhận thư.',
  scope: 'Không muốn nhận',
  scopeNames: {
    organisation: (sender: string) => `thư của ${sender}`,
    all: 'thư của mọi đơn vị dùng hệ thống này',
  },
  refuse: 'Ngừng nhận thư',
  refusedSince: (day: string) => `Đã ngừng nhận thư của đơn vị này từ ngày ${day}.`,
  allRefusedSince: (day: string) => `Đã ngừng nhận thư của mọi đơn vị từ ngày ${day}.`,
  takeBack: 'Nhận thư trở lại',
  takenBack: 'Địa chỉ này lại nhận thư.',
  note: 'Quyết định có hiệu lực ngay và đổi lại được bất cứ lúc nào tại trang này. Thư về tài khoản và mật khẩu không thuộc phạm vi này.',
  day: formatDate,
};

export const words = {
  members: 'Hội viên',
  list: 'Thư gửi hội viên',
  listLead: (total: number, place: string) =>
    total === 0 ? `Thư điện tử của ${place} gửi hội viên.` : `Có ${count(total)} thư.`,
  templates: 'Mẫu thư',
  count,
  moment,
  write: 'Soạn thư',
  writeTitle: 'Soạn thư',
  editTitle: 'Sửa thư',
  edit: 'Sửa',
  save: 'Lưu bản nháp',
  anyState: 'Mọi tình trạng',
  columns: {
    subject: 'Tiêu đề',
    sender: 'Đơn vị gửi',
    kind: 'Loại thư',
    letters: 'Số thư',
    day: 'Soạn ngày',
    state: 'Tình trạng',
  },
  noneMatch: 'Không có thư nào khớp với bộ lọc.',
  noneBody: 'Bỏ bớt điều kiện, hoặc tìm bằng từ khác.',
  firstTitle: 'Chưa có thư nào',
  firstBody:
    'Thư soạn ở đây gửi đến từng hội viên theo bộ lọc, ghi tên và hội của mỗi người, kèm đường dẫn để ngừng nhận.',
  firstRead: 'Khi văn phòng gửi thư cho hội viên, thư và kết quả gửi hiện ra ở đây.',
  content: 'Nội dung thư',
  whom: 'Người nhận',
  whomHelp: 'Bỏ trống tất cả là gửi cho mọi hội viên hiện có của đơn vị gửi và đơn vị trực thuộc.',
  everyone: 'Mọi hội viên hiện có',
  anyAssociation: 'Mọi hội, đơn vị',
  anyGender: 'Mọi giới',
  anyKind: 'Mọi loại hội viên',
  branchHelp: 'Vài chữ trong tên chi hội, không cần gõ dấu.',
  degreeHelp: 'Ghi chữ viết tắt, ví dụ TS, PGS, KS.',
  fieldHelp: 'Vài chữ của lĩnh vực, ví dụ nông nghiệp, không cần gõ dấu.',
  more: 'Thêm điều kiện',
  anyPhone: 'Có hay chưa có đều được',
  anyPeriod: 'Không xét hội phí',
  feeStateHelp: 'Chỉ xét khi đã chọn kỳ thu.',
  onlyMembers:
    'Danh sách đang mở gồm cả người không còn là hội viên; thư chỉ gửi cho hội viên hiện có. Chọn lại người nhận dưới đây.',
  association: 'Gõ vài chữ để tìm, ví dụ: hoi khuyen hoc',
  fieldsHelp: 'Các mục được thay bằng thông tin của người nhận:',
  fieldsLine: (fields: readonly string[]) => fields.join(', '),
  chooseOrganisation: 'Chọn đơn vị',
  startFrom: 'Soạn từ mẫu',
  ownTemplates: 'Mẫu của đơn vị',
  samples: 'Mẫu gợi ý, cần sửa trước khi dùng',
  useTemplate: 'Soạn thư từ mẫu này',
  preview: 'Xem trước',
  previewFor: (name: string, association: string) => `Thư gửi ${name}, ${association}.`,
  previewMade: 'Không có hội viên nào như vậy trong số người nhận; thư dưới đây ghi tên giả định.',
  previewWho: 'Xem thư của hội viên',
  previewShow: 'Xem',
  sampleMember: (association: string) => ({
    fullName: 'Nguyễn Văn Minh Họa',
    given: 'Họa',
    association,
    branch: 'Chi hội Minh Họa',
    cardNumber: '000123',
  }),
  reach: 'Sẽ đến với ai',
  reachOf: (at: Date) => `Tính lúc ${moment(at)}.`,
  reachSend: 'Số thư sẽ gửi',
  reachAgain: 'Tính lại',
  reachNote: 'Mỗi địa chỉ nhận một thư; hội viên chung địa chỉ được ghi tên trong cùng một thư.',
  letters: (many: number) => `${count(many)} thư`,
  people: (many: number) => `${count(many)} người`,
  sendLead: 'Gửi đi rồi thì không lấy lại được thư đã đến nơi.',
  send: 'Gửi thư',
  sendTitle: 'Gửi thư',
  sendQuestion: (many: number, subject: string) => `Gửi ${count(many)} thư “${subject}”?`,
  sendBody: (perHour: number, hours: number) =>
    hours <= 1
      ? `Thư đi dần, tối đa ${count(perHour)} thư mỗi giờ. Có thể dừng giữa chừng; thư đã đi thì không lấy lại được.`
      : `Thư đi dần, tối đa ${count(perHour)} thư mỗi giờ, xong trong khoảng ${count(hours)} giờ. Có thể dừng giữa chừng; thư đã đi thì không lấy lại được.`,
  keep: 'Chưa gửi',
  nobody: 'Chưa gửi được: không có hội viên nào nhận được thư này.',
  test: 'Gửi thử cho mình',
  tested: (to: string) => `Đã gửi thư thử đến ${to}.`,
  saved: 'Đã lưu bản nháp.',
  counted: 'Đã tính lại số người nhận.',
  copied: 'Đã sao chép thành bản nháp này.',
  started: 'Đã bắt đầu gửi.',
  stoppedNow: (back: number) =>
    back === 0 ? 'Đã dừng gửi.' : `Đã dừng gửi, giữ lại ${count(back)} thư chưa đi.`,
  resumed: 'Đã gửi tiếp.',
  copy: 'Sao chép thành thư mới',
  stop: 'Dừng gửi',
  resume: 'Gửi tiếp',
  result: 'Kết quả gửi',
  progress: 'Đã gửi',
  progressNote: (perHour: number) =>
    `Tối đa ${count(perHour)} thư mỗi giờ. Có thể đóng trang này; thư vẫn đi và kết quả được giữ lại.`,
  preparing: 'Đang lập danh sách người nhận',
  stoppedTitle: (waiting: number) => `Đã dừng; còn ${count(waiting)} thư chưa đi.`,
  stoppedBody: 'Người đã có thư sẽ không nhận thư thứ hai khi gửi tiếp.',
  recipients: 'Người nhận từng thư',
  seeRecipients: 'Xem từng người nhận',
  recipientColumns: {
    name: 'Họ và tên',
    association: 'Hội',
    address: 'Thư điện tử',
    state: 'Tình trạng',
    reason: 'Lý do',
    at: 'Lúc',
  },
  recipientsNone: 'Không có người nhận nào như vậy.',
  started_at: 'Bắt đầu gửi',
  finished_at: 'Gửi xong',
  backToList: 'Về danh sách thư',
  backToMailing: 'Về thư này',
  remove: 'Xóa bản nháp…',
  removeTitle: 'Xóa bản nháp',
  removeQuestion: (what: string) => `Xóa bản nháp “${what}”?`,
  removeBody: 'Chưa có thư nào được gửi từ bản nháp này. Khôi phục được trong 30 ngày.',
  removeKeep: 'Giữ lại bản nháp',
  removed: (what: string) => `Đã xóa “${what}”. Khôi phục được trong 30 ngày.`,
  restored: 'Đã khôi phục bản nháp.',
  pace: 'Tốc độ gửi thư',
  paceLead: 'Giữ cho máy chủ thư không bị chặn vì gửi quá nhanh. Dùng chung cho mọi đơn vị.',
  paceHelp: 'Hỏi nơi cung cấp hộp thư; nhiều nơi nhận khoảng 500 thư mỗi giờ.',
  paceNow: (perHour: number) => `Tối đa ${count(perHour)} thư mỗi giờ.`,
  paceSave: 'Lưu tốc độ',
  paceSaved: 'Đã lưu tốc độ gửi thư.',
};

export const templateWords = {
  list: 'Mẫu thư',
  lead: 'Thư soạn sẵn để dùng nhiều lần.',
  write: 'Soạn mẫu thư',
  editTitle: 'Sửa mẫu thư',
  edit: 'Sửa',
  save: 'Lưu mẫu thư',
  saved: 'Đã lưu mẫu thư.',
  none: 'Đơn vị chưa có mẫu thư nào.',
  samples: 'Mẫu gợi ý',
  samplesNote:
    'Mẫu của phần mềm, chỉ để tham khảo. Sửa lại cho đúng việc của hội rồi lưu thành mẫu của đơn vị.',
  use: 'Lấy mẫu này',
  remove: 'Xóa mẫu…',
  removeTitle: 'Xóa mẫu thư',
  removeQuestion: (name: string) => `Xóa mẫu “${name}”?`,
  removeBody: 'Thư đã soạn từ mẫu này vẫn còn. Khôi phục được trong 30 ngày.',
  removeKeep: 'Giữ lại mẫu',
  removed: (name: string) => `Đã xóa mẫu “${name}”. Khôi phục được trong 30 ngày.`,
  restored: 'Đã khôi phục mẫu thư.',
  caption: 'Mẫu thư của đơn vị',
};

/** Letters to begin with: samples, nobody's official form. */
export const samples = [
  {
    code: 'giay-moi',
    name: 'Giấy mời họp',
    subject: 'Giấy mời họp',
    body: `Kính gửi {ho_ten},

{noi_gui} trân trọng kính mời hội viên dự cuộc họp:

- Nội dung: …
- Thời gian: … giờ, ngày … tháng … năm …
- Địa điểm: …

Xin báo lại trước ngày … nếu không dự được, bằng cách trả lời thư này.

{noi_gui}, {ngay}`,
  },
  {
    code: 'hoi-phi',
    name: 'Thông báo hội phí',
    subject: 'Thông báo hội phí năm … của {hoi}',
    body: `Kính gửi {ho_ten} (số thẻ {so_the}),

{hoi} thông báo mức hội phí năm … là … đồng, nộp trước ngày ….

Nộp trực tiếp tại văn phòng hội, hoặc chuyển khoản:
- Chủ tài khoản: …
- Số tài khoản: …
- Nội dung: hội phí năm …, {ho_ten}, thẻ {so_the}

Hội viên đã nộp xin bỏ qua thư này.

{noi_gui}, {ngay}`,
  },
  {
    code: 'chuc-mung',
    name: 'Thư chúc mừng',
    subject: 'Chúc mừng {ho_ten}',
    body: `Kính gửi {ho_ten},

Nhân dịp …, {noi_gui} trân trọng gửi tới hội viên {hoi} lời chúc sức khỏe, hạnh phúc và nhiều đóng góp mới cho khoa học và cho quê hương.

{noi_gui}, {ngay}`,
  },
] as const;

export const permissionNames: Readonly<Record<string, string>> = {
  'mailing.read': 'Xem thư gửi hội viên và kết quả gửi',
  'mailing.write': 'Soạn và gửi thư cho hội viên',
  'mailing.pace': 'Đặt số thư gửi mỗi giờ của hệ thống',
  'mailing.answer': 'Ngừng nhận thư bằng đường dẫn trong thư',
};
