import { formatDate, formatDateLong } from '../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../kernel/vietnamese/numbers.ts';

/** The place of a union, without the words that every union's name has: a table is narrow. */
export function placeName(shortName: string): string {
  return shortName.replace(/^(Liên hiệp hội|LHH) ((tỉnh|thành phố|TP\.?) )?/iu, '');
}

interface Shown {
  readonly decimals: number;
  /** Shown with its decimals even when whole: years, tens of thousands, ratios. */
  readonly measured: boolean;
}

/** A figure as it is read: whole numbers without decimals, unless the figure is a measured one. */
export function valueText(value: number | boolean | null, row: Shown): string {
  if (value === null) return vi.unknown;
  if (typeof value === 'boolean') return value ? vi.yes : vi.no;
  return Number.isInteger(value) && !row.measured
    ? formatNumber(value)
    : formatNumber(value, row.decimals);
}

export function ownText(row: Shown & { readonly own: number | boolean | null }): string {
  return valueText(row.own, row);
}

/** The figure of the whole: a mean with its decimals, a number of unions, or nothing. */
export function nationalText(row: {
  readonly national: number | null;
  readonly nationalKind: 'mean' | 'count' | 'none';
  readonly decimals: number;
}): string {
  if (row.national === null) return '';
  if (row.nationalKind === 'count') return vi.units(row.national);
  return formatNumber(row.national, row.decimals);
}

