import type { IssueWords } from '../../kernel/issue.ts';
import type { ActivityRole, FieldType, Topic } from './rules.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));
const day = (value: unknown): string => show(value).split('-').reverse().join('/');

export const roleNames: Readonly<Record<ActivityRole, string>> = {
  host: 'Chủ trì',
  co_host: 'Phối hợp',
  participant: 'Tham gia',
};

export const topicNames: Readonly<Record<Topic, string>> = {
  research: 'Nghiên cứu, hội thảo, chuyển giao',
  communication: 'Thông tin, phổ biến kiến thức',
  contest: 'Hội thi, cuộc thi, giải thưởng',
  honour: 'Tôn vinh trí thức',
  consultation: 'Tham mưu, tư vấn, phản biện',
  social: 'Hoạt động xã hội',
  coordination: 'Phối hợp, hợp tác',
  organisation: 'Công tác tổ chức và việc khác',
};

export const fieldTypeNames: Readonly<Record<FieldType, string>> = {
  text: 'Chữ, một dòng',
  long_text: 'Chữ, nhiều dòng',
  number: 'Số, có thể lẻ',
  integer: 'Số nguyên',
  money: 'Tiền, đồng',
  day: 'Ngày',
  choice: 'Chọn một trong danh sách',
  yes_no: 'Có hoặc không',
};

export const activityIssues: IssueWords = {
  'organisation.required': () => 'Hãy chọn một đơn vị.',
  'organisation.choose_one': () => 'Hãy chọn một đơn vị.',
  'organisation.not_a_code': (d) =>
    `Không có đơn vị nào tên “${show(d.typed)}”. Gõ vài chữ rồi chọn trong gợi ý.`,
  'organisation.unknown': (d) => `Không có đơn vị nào mang mã ${show(d.code)}. Chọn đơn vị khác.`,
  'organisation.ambiguous': (d) =>
    `Có nhiều đơn vị cùng tên này. Ghi mã của một đơn vị: ${show(d.codes)}.`,
  'kind.required': () => 'Hãy chọn loại hoạt động.',
  not_a_number: () => 'Ghi một số, ví dụ 120. Nếu chỉ ước lượng, ghi vào ô Ghi chú.',
  not_whole: () => 'Ghi một số nguyên, ví dụ 120. Nếu chỉ ước lượng, ghi vào ô Ghi chú.',
  end_before_start: (d) =>
    `Ngày kết thúc ${day(d.end)} trước ngày bắt đầu ${day(d.start)}. Sửa một trong hai ngày.`,
  kind_inactive: (d) => `Loại “${show(d.name)}” đã ngừng dùng. Chọn loại khác.`,
  not_yes_no: () => 'Ghi có hoặc không.',
  not_a_key: () =>
    'Mã dùng chữ thường không dấu, chữ số và gạch dưới, bắt đầu bằng chữ, dài tối đa 40.',
  key_taken: () => 'Loại này đã có mục mang mã ấy. Đặt mã khác.',
  label_taken: () => 'Loại này đã có mục mang tên ấy. Đặt tên khác.',
  few_options: () => 'Ghi ít nhất hai lựa chọn, mỗi dòng một lựa chọn.',
  options_unused: () => 'Chỉ mục kiểu chọn mới có danh sách lựa chọn. Bỏ danh sách, hoặc đổi kiểu.',
  option_twice: () => 'Có hai lựa chọn giống nhau. Bỏ bớt một.',
  too_many_fields: (d) => `Mỗi loại có tối đa ${show(d.max)} mục riêng.`,
  kind_fixed: () => 'Không đổi được loại của bản ghi đã có. Xóa mã để ghi thành bản ghi mới.',
  not_of_kind: (d) =>
    `Loại “${show(d.kind)}” không có mục “${show(d.header)}”. Xóa ô này, hoặc đổi loại.`,
  code_taken: () => 'Đã có loại mang mã này. Đặt mã khác.',
  'code.not_a_key': () => 'Mã dùng chữ thường không dấu, chữ số và gạch dưới, ví dụ reading_club.',
};

/** Labels of the fields that every kind has; `noun` is what one record is called. */
export const labels = (noun: string): Readonly<Record<string, string>> => ({
  kind: 'Loại hoạt động',
  title: `Tên ${noun}`,
  starts_on: 'Ngày bắt đầu',
  ends_on: 'Ngày kết thúc',
  organisation: 'Đơn vị chủ trì',
  role: 'Vai trò',
  place: 'Địa điểm',
  partners: 'Đơn vị phối hợp',
  summary: 'Ghi chú',
  files: 'Tệp đính kèm',
});

