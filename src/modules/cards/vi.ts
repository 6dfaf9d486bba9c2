import type { IssueWords } from '../../kernel/issue.ts';
import type { CardState, LabelSizeName, Verdict } from './rules.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));
const day = (value: unknown): string => show(value).split('-').reverse().join('/');

export const stateNames: Readonly<Record<CardState, string>> = {
  valid: 'Có giá trị',
  expired: 'Hết hạn',
  replaced: 'Đã cấp lại',
  revoked: 'Đã thu hồi',
};

export const labels: Readonly<Record<string, string>> = {
  membership: 'Hội viên',
  issued_on: 'Ngày cấp',
  valid_until: 'Có giá trị đến hết ngày',
  back: 'In cả mặt sau',
  reason: 'Lý do',
  new_number: 'Cấp số thẻ mới',
  pattern: 'Mẫu số thẻ',
  title: 'Dòng tiêu đề',
  signer_post: 'Chức vụ người ký',
  signer_name: 'Họ tên người ký',
  note: 'Lời ghi ở mặt sau',
  size: 'Khổ nhãn',
};

/** Words that are printed on a card. */
export const cardWords = {
  number: 'Số thẻ',
  branch: 'Chi hội',
  since: 'Hội viên từ',
  until: 'Có giá trị đến',
  check: 'Kiểm tra thẻ:',
} as const;

export const printingWords = {
  cardsFile: (code: string, today: string, part: number) =>
    `the-hoi-vien-${code}-${today}-${String(part).padStart(2, '0')}.pdf`,
  labelsFile: (code: string, today: string, part: number) =>
    `nhan-dia-chi-${code}-${today}-${String(part).padStart(2, '0')}.pdf`,
  oneFile: (number: string) => `the-${number}.pdf`,
  sampleFile: 'the-mau.pdf',
};

export const sizeNames: Readonly<Record<LabelSizeName, string>> = {
  '2x7': '14 nhãn một tờ (2 × 7), mỗi nhãn 99,1 × 38,1 mm',
  '3x8': '24 nhãn một tờ (3 × 8), mỗi nhãn 63,5 × 33,9 mm',
};

export const cardIssues: IssueWords = {
  day_in_future: (d) => `Ngày này chưa tới (hôm nay ${day(d.today)}). Sửa lại ngày.`,
  before_issue: (d) => `Thẻ cấp ngày ${day(d.issued)}; ngày cuối phải từ ngày ấy trở đi.`,
  no_series: () => 'Mẫu số chưa có phần đánh số. Thêm {000001} vào chỗ số thứ tự.',
  many_series: () => 'Mẫu số chỉ được có một phần đánh số như {000001}.',
  sign: (d) =>
    `Mẫu số không dùng dấu “${show(d.sign)}”. Dùng chữ, số, dấu gạch, chấm hoặc gạch chéo.`,
  signer_half: () => 'Ghi cả chức vụ và họ tên người ký, hoặc để trống cả hai.',
  membership_ended: () => 'Người này đã ra hội, không cấp thẻ được.',
  already_issued: (d) => `Hội viên này đang có thẻ số ${show(d.number)}. Mở thẻ ấy để cấp lại.`,
  number_taken: (d) =>
    `Số ${show(d.number)} đang ở trên thẻ của hội viên khác. Sửa số thẻ trong hồ sơ hội viên trước.`,
  already_replaced: () => 'Thẻ này đã được thay bằng thẻ khác.',
  already_revoked: () => 'Thẻ này đã thu hồi.',
  nobody: () => 'Không có hội viên nào khớp với bộ lọc mà chưa có thẻ.',
};

