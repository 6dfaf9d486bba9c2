import type { IssueWords } from '../../../kernel/issue.ts';
import { fileTypeNames, personColumnNames } from './names.ts';
import { amount, bytes, type Data, date, figure, named, quoted, show, typed } from './say.ts';

const person = (d: Data): string =>
  show(d.person) === ''
    ? `Người thứ ${figure(d.row)}`
    : `${show(d.person)} (người thứ ${figure(d.row)})`;
const types = (list: unknown): string =>
  Array.isArray(list) ? list.map((one) => named(fileTypeNames, one)).join(', ') : '';

/** What keeps a dossier from being submitted; each sentence names its field. */
export const answerIssues: IssueWords = {
  answer_required: (d) => `Chưa ghi mục ${quoted(d.label)}.`,
  answer_choose: (d) => `Chưa chọn ở mục ${quoted(d.label)}.`,
  answer_choose_one: (d) =>
    `Mục ${quoted(d.label)} chỉ chọn một, đang chọn ${figure(d.count)}. Bỏ bớt.`,
  answer_not_in_list: (d) =>
    `Mục ${quoted(d.label)} không có lựa chọn ${typed(d.typed)}. Chọn lại trong danh sách.`,
  too_many_words: (d) =>
    `Mục ${quoted(d.label)} có ${figure(d.length)} chữ, được viết đến ${figure(d.max)} chữ. Rút bớt ${figure(d.over)} chữ.`,
  too_few_words: (d) =>
    `Mục ${quoted(d.label)} mới có ${figure(d.length)} chữ, cần ít nhất ${figure(d.min)} chữ. Viết thêm.`,
  too_many_characters: (d) =>
    `Mục ${quoted(d.label)} có ${figure(d.length)} ký tự, được viết đến ${figure(d.max)} ký tự. Rút bớt ${figure(d.over)} ký tự.`,
  too_few_characters: (d) =>
    `Mục ${quoted(d.label)} mới có ${figure(d.length)} ký tự, cần ít nhất ${figure(d.min)} ký tự. Viết thêm.`,
  answer_not_number: (d) =>
    `Mục ${quoted(d.label)} phải là số, đang ghi ${typed(d.typed)}. Ghi chữ số, ví dụ 1.250 hoặc 12,5.`,
  too_many_decimals: (d) =>
    Number(d.decimals) === 0
      ? `Mục ${quoted(d.label)} chỉ nhận số nguyên. Bỏ phần sau dấu phẩy.`
      : `Mục ${quoted(d.label)} nhận nhiều nhất ${figure(d.decimals)} chữ số sau dấu phẩy. Làm tròn lại.`,
  below_bounds: (d) =>
    `Mục ${quoted(d.label)} phải từ ${amount(d.min, d.unit)} trở lên. Xem lại số đã ghi.`,
  above_bounds: (d) =>
    `Mục ${quoted(d.label)} không được quá ${amount(d.max, d.unit)}. Xem lại số đã ghi.`,
  answer_not_money: (d) =>
    `Mục ${quoted(d.label)} phải là số tiền, đang ghi ${typed(d.typed)}. Ghi đủ các chữ số, ví dụ 12.500.000.`,
  answer_not_date: (d) =>
    `Mục ${quoted(d.label)}: không đọc được ${typed(d.typed)} là ngày. Ghi như 05/01/2026, hoặc 01/2026 nếu chỉ nhớ tháng.`,
  answer_day_not_in_month: (d) =>
    `Mục ${quoted(d.label)}: tháng ${show(d.month).padStart(2, '0')} năm ${show(d.year)} không có ngày ${show(d.day)}. Sửa lại ngày.`,
  date_needs_month: (d) =>
    `Mục ${quoted(d.label)} mới ghi năm ${date(d.date)}. Ghi cả tháng, ví dụ 03/${date(d.date)}.`,
  date_needs_day: (d) => `Mục ${quoted(d.label)} mới ghi ${date(d.date)}. Ghi đủ ngày, tháng, năm.`,
  answer_in_future: (d) =>
    `Mục ${quoted(d.label)} ghi ${date(d.date)}, còn ở phía trước (hôm nay là ${date(d.today)}). Sửa lại.`,
  too_few_people: (d) =>
    `Mục ${quoted(d.label)} có ${figure(d.count)} người, cần ít nhất ${figure(d.min)} người.`,
  too_many_people: (d) =>
    `Mục ${quoted(d.label)} có ${figure(d.count)} người, nhiều nhất ${figure(d.max)} người. Bỏ bớt.`,
  person_detail_missing: (d) =>
    `Mục ${quoted(d.label)}: ${person(d)} chưa ghi ${named(personColumnNames, d.column)}.`,
  person_email_wrong: (d) =>
    `Mục ${quoted(d.label)}: thư điện tử ${typed(d.typed)} của ${person(d)} chưa đúng. Ghi như ten@example.vn.`,
  share_missing: (d) =>
    `Mục ${quoted(d.label)}: ${person(d)} chưa ghi tỷ lệ đóng góp. Ghi số phần trăm, ví dụ 40.`,
  share_wrong: (d) =>
    `Mục ${quoted(d.label)}: tỷ lệ đóng góp của ${person(d)} đang là ${typed(figure(d.typed))}. Ghi một số trên 0, không quá 100.`,
  shares_not_100: (d) =>
    `Mục ${quoted(d.label)}: tỷ lệ đóng góp cộng lại được ${figure(d.sum)} %, phải đúng 100 %. ${
      Number(d.sum) < 100
        ? `Còn thiếu ${figure(Number((100 - Number(d.sum)).toFixed(6)))}.`
        : `Đang thừa ${figure(Number((Number(d.sum) - 100).toFixed(6)))}.`
    }`,
  file_missing: (d) => `Chưa có tệp ở mục ${quoted(d.label)}. Chọn tệp để gửi kèm.`,
  too_few_files: (d) =>
    `Mục ${quoted(d.label)} có ${figure(d.count)} tệp, cần ít nhất ${figure(d.min)} tệp. Gửi thêm.`,
  files_over: (d) =>
    `Mục ${quoted(d.label)} có ${figure(d.count)} tệp, nhiều nhất ${figure(d.max)} tệp. Bỏ bớt, hoặc gộp lại.`,
  file_kind: (d) =>
    `Mục ${quoted(d.label)} không nhận loại tệp của ${quoted(d.name)}. Gửi ${types(d.types)}.`,
  file_size: (d) =>
    `Mục ${quoted(d.label)}: tệp ${quoted(d.name)} nặng ${bytes(d.size)}, quá mức ${bytes(d.max)}. Chia làm hai tệp hoặc giảm cỡ ảnh.`,
  file_empty: (d) =>
    `Mục ${quoted(d.label)}: tệp ${quoted(d.name)} không có nội dung. Chọn lại tệp.`,
  file_twice: (d) =>
    `Mục ${quoted(d.label)}: tệp ${quoted(d.name)} giống hệt tệp ${quoted(d.other)}. Bỏ một tệp.`,
  not_declared: (d) => `Chưa đánh dấu vào lời cam đoan ở mục ${quoted(d.label)}.`,
};
