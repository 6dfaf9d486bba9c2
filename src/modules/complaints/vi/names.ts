import type { IssueWords } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type {
  ComplaintAct,
  ComplaintState,
  Counting,
  Outcome,
  Refusal,
  Topic,
} from '../rules/index.ts';

const show = (value: unknown): string => String(value ?? '');
const day = (value: unknown): string => formatDate(show(value));
export const count = (value: number): string => formatNumber(value, 0);

/** '17:00:00 ngày 20/05/2026' of a second as it was announced. */
export const second = (text: string): string =>
  `${text.slice(11)} ngày ${formatDate(text.slice(0, 10))}`;

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'complaint.enter': 'Gửi khiếu nại, kiến nghị qua liên kết của hồ sơ',
  'complaint.read': 'Xem khiếu nại, kiến nghị về hội thi',
  'complaint.handle': 'Nhận, thụ lý, giao giải quyết, dự thảo trả lời khiếu nại',
  'complaint.answer': 'Duyệt và trả lời khiếu nại',
};

export const stateNames: Readonly<Record<ComplaintState, string>> = {
  received: 'Mới nhận',
  accepted: 'Đã thụ lý',
  handling: 'Đang giải quyết',
  answered: 'Đã trả lời',
  closed: 'Đã kết thúc',
  refused: 'Không thụ lý',
  withdrawn: 'Đã rút',
};

export const topicNames: Readonly<Record<Topic, string>> = {
  validity: 'Kết luận hồ sơ hợp lệ, không hợp lệ',
  eligibility: 'Điều kiện dự thi của hồ sơ khác',
  result: 'Kết quả, điểm, giải thưởng',
  procedure: 'Trình tự, thủ tục, thành phần hội đồng',
  plagiarism: 'Sao chép, trùng lặp',
};

export const refusalNames: Readonly<Record<Refusal, string>> = {
  late: 'Gửi ngoài thời hạn',
  elsewhere: 'Không thuộc hội thi này',
  withdrawn: 'Người gửi đã rút đơn',
  other: 'Lý do khác',
};

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  upheld: 'Chấp nhận toàn bộ',
  partly: 'Chấp nhận một phần',
  rejected: 'Không chấp nhận',
};

export const countingNames: Readonly<Record<Counting, string>> = {
  calendar: 'Ngày theo lịch',
  working: 'Ngày làm việc',
};

export const actNames: Readonly<Record<ComplaintAct | 'receive', string>> = {
  receive: 'Nhận đơn',
  accept: 'Thụ lý',
  refuse: 'Không thụ lý',
  identify: 'Ghi hồ sơ bị khiếu nại',
  assign: 'Giao giải quyết',
  consult: 'Hỏi ý kiến hội đồng',
  extend: 'Gia hạn trả lời',
  propose: 'Dự thảo trả lời',
  answer: 'Trả lời',
  close: 'Kết thúc',
  withdraw: 'Rút đơn',
};

/** The same as what was done, in a history. */
export const stepNames: Readonly<Record<ComplaintAct | 'receive', string>> = {
  receive: 'Đã nhận đơn',
  accept: 'Đã thụ lý',
  refuse: 'Không thụ lý',
  identify: 'Đã ghi hồ sơ bị khiếu nại',
  assign: 'Đã giao giải quyết',
  consult: 'Đã hỏi ý kiến hội đồng',
  extend: 'Đã gia hạn trả lời',
  propose: 'Đã dự thảo trả lời',
  answer: 'Đã trả lời',
  close: 'Đã kết thúc',
  withdraw: 'Người gửi đã rút đơn',
};

export const sampleBasis =
  'Mẫu tham khảo, chưa phải quy chế của đơn vị: sửa số ngày và ghi căn cứ của đơn vị.';

export const labels: Readonly<Record<string, string>> = {
  topic: 'Khiếu nại về',
  about: 'Hồ sơ bị khiếu nại',
  complainant: 'Họ tên người gửi',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  body: 'Nội dung',
  asks: 'Yêu cầu giải quyết',
  files: 'Tệp kèm theo',
  received_on: 'Ngày nhận đơn',
  on: 'Ngày thụ lý',
  reason: 'Lý do',
  refusal: 'Vì sao không thụ lý',
  handler: 'Người giải quyết',
  reopens: 'Đề nghị mở lại phiếu chấm',
  days: 'Gia hạn thêm',
  outcome: 'Kết luận',
  answer: 'Nội dung trả lời',
  document: 'Số công văn trả lời',
  answered_on: 'Ngày công văn',
  days_to_accept: 'Thời hạn thụ lý',
  days_to_answer: 'Thời hạn trả lời',
  counting: 'Cách tính ngày',
  basis: 'Căn cứ',
};

export const ownIssues: IssueWords = {
  anonymous: () =>
    'Đơn không ghi họ tên thì không được nhận. Ghi đủ họ và tên; tên này không đưa cho giám khảo và cho hồ sơ bị khiếu nại.',
  about_missing: () =>
    'Ghi số biên nhận hoặc tên giải pháp của hồ sơ bị khiếu nại; không rõ hồ sơ nào thì không xem xét được.',
  not_taken: (d) =>
    typeof d.opens === 'string'
      ? `Chưa đến thời gian nhận khiếu nại: bắt đầu từ ${second(d.opens)}.`
      : typeof d.closes === 'string'
        ? `Đã hết thời gian nhận khiếu nại lúc ${second(d.closes)}. Nội dung vừa ghi vẫn còn ở đây; có thể gửi bằng đơn giấy tới ban tổ chức.`
        : 'Hiện không nhận khiếu nại qua trang này. Có thể gửi bằng đơn giấy tới ban tổ chức.',
  not_submitted: () => 'Hồ sơ chưa nộp nên chưa có gì để khiếu nại.',
  edition_draft: () => 'Lần tổ chức còn là bản nháp nên chưa nhận đơn.',
  day_in_future: (d) => `Ngày này chưa tới (hôm nay ${day(d.today)}). Sửa lại ngày.`,
  day_before: (d) => `Ngày này phải từ ${day(d.from)} trở đi. Sửa lại ngày.`,
  complaint_state: (d) =>
    `Đơn đang ở tình trạng “${stateNames[show(d.state) as ComplaintState] ?? show(d.state)}” nên không làm được việc này. Mở lại trang của đơn để xem việc có thể làm.`,
  extended_already: () => 'Đơn này đã gia hạn một lần. Mỗi đơn chỉ gia hạn một lần.',
  already_over: (d) =>
    `Hạn trả lời đã hết ngày ${day(d.day)} nên không gia hạn được nữa. Trả lời sớm nhất có thể.`,
  not_drafted: () => 'Chưa có dự thảo trả lời. Soạn dự thảo trước, rồi duyệt.',
  no_such_dossier: (d) =>
    `Không có hồ sơ nào mang số biên nhận “${show(d.typed)}” trong lần tổ chức này. Xem lại số ở danh sách hồ sơ.`,
  tells_complainant: () =>
    'Nội dung gửi hội đồng đang nêu tên người gửi đơn. Bỏ tên ra: giám khảo không được biết ai khiếu nại.',
  too_many_files: (d) => `Mỗi đơn kèm tối đa ${show(d.max)} tệp. Bỏ bớt, hoặc gộp lại.`,
  too_many_tries: () => 'Đã gửi quá nhiều lần trong một ngày. Đợi đến mai, hoặc gửi bằng đơn giấy.',
};
