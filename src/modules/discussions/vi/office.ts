import type { Finding } from '../rules/index.ts';
import { counted, dayOf, dayText, figure, momentOf, quoted } from './say.ts';

/** What the machine found, as a sentence. */
export function findingWords({ code, data }: Finding): string {
  const many = typeof data === 'number' ? figure(data) : '';
  const words: Readonly<Record<Finding['code'], string>> = {
    trap: 'điền vào ô mà người đọc không thấy',
    addresses: `có ${many} địa chỉ trang`,
    same_text: `cùng nội dung đã gửi ${many} lần trong một ngày`,
    word: `có từ ${quoted(data)} trong danh sách`,
    foreign: 'phần lớn không phải chữ La-tinh',
    many: `${many} bình luận từ cùng đường truyền trong một giờ`,
    no_letters: 'không có chữ nào',
    first_of_name: 'lần đầu của tên này',
  };
  return words[code];
}

const views = {
  held: 'Chờ duyệt',
  reported: 'Bị báo vi phạm',
  published: 'Đã hiện',
  refused: 'Đã từ chối',
  hidden: 'Đã ẩn',
  all: 'Tất cả',
} as const;

export const queueWords = {
  menu: 'Trao đổi',
  title: 'Bình luận',
  lead: (held: number, reported: number) =>
    held + reported === 0
      ? 'Không có bình luận nào chờ xem.'
      : [
          held > 0 ? `${figure(held)} chờ duyệt` : null,
          reported > 0 ? `${figure(reported)} bị báo vi phạm` : null,
        ]
          .filter(Boolean)
          .join(', ')
          .concat('.'),
  sections: 'Các phần của mục Trao đổi',
  comments: 'Bình luận',
  polls: 'Thăm dò',
  feedback: 'Góp ý',
  settings: 'Cách nhận',
  views,
  viewLabel: 'Tình trạng bình luận',
  search: 'Tìm trong tên và nội dung',
  select: (name: string) => `Chọn bình luận của ${name}`,
  selectAll: 'Chọn cả trang này',
  selectNone: 'Bỏ chọn',
  batch: 'Với các bình luận đã chọn',
  reason: 'Lý do (khi từ chối hoặc ẩn)',
  reasonHelp: 'Chỉ văn phòng xem. Ẩn bình luận đã hiện thì phải ghi.',
  keys: 'Dùng bàn phím: Tab đến ô trước tên, phím cách để chọn, Tab đến nút rồi Enter.',
  on: 'về',
  answers: (name: string) => `trả lời ${name}`,
  at: momentOf,
  findings: 'Máy nhận thấy:',
  finding: findingWords,
  score: (points: number) => `${figure(points)} điểm`,
  reports: (many: number) => `${figure(many)} báo vi phạm`,
  likes: (many: number) => counted(many, 'đồng tình'),
  decided: (by: string, at: Date) => `${by}, ${momentOf(at)}`,
  open: 'Mở',
  none: {
    held: 'Không có bình luận nào chờ duyệt',
    reported: 'Không có bình luận nào bị báo vi phạm',
    published: 'Chưa có bình luận nào hiện trên trang',
    refused: 'Không có bình luận nào bị từ chối',
    hidden: 'Không có bình luận nào bị ẩn',
    all: 'Chưa có bình luận nào',
  },
  noneBody: 'Bình luận của bạn đọc dưới bài viết hiện ở đây.',
  noneFiltered: 'Không có bình luận nào khớp. Bỏ từ tìm sẽ thấy lại cả danh sách.',
  refusedNote:
    'Bình luận bị từ chối được giữ 30 ngày rồi xóa hẳn. Trong thời gian ấy vẫn duyệt lại được.',
  doneMany: {
    approve: (many: number) => `Đã duyệt ${counted(many, 'bình luận')}.`,
    refuse: (many: number) => `Đã từ chối ${counted(many, 'bình luận')}.`,
    hide: (many: number) => `Đã ẩn ${counted(many, 'bình luận')}.`,
    restore: (many: number) => `Đã cho hiện lại ${counted(many, 'bình luận')}.`,
    keep: (many: number) => `Đã giữ nguyên ${counted(many, 'bình luận')}.`,
  },
  left: (many: number) =>
    `${counted(many, 'bình luận')} không đổi vì tình trạng đã khác hoặc chưa ghi lý do.`,
  xlsx: 'Tải danh sách (Excel)',
  file: (code: string) => `Bình luận ${code}.xlsx`,
  columns: {
    posted: 'Gửi lúc',
    name: 'Họ và tên',
    subject: 'Về bài',
    body: 'Nội dung',
    state: 'Tình trạng',
    likes: 'Đồng tình',
    reason: 'Lý do',
    decided: 'Người duyệt',
  },
} as const;

