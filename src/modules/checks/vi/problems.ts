import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { Problem, ProblemCode } from '../rules/problem.ts';

const figure = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value) : String(value ?? '');
const list = (value: unknown): string =>
  Array.isArray(value) ? value.map(figure).join(' + ') : '';
const named = (data: Problem['data']): string => {
  const parts = [data.label, data.column].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
};
const quoted = (value: unknown): string => `“${String(value ?? '')}”`;

type Say = (problem: Problem, stated: string, computed: string) => string;

const fix = 'Xem lại số này và các số hợp thành.';

const sentences: Readonly<Record<ProblemCode, Say>> = {
  sum: ({ data }, stated, computed) =>
    `Ghi ${stated}${named(data)}, cộng lại được ${computed}${list(data.parts) === '' ? '' : ` (${list(data.parts)})`}. ${fix}`,
  row_sum: ({ data }, stated, computed) =>
    `Ghi ${stated}${named(data)}, cộng các cột được ${computed}. ${fix}`,
  group_sum: ({ data }, stated, computed) =>
    `Ghi ${stated}${named(data)}, cộng các mục con được ${computed}. ${fix}`,
  part_exceeds_whole: ({ data }, stated, computed) =>
    `Phần ${stated}${named(data)} lớn hơn cả tổng ${computed}. Sửa phần hoặc tổng.`,
  mean: ({ data }, stated, computed) =>
    `Bình quân ghi ${stated}${named(data)}, tính lại được ${computed}. Sửa số bình quân hoặc các số đã tính.`,
  share: ({ data }, stated, computed) =>
    `Tỷ lệ ghi ${stated}${named(data)}, tính lại ${data.part === undefined ? '' : `từ ${figure(data.part)}${data.whole === undefined ? ' ' : ` trên ${figure(data.whole)} `}`}được ${computed}. Sửa tỷ lệ hoặc số gốc.`,
  share_total: ({ data }, stated, computed) =>
    data.ofTotal === true
      ? `Dòng tổng ghi ${stated}${named(data)}, các tỷ lệ cộng lại được ${computed}. Làm tròn lại các tỷ lệ theo phần dư lớn nhất.`
      : data.label === undefined
        ? `Cột tỷ lệ${named(data)} cộng lại được ${stated}, lẽ ra ${computed}. Làm tròn lại theo phần dư lớn nhất.`
        : `Cột tỷ lệ cộng lại được ${figure(data.sum ?? computed)}, lẽ ra 100. Chỗ này ghi ${stated}${named(data)}, tính lại được ${computed}.`,
  ratio: ({ data }, stated, computed) =>
    `Ghi ${stated} %${named(data)}, tính lại ${data.a === undefined ? '' : `từ ${figure(data.a)} và ${figure(data.b)} `}được ${computed} %. Sửa tỷ lệ hoặc số gốc.`,
  growth: ({ data }, stated, computed) =>
    `Mức tăng, giảm ghi ${stated} %${named(data)}, tính lại được ${computed} %. Sửa mức tăng, giảm hoặc số hai kỳ.`,
  difference: ({ data }, stated, computed) =>
    `Chênh lệch ghi ${stated}${named(data)}, tính lại được ${computed}. Sửa chênh lệch hoặc số hai kỳ.`,
  jump: ({ data }, stated, computed) =>
    `Ghi ${stated}${named(data)}, khác xa các kỳ khác (thường là ${computed}). Nếu đúng thì giữ và ghi lý do; nếu thừa, thiếu chữ số thì sửa.`,
  narrative: ({ data }, stated, computed) =>
    `Lời văn ghi ${stated} (${quoted(data.words)}), bảng ghi ${computed} ở “${String(data.label ?? '')}”. Sửa cho khớp.`,
  text_sum: ({ data }, stated, computed) =>
    `Ghi ${stated}, các phần cộng lại được ${computed} (${list(data.parts)}): ${quoted(data.words)}. Sửa tổng hoặc các phần.`,
  text_count: ({ data }, stated, computed) =>
    `Ghi ${stated} ${String(data.noun ?? '')}, kể tên ${computed}: ${quoted(data.words)}. Sửa số hoặc kể cho đủ.`,
  text_number: ({ data }, stated, computed) =>
    `Số ${stated} và chữ (${computed}) khác nhau: ${quoted(data.words)}. Sửa cho khớp.`,
  text_difference: ({ data }, stated, computed) =>
    `Ghi tăng, giảm ${stated}, tính lại được ${computed}: ${quoted(data.words)}. Sửa cho khớp.`,
  age_window: ({ data }, stated, computed) =>
    `Khoảng tuổi dài ${stated} năm, khoảng ngày sinh dài ${computed} năm: ${quoted(data.words)}. Sửa tuổi hoặc ngày sinh.`,
  missing_value: ({ data }) =>
    `Ô trống trong cột có số${named(data)}. Ghi số, hoặc ghi 0 nếu không có.`,
  missing_unit: ({ data }) => `Có số mà chưa ghi đơn vị tính${named(data)}. Ghi đơn vị tính.`,
  mixed_format: ({ data }, stated, computed) =>
    data.kept === 'text'
      ? `Số ${quoted(stated)}${named(data)} đang là chữ nên Excel không cộng. Ghi lại là ${computed}.`
      : `Số ${quoted(stated)}${named(data)} ghi khác cách của các số khác. Nếu là ${computed} thì ghi lại cho giống.`,
  not_a_number: ({ data }, stated, computed) =>
    `“${stated}”${named(data)} có chữ cái lẫn trong số. Nếu là ${computed} thì ghi lại.`,
  negative: ({ data }, stated) => `Số đếm không thể âm: ${stated}${named(data)}. Ghi lại số này.`,
  fraction: ({ data }, stated, computed) =>
    `Số ${stated}${named(data)} có nhiều chữ số lẻ hơn chỉ tiêu cần. Ghi ${computed}, hoặc xem lại đơn vị tính.`,
  duplicate_row: ({ data }) =>
    `Dòng ${quoted(data.label)} đã có ở ${String(data.first)}. Bỏ một dòng.`,
  numbering: (_, stated, computed) =>
    `Số thứ tự ghi ${stated}, lẽ ra ${computed}. Xem có thiếu dòng hoặc ghi nhầm số.`,
  date_order: (_, stated, computed) =>
    `Ngày kết thúc ${stated} đứng trước ngày bắt đầu ${computed}. Sửa một trong hai ngày.`,
};

