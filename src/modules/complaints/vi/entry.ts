import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { count, second } from './names.ts';

/** The pages behind the link of a dossier. */
export const entryWords = {
  title: 'Khiếu nại, kiến nghị',
  lead: 'Khiếu nại, kiến nghị về việc xét hợp lệ, về kết quả, trình tự chấm, hoặc về hồ sơ khác của hội thi này.',
  open: (closes: string | null): string =>
    closes === null
      ? 'Đang nhận khiếu nại, kiến nghị.'
      : `Nhận khiếu nại, kiến nghị đến ${second(closes)}.`,
  notYet: (opens: string): string => `Nhận khiếu nại, kiến nghị từ ${second(opens)}.`,
  over: (closes: string): string => `Đã hết thời gian nhận khiếu nại lúc ${second(closes)}.`,
  notNow: 'Hiện không nhận khiếu nại qua trang này.',
  onPaper: 'Có thể gửi bằng đơn giấy, ghi rõ họ tên và địa chỉ, tới ban tổ chức.',
  write: 'Viết khiếu nại, kiến nghị',
  listTitle: 'Đơn đã gửi',
  none: 'Chưa gửi đơn nào',
  noneBody: 'Đơn đã gửi hiện ở đây, cùng tình trạng giải quyết.',
  noneClosed: 'Hồ sơ này chưa gửi đơn nào.',
  sentOn: (day: string): string => `Gửi ngày ${formatDate(day)}`,
  columns: { number: 'Số đơn', topic: 'Về', day: 'Ngày gửi', state: 'Tình trạng' },
  form: {
    title: 'Viết khiếu nại, kiến nghị',
    rules: (accept: number, answer: number, counting: string): string =>
      `Ban tổ chức báo thụ lý trong ${count(accept)} ngày kể từ ngày nhận, trả lời trong ${count(answer)} ngày kể từ ngày thụ lý (${counting}, tính cả ngày cuối).`,
    kept: 'Họ tên người gửi chỉ ban tổ chức biết: không đưa cho giám khảo và cho hồ sơ bị khiếu nại. Đơn không ghi họ tên thì không được nhận.',
    choose: 'Chọn một mục',
    aboutHelp:
      'Số biên nhận hoặc tên giải pháp của hồ sơ khác. Để trống khi nói về hồ sơ của chính mình.',
    nameHelp: 'Họ tên thật của người viết đơn.',
    addressHelp: 'Nơi nhận thư trả lời.',
    bodyHelp:
      'Việc gì, lúc nào, vì sao cho là chưa đúng. Không nêu tên tác giả của hồ sơ khác nếu không cần.',
    asksHelp: 'Ví dụ: xem lại điểm phần tính mới; xem lại điều kiện dự thi của hồ sơ nêu trên.',
    mailTo: (address: string): string =>
      `Thư báo nhận đơn, thụ lý và trả lời gửi tới ${address}, địa chỉ đã ghi khi lập hồ sơ.`,
    filesHelp: (most: number, size: string): string =>
      `Tối đa ${count(most)} tệp, mỗi tệp tối đa ${size}: PDF, Word, Excel, ảnh. Chọn một tệp rồi bấm Thêm tệp.`,
    file: 'Chọn tệp',
    add: 'Thêm tệp',
    filesAdded: 'Tệp đã nhận',
    send: 'Gửi đơn',
    back: 'Về trang khiếu nại',
    added: 'Đã nhận tệp. Đơn chưa gửi: xem lại rồi bấm Gửi đơn.',
  },
  one: {
    title: (number: string): string => `Đơn số ${number}`,
    sent: (number: string): string => `Đã nhận đơn số ${number}`,
    sentBody: 'Giữ lại số đơn và mã kiểm nội dung dưới đây.',
    sentMail: 'Thư báo đã nhận đơn được gửi tới địa chỉ của hồ sơ.',
    taken: 'Đã rút đơn.',
    receipt: 'Biên nhận đơn',
    number: 'Số đơn',
    received: 'Thời điểm nhận (giờ Việt Nam)',
    sha256: 'Mã kiểm nội dung (SHA-256)',
    shaHelp: 'Tính trên toàn bộ nội dung đã gửi và các tệp kèm theo; sửa một chữ thì mã khác hẳn.',
    frozen: 'Tải nội dung đã gửi (.json)',
    acceptBy: 'Hạn báo thụ lý',
    answerBy: 'Hạn trả lời',
    until: (day: string): string => `Hết ngày ${formatDate(day)}`,
    state: 'Tình trạng',
    content: 'Nội dung đã gửi',
    answer: 'Trả lời của ban tổ chức',
    noText: 'Không có',
    history: 'Quá trình giải quyết',
    withdraw: 'Rút đơn',
    back: 'Về danh sách đơn',
  },
  withdraw: {
    title: 'Rút đơn',
    question: (number: string): string => `Rút đơn số ${number}?`,
    body: 'Rút rồi thì đơn này không được giải quyết nữa. Còn thời gian thì có thể gửi đơn khác.',
    reason: 'Vì sao rút',
    reasonMissing: 'Ghi ngắn gọn vì sao rút đơn.',
    keep: 'Giữ đơn',
  },
} as const;
