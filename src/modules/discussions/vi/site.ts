import { inLanguages } from '../../../kernel/language.ts';
import { keepTogether } from '../../../kernel/vietnamese/spaces.ts';
import { keptDays, type PollPhase } from '../rules/index.ts';
import { comments, passing, polls } from './en.ts';
import { counted, dayText, figure, momentOf } from './say.ts';

const promise = (days: number): string =>
  days === 1 ? 'một ngày làm việc' : keepTogether(`${figure(days)} ngày làm việc`);

const vietnameseComments = {
  title: (many: number) => (many === 0 ? 'Bình luận' : counted(many, 'bình luận')),
  none: 'Chưa có bình luận nào.',
  noneWrite: 'Chưa có bình luận nào. Quý vị có thể viết bình luận đầu tiên.',
  newest: 'Mới nhất',
  agreed: 'Nhiều đồng tình nhất',
  orders: 'Thứ tự bình luận',
  at: momentOf,
  agree: (many: number) => (many === 0 ? 'Đồng tình' : `Đồng tình (${figure(many)})`),
  agreeWith: (many: number, name: string) =>
    `${many === 0 ? 'Đồng tình' : `Đồng tình (${figure(many)})`} với bình luận của ${name}`,
  agreed1: (many: number) => `Đã đồng tình (${figure(many)})`,
  agreedWith: (many: number, name: string) =>
    `Đã đồng tình (${figure(many)}) với bình luận của ${name}, bấm để rút lại`,
  reply: 'Trả lời',
  replyTo: (name: string) => `Trả lời bình luận của ${name}`,
  report: 'Báo vi phạm',
  reportOf: (name: string) => `Báo vi phạm bình luận của ${name}`,
  rest: (many: number) => `Xem ${figure(many)} bình luận còn lại`,
  tool: (many: number) => (many === 0 ? 'Bình luận' : counted(many, 'bình luận')),
  all: (title: string) => `Bình luận: ${title}`,
  back: 'Về bài viết',

  closed: {
    off: 'Trang này không nhận bình luận.',
    subject: 'Bài này không nhận bình luận.',
    over: 'Bài này đã hết thời gian nhận bình luận.',
  },
  write: 'Viết bình luận',
  answer: 'Trả lời bình luận',
  answering: (name: string) => `Trả lời bình luận của ${name}:`,
  lead: (days: number, before: boolean) =>
    before
      ? `Bình luận hiện sau khi được duyệt, thường trong ${promise(days)}. Thư điện tử không hiện công khai.`
      : `Bình luận đầu tiên của mỗi người hiện sau khi được duyệt, thường trong ${promise(days)}. Thư điện tử không hiện công khai.`,
  name: 'Họ và tên',
  nameHelp: 'Hiện công khai, đúng như quý vị ghi.',
  email: 'Thư điện tử',
  body: 'Nội dung',
  consent: `Gửi bình luận là đồng ý cho trang hiện tên và nội dung. Thư điện tử chỉ Ban Biên tập xem, xóa sau ${keptDays.email} ngày.`,
  send: 'Gửi bình luận',
  sending: 'Đang gửi…',
  trap: 'Để trống ô này',
  sentTitle: 'Đã nhận bình luận',
  heldNext: (days: number) =>
    `Ban Biên tập sẽ xem, thường trong ${promise(days)}. Bình luận hiện dưới bài sau khi được duyệt; nội dung trái pháp luật, xúc phạm người khác hoặc quảng cáo không được duyệt.`,
  shownTitle: 'Bình luận đã hiện',
  shownNext: 'Bình luận đang hiện dưới bài. Ban Biên tập vẫn có thể xem lại sau.',
  toComment: 'Xem bình luận',
  reportTitle: 'Báo vi phạm',
  reportLead: (name: string) => `Bình luận của ${name}:`,
  cause: 'Vì sao bình luận này không nên hiện?',
  note: 'Ghi rõ thêm',
  reportSend: 'Gửi báo vi phạm',
  keepAway: 'Để sau',
  reportedTitle: 'Đã nhận báo vi phạm',
  reportedNext:
    'Ban Biên tập sẽ xem lại bình luận. Trong lúc ấy bình luận vẫn hiện; trang không cho ai biết người báo là ai.',
} as const;

/** Comments as readers see them. */
export const commentWords = inLanguages(vietnameseComments, comments);

