import type { IssueWords } from '../../../kernel/issue.ts';
import { type Period, periodEnd } from '../../../kernel/period.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const halves: Readonly<Record<string, string>> = { H1: '6 tháng đầu', H2: '6 tháng cuối' };
const quarters: Readonly<Record<string, string>> = { Q1: 'I', Q2: 'II', Q3: 'III', Q4: 'IV' };

/** '2019', '6 tháng đầu 2019', 'Quý IV/2019', 'Tháng 12/2019'. */
export function periodName(period: Period): string {
  const [year = '', part = ''] = period.code.split('-');
  if (part === '') return year;
  if (halves[part] !== undefined) return `${halves[part]} ${year}`;
  if (quarters[part] !== undefined) return `Quý ${quarters[part]}/${year}`;
  return `Tháng ${part}/${year}`;
}

/** The same, saying until when while the period still runs. */
export const periodHead = (period: Period, on: string, running: boolean): string =>
  running && on !== periodEnd(period)
    ? `${periodName(period)} (đến ${formatDate(on).slice(0, 5)})`
    : periodName(period);

export const groupNames = {
  own: 'Đơn vị này',
  below: 'Các đơn vị trực thuộc',
  peers: 'Các liên hiệp hội',
  chosen: 'Tự chọn',
} as const;

export const kindNames = {
  year: 'Năm',
  half_year: 'Nửa năm',
  quarter: 'Quý',
  month: 'Tháng',
} as const;

export const layoutNames = {
  'indicator-period': 'Hàng là chỉ tiêu, cột là kỳ',
  'organisation-period': 'Hàng là đơn vị, cột là kỳ',
  'organisation-indicator': 'Hàng là đơn vị, cột là chỉ tiêu',
  'indicator-organisation': 'Hàng là chỉ tiêu, cột là đơn vị',
  'period-indicator': 'Hàng là kỳ, cột là chỉ tiêu',
  'period-organisation': 'Hàng là kỳ, cột là đơn vị',
} as const;

export const extraNames = {
  none: 'Không thêm cột',
  difference: 'Chênh lệch của hai cột',
  share: 'Tỷ trọng trong cột (%)',
} as const;

export const structureNames = { then: 'Như khi đó', today: 'Như hiện nay' } as const;

export const axisNames = { organisation: 'Đơn vị', indicator: 'Chỉ tiêu', period: 'Kỳ' } as const;

export const tileKindNames = {
  figure: 'Một con số: giá trị, so với kỳ trước, thứ hạng',
  line: 'Đường: một chỉ tiêu qua các kỳ',
  bars: 'Cột: một chỉ tiêu ở các đơn vị',
  distribution: 'Vị trí của đơn vị giữa các đơn vị khác',
  map: 'Bản đồ ô các tỉnh, thành phố',
  table: 'Bảng nhỏ',
} as const;

export const tileKindShort = {
  figure: 'Con số',
  line: 'Đường',
  bars: 'Cột',
  distribution: 'Vị trí',
  map: 'Bản đồ',
  table: 'Bảng',
} as const;

const n = formatNumber;

