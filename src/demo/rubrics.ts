import type { EditionContent, PhaseReview, Rubric, VotingRule } from '../modules/calls/index.ts';

// Invented sheets of the contests of Sơn La, of the make that provinces use.

const point = (key: string, label: string, max: number, help: string | null = null) =>
  ({ key, label, help, kind: 'points', max, step: 0.5, weight: 1, comment: 'optional' }) as const;

const advice = {
  key: 'gop-y',
  label: 'Góp ý cho tác giả',
  help: 'Điều cần làm thêm để giải pháp áp dụng được rộng hơn.',
  kind: 'note',
  to: 'author',
  required: false,
} as const;

const technicalSheet: Rubric = {
  key: 'phieu-cham',
  name: 'Phiếu chấm giải pháp dự thi',
  basis: 'Thể lệ Hội thi Sáng tạo kỹ thuật tỉnh Sơn La, phụ lục 2',
  pass: 50,
  parts: [
    {
      key: 'dung-the-le',
      label: 'Giải pháp thuộc lĩnh vực dự thi và đã áp dụng thử',
      help: 'Xem mục khả năng áp dụng và các tài liệu kèm theo.',
      kind: 'gate',
      comment: 'required',
    },
    {
      key: 'tinh-moi',
      label: 'Tính mới, tính sáng tạo',
      help: 'So với giải pháp đã biết trong nước trước ngày nộp hồ sơ.',
      kind: 'bands',
      bands: [
        { label: 'Hoàn toàn mới', from: 27, to: 30 },
        { label: 'Cải tiến ở mức khá', from: 21, to: 26 },
        { label: 'Cải tiến ở mức trung bình', from: 16, to: 20 },
        { label: 'Cải tiến ít', from: 1, to: 15 },
        { label: 'Không mới, sao chép', from: 0, to: 0 },
      ],
      step: 1,
      weight: 1,
      zeroFails: true,
      comment: 'required',
    },
    point('ap-dung', 'Khả năng áp dụng rộng rãi', 30),
    point(
      'hieu-qua',
      'Hiệu quả kinh tế, kỹ thuật, xã hội',
      40,
      'Cả phần tính được thành tiền và phần không tính được thành tiền.',
    ),
    advice,
  ],
};

const youthSheet: Rubric = {
  key: 'phieu-cham',
  name: 'Phiếu chấm mô hình, sản phẩm',
  basis: 'Thể lệ Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng, phụ lục 1',
  pass: null,
  parts: [
    point('tinh-moi', 'Tính mới', 20),
    point('tinh-sang-tao', 'Tính sáng tạo', 30),
    point('ap-dung', 'Khả năng áp dụng', 30),
    point('trinh-bay', 'Mô hình, bản thuyết minh', 20, 'Rõ ràng, vừa sức với lứa tuổi.'),
    advice,
  ],
};

const committeeVote: VotingRule = {
  key: 'ban-to-chuc',
  name: 'Thông qua danh sách đề nghị trao giải',
  basis: 'Quy chế làm việc của Ban Tổ chức',
  of: 'members',
  share: { parts: 2, of: 3 },
  quorum: { parts: 2, of: 3 },
};

const firstRound: PhaseReview = { each: 3, trim: 0, spread: 20, by: 'mean', goes_on: 5 };
const finals: PhaseReview = { ...firstRound, each: null, goes_on: null };

/** A contest judged by one sheet: three judges a dossier in the first round, then the whole council. */
function judgedBy(content: EditionContent, sheet: Rubric): EditionContent {
  let round = 0;
  const phases = content.phases.map((phase) => {
    if (phase.rubric === null) return phase;
    round += 1;
    return { ...phase, rubric: sheet.key, review: round === 1 ? firstRound : finals };
  });
  return { ...content, phases, rubrics: [sheet], voting: [committeeVote] };
}

export const technicalJudging = (content: EditionContent): EditionContent =>
  judgedBy(content, technicalSheet);

export const youthJudging = (content: EditionContent): EditionContent =>
  judgedBy(content, youthSheet);
