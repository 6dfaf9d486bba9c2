/** Words of score sheets on paper in a workbook. */
export const paperWords = {
  title: 'Nhập phiếu giấy từ Excel',
  template: 'mau-phieu-giay.xlsx',
  sheet: 'Phiếu giấy',
  templateTitle: (phase: string, edition: string) => `Phiếu giấy: ${phase}, ${edition}`,
  notes: [
    'Mỗi dòng một phiếu giám khảo đã ký trên giấy. Các dòng dưới đây là những phiếu chưa ký; xóa dòng không có phiếu giấy.',
    'Chép đúng điểm trên phiếu. Mỗi phiếu ghi căn cứ nhập thay ở cột cuối; phiếu được đánh dấu là nhập từ giấy.',
  ],
  columns: {
    number: { header: 'Số hồ sơ', aliases: ['Số biên nhận', 'Số'] },
    judge: {
      header: 'Giám khảo',
      help: 'Họ tên như trong danh sách; hai người trùng tên thì ghi thư điện tử.',
    },
    council: { header: 'Hội đồng', help: 'Chỉ cần khi một người chấm trong hai hội đồng.' },
    reason: {
      header: 'Căn cứ nhập thay',
      help: 'Ví dụ: chấm trên giấy tại buổi họp ngày 12/05/2026, phiếu lưu ở tập hồ sơ số 3.',
    },
  },
  comment: (part: string) => `Nhận xét: ${part}`,
  answers: [
    { value: 'yes', label: 'Có' },
    { value: 'no', label: 'Không' },
  ],
};
