import { formatNumber } from '../../kernel/vietnamese/numbers.ts';

// Every Vietnamese word that the documents layer itself prints or says.

/** Fixed words of administrative documents, spelled as Appendix I of decree 30/2020 spells them. */
export const officialWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  about: 'V/v',
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  /** The closing line of the recipients; `units` follow the archive after commas. */
  filed: (units: readonly string[]): string => `- Lưu: ${['VT', ...units].join(', ')}.`,
  appendix: 'Phụ lục',
  attachedTo: (typeTitle: string, number: string, date: string, agency: string): string =>
    `(Kèm theo ${typeTitle} số ${number} ${date} của ${agency})`,
  letter: 'Công văn',
  date: (day: string, month: string, year: string): string =>
    `ngày ${day} tháng ${month} năm ${year}`,
  filedPrefix: 'Lưu',
} as const;

/** What a text on paper says by itself. */
export const proseWords = { creditBy: 'Ảnh:' } as const;

/** Linking words: a centred line is rather broken before one than after one or inside a word. */
export const layoutWords = {
  breakBefore: [
    'và',
    'của',
    'các',
    'tỉnh',
    'thành',
    'xã',
    'phường',
    'về',
    'năm',
    'cho',
    'tại',
    'với',
    'trong',
    'theo',
    'từ',
    'đến',
    'do',
    'để',
    'lần',
    'quý',
    'tháng',
    'ngày',
    'số',
    'thuộc',
    'trực',
    'giai',
  ],
} as const;

/** Words put into workbooks. */
export const sheetWords = {
  page: 'Trang',
  of: '/',
  cut: '… (đã cắt: một ô chỉ chứa được 32.767 ký tự)',
  required: 'Bắt buộc',
  optional: 'Không bắt buộc',
  pickOne: 'Chọn một giá trị trong danh sách',
  notInList:
    'Giá trị này không có trong danh sách. Hãy chọn một giá trị của danh sách, hoặc để trống',
  wholeNumber: 'Ghi số nguyên, không có dấu chấm hay chữ, ví dụ 12500000',
  number: 'Ghi số, ví dụ 1234,5',
  day: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/01/2026',
  textKind: 'Ghi chữ',
  guideSheet: 'Hướng dẫn',
  guideColumns: ['Cột', 'Bắt buộc', 'Cách ghi', 'Giá trị được dùng'],
  yes: 'Có',
  no: 'Không',
  optionsSheet: 'Danh mục',
} as const;

/** Months and weekdays of number formats in cells, as Windows shows them. */
export const calendarWords = {
  vietnamese: {
    month: [
      'Tháng Giêng',
      'Tháng Hai',
      'Tháng Ba',
      'Tháng Tư',
      'Tháng Năm',
      'Tháng Sáu',
      'Tháng Bảy',
      'Tháng Tám',
      'Tháng Chín',
      'Tháng Mười',
      'Tháng Mười Một',
      'Tháng Mười Hai',
    ] as readonly string[],
    shortMonth: Array.from({ length: 12 }, (_, index) => `Thg${index + 1}`) as readonly string[],
    weekday: [
      'Chủ Nhật',
      'Thứ Hai',
      'Thứ Ba',
      'Thứ Tư',
      'Thứ Năm',
      'Thứ Sáu',
      'Thứ Bảy',
    ] as readonly string[],
    shortWeekday: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as readonly string[],
    am: 'SA',
    pm: 'CH',
  },
  english: {
    month: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ] as readonly string[],
    shortMonth: [
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
    ] as readonly string[],
    weekday: [
      'Sunday',
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
    ] as readonly string[],
    shortWeekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as readonly string[],
    am: 'AM',
    pm: 'PM',
  },
};

type Words = (data: Readonly<Record<string, unknown>>) => string;

const megabytes = (bytes: unknown): string =>
  formatNumber(Math.ceil((Number(bytes) / 1_048_576) * 10) / 10);
const count = (value: unknown): string => formatNumber(Number(value));

