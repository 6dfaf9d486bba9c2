import type {
  Band,
  BandsPart,
  GatePart,
  NotePart,
  PointsPart,
  Rubric,
  VotesPart,
  VotingRule,
} from '../../rules/content/index.ts';
import { sampleLabel } from './label.ts';

// Score sheets to begin with. The weights of the official ones were not to be had: they are samples, and
// say so in their names. What follows a real sheet names it in `basis`.

export const given = (
  key: string,
  label: string,
  max: number,
  help: string | null = null,
): PointsPart => ({
  key,
  label,
  help,
  kind: 'points',
  max,
  step: 0.5,
  weight: 1,
  comment: 'optional',
});

export const banded = (
  key: string,
  label: string,
  bands: readonly (readonly [label: string, from: number, to: number])[],
  zeroFails = false,
): BandsPart => ({
  key,
  label,
  help: null,
  kind: 'bands',
  bands: bands.map(([name, from, to]): Band => ({ label: name, from, to })),
  step: 1,
  weight: 1,
  zeroFails,
  comment: 'optional',
});

const gate = (key: string, label: string, help: string | null = null): GatePart => ({
  key,
  label,
  help,
  kind: 'gate',
  comment: 'required',
});

export const forAuthor: NotePart = {
  key: 'gop-y',
  label: 'Góp ý để hoàn thiện giải pháp',
  help: null,
  kind: 'note',
  to: 'author',
  required: false,
};

const forCouncil = (label: string, required: boolean): NotePart => ({
  key: 'y-kien',
  label,
  help: null,
  kind: 'note',
  to: 'council',
  required,
});

const sample = (
  key: string,
  name: string,
  parts: Rubric['parts'],
  own: Partial<Pick<Rubric, 'basis' | 'pass'>> = {},
): Rubric => ({
  key,
  name: `${sampleLabel}: ${name}`,
  basis: own.basis ?? null,
  pass: own.pass ?? null,
  parts,
});

export const technicalSheet = sample('sang-tao-ky-thuat', 'Phiếu chấm Hội thi Sáng tạo kỹ thuật', [
  given(
    'tinh-moi',
    'Tính mới, tính sáng tạo',
    40,
    'Không trùng với giải pháp đã công bố hoặc áp dụng ở Việt Nam trước ngày nộp hồ sơ.',
  ),
  given('ap-dung', 'Khả năng áp dụng rộng rãi', 30, 'Đã áp dụng ở đâu, áp dụng được ở đâu nữa.'),
  given(
    'hieu-qua',
    'Hiệu quả kinh tế, kỹ thuật, xã hội',
    30,
    'Cao hơn giải pháp tương tự đã biết, không gây hại môi trường; cả phần tính được thành tiền và không tính được.',
  ),
  forAuthor,
]);

export const youthSheet = sample(
  'thanh-thieu-nien',
  'Phiếu chấm Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng',
  [
    given('tinh-moi', 'Tính mới', 25),
    given('tinh-sang-tao', 'Tính sáng tạo', 25),
    given('ap-dung', 'Khả năng áp dụng', 25, 'Khuyến khích dùng vật liệu trong nước, dễ làm.'),
    given('san-pham', 'Mô hình, sản phẩm và bản thuyết minh', 25),
    forAuthor,
  ],
);

export const honourSheet = sample('ton-vinh', 'Phiếu nhận xét hồ sơ tôn vinh', [
  gate('du-dieu-kien', 'Hồ sơ đủ điều kiện và giấy tờ chứng minh theo quy chế'),
  given('thanh-tich', 'Thành tích khoa học và công nghệ', 60),
  given('uy-tin', 'Uy tín, đóng góp cho đơn vị và cộng đồng', 40),
  forCouncil('Nhận xét chung', false),
]);

export const selectionSheet = sample(
  'tuyen-chon-nhiem-vu',
  'Phiếu đánh giá thuyết minh nhiệm vụ',
  [
    given('cap-thiet', 'Tính cấp thiết, mục tiêu', 15),
    given('noi-dung', 'Nội dung, phương pháp, tiến độ', 35),
    given('nang-luc', 'Năng lực của tổ chức và nhóm thực hiện', 20),
    given('san-pham', 'Sản phẩm, khả năng áp dụng', 20),
    given('kinh-phi', 'Sự hợp lý của kinh phí', 10),
    forCouncil('Ý kiến về thuyết minh', true),
  ],
  { pass: 70 },
);

/** Bands of the first criterion of a real sheet; whoever is not new at all gets nothing. */
export const noveltyBands = [
  ['Hoàn toàn mới, áp dụng lần đầu tiên', 27, 30],
  ['Cải tiến giải pháp đã có ở mức khá', 21, 26],
  ['Cải tiến giải pháp đã có ở mức trung bình', 16, 20],
  ['Cải tiến giải pháp đã có ở mức ít', 1, 15],
  ['Không mới, hoặc sao chép giải pháp đã có', 0, 0],
] as const;

const initiativeSheet = sample(
  'sang-kien',
  'Phiếu chấm sáng kiến',
  [
    banded('tinh-moi', 'Tính mới và sáng tạo', noveltyBands, true),
    given('ap-dung', 'Khả năng áp dụng', 35),
    given('hieu-qua', 'Hiệu quả', 35),
  ],
  {
    basis:
      'Tiêu chí 1 theo mẫu số 03, phiếu chấm sáng kiến của tỉnh Sơn La; điểm các tiêu chí khác là tham khảo',
  },
);

const publicVote: VotesPart = {
  key: 'binh-chon',
  label: 'Bình chọn của công chúng',
  help: null,
  kind: 'votes',
  max: 20,
  decimals: 1,
};

const innovationBasis =
  'Tiêu chí và cách thức chấm điểm giải thưởng Đổi mới sáng tạo tỉnh Thái Nguyên năm 2025';

const innovationSheet = sample(
  'doi-moi-sang-tao',
  'Phiếu chấm Đổi mới sáng tạo',
  [
    given('doi-moi', 'Tính đổi mới', 20),
    given('hieu-qua', 'Hiệu quả', 30),
    given('ap-dung', 'Khả năng áp dụng', 30),
    publicVote,
  ],
  { basis: innovationBasis },
);

/** Ready sheets to begin with. */
export const sampleRubrics: readonly Rubric[] = [
  technicalSheet,
  youthSheet,
  honourSheet,
  selectionSheet,
  initiativeSheet,
  innovationSheet,
];

/** Two of three members, as is usual; one real regulation asks for the same of its committee. */
export const twoThirds: VotingRule = {
  key: 'hai-phan-ba',
  name: `${sampleLabel}: Thông qua danh sách đề nghị`,
  basis: null,
  of: 'members',
  share: { parts: 2, of: 3 },
  quorum: { parts: 2, of: 3 },
};
