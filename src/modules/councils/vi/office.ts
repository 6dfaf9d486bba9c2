import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { Problem } from '../rules/problems.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);

/** Parts of the three sections and their tabs. */
export const sectionWords = {
  section: 'Hội đồng và giám khảo',
  councils: 'Hội đồng',
  judges: 'Giám khảo',
  conflicts: 'Quan hệ lợi ích',
  nobody: 'Giám khảo',
};

export const problemText = ({ code, data }: Problem): string => {
  switch (code) {
    case 'no_council':
      return 'Chưa có hội đồng nào. Lập hội đồng cho từng lĩnh vực, hoặc một hội đồng chung.';
    case 'field_uncovered':
      return data.field === ''
        ? `Giai đoạn “${data.phase}” chưa có hội đồng nào chấm.`
        : `Lĩnh vực “${data.field}” chưa có hội đồng chấm ở giai đoạn “${data.phase}”.`;
    case 'field_twice':
      return data.field === ''
        ? `Giai đoạn “${data.phase}” có nhiều hội đồng cùng chấm: ${data.names}.`
        : `Lĩnh vực “${data.field}” có nhiều hội đồng cùng chấm ở giai đoạn “${data.phase}”: ${data.names}.`;
    case 'no_seats':
      return 'Chưa có thành viên nào.';
    case 'no_chair':
      return 'Chưa có chủ tịch.';
    case 'no_secretary':
      return 'Chưa có thư ký.';
    case 'few_votes':
      return `Mới có ${count(data.votes)} thành viên có quyền biểu quyết; cần ít nhất ${count(data.least)}.`;
    case 'few_judges':
      return `Có ${count(data.seats)} thành viên, mỗi hồ sơ cần ${count(data.each)} người chấm.`;
    case 'no_voting':
      return 'Chưa chọn quy tắc biểu quyết.';
    case 'field_gone':
      return `Lĩnh vực “${data.field}” không còn trong lần tổ chức. Sửa lại hội đồng.`;
    case 'phase_gone':
      return `Giai đoạn “${data.phase}” không còn là giai đoạn chấm. Sửa lại hội đồng.`;
    case 'voting_gone':
      return 'Quy tắc biểu quyết đã chọn không còn trong lần tổ chức. Chọn lại.';
    case 'chair_without_vote':
      return 'Chủ tịch không có quyền biểu quyết.';
    case 'even_votes':
      return `Số người có quyền biểu quyết là số chẵn (${count(data.votes)}): có thể hòa phiếu.`;
    case 'not_accepted':
      return `${count(data.waiting)} thành viên chưa nhận lời.`;
  }
};

