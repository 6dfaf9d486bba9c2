import { vietnamTime } from '../../kernel/clock.ts';
import { daysBetween, isDay, yearOf } from '../../kernel/day.ts';
import {
  formatDate,
  formatDateLong,
  formatDateTime,
  formatTime,
  weekdayName,
} from '../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../kernel/vietnamese/numbers.ts';

const number = (value: number): string => formatNumber(value);
const moment = (at: Date): string => formatDateTime(vietnamTime(at));

/** In the middle of a sentence, after a number. */
const kindNouns: Readonly<Record<string, string>> = {
  national_union: 'liên hiệp hội toàn quốc',
  provincial_union: 'liên hiệp hội tỉnh, thành phố',
  sector_society: 'hội ngành toàn quốc',
  member_association: 'hội thành viên',
  collective_member: 'hội viên tập thể',
  branch: 'chi hội',
  affiliated_unit: 'đơn vị trực thuộc',
  agency: 'cơ quan',
};
const kindTitles: Readonly<Record<string, string>> = {
  national_union: 'Liên hiệp hội toàn quốc',
  provincial_union: 'Liên hiệp hội tỉnh, thành phố',
  sector_society: 'Hội ngành toàn quốc',
  member_association: 'Hội thành viên',
  collective_member: 'Hội viên tập thể',
  branch: 'Chi hội',
  affiliated_unit: 'Đơn vị trực thuộc',
  agency: 'Cơ quan',
};

