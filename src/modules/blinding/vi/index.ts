import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { CleanFault } from '../../../platform/files/clean/index.ts';
import type { FoundKind } from '../rules/index.ts';
import type { BlindState, Need } from '../schema.ts';

const count = (value: number): string => formatNumber(value, 0);

export const permissionNames: Readonly<Record<string, string>> = {
  'blinding.read': 'Xem việc giấu tên tác giả trong hồ sơ đưa giám khảo',
  'blinding.manage': 'Thay bản không tên, xác nhận tệp không nêu tên tác giả',
};

export const blindingIssues: IssueWords = {
  file_missing_copy: () => 'Chưa có tệp thay thế. Chọn tệp rồi gửi lại.',
  copy_missing: () => 'Chọn tệp đã bỏ tên tác giả, đơn vị và thông tin liên hệ.',
};

export const stateNames: Readonly<Record<BlindState | 'waiting', string>> = {
  waiting: 'Đang làm sạch',
  clean: 'Đã làm sạch',
  cannot: 'Chờ người xem',
  replaced: 'Đã thay bản không tên',
  released: 'Đưa nguyên bản',
};

/** Why a person has to look, after 'Máy chưa làm sạch được: '. */
export const faultNames: Readonly<Record<CleanFault, string>> = {
  kind: 'loại tệp này không làm sạch bằng máy. Mở tệp, lưu thành PDF hoặc DOCX không có tên tác giả rồi gửi bản thay.',
  inside: 'trong tệp có phần mà máy không làm sạch được. Lưu tệp thành PDF rồi gửi bản thay.',
  broken: 'tệp hỏng hoặc không mở được trọn vẹn. Xin tác giả gửi lại, hoặc gửi bản thay.',
  locked: 'tệp có mật khẩu. Xin tác giả gửi bản không khóa, hoặc gửi bản thay.',
  too_large: 'tệp quá lớn. Rút gọn tệp rồi gửi bản thay.',
  failed: 'việc làm sạch mất quá nhiều thời gian. Lưu tệp thành PDF rồi gửi bản thay.',
};

export const foundNames: Readonly<Record<FoundKind, string>> = {
  person: 'tên người',
  unit: 'trường, nơi làm việc',
  phone: 'số điện thoại',
  email: 'thư điện tử',
};

export const needNames: Readonly<Record<Need, string>> = {
  person: 'Có tệp chờ người xem',
  named: 'Còn nêu tên tác giả',
  waiting: 'Đang làm sạch',
};

export const labels: Readonly<Record<string, string>> = {
  reason: 'Lý do',
  file: 'Bản không tên',
};

