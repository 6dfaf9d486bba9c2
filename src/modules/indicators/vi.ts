import { formatDate } from '../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../kernel/vietnamese/numbers.ts';

export const sourceWords = {
  entries: 'Giá trị nhập tay',
  admitted: 'Hội thành viên kết nạp trong kỳ',
  joined: 'Hội viên kết nạp trong kỳ',
  given: 'Khen thưởng nhận trong kỳ',
  indicator: 'Mã chỉ tiêu',
  value: 'Giá trị',
};

/** Words for the closed lists of a definition. */
export const choices = {
  measure: {
    count: 'Đếm số bản ghi',
    sum: 'Cộng một mục',
    distinct: 'Đếm số giá trị khác nhau của một mục',
    yes_no: 'Có hay không',
    stock: 'Số hiện có vào ngày tính',
    ratio: 'Tỷ số của hai chỉ tiêu',
    entered: 'Nhập tay',
    years: 'Số năm từ khi bắt đầu',
  },
  scope: { self: 'Chỉ của chính liên hiệp hội', below: 'Cả các tổ chức bên dưới' },
  window: {
    to_date: 'Từ trước đến ngày tính',
    month: 'Trong tháng, đến ngày tính',
    quarter: 'Trong quý, đến ngày tính',
    half_year: 'Trong nửa năm, đến ngày tính',
    year: 'Trong năm, đến ngày tính',
    on_day: 'Còn hiệu lực vào ngày tính',
  },
  national: {
    mean: 'Trung bình các đơn vị đã có số',
    count: 'Số đơn vị có',
    none: 'Để trống',
  },
};

interface OfferWords {
  readonly label: string;
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
  }[];
}

/** How a figure is computed, in words. */
export interface Described {
  readonly term: string;
  readonly value: string;
}

/** A definition as terms and values; `offer` gives the names of its source and fields. */
export function describeDefinition(
  d: {
    readonly measure: keyof typeof choices.measure;
    readonly filter: Readonly<Record<string, readonly string[]>>;
    readonly argument: string | null;
    readonly divisor: number;
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly scope: keyof typeof choices.scope;
    readonly window: keyof typeof choices.window;
    readonly national: keyof typeof choices.national;
    readonly legalBasis: string | null;
  },
  offer: OfferWords | null,
): Described[] {
  const { terms } = vi;
  const field = (key: string) => offer?.fields.find((one) => one.key === key);
  const conditions = Object.entries(d.filter).map(([key, values]) => {
    const options = field(key)?.options;
    const words = values.map(
      (v) =>
        options?.find((o) => o.value === v)?.label ?? (v === 'true' ? vi.yes.toLowerCase() : v),
    );
    return `${field(key)?.label ?? key}: ${words.join(', ')}`;
  });
  const lines: Described[] = [{ term: terms.measure, value: choices.measure[d.measure] }];
  const add = (term: string, value: string | null | undefined) => {
    if (value) lines.push({ term, value });
  };
  add(terms.source, offer?.label);
  add(terms.filter, conditions.join('; '));
  add(terms.argument, d.argument === null ? null : (field(d.argument)?.label ?? d.argument));
  add(terms.divisor, d.divisor === 1 ? null : formatNumber(d.divisor));
  add(terms.ratio, d.measure === 'ratio' ? `${d.numerator} : ${d.denominator}` : null);
  add(terms.scope, choices.scope[d.scope]);
  add(terms.window, d.measure === 'years' ? null : choices.window[d.window]);
  add(terms.national, choices.national[d.national]);
  add(terms.basis, d.legalBasis);
  return lines;
}

/** What is other in the second of two descriptions, a line each. */
export function changesOfTerms(
  before: readonly Described[],
  after: readonly Described[],
): string[] {
  const { change, none, same } = vi.compare;
  const terms = [...new Set([...before, ...after].map(({ term }) => term))];
  const valueIn = (list: readonly Described[], term: string) =>
    list.find((one) => one.term === term)?.value ?? none;
  const changes = terms
    .filter((term) => valueIn(before, term) !== valueIn(after, term))
    .map((term) => change(term, valueIn(before, term), valueIn(after, term)));
  return changes.length === 0 ? [same] : changes;
}