/** The words of the public sites. */
export const siteWords = {
  number,
  date: formatDate,
  kindTitle: (kind: string) => kindTitles[kind] ?? kind,
  kindNoun: (kind: string) => kindNouns[kind] ?? 'đơn vị',
  founded: (day: string) => `Thành lập ${formatDateLong(day)}`,
  closed: (day: string) => `Đã chấm dứt hoạt động ${formatDateLong(day)}`,
  /** The sentence under the name, made from the records. */
  lead(about: {
    name: string;
    founded: string;
    parents: readonly string[];
    counts: readonly { kind: string; count: number }[];
  }): string {
    const parents = about.parents.length === 0 ? '' : `, trực thuộc ${about.parents.join(' và ')}`;
    const first = `${about.name} thành lập ${formatDateLong(about.founded)}${parents}.`;
    if (about.counts.length === 0) return first;
    const parts = about.counts.map((c) => `${number(c.count)} ${kindNouns[c.kind] ?? 'đơn vị'}`);
    const last = parts.pop();
    const joined = parts.length === 0 ? last : `${parts.join(', ')} và ${last}`;
    return `${first} Hiện có ${joined}.`;
  },
  figures: {
    members: 'hội thành viên',
    unions: 'tổ chức thành viên',
    headcount: 'hội viên',
    intellectuals: 'trí thức',
    distinctions: 'lần được khen thưởng',
    note: (day: string) =>
      `Số liệu tính đến ${formatDate(day)}. Bấm vào mỗi con số để xem từ đâu mà có.`,
  },
  contact: 'Liên hệ',
  contactOf: (name: string) => `Liên hệ ${name}`,
  address: 'Trụ sở',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  website: 'Trang điện tử',
  parent: 'Trực thuộc',
  foundedTerm: 'Thành lập',
  decisionTerm: 'Quyết định',
  special: 'Hội đặc thù',
  specialFrom: (day: string) => `Được công nhận từ ${formatDateLong(day)}`,
  quickSearch: 'Tra cứu nhanh',
  searchLabel: 'Tên hội, liên hiệp hội',
  searchHelp: 'Gõ có dấu hay không dấu đều được.',
  search: 'Tra cứu',
  /** Words before the name of a place that a list by letter leaves out. */
  placeWords: ['tỉnh', 'thành phố', 'thủ đô'],
  compare: new Intl.Collator('vi').compare,
  membersTitle: (kind: string) => kindTitles[kind] ?? kind,
  membersAll: 'Danh bạ đầy đủ',
  specialMark: 'hội đặc thù',
  history: 'Những mốc chính',
  historyAll: 'Toàn bộ',
  historyWhat: {
    founded: (title: string) => `Thành lập: ${title}`,
    renamed: (title: string) => `Đổi tên thành ${title}`,
    joined: (title: string) => `Trở thành thành viên ${title}`,
    left: (title: string) => `Thôi là thành viên ${title}`,
    special: () => 'Được công nhận là hội có tính chất đặc thù',
    closed: () => 'Chấm dứt hoạt động',
  },
  membersJoined: (count: number) => `${number(count)} hội gia nhập`,
  oneJoined: (name: string) => `${name} gia nhập`,
  yearOf: (day: string) => `Năm ${yearOf(day)}`,
  distinctions: 'Khen thưởng',
  distinctionBy: (title: string, giver: string | null) =>
    giver === null ? title : `${title} của ${giver}`,
  distinctionsAll: (count: number) => `Cả ${number(count)} lần`,
  links: 'Liên kết',
  organisationPage: 'Cơ cấu tổ chức',
  figuresPage: 'Số liệu hội viên, trí thức',
  about: 'Giới thiệu',
  aboutOf: (name: string) => `Giới thiệu ${name}`,
  facts: 'Thông tin chung',
  nothingTitle: 'Chưa có thông tin công khai nào khác',
  nothing:
    'Trang này lấy từ sổ của đơn vị: hội thành viên, số hội viên, khen thưởng ghi vào đâu thì hiện ra ở đây.',
  home: 'Trang chủ',
  headcounts: {
    title: 'Số liệu hội viên, trí thức',
    lead: (name: string, day: string) =>
      `Số khai báo đang có hiệu lực đến ${formatDate(day)} của ${name} và các đơn vị trực thuộc.`,
    caption: 'Số hội viên và trí thức theo đơn vị',
    unit: 'Đơn vị',
    members: 'Hội viên',
    intellectuals: 'Trí thức',
    from: 'Từ ngày',
    source: 'Nguồn',
    several: (count: number) => `${number(count)} đơn vị khai báo`,
    own: 'Đơn vị tự khai báo',
    unsaid: 'Chưa khai báo',
    total: 'Cộng',
    totalNote:
      'Một hội thuộc hai nơi có mặt ở cả hai dòng, nhưng chỉ tính một lần ở dòng cộng. “Từ ngày” là ngày của khai báo gần nhất.',
    emptyTitle: 'Chưa có đơn vị nào khai báo',
    empty: 'Số hội viên, trí thức hiện ra ở đây khi các hội ghi vào sổ của mình.',
    excel: 'Tải về Excel',
    fileName: (code: string, day: string) => `so-lieu-hoi-vien-${code}-${day}.xlsx`,
    sheet: 'Hội viên, trí thức',
    code: 'Mã',
  },
};

/** Search, public and in the office. */
export const searchWords = {
  title: 'Tìm kiếm',
  titleFor: (q: string) => `Tìm “${q}”`,
  label: 'Tìm',
  publicLabel: 'Tên hoặc mã của hội, liên hiệp hội',
  help: 'Gõ có dấu hay không dấu đều được; tên gõ đủ dấu được xếp trước.',
  count: (total: number) => `${number(total)} kết quả`,
  found: (total: number, q: string) => `Có ${number(total)} kết quả cho “${q}”.`,
  ask: 'Gõ tên cần tìm vào ô trên.',
  tooShort: 'Gõ ít nhất một chữ cái hoặc chữ số.',
  noneTitle: (q: string) => `Không tìm thấy “${q}”`,
  none: 'Thử gõ ít chữ hơn, hoặc bỏ dấu.',
  elsewhere: 'Tìm trong cả liên hiệp hội toàn quốc',
  directory: 'Xem danh bạ',
  formerName: (name: string) => `Tên cũ: ${name}`,
  closed: (day: string) => `chấm dứt ${formatDate(day)}`,
  outside: 'ngoài đơn vị này',
  groups: {
    organisations: 'Tổ chức',
    activities: 'Hoạt động',
    distinctions: 'Khen thưởng',
    persons: 'Người',
  },
  jump: 'Đi nhanh tới nhóm',
  all: (total: number) => `Xem cả ${number(total)}`,
  personDistinctions: (count: number) => `${number(count)} lần được khen thưởng`,
  personGrants: (count: number) => `${number(count)} quyền được giao`,
};

