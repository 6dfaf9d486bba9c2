import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { BallotKind, BallotState, Mark } from '../rules.ts';

const count = (value: number): string => formatNumber(value, 0);

export const ballotKindNames: Readonly<Record<BallotKind, string>> = {
  approve: 'Đồng ý hoặc không đồng ý từng hồ sơ',
  choose: 'Chọn một số hồ sơ trong danh sách',
  question: 'Trả lời một câu hỏi',
};

export const ballotStateNames: Readonly<Record<BallotState, string>> = {
  draft: 'Chưa mở',
  open: 'Đang bỏ phiếu',
  closed: 'Đã kiểm phiếu',
  cancelled: 'Đã hủy',
};

export const ballotWayNames = {
  link: 'Trên trang riêng của từng thành viên',
  paper: 'Trên giấy, tổ kiểm phiếu ghi kết quả',
} as const;

export const markNames: Readonly<Record<Mark, string>> = { yes: 'Đồng ý', no: 'Không đồng ý' };

export const seatNames: Readonly<Record<string, string>> = {
  chair: 'Chủ tịch',
  vice: 'Phó Chủ tịch',
  secretary: 'Thư ký',
  critic: 'Ủy viên phản biện',
  member: 'Ủy viên',
};

/** What is decided by, in a sentence. */
const share = ({ parts, of }: { parts: number; of: number }): string => `${parts}/${of}`;