export const words = {
  menu: 'Hoạt động',
  list: 'Hoạt động',
  listOf: (place: string) => `Hoạt động của ${place} và các đơn vị trực thuộc đã ghi vào sổ.`,
  found: (total: number, filtered: boolean) =>
    filtered ? `Có ${count(total)} hoạt động khớp với bộ lọc.` : `Sổ có ${count(total)} hoạt động.`,
  record: 'Ghi nhận hoạt động',
  recordOne: (noun: string) => `Ghi nhận ${noun}`,
  save: (noun: string) => `Lưu ${noun}`,
  edit: 'Sửa',
  editOne: (noun: string) => `Sửa ${noun}`,
  remove: 'Xóa…',
  removeOne: (noun: string) => `Xóa ${noun}`,
  removeQuestion: (noun: string, title: string) => `Xóa ${noun} “${title}”?`,
  removeBody: 'Số liệu và báo cáo sẽ không tính hoạt động này nữa. Khôi phục được trong 30 ngày.',
  keepOne: (noun: string) => `Giữ lại ${noun}`,
  leave: 'Bỏ, không lưu',
  chooseKind: 'Chọn loại hoạt động; mỗi loại có mẫu ghi riêng.',
  saved: (noun: string) => `Đã lưu ${noun}.`,
  removed: (title: string) => `Đã xóa “${title}”. Khôi phục được trong 30 ngày.`,
  restored: 'Đã khôi phục. Số liệu tính lại hoạt động này.',
  endHelp: 'Để trống khi chỉ diễn ra trong một ngày.',
  backToList: 'Về danh sách hoạt động',
  organisationHelp: (noun: string) => `Đơn vị này được tính ${noun} vào báo cáo.`,
  organisationExample: 'Gõ vài chữ để tìm, ví dụ: hoi khoa hoc dat',
  chooseOrganisation: 'Chọn đơn vị',
  notSaid: 'Chưa ghi',
  yes: 'Có',
  no: 'Không',
  attached: 'Đã thêm tệp.',
  detached: 'Đã gỡ tệp khỏi hoạt động.',
  columns: {
    pid: 'Mã',
    title: 'Tên',
    kind: 'Loại',
    sheetKind: 'Loại hoạt động',
    day: 'Ngày',
    organisation: 'Đơn vị',
    organisationCode: 'Mã đơn vị',
    role: 'Vai trò',
    startsOn: 'Từ ngày',
    endsOn: 'Đến ngày',
    place: 'Địa điểm',
    partners: 'Phối hợp với',
    summary: 'Ghi chú',
  },
  days: (first: string, last: string | null) =>
    last === null || last === first ? first : `${first} – ${last}`,
  dateHint: '05/01/2026',
  yearChip: (year: string) => `Năm ${year}`,
  anyKind: 'Mọi loại',
  anyRole: 'Mọi vai trò',
  from: 'Từ ngày',
  to: 'Đến ngày',
  fromChip: (date: string) => `Từ ${date}`,
  toChip: (date: string) => `Đến ${date}`,
  searchChip: (typed: string) => `“${typed}”`,
  inYear: (name: string, year: string) => `${name} năm ${year}`,
  badDate: (typed: string) =>
    `Không đọc được “${typed}” là ngày nên chưa lọc theo ngày này. Ghi như 05/01/2026.`,
  noneMatch: 'Không có hoạt động nào khớp với bộ lọc',
  wouldFind: (label: string, total: number) => ({
    before: `Bỏ điều kiện ${label} sẽ thấy `,
    link: `${count(total)} hoạt động`,
    after: '.',
  }),
  firstTitle: 'Sổ chưa có hoạt động nào',
  firstBody:
    'Ghi nhận ngay khi có kế hoạch; danh sách và số liệu báo cáo sẽ lấy từ đây. Đã có danh sách trong Excel thì nhập một lần.',
  firstRead: 'Khi các đơn vị ghi nhận hoạt động, danh sách hiện ở đây.',
  firstAction: 'Ghi nhận hoạt động đầu tiên',
  export: 'Tải về Excel',
  import: 'Nhập từ Excel',
  sheet: 'Hoạt động',
  sheetHelp: { pid: 'Để trống khi ghi mới; giữ nguyên mã khi sửa bản ghi đã tải về.' },
  ownColumn: (label: string) => `Riêng: ${label}`,
  /** What people write for yes and no, without dấu. */
  yesNoCells: { co: true, x: true, '1': true, khong: false, '0': false } as Readonly<
    Record<string, boolean>
  >,
  templateNotes: ['Mỗi dòng là một hoạt động. Chỉ ghi các cột có ở loại của dòng ấy.'],
  kinds: {
    title: 'Loại hoạt động',
    lead: 'Mỗi loại có các mục riêng. Thêm mục được bất cứ lúc nào; mục đã có thì giữ nguyên để số liệu cũ không đổi nghĩa.',
    manage: 'Các loại hoạt động',
    fields: 'Các mục riêng',
    inUse: 'Đang dùng',
    stopped: 'Ngừng dùng',
    stop: 'Ngừng dùng loại này',
    resume: 'Dùng lại loại này',
    stopNote: 'Bản ghi cũ vẫn còn và vẫn được tính; chỉ không ghi nhận mới được.',
    state: 'Tình trạng',
    name: 'Tên loại',
    noun: 'Gọi một bản ghi là',
    nounHelp: 'Dùng trên nút, ví dụ “hội thảo” trong “Ghi nhận hội thảo”.',
    topic: 'Nhóm',
    add: 'Thêm mục',
    addKind: 'Thêm loại hoạt động',
    saveKind: 'Lưu loại hoạt động',
    label: 'Tên mục',
    type: 'Kiểu',
    required: 'Bắt buộc ghi',
    requiredShort: 'bắt buộc',
    unit: 'Đơn vị tính',
    help: 'Lời chỉ dẫn',
    options: 'Các lựa chọn',
    optionsHelp: 'Chỉ cho kiểu chọn; mỗi dòng một lựa chọn.',
    public: 'Trên trang công khai',
    isPublic: 'Mọi người xem được',
    isInner: 'Chỉ trong văn phòng',
    open: 'Cho mọi người xem loại này',
    close: 'Thôi cho mọi người xem loại này',
    publicNote:
      'Trang công khai chỉ hiện tên, loại, ngày, địa điểm, đơn vị và vai trò; không hiện ghi chú, đơn vị phối hợp và các mục riêng. Chỉ mở loại mà tên bản ghi không có điều cần giữ kín.',
    added: 'Đã thêm mục. Bản ghi cũ để trống mục này.',
    saved: 'Đã lưu loại hoạt động.',
    none: 'Chưa có mục riêng nào.',
    code: 'Mã',
    count: 'Số mục',
    codeHelp:
      'Chữ thường không dấu và gạch dưới, ví dụ reading_club. Máy dùng mã này; đặt rồi không đổi.',
  },
};

