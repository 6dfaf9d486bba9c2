import type { EditionContent } from '../../rules/content/index.ts';
import { honour } from './honour.ts';
import { sampleLabel } from './label.ts';
import { taskSelection } from './selection.ts';
import { technicalContest } from './technical.ts';
import { youthContest } from './youth.ts';

export { sampleLabel } from './label.ts';
export { sampleRubrics } from './sheets.ts';

export interface Sample {
  readonly code: string;
  readonly label: string;
  /** What has to be replaced by the union's own. */
  readonly note: string;
  readonly content: EditionContent;
}

const sample = (code: string, content: EditionContent, note: string): Sample => ({
  code,
  label: sampleLabel,
  note,
  content,
});

/** Ready editions to begin with: copied, then changed by the union's own regulations. */
export const samples: readonly Sample[] = [
  sample(
    'sang-tao-ky-thuat',
    technicalContest,
    'Sáu lĩnh vực như Hội thi toàn quốc; mức thưởng theo một tỉnh năm 2018. Thay căn cứ, lĩnh vực, mức thưởng, thời hạn theo thể lệ của tỉnh.',
  ),
  sample(
    'thanh-thieu-nien-nhi-dong',
    youthContest,
    'Năm lĩnh vực, tuổi 6 đến 19 tính đến 31/07/2026. Thay khoảng ngày sinh, mức thưởng, thời hạn theo thể lệ của tỉnh.',
  ),
  sample(
    'ton-vinh-tri-thuc',
    honour,
    'Người có ít nhất 10 năm công tác, do đơn vị giới thiệu. Thay tiêu chuẩn, thành tích và ngưỡng phiếu theo quy chế của tỉnh.',
  ),
  sample(
    'tuyen-chon-nhiem-vu',
    taskSelection,
    'Tổ chức nộp thuyết minh, hội đồng đánh giá. Thay nội dung hồ sơ và phiếu đánh giá theo quy định hiện hành.',
  ),
];