export const pivotWords = {
  section: 'Báo cáo',
  title: 'Tổng hợp',
  lead: (organisations: number, indicators: number, periods: number) =>
    `${n(indicators)} chỉ tiêu của ${n(organisations)} đơn vị trong ${n(periods)} kỳ. Mỗi con số mở ra các bản ghi làm nên nó.`,
  ready: 'Câu hỏi có sẵn',
  presets: {
    years: ['So sánh các năm', 'Mọi chỉ tiêu của đơn vị này trong 5 năm'],
    unions: ['So sánh các liên hiệp hội', 'Từng chỉ tiêu ở các tỉnh, thành phố'],
    below: ['Các hội của tỉnh', 'Từng chỉ tiêu ở các hội trực thuộc'],
    belowNational: ['Các đơn vị thành viên', 'Từng chỉ tiêu ở các đơn vị trực thuộc'],
    twoYears: ['So sánh hai năm', 'Năm nay và năm trước, kèm chênh lệch và tỷ lệ\u00a0%'],
    map: ['Xem trên bản đồ', 'Một chỉ tiêu ở các tỉnh, thành phố'],
    twoUnions: ['So sánh hai đơn vị…', 'Chọn hai đơn vị, xem chênh lệch từng chỉ tiêu'],
  } as const,
  filters: {
    group: 'Đơn vị',
    kind: 'Kỳ',
    count: 'Số kỳ',
    until: 'Kỳ cuối',
    now: 'Hiện nay',
    structure: 'Cơ cấu đơn vị',
    layout: 'Bố cục',
    extra: 'Thêm cột',
    table: 'Bảng của',
    more: 'Cơ cấu, bố cục, cột thêm',
    show: 'Xem',
  },
  choose: 'Chọn đơn vị, chỉ tiêu, kỳ…',
  excel: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  heads: {
    total: 'Cộng',
    difference: 'Chênh lệch',
    percent: 'Thay đổi (%)',
    share: 'Tỷ trọng (%)',
    shareOf: (column: string) => `${column}: tỷ trọng (%)`,
    code: 'Mã',
    unit: 'Đơn vị tính',
    group: 'Nhóm',
    table: 'Bảng',
  },
  unknown: '–',
  unknownSaid: 'chưa có số',
  yesCount: (count: number) => `${n(count)} có`,
  caption: (table: string) => `Tổng hợp: ${table}`,
  foot: 'Số liệu tính đến ngày cuối của mỗi kỳ. Dấu “–” là chưa có số, hoặc đơn vị chưa thành lập. Hàng “Cộng” chỉ có với những chỉ tiêu cộng được.',
  structureNote: {
    then: 'Cơ cấu đơn vị như khi đó: mỗi kỳ tính theo các đơn vị của kỳ ấy.',
    today: 'Cơ cấu đơn vị như hiện nay: mọi kỳ tính theo các đơn vị hiện có.',
  },
  differenceNeeds:
    'Cột chênh lệch cần đúng hai cột là hai kỳ hoặc hai đơn vị. Chọn lại kỳ hoặc đơn vị để thấy cột này.',
  shareNeeds: 'Tỷ trọng chỉ tính được khi hàng là đơn vị và chỉ tiêu cộng được.',
  changed: (labels: string) => `Cách tính đã đổi giữa các kỳ này: ${labels}.`,
  missing: (codes: string) =>
    `Không tìm thấy: ${codes}. Các mã này bị bỏ qua; những gì còn lại vẫn đúng.`,
  nobody: 'Chưa chọn đơn vị nào, hoặc các đơn vị đã chọn chưa có vào những kỳ này.',
  none: 'Không có đơn vị nào trong nhóm này vào những kỳ đã chọn.',
  noIndicators: 'Chưa có chỉ tiêu nào vào những kỳ này.',
  tooMany: {
    figures: (count: number, most: number) =>
      `Câu hỏi này có ${n(count)} con số, quá ${n(most)} của một lần xem. Bớt đơn vị, chỉ tiêu hoặc kỳ.`,
    organisations: (count: number, most: number) =>
      `Câu hỏi này có ${n(count)} đơn vị, quá ${n(most)}. Chọn bớt đơn vị.`,
    indicators: (count: number, most: number) =>
      `Câu hỏi này có ${n(count)} chỉ tiêu, quá ${n(most)}. Chọn bớt chỉ tiêu.`,
    page: (count: number, most: number) =>
      `Bảng này có ${n(count)} ô, quá ${n(most)} ô của một trang. Bớt đơn vị hoặc chỉ tiêu, hoặc tải Excel để có đủ.`,
  },
  form: {
    title: 'Chọn đơn vị, chỉ tiêu, kỳ',
    lead: 'Chọn xong bấm Xem bảng. Địa chỉ của trang giữ mọi lựa chọn, gửi cho người khác được.',
    group: 'Đơn vị',
    chosen: 'Đơn vị tự chọn',
    chosenHelp: 'Dùng khi chọn “Tự chọn” ở trên.',
    peers: (count: number) => `Liên hiệp hội tỉnh, thành phố (${n(count)})`,
    below: (count: number) => `Trực thuộc đơn vị này (${n(count)})`,
    indicators: 'Chỉ tiêu',
    indicatorsHelp: 'Không đánh dấu chỉ tiêu nào là lấy cả bảng so sánh.',
    otherIndicators: 'Chỉ tiêu khác',
    more: (count: number) => `Chỉ tiêu khác (${n(count)})`,
    periods: 'Kỳ',
    named: 'Hoặc chỉ những năm này',
    namedHelp: 'Đánh dấu hai năm để so sánh hai năm. Có đánh dấu thì bỏ qua số kỳ và kỳ cuối.',
    submit: 'Xem bảng',
    back: 'Để nguyên',
  },
  files: {
    name: (code: string) => `tong-hop-${code}`,
    sheet: 'Tổng hợp',
    title: (name: string) => `Tổng hợp chỉ tiêu: ${name}`,
    notes: (structure: string, periods: string) => [
      `Các kỳ: ${periods}. Số liệu tính đến ngày cuối của mỗi kỳ.`,
      `Cơ cấu đơn vị: ${structure}. Ô trống là chưa có số.`,
    ],
  },
};

