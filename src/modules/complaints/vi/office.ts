import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { count } from './names.ts';

/** The office's pages. */
export const words = {
  list: 'Khiếu nại, kiến nghị',
  found: (total: number, filtered: boolean): string =>
    filtered ? `Có ${count(total)} đơn khớp với bộ lọc.` : `Có ${count(total)} đơn.`,
  figures: (open: number, over: number): string =>
    over === 0
      ? `${count(open)} đơn đang giải quyết.`
      : `${count(open)} đơn đang giải quyết, ${count(over)} đơn quá hạn.`,
  inTime: (inTime: number, answered: number): string =>
    `Trả lời đúng hạn ${count(inTime)} trong ${count(answered)} đơn đã trả lời.`,
  searchChip: (typed: string): string => `“${typed}”`,
  columns: {
    number: 'Số đơn',
    complainant: 'Người gửi',
    topic: 'Về',
    received: 'Ngày nhận',
    due: 'Hạn',
    state: 'Tình trạng',
  },
  anyState: 'Mọi tình trạng',
  anyTopic: 'Mọi nội dung',
  anyDue: 'Mọi hạn',
  dueFilter: 'Hạn',
  dueNames: { over: 'Quá hạn', soon: 'Còn 3 ngày trở xuống' },
  drafted: 'Có dự thảo chờ duyệt',
  aboutChip: 'Hồ sơ bị khiếu nại',
  left: (days: number): string =>
    days < 0
      ? `quá ${count(-days)} ngày`
      : days === 0
        ? 'hôm nay là ngày cuối'
        : `còn ${count(days)} ngày`,
  noDue: 'Không còn hạn',
  noneMatch: 'Không có đơn nào khớp với bộ lọc',
  wouldFind: (label: string, total: number) => ({
    before: `Bỏ điều kiện ${label} sẽ thấy `,
    link: `${count(total)} đơn`,
    after: '.',
  }),
  firstTitle: 'Chưa có đơn nào',
  firstBody:
    'Người dự thi gửi đơn qua liên kết của hồ sơ trong thời gian nhận khiếu nại; đơn giấy thì nhập ở đây.',
  firstRead: 'Đơn gửi qua liên kết của hồ sơ hoặc bằng giấy hiện ở đây.',
  letter: 'Nhập đơn giấy',
  letterLead: 'Đơn giấy phải có họ tên và địa chỉ. Đơn nặc danh không nhập.',
  letterSave: 'Nhận đơn',
  letterHelp: {
    about:
      'Số biên nhận, hoặc tên giải pháp như trong đơn. Để trống khi đơn không nói về hồ sơ nào.',
    email: 'Có thì thư báo nhận đơn, thụ lý và trả lời gửi tới đây.',
    body: 'Ghi đủ ý chính của đơn; kèm bản chụp đơn.',
    received: 'Ngày đơn đến, theo dấu công văn đến. Thời hạn tính từ ngày này.',
  },
  filesHelp: (most: number, size: string): string =>
    `Tối đa ${count(most)} tệp, mỗi tệp tối đa ${size}. Chọn một tệp rồi bấm Thêm tệp.`,
  rules: {
    title: 'Thời hạn giải quyết khiếu nại',
    edit: 'Sửa thời hạn',
    lead: 'Áp dụng cho đơn nhận từ lúc lưu; đơn đã nhận giữ thời hạn ghi lúc nhận.',
    sample: 'Đang dùng mẫu tham khảo',
    sampleBody: 'Thay số ngày và căn cứ theo quy chế của đơn vị rồi lưu.',
    acceptHelp: 'Kể từ ngày nhận đơn; ngày nhận không tính, ngày cuối có tính.',
    answerHelp: 'Kể từ ngày thụ lý; ngày thụ lý không tính, ngày cuối có tính.',
    countingHelp: {
      calendar: 'Tính mọi ngày, kể cả thứ Bảy, Chủ nhật và ngày lễ.',
      working:
        'Tính từ thứ Hai đến thứ Sáu. Phần mềm không biết ngày nghỉ lễ nên vẫn tính ngày lễ; gặp lễ dài thì gia hạn.',
    },
    basisHelp: 'Ví dụ: Điều 12 Quy chế hội thi ban hành kèm Quyết định số 15/QĐ-LHH.',
    days: 'ngày',
    save: 'Lưu thời hạn',
    saved: 'Đã lưu thời hạn.',
  },
  one: {
    named: (number: string): string => `Đơn ${number}`,
    details: 'Đơn',
    from: 'Người gửi',
    fromHelp: 'Chỉ văn phòng biết. Không nêu tên này với giám khảo và với hồ sơ bị khiếu nại.',
    origins: { link: 'Gửi qua liên kết của hồ sơ', paper: 'Đơn giấy' },
    origin: 'Cách gửi',
    ownDossier: 'Hồ sơ của người gửi',
    aboutText: 'Hồ sơ bị khiếu nại, theo lời đơn',
    about: 'Hồ sơ bị khiếu nại',
    aboutUnknown: 'Chưa ghi là hồ sơ nào',
    received: 'Nhận lúc',
    receivedOn: 'Ngày nhận đơn',
    inTime: 'Trong thời gian nhận khiếu nại',
    outOfTime: 'Ngoài thời gian nhận khiếu nại',
    window: 'So với thời gian nhận',
    contact: 'Liên hệ',
    clock: 'Thời hạn',
    acceptBy: 'Hạn thụ lý',
    acceptedOn: 'Ngày thụ lý',
    answerBy: 'Hạn trả lời',
    extended: (days: number): string => `đã gia hạn ${count(days)} ngày`,
    until: (day: string): string => `hết ngày ${formatDate(day)}`,
    counted: (accept: number, answer: number, counting: string): string =>
      `Thụ lý ${count(accept)} ngày, trả lời ${count(answer)} ngày, ${counting}.`,
    basis: 'Căn cứ',
    handler: 'Người giải quyết',
    text: 'Nội dung',
    asks: 'Yêu cầu giải quyết',
    files: 'Tệp kèm theo',
    noFiles: 'Không kèm tệp nào.',
    proof: 'Biên nhận',
    sha256: 'SHA-256 của nội dung',
    frozen: 'Tải nội dung đã gửi (.json)',
    draftTitle: 'Dự thảo trả lời, chưa gửi',
    answerTitle: 'Trả lời',
    outcome: 'Kết luận',
    document: 'Công văn',
    documentOf: (number: string, day: string): string => `Số ${number} ngày ${formatDate(day)}`,
    letter: 'Tải công văn trả lời (Word)',
    letterDraft: 'Tải dự thảo công văn (Word)',
    history: 'Quá trình giải quyết',
    complainant: 'Người gửi đơn',
    machine: 'Hệ thống',
    reopens: 'Đề nghị mở lại phiếu chấm.',
    sheets: 'Mở phiếu chấm của hồ sơ',
    refusal: 'Lý do không thụ lý',
    back: 'Về danh sách đơn',
    reason: (text: string): string => `Lý do: ${text}`,
  },
  said: {
    'da-nhan': 'Đã nhận đơn.',
    'da-thu-ly': 'Đã thụ lý. Thời hạn trả lời bắt đầu chạy.',
    'da-tu-choi': 'Đã ghi là không thụ lý.',
    'da-ghi-ho-so': 'Đã ghi hồ sơ bị khiếu nại.',
    'da-giao': 'Đã giao giải quyết.',
    'da-hoi': 'Đã ghi việc hỏi ý kiến hội đồng.',
    'da-gia-han': 'Đã gia hạn trả lời.',
    'da-du-thao': 'Đã lưu dự thảo. Lãnh đạo xem rồi duyệt.',
    'da-tra-loi': 'Đã trả lời.',
    'da-ket-thuc': 'Đã kết thúc đơn này.',
    'da-rut': 'Đã ghi là người gửi rút đơn.',
  },
  mailed: 'Người gửi được báo bằng thư điện tử.',
  notMailed: 'Người gửi không có địa chỉ thư điện tử: gửi công văn theo đường bưu điện.',
  acts: {
    accept: {
      verb: 'Thụ lý đơn',
      help: 'Từ ngày thụ lý, thời hạn trả lời bắt đầu chạy. Người gửi được báo.',
      on: 'Để trống là hôm nay.',
      reason: 'Ghi chú',
    },
    refuse: {
      verb: 'Không thụ lý đơn',
      help: 'Lý do được báo cho người gửi.',
    },
    identify: {
      verb: 'Ghi hồ sơ này',
      help: 'Ghi số biên nhận. Hồ sơ ấy không được báo, và không biết ai khiếu nại.',
      said: (text: string): string => `Đơn viết: “${text}”.`,
    },
    assign: {
      verb: 'Giao giải quyết',
      help: 'Ghi họ tên người, hoặc tên tổ giải quyết. Không giao cho giám khảo đã chấm hồ sơ nói trong đơn.',
      reason: 'Ghi chú',
    },
    consult: {
      verb: 'Ghi việc hỏi hội đồng',
      help: 'Ghi câu hỏi hoặc ý kiến của hội đồng. Không nêu tên người gửi đơn.',
      reason: 'Câu hỏi, ý kiến',
      reopensHelp: 'Chỉ là ghi chú. Việc mở lại phiếu làm ở trang chấm của hồ sơ.',
    },
    extend: {
      verb: 'Gia hạn',
      help: (day: string): string =>
        `Hạn hiện nay: hết ngày ${formatDate(day)}. Mỗi đơn chỉ gia hạn một lần, trước khi hết hạn. Lý do được báo cho người gửi.`,
      days: 'ngày',
    },
    propose: {
      verb: 'Lưu dự thảo',
      help: 'Người ngoài văn phòng chưa thấy dự thảo. Không nêu tên tác giả của hồ sơ bị khiếu nại.',
    },
    answer: {
      verb: 'Duyệt và trả lời',
      help: 'Trả lời đúng như dự thảo dưới đây. Muốn sửa thì mở dự thảo, lưu lại rồi duyệt.',
      document: 'Ví dụ 12/BTCHT.',
    },
    close: {
      verb: 'Kết thúc đơn',
      help: 'Đơn đã trả lời xong, không còn việc gì.',
      reason: 'Ghi chú',
    },
    withdraw: {
      verb: 'Ghi là đã rút',
      help: 'Khi người gửi rút đơn bằng giấy. Qua liên kết thì người gửi tự rút.',
    },
  },
  desk: {
    over: (many: number): string => `${count(many)} khiếu nại, kiến nghị quá hạn giải quyết`,
    soon: (many: number): string => `${count(many)} khiếu nại, kiến nghị sắp hết hạn giải quyết`,
    drafted: (many: number): string => `${count(many)} dự thảo trả lời khiếu nại chờ duyệt`,
    open: 'Mở danh sách',
  },
} as const;

/** The letter of the answer. */
export const documentWords = {
  subject: (number: string, edition: string): string =>
    `trả lời khiếu nại, kiến nghị số ${number} về ${edition}`,
  intro: (number: string, day: string, topic: string): string =>
    `Ngày ${formatDate(day)}, ban tổ chức nhận được khiếu nại, kiến nghị của Ông/Bà (đơn số ${number}) về: ${topic}.`,
  accepted: (day: string): string =>
    `Đơn được thụ lý ngày ${formatDate(day)}. Sau khi xem xét, ban tổ chức trả lời như sau:`,
  outcome: (name: string): string => `Kết luận: ${name.toLocaleLowerCase('vi')}.`,
  end: 'Trên đây là trả lời của ban tổ chức. Trân trọng thông báo để Ông/Bà biết.',
  to: (name: string, address: string): string => `Ông/Bà ${name} (${address})`,
  asAbove: 'Như trên',
  position: 'Trưởng Ban',
  capital: 'Hà Nội',
  file: (number: string): string => `cong-van-tra-loi-${number}.docx`,
  frozenFile: (number: string): string => `${number}.json`,
} as const;
