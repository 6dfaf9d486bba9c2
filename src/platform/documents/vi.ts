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
};

function list(value: unknown): string {
  const items = Array.isArray(value) ? value.map(String) : [];
  return items.length > 12 ? `${items.slice(0, 12).join(', ')}, …` : items.join(', ');
}