export const councilWords = {
  title: 'Hội đồng',
  lead: (councils: number, seats: number) =>
    `${count(councils)} hội đồng, ${count(seats)} ghế đã giao.`,
  leadNone: 'Mỗi lĩnh vực có một hội đồng ở mỗi giai đoạn chấm.',
  create: 'Lập hội đồng',
  edit: 'Sửa hội đồng',
  remove: 'Xóa hội đồng',
  firstTitle: 'Chưa có hội đồng nào',
  firstBody:
    'Lập hội đồng cho từng lĩnh vực và từng vòng, giao ghế chủ tịch, thư ký, ủy viên. Hội đồng không ghi lĩnh vực thì chấm mọi lĩnh vực.',
  notReviewing:
    'Lần tổ chức này chưa có giai đoạn nào chấm theo phiếu. Đặt phiếu chấm cho giai đoạn trước, rồi lập hội đồng.',
  problems: 'Việc còn thiếu của các hội đồng',
  columns: {
    name: 'Tên hội đồng',
    fields: 'Lĩnh vực',
    phases: 'Giai đoạn chấm',
    chair: 'Chủ tịch',
    seats: 'Ghế',
    problems: 'Còn thiếu',
  },
  allFields: 'Mọi lĩnh vực',
  allPhases: 'Mọi giai đoạn chấm',
  complete: 'Đủ',
  missing: (many: number) => `${count(many)} việc`,
  noChair: 'Chưa có',
  labels: {
    name: 'Tên hội đồng',
    fields: 'Lĩnh vực',
    phases: 'Giai đoạn chấm',
    voting: 'Quy tắc biểu quyết',
    decision: 'Quyết định thành lập',
    decided_on: 'Ngày quyết định',
    role: 'Ghế',
    votes: 'Có quyền biểu quyết',
    judge: 'Giám khảo',
  },
  nameHelp: 'Ví dụ: Hội đồng chấm lĩnh vực Nông nghiệp, vòng sơ khảo.',
  fieldsHelp: 'Không đánh dấu lĩnh vực nào: hội đồng chấm mọi lĩnh vực.',
  phasesHelp: 'Không đánh dấu giai đoạn nào: hội đồng chấm ở mọi giai đoạn.',
  votingEmpty: 'Chưa chọn',
  decisionHelp: 'Số, ký hiệu và cơ quan ban hành: 15/QĐ-BTC.',
  save: 'Lưu hội đồng',
  notSet: 'chưa ghi',
  terms: {
    fields: 'Lĩnh vực',
    phases: 'Giai đoạn chấm',
    voting: 'Biểu quyết',
    decision: 'Quyết định',
  },
  decided: (decision: string, day: string | null) =>
    day === null ? decision : `${decision}, ngày ${day}`,
  members: 'Thành viên',
  give: 'Giao ghế',
  giveTo: 'Giao ghế trong hội đồng',
  noSeats: 'Chưa giao ghế nào.',
  noJudges: 'Danh sách giám khảo còn trống. Thêm giám khảo trước rồi giao ghế.',
  chooseJudge: 'Chọn giám khảo',
  seatColumns: {
    judge: 'Thành viên',
    unit: 'Đơn vị',
    role: 'Ghế',
    votes: 'Biểu quyết',
    state: 'Tình trạng',
    act: 'Thao tác',
  },
  yes: 'Có',
  no: 'Không',
  change: 'Đổi ghế',
  takeBack: 'Bỏ ghế',
  takeBackOf: (name: string) => `Bỏ ghế của ${name}?`,
  takeBackBody:
    'Người này không còn trong hội đồng; vẫn là giám khảo của lần tổ chức. Phiếu đã ký vẫn được giữ.',
  removeOf: (name: string) => `Xóa ${name}?`,
  removeBody: 'Các ghế của hội đồng mất theo. Giám khảo vẫn còn trong danh sách.',
  keep: 'Giữ lại',
  saved: 'Đã lưu hội đồng.',
  created: 'Đã lập hội đồng. Giao ghế cho từng thành viên.',
  removed: 'Đã xóa hội đồng.',
  seated: 'Đã giao ghế.',
  vacated: 'Đã bỏ ghế.',
};

