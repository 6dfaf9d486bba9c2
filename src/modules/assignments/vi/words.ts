import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { AssignmentState, Freed, How } from '../schema/index.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);

export const permissionNames: Readonly<Record<string, string>> = {
  'assignment.read': 'Xem phân công chấm',
  'assignment.manage': 'Phân công giám khảo, chọn hồ sơ vào vòng sau',
};

const conflictNames: Readonly<Record<string, string>> = {
  author: 'là tác giả',
  same_unit: 'cùng đơn vị',
  nominating_unit: 'thuộc đơn vị đề cử',
  committee: 'cùng ban chấp hành',
  coauthor: 'đồng tác giả',
  co_award: 'cùng được giải',
  supervisor: 'hướng dẫn tác giả',
  family: 'có quan hệ gia đình',
  declared: 'tự khai',
  other: 'lý do khác',
};

export const sayConflicts = (kinds: readonly string[]): string =>
  kinds.map((kind) => conflictNames[kind] ?? kind).join(', ');

export const assignmentIssues: IssueWords = {
  edition_over: () => 'Lần tổ chức này không còn mở nên không đổi phân công được nữa.',
  phase_not_reviewing: () =>
    'Giai đoạn này không chấm theo phiếu, hoặc hội đồng này không chấm trong giai đoạn ấy. Chọn giai đoạn khác.',
  assignment_no_dossiers: () =>
    'Chưa có hồ sơ hợp lệ nào để hội đồng này chấm trong giai đoạn này. Duyệt hồ sơ, hoặc chọn hồ sơ vào vòng này trước.',
  assignment_no_judges: () =>
    'Hội đồng chưa có thành viên nào có quyền biểu quyết đã nhận lời. Mời thành viên, đợi họ nhận lời rồi phân công.',
  assignment_few_judges: (d) =>
    `Mỗi hồ sơ cần ${count(d.each)} giám khảo mà mới có ${count(d.judges)} người nhận lời. Mời thêm thành viên.`,
  assignment_short: (d) =>
    `Còn ${count(d.count)} hồ sơ chưa đủ giám khảo. Mời thêm thành viên, hoặc đánh dấu để phân công phần làm được.`,
  assignment_not_standing: () => 'Hồ sơ này không được hội đồng chấm trong giai đoạn này.',
  assignment_no_seat: () =>
    'Người này không có ghế biểu quyết trong hội đồng, hoặc chưa nhận lời. Chọn người khác.',
  assignment_there: () => 'Người này đã được giao hồ sơ này rồi.',
  assignment_recused: () => 'Người này đã xin không chấm hồ sơ này. Chọn người khác.',
  assignment_conflict: (d) =>
    `Người này có xung đột lợi ích với hồ sơ (${sayConflicts(String(d.kinds).split(','))}). Chọn người khác.`,
  assignment_full: (d) =>
    `Người này đã nhận ${count(d.load)} hồ sơ, nhiều nhất là ${count(d.most)}. Chọn người khác.`,
  assignment_ended: () => 'Phân công này đã được bỏ từ trước.',
  assignment_signed: () => 'Giám khảo đã ký phiếu chấm hồ sơ này nên không bỏ phân công được nữa.',
  phase_takes_all: () => 'Vòng đầu chấm mọi hồ sơ hợp lệ, không phải chọn.',
  phase_entry_unknown: (d) =>
    `${count(d.count)} hồ sơ không thuộc lần tổ chức này hoặc chưa hợp lệ. Tải lại trang rồi chọn lại.`,
  phase_entry_given: (d) =>
    `${count(d.count)} hồ sơ vừa bỏ chọn đã được giao cho giám khảo trong vòng này. Bỏ phân công trước.`,
};

export const howNames: Readonly<Record<How, string>> = {
  solver: 'Máy phân công',
  hand: 'Giao tay',
  whole: 'Cả hội đồng',
};

export const stateNames: Readonly<Record<AssignmentState, string>> = {
  active: 'Đang chấm',
  recused: 'Xin không chấm',
  removed: 'Đã bỏ',
};

/** Why somebody does not judge a dossier any more, beside their name. */
export const freedNames: Readonly<Record<Freed, string>> = {
  ended: 'thôi làm giám khảo',
  declined: 'từ chối',
  seat: 'không còn ghế biểu quyết',
  conflict: 'xung đột lợi ích',
};