const vietnamesePolls = {
  title: 'Thăm dò ý kiến',
  lead: 'Các cuộc thăm dò ý kiến của trang. Mỗi trình duyệt được một phiếu, đổi được lựa chọn đến khi kết thúc.',
  none: 'Chưa có cuộc thăm dò nào',
  noneBody: 'Cuộc thăm dò mới sẽ hiện ở trang này.',
  choose: 'Chọn một phương án',
  chooseSome: (most: number) => `Chọn tối đa ${figure(most)} phương án`,
  vote: 'Bỏ phiếu',
  change: 'Đổi lựa chọn',
  saveChange: 'Lưu lựa chọn mới',
  keep: 'Giữ lựa chọn cũ',
  open: 'Mở trang thăm dò',
  voters: (many: number) => counted(many, 'lượt'),
  noVotes: 'Chưa có phiếu nào.',
  chosen: 'Quý vị đã chọn:',
  share: (share: number) => keepTogether(`${figure(share)} %`),
  votes: (many: number) => counted(many, 'phiếu'),
  until: (day: string) => `Đến hết ngày ${dayText(day)}.`,
  from: (day: string) => `Mở từ ngày ${dayText(day)}.`,
  over: (day: string | null) =>
    day === null ? 'Đã kết thúc.' : `Đã kết thúc ngày ${dayText(day)}.`,
  hiddenUntilVote: 'Kết quả hiện sau khi quý vị bỏ phiếu.',
  hiddenUntilEnd: 'Kết quả được công bố khi cuộc thăm dò kết thúc.',
  recorded: 'Đã ghi nhận phiếu.',
  changed: 'Đã đổi lựa chọn.',
  noCookie: 'Trình duyệt này không giữ cookie nên trang không nhớ được lựa chọn của quý vị.',
  ofVoters: 'Mỗi người chọn được nhiều phương án; tỷ lệ tính trên số người bỏ phiếu.',
  honest:
    'Đây là ý kiến của những người đọc tự bỏ phiếu, không phải điều tra chọn mẫu. Mỗi trình duyệt một phiếu và số phiếu từ một đường truyền trong ngày có hạn; cách này giảm chứ không ngăn hết việc một người bỏ nhiều phiếu.',
  privacy: `Trang không biết quý vị là ai: dấu để nhận ra phiếu được xóa ${keptDays.votes} ngày sau khi kết thúc.`,
  phase: {
    open: 'Đang mở',
    over: 'Đã kết thúc',
    waiting: 'Chờ đến ngày mở',
    draft: '',
  } satisfies Record<PollPhase, string>,
  all: 'Các cuộc thăm dò khác',
} as const;

/** Polls as readers see them. */
export const pollWords = inLanguages(vietnamesePolls, polls);

/** Writing to the office. */
export const feedbackWords = {
  title: 'Góp ý',
  lead: (name: string) =>
    `Quý vị góp ý, hỏi hoặc báo sai sót với ${name}. Văn phòng trả lời qua thư điện tử.`,
  closed: 'Trang này hiện không nhận góp ý qua biểu mẫu. Cách liên hệ với văn phòng ở cuối trang.',
  name: 'Họ và tên',
  email: 'Thư điện tử',
  emailHelp: 'Để văn phòng trả lời. Không ghi thì văn phòng vẫn đọc nhưng không trả lời được.',
  topic: 'Góp ý về',
  body: 'Nội dung',
  bodyHelp: 'Góp ý về một bài thì ghi tên bài hoặc địa chỉ của bài.',
  consent: `Tên và thư điện tử chỉ dùng để trả lời góp ý này, xóa sau ${keptDays.feedback} ngày kể từ khi xử lý xong.`,
  send: 'Gửi góp ý',
  sending: 'Đang gửi…',
  sentTitle: 'Đã nhận góp ý',
  sent: (name: string) =>
    `${name} đã nhận góp ý của quý vị và sẽ trả lời qua thư điện tử nếu quý vị có ghi địa chỉ.`,
} as const;

const vietnamesePassing = {
  tool: 'Gửi qua thư điện tử',
  title: 'Gửi bài qua thư điện tử',
  lead: (title: string) => `Trang gửi tên bài, lời dẫn và địa chỉ của bài “${title}”.`,
  to: 'Thư điện tử người nhận',
  toHelp: 'Mỗi lần một địa chỉ, như ten@congty.vn.',
  name: 'Họ và tên người gửi',
  nameHelp: 'Ghi trong thư, đúng như quý vị ghi.',
  consent:
    'Trang không lưu hai địa chỉ này; người nhận có thể từ chối nhận thư như vậy. Mỗi địa chỉ nhận nhiều nhất 3 thư một ngày.',
  send: 'Gửi thư',
  sending: 'Đang gửi…',
  back: 'Về bài viết',
  sentTitle: 'Đã nhận yêu cầu gửi thư',
  sent: 'Thư đi trong ít phút, trừ khi người nhận đã từ chối nhận thư như vậy.',
  refuseTitle: 'Không nhận thư gửi bài nữa',
  refuseLead:
    'Quý vị đã nhận một thư do một người đọc gửi từ trang này. Trang không lưu địa chỉ của quý vị.',
  refuseBody: 'Từ chối rồi thì không trang nào trong hệ thống gửi thư như vậy đến địa chỉ ấy nữa.',
  refuse: 'Không nhận nữa',
  refused: 'Đã từ chối.',
  refusedBody: 'Từ nay không có thư gửi bài nào đến địa chỉ ấy nữa.',
} as const;

/** Passing an article on. */
export const passWords = inLanguages(vietnamesePassing, passing);

export const homeWords = inLanguages({ home: 'Trang chủ' }, { home: 'Home' });