export const judgeWords = {
  title: 'Giám khảo',
  lead: (accepted: number, all: number) =>
    `${count(accepted)} người đã nhận lời, trong ${count(all)} người.`,
  leadNone: 'Tìm người trong hồ sơ hội viên, hoặc ghi tên, rồi gửi thư mời kèm liên kết riêng.',
  add: 'Thêm giám khảo',
  importIn: 'Nhập từ Excel',
  firstTitle: 'Chưa có giám khảo nào',
  firstBody:
    'Thêm người dự kiến. Hệ thống đối chiếu ngay với hồ sơ đã nộp và nêu các quan hệ lợi ích trước khi mời.',
  noneMatch: 'Không có giám khảo nào khớp',
  noneBody: 'Bỏ bớt điều kiện lọc để xem những người khác.',
  filters: { state: 'Tình trạng', field: 'Lĩnh vực', any: 'Tất cả' },
  columns: {
    name: 'Họ và tên',
    unit: 'Đơn vị',
    state: 'Tình trạng',
    seats: 'Ghế',
    conflicts: 'Hồ sơ không được chấm',
    load: 'Nhận chấm',
  },
  upTo: (many: number) => `tối đa ${count(many)}`,
  noLimit: 'không hạn chế',
  noSeat: 'chưa giao',
  toLook: (many: number) => `${count(many)} chờ xem`,
  labels: {
    person: 'Người trong hồ sơ hội viên',
    name: 'Họ và tên',
    title: 'Học hàm, học vị',
    unit: 'Đơn vị công tác',
    email: 'Thư điện tử',
    phone: 'Điện thoại',
    birth: 'Ngày sinh',
    expertise: 'Lĩnh vực chuyên môn',
    max_load: 'Số hồ sơ nhận chấm nhiều nhất trong một giai đoạn',
    words: 'Lời thêm trong thư mời',
    anyway: 'Vẫn mời',
    reason: 'Lý do',
  },
  find: 'Tìm trong hồ sơ hội viên',
  findHelp: 'Gõ họ tên; có dấu hay không dấu đều tìm được.',
  choose: 'Chọn',
  chooseOf: (name: string) => `Chọn ${name}`,
  foundNone: 'Không có ai tên như vậy trong những hồ sơ mà đơn vị xem được. Ghi thông tin ở dưới.',
  found: 'Tìm thấy trong hồ sơ hội viên',
  foundColumns: { name: 'Họ và tên', birth: 'Sinh', unit: 'Nơi công tác' },
  chosen: (name: string) => `Lấy từ hồ sơ hội viên: ${name}`,
  notHim: 'Chọn người khác',
  nameHelp: 'Học hàm, học vị ghi ở ô riêng.',
  titleHelp: 'Ví dụ: PGS.TS, ThS, KS.',
  unitHelp: 'Ghi đủ tên để đối chiếu với đơn vị của tác giả.',
  emailHelp: 'Thư mời và liên kết riêng gửi tới địa chỉ này.',
  birthHelp: 'Nếu biết: để phân biệt với tác giả trùng tên. Ghi ngày, tháng/năm hoặc năm.',
  expertiseHelp: 'Không đánh dấu: nhận mọi lĩnh vực.',
  loadHelp: 'Để trống: không hạn chế.',
  save: 'Lưu',
  propose: 'Thêm vào danh sách',
  edit: 'Sửa thông tin',
  invite: 'Gửi thư mời',
  inviteAgain: 'Mời lại',
  inviteTitle: 'Mời giám khảo',
  inviteTo: (email: string) => `Thư mời gửi tới ${email}, kèm liên kết riêng để trả lời.`,
  noMail: 'Chưa có thư điện tử. Ghi thư điện tử trước khi mời.',
  conflictsFirst: (many: number) =>
    `Người này không được chấm ${count(many)} hồ sơ vì các quan hệ sau. Nếu mời, các hồ sơ đó giao cho người khác.`,
  more: (many: number) => `Xem tất cả ${count(many)} quan hệ`,
  noConflicts: 'Chưa thấy quan hệ nào với các hồ sơ đã nộp.',
  anyway: 'Vẫn mời: đã xem các quan hệ trên',
  wordsHelp: 'Ví dụ: thời gian chấm, thù lao, người liên hệ. Không bắt buộc.',
  sendLink: 'Gửi lại liên kết',
  sendLinkAsk: (name: string) => `Gửi liên kết mới cho ${name}?`,
  sendLinkBody: (email: string) =>
    `Liên kết mới gửi tới ${email}. Liên kết đã gửi trước không dùng được nữa.`,
  end: 'Thôi tham gia',
  endBody:
    'Ghế và liên kết của người này mất hiệu lực ngay; hồ sơ đã giao phải giao cho người khác. Phiếu đã ký vẫn được giữ.',
  remove: 'Xóa khỏi danh sách',
  removeOf: (name: string) => `Xóa ${name} khỏi danh sách?`,
  removeBody: 'Người này chưa được mời nên xóa được.',
  keep: 'Giữ lại',
  terms: {
    unit: 'Đơn vị',
    email: 'Thư điện tử',
    phone: 'Điện thoại',
    birth: 'Sinh',
    expertise: 'Chuyên môn',
    load: 'Nhận chấm',
    invited: 'Mời lúc',
    answered: 'Trả lời lúc',
    reason: 'Lý do',
    person: 'Hồ sơ hội viên',
  },
  anyField: 'mọi lĩnh vực',
  record: 'Mở hồ sơ',
  seats: 'Ghế trong các hội đồng',
  relations: 'Quan hệ đã khai',
  relationColumns: { relation: 'Quan hệ', name: 'Tên người', unit: 'Đơn vị', note: 'Ghi chú' },
  noRelations: 'Không khai quan hệ nào.',
  notYetRelations: 'Giám khảo khai khi nhận lời.',
  conflicts: 'Hồ sơ không được chấm',
  notice: {
    added: 'Đã thêm vào danh sách.',
    saved: 'Đã lưu.',
    savedMail: 'Đã lưu. Địa chỉ đã đổi nên liên kết cũ không dùng được nữa: gửi lại liên kết.',
    invited: 'Đã gửi thư mời.',
    sent: 'Đã gửi liên kết mới.',
    ended: 'Đã ghi thôi tham gia.',
    removed: 'Đã xóa khỏi danh sách.',
  },
};