/** A definition as one plain sentence; `labels` gives the names of other indicators by code. */
export function sentenceOf(
  d: Parameters<typeof describeDefinition>[0],
  offer: OfferWords | null,
  labels: ReadonlyMap<string, string>,
): string {
  const words = vi.sentence;
  const named = (code: string | null) =>
    code === null ? '…' : `“${labels.get(code) ?? code}” (${code})`;
  if (d.measure === 'ratio') return words.ratio(named(d.numerator), named(d.denominator));
  if (d.measure === 'entered') return words.entered;
  const field = (key: string | null) =>
    offer?.fields.find((one) => one.key === key)?.label ?? key ?? '…';
  const source = offer?.label ?? '…';
  const conditions = Object.entries(d.filter).map(([key, values]) => {
    const options = offer?.fields.find((one) => one.key === key)?.options;
    const told = values.map((v) => `“${options?.find((o) => o.value === v)?.label ?? v}”`);
    return words.condition(field(key), told.join(words.or));
  });
  return [
    words.measure[d.measure](source, d.argument === null ? null : field(d.argument)),
    conditions.length === 0 ? null : words.only(conditions.join(words.and)),
    words.scope[d.scope],
    d.measure === 'stock' || d.measure === 'years' ? null : words.window[d.window],
    d.divisor === 1 ? null : words.divided(formatNumber(d.divisor)),
  ]
    .filter((part) => part !== null)
    .join(', ')
    .concat('.');
}

const t = (value: unknown): string => String(value ?? '');

export const indicatorIssues = {
  not_an_indicator_code: (d: Readonly<Record<string, unknown>>) =>
    `Mã “${t(d.typed)}” chưa đúng. Mã gồm chữ không dấu và số, ngăn bằng dấu chấm, ví dụ II.2.1.`,
  filter_unreadable: (d: Readonly<Record<string, unknown>>) =>
    `Không đọc được điều kiện “${t(d.typed)}”. Chọn lại ở mục Tính những bản ghi nào.`,
  source_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Không có nguồn “${t(d.typed)}”. Chọn một nguồn trong danh sách.`,
  field_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Nguồn này không có mục “${t(d.typed)}”. Bỏ điều kiện ấy, hoặc chọn nguồn khác.`,
  value_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Mục “${t(d.key)}” không có giá trị “${t(d.typed)}”. Chọn một giá trị trong danh sách.`,
  not_a_quantity: (d: Readonly<Record<string, unknown>>) =>
    `Mục “${t(d.typed)}” không phải là số nên không cộng được. Chọn mục khác, hoặc đổi cách tính.`,
  stock_needs_range: () =>
    'Nguồn này ghi việc xảy ra, không ghi điều còn hiệu lực. Chọn “Đếm số bản ghi” hoặc nguồn khác.',
  indicator_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Không có chỉ tiêu mã “${t(d.typed)}”. Xem lại mã.`,
  ratio_of_ratio: (d: Readonly<Record<string, unknown>>) =>
    `Chỉ tiêu “${t(d.typed)}” cũng là tỷ số. Chọn chỉ tiêu đếm được từ bản ghi.`,
  not_entered: (d: Readonly<Record<string, unknown>>) =>
    `Chỉ tiêu ${t(d.typed)} tính từ bản ghi, không nhập tay. Muốn đổi số, hãy sửa bản ghi.`,
  heading_or_indicator: () => 'Mỗi dòng là một tiêu đề hoặc một chỉ tiêu, không phải cả hai.',
};

