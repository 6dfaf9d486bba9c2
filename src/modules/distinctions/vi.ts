import type { IssueWords } from '../../kernel/issue.ts';
import type { Level, Recipient } from './rules.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));
const day = (value: unknown): string => show(value).split('-').reverse().join('/');

export const levelNames: Readonly<Record<Level, string>> = {
  state: 'Nhà nước',
  prime_minister: 'Thủ tướng Chính phủ',
  ministry: 'Bộ, ngành trung ương',
  province: 'Tỉnh, thành phố',
  national_union: 'Liên hiệp hội Việt Nam',
  sector: 'Hội ngành toàn quốc',
  union: 'Liên hiệp hội tỉnh',
  other: 'Cấp khác',
};

export const recipientNames: Readonly<Record<Recipient, string>> = {
  organisation: 'Tập thể',
  person: 'Cá nhân',
};

/** The classes that orders come in. */
export const classes: readonly string[] = ['Hạng Nhất', 'Hạng Nhì', 'Hạng Ba'];

export const labels: Readonly<Record<string, string>> = {
  organisation: 'Đơn vị ghi sổ',
  recipient: 'Khen tặng cho',
  recipient_organisation: 'Tập thể được khen',
  recipient_person: 'Họ và tên cá nhân',
  person: 'Cá nhân',
  title: 'Danh hiệu, hình thức',
  level: 'Cấp khen',
  class: 'Hạng',
  decision_no: 'Số quyết định',
  decided_on: 'Ngày quyết định',
  giver: 'Nơi khen',
  note: 'Ghi chú',
  files: 'Tệp đính kèm',
  revoked_on: 'Ngày hủy bỏ',
  reason: 'Lý do',
};

export const distinctionIssues: IssueWords = {
  'organisation.required': () => 'Hãy chọn một đơn vị.',
  'organisation.choose_one': () => 'Hãy chọn một đơn vị.',
  not_a_code: (d) => `Không có đơn vị nào tên “${show(d.typed)}”. Gõ vài chữ rồi chọn trong gợi ý.`,
  unknown: (d) => `Không có đơn vị nào mang mã ${show(d.code)}. Chọn đơn vị khác.`,
  ambiguous: (d) => `Có nhiều đơn vị cùng tên này. Ghi mã của một đơn vị: ${show(d.codes)}.`,
  'title.required': () => 'Hãy chọn danh hiệu hoặc hình thức khen.',
  'recipient_person.required': () => 'Ghi họ và tên người được khen.',
  not_a_name: () => 'Ghi họ và tên, không chỉ học hàm, học vị.',
  unknown_person: () => 'Không có người nào mang mã này. Ghi họ và tên thay cho mã.',
  only_person: (d) => `“${show(d.title)}” chỉ tặng cá nhân. Chọn Cá nhân, hoặc đổi danh hiệu.`,
  only_organisation: (d) =>
    `“${show(d.title)}” chỉ tặng tập thể. Chọn Tập thể, hoặc đổi danh hiệu.`,
  no_classes: (d) => `“${show(d.title)}” không có hạng. Để trống mục này.`,
  day_in_future: (d) => `Ngày này chưa tới (hôm nay ${day(d.today)}). Sửa lại ngày.`,
  before_decision: (d) =>
    `Quyết định khen có ngày ${day(d.decided)}; không hủy bỏ trước ngày ấy được.`,
  already_recorded: (d) =>
    `Quyết định số ${show(d.number)} cho người, đơn vị này đã có trong sổ. Mở bản ghi ấy để sửa.`,
  after_revocation: (d) => `Việc hủy bỏ có ngày ${day(d.revoked)}, trước ngày này. Sửa lại ngày.`,
  already_revoked: () => 'Khen thưởng này đã hủy bỏ.',
  not_revoked: () => 'Khen thưởng này đang có hiệu lực.',
};

