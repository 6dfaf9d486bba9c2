/** Typing in what came on paper, or completing what was sent on. */
export const paperWords = {
  title: (title: string) => (title === '' ? 'Viết hồ sơ' : title),
  lead: {
    paper: 'Hồ sơ giấy, ban thư ký nhập thay.',
    forwarded: 'Bản gửi lên cấp trên: điền những mục mẫu này hỏi thêm, rồi nộp.',
  },
  entrant: 'Đối tượng dự thi',
  field: 'Lĩnh vực',
  choose: 'Chọn',
  chooseEntrant: 'Chọn đối tượng dự thi rồi lưu; các mục của hồ sơ hiện ra sau đó.',
  save: 'Lưu',
  submit: 'Nộp hồ sơ',
  saved: 'Đã lưu. Hồ sơ chưa nộp.',
  files: {
    add: 'Thêm tệp',
    addTo: (label: string) => `Thêm tệp vào mục ${label}`,
    remove: 'Bỏ',
    removeOf: (name: string) => `Bỏ tệp ${name}`,
    choose: 'Chọn tệp để thêm',
    after: 'Lưu những gì đã ghi trước khi thêm hay bỏ tệp.',
  },
  submitPage: {
    title: 'Nộp hồ sơ',
    question: (title: string) => `Ghi nhận hồ sơ ${title === '' ? 'này' : `“${title}”`} đã nộp?`,
    help: 'Hồ sơ được cấp số biên nhận và giữ đúng như nội dung đang có.',
    reason: 'Lý do nhận khi quá hạn hoặc còn thiếu',
    reasonHelp:
      'Chỉ ghi khi hồ sơ đến muộn hoặc chưa đủ mà vẫn nhận, ví dụ “Dấu bưu điện ngày 21/05/2026”. Lý do ghi vào nhật ký.',
    verb: 'Nộp hồ sơ',
    back: 'Quay lại viết tiếp',
    missing: 'Hồ sơ chưa nộp được',
  },
  consents: 'Ý kiến đồng ý',
  recordConsent: 'Ghi ý kiến ký trên giấy',
  said: { yes: 'đồng ý', no: 'không đồng ý', missing: 'chưa có' },
  sentUp: (number: string) =>
    `Đã nộp ở cấp trên, số biên nhận ${number}. Từ đây ban thư ký cấp trên xem xét.`,
  noFile: 'Chọn một tệp rồi bấm Thêm tệp.',
} as const;