/** What is wrong and what to do, in one or two sentences. */
export function sayProblem(found: Problem): string {
  return sentences[found.code](found, figure(found.stated), figure(found.computed));
}

/** Two or three words for a kind of problem. */
export const kindNames: Readonly<Record<ProblemCode, string>> = {
  sum: 'Tổng không khớp',
  row_sum: 'Tổng các cột không khớp',
  group_sum: 'Mục lớn không khớp mục con',
  part_exceeds_whole: 'Phần lớn hơn tổng',
  mean: 'Bình quân không khớp',
  share: 'Tỷ lệ không khớp',
  share_total: 'Tỷ lệ không tròn 100',
  ratio: 'Tỷ lệ không khớp',
  growth: 'Mức tăng không khớp',
  difference: 'Chênh lệch không khớp',
  jump: 'Khác xa các kỳ khác',
  narrative: 'Lời văn khác bảng',
  text_sum: 'Các phần không khớp tổng',
  text_count: 'Kể tên không đủ',
  text_number: 'Số và chữ khác nhau',
  text_difference: 'Chênh lệch không khớp',
  age_window: 'Tuổi và ngày sinh không khớp',
  missing_value: 'Ô trống',
  missing_unit: 'Thiếu đơn vị tính',
  mixed_format: 'Cách ghi số khác nhau',
  not_a_number: 'Chữ lẫn trong số',
  negative: 'Số âm',
  fraction: 'Số lẻ',
  duplicate_row: 'Dòng trùng',
  numbering: 'Số thứ tự',
  date_order: 'Ngày không đúng thứ tự',
};
