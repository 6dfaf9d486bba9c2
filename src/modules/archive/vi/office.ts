import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const at = (time: Date): string => formatDateTime(vietnamTime(time));

/** Words of the office's pages. */
export const officeWords = {
  contests: 'Hội thi, tôn vinh',
  tabs: 'Các trang về lần tổ chức trước và chuyển giao',
  importTitle: 'Nhập lần tổ chức trước',
  importLead:
    'Đưa vào sổ số liệu và danh sách giải pháp của các lần hội thi, cuộc thi đã qua, từ tệp mà văn phòng đang giữ.',
  chooseTitle: 'Chọn tệp',
  file: 'Tệp Excel, CSV hoặc JSON',
  fileHelp:
    'Một tệp là một lần tổ chức, nặng không quá 20 MB: bảng theo lĩnh vực, bảng cơ cấu giải, hoặc danh sách giải pháp. Ghi tên lần tổ chức phía trên bảng. Có cột năm sinh của tác giả thì giải pháp mới hiện được trong kho công khai.',
  read: 'Đọc tệp',
  reading: 'Đang đọc tệp…',
  nothingYet: 'Chưa ghi gì vào sổ. Trang sau cho xem những gì đọc được.',
  steps: ['Chọn tệp', 'Xem những gì đọc được', 'Kết quả'],
  unreadable: 'Chưa đọc được tệp.',
  readTitle: 'Những gì đọc được',
  name: 'Tên lần tổ chức',
  years: 'Năm',
  dossiers: 'Hồ sơ',
  prizes: 'Giải',
  fields: 'Lĩnh vực',
  listed: 'Hồ sơ có tên trong danh sách',
  told: (listed: number, total: number) =>
    listed === 0
      ? `${formatNumber(total)}, tệp chỉ ghi số tổng`
      : `${formatNumber(total)}, có danh sách`,
  problems: (count: number) =>
    count === 0 ? 'Số liệu không có chỗ nào mâu thuẫn' : `${formatNumber(count)} chỗ mâu thuẫn`,
  problemsBody: 'Số ghi trong tệp được giữ nguyên. Vẫn nhập được; xem lại rồi sửa sau cũng được.',
  place: 'Chỗ',
  problem: 'Mâu thuẫn',
  stated: 'Ghi',
  computed: 'Tính lại',
  more: (count: number) => `Còn ${formatNumber(count)} chỗ nữa.`,
  apply: 'Nhập vào sổ',
  applying: 'Đang nhập…',
  again: 'Chọn tệp khác',
  states: {
    added: 'Sẽ lập một lần tổ chức mới, đã khép lại.',
    changed:
      'Lần tổ chức cùng tên đã được nhập từ một tệp khác: số liệu và danh sách sẽ được thay bằng tệp này.',
    unchanged: 'Tệp này đã được nhập trước đây, nhập lại không thay đổi gì.',
  },
  done: {
    added: 'Đã nhập lần tổ chức.',
    changed: 'Đã thay số liệu và danh sách bằng tệp mới.',
    unchanged: 'Tệp này đã được nhập trước đây, không có gì thay đổi.',
  },
  undone: (count: string) => `Đã bỏ lần tổ chức vừa nhập và ${count} hồ sơ của nó.`,
  importsTitle: 'Các lần tổ chức đã nhập',
  noImports: 'Chưa nhập lần tổ chức nào',
  noImportsBody: 'Chọn một tệp ở trên để bắt đầu.',
  source: 'Tệp',
  shown: 'Đang công khai',
  importedAt: 'Nhập lúc',
  open: 'Xem',
  at,
  count: (value: number) => formatNumber(value),
  figure: (value: number) => formatNumber(value),
  figuresTitle: 'Số liệu như tệp đã ghi',
  shownNote: (shown: number, listed: number) =>
    listed === 0
      ? 'Tệp không có danh sách nên kho công khai không có gì của lần này.'
      : shown === listed
        ? `Cả ${formatNumber(listed)} hồ sơ đang hiện trong kho công khai.`
        : `${formatNumber(shown)} trong ${formatNumber(listed)} hồ sơ đang hiện trong kho công khai. Các hồ sơ còn lại có tác giả chưa biết năm sinh hoặc chưa đủ tuổi mà chưa có ý kiến đồng ý công bố.`,
  seeArchive: 'Xem trong kho công khai',
  undo: 'Hoàn tác lần nhập',
  undoQuestion: (name: string) => `Bỏ “${name}” khỏi sổ?`,
  undoBody: (count: number) =>
    `Lần tổ chức và ${formatNumber(count)} hồ sơ mà tệp mang đến sẽ mất khỏi sổ và khỏi kho công khai. Muốn có lại, nhập lại tệp.`,
  undoVerb: 'Bỏ khỏi sổ',
  keep: 'Giữ lại',
  requestsTitle: 'Yêu cầu chuyển giao',
  requestsLead: (waiting: number) =>
    waiting === 0
      ? 'Không có yêu cầu nào chờ trả lời.'
      : `${formatNumber(waiting)} yêu cầu chờ trả lời.`,
  allRequests: 'Mọi tình trạng',
  state: 'Tình trạng',
  requestStates: { new: 'Chờ trả lời', answered: 'Đã trả lời' },
  noRequests: 'Chưa có yêu cầu nào',
  noRequestsBody:
    'Bạn đọc gửi yêu cầu từ trang của một giải pháp trong kho công khai; văn phòng nhận thư và thấy yêu cầu ở đây.',
  noneOfState: 'Không có yêu cầu nào ở tình trạng này',
  asked: 'Gửi lúc',
  answered: 'Trả lời lúc',
  solution: 'Giải pháp',
  asker: 'Người gửi',
  contact: 'Liên hệ',
  message: 'Nội dung',
  note: 'Ghi chú của văn phòng',
  noteLabel: 'Ghi chú',
  mark: 'Ghi đã trả lời',
  reopen: 'Mở lại yêu cầu',
  marked: 'Đã ghi.',
  gone: 'Giải pháp không còn trong kho',
  toDo: (count: number) =>
    count === 1
      ? 'Một yêu cầu chuyển giao giải pháp'
      : `${formatNumber(count)} yêu cầu chuyển giao giải pháp`,
  toDoDetail: (since: Date) => `Sớm nhất gửi lúc ${at(since)}`,
  toDoVerb: 'Trả lời',
};