export const words = {
  section: 'Hội thi, tôn vinh',
  title: 'Hồ sơ giấu tên',
  lead: (all: number, person: number, named: number) =>
    `${count(all)} hồ sơ; ${count(person)} hồ sơ có tệp chờ người xem, ${count(named)} hồ sơ còn nêu tên tác giả.`,
  notHidden: 'Lần tổ chức này không giấu tên tác giả với giám khảo',
  notHiddenBody:
    'Giám khảo xem hồ sơ như tác giả đã nộp. Muốn giấu tên, vào phần Giai đoạn của thể lệ, chọn điều được giấu với giám khảo.',
  none: 'Chưa có hồ sơ nào đã nộp',
  noneBody:
    'Hồ sơ nộp lên được làm sạch ngay: tệp bỏ thông tin người soạn, tên tệp thành tên chung.',
  noneMatch: 'Không có hồ sơ nào như vậy',
  noneMatchBody: 'Bỏ bớt điều kiện lọc để xem các hồ sơ khác.',
  clear: 'Bỏ lọc',
  list: 'Các hồ sơ sẽ đưa giám khảo',
  need: 'Cần làm',
  anyNeed: 'Tất cả',
  columns: { dossier: 'Hồ sơ', files: 'Tệp', left: 'Còn phải làm' },
  filesOf: (n: number) => (n === 0 ? 'Không có' : count(n)),
  left: {
    person: (n: number) => `${count(n)} tệp chờ người xem`,
    named: (n: number) => `Còn nêu tên ở ${count(n)} chỗ`,
    waiting: (n: number) => `${count(n)} tệp đang làm sạch`,
    nothing: 'Xong',
  },
  untitled: 'Hồ sơ chưa ghi tên',
  dossierLead: 'Những gì giám khảo sẽ xem khi tên tác giả được giấu.',
  found: {
    title: 'Hồ sơ còn nêu tên tác giả',
    body: 'Giám khảo đọc được những chỗ này. Trả hồ sơ để tác giả sửa, hoặc thay tệp bằng bản không tên.',
    none: 'Phần trả lời không nêu tên tác giả, đơn vị hay thông tin liên hệ của tác giả.',
    notYet: 'Phần trả lời đang được xem lại.',
    line: (place: string, kind: string, said: string) => `${place}: ${kind} "${said}"`,
  },
  files: {
    title: 'Tệp',
    none: 'Hồ sơ không có tệp nào đưa giám khảo.',
    original: 'Tệp đã nộp',
    shown: 'Giám khảo nhận',
    nothingYet: 'Chưa đưa tệp này cho giám khảo.',
    cannot: (why: string) => `Máy chưa làm sạch được: ${why}`,
    names: (all: string) => `Trong tệp còn nêu: ${all}.`,
    sound:
      'Máy không nghe, xem được nội dung hình ảnh, âm thanh. Mở tệp để xem có nêu tên tác giả không.',
    releasedBecause: (reason: string) => `Lý do đưa nguyên bản: ${reason}`,
    by: (name: string, at: string) => `${name}, ${at}`,
  },
  acts: {
    replace: 'Gửi bản thay',
    replaceTitle: 'Gửi bản không tên',
    replaceHelp:
      'Tệp đã bỏ tên tác giả, trường, đơn vị và thông tin liên hệ. Thông tin người soạn trong tệp được bỏ thêm một lần nữa khi gửi.',
    replacing: 'Đang gửi',
    release: 'Đưa nguyên bản',
    releaseTitle: 'Đưa nguyên bản cho giám khảo',
    releaseWarn:
      'Giám khảo nhận đúng tệp tác giả đã nộp, kể cả thông tin người soạn nằm trong tệp. Chỉ chọn khi đã xem kỹ cả phần thuộc tính của tệp.',
    releaseHelp: 'Vì sao tệp không cho biết tác giả là ai. Lý do được giữ trong nhật ký.',
    restore: 'Bỏ quyết định',
    restoreTitle: 'Bỏ quyết định về tệp',
    restoreQuestion: 'Dùng lại bản do máy làm sạch?',
    restoreNone: 'Đưa tệp về tình trạng chờ người xem?',
    restoreBody: 'Giám khảo không còn nhận tệp đang dùng. Bản đã gửi vẫn được giữ.',
    keep: 'Không, giữ như đang có',
    back: 'Thôi, về hồ sơ',
  },
  asJudge: 'Xem như giám khảo',
  asJudgeTitle: 'Hồ sơ như giám khảo xem',
  asJudgeLead: 'Trang này hiện đúng những gì giám khảo thấy ở giai đoạn giấu tên tác giả.',
  entrantPage: 'Hồ sơ đầy đủ',
  waitingFiles: (n: number) => `${count(n)} tệp chưa đưa được cho giám khảo.`,
  done: {
    replaced: 'Đã thay bản không tên. Giám khảo nhận bản này.',
    released: 'Đã ghi. Giám khảo nhận tệp như tác giả đã nộp.',
    restored: 'Đã bỏ quyết định.',
  },
  desk: (files: number) => ({
    title: `${count(files)} tệp chờ người xem trước khi đưa giám khảo`,
    verb: 'Mở danh sách',
  }),
  noFiles: 'Không có tệp.',
};
