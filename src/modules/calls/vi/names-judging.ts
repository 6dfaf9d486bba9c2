import type {
  Commenting,
  NoteReader,
  PartKind,
  RankingBasis,
  VotingRule,
} from '../rules/content/index.ts';

type Names<K extends string> = Readonly<Record<K, string>>;

export const partKindNames: Names<PartKind> = {
  points: 'Tiêu chí cho điểm',
  bands: 'Tiêu chí chia mức',
  gate: 'Câu hỏi có, không',
  votes: 'Điểm phiếu bầu',
  note: 'Ý kiến bằng lời',
};

export const commentingNames: Names<Commenting> = {
  none: 'Không hỏi',
  optional: 'Có ô ghi, không bắt buộc',
  required: 'Bắt buộc ghi',
};

export const noteReaderNames: Names<NoteReader> = {
  author: 'tác giả',
  council: 'hội đồng',
};

export const rankingNames: Names<RankingBasis> = {
  mean: 'Điểm trung bình của mọi phiếu',
  trimmed: 'Điểm trung bình sau khi bỏ phiếu cao nhất, thấp nhất',
  calibrated: 'Điểm đã hiệu chỉnh độ chặt, lỏng của từng giám khảo',
};

export const votingBasisNames: Names<VotingRule['of']> = {
  members: 'tổng số thành viên',
  present: 'số thành viên có mặt',
};