export const mapWords = {
  title: (label: string, period: string) => `${label}, ${period}`,
  alt: (label: string, period: string) =>
    `Bản đồ ô các tỉnh, thành phố: ${label}, ${period}. Bảng bên dưới có cùng số liệu.`,
  kinds: { '34': '34 tỉnh, thành phố hiện nay', '63': '63 tỉnh, thành phố trước 01/07/2025' },
  switchTo: {
    '34': 'Xem theo 34 tỉnh, thành phố hiện nay',
    '63': 'Xem theo 63 tỉnh, thành phố trước 01/07/2025',
  },
  none: 'Chưa có số liệu',
  unaddable: 'Không cộng được các đơn vị',
  several: (count: number) => `cộng ${count} liên hiệp hội`,
  thousands: 'Trên ô: nghìn',
  legend: 'Chú giải',
  range: (from: string, to: string, count: number) =>
    from === to ? `${from} (${count} nơi)` : `${from} đến ${to} (${count} nơi)`,
  outside: (names: string) => `Không có ô trên bản đồ: ${names}.`,
  table: 'Bảng số liệu của bản đồ',
  crumb: 'Bản đồ các tỉnh, thành phố',
  picture: 'Mở riêng hình bản đồ (SVG)',
  yes: 'Có',
  no: 'Chưa',
  high: 'Cao nhất',
  low: 'Thấp nhất',
  name: 'Tỉnh, thành phố',
  value: 'Giá trị',
  unions: 'Liên hiệp hội',
};