export const words = {
  menu: 'Khen thưởng',
  named: (what: string, recipient: string) => `${what}: ${recipient}`,
  list: 'Khen thưởng, danh hiệu',
  listOf: (place: string) => `Khen thưởng trong sổ của ${place} và các đơn vị trực thuộc.`,
  found: (total: number, filtered: boolean) =>
    filtered
      ? `Có ${count(total)} khen thưởng khớp với bộ lọc.`
      : `Sổ có ${count(total)} khen thưởng.`,
  record: 'Ghi nhận khen thưởng',
  save: 'Lưu khen thưởng',
  edit: 'Sửa',
  editTitle: 'Sửa khen thưởng',
  remove: 'Xóa…',
  removeTitle: 'Xóa khen thưởng',
  removeQuestion: (what: string) => `Xóa “${what}”?`,
  removeBody:
    'Chỉ xóa khi ghi nhầm; quyết định bị thu hồi thì dùng Hủy bỏ. Số liệu không tính khen thưởng này nữa. Khôi phục được trong 30 ngày.',
  keep: 'Giữ lại khen thưởng',
  saved: 'Đã lưu khen thưởng.',
  removed: (what: string) => `Đã xóa “${what}”. Khôi phục được trong 30 ngày.`,
  restored: 'Đã khôi phục. Số liệu tính lại khen thưởng này.',
  revoke: 'Hủy bỏ khen thưởng…',
  revokeTitle: 'Hủy bỏ khen thưởng',
  revokeBody:
    'Từ ngày ghi dưới đây, khen thưởng không còn được tính; bản ghi và lý do vẫn ở trong sổ.',
  revoked: 'Đã ghi việc hủy bỏ.',
  revokedSince: (date: string) => `Hủy bỏ từ ngày ${date}.`,
  unrevoke: 'Ghi lại là còn hiệu lực',
  unrevoked: 'Khen thưởng có hiệu lực trở lại.',
  valid: 'Có hiệu lực',
  state: 'Tình trạng',
  organisationHelp: 'Khen thưởng được tính vào số liệu của đơn vị này.',
  organisationExample: 'Gõ vài chữ để tìm, ví dụ: hoi khuyen hoc',
  chooseOrganisation: 'Chọn đơn vị',
  chooseTitle: 'Chọn danh hiệu, hình thức',
  chooseLevel: 'Chọn cấp khen',
  itself: 'Chính đơn vị ghi sổ',
  itselfHelp:
    'Chỉ ghi khi khen cho tập thể. Để trống khi tập thể được khen là chính đơn vị ghi sổ.',
  personHelp:
    'Chỉ ghi khi khen cho cá nhân. Ghi họ tên đầy đủ, không ghi học hàm, học vị. Người đã có trong sổ của đơn vị được nhận ra theo họ tên.',
  classHelp: 'Chỉ với huân chương.',
  noClass: 'Không có hạng',
  giverHelp: 'Ví dụ: Ủy ban nhân dân tỉnh Sơn La',
  filesHelp: 'Bản chụp quyết định, bằng. Mỗi tệp tối đa 20 MB: PDF, Word, ảnh.',
  backToList: 'Về danh sách khen thưởng',
  columns: {
    pid: 'Mã',
    recipientName: 'Người, đơn vị được khen',
    title: 'Danh hiệu, hình thức',
    level: 'Cấp khen',
    class: 'Hạng',
    decidedOn: 'Ngày quyết định',
    decisionNo: 'Số quyết định',
    giver: 'Nơi khen',
    organisation: 'Đơn vị ghi sổ',
    organisationCode: 'Mã đơn vị ghi sổ',
    recipient: 'Tập thể hay cá nhân',
    recipientOrganisation: 'Mã tập thể được khen',
    recipientPerson: 'Họ và tên cá nhân',
    note: 'Ghi chú',
    revokedOn: 'Hủy bỏ từ ngày',
  },
  anyTitle: 'Mọi danh hiệu',
  anyLevel: 'Mọi cấp',
  anyRecipient: 'Tập thể và cá nhân',
  yearChip: (year: string) => `Năm ${year}`,
  searchChip: (typed: string) => `“${typed}”`,
  noneMatch: 'Không có khen thưởng nào khớp với bộ lọc',
  wouldFind: (label: string, total: number) => ({
    before: `Bỏ điều kiện ${label} sẽ thấy `,
    link: `${count(total)} khen thưởng`,
    after: '.',
  }),
  firstTitle: 'Sổ chưa có khen thưởng nào',
  firstBody:
    'Ghi nhận khi có quyết định; báo cáo và bảng so sánh lấy số liệu từ đây. Đã có danh sách trong Excel thì nhập một lần.',
  firstRead: 'Khi các đơn vị ghi nhận khen thưởng, danh sách hiện ở đây.',
  firstAction: 'Ghi nhận khen thưởng đầu tiên',
  export: 'Tải về Excel',
  import: 'Nhập từ Excel',
  sheet: 'Khen thưởng',
  sheetHelp: {
    pid: 'Để trống khi ghi mới; giữ nguyên mã khi sửa bản ghi đã tải về.',
    recipientPerson: 'Ghi khi khen cá nhân.',
    recipientOrganisation: 'Ghi khi khen tập thể; để trống là chính đơn vị ghi sổ.',
  },
  templateNotes: ['Mỗi dòng là một quyết định khen cho một tập thể hoặc một cá nhân.'],
};

export const actionNames: Readonly<Record<string, string>> = {
  'distinction.record': 'Ghi nhận',
  'distinction.edit': 'Sửa',
  'distinction.remove': 'Xóa',
  'distinction.restore': 'Khôi phục',
  'distinction.revoke': 'Hủy bỏ',
  'distinction.unrevoke': 'Ghi lại là còn hiệu lực',
};

export const fieldNames: Readonly<Record<string, string>> = {
  ...labels,
  organisation_id: 'Đơn vị ghi sổ',
  recipient_organisation_id: 'Tập thể được khen',
  recipient_person_id: 'Cá nhân được khen',
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'distinction.read': 'Xem khen thưởng',
  'distinction.write': 'Ghi, sửa, xóa, hủy bỏ khen thưởng',
};
