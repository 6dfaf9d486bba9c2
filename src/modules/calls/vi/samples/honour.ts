import type { EditionContent } from '../../rules/content/index.ts';
import { attached, declare, images, line, papers, people, phase, words } from './parts.ts';
import { honourSheet, twoThirds } from './sheets.ts';

export const honour: EditionContent = {
  kind: 'honour',
  name: 'Mẫu tham khảo: Tôn vinh trí thức khoa học và công nghệ tiêu biểu',
  ordinal: null,
  years: { first: 2026, last: 2026 },
  basis: [
    {
      symbol: 'Quy chế tôn vinh',
      title: 'Quy chế tôn vinh trí thức tiêu biểu; thay bằng quyết định của tỉnh',
      issued: null,
    },
  ],
  fields: [],
  entrants: ['nominee'],
  eligibility: {
    born: null,
    worked: 10,
    made: null,
    awarded: [
      { level: 'province', contests: 'own', since: null },
      { level: 'nation', contests: 'own', since: null },
    ],
    group: null,
    representative: true,
  },
  form: [
    line('danh-hieu', 'Đề nghị tôn vinh', { means: 'title', public: true }),
    people(
      'ung-vien',
      'Người được giới thiệu',
      ['birth', 'degree', 'workplace', 'job', 'address', 'phone', 'email'],
      ['birth', 'workplace'],
      { min: 1, max: 1 },
      false,
    ),
    {
      key: 'cong-tac-tu',
      label: 'Bắt đầu công tác từ',
      help: 'Ghi tháng, năm; chỉ nhớ năm thì ghi năm.',
      required: true,
      for: [],
      means: 'worked',
      public: false,
      identifies: false,
      kind: 'date',
      precision: 'year',
      future: false,
    },
    {
      key: 'loai',
      label: 'Thành tích làm căn cứ',
      help: 'Chọn mọi thành tích có giấy tờ chứng minh.',
      required: true,
      for: [],
      means: null,
      public: false,
      identifies: false,
      kind: 'choice',
      many: true,
      options: [
        { value: 'ahld', label: 'Anh hùng Lao động' },
        { value: 'hcld', label: 'Huân chương Lao động' },
        { value: 'cstdtq', label: 'Chiến sĩ thi đua toàn quốc' },
        { value: 'hoc-ham', label: 'Giáo sư, Phó Giáo sư, Tiến sĩ' },
        { value: 'nha-giao', label: 'Nhà giáo Nhân dân, Nhà giáo Ưu tú' },
        {
          value: 'thay-thuoc',
          label: 'Thầy thuốc Nhân dân, Thầy thuốc Ưu tú, Bác sĩ chuyên khoa II',
        },
        { value: 'nghe-si', label: 'Nghệ sĩ, Nghệ nhân Nhân dân, Ưu tú' },
        { value: 'giai-thuong', label: 'Giải thưởng cấp quốc gia, quốc tế' },
        { value: 'khac', label: 'Thành tích khác' },
      ],
    },
    words('thanh-tich', 'Tóm tắt thành tích', 1500, { means: 'summary', public: true }),
    line('don-vi-gioi-thieu', 'Đơn vị giới thiệu', { identifies: true }),
    attached(
      'van-ban',
      'Văn bản giới thiệu của đơn vị',
      ['pdf', ...images],
      { min: 1, max: 2 },
      { identifies: true },
    ),
    attached('minh-chung', 'Giấy tờ chứng minh thành tích', [...papers, ...images], {
      min: 1,
      max: 20,
    }),
    declare('cam-doan', 'Cam đoan', 'Các thành tích đã kê khai là đúng và có giấy tờ chứng minh.'),
  ],
  phases: [
    phase('gioi-thieu', 'Nhận hồ sơ giới thiệu', {
      entrant: ['save', 'submit', 'withdraw'],
      secretariat: ['return'],
    }),
    phase('tham-dinh', 'Thẩm định hồ sơ', {
      entrant: ['withdraw'],
      secretariat: ['return', 'validate'],
    }),
    phase(
      'bo-phieu',
      'Hội đồng bỏ phiếu',
      { judge: ['judge'], chair: ['approve'] },
      {
        hidden: [
          { from: 'judge', what: ['scores'] },
          { from: 'entrant', what: ['judges', 'scores', 'results'] },
        ],
        rubric: honourSheet.key,
        review: { each: null, trim: 0, spread: null, by: 'mean', goes_on: null },
      },
    ),
    phase('cong-bo', 'Công bố', { entrant: ['see_results', 'complain'], public: ['see_results'] }),
  ],
  rubrics: [honourSheet],
  voting: [twoThirds],
  prizes: { per: 'overall', prizes: [] },
  committee: { name: 'Hội đồng tôn vinh', symbol: 'HĐTV', receipts: 'TVTT' },
  organisers: [{ name: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', role: 'lead' }],
};