export const oneWords = {
  title: (name: string) => `Bình luận của ${name}`,
  posted: 'Gửi lúc',
  subject: 'Về bài',
  parent: 'Trả lời cho',
  email: 'Thư điện tử',
  noEmail: 'không ghi, hoặc đã hết hạn giữ',
  state: 'Tình trạng',
  reason: 'Lý do',
  decided: 'Người duyệt',
  findings: 'Máy nhận thấy',
  noFindings: 'không có gì',
  origin: 'Nhập từ',
  reports: 'Báo vi phạm',
  settled: 'đã xem',
  act: 'Xử lý',
  byAuthor: 'Người viết là tác giả của bài: đánh dấu “Tác giả”',
  answer: 'Trả lời',
  answerHelp: 'Hiện ngay dưới bình luận. Bình luận đang chờ thì được duyệt cùng lúc.',
  voice: 'Trả lời với tên',
  office: (name: string) => `${name} (cơ quan)`,
  author: 'Tác giả của bài, ghi tên ở dưới',
  authorName: 'Tên tác giả',
  body: 'Nội dung trả lời',
  send: 'Đăng câu trả lời',
  done: 'Đã lưu.',
  replied: 'Đã đăng câu trả lời.',
  seePublic: 'Xem trên trang',
} as const;

export const settingWords = {
  title: 'Cách nhận bình luận và góp ý',
  lead: 'Áp dụng cho cả trang của đơn vị. Từng bài vẫn có thể tắt bình luận riêng.',
  comments: 'Bình luận',
  openDays: 'Nhận bình luận trong bao nhiêu ngày từ khi đăng bài',
  openDaysHelp: 'Để trống: nhận mãi.',
  promiseDays: 'Hứa duyệt trong mấy ngày làm việc',
  promiseHelp: 'Ghi ở biểu mẫu để người đọc biết.',
  words: 'Từ làm bình luận phải chờ duyệt',
  wordsHelp:
    'Mỗi dòng một từ hay cụm từ. Ghi có dấu thì chỉ tìm đúng dấu; ghi không dấu thì tìm cả có dấu.',
  feedback: 'Nhận góp ý qua biểu mẫu',
  letters: 'Cho người đọc gửi bài qua thư điện tử',
  days: 'ngày',
  save: 'Lưu cách nhận',
  saving: 'Đang lưu…',
  saved: 'Đã lưu cách nhận.',
} as const;

