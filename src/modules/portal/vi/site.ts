import { yearOf } from '../../../kernel/day.ts';
import { inLanguages } from '../../../kernel/language.ts';
import { formatDate, formatDateLong } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { countsInEnglish } from './en.ts';

const number = (value: number): string => formatNumber(value);

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
export const kindTitles: Readonly<Record<string, string>> = {
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
  reportsPage: 'Báo cáo đã công bố',
  dashboardsPage: 'Bảng số liệu, dữ liệu mở',
  readOn: 'Xem thêm',
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
    csv: 'Tải về CSV',
    fileName: (code: string, day: string) => `so-lieu-hoi-vien-${code}-${day}.xlsx`,
    sheet: 'Hội viên, trí thức',
    code: 'Mã',
  },
};

const vietnameseBlocks = {
  figures: 'Hàng số liệu của đơn vị',
  search: 'Tra cứu nhanh',
  searchLabel: 'Bài viết, hội, giải pháp',
  poll: 'Thăm dò ý kiến',
  mostRead: 'Bài đọc nhiều',
  mostReadTitle: 'Đọc nhiều trong tuần',
  visits: 'Thống kê truy cập',
  bulletin: 'Bản tin',
  all: 'Tất cả',
  issue: (count: number, year: number) => `Số ${count} năm ${year}`,
  reads: (count: number) => `${number(count)} lượt đọc`,
};

/** Kinds of blocks of a home, as the editor chooses them, and what they say; the count stands on articles too. */
export const blockWords = inLanguages(vietnameseBlocks, countsInEnglish);