/** Words for every issue code of this layer. */
export const documentIssueWords: Readonly<Record<string, Words>> = {
  'document.signer_title': (d) =>
    `Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: bỏ "${d.title}", chỉ để "${d.name}"`,
  'document.signer_name_missing': () => 'Chưa có họ tên người ký',
  'document.number_not_positive': () => 'Số văn bản là số nguyên từ 1; để trống nếu còn là dự thảo',
  'document.day_missing': () => 'Văn bản đã có số thì phải có ngày ban hành',
  'document.table_width': (d) =>
    `Bảng ${d.table}: một dòng có ${d.cells} ô, không khớp ${d.columns} cột`,
  'sheet.empty_file': () => 'Tệp này trống. Hãy chọn lại tệp',
  'sheet.not_a_workbook': () =>
    'Đây không phải tệp Excel (.xlsx). Mở tệp bằng Excel, chọn Lưu thành, kiểu "Excel Workbook (.xlsx)" rồi gửi lại',
  'sheet.old_or_encrypted': () =>
    'Tệp là Excel kiểu cũ (.xls) hoặc có mật khẩu. Bỏ mật khẩu và lưu thành .xlsx rồi gửi lại',
  'sheet.damaged': () => 'Tệp bị hỏng, không đọc được. Mở và lưu lại bằng Excel rồi gửi lại',
  'sheet.file_too_large': (d) =>
    `Tệp nặng ${megabytes(d.bytes)} MB, quá mức ${megabytes(d.limit)} MB. Chia làm nhiều tệp`,
  'sheet.expands_too_large': (d) =>
    `Nội dung tệp khi mở ra lớn quá mức ${megabytes(d.limit)} MB. Chỉ giữ trang tính cần nhập rồi lưu lại`,
  'sheet.forbidden_markup': () =>
    'Tệp chứa khai báo không được phép. Mở và lưu lại bằng Excel rồi gửi lại',
  'sheet.too_many_rows': (d) =>
    `Trang tính "${d.sheet}" có ${count(d.rows)} dòng, quá mức ${count(d.limit)} dòng. Chia làm nhiều tệp`,
  'sheet.too_many_cells': (d) =>
    `Tệp có quá ${count(d.limit)} ô. Xóa các cột, dòng không dùng rồi lưu lại`,
  'sheet.not_text': () => 'Tệp không phải văn bản CSV. Hãy lưu thành "CSV UTF-8" hoặc .xlsx',
  'sheet.encoding_unknown': () =>
    'Không nhận ra bảng mã của tệp. Trong Excel hãy lưu thành "CSV UTF-8" hoặc .xlsx',
  'sheet.header_not_found': (d) => `Không thấy dòng tiêu đề. Cần có các cột: ${list(d.headers)}`,
  'sheet.column_missing': (d) => `Thiếu cột "${d.header}"`,
  'sheet.column_twice': (d) =>
    `Cột "${d.header}" có hai lần (${d.first} và ${d.cell}). Xóa bớt một cột`,
  'sheet.value_missing': (d) => `Ô ${d.cell}: chưa ghi "${d.header}"`,
  'sheet.not_a_number': (d) => `Ô ${d.cell}: "${d.value}" không phải số. ${sheetWords.number}`,
  'sheet.not_an_integer': (d) =>
    `Ô ${d.cell}: "${d.value}" không phải số nguyên. ${sheetWords.wholeNumber}`,
  'sheet.not_a_day': (d) => `Ô ${d.cell}: "${d.value}" không phải ngày có thật. ${sheetWords.day}`,
  'sheet.not_an_option': (d) =>
    `Ô ${d.cell}: "${d.value}" không có trong danh sách: ${list(d.options)}`,
  'sheet.formula_error': (d) =>
    `Ô ${d.cell}: công thức báo lỗi ${d.value}. Sửa công thức hoặc ghi giá trị`,
  'table.unreadable': () => 'Không mở được tệp trên máy chủ. Hãy gửi lại tệp',
  'table.empty_file': () => 'Tệp này trống. Hãy chọn lại tệp',
  'table.not_a_table': () =>
    'Đây không phải bảng tính. Hãy chọn tệp Excel (.xlsx) hoặc tệp văn bản .csv, .tsv, .txt',
  'table.not_a_workbook': () =>
    'Đây không phải tệp Excel (.xlsx), dù tên tệp ghi như vậy. Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành, kiểu "Excel Workbook (.xlsx)" rồi gửi lại',
  'table.other_workbook': (d) =>
    `Tệp là bảng tính kiểu .${d.kind}. Mở tệp bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi gửi lại`,
  'table.markup_inside': () =>
    'Bên trong tệp là trang web hoặc XML, không phải bảng tính. Mở tệp bằng Excel, lưu thành .xlsx rồi gửi lại',
  'table.xls_old': () =>
    'Tệp là Excel kiểu cũ (.xls, trước năm 2007). Mở tệp bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi gửi lại; chữ và phông giữ nguyên',
  'table.locked': () =>
    'Tệp có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu rồi gửi lại',
  'table.damaged': (d) =>
    `Tệp bị hỏng hoặc thiếu một phần${place(d)}. Mở và lưu lại bằng Excel rồi gửi lại; nếu Excel cũng báo lỗi, hãy xin lại tệp gốc`,
  'table.forbidden_markup': () =>
    'Tệp chứa khai báo không được phép. Mở và lưu lại bằng Excel rồi gửi lại',
  'table.file_too_large': (d) =>
    `Tệp nặng ${megabytes(d.bytes)} MB, quá mức ${megabytes(d.limit)} MB. Chia làm nhiều tệp`,
  'table.expands_too_large': (d) =>
    `Nội dung tệp khi mở ra lớn bất thường, quá mức ${megabytes(d.limit)} MB hoặc gấp quá nhiều lần tệp gửi. Chép các cột cần dùng sang một tệp Excel mới rồi gửi tệp đó`,
  'table.too_many_parts': (d) =>
    `Tệp gồm ${count(d.parts)} phần, quá mức ${count(d.limit)}. Chép danh sách sang một tệp Excel mới rồi gửi tệp đó`,
  'table.too_many_sheets': (d) =>
    `Tệp có ${count(d.sheets)} trang tính, quá mức ${count(d.limit)}. Chỉ giữ các trang cần nhập`,
  'table.no_sheet': () => 'Tệp không có trang tính nào. Hãy chọn lại tệp',
  'table.too_many_rows': (d) =>
    `${sheetOf(d)} có hơn ${count(d.limit)} dòng. Chia danh sách làm nhiều tệp`,
  'table.too_many_columns': (d) =>
    `${sheetOf(d)}, dòng ${count(d.row)}: có chữ ở ngoài cột thứ ${count(d.limit)}. Xóa các cột không dùng; nếu là tệp CSV, xem lại dấu ngăn cách các cột`,
  'table.too_much_text': (d) =>
    `Tệp có quá nhiều chữ khác nhau (quá ${count(d.limit)}${d.unit === 'bytes' ? ' byte' : ''}). Chia danh sách làm nhiều tệp`,
  'table.too_many_merges': (d) =>
    `${sheetOf(d)} có hơn ${count(d.limit)} vùng ô gộp. Bỏ gộp ô ở phần danh sách rồi lưu lại`,
  'table.cell_too_long': (d) =>
    `Một ô dài quá ${count(d.limit)} chữ${place(d)}. Cắt ngắn ô đó; nếu là tệp CSV, xem có dấu nháy kép nào mở mà không đóng`,
  'table.not_text': () =>
    'Tệp không phải văn bản CSV. Hãy lưu thành "CSV UTF-8" hoặc .xlsx rồi gửi lại',
  'table.encoding_broken': () =>
    'Tệp ghi là Unicode nhưng có chỗ không phải Unicode, nên chữ sẽ sai. Mở bằng Excel, kiểm tra chữ, lưu thành .xlsx rồi gửi lại',
};

function sheetOf(d: Readonly<Record<string, unknown>>): string {
  return d.sheet === undefined ? 'Danh sách' : `Trang tính "${d.sheet}"`;
}

function place(d: Readonly<Record<string, unknown>>): string {
  const parts = [
    d.sheet === undefined ? '' : `trang tính "${d.sheet}"`,
    d.cell === undefined ? '' : `ô ${d.cell}`,
    d.cell !== undefined || d.row === undefined ? '' : `dòng ${count(d.row)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function list(value: unknown): string {
  const items = Array.isArray(value) ? value.map(String) : [];
  return items.length > 12 ? `${items.slice(0, 12).join(', ')}, …` : items.join(', ');
}
