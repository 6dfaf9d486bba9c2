import type { IssueWords } from '../../kernel/issue.ts';
import { inLanguages } from '../../kernel/language.ts';
import { formatDate } from '../../kernel/vietnamese/dates.ts';
import { english } from './en.ts';

const show = (value: unknown): string => String(value ?? '');
const day = (value: unknown): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(show(value)) ? formatDate(show(value)) : show(value);
const two = (value: unknown): string => show(value).padStart(2, '0');
const quantity = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));

const vietnamese: IssueWords = {
  required: () => 'Chưa ghi mục này.',
  choose_one: () => 'Hãy chọn một mục.',
  not_text: () => 'Mục này chỉ nhận chữ.',
  too_long: (d) =>
    d.length === undefined
      ? `Dài quá ${quantity(d.max)} ký tự. Rút gọn lại.`
      : `Đang có ${quantity(d.length)} ký tự, chỉ nhận đến ${quantity(d.max)}. Rút gọn lại.`,
  day_not_in_month: (d) =>
    `Tháng ${two(d.month)}${Number(d.month) === 2 ? ` năm ${show(d.year)}` : ''} không có ngày ${show(d.day)}. Sửa lại ngày.`,
  month_out_of_range: (d) =>
    `Không có tháng ${show(d.month)}. Ghi ngày trước, tháng sau, ví dụ 05/01/2026.`,
  year_out_of_range: (d) => `Năm ${show(d.year)} ngoài khoảng dùng được (1900 đến 2100).`,
  unreadable: (d) => `Không đọc được “${show(d.typed)}” là ngày. Ghi như 05/01/2026.`,
  not_a_number: (d) => `“${show(d.typed)}” không phải là số. Ghi các chữ số, ví dụ 120 hoặc 12,5.`,
  not_whole: (d) => `“${show(d.typed)}” không phải là số nguyên. Ghi ví dụ 120.`,
  too_small: (d) => `Số này phải từ ${quantity(d.min)} trở lên.`,
  too_large: (d) => `Số này không được quá ${quantity(d.max)}.`,
  not_in_list: (d) => `“${show(d.typed)}” không có trong danh sách. Chọn một mục có sẵn.`,
  not_a_code: (d) =>
    `Mã “${show(d.typed)}” chưa đúng. Mã dùng chữ thường không dấu, chữ số và dấu gạch nối, bắt đầu bằng chữ, dài tối đa ${show(d.max)}, ví dụ sonla-khuyenhoc.`,
  wrong_type: () => 'Dữ liệu gửi lên không đúng kiểu của mục này.',
  unknown_field: (d) => `Không có mục: ${show(d.names)}.`,
  not_readable: () => 'Không đọc được mục này. Xem lại cách ghi.',
  email_no_at: (d) => `“${show(d.typed)}” thiếu dấu @. Ghi như ten@congty.vn.`,
  email_comma: (d) => `“${show(d.typed)}” có dấu phẩy. Có lẽ phải là dấu chấm.`,
  email_letters: (d) =>
    `“${show(d.typed)}” có chữ có dấu, địa chỉ thư điện tử chỉ dùng chữ không dấu.`,
  email_wrong: (d) =>
    `“${show(d.typed)}” chưa phải một địa chỉ thư điện tử. Ghi một địa chỉ, như ten@congty.vn.`,
  end_before_start: (d) =>
    `Ngày kết thúc ${day(d.end)} trước ngày bắt đầu ${day(d.start)}. Sửa một trong hai ngày.`,
  too_many_files: (d) => `Mỗi bản ghi có tối đa ${show(d.max)} tệp. Bỏ bớt, hoặc gộp lại.`,
  choose_file: () => 'Hãy chọn một tệp.',
  unknown_record: () => 'Không có bản ghi nào mang mã này. Để trống ô mã nếu là bản ghi mới.',
  too_many_rows: (d) =>
    `Tệp có ${quantity(d.rows)} dòng, mỗi lần nhập tối đa ${quantity(d.max)} dòng. Chia làm nhiều tệp.`,
  prose_unreadable: () => 'Không đọc được bài viết gửi lên. Tải lại trang rồi dán lại nội dung.',
  prose_too_large: (d) =>
    `Bài viết dài quá ${quantity(Number(d.max) / 1_000_000)} MB chữ. Chia làm nhiều bài, hoặc đính kèm tệp.`,
  prose_too_many: (d) =>
    `Bài viết có quá ${quantity(d.max)} phần (đoạn, dòng, ô bảng). Chia làm nhiều bài, hoặc đính kèm bảng dưới dạng tệp.`,
  prose_words_too_long: (d) =>
    `Có một chú thích dài ${quantity(d.length)} ký tự, chỉ nhận đến ${quantity(d.max)}. Rút gọn, hoặc chuyển vào bài.`,
  changed_meanwhile: () =>
    'Trong lúc biểu mẫu đang mở, người khác đã lưu bản mới. Nội dung vừa gõ vẫn còn ở đây; hãy so với bản mới rồi lưu lại.',
};

/** What is wrong with a field, whatever the form. */
export const commonIssues: IssueWords = inLanguages(vietnamese, english);

const lower = (label: string): string => label.charAt(0).toLocaleLowerCase('vi') + label.slice(1);

/** The same in one line of a summary, with the label of the field. */
export const briefIssues: Readonly<
  Record<string, (label: string, data: Readonly<Record<string, unknown>>) => string>
> = {
  required: (label) => `Chưa ghi ${lower(label)}`,
  choose_one: (label) => `Chưa chọn ${lower(label)}`,
  not_in_list: (label) => `${label} không có trong danh sách`,
  too_long: (label) => `${label} quá dài`,
  day_not_in_month: (label) => `${label} không có trong lịch`,
  month_out_of_range: (label) => `${label} không có trong lịch`,
  year_out_of_range: (label) => `${label} ngoài khoảng năm dùng được`,
  unreadable: (label, d) => `${label} phải là ngày, hiện là “${show(d.typed)}”`,
  not_a_number: (label, d) => `${label} phải là số, hiện là “${show(d.typed)}”`,
  not_whole: (label, d) => `${label} phải là số nguyên, hiện là “${show(d.typed)}”`,
  too_small: (label) => `${label} nhỏ quá mức`,
  too_large: (label) => `${label} lớn quá mức`,
  end_before_start: (label) => `${label} đang trước ngày bắt đầu`,
};
