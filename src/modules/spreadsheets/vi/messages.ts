import type { Issue, IssueWords } from '../../../kernel/issue.ts';

type Data = Readonly<Record<string, unknown>>;

const show = (value: unknown): string => String(value ?? '');
const said = (data: Data): string => (data.value ? `“${show(data.value)}”` : 'ô này');
const two = (value: unknown): string => show(value).padStart(2, '0');
const keepYear = (data: Data): string =>
  data.year === undefined || data.year === 0 ? '' : `, hoặc chỉ giữ năm ${show(data.year)}`;
const extra = (data: Data): string => (data.extra ? `“${show(data.extra)}”` : 'phần thừa');

/** What is wrong with a cell of a roster, and what to do. The page writes the address before it. */
export const cellWords: IssueWords = {
  formula_error: () => 'Công thức trong ô bị lỗi nên ô không có giá trị. Gõ thẳng giá trị vào ô.',
  value_hidden: () => 'Ô chỉ còn dấu #, giá trị thật đã mất khi lưu tệp. Gõ lại giá trị vào ô.',
  too_long: (d) => `Ô dài ${show(d.length)} chữ, quá mức ${show(d.max)} nên chưa ghi. Rút gọn lại.`,

  no_name: () => 'Thiếu họ và tên nên chưa thể nhập dòng này. Điền họ và tên, hoặc bỏ qua dòng.',
  name_no_letters: (d) =>
    `${said(d)} không phải họ và tên nên chưa thể nhập dòng này. Điền họ và tên.`,
  name_two_people: () => 'Ô có tên hai người. Tách thành hai dòng, mỗi người một dòng.',
  name_too_long: () => 'Họ và tên quá dài nên chưa thể nhập dòng này. Chỉ giữ họ và tên trong ô.',
  name_letters_lost: (d) =>
    `${said(d)} có chữ bị mất dấu hoặc mất nét. So với bản gốc rồi sửa họ và tên.`,
  name_extra: (d) =>
    `Đã để ${extra(d)} ra ngoài họ và tên. Nếu đó là một phần của tên, hãy sửa lại.`,
  name_deceased: (d) => `Trong ô có ghi ${extra(d)}. Kiểm tra người này còn là hội viên không.`,
  name_many_words: (d) =>
    `${said(d)} dài hơn tám chữ. Kiểm tra ô có ghi thêm gì ngoài họ và tên không.`,
  given_missing: (d) =>
    `Cột tên để trống; đã hiểu ${said(d)} là cả họ và tên. Điền tên nếu chưa đúng.`,

  day_not_in_month: (d) =>
    `Tháng ${two(d.month)} không có ngày ${two(d.day)}. Sửa ngày${keepYear(d)}.`,
  month_out_of_range: (d) =>
    Number(d.month) === 0
      ? `Có ngày mà không có tháng. Sửa ngày sinh${keepYear(d)}.`
      : `Không có tháng ${show(d.month)}. Sửa ngày sinh${keepYear(d)}.`,
  date_in_future: (d) => `${said(d)} là ngày chưa tới. Sửa ngày sinh, hoặc để trống ô này.`,
  date_too_early: (d) => `${said(d)} là ngày trước năm 1900. Sửa ngày sinh, hoặc để trống ô này.`,
  date_unreadable: (d) =>
    `Chưa đọc được ngày sinh từ ${said(d)} nên để trống. Viết dạng 12/03/1968 hoặc 1968.`,
  year_unclear: (d) => `Chưa rõ ${said(d)} là năm nào nên để trống. Viết đủ bốn chữ số của năm.`,
  year_guessed: (d) =>
    `Đã hiểu ${said(d)} là năm ${show(d.year)}. Nếu chưa đúng, viết đủ bốn chữ số của năm.`,
  date_about: (d) => `${said(d)} là năm ước chừng; đã ghi như năm đúng. Sửa khi có giấy tờ.`,
  date_guessed: (d) => `${said(d)} viết không rõ ngày, tháng; hãy so với bản gốc.`,
  date_order: (d) =>
    `Cả cột viết tháng trước ngày, riêng ${said(d)} viết ngày trước tháng. So với bản gốc.`,
  date_swapped: (d) =>
    `Excel đã đảo ngày và tháng của ${said(d)} như cả cột; đã đảo lại. So với bản gốc nếu chưa chắc.`,
  date_swap_doubt: (d) =>
    `Có thể Excel đã đảo ngày và tháng của ${said(d)}. So với bản gốc rồi sửa ngày.`,
  age_too_old: (d) => `Theo ngày sinh thì người này ${show(d.age)} tuổi. Kiểm tra năm sinh.`,
  age_too_young: (d) => `Theo ngày sinh thì người này mới ${show(d.age)} tuổi. Kiểm tra năm sinh.`,

  joined_day_not_in_month: (d) =>
    `Tháng ${two(d.month)} không có ngày ${two(d.day)} nên chưa ghi ngày vào hội. Sửa ngày${keepYear(d)}.`,
  joined_month_out_of_range: (d) =>
    `Không có tháng ${show(d.month)} nên chưa ghi ngày vào hội. Sửa ngày${keepYear(d)}.`,
  joined_date_in_future: (d) => `Ngày vào hội ${said(d)} chưa tới nên chưa ghi. Sửa ngày.`,
  joined_date_too_early: (d) => `Ngày vào hội ${said(d)} ở trước năm 1900 nên chưa ghi. Sửa ngày.`,
  joined_date_unreadable: (d) =>
    `Chưa đọc được ngày vào hội từ ${said(d)} nên để trống. Viết dạng 12/03/1998 hoặc 1998.`,
  joined_year_unclear: (d) =>
    `Chưa rõ ${said(d)} là năm nào nên chưa ghi ngày vào hội. Viết đủ bốn chữ số của năm.`,
  joined_before_birth: () => 'Ngày vào hội ở trước ngày sinh nên chưa ghi. Sửa một trong hai ngày.',

  gender_unknown: (d) => `Chưa rõ ${said(d)} là nam hay nữ nên để trống. Ghi Nam hoặc Nữ.`,
  gender_both: () => 'Cả hai cột nam và nữ cùng được đánh dấu nên để trống giới tính. Giữ một dấu.',
  degree_unknown: (d) =>
    `${said(d)} không có trong danh mục trình độ nên chưa ghi. Chọn trình độ, ví dụ Đại học, ThS, TS.`,
  kind_unknown: (d) =>
    `Chưa rõ ${said(d)} là loại hội viên nào; ghi là chính thức. Chọn chính thức, liên kết hoặc danh dự.`,

  phone_letters: (d) =>
    `${said(d)} có chữ, không phải số điện thoại nên chưa ghi. Chỉ ghi các chữ số.`,
  phone_length: (d) =>
    `Số điện thoại ${said(d)} thừa hoặc thiếu chữ số nên chưa ghi. Số di động có 10 chữ số.`,
  phone_prefix: (d) =>
    `Không có đầu số điện thoại nào như ${said(d)} nên chưa ghi. Kiểm tra lại số.`,
  phone_scientific: (d) =>
    `Excel đã rút gọn số thành ${said(d)} và mất các chữ số cuối. Gõ lại số điện thoại dạng văn bản.`,
  phone_area: (d) =>
    `Số cố định ${said(d)} mang mã vùng cũ nên chưa ghi. Ghi mã vùng mới, ví dụ 0212 3852 000.`,
  email_no_at: (d) => `${said(d)} thiếu dấu @ nên chưa ghi. Sửa địa chỉ thư điện tử.`,
  email_comma: (d) =>
    `${said(d)} có dấu phẩy ở chỗ của dấu chấm nên chưa ghi. Sửa địa chỉ thư điện tử.`,
  email_letters: (d) =>
    `${said(d)} có chữ mang dấu nên chưa ghi. Địa chỉ thư điện tử chỉ dùng chữ không dấu.`,
  email_wrong: (d) =>
    `${said(d)} chưa phải địa chỉ thư điện tử nên chưa ghi. Viết dạng ten@donvi.vn.`,
  email_several: () =>
    'Ô có nhiều địa chỉ thư điện tử; chỉ ghi địa chỉ đầu. Địa chỉ khác đưa vào ghi chú.',

  citizen_id_letters: () =>
    'Số định danh có chữ nên chưa ghi. Chỉ ghi 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân).',
  citizen_id_length: (d) =>
    `Số định danh có ${show(d.length)} chữ số nên chưa ghi. Phải có 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân).`,
  citizen_id_province: (d) =>
    `Không tỉnh nào có mã ${show(d.province)} ở đầu số định danh nên chưa ghi. So với thẻ căn cước.`,
  citizen_id_gender: () => 'Số định danh không khớp với giới tính đã ghi. So với thẻ căn cước.',
  citizen_id_birth_year: () => 'Số định danh không khớp với năm sinh đã ghi. So với thẻ căn cước.',
};

/** The sentence of an issue, of these words or of others besides; its code where nobody wrote one. */
export function cellText({ code, data = {} }: Issue, words: IssueWords = cellWords): string {
  const text = words[code]?.(data) ?? code;
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
