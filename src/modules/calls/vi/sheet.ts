import { keepTogether } from '../../../kernel/vietnamese/spaces.ts';
import type { Band, NoteReader } from '../rules/content/rubrics.ts';
import { figure } from './say.ts';

const points = (n: number): string => keepTogether(`${figure(n)} điểm`);
const range = ({ from, to }: Pick<Band, 'from' | 'to'>): string =>
  from === to ? points(from) : keepTogether(`${figure(from)} đến ${points(to)}`);

/** Words of a score sheet as a judge fills it in. */
export const sheetWords = {
  points,
  range,
  numbered: (n: number, label: string) => `${n}. ${label}`,
  most: (max: number, step: number, weight: number) =>
    [
      `Tối đa ${points(max)}`,
      ...(step === 1 ? [] : [`cách nhau ${figure(step)}`]),
      ...(weight === 1 ? [] : [`nhân hệ số ${figure(weight)}`]),
    ].join(', '),
  mark: 'Điểm',
  of: (max: number) => `/ ${points(max)}`,
  band: 'Chọn một mức',
  inBand: 'Điểm trong mức đã chọn',
  bandOf: (band: Band) => `${band.label} (${range(band)})`,
  zeroFails: 'Cho 0 điểm ở đây thì hồ sơ không đạt, dù các tiêu chí khác cao.',
  gate: 'Trả lời',
  yes: 'Có',
  no: 'Không',
  gateFails: 'Trả lời không thì hồ sơ không đạt.',
  comment: 'Nhận xét',
  note: 'Ý kiến',
  gateComment: 'Lý do, khi trả lời không',
  noteTo: {
    author: 'Gửi cho tác giả khi công bố kết quả; không ghi tên người chấm.',
    council: 'Chỉ hội đồng đọc.',
  } satisfies Readonly<Record<NoteReader, string>>,
  total: 'Cộng',
  totalOf: (sum: number, max: number) => keepTogether(`${figure(sum)} / ${points(max)}`),
  unfinished: (n: number) => `Còn ${n} tiêu chí chưa có điểm.`,
  fails: (labels: string) => `Hồ sơ không đạt theo phiếu này: ${labels}.`,
  votes: (label: string, max: number) =>
    `${label}: tối đa ${points(max)}, thư ký ghi sau, không ở phiếu này.`,
  unmarked: 'Chưa chấm',
  columns: { part: 'Tiêu chí', max: 'Tối đa', points: 'Điểm', comment: 'Nhận xét' },
  caption: 'Phiếu chấm',
} as const;
