import type { EditionContent } from '../../rules/content/index.ts';
import { attached, declare, line, papers, people, phase, words } from './parts.ts';

export const taskSelection: EditionContent = {
  kind: 'selection',
  name: 'Mẫu tham khảo: Hội đồng tuyển chọn nhiệm vụ khoa học và công nghệ',
  ordinal: null,
  years: { first: 2026, last: 2026 },
  basis: [
    {
      symbol: '93/2025/QH15',
      title: 'Luật Khoa học, công nghệ và đổi mới sáng tạo',
      issued: '2025-06-27',
    },
  ],
  fields: [],
  entrants: ['organisation'],
  eligibility: {
    born: null,
    worked: null,
    made: null,
    awarded: [],
    group: null,
    representative: true,
  },
  form: [
    line('ten', 'Tên nhiệm vụ', { means: 'title', public: true }, 400),
    line('chu-tri', 'Tổ chức chủ trì'),
    people(
      'thanh-vien',
      'Chủ nhiệm và thành viên',
      ['birth', 'degree', 'workplace', 'job', 'phone', 'email'],
      ['workplace'],
      { min: 1, max: 15 },
      false,
    ),
    words('cap-thiet', 'Tính cấp thiết', 1000),
    words('muc-tieu', 'Mục tiêu', 500),
    words('noi-dung', 'Nội dung, phương pháp', 4000, { means: 'solution' }),
    words('san-pham', 'Sản phẩm, khả năng áp dụng', 1000, { means: 'summary' }),
    {
      key: 'kinh-phi',
      label: 'Kinh phí đề nghị',
      help: 'Ghi số đồng.',
      required: true,
      for: [],
      means: null,
      public: false,
      kind: 'money',
      bounds: { min: 1, max: null },
      split: false,
    },
    {
      key: 'thoi-gian',
      label: 'Thời gian thực hiện (tháng)',
      help: null,
      required: true,
      for: [],
      means: null,
      public: false,
      kind: 'number',
      bounds: { min: 1, max: 60 },
      decimals: 0,
      unit: 'tháng',
    },
    attached('thuyet-minh', 'Thuyết minh nhiệm vụ', papers, { min: 1, max: 2 }),
    attached('ly-lich', 'Lý lịch khoa học', papers, { min: 1, max: 20 }),
    declare(
      'cam-doan',
      'Cam đoan',
      'Nhiệm vụ không trùng với nhiệm vụ đã và đang thực hiện bằng ngân sách nhà nước.',
    ),
  ],
  phases: [
    phase('nhan-ho-so', 'Nhận hồ sơ', {
      entrant: ['save', 'submit', 'withdraw'],
      secretariat: ['compare'],
    }),
    phase('mo-ho-so', 'Mở hồ sơ, kiểm tra tính hợp lệ', {
      secretariat: ['return', 'validate', 'compare'],
    }),
    phase(
      'danh-gia',
      'Hội đồng đánh giá',
      { judge: ['judge'], chair: ['discuss', 'approve'] },
      {
        hidden: [
          { from: 'judge', what: ['scores'] },
          { from: 'entrant', what: ['judges', 'scores', 'results'] },
        ],
        rubric: 'tuyen-chon-nhiem-vu',
      },
    ),
    phase('cong-bo', 'Thông báo kết quả', { entrant: ['see_results', 'complain'] }),
  ],
  prizes: { per: 'overall', prizes: [] },
  committee: { name: 'Hội đồng tuyển chọn', symbol: 'HĐTC', receipts: 'NV' },
  organisers: [{ name: 'Sở Khoa học và Công nghệ', role: 'lead' }],
};