export const vi = {
  menu: 'Báo cáo',
  reports: 'Báo cáo',
  title: 'Bảng so sánh',
  heading: (name: string, year: number) => `${name} trong cả nước, năm ${year}`,
  lead: (peers: number) =>
    `Bảng chỉ tiêu phát triển của ${formatNumber(peers)} liên hiệp hội tỉnh, thành phố. Mỗi con số mở ra các bản ghi làm nên nó.`,
  excel: 'Excel',
  word: 'Word (Nghị định 30)',
  filters: {
    union: 'Liên hiệp hội',
    year: 'Năm số liệu',
    on: 'Tính đến ngày',
    structure: 'Cơ cấu đơn vị',
    show: 'Xem',
    asThen: (n: number | null) => (n === null ? 'Như khi đó' : `Như khi đó (${n})`),
    asToday: (n: number | null) => (n === null ? 'Như hiện nay' : `Như hiện nay (${n})`),
  },
  columns: {
    number: 'TT',
    label: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    national: 'Cả nước',
    own: 'Đơn vị',
    place: (peers: number) => `Vị trí trong ${peers}`,
    rank: 'Hạng',
    note: 'Ghi chú',
    code: 'Mã',
    value: 'Giá trị',
    union: 'Liên hiệp hội',
    peers: 'Số đơn vị so sánh',
  },
  units: (count: number) => `${formatNumber(count)} đơn vị`,
  yes: 'Có',
  no: 'Chưa có',
  unknown: 'Chưa có số',
  foot: (peers: number) =>
    `“Cả nước” là trung bình của các đơn vị đã có số trong ${peers} đơn vị, với chỉ tiêu đo bằng số; hoặc là số đơn vị có hoạt động. Vạch trên thanh vị trí: bên phải là hạng cao.`,
  sample: 'Bảng và chỉ tiêu là mẫu, để sửa theo văn bản của đơn vị.',
  definitions: 'Xem các chỉ tiêu và cách tính',
  noPeers: (name: string) =>
    `Vào ngày này chưa có liên hiệp hội nào thuộc Liên hiệp hội toàn quốc nên chưa có số để so. Số của ${name} vẫn đúng.`,
  notPeer: (name: string) =>
    `${name} không có trong các đơn vị được so vào ngày này nên không xếp hạng.`,
  noUnion: 'Chưa có liên hiệp hội nào để xem. Ghi nhận liên hiệp hội trước, rồi mở lại trang này.',
  empty: 'Bảng chưa có chỉ tiêu nào vào ngày này. Thêm dòng cho bảng ở mục Chỉ tiêu.',
  closed: (name: string) =>
    `Số của ${name} xem được; bản ghi phía sau chỉ mở cho người làm việc ở đơn vị ấy.`,
  panel: {
    kicker: (code: string) => `Bản ghi của chỉ tiêu ${code}`,
    peersKicker: (code: string) => `Chỉ tiêu ${code} ở các đơn vị`,
    title: (label: string, value: string) => `${label}: ${value}`,
    lead: (name: string, on: string, how: string) =>
      `${name}, tính đến ${formatDate(on)}. Cách tính: ${how}.`,
    start: 'Đầu năm',
    added: 'Thêm',
    removed: 'Bớt',
    end: (on: string) => (on.endsWith('-12-31') ? 'Cuối năm' : 'Đến ngày'),
    all: (total: number) => `Xem cả ${formatNumber(total)} bản ghi`,
    download: 'Tải Excel',
    none: 'Chưa có bản ghi nào. Ghi nhận ở mục tương ứng thì số này tự đổi.',
    note: 'Sửa ghi chú',
    addNote: 'Thêm ghi chú',
    enter: 'Nhập giá trị',
    definition: 'Chỉ tiêu này tính thế nào',
    others: (count: number) => `So với ${count} đơn vị còn lại`,
    own: (name: string) => `Bản ghi của ${name}`,
    national: 'Cả nước',
    mean: 'Trung bình',
    from: (day: string) => `từ ${formatDate(day)}`,
    range: (from: string | null, until: string) =>
      from === null
        ? `đến hết ${formatDate(until)}`
        : `từ ${formatDate(from)} đến hết ${formatDate(until)}`,
    day: (day: string) => formatDate(day),
    part: { numerator: 'tử số', denominator: 'mẫu số' },
  },
  peers: {
    title: (label: string, year: number) => `${label}: các liên hiệp hội, năm ${year}`,
    lead: (p: {
      readonly place: string;
      readonly own: string;
      readonly rank: number | null;
      readonly peers: number;
      readonly national: string;
      readonly mean: boolean;
      readonly on: string;
    }) =>
      [
        `${p.place}: ${p.own}${p.rank === null ? '' : `, xếp thứ ${p.rank} trên ${p.peers}`}.`,
        p.mean ? `Trung bình cả nước: ${p.national}.` : `Cả nước: ${p.national}.`,
        `Tính đến ${formatDate(p.on)}.`,
      ].join(' '),
    picture: 'Vị trí giữa các đơn vị',
    how: 'Cách tính',
    howText: (how: string) => `${how.charAt(0).toLocaleUpperCase('vi')}${how.slice(1)}.`,
  },
  chartAlt: (label: string, own: string, peers: number) =>
    `${label}: vị trí của ${own} giữa ${peers} đơn vị.`,
  chartYes: 'Có',
  chartNo: 'Chưa có',
  chartUnknown: 'Chưa có số',
  recordsTitle: (code: string, label: string) => `Bản ghi của chỉ tiêu ${code}: ${label}`,
  recordsLead: (name: string, on: string, total: number) =>
    `${name}, tính đến ${formatDate(on)}: ${formatNumber(total)} bản ghi.`,
  recordColumns: {
    title: 'Bản ghi',
    organisation: 'Đơn vị',
    day: 'Từ ngày',
    until: 'Đến hết ngày',
    amount: 'Góp vào số',
  },
  back: 'Về bảng so sánh',
  files: {
    table: (code: string, on: string) => `bang-so-sanh-${code}-${on}`,
    records: (code: string, indicator: string, on: string) => `ban-ghi-${code}-${indicator}-${on}`,
  },
  sheet: {
    name: 'Bảng so sánh',
    records: 'Bản ghi',
    title: (name: string) => `Bảng so sánh chỉ tiêu: ${name}`,
    notes: (on: string, structure: string, peers: number) => [
      `Số liệu tính đến ngày ${formatDate(on)}; cơ cấu đơn vị: ${structure}; so với ${peers} liên hiệp hội.`,
      'Cả nước: trung bình của các đơn vị đã có số, hoặc số đơn vị có.',
    ],
  },
  document: {
    type: 'Báo cáo',
    symbol: 'LHH',
    subject: (on: string) => `So sánh các chỉ tiêu phát triển tính đến ${formatDateLong(on)}`,
    opening: (name: string, peers: number, on: string, structure: string) =>
      `${name} báo cáo kết quả so sánh các chỉ tiêu với ${formatNumber(peers)} liên hiệp hội tỉnh, thành phố trong cả nước. Số liệu tính từ bản ghi đến ${formatDateLong(on)}, cơ cấu đơn vị ${structure}.`,
    results: '1. Kết quả chung',
    haves: (have: number, all: number) =>
      `Có ${formatNumber(have)} trên ${formatNumber(all)} nội dung thuộc nhóm có hay không.`,
    ranked: '2. Các chỉ tiêu xếp hạng',
    rank: (label: string, own: string, national: string, rank: number, peers: number) =>
      `${label}: ${own}; trung bình cả nước ${national}; xếp thứ ${rank} trên ${peers} đơn vị.`,
    lacking: '3. Nội dung chưa có',
    lack: (label: string, units: string) => `${label} (cả nước: ${units}).`,
    closing: 'Chi tiết từng chỉ tiêu tại Phụ lục kèm theo.',
    appendix: 'Bảng so sánh các chỉ tiêu',
    position: 'Chủ tịch',
    signer: '',
    recipients: ['Liên hiệp các Hội KH&KT Việt Nam', 'Thường trực Liên hiệp hội'],
    structure: (structure: 'then' | 'today') =>
      structure === 'then' ? 'như khi đó' : 'như hiện nay',
  },
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'benchmark.read': 'Xem bảng so sánh',
  'benchmark.records': 'Mở bản ghi của con số',
};