/** Words of the history: what each command did. */
export const actionNames: Readonly<Record<string, string>> = {
  'activity.record': 'Ghi nhận',
  'activity.edit': 'Sửa',
  'activity.remove': 'Xóa',
  'activity.restore': 'Khôi phục',
  'activity.attach': 'Thêm, bớt tệp',
};

export const fieldNames: Readonly<Record<string, string>> = {
  ...labels('hoạt động'),
  organisation_id: 'Đơn vị',
  data: 'Mục riêng của loại',
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'activity.read': 'Xem hoạt động',
  'activity.write': 'Ghi, sửa, xóa hoạt động',
  'activity.kinds': 'Đặt loại hoạt động và các mục của loại',
};

/** Words of the public pages. */
export const siteWords = {
  home: 'Trang chủ',
  title: 'Hoạt động',
  lead: (name: string) =>
    `Hội thảo, tập huấn, hội thi và hoạt động khác của ${name} cùng các đơn vị trực thuộc.`,
  leadYear: (name: string, year: number) => `Hoạt động năm ${year} của ${name}.`,
  inYear: (year: number) => `Hoạt động năm ${year}`,
  coming: 'Sắp diễn ra, đang diễn ra',
  past: 'Đã diễn ra',
  byYear: 'Theo năm',
  allYears: 'Mọi năm',
  year: (year: number) => `Năm ${year}`,
  count: (total: number) => `${count(total)} hoạt động`,
  search: 'Tìm hoạt động',
  hint: 'có dấu hoặc không dấu',
  find: 'Tìm',
  kind: 'Loại',
  anyKind: 'Mọi loại',
  noneTitle: 'Không có hoạt động nào khớp',
  none: 'Bỏ bớt điều kiện, hoặc gõ ít chữ hơn.',
  clear: 'Xem mọi hoạt động',
  emptyTitle: 'Chưa có hoạt động nào được công bố',
  empty: 'Hoạt động của đơn vị hiện ra ở đây khi được ghi vào sổ và thuộc loại mọi người được xem.',
  calendar: 'Lịch để theo dõi (iCalendar)',
  calendarName: (name: string) => `Hoạt động của ${name}`,
  follow: 'Theo dõi',
  followHelp:
    'Chép địa chỉ này vào lịch của điện thoại hay máy tính để hoạt động mới tự hiện ra trong lịch.',
  days: 'Thời gian',
  place: 'Địa điểm',
  organisation: 'Đơn vị',
  role: 'Vai trò của đơn vị',
  back: 'Mọi hoạt động',
  description: (kind: string, days: string, organisation: string) =>
    `${kind}, ${days}, ${organisation}.`,
};