export const words = {
  title: 'Bảng điều khiển',
  lead: 'Các con số đã chọn, trên một trang. Mỗi con số mở ra các bản ghi làm nên nó.',
  others: 'Các bảng khác',
  defaultName: 'Bảng mặc định',
  defaultNote: (name: string) =>
    `${name} chưa lập bảng nào. Dưới đây là bảng mặc định, lấy từ bảng so sánh.`,
  make: 'Lập bảng điều khiển',
  makeTitle: 'Lập bảng điều khiển',
  edit: 'Sửa tên',
  editTitle: 'Sửa bảng điều khiển',
  addTile: 'Thêm ô',
  addTitle: 'Thêm ô vào bảng',
  editTile: 'Sửa ô',
  editTileTitle: 'Sửa ô của bảng',
  remove: 'Xóa bảng',
  removeTitle: 'Xóa bảng điều khiển',
  removeQuestion: (name: string) => `Xóa bảng “${name}”?`,
  removeBody:
    'Bảng không còn hiện ở văn phòng và trên trang công khai. Số liệu không mất gì; khôi phục được trong 30 ngày.',
  removeKeep: 'Giữ bảng',
  removed: (name: string) => `Đã xóa bảng “${name}”.`,
  saved: 'Đã lưu bảng.',
  restored: 'Đã khôi phục bảng.',
  tileSaved: 'Đã lưu ô của bảng.',
  tileRemoved: 'Đã bỏ ô khỏi bảng.',
  moved: 'Đã đổi thứ tự các ô.',
  empty: 'Bảng chưa có ô nào. Thêm ô đầu tiên: chọn một chỉ tiêu và cách hiện.',
  public: 'Công khai',
  publicAt: 'Xem trang công khai',
  notPublic: 'Chỉ xem ở văn phòng',
  form: {
    name: 'Tên bảng',
    nameHelp: 'Ví dụ: Số liệu giao ban quý, Lãnh đạo tỉnh theo dõi.',
    public: 'Hiện bảng này trên trang công khai',
    publicHelp:
      'Ai cũng xem và tải được. Những ô so với liên hiệp hội khác chỉ hiện công khai ở bảng của Liên hiệp hội toàn quốc.',
    save: 'Lưu bảng',
    make: 'Lập bảng',
    makeNote: 'Bảng mới có sẵn các ô của bảng mặc định; thêm, bỏ, đổi thứ tự sau.',
    back: 'Để nguyên',
    kind: 'Cách hiện',
    indicator: 'Chỉ tiêu',
    indicatorsHelp: 'Chỉ “Bảng nhỏ” hiện được nhiều chỉ tiêu, nhiều nhất 10.',
    more: 'Thêm chỉ tiêu (cho bảng nhỏ)',
    title: 'Tên ô',
    titleHelp: 'Để trống thì lấy tên chỉ tiêu.',
    group: 'Của ai',
    groupHelp: 'Con số và đường luôn là của đơn vị này; bản đồ luôn là các liên hiệp hội.',
    period: 'Kỳ',
    count: 'Số kỳ',
    countHelp: 'Cho đường và bảng nhỏ, từ 1 đến 24.',
    until: 'Kỳ cuối',
    untilHelp: 'Để trống là kỳ hiện nay. Ví dụ: 2019, 2019-H1, 2019-Q4, 2019-12.',
    structure: 'Cơ cấu đơn vị',
    add: 'Thêm ô',
    saveTile: 'Lưu ô',
    changed: 'Xem bảng đang có',
    changedNote: 'Bảng vừa được người khác sửa. Bấm lưu lần nữa để ghi theo ý mình.',
  },
  tile: {
    up: 'Lên',
    down: 'Xuống',
    drop: 'Bỏ ô',
    edit: 'Sửa',
    of: (title: string) => `ô ${title}`,
    acts: (title: string) => `Sắp xếp ô ${title}`,
    period: (period: string) => `Kỳ: ${period}`,
    rank: (rank: number, of: number) => `Xếp thứ ${rank} trên ${of} liên hiệp hội`,
    change: (difference: string, before: string) => `${difference} so với ${before}`,
    same: (before: string) => `Bằng ${before}`,
    newYes: (before: string) => `${before}: chưa có`,
    noBefore: (before: string) => `${before} chưa có số`,
    mean: 'Trung bình',
    open: 'Mở bảng số liệu',
    table: 'Số liệu của hình',
    mainTable: 'Các chỉ tiêu chính',
    gone: (code: string) =>
      `Chỉ tiêu ${code} không còn, hoặc chưa có vào kỳ này. Sửa ô để chọn chỉ tiêu khác.`,
    none: 'Chưa có số liệu cho ô này.',
    organisation: 'Đơn vị',
    value: 'Giá trị',
    rankHead: 'Hạng',
    first: (shown: number, all: number) =>
      `Hình có ${shown} trong ${all} đơn vị, cao nhất ở trên; bảng có đủ.`,
    lineAlt: (label: string, name: string) => `${label} của ${name} qua các kỳ.`,
    barsAlt: (label: string, period: string) => `${label} ở các đơn vị, ${period}.`,
    placeAlt: (label: string, name: string, of: number) =>
      `${label}: vị trí của ${name} giữa ${of} đơn vị.`,
  },
  site: {
    title: 'Bảng số liệu',
    lead: (name: string) =>
      `Các bảng số liệu mà ${name} công khai. Số liệu tính từ bản ghi, tải về dùng được.`,
    home: 'Trang chủ',
    on: (day: string) => `Tính từ bản ghi của ngày ${formatDate(day)}.`,
    csv: 'Tải CSV',
    json: 'Tải JSON',
    licence:
      'Dữ liệu mở theo giấy phép Creative Commons Ghi công 4.0 (CC BY 4.0): dùng lại tự do khi ghi rõ nguồn.',
    licenceHref: 'https://creativecommons.org/licenses/by/4.0/deed.vi',
    licenceName: 'CC BY 4.0',
    source: (name: string, day: string) => `Nguồn: ${name}, ngày ${formatDate(day)}`,
    data: 'Dữ liệu mở',
    empty: 'Bảng này chưa có ô nào công khai.',
    none: 'Đơn vị chưa công khai bảng số liệu nào.',
  },
  columns: {
    tile: 'Ô',
    organisation: 'Mã đơn vị',
    organisationName: 'Đơn vị',
    indicator: 'Mã chỉ tiêu',
    indicatorLabel: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    period: 'Kỳ',
    on: 'Tính đến ngày',
    value: 'Giá trị',
  },
};

