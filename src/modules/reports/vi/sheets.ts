import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

/** Words of the report as a document and as a workbook. */
export const sheetWords = {
  type: 'Báo cáo',
  /** Over the figures and the words: what the report is about. */
  subject: (period: string) => `Kết quả hoạt động ${period}`,
  opening: (collector: string, agency: string, period: string, until: string) =>
    `Thực hiện yêu cầu báo cáo của ${collector}, ${agency} báo cáo kết quả hoạt động ${period} (số liệu tính đến ngày ${until}) như sau:`,
  nothing: 'Trong kỳ không có nội dung phát sinh.',
  notWritten: '(Chưa có nội dung.)',
  seeAppendix: 'Số liệu chi tiết theo từng chỉ tiêu tại Phụ lục kèm theo.',
  appendixTitle: 'Bảng số liệu',
  ofPeriod: (title: string, period: string) => `${title} ${period}`,
  closing: (agency: string) => `Trên đây là báo cáo của ${agency}./.`,
  recipients: ['Như trên', 'Thường trực, các ban'],
  president: 'Chủ tịch',
  columns: {
    key: 'Mã',
    number: 'TT',
    label: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    previous: 'Kỳ trước',
    declared: 'Số báo cáo',
    change: 'Tăng, giảm',
    derived: 'Theo hồ sơ',
    below: 'Các đơn vị báo cáo',
    reason: 'Lý do khác hồ sơ',
    note: 'Ghi chú',
    version: 'Lần ghi',
    was: 'Dấu nội dung cũ',
    section: 'Mục',
    hint: 'Cần nêu',
    words: 'Nội dung',
  },
  asOf: (period: string, until: string) => `Kỳ báo cáo: ${period}; số liệu tính đến ngày ${until}.`,
  figures: 'Số liệu',
  narrative: 'Nội dung',
  formNote: (code: string) => `Mã phiếu: ${code}`,
  fillNotes: [
    'Chỉ gõ vào các cột “Số báo cáo”, “Lý do khác hồ sơ”, “Ghi chú” và cột “Nội dung” ở trang sau; các ô khác đã khóa.',
    'Ô “Số báo cáo” để trống thì lấy số ở cột “Theo hồ sơ” khi gửi. Xong thì nộp lại tệp này ở trang của phiếu.',
  ],
  yes: 'Có',
  no: 'Không',
  unknown: '–',
  fileName: (code: string, period: string) => `bao-cao-${code}-${period}`,
  fillName: (code: string, period: string) => `phieu-bao-cao-${code}-${period}`,
} as const;

/** A figure as it is printed: '1.234,5', 'Có', '–' where nothing is known. */
export function figureText(
  value: number | null,
  row: { readonly kind: 'number' | 'yes_no'; readonly decimals: number },
): string {
  if (value === null) return sheetWords.unknown;
  if (row.kind === 'yes_no') return value > 0 ? sheetWords.yes : sheetWords.no;
  return formatNumber(value, row.decimals);
}