export const ballotWords = {
  title: 'Bỏ phiếu',
  one: 'Cuộc bỏ phiếu',
  toBallot: 'Về cuộc bỏ phiếu',
  lead: (many: number): string =>
    many === 0 ? 'Chưa có cuộc bỏ phiếu nào.' : `${count(many)} cuộc bỏ phiếu.`,
  list: 'Các cuộc bỏ phiếu',
  none: 'Chưa có cuộc bỏ phiếu nào',
  noneBody:
    'Hội đồng bỏ phiếu kín để thông qua danh sách đề nghị trao giải, chọn hồ sơ vào vòng sau hoặc quyết định một việc.',
  add: 'Lập cuộc bỏ phiếu',
  added: 'Đã lập cuộc bỏ phiếu. Kiểm tra lại rồi mở.',
  columns: { subject: 'Nội dung', council: 'Hội đồng', state: 'Tình trạng', result: 'Kết quả' },
  passedOf: (passed: number, all: number): string =>
    `${count(passed)}/${count(all)} được thông qua`,
  votedOf: (voted: number, all: number): string => `${count(voted)}/${count(all)} đã bỏ phiếu`,
  labels: {
    council: 'Hội đồng bỏ phiếu',
    phase: 'Giai đoạn',
    kind: 'Cách bỏ phiếu',
    subject: 'Nội dung đưa ra bỏ phiếu',
    most: 'Mỗi phiếu chọn nhiều nhất',
    how: 'Bỏ phiếu ở đâu',
    rule: 'Thể lệ biểu quyết',
    dossiers: 'Hồ sơ trên phiếu',
    present: 'Thành viên có mặt',
    tellers: 'Người kiểm phiếu',
    issued: 'Số phiếu phát ra',
    collected: 'Số phiếu thu về',
    valid: 'Phiếu hợp lệ',
    blank: 'Phiếu trắng',
    invalid: 'Phiếu không hợp lệ',
    reason: 'Lý do',
    options: 'Số phiếu của từng dòng',
    choices: 'Lá phiếu',
  } as Readonly<Record<string, string>>,
  subjectHelp: 'Ghi trên đầu lá phiếu, ví dụ: Thông qua danh sách hồ sơ đề nghị trao giải.',
  mostHelp: 'Chỉ ghi khi bỏ phiếu chọn một số hồ sơ.',
  ruleHelp: 'Để trống thì theo thể lệ ghi cho hội đồng.',
  ofCouncil: 'Theo hội đồng',
  dossiersHelp: 'Thứ tự trên phiếu như dưới đây. Bỏ phiếu một câu hỏi thì không chọn hồ sơ nào.',
  noDossiers: 'Giai đoạn này chưa có hồ sơ nào được xét.',
  save: 'Lập cuộc bỏ phiếu',
  saving: 'Đang lập',
  rule: (rule: {
    of: 'members' | 'present';
    share: { parts: number; of: number };
    quorum: { parts: number; of: number } | null;
  }): string =>
    `Cần ít nhất ${share(rule.share)} số ${rule.of === 'members' ? 'thành viên của hội đồng' : 'thành viên có mặt'} đồng ý${rule.quorum === null ? '' : `; phải có mặt ít nhất ${share(rule.quorum)} số thành viên`}.`,
  needed: (needed: number | null): string =>
    needed === null ? 'Không có ai để bỏ phiếu.' : `Cần từ ${count(needed)} phiếu đồng ý trở lên.`,
  draftNotice:
    'Chưa ai thấy cuộc bỏ phiếu này. Mở ra thì thành viên có mặt thấy lá phiếu trên trang riêng của mình.',
  open: 'Mở bỏ phiếu',
  opened: 'Đã mở bỏ phiếu.',
  close: 'Đóng và kiểm phiếu',
  closed: 'Đã đóng và kiểm phiếu.',
  closeQuestion: 'Đóng cuộc bỏ phiếu và kiểm phiếu?',
  closeBody: (left: number): string =>
    `${left === 0 ? 'Mọi thành viên có mặt đã bỏ phiếu.' : `Còn ${count(left)} thành viên có mặt chưa bỏ phiếu.`} Đóng rồi thì không mở lại được; kết quả và danh sách lá phiếu (chỉ có mã phiếu) được công bố cho hội đồng.`,
  keepOpen: 'Chưa đóng',
  cancel: 'Hủy cuộc bỏ phiếu…',
  cancelTitle: 'Hủy cuộc bỏ phiếu',
  cancelled: 'Đã hủy cuộc bỏ phiếu.',
  cancelBody:
    'Các lá phiếu đã bỏ bị hủy, không ai biết nội dung. Cần bỏ phiếu lại thì lập cuộc bỏ phiếu mới.',
  cancelDo: 'Hủy cuộc bỏ phiếu',
  drop: 'Bỏ cuộc bỏ phiếu này',
  dropped: 'Đã bỏ cuộc bỏ phiếu chưa mở.',
  attendance: 'Điểm danh',
  attendanceHelp:
    'Chỉ thành viên có mặt mới bỏ phiếu được. Ghi thêm người đến sau bất cứ lúc nào trước khi đóng.',
  attend: 'Lưu điểm danh',
  attended: 'Đã lưu điểm danh.',
  voters: 'Thành viên có quyền bỏ phiếu',
  voterColumns: {
    name: 'Họ và tên',
    role: 'Trong hội đồng',
    present: 'Có mặt',
    voted: 'Đã bỏ phiếu',
  },
  there: 'Có mặt',
  absent: 'Vắng',
  hasVoted: 'Đã bỏ phiếu',
  notVoted: 'Chưa',
  options: 'Trên lá phiếu',
  optionColumns: {
    option: 'Nội dung',
    yes: 'Đồng ý',
    no: 'Không đồng ý',
    blank: 'Để trắng',
    result: 'Kết quả',
  },
  passed: 'Thông qua',
  notPassed: 'Không thông qua',
  result: 'Kết quả kiểm phiếu',
  notQuorate: 'Không đủ số thành viên có mặt nên không nội dung nào được thông qua.',
  tally: (tally: {
    issued: number;
    collected: number;
    valid: number;
    blank: number;
    invalid: number;
  }): string =>
    `Phát ra ${count(tally.issued)}, thu về ${count(tally.collected)}: ${count(tally.valid)} hợp lệ, ${count(tally.blank)} trắng, ${count(tally.invalid)} không hợp lệ.`,
  attendanceOf: (present: number, members: number): string =>
    `${count(present)}/${count(members)} thành viên có mặt.`,
  papers: 'Danh sách lá phiếu',
  papersHelp:
    'Xếp theo mã, không theo thứ tự bỏ. Ai cũng tìm được lá phiếu của mình bằng mã đã nhận; không ai biết mã của người khác.',
  paperColumns: { code: 'Mã phiếu', choices: 'Nội dung' },
  blankPaper: 'Phiếu trắng',
  invalidPaper: 'Phiếu không hợp lệ',
  yesTo: 'Đồng ý',
  noTo: 'không đồng ý',
  chose: 'Chọn',
  line: (position: number): string => `dòng ${count(position + 1)}`,
  count: 'Ghi kết quả kiểm phiếu',
  countTitle: 'Kết quả kiểm phiếu trên giấy',
  countHelp:
    'Ghi theo biên bản kiểm phiếu. Mỗi dòng: đồng ý, không đồng ý và để trắng cộng lại bằng số phiếu hợp lệ.',
  tellersHelp: 'Mỗi dòng một người.',
  countSave: 'Lưu kết quả kiểm phiếu',
  counted: 'Đã lưu kết quả kiểm phiếu. Kiểm tra lại rồi đóng cuộc bỏ phiếu.',
  notCounted: 'Đóng được khi tổ kiểm phiếu đã ghi kết quả.',
  minutes: 'Biên bản kiểm phiếu (Word)',
  toList: 'Về các cuộc bỏ phiếu',
  opening: 'Thành viên có mặt khi mở',
  openHelp: 'Bỏ đánh dấu người vắng; có thể ghi thêm sau khi mở.',
  desk: (open: number) => ({
    title: `${count(open)} cuộc bỏ phiếu đang mở`,
    detail: 'Đóng khi mọi thành viên có mặt đã bỏ phiếu.',
    verb: 'Xem',
  }),
} as const;