export const conflictWords = {
  title: 'Quan hệ lợi ích',
  lead: (open: number, all: number) => `${count(open)} quan hệ chờ xem xét, trong ${count(all)}.`,
  leadNone: 'Quan hệ giữa giám khảo và hồ sơ: cùng đơn vị, đồng tác giả, người thân.',
  find: 'Tìm lại',
  found: (added: number, gone: number) =>
    added === 0 && gone === 0
      ? 'Đã tìm lại, không có gì thay đổi.'
      : `Đã tìm lại: thêm ${count(added)}, bớt ${count(gone)}.`,
  add: 'Ghi quan hệ',
  none: 'Chưa thấy quan hệ nào',
  noneBody:
    'Hệ thống đối chiếu giám khảo với tác giả của mọi hồ sơ mỗi khi có hồ sơ nộp, có giám khảo mới hoặc giám khảo khai quan hệ.',
  noneMatch: 'Không có quan hệ nào khớp',
  noneMatchBody: 'Bỏ bớt điều kiện lọc để xem những quan hệ khác.',
  list: 'Quan hệ giữa giám khảo và hồ sơ',
  filters: {
    state: 'Tình trạng',
    kind: 'Loại quan hệ',
    sure: 'Mức chắc chắn',
    source: 'Nguồn',
    any: 'Tất cả',
    more: 'Lọc thêm',
    judge: 'Một giám khảo',
    dossier: 'Một hồ sơ',
  },
  columns: {
    judge: 'Giám khảo',
    dossier: 'Hồ sơ',
    kind: 'Quan hệ',
    state: 'Tình trạng',
  },
  evidence: 'Căn cứ',
  counts: 'Khi chưa kết luận, quan hệ vẫn có hiệu lực: giám khảo không được giao hồ sơ này.',
  decide: 'Kết luận',
  dismiss: 'Bỏ qua: được chấm',
  dismissHelp: 'Ghi rõ vì sao quan hệ này không ảnh hưởng: người khác trùng tên, đơn vị khác …',
  uphold: 'Giữ: không được chấm',
  answer: 'Kết luận',
  reason: 'Lý do',
  reasonUphold: 'Giữ thì không bắt buộc ghi lý do.',
  save: 'Ghi kết luận',
  declaredOnly:
    'Giám khảo tự khai quan hệ này. Ban thư ký không bỏ qua được; chỉ giám khảo rút lại ở trang của mình.',
  terms: {
    judge: 'Giám khảo',
    dossier: 'Hồ sơ',
    kind: 'Quan hệ',
    source: 'Nguồn',
    found: 'Thấy lúc',
    decided: 'Kết luận',
  },
  decidedBy: (state: string, by: string | null, at: string) =>
    `${state}${by === null ? '' : `, ${by}`}, ${at}`,
  labels: {
    judge: 'Giám khảo',
    dossier: 'Số biên nhận hoặc mã hồ sơ',
    kind: 'Quan hệ',
    words: 'Nội dung',
    answer: 'Kết luận',
    reason: 'Lý do',
  },
  chooseJudge: 'Chọn giám khảo',
  chooseKind: 'Chọn loại quan hệ',
  addHelp: 'Quan hệ do ban thư ký ghi có hiệu lực ngay.',
  wordsHelp: 'Ai, quan hệ thế nào, biết từ đâu.',
  saved: 'Đã ghi kết luận.',
  added: 'Đã ghi quan hệ.',
  untitled: 'Hồ sơ chưa đặt tên',
};

/** What was done, in the history of a record. */
export const actionNames: Readonly<Record<string, string>> = {
  'judge.propose': 'Đưa vào danh sách giám khảo',
  'judge.edit': 'Sửa thông tin giám khảo',
  'judge.invite': 'Gửi thư mời',
  'judge.send_link': 'Gửi liên kết mới',
  'judge.answer': 'Giám khảo trả lời',
  'judge.relate': 'Giám khảo khai quan hệ',
  'judge.unrelate': 'Giám khảo rút quan hệ đã khai',
  'judge.end': 'Thôi tham gia',
  'judge.remove': 'Xóa khỏi danh sách',
  'council.create': 'Lập hội đồng',
  'council.edit': 'Sửa hội đồng',
  'council.delete': 'Xóa hội đồng',
  'seat.give': 'Giao ghế',
  'seat.remove': 'Bỏ ghế',
  'conflict.add': 'Ghi quan hệ',
  'conflict.dismiss': 'Bỏ qua: được chấm',
  'conflict.uphold': 'Giữ: không được chấm',
  'conflict.find': 'Tìm lại quan hệ lợi ích',
};

export const deskWords = {
  declined: (many: number, name: string) => ({
    title: `${count(many)} giám khảo từ chối, cần mời người khác`,
    detail: name,
    verb: 'Xem giám khảo',
  }),
  unseated: (many: number, name: string) => ({
    title: `${count(many)} giám khảo đã nhận lời, chưa có ghế trong hội đồng`,
    detail: name,
    verb: 'Giao ghế',
  }),
  declared: (many: number, name: string) => ({
    title: `${count(many)} quan hệ giám khảo tự khai chờ ghi nhận`,
    detail: name,
    verb: 'Xem xét',
  }),
  unanswered: (many: number, name: string) => ({
    title: `${count(many)} thư mời giám khảo chưa có trả lời`,
    detail: name,
    verb: 'Xem giám khảo',
  }),
  conflicts: (many: number, name: string) => ({
    title: `${count(many)} quan hệ lợi ích chờ xem xét`,
    detail: name,
    verb: 'Xem xét',
  }),
};
