import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

// Whole days are told as days, other times to the minute or second as they were set.
const time = (second: string): string => {
  const [day = '', at = ''] = second.split('T');
  return `${at.endsWith(':00') ? at.slice(0, 5) : at} ngày ${formatDate(day)}`;
};
const begins = (second: string): string =>
  second.endsWith('T00:00:00') ? formatDate(second.slice(0, 10)) : time(second);
const ends = (second: string): string =>
  second.endsWith('T23:59:59')
    ? `đến hết ${formatDate(second.slice(0, 10))}`
    : `đến ${time(second)}`;

const count = (value: number): string => formatNumber(value, 0);

export const homeWords = {
  home: 'Trang giám khảo',
  invitation: 'Lời mời làm giám khảo',
  greeting: (name: string) => `Kính gửi ${name},`,
  asked: (committee: string, edition: string) =>
    `${committee} trân trọng mời Ông/Bà tham gia hội đồng giám khảo ${edition}.`,
  terms: { organiser: 'Đơn vị tổ chức', seats: 'Nhiệm vụ dự kiến', phases: 'Thời gian chấm' },
  noSeats: 'Ban tổ chức sẽ phân công vào hội đồng sau khi Ông/Bà nhận lời.',
  seat: (role: string, council: string) => `${role}, ${council}`,
  phase: (name: string, opens: string | null, closes: string | null) =>
    `${name}: ${
      opens === null && closes === null
        ? 'chưa định ngày'
        : [opens === null ? null : `từ ${begins(opens)}`, closes === null ? null : ends(closes)]
            .filter((part) => part !== null)
            .join(' ')
    }`,
  duties: 'Giám khảo cam kết',
  dutyLines: [
    'Chấm độc lập, theo phiếu chấm và thể lệ; không trao đổi điểm với người khác trước khi hội đồng thảo luận.',
    'Giữ bí mật nội dung hồ sơ, danh tính tác giả và kết quả cho đến khi công bố.',
    'Khai các quan hệ lợi ích, và báo ngay khi nhận ra hồ sơ được giao có liên quan đến mình.',
  ],
  relations: 'Khai quan hệ',
  relationsHelp:
    'Ghi những người, đơn vị có quan hệ với Ông/Bà và có thể dự thi: người thân, học trò, đồng tác giả, nơi đang hoặc từng làm việc. Ban tổ chức đối chiếu và không giao cho Ông/Bà những hồ sơ có liên quan. Ông/Bà không được báo hồ sơ nào trùng.',
  row: (number: number) => `Quan hệ ${count(number)} (nếu có)`,
  more: 'Nếu còn nữa, ghi thêm ở trang “Quan hệ đã khai” sau khi nhận lời.',
  labels: {
    relation: 'Loại quan hệ',
    name: 'Tên người',
    unit: 'Đơn vị',
    note: 'Ghi chú',
    complete: 'Xác nhận',
    reason: 'Lý do',
  },
  relationEmpty: 'Chọn nếu có',
  nameHelp: 'Để trống nếu khai cả một đơn vị.',
  unitHelp: 'Nơi người đó làm việc, học tập; hoặc đơn vị có quan hệ.',
  complete: 'Tôi đã khai đủ các quan hệ mà tôi biết, hoặc không có quan hệ nào để khai.',
  accept: 'Nhận lời',
  decline: 'Từ chối lời mời',
  declined: 'Ông/Bà đã từ chối lời mời này.',
  declinedBody: 'Nếu đổi ý, Ông/Bà vẫn nhận lời được ở dưới.',
  over: 'Lần tổ chức đã khép. Trang này chỉ còn để xem.',
  declineTitle: 'Từ chối lời mời',
  withdrawTitle: 'Xin thôi làm giám khảo',
  declineBody: 'Ban tổ chức sẽ mời người khác. Xin cho biết lý do.',
  withdrawBody:
    'Ghế trong hội đồng được giao lại cho người khác, kể cả những hồ sơ đang chấm dở. Phiếu đã ký vẫn được giữ.',
  withdraw: 'Xin thôi',
  keep: 'Giữ lời mời',
  stay: 'Tiếp tục làm giám khảo',
  accepted: 'Đã ghi nhận Ông/Bà nhận lời. Xin cảm ơn.',
  declinedNow: 'Đã ghi nhận Ông/Bà từ chối. Xin cảm ơn đã trả lời.',
  welcome: (name: string) => `${name}`,
  tasks: 'Việc cần làm',
  tasksDone: 'Việc đã xong',
  noTasks:
    'Chưa có hồ sơ nào được giao. Ban tổ chức gửi thư khi có hồ sơ, hoặc Ông/Bà mở lại trang này.',
  done: 'Đã xong',
  seats: 'Ghế trong hội đồng',
  seatNone: 'Chưa được giao ghế nào.',
  votes: 'có quyền biểu quyết',
  noVote: 'không biểu quyết',
  yours: 'Thông tin của Ông/Bà',
  declaredLink: (many: number) =>
    many === 0 ? 'Quan hệ đã khai: không có' : `Quan hệ đã khai: ${count(many)}`,
};

export const relationWords = {
  title: 'Quan hệ đã khai',
  lead: 'Ban tổ chức đối chiếu với các hồ sơ và không giao cho Ông/Bà hồ sơ có liên quan.',
  none: 'Chưa khai quan hệ nào.',
  columns: { who: 'Người hoặc đơn vị', relation: 'Loại quan hệ', note: 'Ghi chú', act: 'Thao tác' },
  remove: 'Rút lại',
  removeOf: (who: string) => `Rút lại: ${who}`,
  add: 'Khai thêm',
  save: 'Khai',
  saved: 'Đã ghi. Ban tổ chức tự đối chiếu với các hồ sơ.',
  removed: 'Đã rút lại.',
  back: 'Về trang giám khảo',
};