/** The pages of a member behind their link. */
export const voteWords = {
  title: 'Bỏ phiếu kín',
  lead: 'Các cuộc bỏ phiếu của hội đồng mà thành viên này có quyền bỏ phiếu.',
  none: 'Chưa có cuộc bỏ phiếu nào',
  noneBody: 'Khi thư ký mở bỏ phiếu, lá phiếu hiện ở đây.',
  task: {
    detail: 'Hội đồng đang bỏ phiếu kín.',
    verb: 'Bỏ phiếu',
    done: 'Đã bỏ phiếu',
    look: 'Xem kết quả',
    closed: 'Đã kiểm phiếu.',
  },
  secret:
    'Phiếu kín: hệ thống ghi ai đã bỏ phiếu nhưng không ghi ai chọn gì. Đã gửi thì không đổi được.',
  code: 'Mã lá phiếu',
  codeHelp:
    'Chép lại mã này. Sau khi kiểm phiếu, tìm mã trong danh sách công bố để thấy lá phiếu được tính đúng.',
  most: (most: number): string => `Chọn nhiều nhất ${count(most)} hồ sơ.`,
  blank: 'Để trắng',
  chooseThis: 'Chọn hồ sơ này',
  cast: 'Bỏ lá phiếu này',
  casting: 'Đang gửi',
  castNote: 'Đã bỏ thì không sửa được.',
  done: 'Lá phiếu đã nằm trong hòm phiếu.',
  doneBody: (code: string): string =>
    `Mã lá phiếu là ${code}. Mã chỉ hiện một lần này; hệ thống không giữ mã gắn với tên ai.`,
  voted: 'Thành viên này đã bỏ phiếu.',
  votedBody: 'Kết quả hiện ở đây khi thư ký đóng cuộc bỏ phiếu.',
  notPresent: 'Chưa được ghi có mặt.',
  notPresentBody: 'Báo thư ký hội đồng ghi có mặt rồi mở lại trang này.',
  onPaper: 'Cuộc bỏ phiếu này bỏ trên giấy tại cuộc họp.',
  missed: 'Cuộc bỏ phiếu đã đóng.',
  back: 'Về các cuộc bỏ phiếu',
} as const;
