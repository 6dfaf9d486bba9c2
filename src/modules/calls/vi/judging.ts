import type { IssueWords } from '../../../kernel/issue.ts';
import { figure, quoted, show, typed } from './say.ts';

/** What contradicts itself in the score sheets, the judging and the voting of an edition. */
export const judgingIssues: IssueWords = {
  rubric_key_twice: (d) => `Khóa ${quoted(d.name)} có hai phiếu dùng. Mỗi phiếu một khóa riêng.`,
  rubric_name_twice: (d) => `Có hai phiếu chấm cùng tên ${quoted(d.name)}. Đổi tên một phiếu.`,
  rubric_name_missing: () => 'Có phiếu chấm chưa có tên. Ghi tên phiếu.',
  pass_wrong: (d) =>
    `Phiếu ${quoted(d.name)}: điểm đạt ${figure(d.pass)} chưa đúng. Ghi số lớn hơn 0, nhiều nhất hai chữ số sau dấu phẩy, hoặc để trống.`,
  pass_unreachable: (d) =>
    `Phiếu ${quoted(d.name)} đòi ít nhất ${figure(d.pass)} điểm mà cả phiếu chỉ có ${figure(d.most)} điểm, nên không hồ sơ nào đạt. Sửa điểm đạt, hoặc thêm điểm cho tiêu chí.`,
  part_key_twice: (d) =>
    `Khóa ${quoted(d.name)} có hai tiêu chí dùng. Mỗi tiêu chí một khóa riêng.`,
  part_label_twice: (d) =>
    `Phiếu có hai tiêu chí cùng tên ${quoted(d.name)}. Đổi tên một tiêu chí.`,
  part_label_missing: () => 'Có tiêu chí chưa có tên. Ghi tên tiêu chí.',
  step_wrong: (d) =>
    `Tiêu chí ${quoted(d.label)}: bước điểm ${figure(d.step)} chưa đúng. Ghi 1, 0,5, 0,25 hoặc một số từ 0,01.`,
  weight_wrong: (d) =>
    `Tiêu chí ${quoted(d.label)}: hệ số ${figure(d.weight)} chưa đúng. Ghi số từ 0,01 đến ${figure(d.most)}, nhiều nhất hai chữ số sau dấu phẩy.`,
  max_wrong: (d) =>
    `Tiêu chí ${quoted(d.label)}: điểm tối đa ${figure(d.max)} chưa đúng. Ghi số lớn hơn 0, không quá ${figure(d.most)}.`,
  max_off_step: (d) =>
    `Tiêu chí ${quoted(d.label)}: điểm tối đa ${figure(d.max)} không phải bội của bước ${figure(d.step)}, nên không ai cho được. Sửa một trong hai số.`,
  no_bands: (d) => `Tiêu chí ${quoted(d.label)} chưa có mức nào. Thêm các mức, từ cao xuống thấp.`,
  zero_not_offered: (d) =>
    `Tiêu chí ${quoted(d.label)}: 0 điểm thì không đạt, mà không có mức nào cho 0 điểm. Thêm mức 0 điểm, hoặc bỏ quy định này.`,
  band_twice: (d) => `Có hai mức cùng tên ${quoted(d.name)}. Đổi tên một mức.`,
  band_label_missing: (d) =>
    `Tiêu chí ${quoted(d.label)}: mức ${figure(d.from)} đến ${figure(d.to)} điểm chưa có tên. Ghi thế nào thì được mức ấy.`,
  band_turned: (d) =>
    `Mức ${quoted(d.band)} từ ${figure(d.from)} đến ${figure(d.to)} điểm: số đầu lớn hơn số cuối. Đổi chỗ hai số.`,
  band_outside: (d) =>
    `Mức ${quoted(d.band)} từ ${figure(d.from)} đến ${figure(d.to)} điểm: điểm phải từ 0 đến ${figure(d.most)}. Sửa lại.`,
  band_off_step: (d) =>
    `Mức ${quoted(d.band)} từ ${figure(d.from)} đến ${figure(d.to)} điểm không khớp với bước ${figure(d.step)}. Sửa số của mức, hoặc bước điểm.`,
  bands_rise: (d) =>
    `Mức ${quoted(d.band)} cao hơn mức ${quoted(d.above)} đứng trên. Xếp các mức từ cao xuống thấp.`,
  bands_overlap: (d) =>
    `Mức ${quoted(d.band)} đến ${figure(d.to)} điểm, chồng lên mức ${quoted(d.above)} từ ${figure(d.from)} điểm. Mỗi điểm chỉ thuộc một mức: sửa một trong hai.`,
  rubric_unknown: (d) =>
    `Giai đoạn ${quoted(d.name)} chấm theo phiếu ${typed(d.typed)} không có trong lần tổ chức này. Chọn phiếu khác.`,
  review_without_rubric: (d) =>
    `Giai đoạn ${quoted(d.name)} có cách chấm mà chưa chọn phiếu chấm. Chọn phiếu, hoặc bỏ cách chấm.`,
  rubric_empty: (d) =>
    `Phiếu ${quoted(d.rubric)} chưa có tiêu chí nào để giám khảo chấm ở giai đoạn ${quoted(d.name)}. Thêm tiêu chí vào phiếu trước.`,
  rubric_without_judges: (d) =>
    `Giai đoạn ${quoted(d.name)} chọn phiếu ${quoted(d.rubric)} mà không cho giám khảo chấm điểm. Cho giám khảo chấm, hoặc bỏ phiếu.`,
  each_wrong: (d) =>
    `Giai đoạn ${quoted(d.name)}: số giám khảo mỗi hồ sơ phải từ 1 đến ${figure(d.most)}. Sửa lại, hoặc để trống cho cả hội đồng chấm.`,
  trim_wrong: (d) =>
    `Giai đoạn ${quoted(d.name)}: bỏ mỗi đầu từ 0 đến ${figure(d.most)} phiếu. Sửa lại.`,
  trim_leaves_none: (d) =>
    `Giai đoạn ${quoted(d.name)}: mỗi hồ sơ có ${figure(d.each)} phiếu, bỏ mỗi đầu ${figure(d.trim)} phiếu thì không còn phiếu nào. Bỏ ít hơn, hoặc thêm giám khảo.`,
  trim_of_none: (d) =>
    `Giai đoạn ${quoted(d.name)} xếp hạng sau khi bỏ phiếu cao nhất, thấp nhất mà số phiếu bỏ là 0. Ghi số phiếu bỏ mỗi đầu, hoặc chọn cách xếp hạng khác.`,
  spread_wrong: (d) =>
    `Giai đoạn ${quoted(d.name)}: độ lệch ${figure(d.spread)} phải lớn hơn 0 và không quá ${figure(d.most)} điểm của phiếu. Sửa lại, hoặc để trống.`,
  goes_on_wrong: (d) =>
    `Giai đoạn ${quoted(d.name)}: số hồ sơ vào vòng sau phải từ 1. Sửa lại, hoặc để trống.`,
  voting_key_twice: (d) =>
    `Khóa ${quoted(d.name)} có hai cách biểu quyết dùng. Mỗi cách một khóa riêng.`,
  voting_name_twice: (d) => `Có hai cách biểu quyết cùng tên ${quoted(d.name)}. Đổi tên một cách.`,
  voting_name_missing: () =>
    'Có cách biểu quyết chưa có tên. Ghi tên, ví dụ Thông qua danh sách giải.',
  voting_share_wrong: (d) =>
    `Cách biểu quyết ${quoted(d.name)}: tỷ lệ ${show(d.parts)}/${show(d.of)} chưa đúng. Ghi hai số nguyên dương, số trên không lớn hơn số dưới, ví dụ 2/3.`,
  phase_without_rubric: (d) =>
    `Giai đoạn ${quoted(d.name)} cho giám khảo chấm điểm mà chưa chọn phiếu chấm. Chọn phiếu của giai đoạn.`,
};