export const words = {
  defaultTitle: 'Thẻ hội viên',
  renewed: 'Gia hạn',
  list: 'Thẻ hội viên',
  members: 'Hội viên',
  listOf: (place: string) => `Thẻ của hội viên ${place} và các đơn vị trực thuộc.`,
  found: (total: number, filtered: boolean) =>
    filtered ? `Có ${count(total)} thẻ khớp với bộ lọc.` : `Đã cấp ${count(total)} thẻ.`,
  issue: 'Cấp thẻ',
  issueOne: 'Cấp thẻ cho hội viên',
  issueMany: (many: number) => `Cấp ${count(many)} thẻ`,
  issueLead: (many: number, filtered: boolean) =>
    many === 0
      ? 'Không còn hội viên nào chưa có thẻ.'
      : `${filtered ? 'Bộ lọc chọn' : 'Còn'} ${count(many)} hội viên chưa có thẻ hoặc thẻ đã hết hạn.`,
  issueNote:
    'Số thẻ có trong danh sách hội viên được giữ nguyên; các thẻ khác lấy số tiếp theo của mẫu số. Ai bị thu hồi thẻ thì cấp riêng từng người. Trên 50 thẻ thì việc chạy lâu, có thể đóng trang.',
  firstOf: (shown: number, all: number) =>
    shown === all ? `${count(all)} hội viên.` : `${count(shown)} hội viên đầu trong ${count(all)}.`,
  untilHelp: 'Để trống khi thẻ không có thời hạn.',
  everybodyHas: 'Hội viên nào cũng có thẻ',
  everybodyHasBody: 'Khi danh sách có hội viên mới, hoặc thẻ hết hạn, tên hiện ra ở đây.',
  design: 'Mẫu thẻ',
  designOf: (place: string) => `Số thẻ và nội dung in trên thẻ của ${place}.`,
  designSave: 'Lưu mẫu thẻ',
  designSaved: 'Đã lưu mẫu thẻ. Thẻ in từ nay theo mẫu này.',
  designSample: 'Xem thẻ mẫu (PDF)',
  patternHelp:
    'Phần trong ngoặc nhọn là số thứ tự, ví dụ SL-KH-{000001}. Có thể thêm năm cấp: SL/{YYYY}/{0001}. Đổi mẫu thì đếm lại từ đầu.',
  titleHelp: 'Ví dụ: Thẻ hội viên, Thẻ hội viên danh dự.',
  signerHelp: 'Để trống khi thẻ không in người ký.',
  noteHelp: 'Ví dụ: cách dùng thẻ, nơi nhận lại thẻ rơi.',
  print: 'In thẻ',
  printFiltered: (total: number) => `In ${count(total)} thẻ này`,
  printOne: 'Tải thẻ (PDF)',
  printSheet: 'Tải tờ A4 (PDF)',
  printHelp: 'Tờ A4, mỗi tờ 10 thẻ 85,6 × 54 mm, có dấu cắt. In cỡ thật (100 %).',
  printed: 'Bản in thẻ',
  printedLabels: 'Bản in nhãn địa chỉ',
  printedCards: (many: number) => `${count(many)} thẻ`,
  printedLabelsCount: (many: number) => `${count(many)} nhãn`,
  leftOutCards: (many: number) =>
    many === 0
      ? 'Không ai bị bỏ qua.'
      : `${count(many)} hội viên chưa cấp được: số thẻ trong danh sách trùng với thẻ của người khác.`,
  leftOutLabels: (many: number) =>
    many === 0
      ? 'Hội viên nào cũng có địa chỉ.'
      : `${count(many)} hội viên không có địa chỉ, không in nhãn.`,
  printedAt: 'In lúc',
  printedCount: 'Đã in',
  leftOut: 'Bỏ qua',
  files: 'Tệp để in',
  filesHelp: 'Mỗi tệp tối đa 50 tờ. Tệp được giữ 30 ngày; sau đó in lại từ danh sách.',
  filesGone: 'Tệp đã quá 30 ngày nên không còn giữ. In lại từ danh sách.',
  noneFiles: 'Không có thẻ nào để in.',
  latest: 'Các bản in gần đây',
  backToList: 'Về danh sách thẻ',
  backToLabels: 'Về nhãn địa chỉ',
  replace: 'Cấp lại thẻ',
  replaceAsk: 'Cấp lại thẻ…',
  replaceBody: 'Thẻ mới có mã kiểm tra mới. Ai kiểm tra thẻ cũ sẽ thấy là đã cấp lại.',
  replaced: 'Đã cấp lại thẻ. Đây là thẻ mới.',
  replaceReasonHelp: 'Ví dụ: mất, hỏng, đổi họ tên, đổi chi hội.',
  newNumber: 'Cấp số thẻ mới thay cho số cũ',
  revoke: 'Thu hồi thẻ',
  revokeAsk: 'Thu hồi thẻ…',
  revokeBody: 'Từ hôm nay thẻ không còn giá trị; ai kiểm tra thẻ sẽ thấy như vậy.',
  revoked: 'Đã thu hồi thẻ.',
  keep: 'Giữ nguyên thẻ',
  issued: 'Đã cấp thẻ.',
  named: (number: string) => `Thẻ ${number}`,
  state: 'Tình trạng',
  until: (date: string) => `đến hết ngày ${date}`,
  noEnd: 'Không thời hạn',
  endedOn: 'Ngày cấp lại hoặc thu hồi',
  earlier: 'Thay cho',
  later: 'Được thay bằng',
  earlierCard: 'Thẻ trước',
  laterCard: 'Thẻ mới',
  checkPage: 'Trang kiểm tra',
  columns: {
    person: 'Hội viên',
    number: 'Số thẻ',
    organisation: 'Hội',
    branch: 'Chi hội',
    issued: 'Ngày cấp',
    until: 'Đến hết ngày',
    state: 'Tình trạng',
    joined: 'Hội viên từ',
  },
  anyState: 'Mọi tình trạng',
  anyBranch: 'Mọi chi hội',
  searchChip: (typed: string) => `“${typed}”`,
  noneMatch: 'Không có thẻ nào khớp với bộ lọc',
  wouldFind: (label: string, total: number) => ({
    before: `Bỏ điều kiện ${label} sẽ thấy `,
    link: `${count(total)} thẻ`,
    after: '.',
  }),
  firstTitle: 'Chưa cấp thẻ nào',
  firstBody: 'Chọn mẫu thẻ, rồi cấp cho cả danh sách hội viên một lần.',
  firstRead: 'Khi văn phòng cấp thẻ, danh sách hiện ở đây.',
  labels: 'Nhãn địa chỉ',
  labelsLead: (members: number, addressed: number) =>
    members === addressed
      ? `${count(members)} hội viên, ai cũng có địa chỉ.`
      : `${count(addressed)} trong ${count(members)} hội viên có địa chỉ; ${count(members - addressed)} người không có sẽ được bỏ qua.`,
  labelsNote: 'Nhãn in họ tên và địa chỉ, xếp theo tên. In cỡ thật (100 %) lên giấy nhãn A4.',
  labelsPrint: (many: number) => `In ${count(many)} nhãn`,
  labelsNone: 'Không có hội viên nào có địa chỉ',
  labelsNoneBody: 'Ghi địa chỉ vào hồ sơ hội viên, hoặc nới bộ lọc.',
  sample: {
    name: 'Nguyễn Thị Ngọc Quỳnh',
    branch: 'Chi hội mẫu',
  },
};