export const pollOffice = {
  title: 'Thăm dò ý kiến',
  lead: (open: number, all: number) =>
    all === 0 ? 'Chưa có cuộc thăm dò nào.' : `${figure(all)} cuộc, ${figure(open)} đang mở.`,
  create: 'Lập cuộc thăm dò',
  first: 'Chưa có cuộc thăm dò nào',
  firstBody: 'Cuộc thăm dò đang mở hiện cạnh bài viết và ở trang Thăm dò ý kiến.',
  noneFiltered: 'Không có cuộc thăm dò nào khớp với bộ lọc.',
  anyState: 'Mọi tình trạng',
  search: 'Tìm câu hỏi, phương án',
  columns: { question: 'Câu hỏi', state: 'Tình trạng', voters: 'Số phiếu', days: 'Thời gian' },
  days: (from: string | null, to: string | null) =>
    from === null && to === null
      ? 'không hạn'
      : `${from === null ? '' : `từ ${dayText(from)} `}${to === null ? '' : `đến ${dayText(to)}`}`.trim(),
  question: 'Câu hỏi',
  note: 'Giải thích thêm',
  options: 'Các phương án',
  optionsHelp: 'Mỗi dòng một phương án, từ 2 đến 20.',
  most: 'Mỗi người chọn tối đa',
  mostHelp: 'Ghi 1 nếu chỉ chọn một phương án.',
  opensOn: 'Mở từ ngày',
  opensHelp: 'Để trống: mở ngay khi bấm mở.',
  closesOn: 'Đến hết ngày',
  closesHelp: 'Để trống: đến khi bấm kết thúc.',
  shown: 'Ai xem được kết quả trước khi kết thúc',
  save: 'Lưu cuộc thăm dò',
  saving: 'Đang lưu…',
  edit: 'Sửa',
  editTitle: 'Sửa cuộc thăm dò',
  saved: 'Đã lưu cuộc thăm dò.',
  opened: 'Đã mở. Người đọc bỏ phiếu được từ bây giờ, hoặc từ ngày mở đã ghi.',
  closedDone: 'Đã kết thúc. Kết quả được công bố.',
  removed: 'Đã xóa cuộc thăm dò.',
  restored: 'Đã khôi phục cuộc thăm dò.',
  open: 'Mở cuộc thăm dò',
  close: 'Kết thúc cuộc thăm dò…',
  closeQuestion: (question: string) => `Kết thúc cuộc thăm dò “${question}”?`,
  closeBody:
    'Không nhận phiếu nữa và công bố kết quả. Không mở lại được; cần hỏi tiếp thì lập cuộc mới.',
  closeVerb: 'Kết thúc cuộc thăm dò',
  closeKeep: 'Để mở tiếp',
  remove: 'Xóa cuộc thăm dò…',
  removeQuestion: (question: string) => `Xóa cuộc thăm dò “${question}”?`,
  removeBody: 'Cuộc thăm dò và kết quả không hiện trên trang nữa. Khôi phục được trong 30 ngày.',
  removeVerb: 'Xóa cuộc thăm dò',
  removeKeep: 'Giữ lại',
  restore: 'Khôi phục',
  result: 'Kết quả',
  resultColumns: { option: 'Phương án', votes: 'Phiếu', share: 'Tỷ lệ' },
  total: 'Cộng',
  voters: (many: number) => `${counted(many, 'người')} đã bỏ phiếu.`,
  ofVoters: 'Tỷ lệ tính trên số người bỏ phiếu nên cộng lại có thể quá 100 %.',
  terms: {
    state: 'Tình trạng',
    days: 'Thời gian',
    most: 'Số phương án được chọn',
    shown: 'Kết quả',
    public: 'Trang công khai',
  },
  seePublic: 'Xem trên trang',
  xlsx: 'Tải kết quả (Excel)',
  csv: 'Tải kết quả (CSV)',
  file: (pid: string, ending: string) => `Kết quả thăm dò ${pid}.${ending}`,
} as const;

export const feedbackOffice = {
  title: 'Góp ý của bạn đọc',
  lead: (many: number) =>
    many === 0 ? 'Không có góp ý nào chờ trả lời.' : `${figure(many)} góp ý chờ trả lời.`,
  views: {
    new: 'Chờ trả lời',
    answered: 'Đã trả lời',
    closed: 'Đã đóng',
    suspect: 'Nghi thư rác',
  },
  viewLabel: 'Tình trạng góp ý',
  search: 'Tìm trong tên và nội dung',
  none: 'Không có góp ý nào ở mục này',
  noneBody: 'Góp ý gửi từ trang công khai hiện ở đây.',
  one: (name: string) => `Góp ý của ${name}`,
  forgotten: 'tên đã hết hạn giữ',
  columns: {
    name: 'Người gửi',
    topic: 'Về',
    body: 'Nội dung',
    sent: 'Gửi lúc',
    state: 'Tình trạng',
  },
  email: 'Thư điện tử',
  noEmail: 'không ghi, hoặc đã hết hạn giữ',
  answer: 'Trả lời qua thư điện tử',
  answerHelp: (email: string) =>
    `Thư gửi đến ${email}, kèm lời chào, tên đơn vị và nội dung góp ý.`,
  answerLabel: 'Nội dung trả lời',
  send: 'Gửi trả lời',
  close: 'Đóng, không trả lời qua thư',
  closeReason: 'Đã xử lý thế nào',
  closeVerb: 'Đóng góp ý',
  reopen: 'Mở lại góp ý',
  answered: 'Đã gửi trả lời.',
  closed: 'Đã đóng góp ý.',
  reopened: 'Đã mở lại góp ý.',
  given: 'Đã trả lời',
  reason: 'Đã xử lý',
  by: (name: string, at: Date) => `${name}, ${momentOf(at)}`,
} as const;

export const deskWords = {
  held: (many: number) => `${figure(many)} bình luận chờ duyệt`,
  heldDetail: (since: Date) => `Cũ nhất từ ${dayOf(since)}`,
  heldVerb: 'Duyệt bình luận',
  reported: (many: number) => `${figure(many)} bình luận bị báo vi phạm`,
  reportedDetail: 'Bình luận vẫn hiện cho đến khi được xem',
  reportedVerb: 'Xem báo vi phạm',
  feedback: (many: number) => `${figure(many)} góp ý chờ trả lời`,
  feedbackDetail: (since: Date) => `Cũ nhất từ ${dayOf(since)}`,
  feedbackVerb: 'Trả lời góp ý',
} as const;
