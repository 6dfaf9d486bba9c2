import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const show = (value: unknown): string => String(value ?? '');
const figure = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value) : show(value);
const row = (label: unknown): string => (show(label) === '' ? '' : `“${show(label)}”: `);

const stateNames: Readonly<Record<string, string>> = {
  waiting: 'chưa điền',
  filling: 'đang điền',
  submitted: 'chờ lãnh đạo đơn vị duyệt',
  checked: 'đã gửi lên cấp trên',
  returned: 'bị trả lại một số chỗ',
  accepted: 'đã được tiếp nhận',
  frozen: 'đã chốt số liệu',
};
const now = (state: unknown): string => `Báo cáo ${stateNames[show(state)] ?? show(state)}`;

/** What is wrong with what was written into a form, or keeps it from its next step. */
export const reportIssues: IssueWords = {
  row_unknown: (d) => `Báo cáo này không có dòng nào mang mã “${show(d.typed)}”.`,
  section_unknown: (d) => `Báo cáo này không có phần nào mang mã “${show(d.typed)}”.`,
  place_unknown: (d) => `Báo cáo này không có chỗ nào mang mã “${show(d.typed)}”.`,
  place_twice: () => 'Chỗ này được nêu hai lần. Giữ lại một.',
  yes_or_no: (d) => `${row(d.label)}chỉ nhận có hoặc không.`,
  too_precise: (d) =>
    Number(d.decimals) === 0
      ? `${row(d.label)}chỉ nhận số nguyên, hiện là ${figure(d.typed)}.`
      : `${row(d.label)}chỉ nhận đến ${show(d.decimals)} chữ số sau dấu phẩy, hiện là ${figure(d.typed)}.`,
  locked_submitted: () =>
    'Báo cáo đang chờ lãnh đạo đơn vị duyệt nên không sửa được. Thu hồi báo cáo để sửa tiếp.',
  locked_checked: () =>
    'Báo cáo đã gửi lên cấp trên nên không sửa được. Thu hồi báo cáo nếu cấp trên chưa tiếp nhận, hoặc đề nghị trả lại chỗ cần sửa.',
  locked_accepted: () =>
    'Báo cáo đã được tiếp nhận nên không sửa được. Đề nghị đơn vị tiếp nhận mở lại trong một thời hạn.',
  locked_frozen: () =>
    'Số liệu đã chốt nên không sửa được. Đề nghị đơn vị tiếp nhận mở lại, có nêu lý do.',
  round_closed: () =>
    'Đợt báo cáo đã đóng nên không nhận thêm. Đề nghị đơn vị mở đợt mở lại nếu cần gửi.',
  place_not_returned: () => 'Chỗ này không bị trả lại nên giữ nguyên. Chỉ sửa các chỗ bị trả lại.',
  place_accepted: () => 'Chỗ này đã được tiếp nhận nên không sửa được.',
  row_required: (d) => `${row(d.label)}chưa có số liệu. Đây là dòng phải điền.`,
  reason_required: (d) =>
    `${row(d.label)}số khai là ${figure(d.declared)}, hồ sơ cho ${figure(d.derived)}. Ghi lý do khác nhau, hoặc sửa lại số khai.`,
  rival_open: (d) =>
    `${row(d.label)}có người khác cũng đã sửa chỗ này. Chọn giữ bản nào trước khi gửi.`,
  return_unanswered: (d) =>
    d.place === null
      ? 'Cả báo cáo bị trả lại mà chưa sửa chỗ nào. Sửa lại, hoặc trả lời ý kiến.'
      : `${row(d.label)}bị trả lại mà chưa sửa. Sửa lại, hoặc trả lời ý kiến.`,
  confirm_warnings: (d) =>
    `Có ${figure(d.count)} chỗ nên xem lại. Nếu số liệu đúng như vậy, xác nhận rồi gửi.`,
  submit_not_now: (d) => `${now(d.state)}, không cần gửi nữa.`,
  withdraw_not_now: (d) => `${now(d.state)}, không thu hồi được.`,
  check_not_now: (d) => `${now(d.state)}, không có gì chờ lãnh đạo duyệt.`,
  returns_not_now: (d) => `${now(d.state)}, không trả lại được.`,
  accept_not_now: (d) => `${now(d.state)}, chưa tiếp nhận được.`,
  reopen_not_now: (d) => `${now(d.state)}. Chỉ mở lại báo cáo đã tiếp nhận hoặc đã chốt.`,
  freeze_not_now: (d) => `${now(d.state)}. Chỉ chốt số liệu của báo cáo đã tiếp nhận.`,
  publish_not_now: (d) => `${now(d.state)}. Chỉ công khai báo cáo đã được tiếp nhận.`,
  number_not_now: (d) => `${now(d.state)}. Lấy số sau khi lãnh đạo đơn vị đã duyệt.`,
  already_taken: () =>
    'Đơn vị tiếp nhận đã nhận một phần báo cáo nên không thu hồi được. Đề nghị trả lại chỗ cần sửa.',
  nothing_to_answer: () => 'Chỗ này không có ý kiến nào đang chờ trả lời.',
  places_returned: () =>
    'Còn chỗ đã trả lại, đơn vị chưa gửi lại. Chờ đơn vị gửi lại, hoặc tiếp nhận riêng các chỗ ấy trước.',
  in_the_past: () => 'Ngày này đã qua. Chọn hôm nay hoặc một ngày sau.',
  in_the_future: () => 'Ngày ký chưa tới. Sửa lại ngày.',
  before_period: () => 'Ngày ký không được trước ngày đầu của kỳ báo cáo. Sửa lại ngày.',
  not_a_symbol: (d) =>
    `Ký hiệu “${show(d.typed)}” chưa đúng. Ký hiệu gồm chữ và số, nối bằng gạch ngang, ví dụ BC-LHHSL.`,
  number_stands: (d) =>
    `Báo cáo này đã có số ${show(d.number)}/${show(d.symbol)}. Mỗi báo cáo chỉ lấy số một lần.`,
  book_not_a_form: () =>
    'Tệp này không phải phiếu tải từ nút “Phiếu làm ngoài mạng”. Tải phiếu, điền vào chính tệp ấy rồi nộp lại.',
  book_other_form: () =>
    'Đây là phiếu của đơn vị khác hoặc của đợt khác. Chọn đúng tệp tải từ báo cáo này.',
  book_not_a_figure: (d) =>
    `Ô ${show(d.cell)}, ${row(d.label)}“${show(d.typed)}” không phải là số. Sửa ô này trong tệp rồi nộp lại.`,
  below_differs: (d) =>
    `${row(d.label)}số khai là ${figure(d.stated)}, cộng từ ${figure(d.of)} đơn vị cấp dưới là ${figure(d.computed)}.`,
};