export const labels: Readonly<Record<string, string>> = {
  name: words.form.name,
  public: words.form.public,
  kind: words.form.kind,
  indicator: words.form.indicator,
  indicators: words.form.more,
  title: words.form.title,
  group: words.form.group,
  period: words.form.period,
  count: words.form.count,
  until: words.form.until,
  structure: words.form.structure,
  tiles: 'Các ô',
};

export const dashboardIssues: IssueWords = {
  name_taken: ({ name }) => `Đã có bảng tên “${name}”. Đặt tên khác, hoặc sửa bảng ấy.`,
  one_indicator: () => 'Cách hiện này chỉ có một chỉ tiêu. Bỏ bớt, hoặc chọn “Bảng nhỏ”.',
  key_taken: () => 'Hai ô có cùng mã. Mỗi ô cần một mã riêng.',
  no_indicator: () => 'Hãy chọn chỉ tiêu cho ô.',
  not_a_period: ({ typed }) =>
    `“${typed}” không phải là kỳ. Ghi năm như 2019, hoặc 2019-H1, 2019-Q4, 2019-12.`,
  too_many_tiles: ({ most }) => `Một bảng có nhiều nhất ${most} ô. Bỏ bớt ô, hoặc lập bảng khác.`,
  too_many: ({ most }) => `Nhiều nhất ${most} mã trong một lần hỏi.`,
};

export const permissionNames: Readonly<Record<string, string>> = {
  'dashboard.read': 'Xem bảng điều khiển',
  'dashboard.manage': 'Lập và sửa bảng điều khiển',
};

/** Commands of this module in the history of a dashboard. */
export const actionNames: Readonly<Record<string, string>> = {
  'dashboard.record': 'Lập bảng',
  'dashboard.edit': 'Sửa tên, công khai',
  'dashboard.set_tiles': 'Sửa các ô',
  'dashboard.remove': 'Xóa bảng',
  'dashboard.restore': 'Khôi phục bảng',
};