/** The public page: what is said of each verdict, and nothing else. */
export const checkWords = {
  title: 'Kiểm tra thẻ hội viên',
  verdicts: {
    valid: 'Thẻ là thật và còn giá trị',
    expired: 'Thẻ đã hết hạn',
    replaced: 'Thẻ đã được cấp lại, không còn dùng',
    revoked: 'Thẻ đã bị thu hồi',
    unknown: 'Không tìm thấy thẻ nào có mã này',
  } satisfies Record<Verdict, string>,
  says: {
    valid: 'Còn giá trị',
    expired: 'Hết hạn',
    replaced: 'Đã cấp lại',
    revoked: 'Đã thu hồi',
    unknown: 'Không tìm thấy',
  } satisfies Record<Verdict, string>,
  home: 'Trang chủ',
  checkedAt: (moment: string) => `Kiểm tra lúc ${moment}.`,
  issuer: 'Nơi cấp',
  number: 'Số thẻ',
  nothing: 'Không có',
  only: 'Trang này chỉ cho biết thẻ còn giá trị hay không. So nơi cấp và số thẻ ở đây với những gì in trên thẻ.',
  another: 'Kiểm tra thẻ khác',
  code: 'Mã trên thẻ',
  codeHelp: 'Dòng chữ cuối thẻ, 16 chữ và số.',
  check: 'Kiểm tra',
  lead: 'Quét hình QR trên thẻ, hoặc gõ mã in ở dòng cuối thẻ.',
  outcomes: 'Các kết quả có thể gặp',
};

export const actionNames: Readonly<Record<string, string>> = {
  'card.issue': 'Cấp thẻ',
  'card.issue_many': 'Cấp cùng nhiều thẻ khác',
  'card.replace': 'Cấp lại',
  'card.revoke': 'Thu hồi',
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'card.read': 'Xem thẻ hội viên, in thẻ và nhãn địa chỉ',
  'card.write': 'Cấp, cấp lại, thu hồi thẻ hội viên; đặt mẫu thẻ',
};