/** The desk of an office. */
export const deskWords = {
  menu: 'Bàn làm việc',
  number,
  date: formatDate,
  title: (count: number) =>
    count === 0 ? 'Hôm nay không có việc chờ' : `Hôm nay có ${number(count)} việc cần làm`,
  lead(day: string, overdue: number, today: number): string {
    const parts = [
      overdue > 0 ? `${number(overdue)} việc đã quá hạn` : '',
      today > 0 ? `${number(today)} việc phải xong trong hôm nay` : '',
    ].filter(Boolean);
    const words = parts.join(', ');
    const said = words === '' ? '' : `. ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    return `${weekdayName(day)}, ${formatDate(day)}${said}.`;
  },
  tasks: 'Việc cần làm',
  overdue: 'Quá hạn',
  today: 'Hôm nay',
  soon: 'Bảy ngày tới',
  later: 'Sau đó, hoặc không có hạn',
  due(due: string | null, today: string): string {
    if (due === null) return 'Không có hạn';
    if (due < today) {
      const late = daysBetween(due, today);
      return `Hạn ${formatDate(due).slice(0, 5)}, chậm ${number(late)} ngày`;
    }
    if (due === today) return 'Trong hôm nay';
    const weekday = weekdayName(due);
    return `${formatDate(due).slice(0, 5)}, ${weekday.charAt(0).toLowerCase()}${weekday.slice(1)}`;
  },
  calmTitle: 'Không có việc nào chờ',
  calm: 'Sổ đã ghi đủ những việc có hạn. Khi có việc mới, việc ấy hiện ra ở đây theo hạn.',
  calmNoWork: 'Việc được giao cho tài khoản này sẽ hiện ra ở đây theo hạn.',
  firstTitle: 'Sổ của đơn vị chưa có gì',
  first:
    'Ghi nhận hoạt động ngay khi có kế hoạch; số liệu, báo cáo và bảng so sánh lấy từ đây. Đã có danh sách trong Excel thì nhập một lần.',
  recordActivity: 'Ghi nhận hoạt động…',
  recordDistinction: 'Ghi khen thưởng…',
  importActivities: 'Nhập từ Excel',
  figures: 'Số liệu của đơn vị',
  members: 'tổ chức thành viên',
  activitiesYear: (day: string) => `hoạt động năm ${yearOf(day)}`,
  distinctionsYear: (day: string) => `khen thưởng năm ${yearOf(day)}`,
  benchmark: 'Bảng so sánh',
  figuresNote: (day: string) =>
    `Của đơn vị và các đơn vị bên dưới, tính đến ${formatDate(day)}. Bấm vào con số để xem từng mục.`,
  latest: 'Mới ghi vào sổ',
  distinction: 'Khen thưởng',
  latestCaption: 'Hoạt động và khen thưởng mới ghi',
  allActivities: 'Tất cả hoạt động',
  record: 'Tên',
  kind: 'Loại',
  organisation: 'Đơn vị',
  day: 'Ngày',
  events: 'Vừa diễn ra',
  log: 'Nhật ký',
  letters: 'Thư chờ gửi',
  noEvents: 'Chưa có gì diễn ra.',
  publicSite: 'Trang công khai của đơn vị',
  organisationChart: 'Danh bạ và sơ đồ tổ chức',
  shortcuts: 'Đi nhanh',
  /** When, as short as it is still clear. */
  when(at: Date, today: string): string {
    const time = vietnamTime(at);
    if (time.day === today) return formatTime(time);
    const days = daysBetween(time.day, today);
    if (days === 1) return 'hôm qua';
    return time.day.slice(0, 4) === today.slice(0, 4)
      ? formatDate(time.day).slice(0, 5)
      : formatDate(time.day);
  },
};

/** What an actor did, as the middle of “Ai … cái gì”. Every command of the product has its line. */
export const actionVerbs: Readonly<Record<string, string>> = {
  'account.add': 'lập tài khoản',
  'activity.attach': 'đính kèm tệp vào hoạt động',
  'activity.edit': 'sửa hoạt động',
  'activity.record': 'ghi nhận hoạt động',
  'activity.remove': 'xóa hoạt động',
  'activity.restore': 'khôi phục hoạt động',
  'activity_kind.add': 'thêm loại hoạt động',
  'activity_kind.change': 'sửa loại hoạt động',
  'distinction.edit': 'sửa khen thưởng',
  'distinction.record': 'ghi khen thưởng',
  'distinction.remove': 'xóa khen thưởng',
  'distinction.restore': 'khôi phục khen thưởng',
  'distinction.revoke': 'thu hồi khen thưởng',
  'distinction.unrevoke': 'bỏ thu hồi khen thưởng',
  'grant.give': 'giao quyền',
  'grant.revoke': 'thu quyền',
  'indicator.declare': 'khai báo chỉ tiêu',
  'indicator.define': 'định nghĩa chỉ tiêu',
  'indicator.note': 'ghi chú vào chỉ tiêu',
  'indicator.value.remove': 'xóa giá trị khai báo',
  'indicator_table.set': 'sắp lại bảng chỉ tiêu',
  'organisation.affiliate': 'ghi việc trực thuộc',
  'organisation.change_code': 'đổi mã',
  'organisation.close': 'ghi chấm dứt hoạt động của',
  'organisation.create': 'ghi nhận tổ chức',
  'organisation.delete': 'xóa tổ chức',
  'organisation.delete_affiliation': 'xóa việc trực thuộc',
  'organisation.delete_fact': 'xóa số liệu',
  'organisation.edit': 'sửa thông tin',
  'organisation.end_affiliation': 'ghi thôi trực thuộc',
  'organisation.rename': 'đổi tên',
  'organisation.reopen': 'ghi hoạt động trở lại của',
  'organisation.restore': 'khôi phục tổ chức',
  'organisation.restore_affiliation': 'khôi phục việc trực thuộc',
  'organisation.restore_fact': 'khôi phục số liệu',
  'organisation.set_fact': 'ghi số liệu',
  'person.create': 'ghi tên',
  'token.create': 'lập mã truy cập cho máy',
};

/** Groups of subjects in the log's filter, by their word in the address. */
export const subjectGroups: Readonly<
  Record<string, { readonly label: string; readonly types: readonly string[] }>
> = {
  'to-chuc': { label: 'Tổ chức', types: ['organisation', 'affiliation', 'fact'] },
  'hoat-dong': { label: 'Hoạt động', types: ['activity', 'activity_kind'] },
  'khen-thuong': { label: 'Khen thưởng', types: ['distinction', 'distinction_title'] },
  'chi-tieu': {
    label: 'Chỉ tiêu và bảng so sánh',
    types: ['indicator', 'indicator_entry', 'indicator_note', 'indicator_table'],
  },
  'phan-quyen': {
    label: 'Tài khoản và phân quyền',
    types: ['account', 'grant', 'token', 'person'],
  },
};

/** Names of changed fields; `subject.field` before `field`. */
const fieldNames: Readonly<Record<string, string>> = {
  accent: 'Màu',
  amount: 'Giá trị',
  child: 'Đơn vị',
  class: 'Hạng',
  closed_on: 'Ngày chấm dứt',
  code: 'Mã',
  data: 'Các mục riêng',
  day: 'Ngày',
  decided_on: 'Ngày quyết định',
  decimals: 'Số chữ số lẻ',
  decision: 'Quyết định',
  decision_no: 'Số quyết định',
  declared_by: 'Người khai báo',
  deleted_at: 'Đã xóa lúc',
  divisor: 'Chia cho',
  during: 'Thời gian',
  email: 'Thư điện tử',
  end_members: 'Kết thúc cả tư cách thành viên',
  ends_on: 'Đến ngày',
  family: 'Họ',
  fields: 'Các mục',
  files: 'Tệp đính kèm',
  filter: 'Điều kiện lọc',
  founded_on: 'Ngày thành lập',
  from: 'Từ ngày',
  given: 'Tên',
  giver: 'Nơi tặng',
  kind: 'Loại',
  label: 'Nhãn',
  lines: 'Các dòng',
  rows: 'Các dòng',
  level: 'Cấp',
  measure: 'Cách tính',
  middle: 'Đệm',
  name: 'Tên',
  name_from: 'Tên dùng từ ngày',
  note: 'Ghi chú',
  noun: 'Danh từ gọi',
  on: 'Ngày',
  organisation: 'Đơn vị',
  organisation_id: 'Đơn vị',
  parent: 'Trực thuộc',
  partners: 'Phối hợp với',
  person: 'Người',
  place: 'Địa điểm',
  reason: 'Lý do',
  recipient: 'Người được tặng',
  recipient_organisation: 'Đơn vị được tặng',
  recipient_organisation_id: 'Đơn vị được tặng',
  recipient_person: 'Người được tặng',
  recipient_person_id: 'Người được tặng',
  revoked_on: 'Ngày thu hồi',
  revoked_reason: 'Lý do thu hồi',
  role: 'Vai trò',
  'grant.role': 'Quyền',
  scope: 'Phạm vi',
  scopes: 'Phạm vi',
  seal: 'Chữ trên dấu',
  short_name: 'Tên ngắn',
  source: 'Nguồn',
  starts_on: 'Từ ngày',
  summary: 'Ghi chú',
  title: 'Tên',
  'distinction.title': 'Danh hiệu, hình thức',
  to: 'Đến hết ngày',
  topic: 'Lĩnh vực',
  unit: 'Đơn vị tính',
  until: 'Đến hết ngày',
  value: 'Giá trị',
  version: 'Bản',
  words: 'Nội dung',
};

const roleTitles: Readonly<Record<string, string>> = {
  web: 'trang',
  api: 'chương trình',
  cli: 'lệnh trên máy chủ',
  job: 'việc tự động',
  setup: 'lúc cài đặt',
};

/** The event log. */
export const logWords = {
  menu: 'Nhật ký',
  title: 'Nhật ký',
  number,
  moment,
  leadFiltered: (total: number) => `${number(total)} việc khớp với bộ lọc.`,
  lead: (total: number, whole: boolean) =>
    whole
      ? `${number(total)} việc đã ghi trong toàn hệ thống. Sổ này chỉ thêm, không sửa, không xóa được.`
      : `${number(total)} việc đã ghi ở đơn vị này và các đơn vị bên dưới. Sổ này chỉ thêm, không sửa, không xóa được.`,
  caption: 'Các việc đã ghi, mới nhất trước',
  when: 'Lúc',
  who: 'Ai',
  what: 'Việc',
  organisation: 'Đơn vị',
  chain: 'Niêm phong',
  via: 'Qua',
  viaWord: (via: string) => roleTitles[via] ?? via,
  system: 'Hệ thống',
  nobody: 'Người chưa đăng nhập',
  gone: 'Tài khoản đã gỡ',
  sealed: (place: number) => `Số ${number(place)}`,
  waiting: 'Chờ niêm phong',
  chainTitle: 'Chuỗi niêm phong.',
  chainState: (sealed: number, pending: number, oldest: Date | null) =>
    pending === 0 || oldest === null
      ? `${number(sealed)} việc đã niêm phong nối tiếp nhau, không việc nào đang chờ. Lệnh lientri doctor kiểm tra lại cả chuỗi.`
      : `${number(sealed)} việc đã niêm phong nối tiếp nhau, ${number(pending)} việc đang chờ, lâu nhất từ ${moment(oldest)}. Lệnh lientri doctor kiểm tra lại cả chuỗi.`,
  filterWho: 'Ai',
  filterWhat: 'Việc về',
  anything: 'Mọi việc',
  from: 'Từ ngày',
  to: 'Đến ngày',
  chipFrom: (day: string) => `từ ${formatDate(day)}`,
  chipTo: (day: string) => `đến ${formatDate(day)}`,
  chipWho: (who: string) => `“${who}”`,
  excel: 'Tải về Excel',
  emptyTitle: 'Chưa có việc nào được ghi',
  empty: 'Mỗi lần ai đó ghi, sửa hay xóa một mục, việc ấy hiện ra ở đây.',
  noneTitle: 'Không có việc nào khớp với bộ lọc',
  none: 'Bỏ bớt một điều kiện, hoặc chọn khoảng ngày rộng hơn.',
  clear: 'Bỏ hết bộ lọc',
  changes: (count: number) => `${number(count)} mục thay đổi`,
  noChanges: 'Không có mục nào thay đổi',
  field: 'Mục',
  old: 'Trước',
  new: 'Sau',
  unset: 'chưa ghi',
  erased: 'đã xóa theo yêu cầu bảo vệ dữ liệu cá nhân',
  yes: 'có',
  no: 'không',
  reason: (reason: string) => `Lý do: ${reason}`,
  verb: (action: string) => actionVerbs[action] ?? `làm việc “${action}”`,
  fieldName: (type: string, field: string) =>
    fieldNames[`${type}.${field}`] ?? fieldNames[field] ?? field,
  deleted: '(đã xóa)',
  unknownSubject: '(không còn trong sổ)',
  sheet: 'Nhật ký',
  time: 'Giờ',
  reasonHead: 'Lý do',
  sheetAction: 'Mã việc',
  sheetChanges: 'Thay đổi',
  sheetTitle: (name: string) => `Nhật ký, ${name}`,
  sheetNote: (at: Date) => `Xuất lúc ${moment(at)}.`,
  sheetCut: (most: number) =>
    `Chỉ có ${number(most)} việc mới nhất. Chọn khoảng ngày hẹp hơn để xuất phần còn lại.`,
  subject: 'Về',
  fileName: (code: string, day: string) => `nhat-ky-${code}-${day}.xlsx`,
};

/** Words for codes in changed fields, by 'type.field:code' or 'field:code'. */
const codeNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(kindTitles).map(([code, title]) => [`organisation.kind:${code}`, title]),
  ),
  'affiliation.kind:territorial': 'theo địa bàn',
  'affiliation.kind:sectoral': 'theo ngành',
  'affiliation.kind:branch': 'chi hội',
  'affiliation.kind:unit': 'trực thuộc',
  'activity.role:host': 'chủ trì',
  'activity.role:co_host': 'phối hợp',
  'activity.role:participant': 'tham gia',
  'level:state': 'Nhà nước',
  'level:prime_minister': 'Thủ tướng Chính phủ',
  'level:ministry': 'bộ, ngành trung ương',
  'level:province': 'tỉnh, thành phố',
  'level:national_union': 'Liên hiệp hội Việt Nam',
  'level:sector': 'hội ngành toàn quốc',
  'level:union': 'liên hiệp hội tỉnh',
  'level:other': 'cấp khác',
};

/**
 * A value of a changed field, in words. `names` has the words for ids and codes that are data; an
 * inner id without a name is never shown.
 */
export function valueWords(
  at: { readonly type: string; readonly field: string },
  value: unknown,
  names: ReadonlyMap<string, string>,
): string {
  const again = (inner: unknown, field = at.field) => valueWords({ ...at, field }, inner, names);
  if (value === null || value === undefined || value === '') return logWords.unset;
  if (typeof value === 'boolean') return value ? logWords.yes : logWords.no;
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? logWords.unset : value.map((one) => again(one)).join('; ');
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([key, inner]) => {
      const label = names.get(`${at.field}.${key}`) ?? fieldNames[key] ?? key;
      return `${label}: ${again(inner, `${at.field}.${key}`)}`;
    });
    return parts.length === 0 ? logWords.unset : parts.join('; ');
  }
  return textWords(at, String(value), names);
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const innerId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function textWords(
  { type, field }: { readonly type: string; readonly field: string },
  text: string,
  names: ReadonlyMap<string, string>,
): string {
  if (innerId.test(text)) return names.get(text) ?? logWords.unknownSubject;
  if (isDay(text)) return formatDate(text);
  if (instant.test(text)) return moment(new Date(text));
  const keys = [`${type}.${field}:${text}`, `${field}:${text}`];
  for (const key of keys) {
    const word = codeNames[key] ?? names.get(key);
    if (word !== undefined) return word;
  }
  return text;
}

/** Letters that wait. */
export const letterWords = {
  title: 'Thư chờ gửi',
  lead: (waiting: number) =>
    waiting === 0
      ? 'Không có thư nào chờ. Thư giữ lại 30 ngày.'
      : `${number(waiting)} thư chưa gửi được. Khi máy chủ chưa nối với hệ thống thư (SMTP), văn phòng chuyển thư bằng cách khác. Thư giữ lại 30 ngày.`,
  caption: 'Thư, mới nhất trước',
  subject: 'Nội dung',
  recipient: 'Người nhận',
  created: 'Lập lúc',
  state: 'Tình trạng',
  moment,
  sent: (at: Date) => `Đã gửi ${moment(at)}`,
  waiting: 'Chờ gửi',
  failed: (attempts: number) => `Đã thử ${number(attempts)} lần, chưa gửi được`,
  error: 'Máy chủ thư trả lời',
  text: 'Thư',
  secret: 'Thư có thể chứa đường dẫn đăng nhập: chỉ chuyển cho đúng người nhận.',
  emptyTitle: 'Chưa có thư nào',
  empty: 'Thư mà hệ thống lập ra (đường dẫn đăng nhập, thông báo) hiện ra ở đây.',
};

/** Long jobs. */
export const jobWords = {
  number,
  moment,
  names: {
    'rosters.check': 'Kiểm tra danh sách hội viên',
    'rosters.apply': 'Nhập danh sách hội viên',
    'rosters.undo': 'Hoàn tác lần nhập danh sách',
  } as Readonly<Record<string, string>>,
  messages: {
    matching: 'Đang đối chiếu với sổ',
    writing: 'Đang ghi vào sổ',
    noting: 'Đang ghi kết quả',
    roster_refused: 'Chưa đọc được tệp. Chưa ghi gì vào sổ.',
    roster_state: 'Lần nhập đã ở bước khác nên việc này không chạy. Chưa ghi gì vào sổ.',
  } as Readonly<Record<string, string>>,
  name: (name: string) => jobWords.names[name] ?? 'Việc chạy lâu',
  states: {
    waiting: 'Chờ bắt đầu',
    running: 'Đang chạy',
    done: 'Đã xong',
    failed: 'Không xong',
    cancelled: 'Đã dừng',
  },
  progress: 'Đã làm',
  stopping: 'Đã yêu cầu dừng; việc sẽ dừng ở bước kế tiếp.',
  note: 'Có thể đóng trang này; việc vẫn chạy và kết quả được giữ lại. Trang tự tải lại sau mỗi vài giây.',
  stop: 'Dừng',
  failed: 'Việc dừng giữa chừng.',
  failedBody: 'Những gì đã ghi trước đó vẫn còn. Có thể chạy lại từ nơi đã bắt đầu.',
  cancelledBody: 'Việc đã dừng theo yêu cầu.',
  doneBody: 'Kết quả được giữ lại.',
  open: 'Mở kết quả',
  created: 'Yêu cầu lúc',
  started: 'Bắt đầu',
  finished: 'Kết thúc',
  count: 'Đã làm',
  of: (done: number, total: number | null) =>
    total === null ? number(done) : `${number(done)} / ${number(total)}`,
};

/** What the permissions of this module let a person do, for the table of rights. */
export const portalPermissionNames: Readonly<Record<string, string>> = {
  'site.read': 'Xem trang công khai',
  'job.read': 'Xem việc chạy lâu của đơn vị',
  'job.stop': 'Dừng việc chạy lâu của người khác',
};
