import { formatDate } from '../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../kernel/vietnamese/numbers.ts';

export const sourceWords = {
  entries: 'Giá trị nhập tay',
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

const t = (value: unknown): string => String(value ?? '');

export const indicatorIssues = {
  not_an_indicator_code: (d: Readonly<Record<string, unknown>>) =>
    `Mã “${t(d.typed)}” chưa đúng. Mã gồm chữ không dấu và số, ngăn bằng dấu chấm, ví dụ II.2.1.`,
  filter_unreadable: (d: Readonly<Record<string, unknown>>) =>
    `Không đọc được điều kiện “${t(d.typed)}”. Mỗi dòng ghi: mục = giá trị, giá trị. Ví dụ kind = seminar.`,
  source_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Không có nguồn “${t(d.typed)}”. Chọn một nguồn trong danh sách.`,
  field_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Nguồn này không có mục “${t(d.typed)}”. Xem các mục của nguồn ở cuối trang.`,
  value_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Mục “${t(d.key)}” không có giá trị “${t(d.typed)}”. Xem các giá trị ở cuối trang.`,
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
    filter: [
      'Điều kiện',
      'Mỗi dòng một điều kiện, tất cả phải đúng. Ví dụ: kind = seminar, science_task',
    ],
    argument: [
      'Mục được cộng hoặc đếm',
      'Ví dụ amount, hay data.attendees. Chỉ đếm bản ghi thì để trống.',
    ],
    divisor: ['Chia cho', 'Ví dụ 10.000 để ra vạn. Để trống: không chia.'],
    numerator: ['Mã chỉ tiêu ở tử số', 'Chỉ dùng cho tỷ số.'],
    denominator: ['Mã chỉ tiêu ở mẫu số', 'Chỉ dùng cho tỷ số.'],
    scope: ['Phạm vi', 'Theo cơ cấu của ngày mà bảng chọn.'],
    window: ['Khoảng thời gian', 'Tính đến và kể cả ngày đang xem.'],
    national: ['Số cả nước', 'Đơn vị chưa có số không tính vào trung bình.'],
    legal_basis: ['Căn cứ', 'Số, ký hiệu văn bản quy định chỉ tiêu này.'],
  } satisfies Record<string, readonly [string, string]>,
  sourceFields: 'Nguồn và các mục của nguồn',
  openFields: 'Các mục riêng của từng loại, viết data.tên, ví dụ data.form.',
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