export const actionNames: Readonly<Record<string, string>> = {
  'assignment.run': 'Phân công giám khảo',
  'assignment.add': 'Giao thêm giám khảo',
  'assignment.remove': 'Bỏ phân công',
  'assignment.recuse': 'Giám khảo xin không chấm',
  'assignment.free': 'Phân công tự hết hiệu lực',
  'phase.enter': 'Chọn hồ sơ vào vòng',
};

export const words = {
  judge: 'giám khảo',
  title: 'Phân công chấm',
  lead: 'Mỗi hội đồng, trong mỗi vòng chấm, ai chấm hồ sơ nào.',
  none: 'Chưa có gì để phân công',
  noneBody:
    'Cần một giai đoạn có phiếu chấm và một hội đồng có thành viên đã nhận lời. Lập hội đồng trước, rồi quay lại trang này.',
  toCouncils: 'Đến các hội đồng',
  columns: {
    council: 'Hội đồng',
    phase: 'Vòng chấm',
    dossiers: 'Hồ sơ',
    judges: 'Giám khảo',
    given: 'Lượt đã giao',
    state: 'Tình trạng',
  },
  lacks: (many: number) => `Thiếu ${count(many)} lượt`,
  complete: 'Đủ',
  nobody: 'Chưa phân công',
  noneStanding: 'Chưa có hồ sơ',
  entries: (many: number) => `Chọn hồ sơ vào vòng (${count(many)} hồ sơ)`,
  page: (council: string, phase: string) => `${council}: ${phase}`,
  pageLead: (dossiers: number, judges: number, each: number | null) =>
    each === null
      ? `${count(dossiers)} hồ sơ, ${count(judges)} giám khảo; mọi giám khảo chấm mọi hồ sơ.`
      : `${count(dossiers)} hồ sơ, ${count(judges)} giám khảo; mỗi hồ sơ ${count(each)} người chấm.`,
  run: 'Phân công tự động',
  again: 'Phân công lại',
  more: 'Giao bổ sung',
  wanting: {
    title: (many: number) => `${count(many)} hồ sơ cần thêm giám khảo.`,
    body: 'Giao bổ sung giữ nguyên mọi phân công đang có, chỉ tìm người cho các hồ sơ còn thiếu.',
  },
  desk: {
    want: (many: number) => `${count(many)} hồ sơ cần thêm giám khảo`,
    give: 'Giao bổ sung',
  },
  recused: 'xin không chấm',
  leftOut: {
    signed: (kinds: string) => `phiếu đã ký không tính: ${kinds}`,
    unsigned: (kinds: string) => `xung đột lợi ích: ${kinds}`,
  },
  said: {
    ran: 'Đã phân công.',
    added: 'Đã giao hồ sơ.',
    removed: 'Đã bỏ phân công.',
    entered: 'Đã ghi các hồ sơ vào vòng.',
  },
  dossierSection: 'Hồ sơ',
  judgeSection: 'Giám khảo',
  dossierColumns: {
    dossier: 'Hồ sơ',
    judges: 'Giám khảo',
    state: 'Số người chấm',
    act: 'Việc làm',
  },
  judgeColumns: {
    judge: 'Giám khảo',
    fields: 'Chuyên môn',
    load: 'Số hồ sơ',
    most: 'Nhiều nhất',
  },
  anyField: 'Không ghi (mọi lĩnh vực)',
  noLimit: 'Không hạn',
  noDossiers: 'Chưa có hồ sơ nào đứng trong vòng này.',
  noJudges: 'Chưa có giám khảo nào nhận lời.',
  of: (have: number, each: number | null) =>
    each === null ? count(have) : `${count(have)} / ${count(each)}`,
  byHand: 'giao tay',
  giveMore: 'Giao thêm',
  takeBack: 'Bỏ',
  whyNot: 'Vì sao không phải người khác?',
  lastRun: {
    title: 'Lần phân công gần nhất',
    none: 'Chưa phân công lần nào bằng máy.',
    at: 'Lúc',
    sum: 'Độ phù hợp',
    sumOf: (total: string, bound: string) => `${total} điểm trên tối đa ${bound}`,
    optimal: 'Không cách phân công nào có tổng cao hơn.',
    below: (percent: string) =>
      `Kém tổng cao nhất ${percent}, để hồ sơ được phân công kém nhất khá hơn.`,
    worst: 'Hồ sơ kém nhất',
    worstOf: (worst: string) => `${worst} điểm`,
    worstBound: (bound: string) => `Mức cao nhất có thể không quá ${bound} điểm.`,
    seed: 'Số gieo',
    seedHelp: 'Cùng số gieo và cùng số liệu thì cho lại đúng kết quả ấy.',
    points:
      'Mỗi người chấm đúng lĩnh vực đã khai được 10 điểm, không khai lĩnh vực 4 điểm, khác lĩnh vực 0 điểm.',
  },
  preview: {
    title: 'Xem trước phân công',
    lead: 'Chưa ghi gì. Xem kết quả, đổi cách tính nếu cần, rồi bấm ghi phân công.',
    labels: {
      seed: 'Số gieo',
      loads: 'Khối lượng',
      experts: 'Số người đúng lĩnh vực',
      share: 'Nhường tối đa (%)',
      keep: 'Chỉ giao bổ sung',
    },
    loads: {
      even: 'Chia đều, hơn kém nhau nhiều nhất một hồ sơ',
      free: 'Theo độ phù hợp, trong giới hạn của từng người',
    },
    seedHelp: 'Số nguyên; đổi số này để có cách phân công khác tốt ngang.',
    expertsHelp: 'Mỗi hồ sơ có ít nhất bằng này người đúng lĩnh vực, nếu hội đồng có đủ.',
    shareHelp: 'Phần tổng điểm chịu giảm để hồ sơ kém nhất khá hơn, ví dụ 0,1.',
    keepHelp: 'Giữ mọi phân công đang có, chỉ tìm người cho hồ sơ còn thiếu.',
    reckon: 'Tính lại',
    write: 'Ghi phân công này',
    result: 'Kết quả',
    changes: (added: number, removed: number, stays: number) =>
      `Giao mới ${count(added)} lượt, bỏ ${count(removed)} lượt, giữ ${count(stays)} lượt.`,
    nothing: 'Không có gì thay đổi so với phân công đang có.',
    short: 'Chưa đủ người chấm',
    anyway: 'Vẫn phân công phần làm được',
    anywayNote: 'Các hồ sơ trên sẽ còn thiếu giám khảo; giao tay hoặc phân công lại sau.',
    fresh: 'mới',
    gone: 'Thôi chấm',
    refused: 'Chưa phân công được',
    settings: 'Cách tính',
  },
  add: {
    title: 'Giao thêm giám khảo',
    verb: 'Giao hồ sơ',
    labels: { judge: 'Giám khảo', reason: 'Lý do', dossier: 'Hồ sơ' },
    choose: 'Chọn giám khảo',
    reasonHelp: 'Phân công bằng tay được giữ nguyên khi phân công lại bằng máy.',
    option: (name: string, load: number, ofField: boolean) =>
      `${name} (đang có ${count(load)} hồ sơ${ofField ? ', đúng lĩnh vực' : ''})`,
  },
  remove: {
    title: 'Bỏ phân công',
    verb: 'Bỏ phân công này',
    labels: { reason: 'Lý do' },
    reasonHelp: 'Máy sẽ không giao lại hồ sơ này cho người này nữa.',
  },
  why: {
    title: 'Vì sao không phải người ấy?',
    lead: 'Chọn một hồ sơ và một giám khảo: trang này tính lại với người ấy và cho biết cái giá.',
    labels: { dossier: 'Hồ sơ', judge: 'Giám khảo' },
    ask: 'Tính',
    answer: 'Trả lời',
    chooseDossier: 'Chọn hồ sơ',
    chooseJudge: 'Chọn giám khảo',
  },
  enter: {
    title: (phase: string) => `Hồ sơ vào vòng: ${phase}`,
    lead: 'Đánh dấu các hồ sơ được chấm trong vòng này. Hồ sơ không đánh dấu thì không được chấm.',
    labels: { dossiers: 'Hồ sơ hợp lệ' },
    save: 'Ghi danh sách',
    none: 'Chưa có hồ sơ hợp lệ nào.',
  },
} as const;