/** The pages of the reports section, in the order of their tabs. */
export const tabWords = {
  label: 'Các trang của mục Báo cáo',
  rounds: 'Đợt báo cáo',
  benchmark: 'Bảng so sánh',
  pivot: 'Tổng hợp',
  dashboards: 'Bảng điều khiển',
  checks: 'Kiểm tra số liệu',
  templates: 'Mẫu báo cáo',
  indicators: 'Chỉ tiêu',
};

export const vi = {
  menu: 'Chỉ tiêu',
  title: 'Chỉ tiêu',
  reports: 'Báo cáo',
  lead: (count: number) =>
    `${count} chỉ tiêu. Nghĩa của mỗi chỉ tiêu có ngày hiệu lực; số liệu cũ giữ nghĩa cũ.`,
  sampleNote: 'Chỉ tiêu mẫu, để sửa theo văn bản của đơn vị.',
  sample: 'Mẫu',
  columns: {
    code: 'Mã',
    label: 'Chỉ tiêu',
    measure: 'Cách tính',
    source: 'Nguồn',
    national: 'Cả nước',
    state: 'Loại',
  },
  search: 'Tìm chỉ tiêu',
  searchHelp: 'Có dấu hay không đều được.',
  emptyFiltered: (q: string) => `Không có chỉ tiêu nào khớp với “${q}”`,
  emptyFirst: 'Chưa có chỉ tiêu nào',
  showAll: 'Bỏ bộ lọc',
  emptyFirstHelp: 'Chỉ tiêu nói số nào lấy từ bản ghi nào, tính ra sao, theo văn bản nào.',
  define: 'Thêm chỉ tiêu',
  change: (code: string) => `Sửa chỉ tiêu ${code}`,
  changeShort: 'Sửa chỉ tiêu',
  saveDefinition: 'Lưu chỉ tiêu',
  saved: 'Đã lưu chỉ tiêu.',
  keep: 'Để nguyên',
  table: 'Bảng chỉ tiêu',
  versions: 'Nghĩa theo thời gian',
  from: (day: string | null) => (day === null ? 'từ đầu' : `từ ngày ${formatDate(day)}`),
  until: (day: string | null) => (day === null ? 'đến nay' : `đến hết ngày ${formatDate(day)}`),
  form: {
    code: ['Mã', 'Như trong bảng, ví dụ II.2.1. Mã không đổi về sau.'],
    from: [
      'Có hiệu lực từ ngày',
      'Để trống: từ đầu. Trùng ngày của một nghĩa đã có thì thay nghĩa ấy; muộn hơn thì nghĩa cũ dừng trước ngày này.',
    ],
    label: ['Tên chỉ tiêu', 'Ngắn, như người đọc bảng vẫn gọi.'],
    unit: ['Đơn vị tính', 'Ví dụ người, hội, vạn. Chỉ tiêu có hay không thì để trống.'],
    decimals: ['Số chữ số sau dấu phẩy', 'Chỉ để hiển thị; số tính ra không bị làm tròn.'],
    measure: ['Cách tính', 'Chưa có bản ghi nào thì đếm là 0, còn cộng là chưa có số.'],
    source: ['Nguồn', 'Những bản ghi mà số liệu lấy từ đó.'],
    filter: ['Điều kiện', 'Bản ghi phải đúng ở mọi mục có đánh dấu.'],
    argument: ['Mục được cộng hoặc đếm', 'Chỉ đếm bản ghi thì không chọn mục nào.'],
    divisor: ['Chia cho', 'Ví dụ 10.000 để ra vạn. Để trống: không chia.'],
    numerator: ['Tử số', 'Chỉ tiêu được chia.'],
    denominator: ['Mẫu số', 'Chỉ tiêu đem chia.'],
    scope: ['Phạm vi', 'Theo cơ cấu của ngày mà bảng chọn.'],
    window: ['Khoảng thời gian', 'Tính đến và kể cả ngày đang xem.'],
    national: ['Số cả nước', 'Đơn vị chưa có số không tính vào trung bình.'],
    legal_basis: ['Căn cứ', 'Số, ký hiệu văn bản quy định chỉ tiêu này.'],
  } satisfies Record<string, readonly [string, string]>,
  sentence: {
    measure: {
      count: (source: string) => `Đếm số bản ghi của nguồn “${source}”`,
      sum: (source: string, field: string | null) =>
        `Cộng mục “${field ?? '…'}” của nguồn “${source}”`,
      distinct: (source: string, field: string | null) =>
        `Đếm số giá trị khác nhau ở mục “${field ?? '…'}” của nguồn “${source}”`,
      yes_no: (source: string, field: string | null) =>
        field === null
          ? `Trả lời có khi có ít nhất một bản ghi của nguồn “${source}”`
          : `Trả lời có khi mục “${field}” của nguồn “${source}” lớn hơn 0`,
      stock: (source: string, field: string | null) =>
        field === null
          ? `Đếm số bản ghi của nguồn “${source}” còn hiệu lực vào ngày tính`
          : `Cộng mục “${field}” của nguồn “${source}” còn hiệu lực vào ngày tính`,
      years: (source: string) => `Đếm số năm kể từ bản ghi đầu tiên của nguồn “${source}”`,
    },
    ratio: (above: string, below: string) => `Lấy ${above} chia cho ${below}.`,
    entered: 'Đơn vị tự nhập số này; bảng ghi rõ ai khai.',
    only: (conditions: string) => `chỉ tính bản ghi có ${conditions}`,
    condition: (field: string, values: string) =>
      `${field.charAt(0).toLocaleLowerCase('vi')}${field.slice(1)} là ${values}`,
    or: ' hoặc ',
    and: ' và ',
    scope: {
      self: 'của riêng đơn vị',
      below: 'của đơn vị và mọi tổ chức bên dưới',
    },
    window: {
      to_date: 'từ trước đến hết ngày tính',
      month: 'từ đầu tháng đến hết ngày tính',
      quarter: 'từ đầu quý đến hết ngày tính',
      half_year: 'từ đầu nửa năm đến hết ngày tính',
      year: 'từ đầu năm đến hết ngày tính',
      on_day: 'còn hiệu lực vào ngày tính',
    },
    divided: (by: string) => `rồi chia cho ${by}`,
  },
  build: {
    lead: 'Chọn từng bước; bấm “Xem thử” để thấy số và bản ghi. Chưa lưu thì chưa ảnh hưởng đến bảng nào.',
    source: '1. Tính gì, từ nguồn nào',
    filter: '2. Tính những bản ghi nào',
    ratio: '2. Hai chỉ tiêu của tỷ số',
    filterNote: 'Không đánh dấu gì ở một mục: mọi giá trị của mục ấy.',
    filterNone: 'Nguồn này tính mọi bản ghi.',
    kindFirst:
      'Mỗi loại có các mục riêng: đánh dấu loại rồi bấm nút dưới đây để chọn theo các mục ấy.',
    where: '3. Của ai, trong khoảng thời gian nào',
    whole: '3. Số cả nước',
    name: '4. Tên gọi và đơn vị tính',
    save: '6. Hiệu lực, căn cứ và lưu',
    saveNote: 'Số liệu trước ngày hiệu lực giữ nghĩa cũ.',
    next: 'Xem các điều kiện',
    try: 'Xem thử',
    argumentNone: 'Không, chỉ đếm bản ghi',
    chooseSource: 'Chọn nguồn',
    chooseIndicator: 'Chọn chỉ tiêu',
    preview: '5. Xem thử',
    previewUnion: 'Đơn vị',
    previewDay: 'Tính đến ngày',
    previewDayBad: 'Không đọc được ngày này nên đang tính đến hôm nay.',
    notYet: (count: number) => `Chưa tính được, còn ${count} chỗ cần sửa`,
    fix: 'Sửa các chỗ đã nêu ở đầu trang rồi bấm “Xem thử” lại.',
    means: 'Chỉ tiêu này nghĩa là:',
    records: (name: string) => `Bản ghi làm nên số của ${name}`,
    recordsClosed: 'Bản ghi của đơn vị này chỉ mở cho người làm việc ở đó.',
    unions: (known: number, all: number) =>
      `Số của các liên hiệp hội (${known} trên ${all} đơn vị đã có số)`,
    national: (words: string) => `Cả nước: ${words}.`,
    union: 'Liên hiệp hội',
    value: 'Số tính được',
    rank: 'Hạng',
  },
  compare: {
    same: 'Cách tính như bản trước.',
    change: (term: string, before: string, after: string) => `${term}: ${before} → ${after}`,
    none: 'không có',
    label: 'Tên',
    unit: 'Đơn vị tính',
    first: 'Bản đầu tiên.',
  },
  preview: 'Thử với đơn vị đang xem',
  previewLead: (name: string, day: string) => `${name}, tính đến ngày ${formatDate(day)}`,
  previewValue: 'Số tính được',
  previewRecords: 'Bản ghi làm nên số này',
  previewNone: 'Không có bản ghi nào.',
  previewMore: (shown: number, total: number) => `Đang hiện ${shown} trên ${total} bản ghi.`,
  unknown: 'Chưa có số',
  yes: 'Có',
  no: 'Chưa có',
  terms: {
    measure: 'Cách tính',
    source: 'Nguồn',
    filter: 'Điều kiện',
    argument: 'Mục được cộng hoặc đếm',
    divisor: 'Chia cho',
    ratio: 'Tử số và mẫu số',
    scope: 'Phạm vi',
    window: 'Khoảng thời gian',
    national: 'Số cả nước',
    basis: 'Căn cứ',
  },
  note: {
    title: (code: string) => `Ghi chú cho chỉ tiêu ${code}`,
    lead: 'Một dòng ngắn cạnh con số của đơn vị, như “Từ năm 2012”.',
    words: 'Ghi chú',
    wordsHelp: 'Tối đa 500 ký tự. Xóa hết chữ rồi lưu để bỏ ghi chú.',
    from: 'Có hiệu lực từ ngày',
    fromHelp: 'Để trống: mọi ngày. Ghi chú trước ngày này vẫn giữ cho số liệu cũ.',
    save: 'Lưu ghi chú',
  },
  entry: {
    title: (code: string) => `Nhập giá trị cho chỉ tiêu ${code}`,
    lead: 'Chỉ tiêu này không tính được từ bản ghi nên ghi bằng tay; bảng nói rõ ai khai.',
    value: 'Giá trị',
    from: 'Có hiệu lực từ ngày',
    note: 'Nguồn của số này',
    noteHelp: 'Ví dụ: báo cáo số 12/BC-LHH ngày 10/01/2020.',
    save: 'Lưu giá trị',
    remove: 'Xóa giá trị',
    removeQuestion: (value: string, code: string) => `Xóa giá trị ${value} của chỉ tiêu ${code}?`,
    removeWords: 'Bảng sẽ ghi “Chưa có số” cho những ngày của giá trị này. Có thể nhập lại.',
  },
  backToTable: 'Về bảng so sánh',
  tableForm: {
    title: 'Các dòng của bảng so sánh',
    lead: 'Mỗi dòng ghi: số thứ tự | mã chỉ tiêu hoặc tiêu đề | bậc. Bậc 1 là mục lớn.',
    name: 'Tên bảng',
    basis: 'Căn cứ',
    rows: 'Các dòng',
    rowsHelp: 'Ví dụ: 2.1 | II.2.1 | 2',
    save: 'Lưu bảng',
    saved: 'Đã lưu bảng.',
  },
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'indicators.read': 'Xem chỉ tiêu và cách tính',
  'indicators.define': 'Đặt chỉ tiêu, bảng chỉ tiêu',
  'indicators.declare': 'Ghi chú và số nhập tay của chỉ tiêu',
};
